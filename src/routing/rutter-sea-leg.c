/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-leg.h"

#include "rutter-inshore-finder.h"
#include "rutter-sea-smoother.h"

#include <math.h>

/* How much farther than the first leaf a harbour's other ways out are looked for. */
#define SPARE_KM 6.0
#define MAX_EXITS 48u
#define MAX_HARBOUR_CELLS 300000u
/* Stops nearer to each other than this are also searched for cell by cell. */
#define NEAR_KM 60.0
#define MAX_NEAR_CELLS 40000u

/* One end of the leg: the nodes that it may begin with, and the ways to them. */
typedef struct
{
  const RutterSeaBerth *berth;
  RutterInshoreFinder  *finder;   /* or NULL on a line */
  GArray               *exits;    /* RutterInshoreExit */
  GArray               *entries;  /* RutterSeaEntry */
} End;

/* A way in the making: each point with what leads to it from the point before. */
typedef struct
{
  GArray *points;                 /* RutterLonLat */
  GArray *passages;               /* guint32: RUTTER_SEA_OPEN_WATER or a passage */
} Way;

static void
way_init (Way *way)
{
  way->points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  way->passages = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
way_clear (Way *way)
{
  g_clear_pointer (&way->points, g_array_unref);
  g_clear_pointer (&way->passages, g_array_unref);
}

static void
way_append (Way          *way,
            RutterLonLat  position,
            guint32       passage)
{
  if (way->points->len > 0)
    {
      RutterLonLat last = g_array_index (way->points, RutterLonLat, way->points->len - 1);

      position.lon = rutter_geo_unwrap_lon (position.lon, last.lon);
      if (position.lon == last.lon && position.lat == last.lat)
        return;
    }

  g_array_append_val (way->points, position);
  g_array_append_val (way->passages, passage);
}

static guint32
to_units (double km)
{
  return (guint32)lround (km * RUTTER_SEA_UNITS_PER_KM);
}

/* On a line a leg begins with the points on either side, if the passage is open. */
static void
add_line_exits (End                  *end,
                const RutterSeaChart *chart,
                const RutterPassageSet *closed)
{
  const RutterSeaPoint *points = chart->graph.points;
  guint32 point = end->berth->point;

  if (rutter_passage_set_has (closed, points[point].next))
    return;

  for (guint i = 0; i < 2; i++)
    {
      double m = rutter_geo_distance_m (end->berth->position, points[point + i].position);
      RutterInshoreExit way_out = { chart->graph.n_leaves + point + i, 0, m / 1000 };

      g_array_append_val (end->exits, way_out);
    }
}

static gboolean
end_init (End                  *end,
          const RutterSeaChart *chart,
          const RutterSeaSight *sight,
          const RutterSeaBerth *berth,
          GCancellable         *cancellable)
{
  const RutterInshoreLimits limits = { SPARE_KM, MAX_EXITS, MAX_HARBOUR_CELLS };

  end->berth = berth;
  end->finder = NULL;
  end->exits = g_array_new (FALSE, FALSE, sizeof (RutterInshoreExit));
  end->entries = g_array_new (FALSE, FALSE, sizeof (RutterSeaEntry));
  if (berth->point != RUTTER_SEA_NO_NODE)
    add_line_exits (end, chart, &sight->closed);
  else
    {
      end->finder = rutter_inshore_finder_new (sight, &chart->graph);
      rutter_inshore_finder_add_start (end->finder, berth->position);
      rutter_inshore_finder_find_exits (end->finder, &limits, end->exits, cancellable);
    }

  for (guint i = 0; i < end->exits->len; i++)
    {
      const RutterInshoreExit *way_out = &g_array_index (end->exits, RutterInshoreExit, i);
      RutterSeaEntry entry = { way_out->node, to_units (way_out->km) };

      g_array_append_val (end->entries, entry);
    }

  return end->exits->len > 0;
}

static void
end_clear (End *end)
{
  g_clear_pointer (&end->finder, rutter_inshore_finder_free);
  g_clear_pointer (&end->exits, g_array_unref);
  g_clear_pointer (&end->entries, g_array_unref);
}

/* The points from the berth to the node that the way takes first, without that node. */
static GArray *
list_way_out (const End            *end,
              const RutterSeaChart *chart,
              guint32               node,
              guint32              *passage)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));

  *passage = RUTTER_SEA_OPEN_WATER;
  if (end->finder == NULL)
    {
      *passage = chart->graph.points[end->berth->point].next;
      g_array_append_val (points, end->berth->position);
      return points;
    }

  for (guint i = 0; i < end->exits->len; i++)
    {
      const RutterInshoreExit *way_out = &g_array_index (end->exits, RutterInshoreExit, i);

      if (way_out->node == node)
        rutter_inshore_finder_append_way (end->finder, way_out->place, points);
    }

  return points;
}

/* What the edge between two nodes goes through. */
static guint32
get_passage (const RutterSeaGraph *graph,
             guint32               from,
             guint32               to)
{
  guint32 low = MIN (from, to);
  guint32 next;

  if (low < graph->n_leaves || MAX (from, to) != low + 1)
    return RUTTER_SEA_OPEN_WATER;

  next = graph->points[low - graph->n_leaves].next;
  return next < RUTTER_PASSAGE_SET_SIZE ? next : RUTTER_SEA_OPEN_WATER;
}

static void
assemble (Way                  *way,
          const RutterSeaChart *chart,
          const End            *start,
          const End            *end,
          const GArray         *nodes)
{
  guint32 first = g_array_index (nodes, guint32, 0);
  guint32 last = g_array_index (nodes, guint32, nodes->len - 1);
  guint32 start_passage, end_passage;
  g_autoptr(GArray) out = list_way_out (start, chart, first, &start_passage);
  g_autoptr(GArray) in = list_way_out (end, chart, last, &end_passage);

  for (guint i = 0; i < out->len; i++)
    way_append (way, g_array_index (out, RutterLonLat, i), RUTTER_SEA_OPEN_WATER);
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 node = g_array_index (nodes, guint32, i);
      guint32 passage = i == 0 ? start_passage
                        : get_passage (&chart->graph, g_array_index (nodes, guint32, i - 1), node);

      way_append (way, rutter_sea_graph_get_position (&chart->graph, node), passage);
    }
  for (guint i = in->len; i-- > 0;)
    way_append (way, g_array_index (in, RutterLonLat, i), end_passage);
}

/* Appends a stretch of open water, pulled tight, in pieces near the great circle. */
static void
append_water (RutterSeaLeg         *self,
              const RutterSeaSight *sight,
              GArray               *water)
{
  rutter_sea_smoother_pull (sight, water);
  for (guint i = 1; i < water->len; i++)
    {
      RutterLonLat from = g_array_index (water, RutterLonLat, i - 1);
      RutterLonLat to = g_array_index (water, RutterLonLat, i);

      /* What the graph or a harbour's cells gave is straight in longitude and latitude. */
      if (rutter_sea_sight_has_leg (sight, from, to))
        rutter_sea_sight_append_leg (self->points, from, to);
      else
        g_array_append_val (self->points, to);
    }
}

/* Water is pulled tight between passages; their lines stay as they are. */
static void
finish_way (RutterSeaLeg         *self,
            const RutterSeaSight *sight,
            const Way            *way)
{
  guint i = 1;

  g_array_append_val (self->points, g_array_index (way->points, RutterLonLat, 0));
  while (i < way->points->len)
    {
      guint32 passage = g_array_index (way->passages, guint32, i);
      RutterSeaStretch stretch = { passage, self->points->len - 1, 0 };
      g_autoptr(GArray) stretch_points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));

      g_array_append_val (stretch_points, g_array_index (way->points, RutterLonLat, i - 1));
      for (; i < way->points->len && g_array_index (way->passages, guint32, i) == passage; i++)
        g_array_append_val (stretch_points, g_array_index (way->points, RutterLonLat, i));

      if (passage == RUTTER_SEA_OPEN_WATER)
        {
          append_water (self, sight, stretch_points);
          continue;
        }

      g_array_append_vals (self->points, &g_array_index (stretch_points, RutterLonLat, 1),
                           stretch_points->len - 1);
      stretch.last = self->points->len - 1;
      g_array_append_val (self->stretches, stretch);
    }
}

/* Looks for a way of a few miles cell by cell: two berths in one fjord need not go out to sea. */
static gboolean
find_near_way (Way                  *way,
               const RutterSeaChart *chart,
               const RutterSeaSight *sight,
               const RutterSeaBerth *from,
               const RutterSeaBerth *to,
               double                max_km,
               GCancellable         *cancellable)
{
  g_autoptr(RutterInshoreFinder) finder = rutter_inshore_finder_new (sight, &chart->graph);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  RutterLonLat goal = to->position;
  guint32 place;
  double km;

  goal.lon = rutter_geo_unwrap_lon (goal.lon, from->position.lon);
  rutter_inshore_finder_add_start (finder, from->position);
  if (!rutter_inshore_finder_find_place (finder, goal, MAX_NEAR_CELLS, &place, &km, cancellable) ||
      km > max_km)
    return FALSE;

  rutter_inshore_finder_append_way (finder, place, points);
  for (guint i = 0; i < points->len; i++)
    way_append (way, g_array_index (points, RutterLonLat, i), RUTTER_SEA_OPEN_WATER);
  way_append (way, goal, RUTTER_SEA_OPEN_WATER);

  return TRUE;
}

/* The short cases: in sight of each other, or on one piece of a line. */
static gboolean
find_direct_way (Way                  *way,
                 const RutterSeaChart *chart,
                 const RutterSeaSight *sight,
                 const RutterSeaBerth *from,
                 const RutterSeaBerth *to)
{
  RutterLonLat goal = to->position;
  guint32 passage = RUTTER_SEA_OPEN_WATER;

  goal.lon = rutter_geo_unwrap_lon (goal.lon, from->position.lon);
  if (from->point != to->point)
    return FALSE;

  if (from->point != RUTTER_SEA_NO_NODE)
    passage = chart->graph.points[from->point].next;
  if (passage == RUTTER_SEA_OPEN_WATER ? !rutter_sea_sight_has_leg (sight, from->position, goal)
                                       : rutter_passage_set_has (&sight->closed, passage))
    return FALSE;

  way_append (way, from->position, RUTTER_SEA_OPEN_WATER);
  way_append (way, goal, passage);
  return TRUE;
}

/* Returns: the length of the shortest way, %G_MAXUINT32 when there is none */
static guint32
survey (RutterPathFinder     *finder,
        const RutterSeaSight *sight,
        RutterPassageSet      usual,
        const End            *start,
        const End            *end,
        GCancellable         *cancellable)
{
  const RutterPassageSet opened = rutter_passage_set_subtract (usual, sight->closed);

  /* What is usually closed seals no sea. */
  if (!rutter_passage_set_equal (&sight->closed, &usual) &&
      rutter_path_finder_is_sealed (finder, sight, start->entries, end->entries))
    return G_MAXUINT32;

  return rutter_path_finder_survey (finder, sight, rutter_passage_set_is_empty (&opened),
                                    start->entries, end->entries, cancellable);
}

static gboolean
find_way (Way                  *way,
          const RutterSeaChart *chart,
          RutterPathFinder     *finder,
          const RutterSeaSight *sight,
          RutterPassageSet      usual,
          guint32               limit,
          guint32              *length,
          const RutterSeaBerth *from,
          const RutterSeaBerth *to,
          GCancellable         *cancellable)
{
  g_autoptr(GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean is_first = limit == G_MAXUINT32;
  gboolean is_found;
  End start, end;

  *length = G_MAXUINT32;
  if (find_direct_way (way, chart, sight, from, to))
    return TRUE;

  end_init (&start, chart, sight, from, cancellable);
  end_init (&end, chart, sight, to, cancellable);
  if (start.exits->len > 0 && end.exits->len > 0)
    {
      if (is_first)
        limit = survey (finder, sight, usual, &start, &end, cancellable);
      if (limit < G_MAXUINT32)
        *length = rutter_path_finder_trace (finder, sight, limit + 1, start.entries, end.entries,
                                            nodes);
    }

  is_found = is_first && from->point == RUTTER_SEA_NO_NODE && to->point == RUTTER_SEA_NO_NODE &&
             rutter_geo_distance_m (from->position, to->position) < NEAR_KM * 1000 &&
             find_near_way (way, chart, sight, from, to,
                            *length == G_MAXUINT32 ? G_MAXDOUBLE
                                                   : (double)*length / RUTTER_SEA_UNITS_PER_KM,
                            cancellable);
  if (is_found)
    *length = G_MAXUINT32;
  else if (*length != G_MAXUINT32)
    {
      assemble (way, chart, &start, &end, nodes);
      is_found = TRUE;
    }
  end_clear (&start);
  end_clear (&end);

  return is_found;
}

/**
 * rutter_sea_leg_new:
 * @finder: memory to search with, used by nobody else meanwhile
 * @closed: the set of passages that may not be used
 * @usual: those that are usually closed
 * @limit: %G_MAXUINT32 for the shortest way; else the most that the way may take in the graph,
 *   after a call without a limit for the same berths and fewer closed passages
 *
 * Returns: (transfer full) (nullable): the leg; NULL when there is no way, or when cancelled
 */
RutterSeaLeg *
rutter_sea_leg_new (const RutterSeaChart *chart,
                    RutterPathFinder     *finder,
                    RutterPassageSet      closed,
                    RutterPassageSet      usual,
                    guint32               limit,
                    const RutterSeaBerth *from,
                    const RutterSeaBerth *to,
                    GCancellable         *cancellable)
{
  const RutterSeaSight sight = { &chart->mask, &chart->barriers, closed };
  RutterSeaLeg *self = NULL;
  guint32 units;
  Way way;

  way_init (&way);
  if (find_way (&way, chart, finder, &sight, usual, limit, &units, from, to, cancellable) &&
      !g_cancellable_is_cancelled (cancellable))
    {
      self = g_new0 (RutterSeaLeg, 1);
      g_atomic_ref_count_init (&self->ref_count);
      self->points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
      self->stretches = g_array_new (FALSE, FALSE, sizeof (RutterSeaStretch));
      finish_way (self, &sight, &way);
      self->units = units;
      self->length_m = rutter_geo_path_length_m ((RutterLonLat *)(gpointer)self->points->data,
                                                 self->points->len);
      /* Two stops that meet the water at one place. */
      if (self->points->len == 1)
        {
          RutterLonLat only = g_array_index (self->points, RutterLonLat, 0);

          g_array_append_val (self->points, only);
        }
    }
  way_clear (&way);

  return self;
}

RutterSeaLeg *
rutter_sea_leg_ref (RutterSeaLeg *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_sea_leg_unref (RutterSeaLeg *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->stretches, g_array_unref);
  g_free (self);
}
