/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-spread.h"

#include "rutter-symbol.h"

#include <math.h>

/* Marks nearer than this at the middle of a zoom level share a spot, pixels. */
#define TOLERANCE 7.0
/* Between the centres of neighbours, beyond their size, pixels. */
#define AIR 1.0
/* Up to so many stand in one ring; more have one in the middle and rings round it. */
#define N_RING 5

typedef struct
{
  guint       index;   /* of the mark */
  guint       leader;  /* place in the order of whose spot it shares */
  double      size;
} Member;

struct _RutterSpread
{
  int                level;
  double             reach;
  guint              n_marks;
  RutterSpreadPlace *places;
  GArray            *members;   /* Member */
};

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const RutterMark *first = rutter_picture_get_mark (user_data, ((const Member *)a)->index);
  const RutterMark *second = rutter_picture_get_mark (user_data, ((const Member *)b)->index);
  int order;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  order = g_strcmp0 (first->uid, second->uid);
  return order != 0 ? order : (int)((const Member *)a)->index - (int)((const Member *)b)->index;
}

static GArray *
list_members (const RutterPicture *picture,
              double               zoom)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);
      Member member = { i, 0, rutter_symbol_get_size (mark, zoom) };

      if (mark->shape == RUTTER_SHAPE_POINT && mark->n_points > 0 && mark->box.x0 <= mark->box.x1)
        g_array_append_val (members, member);
    }

  g_array_sort_with_data (members, compare_members, (gpointer)picture);
  return members;
}

/* Cells of the size of the tolerance: whoever is near lies in one of nine. */
static gint64
get_cell (RutterPoint point,
          double      cell,
          int         dx,
          int         dy)
{
  return ((gint64)floor (point.x / cell) + dx) * ((gint64)1 << 31) +
         (gint64)floor (point.y / cell) + dy;
}

/* The first by rank on a spot leads; who comes later joins the nearest leader within reach. */
static void
join_leaders (RutterSpread *self,
              GArray       *members,
              double        tolerance)
{
  g_autoptr(GHashTable) leaders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      Member *member = &g_array_index (members, Member, i);
      RutterPoint at = self->places[member->index].world;
      double nearest = tolerance;
      gint64 cell;

      member->leader = i;
      for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
          {
            guint found;
            RutterPoint other;

            cell = get_cell (at, tolerance, dx, dy);
            found = GPOINTER_TO_UINT (g_hash_table_lookup (leaders, &cell));
            if (found == 0)
              continue;

            other = self->places[g_array_index (members, Member, found - 1).index].world;
            if (hypot (at.x - other.x, at.y - other.y) < nearest)
              {
                nearest = hypot (at.x - other.x, at.y - other.y);
                member->leader = found - 1;
              }
          }

      cell = get_cell (at, tolerance, 0, 0);
      if (member->leader == i && !g_hash_table_contains (leaders, &cell))
        g_hash_table_insert (leaders, g_memdup2 (&cell, sizeof cell), GUINT_TO_POINTER (i + 1));
    }
}

/* Place number @k of @n round a spot, in units of the distance between neighbours. */
static RutterPoint
get_seat (guint k,
          guint n)
{
  guint ring = 1, first = 1, in_ring;
  double angle, radius;

  if (n <= N_RING)
    {
      radius = 0.5 / sin (G_PI / n);
      angle = (n == 2 ? -G_PI : -G_PI / 2) + 2 * G_PI * k / n;
      return (RutterPoint) { radius * cos (angle), radius * sin (angle) };
    }

  if (k == 0)
    return (RutterPoint) { 0, 0 };

  while (k >= first + 6 * ring)
    {
      first += 6 * ring;
      ring++;
    }

  in_ring = MIN (6 * ring, n - first);
  angle = -G_PI / 2 + 2 * G_PI * (k - first) / in_ring;
  return (RutterPoint) { ring * cos (angle), ring * sin (angle) };
}

static void
seat_members (RutterSpread *self,
              GArray       *members)
{
  g_autofree guint *n_joined = g_new0 (guint, members->len + 1);
  g_autofree guint *n_seated = g_new0 (guint, members->len + 1);
  g_autofree double *pitch = g_new0 (double, members->len + 1);

  for (guint i = 0; i < members->len; i++)
    {
      Member *member = &g_array_index (members, Member, i);

      n_joined[member->leader]++;
      pitch[member->leader] = MAX (pitch[member->leader], member->size + AIR);
    }

  for (guint i = 0; i < members->len; i++)
    {
      Member *member = &g_array_index (members, Member, i);
      guint lead = member->leader;
      RutterSpreadPlace *place = &self->places[member->index];
      RutterPoint seat;

      if (n_joined[lead] < 2)
        continue;

      seat = get_seat (n_seated[lead]++, n_joined[lead]);
      place->world = self->places[g_array_index (members, Member, lead).index].world;
      place->shift_px = (RutterPoint) { seat.x * pitch[lead], seat.y * pitch[lead] };
      self->reach = MAX (self->reach, hypot (place->shift_px.x, place->shift_px.y) +
                                      2 * TOLERANCE);
    }
}

RutterSpread *
rutter_spread_new (const RutterPicture *picture,
                   double               zoom)
{
  RutterSpread *self = g_new0 (RutterSpread, 1);
  GArray *members;

  self->level = (int)floor (zoom);
  self->n_marks = rutter_picture_get_n_marks (picture);
  self->places = g_new0 (RutterSpreadPlace, MAX (self->n_marks, 1));

  members = self->members = list_members (picture, self->level + 0.5);
  for (guint i = 0; i < members->len; i++)
    {
      guint index = g_array_index (members, Member, i).index;
      const RutterMark *mark = rutter_picture_get_mark (picture, index);

      self->places[index].world = (RutterPoint) { mark->box.x0, mark->box.y0 };
    }

  join_leaders (self, members, TOLERANCE / (256 * exp2 (self->level + 0.5)));
  seat_members (self, members);
  return self;
}

void
rutter_spread_free (RutterSpread *self)
{
  g_array_unref (self->members);
  g_free (self->places);
  g_free (self);
}

int
rutter_spread_get_level (const RutterSpread *self)
{
  return self->level;
}

double
rutter_spread_get_reach (const RutterSpread *self)
{
  return self->reach;
}

const RutterSpreadPlace *
rutter_spread_get_place (const RutterSpread *self,
                         guint               index)
{
  g_return_val_if_fail (index < self->n_marks, NULL);
  return &self->places[index];
}

double
rutter_spread_get_radius (const RutterSpread *self,
                          const RutterView   *view,
                          RutterPoint         world,
                          double              near_px)
{
  double near = near_px / rutter_view_get_world_size (view);
  double radius = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);
      const RutterSpreadPlace *place = &self->places[member->index];
      double dx = place->world.x - world.x;

      if (hypot (dx - round (dx), place->world.y - world.y) <= near)
        radius = MAX (radius, hypot (place->shift_px.x, place->shift_px.y) + member->size / 2);
    }

  return radius;
}
