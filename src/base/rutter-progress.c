/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-progress.h"

/* One number, so that reader and writer need no lock. */
#define PARTS 10000
#define UNKNOWN (-1)

struct _RutterProgress
{
  gatomicrefcount ref_count;
  int             part; /* of PARTS, or UNKNOWN */
};

RutterProgress *
rutter_progress_new (void)
{
  RutterProgress *self = g_new0 (RutterProgress, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->part = UNKNOWN;

  return self;
}

RutterProgress *
rutter_progress_ref (RutterProgress *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rutter_progress_unref (RutterProgress *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

void
rutter_progress_set (RutterProgress *self,
                     gint64          done,
                     gint64          total)
{
  if (self == NULL)
    return;

  g_atomic_int_set (&self->part,
                    total > 0 ? (int)(CLAMP (done, 0, total) * (double)PARTS / total) : UNKNOWN);
}

double
rutter_progress_get_fraction (RutterProgress *self)
{
  int part = g_atomic_int_get (&self->part);

  return part == UNKNOWN ? -1 : (double)part / PARTS;
}
