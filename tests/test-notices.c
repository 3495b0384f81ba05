/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-notice-card.h"
#include "rutter-patience.h"
#include "rutter-progress-card.h"
#include "widget-finder.h"

static gint64 now_us;
static double fraction;

static gint64
get_now (gpointer user_data)
{
  return now_us;
}

static double
get_fraction (gpointer user_data)
{
  return fraction;
}

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

static void
finish (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
on_cancelled_cb (RutterProgressCard *card,
                 guint              *n_cancelled)
{
  (*n_cancelled)++;
}

static void
look_at (RutterProgressCard *card,
         gint64              us,
         gboolean            is_shown)
{
  now_us = us;
  rutter_progress_card_update (card);
  g_assert_cmpint (rutter_progress_card_is_shown (card), ==, is_shown);
  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (card)), ==, is_shown);
}

static void
test_progress (void)
{
  GtkWidget *widget = rutter_progress_card_new ();
  RutterProgressCard *card = RUTTER_PROGRESS_CARD (widget);
  GtkWidget *window = show (widget);
  GtkWidget *bar = widget_finder_find (widget, GTK_TYPE_PROGRESS_BAR, NULL);
  GtkWidget *button = widget_finder_find (widget, GTK_TYPE_BUTTON, NULL);
  guint n_cancelled = 0;

  g_signal_connect (card, "cancelled", G_CALLBACK (on_cancelled_cb), &n_cancelled);
  rutter_progress_card_set_clock (card, get_now, NULL);

  /* Shorter than the delay: never seen. */
  rutter_progress_card_begin (card, "Reading", FALSE, NULL, NULL);
  look_at (card, RUTTER_PATIENCE_DELAY_US - 1, FALSE);
  rutter_progress_card_end (card);
  look_at (card, 10 * RUTTER_PATIENCE_DELAY_US, FALSE);

  /* Longer: with what is known of it. */
  now_us = 0;
  fraction = 0.25;
  rutter_progress_card_begin (card, "Copying", TRUE, get_fraction, NULL);
  look_at (card, RUTTER_PATIENCE_DELAY_US, TRUE);
  g_assert_nonnull (widget_finder_find (widget, GTK_TYPE_LABEL, "Copying"));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.25);
  fraction = 0.5;
  look_at (card, RUTTER_PATIENCE_DELAY_US + 1, TRUE);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.5);
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_cancelled, ==, 1);
  g_assert_false (gtk_widget_get_sensitive (button));
  rutter_progress_card_end (card);
  look_at (card, RUTTER_PATIENCE_DELAY_US + RUTTER_PATIENCE_LEAST_US - 1, TRUE);
  look_at (card, RUTTER_PATIENCE_DELAY_US + RUTTER_PATIENCE_LEAST_US, FALSE);

  /* What can no longer be stopped says so, and its button stays in its place. */
  now_us = 0;
  rutter_progress_card_begin (card, "Opening", TRUE, NULL, NULL);
  look_at (card, RUTTER_PATIENCE_DELAY_US, TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  rutter_progress_card_set_can_stop (card, FALSE);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_false (gtk_widget_get_sensitive (button));
  rutter_progress_card_end (card);
  look_at (card, 10 * RUTTER_PATIENCE_DELAY_US, FALSE);

  /* What cannot be stopped offers no button. */
  now_us = 0;
  rutter_progress_card_begin (card, "Adding", FALSE, NULL, NULL);
  look_at (card, 10 * RUTTER_PATIENCE_DELAY_US, TRUE);
  g_assert_false (gtk_widget_get_visible (button));
  finish (window);
}

static void
on_action_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  (*(guint *)user_data)++;
}

static void
test_notice (void)
{
  static const GActionEntry entries[] = { { .name = "help", .activate = on_action_cb } };
  GtkWidget *widget = rutter_notice_card_new ();
  RutterNoticeCard *card = RUTTER_NOTICE_CARD (widget);
  GtkWidget *window = show (widget);
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *button;
  guint n_asked = 0;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, &n_asked);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  g_assert_false (gtk_widget_get_visible (widget));

  rutter_notice_card_show (card, "Nothing Here", "Do something.");
  rutter_notice_card_add_button (card, "_Help", "win.help");
  rutter_notice_card_add_button (card, "_Other", "win.help");
  g_assert_true (gtk_widget_get_visible (widget));
  g_assert_nonnull (widget_finder_find (widget, GTK_TYPE_LABEL, "Nothing Here"));
  g_assert_nonnull (widget_finder_find (widget, GTK_TYPE_LABEL, "Do something."));

  /* By keyboard: the first button is the first that takes the focus. */
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  button = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "_Help");
  gtk_widget_activate (button);
  while (n_asked == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Nothing Here");

  rutter_notice_card_hide (card);
  g_assert_false (gtk_widget_get_visible (widget));
  rutter_notice_card_show (card, "Again", "No button.");
  g_assert_null (widget_finder_find (widget, GTK_TYPE_BUTTON, NULL));
  finish (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/notices/progress", test_progress);
  g_test_add_func ("/notices/notice", test_notice);

  return g_test_run ();
}
