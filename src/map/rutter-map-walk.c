/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-walk.h"

struct _RutterMapWalk
{
  RutterMapView  *view;  /* owns this */
  RutterMapHover *hover;
  char           *uid;   /* where it was last; NULL: nowhere yet */
};

RutterMapWalk *
rutter_map_walk_new (RutterMapView  *view,
                     RutterMapHover *hover)
{
  RutterMapWalk *self = g_new0 (RutterMapWalk, 1);

  self->view = view;
  self->hover = hover;

  return self;
}

void
rutter_map_walk_free (RutterMapWalk *self)
{
  g_free (self->uid);
  g_free (self);
}

/* Returns: -1 when what it stood on is not in view any more */
static int
find (RutterMapWalk *self,
      GArray        *spots)
{
  for (guint i = 0; self->uid != NULL && i < spots->len; i++)
    if (g_str_equal (g_array_index (spots, RutterSpot, i).mark->uid, self->uid))
      return (int)i;

  return -1;
}

/* The card comes and goes with the camera and the pointer, and with it what Return means. */
static gboolean
stands (RutterMapWalk *self)
{
  return self->uid != NULL && g_strcmp0 (rutter_map_hover_get_uid (self->hover), self->uid) == 0;
}

void
rutter_map_walk_go (RutterMapWalk *self,
                    int            step)
{
  g_autoptr(GArray) spots = rutter_map_view_list_spots (self->view);
  int n = (int)spots->len;
  int at = find (self, spots);
  const RutterSpot *spot;

  if (n == 0)
    {
      rutter_map_view_reach (self->view, NULL, 0, 0);
      return;
    }

  /* Back on the way after the map was moved, it stays where it was first. */
  if (at < 0)
    at = step > 0 ? 0 : n - 1;
  else if (stands (self))
    at = (at + n + step) % n;

  spot = &g_array_index (spots, RutterSpot, at);
  g_free (self->uid);
  self->uid = g_strdup (spot->mark->uid);
  rutter_map_hover_show (self->hover, spot->pixel.x, spot->pixel.y, spot->mark);
  rutter_map_view_reach (self->view, spot->mark, (guint)at + 1, (guint)n);
}

gboolean
rutter_map_walk_pick (RutterMapWalk *self)
{
  g_autoptr(GArray) spots = NULL;
  g_autoptr(GPtrArray) marks = g_ptr_array_new ();
  const RutterSpot *spot;
  int at;

  if (!stands (self))
    return FALSE;

  spots = rutter_map_view_list_spots (self->view);
  at = find (self, spots);
  if (at < 0)
    return FALSE;

  spot = &g_array_index (spots, RutterSpot, at);
  g_ptr_array_add (marks, (gpointer)spot->mark);
  rutter_map_hover_leave (self->hover);
  g_signal_emit_by_name (self->view, "marks-picked", spot->pixel.x, spot->pixel.y, marks);
  return TRUE;
}

/* Returns: whether it stood on a mark */
gboolean
rutter_map_walk_stop (RutterMapWalk *self)
{
  if (!stands (self))
    return FALSE;

  rutter_map_hover_leave (self->hover);
  return TRUE;
}
