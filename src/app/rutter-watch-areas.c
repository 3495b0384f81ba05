/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch-areas.h"

#define LIVE_LAYER "toggle-layer-live"

struct _RutterWatchAreas
{
  GObject          parent_instance;

  GActionGroup    *window;   /* borrowed: it owns whoever owns this */
  RutterMapView   *map;      /* weak */
  RutterWatchlist *list;
  gboolean         is_open;  /* the watchlist is */
};

G_DEFINE_FINAL_TYPE (RutterWatchAreas, rutter_watch_areas, G_TYPE_OBJECT)

static gboolean
is_live_shown (RutterWatchAreas *self)
{
  g_autoptr(GVariant) state = NULL;

  if (!g_action_group_has_action (self->window, LIVE_LAYER))
    return FALSE;

  state = g_action_group_get_action_state (self->window, LIVE_LAYER);
  return state != NULL && g_variant_get_boolean (state);
}

static void
update (RutterWatchAreas *self)
{
  g_autoptr(RutterOutlines) outlines = rutter_outlines_new ();
  GPtrArray *watches = rutter_watchlist_get_watches (self->list);
  gboolean is_shown = self->is_open || is_live_shown (self);

  if (self->map == NULL)
    return;

  for (guint i = 0; is_shown && i < watches->len; i++)
    {
      RutterWatch *watch = watches->pdata[i];
      guint n;
      const RutterLonLat *corners = rutter_watch_get_points (watch, &n);

      if (rutter_watch_get_kind (watch) == RUTTER_WATCH_AREA)
        rutter_outlines_add (outlines, rutter_watch_get_title (watch), corners, n);
    }
  rutter_map_live_set_areas (rutter_map_view_get_live (self->map), outlines);
}

static void
rutter_watch_areas_dispose (GObject *object)
{
  RutterWatchAreas *self = RUTTER_WATCH_AREAS (object);

  g_clear_weak_pointer (&self->map);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (rutter_watch_areas_parent_class)->dispose (object);
}

static void
rutter_watch_areas_class_init (RutterWatchAreasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_watch_areas_dispose;
}

static void
rutter_watch_areas_init (RutterWatchAreas *self)
{
}

/* @window: with the action of the live layer, now or later */
RutterWatchAreas *
rutter_watch_areas_new (GActionGroup    *window,
                        RutterMapView   *map,
                        RutterWatchlist *list)
{
  RutterWatchAreas *self = g_object_new (RUTTER_TYPE_WATCH_AREAS, NULL);

  self->window = window;
  g_set_weak_pointer (&self->map, map);
  self->list = g_object_ref (list);
  g_signal_connect_object (window, "action-added::" LIVE_LAYER, G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "action-state-changed::" LIVE_LAYER, G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

void
rutter_watch_areas_set_open (RutterWatchAreas *self,
                             gboolean          is_open)
{
  g_return_if_fail (RUTTER_IS_WATCH_AREAS (self));

  self->is_open = is_open;
  update (self);
}
