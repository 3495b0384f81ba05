/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-table-pane.h"
#include "widget-finder.h"

#define N_MANY 100000

typedef struct
{
  GtkWidget       *window;
  RutterTablePane *pane;
  guint            n_wanted;
  guint            n_copied;
  char            *activated;
} Fixture;

static void
on_wanted_cb (Fixture *fixture)
{
  fixture->n_wanted++;
}

static void
on_activated_cb (Fixture    *fixture,
                 const char *uid)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup (uid);
}

static void
on_copied_cb (Fixture *fixture,
              guint    n)
{
  fixture->n_copied = n;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gtk_window_new ();
  fixture->pane = RUTTER_TABLE_PANE (rutter_table_pane_new ());
  g_signal_connect_swapped (fixture->pane, "wanted-changed", G_CALLBACK (on_wanted_cb), fixture);
  g_signal_connect_swapped (fixture->pane, "row-activated", G_CALLBACK (on_activated_cb),
                            fixture);
  g_signal_connect_swapped (fixture->pane, "copied", G_CALLBACK (on_copied_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->pane));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&fixture->activated, g_free);
}

static RutterTable *
make_table (guint n_rows)
{
  RutterTable *table = rutter_table_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *uid = g_strdup_printf ("event:%u", i);
      g_autofree char *title = g_strdup_printf ("Event %06u", i);
      RutterTableRow row = {
        .uid = uid, .title = title, .kind = "Shipment", .layer_title = "Caspian shipments",
        .date = "2022", .edtf = "2022", .actors = "Iran", .layer = RUTTER_LAYER_CASPIAN,
        .status = RUTTER_STATUS_REPORTED, .denied = i == 1, .n_claims = i,
      };

      rutter_table_add (table, &row);
    }
  rutter_table_set_n_total (table, n_rows + 5);

  return table;
}

static void
wait_for_label (Fixture    *fixture,
                const char *text)
{
  while (widget_finder_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(RutterTable) table = make_table (3);
  GtkWidget *view = widget_finder_find (GTK_WIDGET (fixture->pane), GTK_TYPE_COLUMN_VIEW, NULL);

  g_assert_nonnull (widget_finder_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL,
                                        "0 of 0 in view"));
  rutter_table_pane_set_table (fixture->pane, table);
  wait_for_label (fixture, "Event 000001");
  g_assert_nonnull (widget_finder_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL,
                                        "3 of 8 in view"));
  g_assert_nonnull (widget_finder_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL,
                                        "Reported, denied"));

  g_signal_emit_by_name (view, "activate", 2);
  g_assert_cmpstr (fixture->activated, ==, "event:2");
  gtk_test_accessible_assert_role (fixture->pane, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_test_accessible_assert_property (fixture->pane, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "List of What the Map Shows");
}

/* The view's head, the menu and what is asked of the worker say the same order. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->pane);
  GtkColumnView *view = GTK_COLUMN_VIEW (widget_finder_find (pane, GTK_TYPE_COLUMN_VIEW, NULL));
  GListModel *columns = gtk_column_view_get_columns (view);
  gboolean descending;

  g_assert_cmpint (rutter_table_pane_get_order (fixture->pane, &descending), ==,
                   RUTTER_COLUMN_TITLE);
  g_assert_false (descending);
  for (guint i = RUTTER_N_COLUMN; i-- > 0;)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      fixture->n_wanted = 0;
      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      g_assert_cmpint (rutter_table_pane_get_order (fixture->pane, &descending), ==, i);
      g_assert_true (descending);
      g_assert_cmpuint (fixture->n_wanted, >, 0);
    }

  g_assert_true (gtk_widget_activate_action (pane, "table-order.sort-by", "i",
                                             RUTTER_COLUMN_DATE));
  g_assert_true (gtk_widget_activate_action (pane, "table-order.descending", NULL));
  g_assert_cmpint (rutter_table_pane_get_order (fixture->pane, &descending), ==,
                   RUTTER_COLUMN_DATE);
  g_assert_false (descending);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(RutterTable) table = make_table (3);
  GtkWidget *pane = GTK_WIDGET (fixture->pane);

  rutter_table_pane_set_table (fixture->pane, table);
  gtk_widget_activate_action (pane, "table.copy", NULL);
  while (fixture->n_copied == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_copied, ==, 3);

  fixture->n_copied = 0;
  rutter_table_pane_set_selected (fixture->pane, "event:1");
  gtk_widget_activate_action (pane, "table.copy", NULL);
  while (fixture->n_copied == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_copied, ==, 1);
}

/* Rows are made as they are looked at: of very many, a screenful. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(RutterTable) table = make_table (N_MANY);
  g_autoptr(RutterTable) fewer = make_table (10);

  rutter_table_pane_set_table (fixture->pane, table);
  wait_for_label (fixture, "Event 000003");
  g_assert_null (widget_finder_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "Event 000900"));

  /* What is selected on the map is brought into sight, however far down. */
  rutter_table_pane_set_selected (fixture->pane, "event:90000");
  wait_for_label (fixture, "Event 090000");
  rutter_table_pane_set_table (fixture->pane, fewer);
  wait_for_label (fixture, "Event 000003");
}

/* Columns are wider where text is larger, from one moment to the next, and again as they were. */
static void
test_text_size (Fixture       *fixture,
                gconstpointer  data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->pane));
  GtkColumnView *view =
    GTK_COLUMN_VIEW (widget_finder_find (GTK_WIDGET (fixture->pane), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr(GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (view), RUTTER_COLUMN_STATUS);
  int usual = gtk_column_view_column_get_fixed_width (column);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * MAX (dpi, 96 * 1024), NULL);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), >=, usual * 3 / 2);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, usual);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/table-pane/rows", test_rows);
  ADD ("/table-pane/order", test_order);
  ADD ("/table-pane/copy", test_copy);
  ADD ("/table-pane/text-size", test_text_size);
  ADD ("/table-pane/many", test_many);

  return g_test_run ();
}
