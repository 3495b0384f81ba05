/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-progress-card.h"

#include "rutter-patience.h"

/* Between two looks at how far it has come. */
#define LOOK_US 100000

struct _RutterProgressCard
{
  AdwBin                  parent_instance;

  GtkRevealer            *revealer;
  GtkLabel               *what;
  GtkProgressBar         *bar;
  GtkButton              *cancel;

  RutterPatience          patience;
  RutterProgressClock     clock; /* NULL: the system's */
  gpointer                clock_data;
  RutterProgressFraction  fraction; /* NULL: not known */
  gpointer                fraction_data;
  guint                   update_id;
};

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterProgressCard, rutter_progress_card, ADW_TYPE_BIN)

static gint64
get_now (RutterProgressCard *self)
{
  return self->clock != NULL ? self->clock (self->clock_data) : g_get_monotonic_time ();
}

static gboolean
on_time_cb (gpointer user_data)
{
  RutterProgressCard *self = user_data;

  self->update_id = 0;
  rutter_progress_card_update (self);

  return G_SOURCE_REMOVE;
}

static void
show_fraction (RutterProgressCard *self)
{
  double fraction = self->fraction != NULL ? self->fraction (self->fraction_data) : -1;

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (fraction, 1));
  else
    gtk_progress_bar_pulse (self->bar);
}

static void
on_cancel_cb (RutterProgressCard *self)
{
  /* Once is enough, and what is being stopped may take a moment. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), FALSE);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
rutter_progress_card_dispose (GObject *object)
{
  RutterProgressCard *self = RUTTER_PROGRESS_CARD (object);

  g_clear_handle_id (&self->update_id, g_source_remove);

  G_OBJECT_CLASS (rutter_progress_card_parent_class)->dispose (object);
}

static void
rutter_progress_card_class_init (RutterProgressCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_progress_card_dispose;

  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-progress-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterProgressCard, revealer);
  gtk_widget_class_bind_template_child (widget_class, RutterProgressCard, what);
  gtk_widget_class_bind_template_child (widget_class, RutterProgressCard, bar);
  gtk_widget_class_bind_template_child (widget_class, RutterProgressCard, cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
}

static void
rutter_progress_card_init (RutterProgressCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rutter_progress_card_new (void)
{
  return g_object_new (RUTTER_TYPE_PROGRESS_CARD, NULL);
}

void
rutter_progress_card_begin (RutterProgressCard     *self,
                            const char             *what,
                            gboolean                can_cancel,
                            RutterProgressFraction  fraction,
                            gpointer                user_data)
{
  g_return_if_fail (RUTTER_IS_PROGRESS_CARD (self));
  g_return_if_fail (what != NULL);

  gtk_label_set_label (self->what, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  what, -1);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), can_cancel);
  self->fraction = fraction;
  self->fraction_data = user_data;
  rutter_patience_begin (&self->patience, get_now (self));
  rutter_progress_card_update (self);
}

/* The button stays where it is, so that the card does not jump. */
void
rutter_progress_card_set_can_stop (RutterProgressCard *self,
                                   gboolean            can_stop)
{
  g_return_if_fail (RUTTER_IS_PROGRESS_CARD (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), can_stop);
}

void
rutter_progress_card_end (RutterProgressCard *self)
{
  g_return_if_fail (RUTTER_IS_PROGRESS_CARD (self));

  self->fraction = NULL;
  rutter_patience_end (&self->patience);
  rutter_progress_card_update (self);
}

gboolean
rutter_progress_card_is_shown (RutterProgressCard *self)
{
  g_return_val_if_fail (RUTTER_IS_PROGRESS_CARD (self), FALSE);

  return self->patience.is_shown;
}

void
rutter_progress_card_set_clock (RutterProgressCard  *self,
                                RutterProgressClock  clock,
                                gpointer             user_data)
{
  g_return_if_fail (RUTTER_IS_PROGRESS_CARD (self));

  self->clock = clock;
  self->clock_data = user_data;
}

/* Shows what is to be seen now, and looks again when that may have changed. */
void
rutter_progress_card_update (RutterProgressCard *self)
{
  gint64 now, wait;
  gboolean is_shown;

  g_return_if_fail (RUTTER_IS_PROGRESS_CARD (self));

  now = get_now (self);
  is_shown = rutter_patience_update (&self->patience, now);
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  gtk_revealer_set_reveal_child (self->revealer, is_shown);
  wait = rutter_patience_get_wait (&self->patience, now);
  if (is_shown && self->patience.is_busy)
    {
      show_fraction (self);
      wait = LOOK_US;
    }

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (wait >= 0 && self->clock == NULL)
    self->update_id = g_timeout_add ((guint)(wait / 1000) + 1, on_time_cb, self);
}
