/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-voyage.h"

static void
add_stop (RutterSeaVoyage      *self,
          const RutterSeaBerth *berth)
{
  guint point = self->points->len - 1;
  RutterSeaStop stop = { berth->asked, g_array_index (self->points, RutterLonLat, point),
                         berth->km, point };

  g_array_append_val (self->stops, stop);
}

void
rutter_sea_voyage_init (RutterSeaVoyage      *self,
                        const RutterSeaBerth *start)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (RutterSeaStretch));
  self->stops = g_array_new (FALSE, FALSE, sizeof (RutterSeaStop));
  g_array_append_val (self->points, start->position);
  add_stop (self, start);
}

void
rutter_sea_voyage_clear (RutterSeaVoyage *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->stretches, g_array_unref);
  g_clear_pointer (&self->stops, g_array_unref);
}

/**
 * rutter_sea_voyage_add_leg:
 * @is_reversed: whether the leg was found from its end to its start
 *
 * Appends a leg: its first point is where the voyage has come to.
 */
void
rutter_sea_voyage_add_leg (RutterSeaVoyage      *self,
                           const RutterSeaLeg   *leg,
                           gboolean              is_reversed,
                           const RutterSeaBerth *to)
{
  guint first = self->points->len - 1;
  guint last = leg->points->len - 1;
  RutterLonLat from = g_array_index (self->points, RutterLonLat, first);
  double shift = rutter_geo_unwrap_lon (g_array_index (leg->points, RutterLonLat,
                                                       is_reversed ? last : 0).lon, from.lon);

  shift -= g_array_index (leg->points, RutterLonLat, is_reversed ? last : 0).lon;
  for (guint i = 1; i <= last; i++)
    {
      RutterLonLat point = g_array_index (leg->points, RutterLonLat, is_reversed ? last - i : i);

      point.lon += shift;
      g_array_append_val (self->points, point);
    }

  for (guint i = 0; i < leg->stretches->len; i++)
    {
      guint index = is_reversed ? leg->stretches->len - 1 - i : i;
      RutterSeaStretch stretch = g_array_index (leg->stretches, RutterSeaStretch, index);
      guint begin = is_reversed ? last - stretch.last : stretch.first;

      stretch.last = first + begin + (stretch.last - stretch.first);
      stretch.first = first + begin;
      g_array_append_val (self->stretches, stretch);
    }

  add_stop (self, to);
}

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const RutterSeaStretch *s = a, *t = b;

  if (s->first != t->first)
    return s->first < t->first ? -1 : 1;
  if (s->last != t->last)
    return s->last < t->last ? -1 : 1;

  return s->passage < t->passage ? -1 : s->passage > t->passage;
}

/* Adds the gates that the finished line itself crosses, whatever it was found by. */
static void
add_gates (RutterSeaVoyage         *self,
           const RutterSeaBarriers *barriers)
{
  for (guint i = 1; i < self->points->len; i++)
    {
      RutterLonLat from = g_array_index (self->points, RutterLonLat, i - 1);
      RutterLonLat to = g_array_index (self->points, RutterLonLat, i);

      for (guint k = 0; k < barriers->n_items; k++)
        {
          RutterSeaStretch stretch = { (guint32)barriers->items[k].passage, i - 1, i };

          if (rutter_sea_barrier_meets (&barriers->items[k], from, to))
            g_array_append_val (self->stretches, stretch);
        }
    }

  g_array_sort (self->stretches, compare_stretches);
}

/* One crossing for stretches of the same passage with no other passage between them. */
static GArray *
list_crossings (const RutterSeaVoyage *self,
                RutterPassages        *passages)
{
  GArray *crossings = g_array_new (FALSE, FALSE, sizeof (RutterSeaCrossing));

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const RutterSeaStretch *stretch = &g_array_index (self->stretches, RutterSeaStretch, i);
      RutterSeaCrossing crossing = { rutter_passages_get (passages, stretch->passage),
                                     stretch->first, stretch->last };
      RutterSeaCrossing *known = NULL;

      /* A gate within a stretch of its own passage comes after it, maybe with others between. */
      for (guint k = crossings->len; k-- > 0 && known == NULL;)
        {
          RutterSeaCrossing *before = &g_array_index (crossings, RutterSeaCrossing, k);

          if (before->passage == crossing.passage &&
              (k + 1 == crossings->len || crossing.first <= before->last))
            known = before;
        }
      if (known != NULL)
        known->last = MAX (known->last, crossing.last);
      else
        g_array_append_val (crossings, crossing);
    }

  return crossings;
}

/**
 * rutter_sea_voyage_finish:
 *
 * Returns: (transfer full): the route, without the lists of what was avoided and opened
 */
RutterSeaRoute *
rutter_sea_voyage_finish (RutterSeaVoyage         *self,
                          const RutterSeaBarriers *barriers,
                          RutterPassages          *passages,
                          double                   speed_kn)
{
  RutterSeaRoute *route = g_new0 (RutterSeaRoute, 1);
  GArray *crossings;

  add_gates (self, barriers);
  crossings = list_crossings (self, passages);

  g_atomic_ref_count_init (&route->ref_count);
  route->passages = rutter_passages_ref (passages);
  route->n_points = self->points->len;
  route->n_stops = self->stops->len;
  route->n_crossings = crossings->len;
  route->points = (RutterLonLat *)(gpointer)g_array_free (g_steal_pointer (&self->points), FALSE);
  route->stops = (RutterSeaStop *)(gpointer)g_array_free (g_steal_pointer (&self->stops), FALSE);
  route->crossings = (RutterSeaCrossing *)(gpointer)g_array_free (crossings, FALSE);
  route->length_nm = rutter_geo_path_length_m (route->points, route->n_points) / RUTTER_NM_M;
  route->hours = route->length_nm / speed_kn;

  return route;
}
