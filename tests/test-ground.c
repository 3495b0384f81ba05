/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The basemap file from its writer through its reader to the pixels: a small world of a continent
 * with a lake and an island in it, an island across 180 degrees, a polar coast, a river.
 */

#include "rutter-basemap-format.h"
#include "rutter-build-basemap-write.h"
#include "rutter-error.h"
#include "rutter-scale-bar.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static char *folder;

static void
add_box (GPtrArray *lines,
         guint      kind,
         double     west,
         double     south,
         double     east,
         double     north)
{
  RutterGroundLine *ring = rutter_ground_line_new (kind, TRUE);
  const RutterLonLat corners[] = {
    { west, south }, { east, south }, { east, north }, { west, north }, { west, south }
  };

  /* Enough vertices for several runs, none of which a simplification may take: a saw. */
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 100; j++)
      {
        double t = j / 100.0;
        double saw = j % 2 == 1 ? 0.1 : 0;
        RutterPoint point = rutter_mercator_project ((RutterLonLat) {
          corners[i].lon + (corners[i + 1].lon - corners[i].lon) * t + saw,
          corners[i].lat + (corners[i + 1].lat - corners[i].lat) * t + saw });

        g_array_append_val (ring->points, point);
      }
  g_array_append_val (ring->points, g_array_index (ring->points, RutterPoint, 0));
  g_ptr_array_add (lines, ring);
}

static void
add_line (GPtrArray    *lines,
          guint         kind,
          RutterLonLat  from,
          RutterLonLat  to)
{
  RutterGroundLine *line = rutter_ground_line_new (kind, FALSE);
  RutterPoint points[] = { rutter_mercator_project (from), rutter_mercator_project (to) };

  g_array_append_vals (line->points, points, 2);
  g_ptr_array_add (lines, line);
}

static GBytes *
make_world (void)
{
  g_autoptr(GPtrArray) rings =
    g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_ground_line_free);
  g_autoptr(GPtrArray) rivers =
    g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_ground_line_free);
  g_autoptr(GPtrArray) boundaries =
    g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_ground_line_free);
  RutterGroundLine *pole = rutter_ground_line_new (RUTTER_RING_LAND, TRUE);
  const RutterPoint polar[] = {
    { 0, 0.8 }, { 0.3, 0.82 }, { 0.7, 0.82 }, { 1, 0.8 }, { 1, 3 }, { 0, 3 }, { 0, 0.8 }
  };

  add_box (rings, RUTTER_RING_LAND, 0, 0, 40, 40);
  add_box (rings, RUTTER_RING_LAKE, 10, 10, 30, 30);
  add_box (rings, RUTTER_RING_ISLAND, 18, 18, 22, 22);
  add_box (rings, RUTTER_RING_LAND, 170, 0, 190, 20);
  pole->hidden_from = 3;
  g_array_append_vals (pole->points, polar, G_N_ELEMENTS (polar));
  g_ptr_array_add (rings, pole);
  add_line (rivers, 1, (RutterLonLat) { 2, 2 }, (RutterLonLat) { 2, 38 });
  add_line (boundaries, RUTTER_BOUNDARY_INTERNATIONAL, (RutterLonLat) { 5, 2 },
            (RutterLonLat) { 5, 38 });
  add_line (boundaries, RUTTER_BOUNDARY_DISPUTED, (RutterLonLat) { 7, 2 },
            (RutterLonLat) { 7, 38 });

  return rutter_ground_write ((GPtrArray *[]) { rings, rivers, boundaries });
}

static RutterBasemap *
open_bytes (const guint8  *data,
            gsize          size,
            GError       **error)
{
  g_autofree char *path = g_build_filename (folder, "test.rbm", NULL);

  g_assert_true (g_file_set_contents (path, (const char *)data, size, NULL));
  return rutter_basemap_open (path, error);
}

static RutterBasemap *
open_world (void)
{
  g_autoptr(GBytes) world = make_world ();
  g_autoptr(GError) error = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (world, &size);
  RutterBasemap *basemap = open_bytes (data, size, &error);

  g_assert_no_error (error);
  return basemap;
}

static RutterView
make_view (double lon,
           double lat,
           double zoom)
{
  return (RutterView) {
    .centre = rutter_mercator_project ((RutterLonLat) { lon, lat }),
    .zoom = zoom, .width = 320, .height = 240, .scale = 1,
  };
}

static cairo_surface_t *
paint (RutterBasemap    *basemap,
       const RutterView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         view->width, view->height);
  cairo_t *cr = cairo_create (surface);

  rutter_ground_paint (cr, basemap, view, rutter_theme_get (RUTTER_THEME_LIGHT), TRUE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *)(gconstpointer)row)[x] & 0xffffff;
}

static gboolean
is_color (guint32     pixel,
          RutterColor color)
{
  int dr = (int)(pixel >> 16) - (int)round (color.r * 255);
  int dg = (int)(pixel >> 8 & 0xff) - (int)round (color.g * 255);
  int db = (int)(pixel & 0xff) - (int)round (color.b * 255);

  return ABS (dr) <= 1 && ABS (dg) <= 1 && ABS (db) <= 1;
}

/* What lies at a place, seen in the middle of a view at several zooms, copies and rotations. The
 * places are on no line of any graticule.
 */
static void
test_places (void)
{
  static const struct
  {
    const char  *label;
    RutterLonLat position;
    gboolean     is_land;
  } cases[] = {
    { "the continent", { 6.337, 21.337 }, TRUE },
    { "its lake", { 13.337, 13.337 }, FALSE },
    { "the island in the lake", { 20.737, 20.737 }, TRUE },
    { "the ocean", { -50.737, 7.337 }, FALSE },
    { "west of 180 degrees", { 175.737, 7.337 }, TRUE },
    { "east of 180 degrees", { -174.337, 7.337 }, TRUE },
    { "the polar land", { 100.737, -84.037 }, TRUE },
    { "the polar land at 180 degrees", { -177.337, -84.037 }, TRUE },
    { "the polar land's other end", { 177.337, -84.037 }, TRUE },
  };
  static const double zooms[] = { 1, 3.3, 6, 12, 18 };
  const RutterTheme *theme = rutter_theme_get (RUTTER_THEME_LIGHT);
  g_autoptr(RutterBasemap) basemap = open_world ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (zooms); j++)
      for (int copy = -1; copy <= 1; copy++)
        {
          RutterView view = make_view (cases[i].position.lon, cases[i].position.lat, zooms[j]);
          cairo_surface_t *surface;

          view.centre.x += copy;
          view.rotation = copy * 0.4;
          surface = paint (basemap, &view);
          g_test_message ("%s, zoom %g, copy %d", cases[i].label, zooms[j], copy);
          g_assert_true (is_color (get_pixel (surface, 160, 120),
                                   cases[i].is_land ? theme->land : theme->sea));
          cairo_surface_destroy (surface);
        }
}

/* No line shows where the polar land is closed, at 180 degrees or where copies of the world meet:
 * every row of a strip across that place looks like the same row elsewhere.
 */
static void
test_no_seam (void)
{
  static const double rotations[] = { 0, 0.3 };
  const RutterTheme *theme = rutter_theme_get (RUTTER_THEME_LIGHT);
  g_autoptr(RutterBasemap) basemap = open_world ();

  for (guint i = 0; i < G_N_ELEMENTS (rotations); i++)
    {
      RutterView view = make_view (180, -84.5, 5.5);
      cairo_surface_t *surface;
      guint n_foreign = 0;

      /* between two meridians of the graticule, but for the one at 180 degrees itself */
      view.rotation = rotations[i];
      surface = paint (basemap, &view);
      for (int y = 0; y < view.height; y++)
        for (int x = 0; x < view.width; x++)
          {
            guint32 pixel = get_pixel (surface, x, y);

            /* The graticule only lightens the land. */
            n_foreign += (pixel & 0xff) < (guint)(theme->land.b * 255) - 1;
          }
      g_assert_cmpuint (n_foreign, ==, 0);
      cairo_surface_destroy (surface);
    }
}

static void
test_plain_sea (void)
{
  const RutterTheme *theme = rutter_theme_get (RUTTER_THEME_LIGHT);
  RutterView view = make_view (20, 20, 4);
  cairo_surface_t *surface = paint (NULL, &view);
  guint n_sea = 0, n_other = 0;

  for (int y = 0; y < view.height; y++)
    for (int x = 0; x < view.width; x++)
      {
        gboolean is_sea = is_color (get_pixel (surface, x, y), theme->sea);

        n_sea += is_sea;
        n_other += !is_sea;
      }

  /* sea, and the thin lines of a graticule */
  g_assert_cmpuint (n_sea, >, n_other * 20);
  g_assert_cmpuint (n_other, >, 200);
  cairo_surface_destroy (surface);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *label;
    gsize       offset;
    guint8      value;
    RutterError code;
  } cases[] = {
    { "another kind", 0, 'X', RUTTER_ERROR_FOREIGN },
    { "another version", 8, 99, RUTTER_ERROR_FOREIGN },
    { "another byte order", 12, 1, RUTTER_ERROR_FOREIGN },
    { "a wrong checksum", 16, 0xa5, RUTTER_ERROR_CORRUPT },
    { "a wrong length", 24, 1, RUTTER_ERROR_CORRUPT },
    { "no levels", 32, 0, RUTTER_ERROR_CORRUPT },
  };
  g_autoptr(GBytes) world = make_world ();
  gsize size;
  const guint8 *data = g_bytes_get_data (world, &size);
  g_autofree char *missing = g_build_filename (folder, "missing.rbm", NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr(GError) refusal = NULL;

      g_test_message ("%s", cases[i].label);
      copy[cases[i].offset] = cases[i].value;
      g_assert_null (open_bytes (copy, size, &refusal));
      g_assert_error (refusal, RUTTER_ERROR, (int)cases[i].code);
      g_assert_nonnull (strstr (refusal->message, "test.rbm"));
    }

  g_assert_null (rutter_basemap_open (missing, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (rutter_basemap_open (folder, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
}

static void
test_truncation (void)
{
  g_autoptr(GBytes) world = make_world ();
  gsize size;
  const guint8 *data = g_bytes_get_data (world, &size);

  for (gsize length = 0; length < size; length += length < 2000 ? 13 : size / 97)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (open_bytes (data, length, &error));
      g_assert_true (error != NULL && error->domain == RUTTER_ERROR);
    }
}

/* Damage that the checksum would find, with the checksum made right again: whatever a file holds,
 * painting it neither reads beyond it nor asserts. Run under the address sanitizer this shows.
 */
static void
test_damage (void)
{
  g_autoptr(GBytes) world = make_world ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);
  gsize size;
  const guint8 *data = g_bytes_get_data (world, &size);
  guint n_opened = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr(RutterBasemap) basemap = NULL;
      RutterView view = make_view (20, 20, g_rand_double_range (rand, 0.5, 10));
      guint64 checksum;

      /* the first half anywhere, the others in the directory */
      for (guint j = 0; j < 8; j++)
        copy[g_rand_int_range (rand, 32, i < 150 ? (int)size : 1500)] = g_rand_int (rand);
      checksum = rutter_basemap_checksum (copy, size);
      memcpy (copy + G_STRUCT_OFFSET (RutterBasemapHeader, checksum), &checksum, sizeof checksum);

      basemap = open_bytes (copy, size, NULL);
      if (basemap == NULL)
        continue;

      n_opened++;
      cairo_surface_destroy (paint (basemap, &view));
    }

  g_assert_cmpuint (n_opened, >, 50);
}

static void
test_scale_bar (void)
{
  static const struct
  {
    double longest, expected;
    const char *unit, *text;
  } cases[] = {
    { 1234, 1000, "km", "1000 km" }, { 999, 500, "km", "500 km" }, { 5, 5, "nm", "5 nm" },
    { 4.99, 2, "km", "2 km" }, { 0.7, 0.5, "km", "500 m" }, { 0.07, 0.05, "nm", "0.05 nm" },
    { 1, 1, "nm", "1 nm" }, { 0.25, 0.2, "nm", "0.2 nm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double length = rutter_scale_bar_choose_length (cases[i].longest);
      g_autofree char *text = rutter_scale_bar_format_length (length, cases[i].unit);

      g_test_message ("%g", cases[i].longest);
      g_assert_cmpfloat_with_epsilon (length, cases[i].expected, 1e-9);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("rutter-XXXXXX", NULL);
  path = g_build_filename (folder, "test.rbm", NULL);

  g_test_add_func ("/ground/places", test_places);
  g_test_add_func ("/ground/no-seam", test_no_seam);
  g_test_add_func ("/ground/plain-sea", test_plain_sea);
  g_test_add_func ("/ground/refusals", test_refusals);
  g_test_add_func ("/ground/truncation", test_truncation);
  g_test_add_func ("/ground/damage", test_damage);
  g_test_add_func ("/ground/scale-bar", test_scale_bar);
  status = g_test_run ();

  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
