/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-set.h"

static RutterPointRecord
make_record (guint32 id,
             double  lon,
             double  lat)
{
  RutterPointRecord record = { .id = id, .heard_s = id + 1, .course = (guint16)(id % 3600),
                               .heading = RUTTER_POINT_NO_ANGLE, .speed = (guint16)(id % 300),
                               .kind = id % 7, .category = id % 100, .state = id % 3 };

  rutter_point_record_place (&record, (RutterLonLat) { lon, lat });
  return record;
}

static void
test_empty (void)
{
  g_autoptr(RutterPointSet) set = rutter_point_set_new (NULL, 0);
  g_autoptr(RutterPointSet) same = rutter_point_set_ref (set);
  guint first, end;

  g_assert_true (same == set);
  g_assert_cmpuint (set->n, ==, 0);
  rutter_point_set_find_run (set, RUTTER_POINT_GRID - 1, 0, RUTTER_POINT_GRID - 1, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 0);
}

static void
test_places (void)
{
  static const struct
  {
    double  lon, lat;
    double  x, y;      /* of the world square, 0 to 1 */
  } cases[] = {
    { 0, 0, 0.5, 0.5 },
    { -180, 0, 0, 0.5 },
    { 180, 0, 0, 0.5 },
    { 90, 85.0511287798, 0.75, 0 },
    { 90, -85.0511287798, 0.75, 1 },
    { 0, 90, 0.5, 0 },
    { 0, -90, 0.5, 1 },
    { 179.9999999, 0, 0.99999999972, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterPointRecord record = make_record (1, cases[i].lon, cases[i].lat);

      g_assert_cmpfloat_with_epsilon (record.x / 4294967296.0, cases[i].x, 1e-8);
      g_assert_cmpfloat_with_epsilon (record.y / 4294967296.0, cases[i].y, 1e-8);
    }
}

/* Every point is in the set once, whole, in its cell. */
static void
test_grid (void)
{
  const guint n = 20000;
  g_autofree RutterPointRecord *records = g_new (RutterPointRecord, n);
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autoptr(RutterPointSet) set = NULL;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    records[i] = make_record (i, g_rand_double_range (random, -180, 180),
                              g_rand_double_range (random, -89, 89));
  set = rutter_point_set_new (records, n);
  g_assert_cmpuint (set->n, ==, n);

  for (guint row = 0; row < RUTTER_POINT_GRID; row++)
    for (guint column = 0; column < RUTTER_POINT_GRID; column++)
      {
        guint first, end;

        rutter_point_set_find_run (set, row, column, column, &first, &end);
        g_assert_cmpuint (first, ==, at);
        for (; at < end; at++)
          {
            const RutterPointRecord *record = &records[set->id[at]];

            g_assert_false (seen[set->id[at]]);
            seen[set->id[at]] = TRUE;
            g_assert_cmpuint (set->x[at] / (G_MAXUINT32 / RUTTER_POINT_GRID + 1), ==, column);
            g_assert_cmpuint (set->y[at] / (G_MAXUINT32 / RUTTER_POINT_GRID + 1), ==, row);
            g_assert_cmpuint (set->x[at], ==, record->x);
            g_assert_cmpuint (set->y[at], ==, record->y);
            g_assert_cmpuint (set->heard_s[at], ==, record->heard_s);
            g_assert_cmpuint (set->course[at], ==, record->course);
            g_assert_cmpuint (set->heading[at], ==, record->heading);
            g_assert_cmpuint (set->speed[at], ==, record->speed);
            g_assert_cmpuint (set->kind[at], ==, record->kind);
            g_assert_cmpuint (set->category[at], ==, record->category);
            g_assert_cmpuint (set->state[at], ==, record->state);
          }
      }
  g_assert_cmpuint (at, ==, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/point-set/empty", test_empty);
  g_test_add_func ("/point-set/places", test_places);
  g_test_add_func ("/point-set/grid", test_grid);
  return g_test_run ();
}
