/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-row.h"

#include "rutter-feed-player.h"
#include "rutter-number.h"

#include <glib/gi18n-lib.h>

/* While it counts the seconds to the next attempt. */
#define TICK_S 1

struct _RutterFeedRow
{
  AdwExpanderRow    parent_instance;

  RutterFeeds      *feeds;
  RutterFeed       *feed;
  guint             tick_id;
  GtkImage         *icon;
  GtkButton        *toggle;
  AdwActionRow     *heard;
  AdwActionRow     *advice;
  AdwActionRow     *address;
  GtkSwitch        *starts;
  GtkWidget        *edit;
  GtkWidget        *remove;
};

G_DEFINE_FINAL_TYPE (RutterFeedRow, rutter_feed_row, ADW_TYPE_EXPANDER_ROW)

typedef struct
{
  const char *icon;
  const char *advice;   /* or NULL */
  gboolean    is_on;    /* can be stopped */
} Look;

static const Look looks[] = {
  [RUTTER_FEED_STOPPED] = { "media-playback-stop-symbolic", NULL, FALSE },
  [RUTTER_FEED_REFUSED] = {
    "action-unavailable-symbolic",
    N_("Start it to be asked about its host, or allow the host under Network."), FALSE },
  [RUTTER_FEED_CONNECTING] = { "content-loading-symbolic", NULL, TRUE },
  [RUTTER_FEED_OPEN] = {
    "content-loading-symbolic",
    N_("If nothing comes for long, look whether the receiver or the program sends AIS."), TRUE },
  [RUTTER_FEED_HEARING] = { "object-select-symbolic", NULL, TRUE },
  [RUTTER_FEED_SILENT] = {
    "dialog-warning-symbolic",
    N_("It is opened anew by itself. If that does not help, look at the receiver and its "
       "antenna."), TRUE },
  [RUTTER_FEED_WAITING] = {
    "dialog-warning-symbolic",
    N_("Look whether the program or the receiver at this address runs, and whether host and port "
       "are right. Nothing need be pressed: it is tried again by itself."), TRUE },
  [RUTTER_FEED_ENDED] = { "media-playback-stop-symbolic", N_("Start plays it again."), FALSE },
  [RUTTER_FEED_FAILED] = {
    "dialog-error-symbolic", N_("Edit it, then start it again. It is not tried by itself."),
    FALSE },
};

static void
show_counts (RutterFeedRow *self)
{
  const RutterFeedCounts *counts = rutter_feed_get_counts (self->feed);
  g_autofree char *messages = rutter_count_to_text ((gint64)counts->n_messages);
  g_autofree char *bad = rutter_count_to_text ((gint64)counts->n_bad);
  g_autofree char *lost = rutter_count_to_text ((gint64)counts->n_lost);
  g_autofree char *connects = rutter_count_to_text (counts->n_connects);
  g_autofree char *bytes = g_format_size (counts->n_bytes);
  g_autofree char *title = g_strdup_printf (_("Messages: %s · damaged: %s · lost: %s"), messages,
                                            bad, lost);
  g_autofree char *last = NULL;
  g_autofree char *subtitle = NULL;

  if (counts->last_message_us != 0)
    {
      g_autoptr(GDateTime) time =
        g_date_time_new_from_unix_local (counts->last_message_us / G_USEC_PER_SEC);

      last = g_date_time_format (time, "%T");
    }
  subtitle = last != NULL
             ? g_strdup_printf (_("The last came at %s · connected: %s · received: %s"), last,
                                connects, bytes)
             : g_strdup_printf (_("None has come yet · connected: %s · received: %s"), connects,
                                bytes);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->heard), title);
  adw_action_row_set_subtitle (self->heard, subtitle);
}

static void
show_toggle (RutterFeedRow *self,
             gboolean       is_on)
{
  const char *title = rutter_feed_get_title (self->feed);
  g_autofree char *label = g_strdup_printf (is_on ? _("Stop %s") : _("Start %s"), title);

  gtk_button_set_icon_name (self->toggle, is_on ? "media-playback-stop-symbolic"
                                                : "media-playback-start-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->toggle), is_on ? "feeds.stop"
                                                                        : "feeds.start");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), is_on ? _("Stop") : _("Start"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
update (RutterFeedRow *self)
{
  RutterFeedState state = rutter_feed_get_state (self->feed);
  const Look *look = &looks[MIN (state, G_N_ELEMENTS (looks) - 1)];
  g_autofree char *text = rutter_feed_dup_state_text (self->feed);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  gtk_image_set_from_icon_name (self->icon, look->icon);
  show_toggle (self, look->is_on);
  show_counts (self);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), look->advice != NULL);
  if (look->advice != NULL)
    adw_action_row_set_subtitle (self->advice, _(look->advice));
}

static gboolean
on_tick_cb (gpointer user_data)
{
  RutterFeedRow *self = user_data;

  if (rutter_feed_get_state (self->feed) == RUTTER_FEED_WAITING)
    update (self);

  return G_SOURCE_CONTINUE;
}

static void
on_starts_changed_cb (RutterFeedRow *self)
{
  if (self->feed != NULL)
    rutter_feeds_set_starts (self->feeds, self->feed, gtk_switch_get_active (self->starts));
}

static void
rutter_feed_row_map (GtkWidget *widget)
{
  RutterFeedRow *self = RUTTER_FEED_ROW (widget);

  GTK_WIDGET_CLASS (rutter_feed_row_parent_class)->map (widget);
  if (self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (TICK_S, on_tick_cb, self);
}

static void
rutter_feed_row_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&RUTTER_FEED_ROW (widget)->tick_id, g_source_remove);

  GTK_WIDGET_CLASS (rutter_feed_row_parent_class)->unmap (widget);
}

static void
rutter_feed_row_dispose (GObject *object)
{
  RutterFeedRow *self = RUTTER_FEED_ROW (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->feed != NULL)
    g_signal_handlers_disconnect_by_data (self->feed, self);
  g_clear_object (&self->feed);
  g_clear_object (&self->feeds);

  G_OBJECT_CLASS (rutter_feed_row_parent_class)->dispose (object);
}

static void
rutter_feed_row_class_init (RutterFeedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_feed_row_dispose;
  widget_class->map = rutter_feed_row_map;
  widget_class->unmap = rutter_feed_row_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-feed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterFeedRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedRow, heard);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedRow, advice);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedRow, address);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedRow, starts);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedRow, edit);
  gtk_widget_class_bind_template_child (widget_class, RutterFeedRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_starts_changed_cb);
}

static void
rutter_feed_row_init (RutterFeedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rutter_feed_row_new (RutterFeeds *feeds,
                     RutterFeed  *feed)
{
  RutterFeedRow *self = g_object_new (RUTTER_TYPE_FEED_ROW, NULL);
  guint8 number = rutter_feed_get_number (feed);

  gtk_switch_set_active (self->starts, rutter_feeds_get_starts (feeds, feed));
  self->feeds = g_object_ref (feeds);
  self->feed = g_object_ref (feed);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->toggle), "y", number);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit), "y", number);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "y", number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), rutter_feed_get_title (feed));
  adw_action_row_set_subtitle (self->address, rutter_feed_get_address (feed));
  g_signal_connect_object (feed, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (rutter_feed_get_log (feed) != NULL)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), rutter_feed_player_new (feed));
  update (self);

  return GTK_WIDGET (self);
}
