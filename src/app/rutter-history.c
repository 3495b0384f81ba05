/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-history.h"

static void
clear_visit (gpointer data)
{
  RutterVisit *visit = data;

  g_free (visit->uid);
}

void
rutter_history_init (RutterHistory *self)
{
  self->visits = g_array_new (FALSE, FALSE, sizeof (RutterVisit));
  g_array_set_clear_func (self->visits, clear_visit);
  self->position = 0;
}

void
rutter_history_clear (RutterHistory *self)
{
  g_clear_pointer (&self->visits, g_array_unref);
}

/* Another catalogue: what was seen in the one of before means nothing in it. */
void
rutter_history_reset (RutterHistory *self)
{
  g_array_set_size (self->visits, 0);
  self->position = 0;
}

static RutterVisit *
get_present (RutterHistory *self)
{
  return &g_array_index (self->visits, RutterVisit, self->position);
}

/* The map may have been moved since the visit began: what counts is where it was left. */
static void
mark_place (RutterHistory *self,
            RutterLonLat   centre,
            double         zoom)
{
  if (self->visits->len == 0)
    return;

  get_present (self)->centre = centre;
  get_present (self)->zoom = zoom;
}

static void
append (RutterHistory *self,
        const char    *uid,
        RutterLonLat   centre,
        double         zoom)
{
  RutterVisit visit = { g_strdup (uid), centre, zoom };

  if (self->visits->len > 0)
    g_array_set_size (self->visits, self->position + 1);
  g_array_append_val (self->visits, visit);
  self->position = self->visits->len - 1;
}

/**
 * rutter_history_visit:
 * @uid: the object that is looked at from now on
 * @centre: where the map is now, before it moves to the object
 *
 * Forgets what lay ahead; the same object twice in a row is one visit. The first visit leaves
 * behind it the map as it was, with nothing selected.
 */
void
rutter_history_visit (RutterHistory *self,
                      const char    *uid,
                      RutterLonLat   centre,
                      double         zoom)
{
  mark_place (self, centre, zoom);
  if (self->visits->len == 0)
    append (self, NULL, centre, zoom);
  else if (g_strcmp0 (get_present (self)->uid, uid) == 0)
    return;

  append (self, uid, centre, zoom);
}

/**
 * rutter_history_leave:
 * @uid: (nullable): what is selected, which stays so
 *
 * The map is about to jump away from where it is.
 */
void
rutter_history_leave (RutterHistory *self,
                      const char    *uid,
                      RutterLonLat   centre,
                      double         zoom)
{
  mark_place (self, centre, zoom);
  if (self->visits->len == 0)
    append (self, uid, centre, zoom);

  append (self, uid, centre, zoom);
}

gboolean
rutter_history_can_go (const RutterHistory *self,
                       int                  steps)
{
  gint64 target = (gint64)self->position + steps;

  return target >= 0 && target < self->visits->len;
}

/**
 * rutter_history_go:
 * @centre: where the map is now
 *
 * Returns: (transfer none) (nullable): what to show, until the next change; NULL when there is
 *   nothing that way
 */
const RutterVisit *
rutter_history_go (RutterHistory *self,
                   int            steps,
                   RutterLonLat   centre,
                   double         zoom)
{
  if (!rutter_history_can_go (self, steps))
    return NULL;

  mark_place (self, centre, zoom);
  self->position = (guint)((int)self->position + steps);

  return get_present (self);
}
