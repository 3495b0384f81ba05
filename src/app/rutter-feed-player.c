/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-player.h"

#include <glib/gi18n-lib.h>

struct _RutterFeedPlayer
{
  AdwPreferencesRow  parent_instance;

  RutterFeed        *feed;        /* NULL: not yet */
  gboolean           is_showing;  /* what changes then is not the user's doing */
  GtkButton         *toggle;
  GtkLabel          *time;
  GtkDropDown       *speed;
  GtkScale          *seek;
};

G_DEFINE_FINAL_TYPE (RutterFeedPlayer, rutter_feed_player, ADW_TYPE_PREFERENCES_ROW)

/* In the order of the list of the .ui; 0 is as fast as it can be read. */
static const double speeds[] = { 1, 2, 5, 10, 60, 600, 0 };

static char *
format_time (gint64 time_us)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %T UTC") : g_strdup ("");
}

static void
show_speed (RutterFeedPlayer *self,
            double            speed)
{
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    if (speeds[i] == speed)
      gtk_drop_down_set_selected (self->speed, i);
}

static void
update (RutterFeedPlayer *self)
{
  const RutterFeedLog *log = rutter_feed_get_log (self->feed);
  const char *label = log->is_playing ? _("Pause") : _("Play");
  gboolean has_span = log->first_us != 0 && log->last_us > log->first_us;
  g_autofree char *now = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (log->now_us != 0)
    now = format_time (log->now_us);
  if (has_span)
    last = format_time (log->last_us);
  /* Translators: the log's time now, and when it ends. */
  text = last != NULL && now != NULL ? g_strdup_printf (_("%s, until %s"), now, last)
         : g_strdup (now != NULL ? now : _("Not begun"));

  self->is_showing = TRUE;
  gtk_label_set_label (self->time, text);
  gtk_button_set_icon_name (self->toggle, log->is_playing ? "media-playback-pause-symbolic"
                                                          : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  show_speed (self, log->speed);
  gtk_widget_set_visible (GTK_WIDGET (self->seek), has_span);
  if (has_span)
    {
      gtk_range_set_range (GTK_RANGE (self->seek), 0,
                           (double)(log->last_us - log->first_us) / G_USEC_PER_SEC);
      gtk_range_set_value (GTK_RANGE (self->seek),
                           (double)(log->now_us - log->first_us) / G_USEC_PER_SEC);
    }
  self->is_showing = FALSE;
}

static void
on_toggled_cb (RutterFeedPlayer *self)
{
  const RutterFeedLog *log = rutter_feed_get_log (self->feed);

  rutter_feed_play (self->feed, !log->is_playing, log->speed);
}

static void
on_speed_chosen_cb (RutterFeedPlayer *self)
{
  guint selected = gtk_drop_down_get_selected (self->speed);

  if (self->feed != NULL && !self->is_showing && selected < G_N_ELEMENTS (speeds))
    rutter_feed_play (self->feed, rutter_feed_get_log (self->feed)->is_playing, speeds[selected]);
}

/* Only where the user has moved it. */
static gboolean
on_sought_cb (GtkRange         *range,
              GtkScrollType     scroll,
              double            value,
              RutterFeedPlayer *self)
{
  const RutterFeedLog *log = rutter_feed_get_log (self->feed);
  gint64 time_us = log->first_us + (gint64)(value * G_USEC_PER_SEC);

  rutter_feed_seek (self->feed, CLAMP (time_us, log->first_us, log->last_us));

  return FALSE;
}

static void
rutter_feed_player_dispose (GObject *object)
{
  RutterFeedPlayer *self = RUTTER_FEED_PLAYER (object);

  if (self->feed != NULL)
    g_signal_handlers_disconnect_by_data (self->feed, self);
  g_clear_object (&self->feed);

  G_OBJECT_CLASS (rutter_feed_player_parent_class)->dispose (object);
}

static void
rutter_feed_player_class_init (RutterFeedPlayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_feed_player_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-feed-player.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterFeedPlayer, toggle);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedPlayer, time);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedPlayer, speed);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedPlayer, seek);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_speed_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sought_cb);
}

static void
rutter_feed_player_init (RutterFeedPlayer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @feed: of a log */
GtkWidget *
rutter_feed_player_new (RutterFeed *feed)
{
  RutterFeedPlayer *self = g_object_new (RUTTER_TYPE_FEED_PLAYER, NULL);

  self->feed = g_object_ref (feed);
  g_signal_connect_object (feed, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
