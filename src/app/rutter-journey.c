/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-journey.h"

#include "rutter-framing.h"
#include "rutter-history.h"

#include <math.h>

struct _RutterJourney
{
  GObject        parent_instance;

  RutterWindow  *window;  /* owns us */
  RutterMapView *map;     /* of the window */
  RutterHistory  history;
  gboolean       on_map;
};

G_DEFINE_FINAL_TYPE (RutterJourney, rutter_journey, G_TYPE_OBJECT)

static void
set_enabled (RutterJourney *self,
             const char    *action,
             gboolean       enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->window), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static void
get_place (RutterJourney *self,
           RutterLonLat  *centre,
           double        *zoom)
{
  RutterView view = rutter_map_view_get_view (self->map);

  *centre = rutter_mercator_unproject (view.centre);
  *zoom = view.zoom;
}

static void
go (RutterJourney *self,
    int            steps)
{
  const RutterVisit *visit;
  RutterLonLat centre;
  double zoom;

  get_place (self, &centre, &zoom);
  visit = rutter_history_go (&self->history, steps, centre, zoom);
  if (visit == NULL)
    return;

  if (fabs (visit->zoom - zoom) > 0.01 || fabs (visit->centre.lon - centre.lon) > 1e-4 ||
      fabs (visit->centre.lat - centre.lat) > 1e-4)
    rutter_map_view_go_to (self->map, visit->centre, visit->zoom, TRUE);
  rutter_window_look_at (self->window, visit->uid);
  rutter_journey_update (self, self->on_map);
}

static void
on_go_back_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  go (user_data, -1);
}

static void
on_go_forward_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  go (user_data, 1);
}

static void
on_show_on_map_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  RutterJourney *self = user_data;
  const char *uid = rutter_window_get_selected (self->window);
  RutterBox box;

  if (uid == NULL ||
      !rutter_session_find_box (rutter_window_get_session (self->window), uid, &box))
    return;

  rutter_journey_leave (self);
  rutter_framing_show (self->map, &box, rutter_window_get_sheet_height (self->window));
}

static void
rutter_journey_finalize (GObject *object)
{
  rutter_history_clear (&RUTTER_JOURNEY (object)->history);

  G_OBJECT_CLASS (rutter_journey_parent_class)->finalize (object);
}

static void
rutter_journey_class_init (RutterJourneyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_journey_finalize;
}

static void
rutter_journey_init (RutterJourney *self)
{
  rutter_history_init (&self->history);
}

RutterJourney *
rutter_journey_new (RutterWindow  *window,
                    RutterMapView *map)
{
  static const GActionEntry entries[] = {
    { .name = "go-back", .activate = on_go_back_cb },
    { .name = "go-forward", .activate = on_go_forward_cb },
    { .name = "show-on-map", .activate = on_show_on_map_cb },
  };
  RutterJourney *self = g_object_new (RUTTER_TYPE_JOURNEY, NULL);

  self->window = window;
  self->map = map;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  rutter_journey_update (self, FALSE);

  return self;
}

void
rutter_journey_reset (RutterJourney *self)
{
  g_return_if_fail (RUTTER_IS_JOURNEY (self));

  rutter_history_reset (&self->history);
  rutter_journey_update (self, FALSE);
}

void
rutter_journey_visit (RutterJourney *self,
                      const char    *uid)
{
  RutterLonLat centre;
  double zoom;

  g_return_if_fail (RUTTER_IS_JOURNEY (self));

  get_place (self, &centre, &zoom);
  rutter_history_visit (&self->history, uid, centre, zoom);
  rutter_journey_update (self, self->on_map);
}

void
rutter_journey_leave (RutterJourney *self)
{
  RutterLonLat centre;
  double zoom;

  g_return_if_fail (RUTTER_IS_JOURNEY (self));

  get_place (self, &centre, &zoom);
  rutter_history_leave (&self->history, rutter_window_get_selected (self->window), centre, zoom);
  rutter_journey_update (self, self->on_map);
}

void
rutter_journey_update (RutterJourney *self,
                       gboolean       on_map)
{
  g_return_if_fail (RUTTER_IS_JOURNEY (self));

  self->on_map = on_map;
  set_enabled (self, "go-back", rutter_history_can_go (&self->history, -1));
  set_enabled (self, "go-forward", rutter_history_can_go (&self->history, 1));
  set_enabled (self, "show-on-map", on_map);
}
