/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-records.h"
#include "rutter-atlas.h"
#include "rutter-legend.h"

typedef struct
{
  RutterRecords *records;
  RutterPicture *picture;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  last_day)
{
  RutterFilter filter;

  fixture->records = fixture_records_new ();
  rutter_filter_init (&filter);
  filter.layers = (1u << RUTTER_N_LAYER) - 1;
  if (last_day != NULL)
    filter.last_day = rutter_edtf_day (GPOINTER_TO_INT (last_day), 12, 31);
  fixture->picture = rutter_atlas_build_picture (fixture->records, &filter);
  rutter_filter_clear (&filter);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  rutter_picture_unref (fixture->picture);
  rutter_records_unref (fixture->records);
}

static RutterView
make_view (double lon,
           double lat,
           double zoom)
{
  return (RutterView) { rutter_mercator_project ((RutterLonLat) { lon, lat }), zoom, 0, 400, 400,
                        1 };
}

static const RutterLegendClass *
find_class (const RutterLegendLayer *layer,
            const char              *title)
{
  for (guint i = 0; i < layer->classes->len; i++)
    {
      const RutterLegendClass *row = g_ptr_array_index (layer->classes, i);

      if (g_str_equal (row->title, title))
        return row;
    }

  g_test_message ("no class \"%s\"", title);
  return NULL;
}

static void
test_world (Fixture       *fixture,
            gconstpointer  data)
{
  RutterView view = make_view (0, 0, 0);
  g_autoptr(RutterLegend) legend = rutter_legend_new (fixture->records, fixture->picture, &view);
  const RutterLegendLayer *layer = rutter_legend_get_layer (legend, RUTTER_LAYER_TRANSFERS);
  const RutterLegendClass *row;

  g_assert_cmpstr (layer->title, ==, "Transfers");
  g_assert_cmpstr (layer->definition, ==, "What transfers are.");
  g_assert_cmpstr (layer->data_to, ==, "2026-11");
  g_assert_cmpuint (layer->n_total, ==, 8);
  g_assert_cmpuint (layer->n_in_view, ==, 6);

  row = find_class (layer, "Russia supplies, official accusation; denied by someone");
  g_assert_nonnull (row);
  g_assert_cmpstr (row->actor, ==, "RU");
  g_assert_true (row->denied && row->inferred);
  g_assert_cmpuint (row->n, ==, 1);
  g_assert_nonnull (g_strstr_len (row->definition, -1, "never with a quantity"));
  g_assert_nonnull (g_strstr_len (row->definition, -1, "a government, the UN or the EU says so"));
  g_assert_nonnull (find_class (layer, "USSR supplies, reported"));
  g_assert_nonnull (find_class (layer, "Route, reported"));

  /* A vessel and its way are one object in the count. */
  layer = rutter_legend_get_layer (legend, RUTTER_LAYER_VESSELS);
  g_assert_cmpuint (layer->n_in_view, ==, 1);
  g_assert_cmpuint (layer->n_total, ==, 2);
  g_assert_cmpuint (layer->classes->len, ==, 2);

  /* Events are not parted by actor. */
  layer = rutter_legend_get_layer (legend, RUTTER_LAYER_ACCORDS);
  row = find_class (layer, "Accord or listing, confirmed");
  g_assert_cmpuint (row->n, ==, 2);
  g_assert_cmpuint (layer->n_total, ==, 4);
}

/* Round Suva, the Pacific route alone passes; it does so in the world's next copy as well. */
static void
test_view (Fixture       *fixture,
           gconstpointer  data)
{
  static const double longitudes[] = { 178.4, 178.4 - 360, 178.4 + 360 };

  for (guint i = 0; i < G_N_ELEMENTS (longitudes); i++)
    {
      RutterView view = make_view (longitudes[i], -18.13, 8);
      g_autoptr(RutterLegend) legend = rutter_legend_new (fixture->records, fixture->picture,
                                                          &view);
      g_autoptr(GPtrArray) sources = NULL;

      g_test_message ("%g", longitudes[i]);
      g_assert_cmpuint (rutter_legend_get_layer (legend, RUTTER_LAYER_TRANSFERS)->n_in_view, ==,
                        1);
      g_assert_cmpuint (rutter_legend_get_layer (legend, RUTTER_LAYER_PORTS)->n_in_view, ==, 1);
      g_assert_cmpuint (rutter_legend_get_layer (legend, RUTTER_LAYER_HUBS)->classes->len, ==, 0);
      sources = rutter_legend_list_sources (fixture->records, fixture->picture, &view);
      g_assert_cmpuint (sources->len, ==, 1);
      g_assert_cmpstr (((RutterSource *)g_ptr_array_index (sources, 0))->object->uid, ==,
                       "source:A");
    }
}

static void
test_sources (Fixture       *fixture,
              gconstpointer  data)
{
  RutterView view = make_view (0, 0, 0);
  RutterView empty = make_view (-40, 30, 8);
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(GPtrArray) none = NULL;

  sources = rutter_legend_list_sources (fixture->records, fixture->picture, &view);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (((RutterSource *)g_ptr_array_index (sources, 0))->publisher, ==, "Paper");

  none = rutter_legend_list_sources (fixture->records, fixture->picture, &empty);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Up to 2005 the hub lives by its claim of 2005 alone: the list of its other source is not used. */
static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  RutterView view = make_view (51.42, 35.7, 12);
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(RutterLegend) legend = rutter_legend_new (fixture->records, fixture->picture, &view);
  int first_day, last_day;

  rutter_picture_get_window (fixture->picture, &first_day, &last_day);
  g_assert_cmpint (first_day, ==, RUTTER_DAY_BEFORE_ALL);
  g_assert_cmpint (last_day, ==, rutter_edtf_day (2005, 12, 31));
  g_assert_nonnull (find_class (rutter_legend_get_layer (legend, RUTTER_LAYER_HUBS),
                                "Hub, Russia, confirmed"));
  sources = rutter_legend_list_sources (fixture->records, fixture->picture, &view);
  g_assert_cmpuint (sources->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/legend/world", Fixture, NULL, set_up, test_world, tear_down);
  g_test_add ("/legend/view", Fixture, NULL, set_up, test_view, tear_down);
  g_test_add ("/legend/sources", Fixture, NULL, set_up, test_sources, tear_down);
  g_test_add ("/legend/window", Fixture, GINT_TO_POINTER (2005), set_up, test_window, tear_down);
  return g_test_run ();
}
