/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-details-pane.h"

typedef struct
{
  const char *label, *text, *note, *uid;
} Entry;

static RutterDetails *
make_live (const Entry *entries,
           guint        n_entries)
{
  RutterDetails *details = rutter_details_new ();
  RutterDetailsSection *section = rutter_details_add_section (details, "live", "Live AIS");

  details->uid = "live:273312580";
  for (guint i = 0; i < n_entries; i++)
    {
      RutterDetailsRow *row = rutter_details_add_row (section->rows);

      row->label = entries[i].label;
      row->text = entries[i].text;
      row->note = entries[i].note;
      row->uid = entries[i].uid;
    }
  rutter_details_add_section (details, "conflicts", "What Does Not Agree");

  return details;
}

static void
collect (GtkWidget  *widget,
         GType       type,
         GPtrArray  *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      collect (child, type, found);
}

static GPtrArray *
list_widgets (GtkWidget *root,
              GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

static gboolean
says (GtkWidget  *root,
      const char *text)
{
  g_autoptr(GPtrArray) labels = list_widgets (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_label (g_ptr_array_index (labels, i)), text))
      return TRUE;

  return FALSE;
}

static void
set_live (RutterDetailsPane *pane,
          const Entry       *entries,
          guint              n_entries)
{
  g_autoptr(RutterDetails) live = make_live (entries, n_entries);

  rutter_details_pane_set_live (pane, live);
}

/* What changes does so in place: rows that stay keep their widget and the focus, those that come
 * stand where they belong, those that go are gone.
 */
static void
test_update (void)
{
  static const Entry first[] = {
    { "Last heard", "1 second ago" }, { "Speed", "12.0 kn" }, { "Possibly", "A", NULL, "vessel:a" },
  };
  static const Entry second[] = {
    { "Last heard", "2 seconds ago", "11:00:00 UTC" }, { "Position", "0" }, { "Speed", "12.5 kn" },
    { "Possibly", "A", NULL, "vessel:a" }, { "Possibly", "B", NULL, "vessel:b" },
  };
  static const Entry third[] = { { "Last heard", "3 seconds ago" }, { "Speed", "13.0 kn" } };
  GtkWidget *window = gtk_window_new ();
  RutterDetailsPane *pane = RUTTER_DETAILS_PANE (rutter_details_pane_new ());
  g_autoptr(RutterDetails) details = rutter_details_new ();
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) last = NULL;

  details->uid = "vessel:lady-r";
  details->title = "Lady R";
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (pane));
  gtk_window_present (GTK_WINDOW (window));
  rutter_details_pane_set_details (pane, details);
  g_assert_false (says (window, "Live AIS"));

  set_live (pane, first, G_N_ELEMENTS (first));
  g_assert_true (says (window, "Live AIS"));
  g_assert_true (says (window, "12.0 kn"));
  g_assert_false (says (window, "What Does Not Agree"));
  before = list_widgets (GTK_WIDGET (pane), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (before->len, ==, 3);
  while (!gtk_widget_get_mapped (g_ptr_array_index (before, 1)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_grab_focus (g_ptr_array_index (before, 1)));

  set_live (pane, second, G_N_ELEMENTS (second));
  after = list_widgets (GTK_WIDGET (pane), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (after->len, ==, 5);
  g_assert_true (g_ptr_array_index (after, 0) == g_ptr_array_index (before, 0));
  g_assert_true (g_ptr_array_index (after, 2) == g_ptr_array_index (before, 1));
  g_assert_true (g_ptr_array_index (after, 3) == g_ptr_array_index (before, 2));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == g_ptr_array_index (after, 2));
  g_assert_true (says (window, "12.5 kn"));
  g_assert_true (says (window, "11:00:00 UTC"));
  g_assert_false (says (window, "12.0 kn"));

  /* Of the same object, told anew, what is heard stays; of another it does not. */
  rutter_details_pane_set_details (pane, details);
  g_assert_true (says (window, "12.5 kn"));
  set_live (pane, third, G_N_ELEMENTS (third));
  last = list_widgets (GTK_WIDGET (pane), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (last->len, ==, 2);
  g_assert_false (says (window, "11:00:00 UTC"));

  rutter_details_pane_set_live (pane, NULL);
  g_assert_false (says (window, "Live AIS"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/live-card/update", test_update);

  return g_test_run ();
}
