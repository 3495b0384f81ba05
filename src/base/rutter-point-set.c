/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-set.h"

#include <math.h>
#include <string.h>

#define N_CELLS (RUTTER_POINT_GRID * RUTTER_POINT_GRID)
#define CELL_SHIFT 25   /* 2^32 / RUTTER_POINT_GRID */

G_STATIC_ASSERT (RUTTER_POINT_GRID == 1 << (32 - CELL_SHIFT));

/* One piece of memory holds the set and, behind it, its arrays. */
typedef struct
{
  RutterPointSet   set;
  gatomicrefcount  n_refs;
} Shared;

static guint
get_cell (const RutterPointRecord *record)
{
  return (record->y >> CELL_SHIFT) * RUTTER_POINT_GRID + (record->x >> CELL_SHIFT);
}

/* Where each cell begins, by counting; cells[N_CELLS] is the number of all. */
static void
count_cells (guint32                 *cells,
             const RutterPointRecord *records,
             guint                    n)
{
  guint32 sum = 0;

  for (guint i = 0; i < n; i++)
    cells[get_cell (&records[i])]++;
  for (guint cell = 0; cell <= N_CELLS; cell++)
    {
      guint32 count = cells[cell];

      cells[cell] = sum;
      sum += count;
    }
}

/* Takes an array of @n elements of @size bytes from @at, which stays a multiple of eight. */
static gpointer
take_array (char  **at,
            gsize   n,
            gsize   size)
{
  gpointer array = *at;

  *at += (n * size + 7) & ~(gsize)7;
  return array;
}

/**
 * rutter_point_set_new:
 * @records: in any order; copied
 *
 * Returns: (transfer full): the points in grid order, those of a cell in the order of @records
 */
RutterPointSet *
rutter_point_set_new (const RutterPointRecord *records,
                      guint                    n)
{
  gsize size = sizeof (Shared) + 8 + (N_CELLS + 2) * sizeof (guint32) +
               ((gsize)n + 8) * (4 * sizeof (guint32) + 3 * sizeof (guint16) + 3);
  Shared *shared = g_malloc0 (size);
  g_autofree guint32 *next = g_new (guint32, N_CELLS);
  char *at = (char *)shared + ((sizeof (Shared) + 7) & ~(gsize)7);
  guint32 *cells = take_array (&at, N_CELLS + 1, sizeof (guint32));
  guint32 *id = take_array (&at, n, sizeof (guint32));
  guint32 *x = take_array (&at, n, sizeof (guint32));
  guint32 *y = take_array (&at, n, sizeof (guint32));
  guint32 *heard_s = take_array (&at, n, sizeof (guint32));
  guint16 *course = take_array (&at, n, sizeof (guint16));
  guint16 *heading = take_array (&at, n, sizeof (guint16));
  guint16 *speed = take_array (&at, n, sizeof (guint16));
  guint8 *kind = take_array (&at, n, 1);
  guint8 *category = take_array (&at, n, 1);
  guint8 *state = take_array (&at, n, 1);

  g_assert (at <= (char *)shared + size);
  g_atomic_ref_count_init (&shared->n_refs);
  count_cells (cells, records, n);
  memcpy (next, cells, N_CELLS * sizeof (guint32));
  for (guint i = 0; i < n; i++)
    {
      guint32 j = next[get_cell (&records[i])]++;

      id[j] = records[i].id;
      x[j] = records[i].x;
      y[j] = records[i].y;
      heard_s[j] = records[i].heard_s;
      course[j] = records[i].course;
      heading[j] = records[i].heading;
      speed[j] = records[i].speed;
      kind[j] = records[i].kind;
      category[j] = records[i].category;
      state[j] = records[i].state;
    }
  shared->set = (RutterPointSet) { n, id, x, y, heard_s, course, heading, speed,
                                   kind, category, state, cells };
  return &shared->set;
}

RutterPointSet *
rutter_point_set_ref (RutterPointSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Shared *)self)->n_refs);
  return self;
}

void
rutter_point_set_unref (RutterPointSet *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&((Shared *)self)->n_refs))
    g_free (self);
}

/**
 * rutter_point_set_find_run:
 * @row: of the grid, from the top
 * @last_column: not before @first_column; a view over 180 degrees takes two runs
 *
 * The points of these cells are those from @first on and before @end.
 */
void
rutter_point_set_find_run (const RutterPointSet *self,
                           guint                 row,
                           guint                 first_column,
                           guint                 last_column,
                           guint                *first,
                           guint                *end)
{
  g_return_if_fail (row < RUTTER_POINT_GRID && last_column < RUTTER_POINT_GRID &&
                    first_column <= last_column);

  *first = self->cells[row * RUTTER_POINT_GRID + first_column];
  *end = self->cells[row * RUTTER_POINT_GRID + last_column + 1];
}

/* @position: a valid one; what lies nearer to a pole than the world square is put on its edge */
void
rutter_point_record_place (RutterPointRecord *self,
                           RutterLonLat       position)
{
  RutterPoint point = rutter_mercator_project (position);
  double x = point.x - floor (point.x);

  self->x = (guint32)MIN (x * 4294967296.0, 4294967295.0);
  self->y = (guint32)(CLAMP (point.y, 0.0, 1.0) * 4294967295.0);
}
