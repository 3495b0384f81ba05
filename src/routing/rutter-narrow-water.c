/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-narrow-water.h"

#include "rutter-node-heap.h"
#include "rutter-shore-grid.h"

#include <math.h>
#include <string.h>

/* The finest and coarsest cells, and how many a line is long between the two. */
#define MIN_CELL_DEG (1.0 / 720)
#define MAX_CELL_DEG (1.0 / 360)
#define CELLS_A_LINE 1600.0
/* How far a way may leave the given line. */
#define REACH_DEG 0.05
/* What a mile along the given line costs, against one over water that the coast holds: on land
 * there is nothing else, over water it is a last resort, the more so in a strait, which has banks.
 */
#define LINE_COST 20.0
#define STRAIT_LINE_COST 200.0
/* Where the given line is off the coast it is a little better than what a search finds; beside the
 * shore it is not.
 */
#define CLEAR_LINE_COST 0.9
#define SHORE_LINE_COST 2.5
/* A way leaves the line only this near to where the line crosses land, in cells. */
#define LEAVE_CELLS 24
/* Longer legs would leave the great circle. */
#define MAX_LEG_DEG 0.2
/* How much more than the least a way may cost, so that one is found sooner. */
#define HASTE 1.25
#define NO_NODE G_MAXUINT32

/* A search over cells and, numbered after those, over the points of the given line. */
typedef struct
{
  RutterShoreGrid *grid;
  guint32          n_cells;
  double           line_cost;
  RutterLonLat     end;
  double           least_cos;   /* of the latitudes */
  GArray          *chain;       /* RutterLonLat: the line, in steps of a cell or less */
  GArray          *is_vertex;   /* guint8: whether the line gives that point */
  float           *step_cost;   /* of the step from each point to the next */
  guint8          *may_leave;   /* whether a way may leave the line there */
  GHashTable      *blocks;      /* squares of REACH_DEG around those points, for no way to stray */
  guint32         *next_in_cell;
  GHashTable      *by_cell;     /* cell + 1 -> the last of the chain's points in it, + 1 */
  float           *cost;
  guint32         *from;
  guint8          *is_done;
  GArray          *heap;        /* RutterHeapNode: by the cost to the end at the least */
} Search;

static RutterLonLat
get_position (Search  *self,
              guint32  node)
{
  if (node >= self->n_cells)
    return g_array_index (self->chain, RutterLonLat, node - self->n_cells);

  return rutter_shore_grid_get_middle (self->grid, node);
}

/* What the way from there to the line's end costs at the least. */
static double
estimate (Search       *self,
          RutterLonLat  position)
{
  return HASTE * CLEAR_LINE_COST * hypot ((self->end.lon - position.lon) * self->least_cos,
                                          self->end.lat - position.lat);
}

static void
reach (Search  *self,
       guint32  node,
       guint32  from,
       float    cost)
{
  if (cost >= self->cost[node])
    return;

  self->cost[node] = cost;
  self->from[node] = from;
  rutter_node_heap_push (self->heap, cost + estimate (self, get_position (self, node)), node);
}

/* In degrees of latitude. */
static double
get_distance (RutterLonLat a,
              RutterLonLat b)
{
  return hypot ((b.lon - a.lon) * cos (a.lat * G_PI / 180.0), b.lat - a.lat);
}

static gpointer
get_block (RutterLonLat position,
           int          dx,
           int          dy)
{
  int x = (int)floor (position.lon / REACH_DEG) + dx;
  int y = (int)floor (position.lat / REACH_DEG) + dy;

  return GINT_TO_POINTER (y * 65536 + x + 32768);
}

/* Returns: the last of the chain's points in a cell, + 1; 0 when there is none */
static guint32
find_last_point (Search  *self,
                 guint32  cell)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_cell, GUINT_TO_POINTER (cell + 1)));
}

/* Ways keep off the shore where there is room. */
static void
leave_cell (Search  *self,
            guint32  cell,
            double   cell_deg)
{
  static const double SHYNESS[RUTTER_SHORE_MAX_CLEARANCE + 1] = { 4, 2.2, 1.4, 1 };
  RutterLonLat middle = rutter_shore_grid_get_middle (self->grid, cell);
  guint32 point = find_last_point (self, cell);

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        guint32 next = rutter_shore_grid_get_neighbour (self->grid, cell, dx, dy);
        RutterLonLat position;
        float cost;

        if (next == RUTTER_SHORE_NONE || next == cell ||
            !rutter_shore_grid_is_water (self->grid, next))
          continue;

        position = rutter_shore_grid_get_middle (self->grid, next);
        if (!g_hash_table_contains (self->blocks, get_block (position, 0, 0)))
          continue;

        cost = self->cost[cell] + cell_deg * (dx != 0 && dy != 0 ? G_SQRT2 : 1) *
               SHYNESS[rutter_shore_grid_get_clearance (self->grid, next)];
        if (cost < self->cost[next] &&
            rutter_shore_grid_is_clear (self->grid, middle, position, 0))
          reach (self, next, cell, cost);
      }

  for (; point != 0; point = self->next_in_cell[point - 1])
    {
      RutterLonLat position = g_array_index (self->chain, RutterLonLat, point - 1);

      if (rutter_shore_grid_is_clear (self->grid, middle, position, 0))
        reach (self, self->n_cells + point - 1, cell,
               self->cost[cell] + get_distance (middle, position));
    }
}

static void
leave_line (Search  *self,
            guint32  point)
{
  RutterLonLat position = g_array_index (self->chain, RutterLonLat, point);
  guint32 node = self->n_cells + point;
  guint32 cell = rutter_shore_grid_find_cell (self->grid, position);

  if (point > 0)
    reach (self, node - 1, node, self->cost[node] + self->step_cost[point - 1]);
  if (point + 1 < self->chain->len)
    reach (self, node + 1, node, self->cost[node] + self->step_cost[point]);

  if (self->may_leave[point] && cell != RUTTER_SHORE_NONE &&
      rutter_shore_grid_is_water (self->grid, cell))
    {
      RutterLonLat middle = rutter_shore_grid_get_middle (self->grid, cell);

      if (rutter_shore_grid_is_clear (self->grid, position, middle, 0))
        reach (self, cell, node, self->cost[node] + get_distance (position, middle));
    }
}

/* What each step along the line costs, and where it may be left. */
static void
weigh_chain (Search *self)
{
  guint n_steps = self->chain->len - 1;

  self->step_cost = g_new (float, n_steps);
  self->may_leave = g_new0 (guint8, self->chain->len);

  for (guint i = 0; i < n_steps; i++)
    {
      RutterLonLat a = g_array_index (self->chain, RutterLonLat, i);
      RutterLonLat b = g_array_index (self->chain, RutterLonLat, i + 1);
      double cost = CLEAR_LINE_COST;

      if (!rutter_shore_grid_is_clear (self->grid, a, b, 0))
        {
          cost = self->line_cost;
          for (guint j = i - MIN (i, LEAVE_CELLS); j <= MIN (n_steps, i + 1 + LEAVE_CELLS); j++)
            self->may_leave[j] = TRUE;
        }

      else if (!rutter_shore_grid_is_clear (self->grid, a, b, 1))
        cost = SHORE_LINE_COST;

      self->step_cost[i] = cost * get_distance (a, b);
    }

  for (guint i = 0; i <= n_steps; i++)
    for (int square = 0; self->may_leave[i] && square < 9; square++)
      g_hash_table_add (self->blocks,
                        get_block (g_array_index (self->chain, RutterLonLat, i),
                                   square % 3 - 1, square / 3 - 1));
}

static void
lay_chain (Search              *self,
           const RutterPassage *passage,
           double               cell_deg)
{
  for (guint i = 0; i < passage->n_points; i++)
    {
      RutterLonLat a = passage->line[MAX (1, i) - 1], b = passage->line[i];
      guint n_steps = MAX (1, (guint)ceil (get_distance (a, b) / cell_deg));

      for (guint step = i == 0 ? n_steps : 1; step <= n_steps; step++)
        {
          double t = step / (double)n_steps;
          RutterLonLat point = { a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat) };
          guint8 is_vertex = step == n_steps;

          if (is_vertex)
            point = b;
          g_array_append_val (self->chain, point);
          g_array_append_val (self->is_vertex, is_vertex);
        }
    }

  self->next_in_cell = g_new0 (guint32, self->chain->len);
  for (guint i = 0; i < self->chain->len; i++)
    {
      RutterLonLat point = g_array_index (self->chain, RutterLonLat, i);
      guint32 cell = rutter_shore_grid_find_cell (self->grid, point);

      self->next_in_cell[i] = find_last_point (self, cell);
      g_hash_table_insert (self->by_cell, GUINT_TO_POINTER (cell + 1), GUINT_TO_POINTER (i + 1));
    }
}

/* The best way from one end of the line to the other (A*). The line itself always leads there.
 *
 * Returns: (element-type guint32): the nodes; NULL when cancelled
 */
static GArray *
search (Search        *self,
        double         cell_deg,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n_nodes = self->n_cells + self->chain->len;
  guint n_seen = 0;

  self->cost = g_new (float, n_nodes);
  self->from = g_new (guint32, n_nodes);
  self->is_done = g_new0 (guint8, n_nodes);
  for (guint32 i = 0; i < n_nodes; i++)
    self->cost[i] = G_MAXFLOAT;

  reach (self, self->n_cells, NO_NODE, 0);
  while (self->heap->len > 0)
    {
      RutterHeapNode waiting = rutter_node_heap_pop (self->heap);

      if (waiting.node == n_nodes - 1)
        break;
      if (self->is_done[waiting.node])
        continue;
      self->is_done[waiting.node] = TRUE;
      if (n_seen++ % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      if (waiting.node < self->n_cells)
        leave_cell (self, waiting.node, cell_deg);
      else
        leave_line (self, waiting.node - self->n_cells);
    }

  for (guint32 node = n_nodes - 1; node != NO_NODE; node = self->from[node])
    g_array_append_val (path, node);
  for (guint i = 0; i < path->len / 2; i++)
    {
      guint32 *a = &g_array_index (path, guint32, i);
      guint32 *b = &g_array_index (path, guint32, path->len - 1 - i), node = *a;

      *a = *b;
      *b = node;
    }

  return g_steal_pointer (&path);
}

/* How far from the shore a leg that stands for the nodes between two must stay: as far as they do,
 * where that is not far.
 */
static guint
get_wanted_clearance (Search *self,
                      GArray *path,
                      guint   first,
                      guint   last)
{
  guint clearance = 2;

  for (guint i = first; i <= last && clearance > 0; i++)
    {
      guint32 node = g_array_index (path, guint32, i);

      clearance = node >= self->n_cells ? 0 :
                  MIN (clearance, rutter_shore_grid_get_clearance (self->grid, node));
    }

  return clearance;
}

static gboolean
is_leg_clear (Search *self,
              GArray *path,
              guint   first,
              guint   last)
{
  RutterLonLat a = get_position (self, g_array_index (path, guint32, first));
  RutterLonLat b = get_position (self, g_array_index (path, guint32, last));

  return get_distance (a, b) <= MAX_LEG_DEG &&
         rutter_shore_grid_is_clear (self->grid, a, b,
                                     get_wanted_clearance (self, path, first, last));
}

/* Whether the way follows the given line from one node of the path to the next. */
static gboolean
is_on_line (Search *self,
            GArray *path,
            guint   i)
{
  return g_array_index (path, guint32, i) >= self->n_cells &&
         g_array_index (path, guint32, i + 1) >= self->n_cells;
}

/* Keeps the given line's own points where it is followed, and the fewest that clear the shore
 * elsewhere.
 */
static GArray *
pull (Search *self,
      GArray *path)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));

  for (guint i = 0; i < path->len; )
    {
      guint32 node = g_array_index (path, guint32, i);
      RutterLonLat position = get_position (self, node);
      gboolean is_inside_line = i > 0 && i + 1 < path->len && is_on_line (self, path, i - 1) &&
                                is_on_line (self, path, i);
      guint next = i + 1;

      if (!is_inside_line || g_array_index (self->is_vertex, guint8, node - self->n_cells))
        g_array_append_val (line, position);

      if (next < path->len && !is_on_line (self, path, i))
        while (next + 1 < path->len && !is_on_line (self, path, next) &&
               is_leg_clear (self, path, i, next + 1))
          next++;
      i = next;
    }

  return line;
}

/* Takes out corners that the given line and the search make where they meet: points that lead about
 * where no shore asks for it.
 */
static void
cut_corners (Search *self,
             GArray *line)
{
  for (guint i = 1; i + 1 < line->len; )
    {
      RutterLonLat a = g_array_index (line, RutterLonLat, i - 1);
      RutterLonLat b = g_array_index (line, RutterLonLat, i);
      RutterLonLat c = g_array_index (line, RutterLonLat, i + 1);
      double direct = get_distance (a, c);

      if (direct <= MAX_LEG_DEG && get_distance (a, b) + get_distance (b, c) > 1.02 * direct &&
          rutter_shore_grid_is_clear (self->grid, a, c, 1))
        {
          g_array_remove_index (line, i);
          i = MAX (2, i) - 1;
        }
      else
        i++;
    }
}

static void
search_init (Search              *self,
             RutterBasemap       *basemap,
             const RutterPassage *passage,
             double               cell_deg)
{
  self->grid = rutter_shore_grid_new (basemap, passage->line, passage->n_points, cell_deg,
                                      REACH_DEG);
  self->n_cells = rutter_shore_grid_get_n_cells (self->grid);
  self->line_cost = passage->kind == RUTTER_PASSAGE_STRAIT ? STRAIT_LINE_COST : LINE_COST;
  self->end = passage->line[passage->n_points - 1];
  self->least_cos = 1;
  for (guint i = 0; i < passage->n_points; i++)
    self->least_cos = MIN (self->least_cos, cos (passage->line[i].lat * G_PI / 180.0) * 0.99);
  self->chain = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  self->is_vertex = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->by_cell = g_hash_table_new (NULL, NULL);
  self->blocks = g_hash_table_new (NULL, NULL);
  self->heap = g_array_new (FALSE, FALSE, sizeof (RutterHeapNode));
  lay_chain (self, passage, cell_deg);
  weigh_chain (self);
}

static void
search_clear (Search *self)
{
  rutter_shore_grid_free (self->grid);
  g_array_unref (self->chain);
  g_array_unref (self->is_vertex);
  g_free (self->step_cost);
  g_free (self->may_leave);
  g_free (self->next_in_cell);
  g_hash_table_unref (self->by_cell);
  g_hash_table_unref (self->blocks);
  g_free (self->cost);
  g_free (self->from);
  g_free (self->is_done);
  g_array_unref (self->heap);
}

/**
 * rutter_narrow_water_trace:
 * @passage: of any kind but a gate
 *
 * Draws a passage's line along the water of the unsimplified coast. Where the coast holds no water,
 * as of most canals and rivers, the line is followed as given; its two ends are always kept.
 *
 * Returns: (transfer full) (element-type RutterLonLat): the line in legs of at most 0.2 degrees of
 *   latitude, but for those given; NULL with %G_IO_ERROR_CANCELLED
 */
GArray *
rutter_narrow_water_trace (RutterBasemap        *basemap,
                           const RutterPassage  *passage,
                           GCancellable         *cancellable,
                           GError              **error)
{
  Search self = { NULL };
  g_autoptr(GArray) path = NULL;
  GArray *line;
  double length_deg = 0, cell_deg;

  g_return_val_if_fail (basemap != NULL && passage != NULL, NULL);
  g_return_val_if_fail (passage->kind != RUTTER_PASSAGE_GATE, NULL);

  for (guint i = 1; i < passage->n_points; i++)
    length_deg += get_distance (passage->line[i - 1], passage->line[i]);
  cell_deg = MAX (CLAMP (length_deg / CELLS_A_LINE, MIN_CELL_DEG, MAX_CELL_DEG),
                  length_deg / (4 * CELLS_A_LINE));

  search_init (&self, basemap, passage, cell_deg);
  path = search (&self, cell_deg, cancellable, error);
  line = path != NULL ? pull (&self, path) : NULL;
  if (line != NULL)
    cut_corners (&self, line);
  search_clear (&self);

  return line;
}
