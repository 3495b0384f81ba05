/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-build-basemap-stitch.h"

#include "rutter-error.h"

#include <math.h>

#define NONE G_MAXUINT

/* Where a ring around a pole is closed: beyond the world square, so that the land goes on below
 * its edge in a view that is higher than the world.
 */
#define BEYOND_POLE 3.0

/* What two segments share that are parts of one line: an end, and whose line it is. */
typedef struct
{
  RutterGridPoint point;
  guint           kind;
  guint           polygon;
} Joint;

typedef struct
{
  const RutterGroundSegment *segments;
  guint                      n_segments;
  guint                      grid_width;
  gboolean                   closed;
  guint                     *next;        /* segment that goes on where this one ends, or NONE */
  gboolean                  *is_continued_from;
} Stitcher;

static guint
hash_joint (gconstpointer data)
{
  const Joint *joint = data;
  guint64 hash = (guint64)(guint32)joint->point.x << 32 | (guint32)joint->point.y;

  hash = (hash ^ joint->polygon) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash = (hash ^ (hash >> 32) ^ joint->kind) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);

  return hash >> 32;
}

static gboolean
equal_joints (gconstpointer a,
              gconstpointer b)
{
  const Joint *first = a;
  const Joint *second = b;

  return first->point.x == second->point.x && first->point.y == second->point.y &&
         first->kind == second->kind && first->polygon == second->polygon;
}

static Joint
make_joint (const Stitcher            *self,
            const RutterGroundSegment *segment,
            guint                      vertex)
{
  Joint joint = { segment->points[vertex], segment->kind, segment->polygon };

  joint.point.x %= self->grid_width;
  return joint;
}

static gboolean
is_closed (const RutterGroundSegment *segment)
{
  const RutterGridPoint *last = &segment->points[segment->n_points - 1];

  return segment->n_points > 2 &&
         segment->points->x == last->x && segment->points->y == last->y;
}

/* How many segments start and end at each joint: lines are joined only where exactly two meet, so
 * that a fork stays where it is when the lines are simplified.
 */
static GHashTable *
count_meetings (const Stitcher *self)
{
  GHashTable *counts = g_hash_table_new_full (hash_joint, equal_joints, g_free, NULL);

  for (guint i = 0; i < self->n_segments; i++)
    for (guint j = 0; j < 2; j++)
      {
        const RutterGroundSegment *segment = &self->segments[i];
        Joint joint = make_joint (self, segment, j == 0 ? 0 : segment->n_points - 1);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &joint));

        g_hash_table_replace (counts, g_memdup2 (&joint, sizeof joint),
                              GUINT_TO_POINTER (count + 1));
      }

  return counts;
}

/* Finds for each segment the one that goes on where it ends. A ring that touches itself has two
 * choices; either gives the same area, so the first one free is taken.
 */
static void
link_segments (Stitcher *self)
{
  g_autoptr(GHashTable) starts = g_hash_table_new_full (hash_joint, equal_joints, g_free, NULL);
  g_autoptr(GHashTable) counts = self->closed ? NULL : count_meetings (self);
  g_autofree guint *same_start = g_new (guint, self->n_segments);

  for (guint i = self->n_segments; i-- > 0;)
    {
      Joint joint = make_joint (self, &self->segments[i], 0);

      same_start[i] = GPOINTER_TO_UINT (g_hash_table_lookup (starts, &joint));
      if (!self->closed || !is_closed (&self->segments[i]))
        g_hash_table_replace (starts, g_memdup2 (&joint, sizeof joint), GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < self->n_segments; i++)
    {
      Joint joint = make_joint (self, &self->segments[i], self->segments[i].n_points - 1);
      guint found;

      self->next[i] = NONE;
      if (self->closed && is_closed (&self->segments[i]))
        continue;
      if (counts != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (counts, &joint)) != 2)
        continue;

      found = GPOINTER_TO_UINT (g_hash_table_lookup (starts, &joint));
      while (found != 0 && self->is_continued_from[found - 1])
        found = same_start[found - 1];
      if (found == 0)
        continue;

      self->next[i] = found - 1;
      self->is_continued_from[found - 1] = TRUE;
    }
}

static RutterPoint
to_world (const Stitcher *self,
          gint64          x,
          gint32          y)
{
  double lon = 360.0 * x / self->grid_width;
  double lat = 360.0 * y / self->grid_width - 90.0;

  return rutter_mercator_project ((RutterLonLat) { lon, lat });
}

/* A ring that ends one world further on goes around a pole: close it beyond the square's edge. */
static void
close_over_pole (RutterGroundLine *line)
{
  RutterPoint first = g_array_index (line->points, RutterPoint, 0);
  RutterPoint last = g_array_index (line->points, RutterPoint, line->points->len - 1);
  double edge = first.y > 0.5 ? BEYOND_POLE : 1 - BEYOND_POLE;
  RutterPoint corners[] = { { last.x, edge }, { first.x, edge }, first };

  line->hidden_from = line->points->len - 1;
  g_array_append_vals (line->points, corners, G_N_ELEMENTS (corners));
}

/* Moves the line by whole worlds so that the middle of its box lies in the world square. */
static void
move_home (RutterGroundLine *line)
{
  RutterBox box = rutter_ground_line_bound (line);
  double shift = floor ((box.x0 + box.x1) / 2);

  for (guint i = 0; i < line->points->len; i++)
    g_array_index (line->points, RutterPoint, i).x -= shift;
}

static RutterGroundLine *
walk (const Stitcher *self,
      guint           first,
      gboolean       *used)
{
  RutterGroundLine *line = rutter_ground_line_new (self->segments[first].kind, self->closed);
  gint64 offset = 0;
  RutterGridPoint last = { -1, -1 };
  guint last_segment = first;

  for (guint i = first; i != NONE && !used[i]; i = self->next[i])
    {
      const RutterGroundSegment *segment = &self->segments[i];

      /* The first point is the last one of the segment before, perhaps a world further on. */
      if (i != first)
        offset += last.x - segment->points[0].x;

      for (guint j = 0; j < segment->n_points; j++)
        {
          RutterPoint point = to_world (self, segment->points[j].x + offset, segment->points[j].y);
          gboolean is_repeated = j == 0 ? i != first
                                        : segment->points[j].x == segment->points[j - 1].x &&
                                          segment->points[j].y == segment->points[j - 1].y;

          if (!is_repeated)
            g_array_append_val (line->points, point);
        }

      last = segment->points[segment->n_points - 1];
      last_segment = i;
      used[i] = TRUE;
    }

  if (self->closed && fabs (g_array_index (line->points, RutterPoint, 0).x -
                            g_array_index (line->points, RutterPoint,
                                           line->points->len - 1).x) > 0.5)
    close_over_pole (line);
  else if (self->next[last_segment] == first)
    line->closed = TRUE;

  move_home (line);
  return line;
}

/**
 * rutter_ground_stitch:
 * @closed: whether the segments are parts of rings
 * @grid_width: how many grid units go around the world
 *
 * Joins segments whose ends are the very same point, rings by their polygon, lines by their kind.
 *
 * Returns: (transfer full) (element-type RutterGroundLine): NULL with %RUTTER_ERROR_INVALID when a
 *   ring does not close
 */
GPtrArray *
rutter_ground_stitch (const RutterGroundSegment  *segments,
                      guint                       n_segments,
                      gboolean                    closed,
                      guint                       grid_width,
                      GError                    **error)
{
  g_autoptr(GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_ground_line_free);
  g_autofree guint *next = g_new (guint, n_segments);
  g_autofree gboolean *is_continued_from = g_new0 (gboolean, n_segments);
  g_autofree gboolean *used = g_new0 (gboolean, n_segments);
  Stitcher self = { segments, n_segments, grid_width, closed, next, is_continued_from };

  link_segments (&self);

  /* Chains from their beginning first, then what is left, which goes around. */
  for (guint i = 0; i < n_segments; i++)
    {
      if (is_continued_from[i] || (closed && is_closed (&segments[i])))
        continue;
      if (closed)
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                       "polygon %u does not close; the file is damaged or of another version",
                       segments[i].polygon);
          return NULL;
        }
      g_ptr_array_add (lines, walk (&self, i, used));
    }

  for (guint i = 0; i < n_segments; i++)
    if (!used[i])
      g_ptr_array_add (lines, walk (&self, i, used));

  return g_steal_pointer (&lines);
}
