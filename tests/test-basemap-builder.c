/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-build-basemap-boundaries.h"
#include "rutter-build-basemap-simplify.h"
#include "rutter-build-basemap-source.h"
#include "rutter-build-basemap-stitch.h"
#include "rutter-error.h"

#include <glib/gstdio.h>
#include <math.h>

/* A small grid: 3600 units around the world, a tenth of a degree each. */
#define GRID 3600

#define SEGMENT(array, kind, polygon) { array, G_N_ELEMENTS (array), kind, polygon }

static RutterLonLat
get_position (GPtrArray *lines,
              guint      line,
              guint      vertex)
{
  RutterGroundLine *found = g_ptr_array_index (lines, line);

  g_assert_cmpuint (vertex, <, found->points->len);
  return rutter_mercator_unproject (g_array_index (found->points, RutterPoint, vertex));
}

static guint
count_vertices (GPtrArray *lines,
                guint      line)
{
  return ((RutterGroundLine *)g_ptr_array_index (lines, line))->points->len;
}

/* A ring in three pieces, given out of order, one of which crosses the grid's end at Greenwich. */
static void
test_stitch_ring (void)
{
  static const RutterGridPoint a[] = { { 3590, 900 }, { 3600, 900 } };
  static const RutterGridPoint b[] = { { 0, 900 }, { 10, 900 }, { 10, 910 }, { 0, 910 } };
  static const RutterGridPoint c[] = { { 3600, 910 }, { 3590, 910 }, { 3590, 900 } };
  const RutterGroundSegment segments[] = {
    SEGMENT (c, 1, 7), SEGMENT (a, 1, 7), SEGMENT (b, 1, 7),
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rings = rutter_ground_stitch (segments, 3, TRUE, GRID, &error);
  RutterGroundLine *ring;
  RutterBox box;

  g_assert_no_error (error);
  g_assert_cmpuint (rings->len, ==, 1);
  ring = g_ptr_array_index (rings, 0);
  g_assert_true (ring->closed);
  g_assert_cmpuint (ring->hidden_from, ==, G_MAXUINT);
  g_assert_cmpuint (ring->points->len, ==, 7);

  box = rutter_ground_line_bound (ring);
  g_assert_cmpfloat_with_epsilon (box.x0, 0.5 - 1 / 360.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.x1, 0.5 + 1 / 360.0, 1e-9);
}

/* Two rings that meet in a point are told apart by their polygon. */
static void
test_stitch_neighbours (void)
{
  static const RutterGridPoint a1[] = { { 100, 900 }, { 110, 900 }, { 110, 910 } };
  static const RutterGridPoint a2[] = { { 110, 910 }, { 100, 900 } };
  static const RutterGridPoint b1[] = { { 110, 910 }, { 120, 910 }, { 120, 920 } };
  static const RutterGridPoint b2[] = { { 120, 920 }, { 110, 910 } };
  const RutterGroundSegment segments[] = {
    SEGMENT (a1, 1, 1), SEGMENT (b1, 1, 2), SEGMENT (b2, 1, 2), SEGMENT (a2, 1, 1),
  };
  g_autoptr(GPtrArray) rings = rutter_ground_stitch (segments, 4, TRUE, GRID, NULL);

  g_assert_cmpuint (rings->len, ==, 2);
  g_assert_cmpuint (count_vertices (rings, 0), ==, 4);
  g_assert_cmpuint (count_vertices (rings, 1), ==, 4);
}

static void
test_stitch_open_ring (void)
{
  static const RutterGridPoint a[] = { { 100, 900 }, { 110, 900 }, { 110, 910 } };
  const RutterGroundSegment segment = SEGMENT (a, 1, 42);
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_ground_stitch (&segment, 1, TRUE, GRID, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "42"));
}

/* A coast that goes once around the world is closed beyond the southern edge, hidden. */
static void
test_stitch_pole (void)
{
  static const RutterGridPoint a[] = { { 0, 200 }, { 1800, 250 }, { 3600, 200 } };
  const RutterGroundSegment segment = { a, 3, 1, 4 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rings = rutter_ground_stitch (&segment, 1, TRUE, GRID, &error);
  RutterGroundLine *ring;

  g_assert_no_error (error);
  ring = g_ptr_array_index (rings, 0);
  g_assert_cmpuint (ring->points->len, ==, 6);
  g_assert_cmpuint (ring->hidden_from, ==, 2);
  g_assert_cmpfloat (g_array_index (ring->points, RutterPoint, 3).y, >, 1);
  g_assert_cmpfloat (g_array_index (ring->points, RutterPoint, 3).x, ==,
                     g_array_index (ring->points, RutterPoint, 2).x);
}

/* Lines join where two meet, not at a fork and not with another kind. */
static void
test_stitch_lines (void)
{
  static const RutterGridPoint a[] = { { 100, 900 }, { 110, 900 } };
  static const RutterGridPoint b[] = { { 110, 900 }, { 120, 905 } };
  static const RutterGridPoint fork1[] = { { 120, 905 }, { 130, 905 } };
  static const RutterGridPoint fork2[] = { { 120, 905 }, { 130, 915 } };
  static const RutterGridPoint other[] = { { 130, 905 }, { 140, 905 } };
  const RutterGroundSegment segments[] = {
    SEGMENT (b, 1, 0), SEGMENT (fork1, 1, 0), SEGMENT (a, 1, 0), SEGMENT (fork2, 1, 0),
    SEGMENT (other, 2, 0),
  };
  g_autoptr(GPtrArray) lines = rutter_ground_stitch (segments, 5, FALSE, GRID, NULL);
  guint n_joined = 0;

  g_assert_cmpuint (lines->len, ==, 4);
  for (guint i = 0; i < lines->len; i++)
    n_joined += count_vertices (lines, i) == 3;
  g_assert_cmpuint (n_joined, ==, 1);
}

static void
test_simplify (void)
{
  RutterGroundLine *line = rutter_ground_line_new (1, FALSE);
  g_autoptr(GArray) all = NULL;
  g_autoptr(GArray) kept = NULL;

  for (guint i = 0; i <= 1000; i++)
    {
      RutterPoint point = { i / 1000.0, 0.2 * sin (i / 1000.0 * 6) };

      g_array_append_val (line->points, point);
    }

  all = rutter_ground_simplify (line, 0);
  g_assert_cmpuint (all->len, ==, 1001);

  kept = rutter_ground_simplify (line, 0.001);
  g_assert_cmpuint (kept->len, <, 60);
  g_assert_cmpuint (g_array_index (kept, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (kept, guint, kept->len - 1), ==, 1000);

  /* No vertex left out lies farther from the line that remains than was allowed. */
  for (guint i = 1; i < kept->len; i++)
    {
      guint from = g_array_index (kept, guint, i - 1);
      guint to = g_array_index (kept, guint, i);
      RutterPoint a = g_array_index (line->points, RutterPoint, from);
      RutterPoint b = g_array_index (line->points, RutterPoint, to);

      for (guint j = from + 1; j < to; j++)
        {
          RutterPoint p = g_array_index (line->points, RutterPoint, j);
          double cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

          g_assert_cmpfloat (fabs (cross) / hypot (b.x - a.x, b.y - a.y), <=, 0.001 + 1e-12);
        }
    }

  rutter_ground_line_free (line);
}

static RutterTextTable *
make_table (const char *rows)
{
  g_autofree char *text = g_strconcat ("action\tkind\twest\tsouth\teast\tnorth\tnote\n",
                                       rows, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  RutterTextTable *table = rutter_text_table_new_from_bytes (bytes, "boundaries.tsv", &error);

  g_assert_no_error (error);
  return table;
}

static GPtrArray *
make_equator (guint kind)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_ground_line_free);
  RutterGroundLine *line = rutter_ground_line_new (kind, FALSE);

  for (int lon = 0; lon <= 30; lon += 10)
    {
      RutterPoint point = rutter_mercator_project ((RutterLonLat) { lon, 0 });

      g_array_append_val (line->points, point);
    }
  g_ptr_array_add (lines, line);

  return lines;
}

/* The middle of three edges is treated in each way. */
static void
test_review (void)
{
  static const struct
  {
    const char *label;
    const char *action;
    guint       kind;
    guint       n_pieces;
    guint       middle_kind;   /* of the second piece */
  } cases[] = {
    { "hidden", "hide", RUTTER_BOUNDARY_INTERNATIONAL, 2, RUTTER_BOUNDARY_INTERNATIONAL },
    { "dotted", "dot", RUTTER_BOUNDARY_INTERNATIONAL, 3, RUTTER_BOUNDARY_DISPUTED },
    { "internal", "internal", RUTTER_BOUNDARY_INTERNATIONAL, 3, RUTTER_BOUNDARY_INTERNAL },
    { "of another kind", "hide", RUTTER_BOUNDARY_INTERNAL, 1, 0 },
    { "marine, drawn in part", "draw", RUTTER_BOUNDARY_MARINE, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row =
        g_strdup_printf ("%s\t%s\t11\t-1\t19\t1\tnote\n", cases[i].action,
                         cases[i].kind == RUTTER_BOUNDARY_MARINE ? "any" : "1");
      g_autoptr(RutterTextTable) table = make_table (row);
      g_autoptr(GPtrArray) lines = make_equator (cases[i].kind);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) pieces = rutter_ground_review_boundaries (lines, table, &error);

      g_test_message ("%s", cases[i].label);
      g_assert_no_error (error);
      g_assert_cmpuint (pieces->len, ==, cases[i].n_pieces);
      if (pieces->len > 1)
        g_assert_cmpuint (((RutterGroundLine *)g_ptr_array_index (pieces, 1))->kind, ==,
                          cases[i].middle_kind);
      if (cases[i].kind == RUTTER_BOUNDARY_MARINE)
        g_assert_cmpfloat_with_epsilon (get_position (pieces, 0, 0).lon, 10, 1e-9);
    }
}

static void
test_review_errors (void)
{
  static const char *const rows[] = {
    "erase\t1\t0\t0\t1\t1\tnote\n", "hide\t4\t0\t0\t1\t1\tnote\n", "hide\t1\tx\t0\t1\t1\tnote\n",
    "hide\t1\t0\t0\t0\t1\tnote\n", "hide\t1\t0\t0\t1\t91\tnote\n", "hide\t1\tnan\t0\t1\t1\tnote\n",
  };
  g_autoptr(GPtrArray) lines = make_equator (1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(RutterTextTable) table = make_table (rows[i]);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", rows[i]);
      g_assert_null (rutter_ground_review_boundaries (lines, table, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "boundaries.tsv:2:"));
    }
}

static void
test_source_errors (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rutter-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "binned_GSHHS_h.nc", NULL);
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) foreign = NULL;

  g_assert_null (rutter_ground_source_read (path, TRUE, &missing));
  g_assert_error (missing, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (missing->message, "gmt-gshhg-high"));

  g_assert_true (g_file_set_contents (path, "no netCDF", -1, NULL));
  g_assert_null (rutter_ground_source_read (path, TRUE, &foreign));
  g_assert_error (foreign, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/basemap-builder/stitch-ring", test_stitch_ring);
  g_test_add_func ("/basemap-builder/stitch-neighbours", test_stitch_neighbours);
  g_test_add_func ("/basemap-builder/stitch-open-ring", test_stitch_open_ring);
  g_test_add_func ("/basemap-builder/stitch-pole", test_stitch_pole);
  g_test_add_func ("/basemap-builder/stitch-lines", test_stitch_lines);
  g_test_add_func ("/basemap-builder/simplify", test_simplify);
  g_test_add_func ("/basemap-builder/review", test_review);
  g_test_add_func ("/basemap-builder/review-errors", test_review_errors);
  g_test_add_func ("/basemap-builder/source-errors", test_source_errors);
  return g_test_run ();
}
