/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-history.h"

void
rutter_history_init (RutterHistory *self)
{
  self->uids = g_ptr_array_new_with_free_func (g_free);
  self->position = 0;
}

void
rutter_history_clear (RutterHistory *self)
{
  g_clear_pointer (&self->uids, g_ptr_array_unref);
}

/* Another catalogue: what was seen in the one of before means nothing in it. */
void
rutter_history_reset (RutterHistory *self)
{
  g_ptr_array_set_size (self->uids, 0);
  self->position = 0;
}

/* Forgets what lay ahead; the same object twice in a row is one visit. */
void
rutter_history_visit (RutterHistory *self,
                      const char    *uid)
{
  if (self->uids->len > 0)
    {
      if (g_strcmp0 (g_ptr_array_index (self->uids, self->position), uid) == 0)
        return;
      g_ptr_array_set_size (self->uids, (int)self->position + 1);
    }

  g_ptr_array_add (self->uids, g_strdup (uid));
  self->position = self->uids->len - 1;
}

gboolean
rutter_history_can_go (const RutterHistory *self,
                       int                  steps)
{
  gint64 target = (gint64)self->position + steps;

  return target >= 0 && target < self->uids->len;
}

/* Returns: (transfer none) (nullable): the object to show, NULL when there is none that way */
const char *
rutter_history_go (RutterHistory *self,
                   int            steps)
{
  if (!rutter_history_can_go (self, steps))
    return NULL;

  self->position = (guint)((int)self->position + steps);

  return g_ptr_array_index (self->uids, self->position);
}
