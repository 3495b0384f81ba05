/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-placer.h"

#include "rutter-pixel-grid.h"

#include <math.h>

static const RutterView home = { { 0.5, 0.5 }, 3, 0, 800, 600, 1 };

static RutterPlacerCandidate
make_candidate (const char *key,
                RutterPoint pixel,
                int         rank)
{
  return (RutterPlacerCandidate) {
    .key = key, .text = key, .world = rutter_view_to_world (&home, pixel), .rank = rank,
    .anchors = RUTTER_ANCHOR_BESIDE, .clear_px = 5, .style = { .size_px = 11 },
  };
}

static gboolean
find (RutterPlacer *placer,
      guint         n,
      const char   *key,
      RutterBox    *box)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (rutter_placer_get_key (placer, i, box), key))
      return TRUE;

  return FALSE;
}

/* Few places for many texts: every rule of the contract must hold for what is left. */
static guint
place_crowd (RutterPlacer     *placer,
             const RutterView *view,
             gboolean          backwards)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  RutterPoint places[300];

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = (RutterPoint) { g_rand_double_range (rand, 0, 800),
                                g_rand_double_range (rand, 0, 600) };

  rutter_placer_begin (placer, view);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint k = backwards ? G_N_ELEMENTS (places) - 1 - i : i;
      g_autofree char *key = g_strdup_printf ("Place number %u", k);
      RutterPlacerCandidate candidate = make_candidate (key, places[k], 400 + k % 7);
      RutterPoint at = rutter_view_to_pixel (view, candidate.world);

      rutter_placer_add_obstacle (placer, (RutterBox) { at.x - 4, at.y - 4, at.x + 4, at.y + 4 });
      rutter_placer_add (placer, &candidate);
    }

  return rutter_placer_place (placer);
}

static void
test_no_overlap (void)
{
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  guint n = place_crowd (placer, &home, FALSE);

  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (n, <=, RUTTER_PLACER_MAX);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      {
        RutterBox a, b;

        rutter_placer_get_key (placer, i, &a);
        rutter_placer_get_key (placer, k, &b);
        g_assert_false (rutter_box_meets (&a, &b));
      }
}

static void
test_order_does_not_matter (void)
{
  g_autoptr(RutterPlacer) first = rutter_placer_new ();
  g_autoptr(RutterPlacer) second = rutter_placer_new ();
  guint n = place_crowd (first, &home, FALSE);

  g_assert_cmpuint (place_crowd (second, &home, TRUE), ==, n);
  for (guint i = 0; i < n; i++)
    {
      RutterBox a, b;

      g_assert_cmpstr (rutter_placer_get_key (first, i, &a), ==,
                       rutter_placer_get_key (second, i, &b));
      g_assert_cmpfloat (a.x0, ==, b.x0);
      g_assert_cmpfloat (a.y0, ==, b.y0);
    }
}

/* What stood wholly in the view before and after stands where it stood. */
static void
test_panning (void)
{
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  g_autoptr(GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  RutterView view = home;
  guint n = place_crowd (placer, &view, FALSE), n_same = 0, n_after;
  double dx = 30 / rutter_view_get_world_size (&view);
  RutterBox box;

  for (guint i = 0; i < n; i++)
    {
      char *key = g_strdup (rutter_placer_get_key (placer, i, &box));

      g_hash_table_insert (before, key, g_memdup2 (&box, sizeof box));
    }

  view.centre.x += dx;
  n_after = place_crowd (placer, &view, FALSE);
  for (guint i = 0; i < n_after; i++)
    {
      const RutterBox *old = g_hash_table_lookup (before, rutter_placer_get_key (placer, i, &box));

      if (old == NULL)
        continue;

      n_same += fabs (old->x0 - 30 - box.x0) < 0.01 && fabs (old->y0 - box.y0) < 0.01;
    }
  g_assert_cmpuint (n_same, >=, n * 9 / 10);
}

static void
test_rank_and_obstacles (void)
{
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  RutterPlacerCandidate worse = make_candidate ("A worse name", (RutterPoint) { 400, 300 }, 500);
  RutterPlacerCandidate better = make_candidate ("B better name", (RutterPoint) { 400, 300 }, 400);
  RutterBox box;
  guint n;

  worse.anchors = better.anchors = RUTTER_ANCHOR_RIGHT;
  rutter_placer_begin (placer, &home);
  rutter_placer_add (placer, &worse);
  rutter_placer_add (placer, &better);
  n = rutter_placer_place (placer);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (find (placer, n, "B better name", &box));
  g_assert_cmpfloat (box.x0, >=, 405);

  /* With the right side taken it moves to the left, and with all taken it goes. */
  better.anchors = RUTTER_ANCHOR_RIGHT | RUTTER_ANCHOR_LEFT;
  rutter_placer_begin (placer, &home);
  rutter_placer_add_obstacle (placer, (RutterBox) { 410, 290, 700, 310 });
  rutter_placer_add (placer, &better);
  g_assert_cmpuint (rutter_placer_place (placer), ==, 1);
  rutter_placer_get_key (placer, 0, &box);
  g_assert_cmpfloat (box.x1, <=, 395);

  rutter_placer_begin (placer, &home);
  rutter_placer_add_obstacle (placer, (RutterBox) { 100, 290, 700, 310 });
  rutter_placer_add (placer, &better);
  g_assert_cmpuint (rutter_placer_place (placer), ==, 0);

  /* ... unless it was selected. */
  better.rank = RUTTER_PLACER_RANK_SELECTED;
  rutter_placer_begin (placer, &home);
  rutter_placer_add_obstacle (placer, (RutterBox) { 100, 100, 700, 500 });
  rutter_placer_add (placer, &better);
  g_assert_cmpuint (rutter_placer_place (placer), ==, 1);
}

static void
test_lines_are_avoided (void)
{
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  RutterPlacerCandidate candidate = make_candidate ("Name", (RutterPoint) { 400, 300 }, 400);
  RutterPoint line[] = { { 400, 300 }, { 700, 300 } };
  RutterBox box;

  candidate.anchors = RUTTER_ANCHOR_RIGHT | RUTTER_ANCHOR_LEFT;
  rutter_placer_begin (placer, &home);
  rutter_placer_add_line (placer, line, 2);
  rutter_placer_add (placer, &candidate);
  g_assert_cmpuint (rutter_placer_place (placer), ==, 1);
  rutter_placer_get_key (placer, 0, &box);
  g_assert_cmpfloat (box.x1, <, 400);
}

static void
test_edges_and_copies (void)
{
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  RutterPlacerCandidate candidate = make_candidate ("A name", (RutterPoint) { 790, 300 }, 400);
  RutterView world = { { 0.5, 0.5 }, 0, 0, 600, 300, 1 };

  candidate.anchors = RUTTER_ANCHOR_RIGHT;
  for (guint inside = 0; inside < 2; inside++)
    {
      rutter_placer_begin (placer, &home);
      rutter_placer_set_inside (placer, inside);
      rutter_placer_add (placer, &candidate);
      g_assert_cmpuint (rutter_placer_place (placer), ==, 1 - inside);
    }

  /* 600 pixels show a world of 256 twice or thrice. */
  rutter_placer_begin (placer, &world);
  rutter_placer_add (placer, &candidate);
  g_assert_cmpuint (rutter_placer_place (placer), >=, 2);

  candidate.world = (RutterPoint) { NAN, NAN };
  rutter_placer_begin (placer, &world);
  rutter_placer_add (placer, &candidate);
  candidate.world = (RutterPoint) { 0.5, INFINITY };
  rutter_placer_add (placer, &candidate);
  g_assert_cmpuint (rutter_placer_place (placer), ==, 0);
}

static void
test_pixel_grid (void)
{
  g_autoptr(RutterPixelGrid) grid = rutter_pixel_grid_new (200, 100);
  RutterBox box = { 50, 20, 120, 40 };
  RutterPoint line[] = { { 0, 90 }, { 199, 90 }, { NAN, 3 }, { 1e9, 90 } };

  rutter_pixel_grid_add_box (grid, &box);
  rutter_pixel_grid_add_line (grid, line, 4);
  g_assert_true (rutter_pixel_grid_meets (grid, &(RutterBox) { 119, 39, 130, 60 }));
  g_assert_false (rutter_pixel_grid_meets (grid, &(RutterBox) { 121, 20, 130, 60 }));
  g_assert_false (rutter_pixel_grid_meets (grid, &(RutterBox) { -500, 20, -300, 60 }));
  g_assert_false (rutter_pixel_grid_meets (grid, &(RutterBox) { NAN, NAN, NAN, NAN }));
  g_assert_cmpuint (rutter_pixel_grid_count_lines (grid, &(RutterBox) { 10, 80, 40, 99 }), >, 3);
  g_assert_cmpuint (rutter_pixel_grid_count_lines (grid, &(RutterBox) { 10, 10, 40, 70 }), ==, 0);
}

/* Close to the edge of what is seen a text stands on the inner side, though the picture goes on. */
static void
test_edge_of_what_is_seen (void)
{
  g_autoptr(RutterPlacer) placer = rutter_placer_new ();
  RutterView view = rutter_view_with_margin (&home, 0.25);
  RutterPoint pixel = { view.width - view.margin_x - 20, view.height / 2.0 };
  RutterPlacerCandidate candidate = make_candidate ("Hangzhou: companies", (RutterPoint) { 0, 0 },
                                                    400);
  RutterBox box;

  candidate.world = rutter_view_to_world (&view, pixel);
  for (guint pass = 0; pass < 2; pass++)
    {
      rutter_placer_begin (placer, &view);
      rutter_placer_add (placer, &candidate);
      g_assert_cmpuint (rutter_placer_place (placer), ==, 1);
      rutter_placer_get_key (placer, 0, &box);
      g_assert_cmpfloat (box.x1, <=, view.width - view.margin_x);
    }

  /* Where no side is free of the edge it is left out, but for what is selected and what names an
   * area; where it stood before makes no difference.
   */
  view.centre.x += 15 / rutter_view_get_world_size (&view);
  candidate.anchors = RUTTER_ANCHOR_RIGHT;
  for (guint i = 0; i < 3; i++)
    {
      candidate.rank = i == 1 ? RUTTER_PLACER_RANK_SELECTED : RUTTER_PLACER_RANK_MARK;
      if (i == 2)
        candidate.anchors = RUTTER_ANCHOR_WITHIN;
      rutter_placer_begin (placer, &view);
      rutter_placer_add (placer, &candidate);
      g_assert_cmpuint (rutter_placer_place (placer), ==, i == 0 ? 0 : 1);
    }
  candidate.rank = 400;
  candidate.anchors = RUTTER_ANCHOR_BESIDE;
  view.centre.x -= 15 / rutter_view_get_world_size (&view);

  view.margin_x = view.margin_y = 0;
  rutter_placer_free (g_steal_pointer (&placer));
  placer = rutter_placer_new ();
  rutter_placer_begin (placer, &view);
  rutter_placer_add (placer, &candidate);
  g_assert_cmpuint (rutter_placer_place (placer), ==, 1);
  rutter_placer_get_key (placer, 0, &box);
  g_assert_cmpfloat (box.x0, >, pixel.x);
}

/* Text twice as large takes twice the room; the paddings round it stay. */
static void
test_text_scale (void)
{
  const double scales[] = { 0, 1, 2 };
  RutterPoint sizes[G_N_ELEMENTS (scales)];

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr(RutterPlacer) placer = rutter_placer_new ();
      RutterPlacerCandidate candidate = make_candidate ("Novorossiysk", (RutterPoint) { 400, 300 },
                                                        400);
      RutterView view = home;
      RutterBox box;

      view.text_scale = scales[i];
      rutter_placer_begin (placer, &view);
      rutter_placer_add (placer, &candidate);
      g_assert_cmpuint (rutter_placer_place (placer), ==, 1);
      rutter_placer_get_key (placer, 0, &box);
      sizes[i] = (RutterPoint) { box.x1 - box.x0 - 2 * RUTTER_TEXT_PADDING,
                                 box.y1 - box.y0 - 2 * RUTTER_TEXT_PADDING };
    }

  g_assert_cmpfloat (sizes[0].x, ==, sizes[1].x);
  g_assert_cmpfloat_with_epsilon (sizes[2].x, 2 * sizes[1].x, 1.5);
  g_assert_cmpfloat_with_epsilon (sizes[2].y, 2 * sizes[1].y, 1.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/placer/no-overlap", test_no_overlap);
  g_test_add_func ("/placer/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/placer/panning", test_panning);
  g_test_add_func ("/placer/rank-and-obstacles", test_rank_and_obstacles);
  g_test_add_func ("/placer/lines-are-avoided", test_lines_are_avoided);
  g_test_add_func ("/placer/edges-and-copies", test_edges_and_copies);
  g_test_add_func ("/placer/edge-of-what-is-seen", test_edge_of_what_is_seen);
  g_test_add_func ("/placer/text-scale", test_text_scale);
  g_test_add_func ("/placer/pixel-grid", test_pixel_grid);
  return g_test_run ();
}
