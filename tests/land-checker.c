/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "land-checker.h"

#include <math.h>

/* A raster of the world: what the middle of each square is, and the edges that touch it. */
#define SQUARES_A_DEGREE 4
#define WIDTH (360 * SQUARES_A_DEGREE)
#define HEIGHT (180 * SQUARES_A_DEGREE)

typedef struct
{
  RutterLonLat a, b;
} Edge;

struct _LandChecker
{
  GArray  *edges;              /* Edge */
  guint32 *first;              /* WIDTH * HEIGHT + 1: where each square's edges begin */
  guint32 *touching;
  guint8  *is_land;            /* WIDTH * HEIGHT */
};

typedef void (*SquareFunc) (LandChecker *self,
                            guint        square,
                            guint32      edge);

static guint
get_square (int column,
            int row)
{
  return CLAMP (row, 0, HEIGHT - 1) * WIDTH + ((column % WIDTH) + WIDTH) % WIDTH;
}

static int
get_column (double lon)
{
  return (int)floor ((lon + 180.0) * SQUARES_A_DEGREE);
}

static int
get_row (double lat)
{
  return (int)floor ((lat + 90.0) * SQUARES_A_DEGREE);
}

static RutterLonLat
get_middle (guint square)
{
  return (RutterLonLat) { (square % WIDTH + 0.5) / SQUARES_A_DEGREE - 180.0,
                          (square / WIDTH + 0.5) / SQUARES_A_DEGREE - 90.0 };
}

/* Every square that the edge's box meets: more than it touches, which does no harm. */
static void
visit_squares (LandChecker *self,
               guint32      edge,
               SquareFunc   func)
{
  const Edge *e = &g_array_index (self->edges, Edge, edge);
  int column1 = get_column (MAX (e->a.lon, e->b.lon)), row1 = get_row (MAX (e->a.lat, e->b.lat));

  for (int row = get_row (MIN (e->a.lat, e->b.lat)); row <= row1; row++)
    for (int column = get_column (MIN (e->a.lon, e->b.lon)); column <= column1; column++)
      func (self, get_square (column, row), edge);
}

static void
count_edge (LandChecker *self,
            guint        square,
            guint32      edge)
{
  (void)edge;
  self->first[square + 1]++;
}

static void
store_edge (LandChecker *self,
            guint        square,
            guint32      edge)
{
  self->touching[self->first[square]++] = edge;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* Turns land to water and back for the middles within one ring, row by row. */
static void
flip_ring (LandChecker        *self,
           const RutterLonLat *points,
           guint               n_points)
{
  g_autoptr(GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  double low = 90, high = -90;

  for (guint i = 0; i < n_points; i++)
    {
      low = MIN (low, points[i].lat);
      high = MAX (high, points[i].lat);
    }

  for (int row = MAX (0, get_row (low)); row <= MIN (HEIGHT - 1, get_row (high)); row++)
    {
      double lat = (row + 0.5) / SQUARES_A_DEGREE - 90.0;

      g_array_set_size (crossings, 0);
      for (guint i = 1; i < n_points; i++)
        if ((points[i - 1].lat > lat) != (points[i].lat > lat))
          {
            double lon = points[i - 1].lon + (points[i].lon - points[i - 1].lon) *
                         (lat - points[i - 1].lat) / (points[i].lat - points[i - 1].lat);

            g_array_append_val (crossings, lon);
          }

      g_array_sort (crossings, compare_doubles);
      for (guint i = 1; i < crossings->len; i += 2)
        {
          int from = get_column (g_array_index (crossings, double, i - 1) + 0.5 / SQUARES_A_DEGREE);
          int to = get_column (g_array_index (crossings, double, i) + 0.5 / SQUARES_A_DEGREE);

          for (int column = from; column < to; column++)
            self->is_land[get_square (column, row)] ^= 1;
        }
    }
}

static void
read_ring (LandChecker              *self,
           RutterBasemap            *basemap,
           const RutterBasemapShape *shape,
           GArray                   *ring)
{
  g_array_set_size (ring, 0);
  for (guint i = 0; i < shape->n_runs; i++)
    {
      RutterPoint points[RUTTER_BASEMAP_MAX_RUN];
      RutterBasemapRun run;
      guint n_points;

      g_assert_true (rutter_basemap_get_run (basemap, shape, i, &run));
      n_points = rutter_basemap_run_decode (&run, points);
      g_assert_cmpuint (n_points, >, 0);

      for (guint j = ring->len == 0 ? 0 : 1; j < n_points; j++)
        {
          RutterLonLat position = rutter_mercator_unproject (points[j]);

          g_array_append_val (ring, position);
        }
    }

  for (guint i = 1; i < ring->len; i++)
    {
      Edge edge = { g_array_index (ring, RutterLonLat, i - 1),
                    g_array_index (ring, RutterLonLat, i) };

      g_array_append_val (self->edges, edge);
    }
}

static void
index_edges (LandChecker *self)
{
  self->first = g_new0 (guint32, WIDTH * HEIGHT + 2);

  for (guint32 i = 0; i < self->edges->len; i++)
    visit_squares (self, i, count_edge);
  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    self->first[i + 1] += self->first[i];

  self->touching = g_new (guint32, self->first[WIDTH * HEIGHT]);
  for (guint32 i = 0; i < self->edges->len; i++)
    visit_squares (self, i, store_edge);

  /* Storing has moved each beginning to the next one's. */
  for (guint i = WIDTH * HEIGHT; i > 0; i--)
    self->first[i] = self->first[i - 1];
  self->first[0] = 0;
}

LandChecker *
land_checker_new (RutterBasemap *basemap)
{
  LandChecker *self = g_new0 (LandChecker, 1);
  g_autoptr(GArray) ring = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  RutterBasemapIter iter;
  RutterBasemapShape shape;

  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->is_land = g_new0 (guint8, WIDTH * HEIGHT);

  rutter_basemap_iter_init (&iter, basemap, rutter_basemap_choose_level (basemap, G_MAXDOUBLE),
                            RUTTER_BASEMAP_RINGS, &(RutterBox) { -1, -1, 2, 2 });
  while (rutter_basemap_iter_next (&iter, &shape))
    {
      read_ring (self, basemap, &shape, ring);
      flip_ring (self, (const RutterLonLat *)ring->data, ring->len);
    }

  index_edges (self);
  return self;
}

void
land_checker_free (LandChecker *self)
{
  g_array_unref (self->edges);
  g_free (self->first);
  g_free (self->touching);
  g_free (self->is_land);
  g_free (self);
}

/* Where from @a to @b the edge is met, 0 to 1; -1 when it isn't. */
static double
meet_edge (RutterLonLat  a,
           RutterLonLat  b,
           const Edge   *edge)
{
  double turn = 360.0 * round ((a.lon - edge->a.lon) / 360.0);
  double ex = edge->b.lon - edge->a.lon, ey = edge->b.lat - edge->a.lat;
  double ox = a.lon - edge->a.lon - turn, oy = a.lat - edge->a.lat;
  double dx = b.lon - a.lon, dy = b.lat - a.lat;
  double from = ex * oy - ey * ox;
  double to = ex * (oy + dy) - ey * (ox + dx);
  double first = dx * -oy + dy * ox;
  double last = dx * (ey - oy) - dy * (ex - ox);

  if ((from > 0) == (to > 0) || (first > 0) == (last > 0))
    return -1;

  return from / (from - to);
}

gboolean
land_checker_is_land (LandChecker  *self,
                      RutterLonLat  position)
{
  guint square = get_square (get_column (position.lon), get_row (position.lat));
  RutterLonLat middle = get_middle (square);
  gboolean is_land = self->is_land[square];

  middle.lon += 360.0 * round ((position.lon - middle.lon) / 360.0);
  for (guint32 i = self->first[square]; i < self->first[square + 1]; i++)
    if (meet_edge (position, middle, &g_array_index (self->edges, Edge, self->touching[i])) >= 0)
      is_land = !is_land;

  return is_land;
}

/* A piece of a leg, not longer than a square's side. */
static double
measure_piece (LandChecker  *self,
               RutterLonLat  a,
               RutterLonLat  b,
               GArray       *meetings,
               RutterLonLat *where)
{
  int column1 = get_column (MAX (a.lon, b.lon)), row1 = get_row (MAX (a.lat, b.lat));
  double on_land_m = 0, zero = 0, one = 1;

  g_array_set_size (meetings, 0);
  g_array_append_val (meetings, zero);
  for (int row = get_row (MIN (a.lat, b.lat)); row <= row1; row++)
    for (int column = get_column (MIN (a.lon, b.lon)); column <= column1; column++)
      {
        guint square = get_square (column, row);

        for (guint32 i = self->first[square]; i < self->first[square + 1]; i++)
          {
            double t = meet_edge (a, b, &g_array_index (self->edges, Edge, self->touching[i]));

            if (t >= 0)
              g_array_append_val (meetings, t);
          }
      }
  g_array_append_val (meetings, one);
  g_array_sort (meetings, compare_doubles);

  for (guint i = 1; i < meetings->len; i++)
    {
      double t = g_array_index (meetings, double, i - 1), u = g_array_index (meetings, double, i);
      RutterLonLat middle = { a.lon + (t + u) / 2 * (b.lon - a.lon),
                              a.lat + (t + u) / 2 * (b.lat - a.lat) };

      if (u > t && land_checker_is_land (self, middle))
        {
          if (on_land_m == 0 && where != NULL)
            *where = middle;
          on_land_m += (u - t) * rutter_geo_distance_m (a, b);
        }
    }

  return on_land_m;
}

/**
 * land_checker_measure:
 * @points: unwrapped
 * @where: (out) (optional): a point of the line on land, set only when there is one
 *
 * Returns: kilometres on land
 */
double
land_checker_measure (LandChecker        *self,
                      const RutterLonLat *points,
                      guint               n_points,
                      RutterLonLat       *where)
{
  g_autoptr(GArray) meetings = g_array_new (FALSE, FALSE, sizeof (double));
  double on_land_m = 0;

  for (guint i = 1; i < n_points; i++)
    {
      RutterLonLat a = points[i - 1], d = { points[i].lon - a.lon, points[i].lat - a.lat };
      guint n_pieces = (guint)ceil (MAX (fabs (d.lon), fabs (d.lat)) * SQUARES_A_DEGREE);

      for (guint piece = 0; piece < n_pieces; piece++)
        {
          double t = piece / (double)n_pieces, u = (piece + 1) / (double)n_pieces;

          on_land_m += measure_piece (self, (RutterLonLat) { a.lon + t * d.lon, a.lat + t * d.lat },
                                      (RutterLonLat) { a.lon + u * d.lon, a.lat + u * d.lat },
                                      meetings, on_land_m == 0 ? where : NULL);
        }
    }

  return on_land_m / 1000.0;
}
