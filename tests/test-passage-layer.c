/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-records.h"
#include "rutter-atlas.h"
#include "rutter-dossier.h"
#include "rutter-error.h"
#include "rutter-histogram.h"
#include "rutter-legend.h"
#include "rutter-passage-guests.h"
#include "rutter-picker.h"
#include "rutter-scene.h"
#include "rutter-table-maker.h"
#include "rutter-verdict.h"

#include <string.h>

#define SIZE 400

typedef struct
{
  RutterRecords *records;
  RutterFilter   filter;
  RutterPicture *picture;
  guint          n_before;  /* objects of the filter without passages */
} Fixture;

static char *
get_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "passages.tsv", NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = get_path ();
  g_autoptr(GError) error = NULL;

  fixture->records = fixture_records_new ();
  fixture->n_before = rutter_records_get_claims (fixture->records)->len;
  rutter_atlas_load_passages (fixture->records, path, &error);
  g_assert_no_error (error);

  /* Neither actors nor time have a say in what is of the map. */
  rutter_filter_init (&fixture->filter);
  fixture->filter.layers = 1u << RUTTER_LAYER_PASSAGES;
  fixture->filter.actors = g_strdupv ((char *[]) { "IR", NULL });
  fixture->filter.first_day = rutter_edtf_day (1950, 1, 1);
  fixture->filter.last_day = rutter_edtf_day (1950, 1, 2);
  fixture->picture = rutter_atlas_build_picture (fixture->records, &fixture->filter);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  rutter_picture_unref (fixture->picture);
  rutter_filter_clear (&fixture->filter);
  rutter_records_unref (fixture->records);
}

static RutterView
make_view (double lon,
           double lat,
           double zoom)
{
  return (RutterView) { rutter_mercator_project ((RutterLonLat) { lon, lat }), zoom, 0, SIZE, SIZE,
                        1 };
}

static const RutterMark *
find_mark (RutterPicture *picture,
           const char    *uid)
{
  for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
    if (g_str_equal (rutter_picture_get_mark (picture, i)->uid, uid))
      return rutter_picture_get_mark (picture, i);

  return NULL;
}

static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  RutterPassages *passages = rutter_atlas_get_passages (fixture->records);
  guint n_passages = rutter_passages_get_n (passages);

  g_assert_cmpuint (n_passages, >, 40);
  g_assert_cmpuint (rutter_picture_get_n_marks (fixture->picture), ==, n_passages);
  g_assert_cmpuint (rutter_picture_get_n_kept (fixture->picture, RUTTER_LAYER_PASSAGES), ==,
                    n_passages);
  for (guint i = 0; i < n_passages; i++)
    {
      const RutterPassage *passage = rutter_passages_get (passages, i);
      g_autofree char *uid = g_strconcat ("passage:", passage->id, NULL);
      const RutterMark *mark = find_mark (fixture->picture, uid);
      g_autofree char *detail = NULL;

      g_test_message ("%s", uid);
      g_assert_nonnull (mark);
      g_assert_true (rutter_records_find (fixture->records, uid)->row == passage);
      g_assert_cmpint (mark->kind, ==, RUTTER_KIND_PASSAGE);
      g_assert_cmpint (mark->symbol, ==,
                       passage->kind != RUTTER_PASSAGE_GATE ? RUTTER_SYMBOL_FAIRWAY :
                       passage->is_shut ? RUTTER_SYMBOL_SHUT_GATE : RUTTER_SYMBOL_GATE);
      g_assert_cmpuint (mark->n_points, ==, passage->n_points);
      g_assert_cmpuint (mark->n_claims, ==, 0);
      g_assert_false (mark->denied);
      detail = rutter_mark_dup_detail (mark);
      g_assert_nonnull (strstr (detail, passage->is_shut ? "shut" : "open"));
      g_assert_null (strstr (detail, "eported"));
    }
}

/* Passages are in no number of the catalogue. */
static void
test_no_claims (Fixture       *fixture,
                gconstpointer  data)
{
  const RutterObject *suez = rutter_records_find (fixture->records, "passage:suez");
  g_autoptr(RutterTimeSeries) series = NULL;
  RutterFilter first;
  RutterVerdict verdict;

  g_assert_cmpuint (rutter_records_get_claims (fixture->records)->len, ==, fixture->n_before);
  g_assert_cmpuint (suez->claims->len, ==, 0);
  rutter_verdict_init (&verdict, suez, &fixture->filter);
  g_assert_cmpint (verdict.decision, ==, RUTTER_DECISION_KEPT);
  g_assert_cmpuint (verdict.n_claims, ==, 0);

  /* The timeline has nothing to say of them. */
  series = rutter_histogram_new (fixture->records, &fixture->filter);
  g_assert_cmpuint (rutter_time_series_get_n_undated (series), ==, 0);
  g_assert_cmpuint (rutter_time_series_get_n_claims (series), ==, 0);

  /* Off at first. */
  rutter_filter_init (&first);
  rutter_verdict_init (&verdict, suez, &first);
  g_assert_cmpint (verdict.decision, ==, RUTTER_DECISION_LAYER_OFF);
  rutter_filter_clear (&first);
}

/* A click on the water in the middle of it. */
static void
test_pick (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { const char *uid; double lon, lat, zoom; } cases[] = {
    { "passage:suez", 32.3171, 30.86042, 9 },
    { "passage:bosporus", 29.06, 41.10098, 10 },
    { "passage:kiel", 9.5445, 54.1975, 9 },
    /* So small that it is drawn longer than it is. */
    { "passage:corinth", 22.9844, 37.9453, 2 },
  };
  RutterPicker *picker = rutter_picker_new (fixture->picture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterView view = make_view (cases[i].lon, cases[i].lat, cases[i].zoom);
      g_autoptr(GPtrArray) marks = rutter_picker_pick (picker, &view,
                                                       (RutterPoint) { SIZE / 2, SIZE / 2 }, 6);
      gboolean is_found = FALSE;

      g_test_message ("%s", cases[i].uid);
      for (guint k = 0; k < marks->len; k++)
        is_found |= g_str_equal (((const RutterMark *)g_ptr_array_index (marks, k))->uid,
                                 cases[i].uid);
      g_assert_true (is_found);
    }
  rutter_picker_free (picker);
}

static void
test_legend (Fixture       *fixture,
             gconstpointer  data)
{
  RutterView bosporus = make_view (29.06, 41.1, 9);
  RutterView world = make_view (0, 20, 0);
  g_autoptr(RutterLegend) near = rutter_legend_new (fixture->records, fixture->picture, &bosporus);
  g_autoptr(RutterLegend) far = rutter_legend_new (fixture->records, fixture->picture, &world);
  const RutterLegendLayer *layer = rutter_legend_get_layer (near, RUTTER_LAYER_PASSAGES);
  const RutterLegendClass *class;
  guint n_all = 0;

  g_assert_cmpuint (layer->n_in_view, ==, 1);
  g_assert_cmpuint (layer->classes->len, ==, 1);
  class = g_ptr_array_index (layer->classes, 0);
  g_assert_cmpstr (class->title, ==, "Canal, strait, river or seaway");
  g_assert_nonnull (strstr (class->definition, "claimed by nobody"));
  g_assert_null (strstr (class->definition, "lleged"));

  layer = rutter_legend_get_layer (far, RUTTER_LAYER_PASSAGES);
  g_assert_cmpstr (layer->title, ==, "Passages");
  g_assert_nonnull (strstr (layer->definition, "nobody claims"));
  g_assert_cmpuint (layer->classes->len, ==, 3);
  for (guint i = 0; i < layer->classes->len; i++)
    n_all += ((const RutterLegendClass *)g_ptr_array_index (layer->classes, i))->n;
  g_assert_cmpuint (n_all, ==, rutter_picture_get_n_marks (fixture->picture));
  g_assert_cmpuint (layer->n_in_view, ==, n_all);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(RutterTable) table = rutter_table_make (fixture->records, &fixture->filter,
                                                    fixture->picture, NULL);
  g_autofree char *csv = rutter_table_to_csv (table, NULL);
  g_autofree char *status = NULL;
  guint index;

  g_assert_true (rutter_table_find (table, "passage:suez", &index));
  g_assert_cmpuint (rutter_table_get_row (table, index)->n_claims, ==, 0);
  status = rutter_table_row_dup_status (rutter_table_get_row (table, index));
  g_assert_cmpstr (status, ==, "Map data");
  g_assert_nonnull (strstr (csv, "passage:suez,Suez Canal,passage,canal,passages,map-data,no,,,0"));
}

static guint
hash_pixels (RutterPicture   *picture,
             const RutterView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  RutterScenePaint scene = { .picture = picture, .theme = rutter_theme_get (RUTTER_THEME_LIGHT) };
  g_autoptr(GBytes) bytes = NULL;
  guint hash;

  rutter_scene_paint (cr, view, &scene);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), SIZE * SIZE * 4);
  hash = g_bytes_hash (bytes);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return hash;
}

static void
test_paint (Fixture       *fixture,
            gconstpointer  data)
{
  static const RutterLonLat places[] = { { 32.3, 30.5 }, { 56.3, 26.5 }, { 104.5, 79 } };
  g_autoptr(RutterPicture) none = NULL;

  fixture->filter.layers = 0;
  none = rutter_atlas_build_picture (fixture->records, &fixture->filter);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (double zoom = 1; zoom < 8; zoom += 3)
      {
        RutterView view = make_view (places[i].lon, places[i].lat, zoom);

        g_test_message ("%g %g at %g", places[i].lon, places[i].lat, zoom);
        g_assert_cmpuint (hash_pixels (fixture->picture, &view), !=, hash_pixels (none, &view));
      }
}

static const RutterDossierRow *
find_row (const RutterDossier *dossier,
          const char          *section_id,
          const char          *label)
{
  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const RutterDossierSection *section = g_ptr_array_index (dossier->sections, i);

      for (guint k = 0; g_str_equal (section->id, section_id) && k < section->rows->len; k++)
        {
          const RutterDossierRow *row = g_ptr_array_index (section->rows, k);

          if (g_strcmp0 (row->label, label) == 0)
            return row;
        }
    }

  g_test_message ("%s: no row \"%s\" in \"%s\"", dossier->uid, label != NULL ? label : "-",
                  section_id);
  g_assert_not_reached ();
}

static void
test_dossier (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(RutterDossier) suez =
    rutter_dossier_new (fixture->records, "passage:suez", &fixture->filter);
  g_autoptr(RutterDossier) north =
    rutter_dossier_new (fixture->records, "passage:northern-sea-route", &fixture->filter);

  g_assert_cmpstr (suez->kind_title, ==, "Canal");
  g_assert_cmpuint (suez->claims->len, ==, 0);
  g_assert_nonnull (strstr (suez->drawn_because, "no claim"));
  g_assert_cmpstr (find_row (suez, "identity", "At the start")->text, ==, "Open");
  g_assert_nonnull (strstr (find_row (suez, "identity", "Length of the line")->text, " nm"));
  g_assert_nonnull (strstr (find_row (suez, "origin", NULL)->text, "GSHHG"));

  g_assert_cmpstr (find_row (north, "identity", "At the start")->text, ==, "Shut");
  g_assert_nonnull (strstr (find_row (north, "season", "Usual season")->text, "autumn"));
  g_assert_true (g_str_has_prefix (find_row (north, "season", "Source")->uid, "https://"));
  g_assert_null (strstr (find_row (north, "season", "Source")->text, "http"));
}

/* Computed lines say which passages they use, whatever the claim's words are. */
static void
test_routes (void)
{
  static const struct { const char *uid, *route; gboolean expected; } cases[] = {
    { "passage:suez", "route:maia-1-indian-ocean", TRUE },
    { "passage:bosporus", "route:maia-1-indian-ocean", TRUE },
    { "passage:bab-el-mandeb", "route:maia-1-indian-ocean", TRUE },
    { "passage:panama", "route:maia-1-indian-ocean", FALSE },
    { "passage:volga-caspian", "route:amirabad-astrakhan", TRUE },
    { "passage:suez", "route:amirabad-astrakhan", FALSE },
    { "passage:cape-of-good-hope", "route:lady-r-africa", TRUE },
    { "passage:cape-of-good-hope", "route:maia-1-indian-ocean", FALSE },
  };
  g_autofree char *path = get_path ();
  g_autoptr(RutterRecords) records = fixture_records_new_starter ();

  g_assert_true (rutter_atlas_load_passages (records, path, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterDossier) dossier = rutter_dossier_new (records, cases[i].uid, NULL);
      gboolean is_found = FALSE;

      g_test_message ("%s, %s", cases[i].uid, cases[i].route);
      for (guint k = 0; k < dossier->sections->len; k++)
        {
          const RutterDossierSection *section = g_ptr_array_index (dossier->sections, k);

          for (guint n = 0; g_str_equal (section->id, "routes") && n < section->rows->len; n++)
            is_found |= g_strcmp0 (((RutterDossierRow *)g_ptr_array_index (section->rows, n))->uid,
                                   cases[i].route) == 0;
        }
      g_assert_true (is_found == cases[i].expected);
    }
}

static void
test_no_table (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (rutter_atlas_load_passages (records, "/nonexistent/passages.tsv", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_null (rutter_atlas_get_passages (records));
  g_assert_null (rutter_records_find (records, "passage:suez"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/passage-layer/picture", Fixture, NULL, set_up, test_picture, tear_down);
  g_test_add ("/passage-layer/no-claims", Fixture, NULL, set_up, test_no_claims, tear_down);
  g_test_add ("/passage-layer/pick", Fixture, NULL, set_up, test_pick, tear_down);
  g_test_add ("/passage-layer/legend", Fixture, NULL, set_up, test_legend, tear_down);
  g_test_add ("/passage-layer/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/passage-layer/paint", Fixture, NULL, set_up, test_paint, tear_down);
  g_test_add ("/passage-layer/dossier", Fixture, NULL, set_up, test_dossier, tear_down);
  g_test_add_func ("/passage-layer/routes", test_routes);
  g_test_add_func ("/passage-layer/no-table", test_no_table);
  return g_test_run ();
}
