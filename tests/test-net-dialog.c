/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-button.h"
#include "rutter-net-dialog.h"
#include "rutter-net-host-row.h"
#include "rutter-net-row.h"

#include <string.h>

typedef struct
{
  RutterNetGate   *gate;
  RutterNetPolicy *policy;
  RutterNetLedger *ledger;
  GtkWidget       *dialog;
} Fixture;

static void
let_rest (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->gate = rutter_net_gate_new (NULL);
  fixture->policy = rutter_net_gate_get_policy (fixture->gate);
  fixture->ledger = rutter_net_gate_get_ledger (fixture->gate);
  fixture->dialog = rutter_net_dialog_new (NULL, fixture->gate);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  let_rest ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  let_rest ();
  g_assert_finalize_object (g_steal_pointer (&fixture->gate));
}

static gpointer
get (Fixture    *fixture,
     const char *child)
{
  GObject *object = gtk_widget_get_template_child (fixture->dialog, RUTTER_TYPE_NET_DIALOG, child);

  g_assert_nonnull (object);
  return object;
}

static RutterNetHostRow *
get_row (Fixture *fixture,
         int      i)
{
  return (RutterNetHostRow *)gtk_list_box_get_row_at_index (get (fixture, "hosts"), i);
}

/* The first widget of a type within another, in the order of the tree. */
static GtkWidget *
find_within (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_within (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_button (void)
{
  static const struct
  {
    gboolean    is_on;
    guint       n_hosts;
    const char *label, *words;
  } cases[] = {
    { FALSE, 0, "net: off", "Network: off, nobody is contacted" },
    { TRUE, 1, "net: 1 host", "Network: on, 1 host is allowed" },
    { TRUE, 2, "net: 2 hosts", "Network: on, 2 hosts are allowed" },
    { TRUE, 0, "net: 0 hosts", "Network: on, 0 hosts are allowed" },
    { FALSE, 2, "net: off", "Network: off, nobody is contacted" },
  };
  RutterNetButton *button = g_object_ref_sink (g_object_new (RUTTER_TYPE_NET_BUTTON, NULL));
  GtkWidget *inner = find_within (GTK_WIDGET (button), GTK_TYPE_BUTTON);
  GtkLabel *label = GTK_LABEL (find_within (inner, GTK_TYPE_LABEL));
  GtkImage *icon = GTK_IMAGE (find_within (inner, GTK_TYPE_IMAGE));
  g_autofree char *off_icon = g_strdup (gtk_image_get_icon_name (icon));

  g_assert_cmpstr (gtk_label_get_label (label), ==, cases[0].label);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      rutter_net_button_show (button, cases[i].is_on, cases[i].n_hosts);
      g_assert_cmpstr (gtk_label_get_label (label), ==, cases[i].label);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (inner), ==, cases[i].words);
      g_assert_true ((g_strcmp0 (gtk_image_get_icon_name (icon), off_icon) == 0) !=
                     cases[i].is_on);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           cases[i].words);
    }

  g_assert_finalize_object (button);
}

static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSwitch *on = get (fixture, "on_switch");

  g_assert_false (gtk_switch_get_active (on));
  gtk_switch_set_active (on, TRUE);
  g_assert_true (rutter_net_policy_is_on (fixture->policy));
  rutter_net_policy_set_on (fixture->policy, FALSE);
  g_assert_false (gtk_switch_get_active (on));
}

static void
test_hosts (Fixture       *fixture,
            gconstpointer  data)
{
  GtkEditable *entry = get (fixture, "entry");
  RutterNetHostRow *kept;
  GtkDropDown *grants;

  g_assert_null (get_row (fixture, 0));
  gtk_editable_set_text (entry, "no host at all");
  g_signal_emit_by_name (entry, "apply");
  g_assert_null (get_row (fixture, 0));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  gtk_editable_set_text (entry, " Two.TEST. ");
  g_signal_emit_by_name (entry, "apply");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpint (rutter_net_policy_get_grant (fixture->policy, "two.test"), ==, RUTTER_NET_RUN);
  kept = get_row (fixture, 0);
  g_assert_cmpstr (rutter_net_host_row_get_host (kept), ==, "two.test");

  g_test_message ("in order, and whoever stays keeps its row");
  rutter_net_policy_allow (fixture->policy, "three.test", RUTTER_NET_ALWAYS, NULL);
  rutter_net_policy_allow (fixture->policy, "one.test", RUTTER_NET_ONCE, NULL);
  g_assert_cmpstr (rutter_net_host_row_get_host (get_row (fixture, 0)), ==, "one.test");
  g_assert_cmpstr (rutter_net_host_row_get_host (get_row (fixture, 1)), ==, "three.test");
  g_assert_true (get_row (fixture, 2) == kept);

  g_test_message ("how long");
  grants = GTK_DROP_DOWN (find_within (GTK_WIDGET (kept), GTK_TYPE_DROP_DOWN));
  g_assert_cmpuint (gtk_drop_down_get_selected (grants), ==, 1);
  gtk_drop_down_set_selected (grants, 2);
  g_assert_cmpint (rutter_net_policy_get_grant (fixture->policy, "two.test"), ==,
                   RUTTER_NET_ALWAYS);
  rutter_net_policy_allow (fixture->policy, "two.test", RUTTER_NET_ONCE, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (grants), ==, 0);

  g_test_message ("taken out");
  rutter_net_policy_spend (fixture->policy, "one.test");
  g_assert_cmpstr (rutter_net_host_row_get_host (get_row (fixture, 0)), ==, "three.test");
  rutter_net_policy_forbid (fixture->policy, "three.test");
  g_assert_true (get_row (fixture, 0) == kept);
  rutter_net_policy_forbid (fixture->policy, "two.test");
  g_assert_null (get_row (fixture, 0));
}

static void
test_ledger (Fixture       *fixture,
             gconstpointer  data)
{
  GtkStack *stack = get (fixture, "ledger_stack");
  GtkLabel *note = get (fixture, "ledger_note");
  GtkSelectionModel *shown = gtk_list_view_get_model (get (fixture, "ledger_view"));
  g_autofree char *usual = g_strdup (gtk_label_get_label (note));
  g_autoptr(RutterNetEntry) first = NULL;
  g_autoptr(RutterNetEntry) second = NULL;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  rutter_net_ledger_note (fixture->ledger, "one.test", "Test", FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "lines");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), ==, 1);
  g_assert_cmpstr (gtk_label_get_label (note), ==, usual);

  g_test_message ("the latest first");
  rutter_net_ledger_note (fixture->ledger, "two.test", "Test", FALSE);
  first = g_list_model_get_item (G_LIST_MODEL (shown), 0);
  second = g_list_model_get_item (G_LIST_MODEL (shown), 1);
  g_assert_true (first != second);
  g_assert_cmpint (rutter_net_entry_get_time_us (first), >=,
                   rutter_net_entry_get_time_us (second));

  g_test_message ("too many, while nobody looks");
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *host = g_strdup_printf ("h%u.test", i);

      rutter_net_ledger_note (fixture->ledger, host, "Test", TRUE);
    }
  fixture->dialog = rutter_net_dialog_new (NULL, fixture->gate);
  stack = get (fixture, "ledger_stack");
  note = get (fixture, "ledger_note");
  g_assert_cmpstr (gtk_label_get_label (note), !=, usual);
  g_assert_nonnull (strstr (gtk_label_get_label (note), "dropped"));

  g_assert_true (gtk_widget_activate_action (get (fixture, "ledger_view"), "ledger.clear", NULL));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_cmpstr (gtk_label_get_label (note), ==, usual);
}

static GtkLabel *
get_label (GtkWidget  *row,
           const char *name)
{
  return GTK_LABEL (gtk_widget_get_template_child (row, RUTTER_TYPE_NET_ROW, name));
}

static void
test_row (void)
{
  g_autoptr(RutterNetEntry) allowed = rutter_net_entry_new (0, "one.test", "Map tiles", TRUE);
  g_autoptr(RutterNetEntry) refused = rutter_net_entry_new (0, "two.test", "Map tiles", FALSE);
  GtkWidget *row = g_object_ref_sink (rutter_net_row_new ());
  g_autofree char *icon = NULL;
  GObject *image = gtk_widget_get_template_child (row, RUTTER_TYPE_NET_ROW, "icon");

  rutter_net_row_set_entry (RUTTER_NET_ROW (row), allowed);
  g_assert_cmpstr (gtk_label_get_label (get_label (row, "host")), ==, "one.test");
  g_assert_cmpstr (gtk_label_get_label (get_label (row, "verdict")), ==, "allowed");
  g_assert_nonnull (strstr (gtk_label_get_label (get_label (row, "facts")), "Map tiles · 1 time"));
  icon = g_strdup (gtk_image_get_icon_name (GTK_IMAGE (image)));

  rutter_net_entry_fold (allowed, 1, "one.test", "Map tiles", TRUE);
  rutter_net_entry_add_bytes (allowed, 1000, 2000);
  g_assert_nonnull (strstr (gtk_label_get_label (get_label (row, "facts")), "2 times, 1.0"));
  g_assert_nonnull (strstr (gtk_label_get_label (get_label (row, "facts")), "kB received"));

  rutter_net_row_set_entry (RUTTER_NET_ROW (row), refused);
  g_assert_cmpstr (gtk_label_get_label (get_label (row, "verdict")), ==, "refused");
  g_assert_nonnull (strstr (gtk_label_get_label (get_label (row, "facts")), "nothing sent"));
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (image)), !=, icon);

  rutter_net_entry_add_bytes (allowed, 1000, 2000);
  g_assert_cmpstr (gtk_label_get_label (get_label (row, "host")), ==, "two.test");
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/net-dialog/switch", test_switch },
    { "/net-dialog/hosts", test_hosts },
    { "/net-dialog/ledger", test_ledger },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/net-button", test_button);
  g_test_add_func ("/net-row", test_row);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
