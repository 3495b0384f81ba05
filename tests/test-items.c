/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-actor-item.h"
#include "rutter-details.h"
#include "rutter-layer-item.h"
#include "rutter-search-item.h"

static void
count_up (guint *n)
{
  (*n)++;
}

static void
test_layer_notifies_changes_only (void)
{
  g_autoptr(RutterLayerItem) item = rutter_layer_item_new (RUTTER_LAYER_HUBS);
  guint n_visible = 0;
  guint n_counts = 0;
  g_autofree char *counts = NULL;
  g_autofree char *hidden = NULL;

  g_signal_connect_swapped (item, "notify::visible", G_CALLBACK (count_up), &n_visible);
  g_signal_connect_swapped (item, "notify::counts", G_CALLBACK (count_up), &n_counts);

  g_assert_cmpstr (rutter_layer_item_get_title (item), ==, "Front-company hubs");
  rutter_layer_item_set_visible (item, TRUE);
  g_assert_cmpuint (n_visible, ==, 0);
  rutter_layer_item_set_counts (item, 3, 10);
  rutter_layer_item_set_counts (item, 3, 10);
  g_assert_cmpuint (n_counts, ==, 1);
  counts = rutter_layer_item_dup_counts (item);
  g_assert_cmpstr (counts, ==, "3 of 10 in view");

  rutter_layer_item_set_visible (item, FALSE);
  g_assert_cmpuint (n_visible, ==, 1);
  g_assert_cmpuint (n_counts, ==, 2);
  hidden = rutter_layer_item_dup_counts (item);
  g_assert_cmpstr (hidden, ==, "10, hidden");
}

static void
note_change (GListModel *model,
             guint       position,
             guint       removed,
             guint       added,
             guint      *changes)
{
  changes[0] = position;
  changes[1] = removed;
  changes[2] = added;
  changes[3]++;
}

/* Rows that stay the same are kept while the map moves, for rebuilding them costs a layout. */
static void
test_legend_keeps_rows (void)
{
  g_autoptr(RutterLayerItem) item = rutter_layer_item_new (RUTTER_LAYER_TRANSFERS);
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  RutterLegendEntry a = { .title = "Russia supplies", .actor = "RU", .n = 2 };
  RutterLegendEntry b = { .title = "Iran supplies", .actor = "IR", .n = 1 };
  RutterLegendEntry c = { .title = "Russia supplies", .actor = "RU", .n = 4 };
  RutterLegendEntry d = { .title = "Iran buys", .actor = "IR", .n = 1 };
  g_autoptr(RutterLegendItem) first = NULL;
  guint changes[4] = { 0, };

  g_signal_connect (rutter_layer_item_get_legend (item), "items-changed",
                    G_CALLBACK (note_change), changes);
  g_ptr_array_add (entries, &a);
  g_ptr_array_add (entries, &b);
  rutter_layer_item_set_legend (item, entries);
  g_assert_cmpuint (changes[2], ==, 2);
  rutter_layer_item_set_legend (item, entries);
  g_assert_cmpuint (changes[3], ==, 1);

  g_ptr_array_index (entries, 0) = &c;
  rutter_layer_item_set_legend (item, entries);
  g_assert_cmpuint (changes[3], ==, 1);
  first = g_list_model_get_item (rutter_layer_item_get_legend (item), 0);
  g_assert_cmpuint (rutter_legend_item_get_entry (first)->n, ==, 4);

  g_ptr_array_index (entries, 1) = &d;
  rutter_layer_item_set_legend (item, entries);
  g_assert_cmpuint (changes[3], ==, 2);
  g_assert_cmpuint (changes[0], ==, 1);
  g_assert_cmpuint (changes[1], ==, 1);
  g_assert_cmpuint (changes[2], ==, 1);

  g_ptr_array_set_size (entries, 0);
  rutter_layer_item_set_legend (item, entries);
  g_assert_cmpuint (g_list_model_get_n_items (rutter_layer_item_get_legend (item)), ==, 0);
}

static void
test_actor (void)
{
  g_autoptr(RutterActorItem) item = rutter_actor_item_new ("KP", "North Korea");
  guint n = 0;

  g_signal_connect_swapped (item, "notify::active", G_CALLBACK (count_up), &n);
  rutter_actor_item_set_active (item, FALSE);
  rutter_actor_item_set_active (item, TRUE);
  rutter_actor_item_set_active (item, 2);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (rutter_actor_item_get_code (item), ==, "KP");
}

static void
test_details_own_their_texts (void)
{
  g_autoptr(RutterDetails) details = rutter_details_new ();
  char text[] = "Simon's Town";
  RutterDetailsClaim *claim = rutter_details_add_claim (details);
  RutterDetailsSection *section = rutter_details_add_section (details, "stops", "Stops");

  claim->statement = rutter_details_keep (details, text);
  rutter_details_add_source (claim)->title = rutter_details_keep (details, text);
  rutter_details_add_row (section->rows)->text = rutter_details_keep (details, text);
  text[0] = 'X';

  g_assert_cmpstr (claim->statement, ==, "Simon's Town");
  g_assert_cmpuint (details->claims->len, ==, 1);
  g_assert_cmpuint (section->rows->len, ==, 1);
  g_assert_null (rutter_details_keep (details, ""));
  g_assert_null (rutter_details_keep (details, NULL));
}

static void
test_search_shows_its_match (void)
{
  static const guint spans[] = { 0, 4, 5, 7 };
  static const guint late[] = { 75, 79 };
  static const struct
  {
    RutterSearchEntry  entry;
    const char        *markup;
  } cases[] = {
    { { .title = "Port & R", .text = "Port & R", .spans = spans, .n_spans = 2 },
      "<b>Port</b> <b>&amp; </b>R" },
    { { .title = "T", .label = "statement",
        .text = "Words that stand before what was asked are left out when there are many of them "
                "here", .spans = late, .n_spans = 1 },
      "… out when there are many of <b>them</b> here" },
    { { .title = "T",
        .text = "Words that stand before what was asked are left out when there are many of them "
                "here", .spans = late, .n_spans = 1 },
      "Words that stand before what was asked are left out when there are many of <b>them</b>"
      " here" },
    { { .title = "T", .text = "" }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterSearchItem) item = rutter_search_item_new (&cases[i].entry);
      g_autofree char *markup = rutter_search_item_dup_markup (item);

      g_assert_cmpstr (markup, ==, cases[i].markup);
      g_assert_true (rutter_search_item_get_entry (item)->title != cases[i].entry.title);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/items/layer", test_layer_notifies_changes_only);
  g_test_add_func ("/items/legend", test_legend_keeps_rows);
  g_test_add_func ("/items/actor", test_actor);
  g_test_add_func ("/items/search", test_search_shows_its_match);
  g_test_add_func ("/items/details", test_details_own_their_texts);

  return g_test_run ();
}
