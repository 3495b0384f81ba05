/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-shared-placer.h"

struct _RutterSharedPlacer
{
  GMutex        mutex;   /* held while a worker paints with the placer */
  RutterPlacer *placer;
};

RutterSharedPlacer *
rutter_shared_placer_new (void)
{
  RutterSharedPlacer *self = g_atomic_rc_box_new0 (RutterSharedPlacer);

  g_mutex_init (&self->mutex);
  self->placer = rutter_placer_new ();

  return self;
}

RutterSharedPlacer *
rutter_shared_placer_ref (RutterSharedPlacer *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_shared_placer (gpointer data)
{
  RutterSharedPlacer *self = data;

  g_clear_pointer (&self->placer, rutter_placer_free);
  g_mutex_clear (&self->mutex);
}

void
rutter_shared_placer_unref (RutterSharedPlacer *self)
{
  g_atomic_rc_box_release_full (self, clear_shared_placer);
}

/**
 * rutter_shared_placer_borrow:
 *
 * Returns: (transfer none) (nullable): the placer until rutter_shared_placer_return(); %NULL while
 *   another painting has it, which then is about to be replaced by this one anyway
 */
RutterPlacer *
rutter_shared_placer_borrow (RutterSharedPlacer *self)
{
  return g_mutex_trylock (&self->mutex) ? self->placer : NULL;
}

/* Only by whom it was lent to. */
void
rutter_shared_placer_return (RutterSharedPlacer *self)
{
  g_mutex_unlock (&self->mutex);
}
