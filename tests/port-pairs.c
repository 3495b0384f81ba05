/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "port-pairs.h"

#include "rutter-text-table.h"

static void
free_pair (gpointer data)
{
  PortPair *pair = data;

  g_free (pair->group);
  g_free (pair->from);
  g_free (pair->to);
  g_free (pair);
}

static double
get_number (RutterTextTable *table,
            guint            row,
            const char      *column)
{
  return g_ascii_strtod (rutter_text_table_get (table, row, column), NULL);
}

/* Returns: (transfer full) (element-type PortPair) */
GPtrArray *
port_pairs_read (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterTextTable) table = rutter_text_table_new_from_file (path, &error);
  GPtrArray *pairs = g_ptr_array_new_with_free_func (free_pair);

  g_assert_no_error (error);
  for (guint i = 0; i < rutter_text_table_get_n_rows (table); i++)
    {
      PortPair *pair = g_new0 (PortPair, 1);

      pair->group = g_strdup (rutter_text_table_get (table, i, "group"));
      pair->from = g_strdup (rutter_text_table_get (table, i, "from"));
      pair->to = g_strdup (rutter_text_table_get (table, i, "to"));
      pair->stops[0] = (RutterLonLat) { get_number (table, i, "from_lon"),
                                        get_number (table, i, "from_lat") };
      pair->stops[1] = (RutterLonLat) { get_number (table, i, "to_lon"),
                                        get_number (table, i, "to_lat") };
      pair->published_nm = get_number (table, i, "nm");
      g_ptr_array_add (pairs, pair);
    }

  return pairs;
}

RutterSeaRoute *
port_pair_find_route (const PortPair     *pair,
                      RutterSeaPlanner   *planner,
                      const char *const  *avoid,
                      const char *const  *open,
                      gboolean            is_back,
                      GError            **error)
{
  RutterLonLat stops[2] = { pair->stops[is_back ? 1 : 0], pair->stops[is_back ? 0 : 1] };
  RutterSeaRequest request = { stops, 2, avoid, open, 12.0 };

  return rutter_sea_planner_find (planner, &request, NULL, error);
}

/* Whether the coast need not hold the water of this leg. */
static gboolean
is_inland_leg (const RutterSeaRoute *route,
               guint                 leg)
{
  for (guint i = 0; i < route->n_crossings; i++)
    {
      const RutterSeaCrossing *crossing = &route->crossings[i];

      if ((crossing->passage->kind == RUTTER_PASSAGE_CANAL ||
           crossing->passage->kind == RUTTER_PASSAGE_RIVER ||
           crossing->passage->kind == RUTTER_PASSAGE_SEAWAY) &&
          crossing->first <= leg && leg < crossing->last)
        return TRUE;
    }

  return FALSE;
}

/* Returns: kilometres on land, but for the canals and rivers that the route reports */
double
measure_route_land (LandChecker          *checker,
                    const RutterSeaRoute *route,
                    RutterLonLat         *where)
{
  double km = 0;
  guint first = 0;

  for (guint i = 0; i < route->n_points; i++)
    if (i + 1 == route->n_points || is_inland_leg (route, i))
      {
        km += land_checker_measure (checker, &route->points[first], i - first + 1,
                                    km == 0 ? where : NULL);
        first = i + 1;
      }

  return km;
}
