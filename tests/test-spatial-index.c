/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-spatial-index.h"

#include <math.h>

static RutterBox
make_box (GRand  *rand,
          double  size)
{
  double x = g_rand_double (rand), y = g_rand_double (rand);

  return (RutterBox) { x, y, x + size * g_rand_double (rand), y + size * g_rand_double (rand) };
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return (first > second) - (first < second);
}

/* Against looking at every box. */
static void
test_same_as_all (void)
{
  static const guint counts[] = { 0, 1, 2, 15, 16, 17, 255, 256, 257, 5000 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree RutterBox *boxes = g_new0 (RutterBox, counts[i] + 1);
      g_autoptr(RutterSpatialIndex) index = NULL;

      for (guint k = 0; k < counts[i]; k++)
        boxes[k] = make_box (rand, 0.02);
      index = rutter_spatial_index_new (boxes, counts[i]);

      for (guint q = 0; q < 50; q++)
        {
          RutterBox box = make_box (rand, 0.3);
          g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
          guint n = 0;

          rutter_spatial_index_query (index, &box, found);
          g_array_sort (found, compare_numbers);
          for (guint k = 0; k < counts[i]; k++)
            if (rutter_box_meets (&boxes[k], &box))
              {
                g_assert_cmpuint (n, <, found->len);
                g_assert_cmpuint (g_array_index (found, guint, n), ==, k);
                n++;
              }
          g_assert_cmpuint (found->len, ==, n);
        }
    }
}

static void
test_odd_boxes (void)
{
  RutterBox boxes[] = { { 0, 0, 1, 1 }, { NAN, 0, 1, 1 }, { 2, 0, 1, 1 }, { 0, 0, INFINITY, 1 },
                        { 0.5, 0.5, 0.5, 0.5 } };
  RutterBox all = { -10, -10, 10, 10 };
  g_autoptr(RutterSpatialIndex) index = NULL;
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  rutter_box_init (&boxes[2]);
  index = rutter_spatial_index_new (boxes, G_N_ELEMENTS (boxes));
  rutter_spatial_index_query (index, &all, found);
  g_array_sort (found, compare_numbers);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (found, guint, 1), ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spatial-index/same-as-all", test_same_as_all);
  g_test_add_func ("/spatial-index/odd-boxes", test_odd_boxes);
  return g_test_run ();
}
