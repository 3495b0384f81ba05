/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-inshore-finder.h"

#include "rutter-node-heap.h"

#include <math.h>
#include <string.h>

#define NO_PLACE G_MAXUINT32
#define KM_PER_CELL (RUTTER_EARTH_RADIUS_M / 1000 * G_PI / 180 / RUTTER_WATER_CELLS_PER_DEG)

/* A cell that was met: x unwrapped from its start. */
typedef struct
{
  RutterLonLat position;    /* the start's own, else the cell's middle */
  int          x;
  int          y;
  guint32      parent;
  float        km;
  gboolean     is_done;
} Place;

struct _RutterInshoreFinder
{
  RutterSeaSight        sight;
  const RutterSeaGraph *graph;
  const guint32        *groups;      /* of each leaf, or NULL: every leaf is an exit */
  const guint8         *is_target;   /* of each group: other leaves are but water to pass */
  guint32               own_group;   /* not even that: where the starts lie along the edge */
  RutterLonLat          goal;
  gboolean              has_goal;
  GArray               *gates;       /* RutterSeaBarrier: those that are closed */
  GArray               *places;      /* Place */
  GArray               *heap;        /* RutterHeapNode: places */
  guint32              *slots;       /* open addressing: places by cell */
  guint                 n_slots;     /* a power of two */
};

RutterInshoreFinder *
rutter_inshore_finder_new (const RutterSeaSight *sight,
                           const RutterSeaGraph *graph)
{
  RutterInshoreFinder *self = g_new0 (RutterInshoreFinder, 1);

  self->sight = *sight;
  self->graph = graph;
  self->gates = g_array_new (FALSE, FALSE, sizeof (RutterSeaBarrier));
  for (guint i = 0; i < sight->barriers->n_items; i++)
    if (rutter_passage_set_has (&sight->closed, (guint)sight->barriers->items[i].passage))
      g_array_append_val (self->gates, sight->barriers->items[i]);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->heap = g_array_new (FALSE, FALSE, sizeof (RutterHeapNode));
  self->n_slots = 1024;
  self->slots = g_new (guint32, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof (guint32));

  return self;
}

void
rutter_inshore_finder_free (RutterInshoreFinder *self)
{
  g_clear_pointer (&self->gates, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->heap, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
  g_free (self);
}

static guint
hash_cell (const RutterInshoreFinder *self,
           int                        x,
           int                        y)
{
  guint64 key = (guint64)(guint)rutter_water_wrap (x, RUTTER_WATER_WIDTH) << 32 | (guint)y;

  return (guint)(key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32) & (self->n_slots - 1);
}

/* The slot of a cell: its place, or the empty slot where it belongs. */
static guint
find_slot (const RutterInshoreFinder *self,
           int                        x,
           int                        y)
{
  guint slot = hash_cell (self, x, y);

  while (self->slots[slot] != NO_PLACE)
    {
      const Place *place = &g_array_index (self->places, Place, self->slots[slot]);

      if (place->y == y && (place->x - x) % RUTTER_WATER_WIDTH == 0)
        break;

      slot = (slot + 1) & (self->n_slots - 1);
    }

  return slot;
}

static void
grow_slots (RutterInshoreFinder *self)
{
  self->n_slots *= 4;
  self->slots = g_renew (guint32, self->slots, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof (guint32));
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      self->slots[find_slot (self, place->x, place->y)] = i;
    }
}

static double
measure_km (RutterLonLat a,
            RutterLonLat b)
{
  double x = (b.lon - a.lon) * cos ((a.lat + b.lat) / 2 * G_PI / 180);

  return hypot (x, b.lat - a.lat) * (RUTTER_EARTH_RADIUS_M / 1000 * G_PI / 180);
}

/* Meets a cell on a way: new, or better than before. */
static void
meet (RutterInshoreFinder *self,
      int                  x,
      int                  y,
      RutterLonLat         position,
      guint32              parent,
      float                km)
{
  guint slot = find_slot (self, x, y);
  guint32 index = self->slots[slot];
  Place *place;

  if (index == NO_PLACE)
    {
      Place fresh = { position, x, y, parent, km, FALSE };

      index = self->places->len;
      g_array_append_val (self->places, fresh);
      self->slots[slot] = index;
      if (self->places->len * 2 > self->n_slots)
        grow_slots (self);
    }
  else
    {
      place = &g_array_index (self->places, Place, index);
      if (place->km <= km)
        return;

      place->km = km;
      place->parent = parent;
      place->position = position;
      place->x = x;
    }

  if (self->has_goal)
    km += (float)measure_km (position, self->goal) * 0.999f;
  rutter_node_heap_push (self->heap, km, index);
}

/**
 * rutter_inshore_finder_add_start:
 * @position: in a cell of water
 */
void
rutter_inshore_finder_add_start (RutterInshoreFinder *self,
                                 RutterLonLat         position)
{
  RutterWaterPoint point = rutter_water_from_lon_lat (position);

  meet (self, (int)floor (point.x), (int)floor (point.y), position, NO_PLACE, 0);
}

/* Only leaves whose group, by @groups, is a target are exits; others are passed like any water, but
 * for those of the group that the search comes from.
 */
void
rutter_inshore_finder_set_targets (RutterInshoreFinder *self,
                                   const guint32       *groups,
                                   const guint8        *is_target,
                                   guint32              own_group)
{
  self->groups = groups;
  self->own_group = own_group;
  self->is_target = is_target;
}

static gboolean
is_near_barrier (const RutterInshoreFinder *self,
                 RutterLonLat               position)
{
  const double reach = 2.0 / RUTTER_WATER_CELLS_PER_DEG;

  for (guint i = 0; i < self->gates->len; i++)
    {
      const RutterSeaBarrier *item = &g_array_index (self->gates, RutterSeaBarrier, i);

      if (position.lat > MIN (item->a.lat, item->b.lat) - reach &&
          position.lat < MAX (item->a.lat, item->b.lat) + reach)
        return TRUE;
    }

  return FALSE;
}

static guint32
find_leaf (const RutterInshoreFinder *self,
           int                        x,
           int                        y)
{
  x = rutter_water_wrap (x, RUTTER_WATER_WIDTH);
  return rutter_sea_graph_find_leaf (self->graph, x / RUTTER_WATER_TILE, y / RUTTER_WATER_TILE);
}

static gboolean
may_enter (const RutterInshoreFinder *self,
           int                        x,
           int                        y)
{
  guint span = rutter_water_mask_get_span (self->sight.mask, x, y);
  guint32 leaf;

  if (self->groups == NULL || span < RUTTER_WATER_TILE)
    return span > 0;

  leaf = find_leaf (self, x, y);
  return leaf == RUTTER_SEA_NO_NODE || self->groups[leaf] != self->own_group;
}

/* Goes on from a cell to the eight around it; cornerwise only between two cells of water. */
static void
expand (RutterInshoreFinder *self,
        guint32              index)
{
  Place place = g_array_index (self->places, Place, index);
  gboolean is_guarded = is_near_barrier (self, place.position);
  double km_x = KM_PER_CELL * cos (place.position.lat * G_PI / 180);
  double km_xy = sqrt (km_x * km_x + KM_PER_CELL * KM_PER_CELL);
  gboolean is_open[3][3];

  for (int i = 0; i < 9; i++)
    is_open[i / 3][i % 3] = may_enter (self, place.x + i % 3 - 1, place.y + i / 3 - 1);
  for (int i = 0; i < 9; i++)
    {
      int x = place.x + i % 3 - 1;
      int y = place.y + i / 3 - 1;
      RutterLonLat next = rutter_water_to_lon_lat ((RutterWaterPoint) { x + 0.5, y + 0.5 });
      double km;

      if (i == 4 || !is_open[i / 3][i % 3] || !is_open[1][i % 3] || !is_open[i / 3][1])
        continue;
      if (is_guarded && rutter_sea_barriers_stop (self->sight.barriers, &self->sight.closed,
                                                  place.position, next))
        continue;

      /* From middle to middle; only a start lies elsewhere in its cell. */
      if (place.parent == NO_PLACE)
        km = measure_km (place.position, next);
      else
        km = i % 2 == 0 ? km_xy : i / 3 == 1 ? km_x : KM_PER_CELL;
      meet (self, x, y, next, index, place.km + (float)km);
    }
}

/* Returns whether the node can be reached straight from the cell. */
static gboolean
add_exit (const RutterInshoreFinder *self,
          guint32                    index,
          guint32                    node,
          GArray                    *exits)
{
  const Place *place = &g_array_index (self->places, Place, index);
  RutterLonLat position = rutter_sea_graph_get_position (self->graph, node);
  RutterInshoreExit way = { node, index, place->km };

  position.lon = rutter_geo_unwrap_lon (position.lon, place->position.lon);
  way.km += measure_km (place->position, position);
  if (!rutter_sea_sight_has_line (&self->sight, place->position, position))
    return FALSE;

  for (guint i = 0; i < exits->len; i++)
    {
      RutterInshoreExit *known = &g_array_index (exits, RutterInshoreExit, i);

      if (known->node != node)
        continue;
      if (way.km < known->km)
        *known = way;
      return TRUE;
    }

  g_array_append_val (exits, way);
  return TRUE;
}

/* Notes the nodes at a cell. Returns whether the cell lies in a leaf that is one: the graph goes on
 * from there.
 */
static gboolean
note_exits (const RutterInshoreFinder *self,
            guint32                    index,
            GArray                    *exits)
{
  const Place *place = &g_array_index (self->places, Place, index);
  int column = rutter_water_wrap (place->x, RUTTER_WATER_WIDTH) / RUTTER_WATER_TILE;
  int row = place->y / RUTTER_WATER_TILE;
  guint32 leaf = RUTTER_SEA_NO_NODE;
  guint first;
  guint n_points = rutter_sea_graph_find_points (self->graph, (guint32)
                                                 (row * RUTTER_SEA_TILES_ACROSS + column), &first);

  for (guint i = 0; i < n_points; i++)
    add_exit (self, index, self->graph->n_leaves + self->graph->tile_points[first + i], exits);

  if (rutter_water_mask_get_span (self->sight.mask, place->x, place->y) >= RUTTER_WATER_TILE)
    leaf = find_leaf (self, place->x, place->y);
  if (leaf == RUTTER_SEA_NO_NODE || (self->groups != NULL && !self->is_target[self->groups[leaf]]))
    return FALSE;

  return add_exit (self, index, leaf, exits);
}

/**
 * rutter_inshore_finder_find_exits:
 * @exits: (element-type RutterInshoreExit): the nodes reached, nearest first or nearly
 *
 * Looks from all starts at once for nodes of the graph.
 *
 * Returns: whether any was found; FALSE too when cancelled
 */
gboolean
rutter_inshore_finder_find_exits (RutterInshoreFinder       *self,
                                  const RutterInshoreLimits *limits,
                                  GArray                    *exits,
                                  GCancellable              *cancellable)
{
  double last_km = INFINITY;

  for (guint n_cells = 0; self->heap->len > 0 && n_cells < limits->max_cells; n_cells++)
    {
      RutterHeapNode entry = rutter_node_heap_pop (self->heap);
      Place *place = &g_array_index (self->places, Place, entry.node);

      if (place->is_done && entry.cost > place->km)
        continue;
      if (entry.cost > last_km || exits->len >= limits->max_exits)
        break;
      if (n_cells % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;

      place->is_done = TRUE;
      if (!note_exits (self, entry.node, exits))
        expand (self, entry.node);
      if (exits->len > 0 && !isfinite (last_km))
        last_km = entry.cost * 1.25 + limits->spare_km;
    }

  return exits->len > 0;
}

/**
 * rutter_inshore_finder_find_place:
 * @goal: in a cell of water, its longitude unwrapped to the start's
 * @place: (out): to hand to rutter_inshore_finder_append_way()
 *
 * Looks for the way to one position, leaves or not. The finder must be new but for its start.
 *
 * Returns: whether it was found within the bound
 */
gboolean
rutter_inshore_finder_find_place (RutterInshoreFinder *self,
                                  RutterLonLat         goal,
                                  guint                max_cells,
                                  guint32             *place,
                                  double              *km,
                                  GCancellable        *cancellable)
{
  RutterWaterPoint point = rutter_water_from_lon_lat (goal);

  self->goal = goal;
  self->has_goal = TRUE;
  for (guint n_cells = 0; self->heap->len > 0 && n_cells < max_cells; n_cells++)
    {
      RutterHeapNode entry = rutter_node_heap_pop (self->heap);
      Place *met = &g_array_index (self->places, Place, entry.node);

      if (n_cells % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (met->x == (int)floor (point.x) && met->y == (int)floor (point.y))
        {
          *place = entry.node;
          *km = met->km + measure_km (met->position, goal);
          return TRUE;
        }
      if (met->is_done && entry.cost > met->km + measure_km (met->position, goal))
        continue;

      met->is_done = TRUE;
      expand (self, entry.node);
    }

  return FALSE;
}

/**
 * rutter_inshore_finder_append_way:
 * @points: (element-type RutterLonLat)
 *
 * Appends the way from a start to the place, both included.
 */
void
rutter_inshore_finder_append_way (RutterInshoreFinder *self,
                                  guint32              place,
                                  GArray              *points)
{
  guint first = points->len;

  for (; place != NO_PLACE; place = g_array_index (self->places, Place, place).parent)
    g_array_append_val (points, g_array_index (self->places, Place, place).position);

  for (guint i = first, j = points->len - 1; i < j; i++, j--)
    {
      RutterLonLat swap = g_array_index (points, RutterLonLat, i);

      g_array_index (points, RutterLonLat, i) = g_array_index (points, RutterLonLat, j);
      g_array_index (points, RutterLonLat, j) = swap;
    }
}
