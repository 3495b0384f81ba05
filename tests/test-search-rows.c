/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search-rows.h"

#include "fixture-records.h"
#include "rutter-day-range.h"
#include "rutter-hidden.h"

#include <glib/gstdio.h>

static void
open_filter (RutterFilter *filter)
{
  rutter_filter_init (filter);
  filter->layers = (1u << RUTTER_N_LAYER) - 1;
  g_clear_pointer (&filter->actors, g_strfreev);
  filter->first_day = RUTTER_DAY_RANGE_ALL.first;
  filter->last_day = RUTTER_DAY_RANGE_ALL.last;
}

/* What hides is named, and undoing that alone shows. */
static void
test_hidden (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new ();
  const RutterObject *event = rutter_records_find (records, "event:call");
  static const struct
  {
    guint        closed;
    RutterHidden expected;
  } cases[] = {
    { 0, 0 },
    { RUTTER_HIDDEN_BY_LAYER, RUTTER_HIDDEN_BY_LAYER },
    { RUTTER_HIDDEN_BY_TIME, RUTTER_HIDDEN_BY_TIME },
    { RUTTER_HIDDEN_BY_ACTORS, RUTTER_HIDDEN_BY_ACTORS },
    { RUTTER_HIDDEN_BY_LAYER | RUTTER_HIDDEN_BY_TIME,
      RUTTER_HIDDEN_BY_LAYER | RUTTER_HIDDEN_BY_TIME },
    { 7, 7 },
  };

  g_assert_nonnull (event);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterFilter filter, shown;

      g_test_message ("%u", cases[i].closed);
      open_filter (&filter);
      if (cases[i].closed & RUTTER_HIDDEN_BY_LAYER)
        filter.layers = 0;
      if (cases[i].closed & RUTTER_HIDDEN_BY_TIME)
        filter.first_day = filter.last_day = -200000;
      if (cases[i].closed & RUTTER_HIDDEN_BY_ACTORS)
        filter.actors = g_strsplit ("nobody", " ", -1);

      g_assert_cmpint (rutter_hidden_find (event, NULL, &filter, &shown), ==, cases[i].expected);
      g_assert_cmpint (rutter_hidden_describe (cases[i].expected) == NULL, ==,
                       cases[i].expected == 0);
      g_assert_true (rutter_atlas_keeps (event, &shown));
      /* Of the layers that were off, one is on. */
      if (cases[i].closed & RUTTER_HIDDEN_BY_LAYER)
        g_assert_cmpuint (shown.layers & (shown.layers - 1), ==, 0);
      rutter_filter_clear (&shown);
      rutter_filter_clear (&filter);
    }
}

/* A findings of @words in the fixture, and in a gazetteer that has one city. */
static RutterFindings *
find (RutterRecords *records,
      const char    *words)
{
  static const char *const tables[][2] = {
    { "names.tsv", "kind\trank\tlon\tlat\tname\tnative\n" },
    { "cities.tsv", "name\tcountry\tlon\tlat\tpopulation\tcapital\nRajin\tKP\t130.283\t42.256\t"
                    "66224\t0\n" },
    { "ports.tsv", "locode\tname\tlon\tlat\n" },
  };
  g_autofree char *folder = g_dir_make_tmp ("rutter-rows-XXXXXX", NULL);
  g_autoptr(RutterSearchIndex) index = rutter_search_index_new (records);
  g_autoptr(RutterGazetteer) gazetteer = NULL;
  g_autoptr(GError) error = NULL;
  char *paths[3];

  for (guint i = 0; i < 3; i++)
    {
      paths[i] = g_build_filename (folder, tables[i][0], NULL);
      g_assert_true (g_file_set_contents (paths[i], tables[i][1], -1, NULL));
    }
  gazetteer = rutter_gazetteer_new_from_files (paths[0], paths[1], paths[2], &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (g_remove (paths[i]), ==, 0);
      g_free (paths[i]);
    }
  g_assert_cmpint (g_remove (folder), ==, 0);

  return rutter_findings_new (index, gazetteer, words, 6);
}

static void
test_names_of_the_map (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new ();
  g_autoptr(RutterFindings) findings = find (records, "Rajin");
  g_autoptr(GPtrArray) items = NULL;
  const RutterSearchEntry *first, *last;
  RutterFilter filter;
  RutterLonLat position;
  double zoom;

  open_filter (&filter);
  items = rutter_search_rows_new (findings, &filter);
  g_assert_cmpuint (items->len, >, 1);
  first = rutter_search_item_get_entry (g_ptr_array_index (items, 0));
  g_assert_cmpstr (first->uid, ==, "place:rajin");
  g_assert_null (first->remark);
  g_assert_false (rutter_search_rows_read_ground (first->uid, &position, &zoom));

  for (guint i = items->len; i-- > 0;)
    {
      last = rutter_search_item_get_entry (g_ptr_array_index (items, i));
      if (g_str_equal (last->group, "On the map"))
        break;
    }
  g_assert_cmpstr (last->group, ==, "On the map");
  g_assert_cmpstr (last->title, ==, "Rajin");
  g_assert_cmpstr (last->label, ==, "City");
  g_assert_cmpstr (last->text, ==, "Rajin, KP");
  g_assert_true (rutter_search_rows_read_ground (last->uid, &position, &zoom));
  g_assert_cmpfloat (position.lon, ==, 130.283);
  g_assert_cmpfloat (position.lat, ==, 42.256);
  g_assert_cmpfloat (zoom, >, 5);
  g_clear_pointer (&items, g_ptr_array_unref);

  /* A row says what hides its object. */
  filter.layers = 0;
  items = rutter_search_rows_new (findings, &filter);
  first = rutter_search_item_get_entry (g_ptr_array_index (items, 0));
  g_assert_cmpstr (first->remark, ==, "layer off");
  rutter_filter_clear (&filter);
}

static void
test_no_place (void)
{
  static const char *const uids[] = {
    "place:rajin", "ground:", "ground:1,2", "ground:1,2,3,4", "ground:181,2,3", "ground:1,91,3",
    "ground:1,2,nan", "", "ground",
  };
  RutterLonLat position;
  double zoom;

  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      g_test_message ("%s", uids[i]);
      g_assert_false (rutter_search_rows_read_ground (uids[i], &position, &zoom));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-rows/hidden", test_hidden);
  g_test_add_func ("/search-rows/names-of-the-map", test_names_of_the_map);
  g_test_add_func ("/search-rows/no-place", test_no_place);

  return g_test_run ();
}
