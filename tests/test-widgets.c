/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-claim-card.h"
#include "rutter-details-pane.h"
#include "rutter-pick-list.h"
#include "rutter-picture.h"
#include "rutter-search-field.h"
#include "rutter-search-row.h"
#include "rutter-sidebar.h"
#include "rutter-status-badge.h"

#include "rutter-actor-item.h"
#include "rutter-layer-item.h"
#include "widget-finder.h"

static char *asked_uid; /* what the last win.show-object named */

static void
assert_says (GtkWidget  *root,
             const char *text)
{
  if (widget_finder_find (root, GTK_TYPE_LABEL, text) == NULL)
    g_error ("nothing says \"%s\"", text);
}

static void
on_show_object_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_free (asked_uid);
  asked_uid = g_variant_dup_string (parameter, NULL);
}

static GtkWidget *
show (GtkWidget *child)
{
  static const GActionEntry entries[] = {
    { .name = "show-object", .activate = on_show_object_cb, .parameter_type = "s" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *window = adw_window_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (window), 420, 600);
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

static RutterDetails *
create_details (void)
{
  RutterDetails *details = rutter_details_new ();
  RutterDetailsClaim *claim = rutter_details_add_claim (details);
  RutterDetailsSource *source = rutter_details_add_source (claim);
  RutterDetailsRow *row = rutter_details_add_row (claim->denials);
  RutterDetailsSection *section = rutter_details_add_section (details, "events", "Events");

  details->title = "Lady R";
  details->kind = "Vessel, ro-ro cargo";
  details->has_status = TRUE;
  details->status = RUTTER_STATUS_OFFICIAL_ACCUSATION;
  details->denied = TRUE;
  details->n_own_claims = 1;
  claim->statement = "She loaded cargo at Simon's Town.";
  claim->status = RUTTER_STATUS_OFFICIAL_ACCUSATION;
  claim->hedge = "confident";
  source->title = "Briefing of the ambassador";
  rutter_details_set_publisher (details, source, "Press (copy: Archive)");
  source->address = "https://example.org/a";
  row->text = "The government of South Africa";
  row->uid = "party:za";
  row = rutter_details_add_row (claim->contradictions);
  row->label = "what was loaded";
  row->text = "Nothing was loaded.";
  row->status = RUTTER_STATUS_CONFIRMED;
  row = rutter_details_add_row (section->rows);
  row->text = "Call at Simon's Town";
  row->uid = "event:simons-town";

  return details;
}

static void
test_publisher (void)
{
  static const struct
  {
    const char *text;
    const char *publisher;
    const char *copy;
  } cases[] = {
    { "AP", "AP", NULL },
    { "AP (copy: LocalNews8)", "AP", "LocalNews8" },
    { "ITU (copy: a (b), commit c)", "ITU", "a (b), commit c" },
    { "AP (copy: )", "AP", NULL },
    { "AP (copy: LocalNews8", "AP (copy: LocalNews8", NULL },
    { " (copy: LocalNews8)", " (copy: LocalNews8)", NULL },
    { "", NULL, NULL },
    { NULL, NULL, NULL },
  };
  g_autoptr(RutterDetails) details = rutter_details_new ();
  RutterDetailsSource source = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rutter_details_set_publisher (details, &source, cases[i].text);
      g_assert_cmpstr (source.publisher, ==, cases[i].publisher);
      g_assert_cmpstr (source.copy, ==, cases[i].copy);
    }
}

static void
test_details (void)
{
  GtkWidget *pane = rutter_details_pane_new ();
  g_autoptr(RutterDetails) details = create_details ();
  GtkWidget *window = show (pane);
  GtkWidget *card;
  GtkWidget *row;

  gtk_test_accessible_assert_role (pane, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_test_accessible_assert_property (pane, GTK_ACCESSIBLE_PROPERTY_LABEL, "Details");
  assert_says (pane, "Nothing Selected");

  rutter_details_pane_set_details (RUTTER_DETAILS_PANE (pane), details);
  assert_says (pane, "Lady R");
  assert_says (pane, "Vessel, ro-ro cargo");
  assert_says (pane, "Press");
  assert_says (pane, "Read in a copy: Archive");
  assert_says (pane, "Why It Is Drawn");

  card = widget_finder_find (pane, RUTTER_TYPE_CLAIM_CARD, NULL);
  g_assert_nonnull (card);
  assert_says (card, "Official accusation");
  assert_says (card, "Denied by some");
  assert_says (card, "She loaded cargo at Simon's Town.");
  assert_says (card, "In the source’s words: “confident”");
  assert_says (card, "Denied by");
  assert_says (card, "The government of South Africa");
  assert_says (card, "Sources differ: what was loaded");
  assert_says (card, "Nothing was loaded.");
  assert_says (card, "Briefing of the ambassador");

  row = gtk_widget_get_ancestor (widget_finder_find (pane, GTK_TYPE_LABEL, "Call at Simon's Town"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  gtk_widget_activate (row);
  g_assert_cmpstr (asked_uid, ==, "event:simons-town");

  rutter_details_pane_set_details (RUTTER_DETAILS_PANE (pane), NULL);
  g_assert_null (widget_finder_find (pane, RUTTER_TYPE_CLAIM_CARD, NULL));
  finish (window);
}

static void
test_sidebar (void)
{
  GtkWidget *sidebar = rutter_sidebar_new ();
  g_autoptr(GListStore) layers = g_list_store_new (RUTTER_TYPE_LAYER_ITEM);
  g_autoptr(GListStore) actors = g_list_store_new (RUTTER_TYPE_ACTOR_ITEM);
  g_autoptr(RutterLayerItem) hubs = rutter_layer_item_new (RUTTER_LAYER_HUBS);
  g_autoptr(RutterActorItem) iran = rutter_actor_item_new ("IR", "Iran");
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  RutterLegendEntry entry = {
    .layer = RUTTER_LAYER_HUBS,
    .shape = RUTTER_SHAPE_POINT,
    .symbol = RUTTER_SYMBOL_HUB,
    .status = RUTTER_STATUS_REPORTED,
    .title = "Hub, reported",
    .definition = "Where companies buy for others.",
    .news = "Where companies buy for others.",
    .n = 1,
  };
  GtkWidget *toggle;
  GtkWidget *chip;
  GtkWidget *window;

  g_list_store_append (layers, hubs);
  rutter_sidebar_set_layers (RUTTER_SIDEBAR (sidebar), G_LIST_MODEL (layers));
  rutter_sidebar_set_actors (RUTTER_SIDEBAR (sidebar), G_LIST_MODEL (actors));
  g_list_store_append (actors, iran);
  g_ptr_array_add (entries, &entry);
  rutter_layer_item_set_counts (hubs, 1, 10);
  rutter_layer_item_set_legend (hubs, entries);
  window = show (sidebar);

  assert_says (sidebar, "Front-company hubs");
  assert_says (sidebar, "1 of 10 in view");
  assert_says (sidebar, "Hub, reported");
  assert_says (sidebar, "Where companies buy for others.");

  toggle = widget_finder_find (sidebar, GTK_TYPE_SWITCH, NULL);
  gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Front-company hubs");
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_assert_false (rutter_layer_item_get_visible (hubs));
  assert_says (sidebar, "10, hidden");
  rutter_layer_item_set_visible (hubs, TRUE);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));

  chip = gtk_widget_get_ancestor (widget_finder_find (sidebar, GTK_TYPE_LABEL, "Iran"),
                                  GTK_TYPE_TOGGLE_BUTTON);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Iran");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  g_assert_true (rutter_actor_item_get_active (iran));
  finish (window);
}

static void
test_badges_carry_their_word (void)
{
  for (guint i = 0; i < RUTTER_N_STATUS; i++)
    {
      GtkWidget *badge = g_object_ref_sink (rutter_status_badge_new ((RutterStatus)i));

      assert_says (badge, rutter_status_get_title ((RutterStatus)i));
      g_assert_true (gtk_widget_has_css_class (badge, rutter_status_get_id ((RutterStatus)i)));
      g_assert_finalize_object (badge);
    }
}

static void
test_pick_list (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = rutter_pick_list_new ();
  RutterMark a = { .uid = "hub:a", .title = "Shenzhen", .kind = RUTTER_KIND_HUB,
                   .shape = RUTTER_SHAPE_POINT, .symbol = RUTTER_SYMBOL_HUB };
  RutterMark b = { .uid = "place:b", .title = "Hong Kong", .kind = RUTTER_KIND_PLACE,
                   .shape = RUTTER_SHAPE_POINT, .symbol = RUTTER_SYMBOL_PLACE };
  g_autoptr(GPtrArray) marks = g_ptr_array_new ();
  GtkWidget *window = show (box);
  GtkWidget *row;

  gtk_widget_set_parent (list, box);
  g_ptr_array_add (marks, &a);
  g_ptr_array_add (marks, &b);
  rutter_pick_list_offer (RUTTER_PICK_LIST (list), marks, 10, 10);
  assert_says (list, "Shenzhen");
  assert_says (list, "Hub");
  row = gtk_widget_get_ancestor (widget_finder_find (list, GTK_TYPE_LABEL, "Hong Kong"),
                                 GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_activate (row);
  g_assert_cmpstr (asked_uid, ==, "place:b");

  gtk_widget_unparent (list);
  finish (window);
}

static void
on_search_signal_cb (RutterSearchField  *field,
                     const char         *text,
                     char              **noted)
{
  g_free (*noted);
  *noted = g_strdup (text);
}

static void
on_search_left_cb (RutterSearchField *field,
                   gboolean          *has_left)
{
  *has_left = TRUE;
}

static GPtrArray *
make_results (void)
{
  static const guint spans[] = { 0, 4 };
  static const RutterSearchEntry entries[] = {
    { .uid = "vessel:one", .group = "Vessels", .title = "Lady One", .text = "Lady One",
      .spans = spans, .n_spans = 1 },
    { .uid = "vessel:two", .group = "Vessels", .title = "Two", .label = "former name",
      .text = "Lady Two", .spans = spans, .n_spans = 1, .remark = "one letter differs" },
    { .uid = "place:three", .group = "Claims", .title = "Three", .label = "statement",
      .text = "Lady Three was seen.", .spans = spans, .n_spans = 1, .has_status = TRUE,
      .status = RUTTER_STATUS_ALLEGED, .denied = TRUE },
  };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_ptr_array_add (items, rutter_search_item_new (&entries[i]));

  return items;
}

static void
test_search (void)
{
  GtkWidget *field = g_object_new (RUTTER_TYPE_SEARCH_FIELD, NULL);
  GtkWidget *window = show (field);
  GtkWidget *entry = widget_finder_find (field, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *list = widget_finder_find (field, GTK_TYPE_LIST_BOX, NULL);
  g_autoptr(GPtrArray) items = make_results ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autofree char *asked = NULL, *chosen = NULL;
  gboolean has_left = FALSE;

  g_signal_connect (field, "asked", G_CALLBACK (on_search_signal_cb), &asked);
  g_signal_connect (field, "chosen", G_CALLBACK (on_search_signal_cb), &chosen);
  g_signal_connect (field, "left", G_CALLBACK (on_search_left_cb), &has_left);

  rutter_search_field_start (RUTTER_SEARCH_FIELD (field));
  gtk_editable_set_text (GTK_EDITABLE (entry), "lady");
  while (asked == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (asked, ==, "lady");

  /* The answer to another question comes too late. */
  rutter_search_field_show_results (RUTTER_SEARCH_FIELD (field), "lad", items, 3);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));

  rutter_search_field_show_results (RUTTER_SEARCH_FIELD (field), "lady", items, 3);
  assert_says (field, "<b>Lady</b> One");
  assert_says (field, "former name: <b>Lady</b> Two");
  assert_says (field, "one letter differs");
  assert_says (field, "<b>Lady</b> Three was seen.");
  assert_says (field, "Alleged");
  assert_says (field, "Denied by some");
  assert_says (field, "Vessels");
  assert_says (field, "Claims");

  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (chosen, ==, "vessel:one");
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_assert_cmpstr (chosen, ==, "place:three");

  /* Return before the answer: the first is opened when it comes. */
  g_clear_pointer (&chosen, g_free);
  gtk_editable_set_text (GTK_EDITABLE (entry), "lady o");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (asked, ==, "lady o");
  g_assert_null (chosen);
  rutter_search_field_show_results (RUTTER_SEARCH_FIELD (field), "lady o", items, 3);
  g_assert_cmpstr (chosen, ==, "vessel:one");

  gtk_editable_set_text (GTK_EDITABLE (entry), "qq");
  rutter_search_field_show_results (RUTTER_SEARCH_FIELD (field), "qq", none, 0);
  assert_says (field, "Nothing Found for “qq”");
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));

  g_assert_false (has_left);
  g_assert_true (rutter_search_field_stop (RUTTER_SEARCH_FIELD (field)));
  g_assert_true (has_left);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  finish (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/publisher", test_publisher);
  g_test_add_func ("/widgets/details", test_details);
  g_test_add_func ("/widgets/sidebar", test_sidebar);
  g_test_add_func ("/widgets/badges", test_badges_carry_their_word);
  g_test_add_func ("/widgets/search", test_search);
  g_test_add_func ("/widgets/pick-list", test_pick_list);
  status = g_test_run ();
  g_free (asked_uid);

  return status;
}
