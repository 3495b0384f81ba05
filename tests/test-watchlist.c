/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch-question.h"
#include "rutter-watch-window.h"

#include <glib/gstdio.h>

#define IMO 9074729
#define MMSI 273000001

typedef struct
{
  char            *folder;
  char            *path;
  RutterTraffic   *traffic;
  RutterWatchlist *list;
  GtkWidget       *window;
  GString         *failures;
} Fixture;

static void
on_failed_cb (RutterWatchlist *list,
              const char      *message,
              GString         *failures)
{
  g_string_append (failures, message);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Reads the file anew, as the next run does. */
static void
open_list (Fixture *fixture)
{
  g_clear_object (&fixture->list);
  fixture->list = rutter_watchlist_new (NULL, fixture->traffic, fixture->path);
  g_signal_connect (fixture->list, "failed", G_CALLBACK (on_failed_cb), fixture->failures);
  while (!rutter_watchlist_is_ready (fixture->list) && fixture->failures->len == 0)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
wait_until_written (Fixture *fixture)
{
  while (!rutter_watchlist_is_settled (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("rutter-watchlist-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "watchlist", NULL);
  fixture->traffic = rutter_traffic_new ();
  fixture->failures = g_string_new (NULL);
  fixture->window = g_object_ref_sink (gtk_window_new ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->window);
  g_clear_object (&fixture->list);
  g_object_unref (fixture->traffic);
  g_string_free (fixture->failures, TRUE);
  settle ();
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
put_vessel (Fixture    *fixture,
            const char *title,
            guint32     imo,
            guint32     mmsi)
{
  g_autoptr(RutterWatch) watch = rutter_watch_new_vessel (title, imo, mmsi, 60);

  rutter_watchlist_put (fixture->list, NULL, watch);
}

static const char *
get_title (Fixture *fixture,
           guint    i)
{
  return rutter_watch_get_title (rutter_watchlist_get_watches (fixture->list)->pdata[i]);
}

/* What is changed is there in the next run, the last of many quick changes too. */
static void
test_keeping (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(RutterWatch) other = rutter_watch_new_vessel ("Other", 0, MMSI, 0);

  open_list (fixture);
  g_assert_cmpuint (rutter_watchlist_get_watches (fixture->list)->len, ==, 0);
  put_vessel (fixture, "One", IMO, 0);
  put_vessel (fixture, "Two", 0, MMSI);
  put_vessel (fixture, "Three", 0, MMSI + 1);
  rutter_watchlist_put (fixture->list, rutter_watchlist_find_vessel (fixture->list, 0, MMSI),
                        other);
  rutter_watchlist_remove (fixture->list, rutter_watchlist_find_vessel (fixture->list, IMO, 0));
  wait_until_written (fixture);

  open_list (fixture);
  g_assert_cmpuint (rutter_watchlist_get_watches (fixture->list)->len, ==, 2);
  g_assert_cmpstr (get_title (fixture, 0), ==, "Other");
  g_assert_cmpstr (get_title (fixture, 1), ==, "Three");
  g_assert_cmpstr (fixture->failures->str, ==, "");
}

/* A damaged file is not written over: it is kept under another name, and said. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n_aside = 0;

  g_assert_true (g_file_set_contents (fixture->path, "[watch 1]\nkind=ghost\n", -1, NULL));
  open_list (fixture);
  g_assert_true (rutter_watchlist_is_ready (fixture->list));
  g_assert_nonnull (strstr (fixture->failures->str, "set aside"));
  put_vessel (fixture, "One", IMO, 0);
  wait_until_written (fixture);

  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_aside += g_str_has_prefix (name, "watchlist.damaged-");
  g_assert_cmpuint (n_aside, ==, 1);
}

/* What cannot be read is left alone, and nothing can be added that would take its place. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *window;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  open_list (fixture);
  g_assert_false (rutter_watchlist_is_ready (fixture->list));
  g_assert_cmpuint (fixture->failures->len, >, 0);

  window = rutter_watch_window_new (GTK_WINDOW (fixture->window), fixture->list);
  gtk_widget_activate_action (window, "watchlist.add-vessel", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type (GtkWidget  *dialog,
      const char *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, row)), text);
}

/* The question takes a vessel only by a number that can be hers, and only once. */
static void
test_question (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *name, *imo, *mmsi;
    gboolean    is_taken;
  } cases[] = {
    { "A", "", "", FALSE }, { "A", "9074728", "", FALSE }, { "A", "907472", "", FALSE },
    { "A", "", "12345678", FALSE }, { " ", "9074729", "", FALSE }, { "A", "", "273000009", FALSE },
    { "A", "9074729", "27300000x", FALSE }, { "A", "IMO 9074729", "", TRUE },
    { "A", "", " 273000002 ", TRUE },
  };
  GtkWidget *question;

  open_list (fixture);
  put_vessel (fixture, "Known", 0, 273000009);
  question = rutter_watch_question_new (GTK_WINDOW (fixture->window), fixture->list, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s %s", cases[i].name, cases[i].imo, cases[i].mmsi);
      type (question, "Name", cases[i].name);
      type (question, "IMO Number", cases[i].imo);
      type (question, "MMSI", cases[i].mmsi);
      g_assert_cmpint (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question),
                                                                "watch"), ==, cases[i].is_taken);
    }

  type (question, "IMO Number", "9074729");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "watch");
  g_assert_cmpuint (rutter_watchlist_get_watches (fixture->list)->len, ==, 2);
  g_assert_nonnull (rutter_watchlist_find_vessel (fixture->list, IMO, 0));
  wait_until_written (fixture);
}

static void
test_editing (Fixture       *fixture,
              gconstpointer  data)
{
  const RutterLonLat square[] = { { 48, 40 }, { 50, 40 }, { 50, 42 } };
  g_autoptr(RutterWatch) draft = rutter_watch_new_shape (RUTTER_WATCH_AREA, "Area", square, 3,
                                                         RUTTER_WATCH_CATALOGUE);
  RutterWatch *kept;
  GtkWidget *question;

  open_list (fixture);
  rutter_watchlist_put (fixture->list, NULL, draft);
  question = rutter_watch_question_new (GTK_WINDOW (fixture->window), fixture->list, draft);
  type (question, "Name", "Off Baku");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (question, "Tell of")), RUTTER_WATCH_ANYONE);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "watch");

  g_assert_cmpuint (rutter_watchlist_get_watches (fixture->list)->len, ==, 1);
  kept = rutter_watchlist_get_watches (fixture->list)->pdata[0];
  g_assert_cmpstr (rutter_watch_get_title (kept), ==, "Off Baku");
  g_assert_cmpint (rutter_watch_get_scope (kept), ==, RUTTER_WATCH_ANYONE);
  g_assert_true (rutter_watch_holds (kept, (RutterLonLat) { 49.5, 40.5 }));
  wait_until_written (fixture);
}

/* The window follows the list, and its alerts those of the watchman. */
static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  RutterTrafficItem item = { .heard_us = g_get_real_time () };
  RutterWatchman *watchman;
  GtkWidget *window;

  open_list (fixture);
  watchman = rutter_watchlist_get_watchman (fixture->list);
  window = rutter_watch_window_new (GTK_WINDOW (fixture->window), fixture->list);
  g_assert_null (find_row (window, "One &amp; only"));
  put_vessel (fixture, "One & only", 0, MMSI);
  g_assert_nonnull (find_row (window, "One &amp; only"));

  item.message.type = 1;
  item.message.mmsi = MMSI;
  while (g_list_model_get_n_items (G_LIST_MODEL (watchman)) == 0)
    {
      rutter_traffic_add (fixture->traffic, &item, 1);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_widget_activate_action (window, "watchlist.clear-alerts", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watchman)), ==, 0);

  rutter_watchlist_remove (fixture->list, rutter_watchlist_find_vessel (fixture->list, 0, MMSI));
  g_assert_null (find_row (window, "One &amp; only"));
  wait_until_written (fixture);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/watchlist/keeping", test_keeping);
  ADD ("/watchlist/damaged", test_damaged);
  ADD ("/watchlist/unreadable", test_unreadable);
  ADD ("/watchlist/question", test_question);
  ADD ("/watchlist/editing", test_editing);
  ADD ("/watchlist/window", test_window);

  return g_test_run ();
}
