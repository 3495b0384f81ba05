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
  int         rank;
  double      size;
} Member;

struct _RutterSpread
{
  gatomicrefcount    ref_count;
  int                level;
  double             reach;
  guint              n_marks;
  RutterSpreadPlace *places;
  GArray            *members;   /* Member */
  double             cell;      /* of the world square */
  gint64            *keys;      /* of each leader's cell */
  GHashTable        *leaders;   /* cell -> 1 + the last leader in it */
  guint             *before;    /* 1 + the leader before in the same cell, or 0 */
  double            *radii;     /* of each leader: how far what shares its spot reaches, pixels */
};

static int
compare_members (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const RutterMark *first, *second;
  int order;

  if (((const Member *)a)->rank != ((const Member *)b)->rank)
    return ((const Member *)a)->rank < ((const Member *)b)->rank ? -1 : 1;

  first = rutter_picture_get_mark (user_data, ((const Member *)a)->index);
  second = rutter_picture_get_mark (user_data, ((const Member *)b)->index);
  order = g_strcmp0 (first->uid, second->uid);
  return order != 0 ? order : (int)((const Member *)a)->index - (int)((const Member *)b)->index;
}

/* The ranks of a picture that is shown are all different and below the number of its marks: then
 * each member's place is known. Returns: FALSE otherwise
 */
static gboolean
sort_by_rank (GArray *members,
              guint   n_marks)
{
  g_autofree guint *places = g_new0 (guint, n_marks + 1);
  g_autofree Member *unsorted = NULL;
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    {
      int rank = g_array_index (members, Member, i).rank;

      if (rank < 0 || (guint)rank >= n_marks || places[rank] != 0)
        return FALSE;
      places[rank] = i + 1;
    }

  unsorted = g_memdup2 (members->data, members->len * sizeof (Member));
  for (guint rank = 0; rank < n_marks; rank++)
    if (places[rank] != 0)
      g_array_index (members, Member, n++) = unsorted[places[rank] - 1];

  return TRUE;
}

static GArray *
list_members (const RutterPicture *picture,
              double               zoom)
{
  guint n_marks = rutter_picture_get_n_marks (picture);
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < n_marks; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);
      Member member = { i, 0, mark->rank, 0 };

      if (mark->shape != RUTTER_SHAPE_POINT || mark->n_points == 0 ||
          !(mark->box.x0 <= mark->box.x1))
        continue;

      member.size = rutter_symbol_get_size (mark, zoom);
      g_array_append_val (members, member);
    }

  if (!sort_by_rank (members, n_marks))
    g_array_sort_with_data (members, compare_members, (gpointer)picture);
  return members;
}

/* Cells of the size of the tolerance: whoever is near lies in one of nine. */
static gint64
get_key (const RutterSpread *self,
         RutterPoint         point,
         int                 dx,
         int                 dy)
{
  return ((gint64)floor (point.x / self->cell) + dx) * ((gint64)1 << 31) +
         (gint64)floor (point.y / self->cell) + dy;
}

static guint
hash_key (gconstpointer key)
{
  return (guint)(*(const guint64 *)key * 0x9e3779b97f4a7c15u >> 32);
}

/* Returns: 1 + the place in the order of one of the leaders in a cell, or 0 */
static guint
find_leader (const RutterSpread *self,
             RutterPoint         at,
             int                 dx,
             int                 dy)
{
  gint64 key = get_key (self, at, dx, dy);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->leaders, &key));
}

static RutterPoint
get_leader_place (const RutterSpread *self,
                  guint               leader)
{
  return self->places[g_array_index (self->members, Member, leader).index].world;
}

static guint
find_nearest_leader (const RutterSpread *self,
                     RutterPoint         at,
                     guint               otherwise)
{
  double nearest = self->cell;

  /* Most share a place and not only its surroundings. */
  for (guint i = find_leader (self, at, 0, 0); i > 0; i = self->before[i - 1])
    {
      RutterPoint other = get_leader_place (self, i - 1);

      if (other.x == at.x && other.y == at.y)
        return i - 1;
    }

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      for (guint i = find_leader (self, at, dx, dy); i > 0; i = self->before[i - 1])
        {
          RutterPoint other = get_leader_place (self, i - 1);
          double distance = hypot (at.x - other.x, at.y - other.y);

          if (distance < nearest)
            {
              nearest = distance;
              otherwise = i - 1;
            }
        }

  return otherwise;
}

/* The first by rank on a spot leads; who comes later joins the nearest leader within reach. Leaders
 * are farther apart than a cell is wide, so that there are few in each.
 */
static void
join_leaders (RutterSpread *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);
      RutterPoint at = self->places[member->index].world;

      member->leader = find_nearest_leader (self, at, i);
      if (member->leader != i)
        continue;

      self->before[i] = find_leader (self, at, 0, 0);
      self->keys[i] = get_key (self, at, 0, 0);
      g_hash_table_replace (self->leaders, &self->keys[i], GUINT_TO_POINTER (i + 1));
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
seat_members (RutterSpread *self)
{
  GArray *members = self->members;
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
      place->world = get_leader_place (self, lead);
      place->shift_px = (RutterPoint) { seat.x * pitch[lead], seat.y * pitch[lead] };
      self->reach = MAX (self->reach, hypot (place->shift_px.x, place->shift_px.y) +
                                      2 * TOLERANCE);
    }
}

static void
measure_spots (RutterSpread *self)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);
      RutterPoint shift = self->places[member->index].shift_px;
      double reach = hypot (shift.x, shift.y) + member->size / 2;

      self->radii[member->leader] = MAX (self->radii[member->leader], reach);
    }
}

RutterSpread *
rutter_spread_new (const RutterPicture *picture,
                   double               zoom)
{
  RutterSpread *self = g_new0 (RutterSpread, 1);
  GArray *members;

  g_atomic_ref_count_init (&self->ref_count);
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

  self->cell = TOLERANCE / (256 * exp2 (self->level + 0.5));
  self->keys = g_new (gint64, members->len + 1);
  self->before = g_new0 (guint, members->len + 1);
  self->radii = g_new0 (double, members->len + 1);
  self->leaders = g_hash_table_new (hash_key, g_int64_equal);
  join_leaders (self);
  seat_members (self);
  measure_spots (self);
  return self;
}

RutterSpread *
rutter_spread_ref (RutterSpread *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rutter_spread_unref (RutterSpread *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->leaders);
  g_array_unref (self->members);
  g_free (self->keys);
  g_free (self->before);
  g_free (self->radii);
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

static double
get_radius_at (const RutterSpread *self,
               RutterPoint         at,
               double              near)
{
  int n_cells = (int)ceil (near / self->cell);
  double radius = 0;

  for (int dy = -n_cells; dy <= n_cells; dy++)
    for (int dx = -n_cells; dx <= n_cells; dx++)
      for (guint i = find_leader (self, at, dx, dy); i > 0; i = self->before[i - 1])
        {
          RutterPoint spot = get_leader_place (self, i - 1);

          if (hypot (spot.x - at.x, spot.y - at.y) <= near)
            radius = MAX (radius, self->radii[i - 1]);
        }

  return radius;
}

double
rutter_spread_get_radius (const RutterSpread *self,
                          const RutterView   *view,
                          RutterPoint         world,
                          double              near_px)
{
  double near = near_px / rutter_view_get_world_size (view);
  RutterPoint at = { world.x - floor (world.x), world.y };
  double radius;

  if (!isfinite (at.x) || !isfinite (at.y))
    return 0;

  radius = get_radius_at (self, at, near);
  /* Across the edge of the world. */
  if (at.x <= near)
    radius = MAX (radius, get_radius_at (self, (RutterPoint) { at.x + 1, at.y }, near));
  if (at.x >= 1 - near)
    radius = MAX (radius, get_radius_at (self, (RutterPoint) { at.x - 1, at.y }, near));

  return radius;
}
