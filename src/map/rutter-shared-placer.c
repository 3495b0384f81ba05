/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-shared-placer.h"

#include <math.h>

struct _RutterSharedPlacer
{
  GMutex        mutex;   /* held while a worker paints with the placer */
  RutterPlacer *placer;

  GMutex        taken_mutex;
  RutterView    taken_view;
  GArray       *taken;   /* of RutterBox, pixels of that view */
};

RutterSharedPlacer *
rutter_shared_placer_new (void)
{
  RutterSharedPlacer *self = g_atomic_rc_box_new0 (RutterSharedPlacer);

  g_mutex_init (&self->mutex);
  self->placer = rutter_placer_new ();
  g_mutex_init (&self->taken_mutex);
  self->taken = g_array_new (FALSE, FALSE, sizeof (RutterBox));

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
  g_mutex_clear (&self->taken_mutex);
  g_array_unref (self->taken);
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
  g_mutex_lock (&self->taken_mutex);
  rutter_placer_get_view (self->placer, &self->taken_view);
  g_array_set_size (self->taken, 0);
  for (guint i = 0; i < rutter_placer_get_n_placed (self->placer); i++)
    {
      RutterBox box;

      rutter_placer_get_key (self->placer, i, &box);
      g_array_append_val (self->taken, box);
    }
  g_mutex_unlock (&self->taken_mutex);
  g_mutex_unlock (&self->mutex);
}

/* Texts do not grow with the zoom: a box keeps its size and goes with its middle. */
GArray *
rutter_shared_placer_list_taken (RutterSharedPlacer *self,
                                 const RutterView   *view)
{
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (RutterBox));

  g_mutex_lock (&self->taken_mutex);
  for (guint i = 0; i < self->taken->len; i++)
    {
      RutterBox box = g_array_index (self->taken, RutterBox, i);
      RutterPoint middle = { (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 };
      RutterPoint world = rutter_view_to_world (&self->taken_view, middle);
      double half_x = (box.x1 - box.x0) / 2, half_y = (box.y1 - box.y0) / 2;

      world.x -= round (world.x - view->centre.x);
      middle = rutter_view_to_pixel (view, world);
      box = (RutterBox) { middle.x - half_x, middle.y - half_y,
                          middle.x + half_x, middle.y + half_y };
      g_array_append_val (moved, box);
    }
  g_mutex_unlock (&self->taken_mutex);

  return moved;
}
