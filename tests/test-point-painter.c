/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-painter.h"
#include "rutter-point-spots.h"

#include <string.h>

#define SIDE 200

static RutterPointSet *
make_points (const RutterLonLat *positions,
             guint               n,
             RutterPointState    state)
{
  g_autofree RutterPointRecord *records = g_new0 (RutterPointRecord, n);

  for (guint i = 0; i < n; i++)
    {
      records[i].id = 273000001 + i;
      records[i].kind = RUTTER_POINT_CLASS_A;
      records[i].state = (guint8)state;
      records[i].course = records[i].heading = 900;
      records[i].speed = 150;
      rutter_point_record_place (&records[i], positions[i]);
    }

  return rutter_point_set_new (records, n);
}

static RutterView
make_view (double lon,
           double lat,
           double zoom)
{
  return (RutterView) { rutter_mercator_project ((RutterLonLat) { lon, lat }), zoom, 0, SIDE, SIDE,
                        1, 1, 0, 0 };
}

/* Pixels that are not left as they were. */
static guint
count_painted (const RutterView       *view,
               const RutterPointPaint *paint)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (image);
  const guint32 *pixels;
  guint n = 0;

  rutter_point_paint (cr, view, paint);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  pixels = (const guint32 *)(gpointer)cairo_image_surface_get_data (image);
  for (guint i = 0; i < SIDE * SIDE; i++)
    n += pixels[i] != 0;
  cairo_surface_destroy (image);
  return n;
}

static void
test_spots (void)
{
  static const struct
  {
    const char *label;
    double      lon, lat, zoom;
    guint       expected;
  } cases[] = {
    { "one in the middle", 20, 58, 8, 1 },
    { "none", 0, 0, 8, 0 },
    { "over 180 degrees", 180, -17, 6, 2 },
    { "over 180 degrees, from the other side", -180, -17, 6, 2 },
    { "the world and some of it again", 0, 20, -0.6, 5 },
    { "near a pole", 20, 85, 8, 0 },
  };
  static const RutterLonLat positions[] = { { 20, 58 }, { 179.9, -17 }, { -179.9, -17 } };
  g_autoptr(RutterPointSet) points = make_points (positions, 3, RUTTER_POINT_FRESH);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterView view = make_view (cases[i].lon, cases[i].lat, cases[i].zoom);
      g_autoptr(GArray) spots = rutter_point_spots_list (points, &view, 0);

      g_test_message ("%s", cases[i].label);
      g_assert_cmpuint (spots->len, ==, cases[i].expected);
      g_assert_cmpuint (rutter_point_spots_count (points, &view), ==, cases[i].expected);
      for (guint j = 0; j < spots->len; j++)
        {
          const RutterPointSpot *spot = &g_array_index (spots, RutterPointSpot, j);
          RutterPoint at = { spot->x, spot->y };
          g_autoptr(GArray) picked = rutter_point_spots_pick (points, &view, at, 3);

          g_assert_cmpuint (picked->len, >=, 1);
          g_assert_cmpuint (g_array_index (picked, RutterPointSpot, 0).index, ==, spot->index);
        }
    }
}

/* The nearest comes first, and a turned view is picked as it is seen. */
static void
test_pick (void)
{
  static const RutterLonLat positions[] = { { 20, 58 }, { 20.01, 58 }, { 20.5, 58 } };
  g_autoptr(RutterPointSet) points = make_points (positions, 3, RUTTER_POINT_FRESH);
  RutterView view = make_view (20, 58, 9);
  g_autoptr(GArray) two = rutter_point_spots_pick (points, &view, (RutterPoint) { 100, 100 }, 7);
  g_autoptr(GArray) turned = NULL;

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (points->id[g_array_index (two, RutterPointSpot, 0).index], ==, 273000001);

  view.rotation = G_PI / 2;
  view.centre = rutter_mercator_project (positions[2]);
  turned = rutter_point_spots_pick (points, &view, (RutterPoint) { 100, 100 }, 7);
  g_assert_cmpuint (turned->len, ==, 1);
  g_assert_cmpuint (points->id[g_array_index (turned, RutterPointSpot, 0).index], ==, 273000003);
}

/* A symbol has some pixels, a way adds some, a ring and a halo too; two on one spot are painted as
 * one.
 */
static void
test_painted (void)
{
  static const RutterLonLat positions[] = { { 20, 58 }, { 20.0001, 58 } };
  g_autoptr(RutterPointSet) points = make_points (positions, 1, RUTTER_POINT_FRESH);
  g_autoptr(RutterPointSet) pair = make_points (positions, 2, RUTTER_POINT_FRESH);
  RutterPointCaptionsBuilder *builder = rutter_point_captions_builder_new ();
  g_autoptr(RutterPointCaptions) captions = NULL;
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  RutterView view = make_view (20, 58, 9);
  RutterPointPaint paint = { .points = points, .theme = rutter_theme_get (RUTTER_THEME_LIGHT) };
  RutterPointFix from = { points->x[0] - (1u << 20), points->y[0], FALSE };
  RutterPointFix to = { points->x[0], points->y[0], FALSE };
  guint32 id = 273000001;
  guint alone = count_painted (&view, &paint);

  g_assert_cmpuint (alone, >, 60);
  paint.points = pair;
  g_assert_cmpuint (count_painted (&view, &paint), <, alone + alone / 2);
  paint.points = points;
  paint.ringed = &id;
  paint.n_ringed = 1;
  g_assert_cmpuint (count_painted (&view, &paint), >, alone + 60);
  paint.n_ringed = 0;
  paint.selected = id;
  g_assert_cmpuint (count_painted (&view, &paint), >, alone + 60);
  paint.selected = 0;

  rutter_point_captions_builder_add (builder, id, "A SHIP");
  rutter_point_captions_builder_add_fix (builder, &from);
  rutter_point_captions_builder_add_fix (builder, &to);
  captions = rutter_point_captions_builder_end (builder);
  paint.captions = captions;
  g_assert_cmpuint (count_painted (&view, &paint), >, alone + 20);
  paint.placer = placer;
  g_assert_cmpuint (count_painted (&view, &paint), >, alone + 200);
}

/* A way over 180 degrees is short, and does not cross the picture. */
static void
test_dateline (void)
{
  static const RutterLonLat positions[] = { { 179.99, -17 }, { -179.99, -17 } };
  g_autoptr(RutterPointSet) points = make_points (positions, 2, RUTTER_POINT_FRESH);
  RutterPointCaptionsBuilder *builder = rutter_point_captions_builder_new ();
  g_autoptr(RutterPointCaptions) captions = NULL;
  RutterView view = make_view (90, -17, 1.5);
  RutterPointPaint paint = { .points = points, .theme = rutter_theme_get (RUTTER_THEME_LIGHT) };
  guint alone = count_painted (&view, &paint);

  rutter_point_captions_builder_add (builder, 273000001, "");
  for (guint i = 0; i < 2; i++)
    {
      RutterPointRecord record;
      RutterPointFix fix = { 0 };

      rutter_point_record_place (&record, positions[i]);
      fix.x = record.x;
      fix.y = record.y;
      rutter_point_captions_builder_add_fix (builder, &fix);
    }
  captions = rutter_point_captions_builder_end (builder);
  paint.captions = captions;
  g_assert_cmpuint (count_painted (&view, &paint), <=, alone + 30);
}

/* Where there are too many for symbols there are dots. */
static void
test_dense (void)
{
  const guint n = RUTTER_POINT_PAINT_DENSE + 1;
  g_autofree RutterLonLat *positions = g_new (RutterLonLat, n);
  RutterView view = make_view (20, 58, 8);
  RutterPointPaint paint = { .theme = rutter_theme_get (RUTTER_THEME_DARK) };
  g_autoptr(RutterPointSet) points = NULL;
  guint n_painted;

  for (guint i = 0; i < n; i++)
    positions[i] = (RutterLonLat) { 20, 58 };
  points = make_points (positions, n, RUTTER_POINT_FRESH);
  paint.points = points;
  n_painted = count_painted (&view, &paint);
  g_assert_cmpuint (n_painted, >=, 9);
  g_assert_cmpuint (n_painted, <=, 25);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/point-painter/spots", test_spots);
  g_test_add_func ("/point-painter/pick", test_pick);
  g_test_add_func ("/point-painter/painted", test_painted);
  g_test_add_func ("/point-painter/dateline", test_dateline);
  g_test_add_func ("/point-painter/dense", test_dense);

  return g_test_run ();
}
