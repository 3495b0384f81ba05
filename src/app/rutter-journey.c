/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-journey.h"

#include "rutter-framing.h"
#include "rutter-history.h"

#include <math.h>

struct _RutterJourney
{
  GObject          parent_instance;

  RutterWindow    *window;    /* owns us */
  RutterMapView   *map;       /* of the window */
  RutterSelection *selection; /* NULL until it is set */
  RutterHistory    history;
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
update (RutterJourney *self)
{
  RutterBox box;

  set_enabled (self, "go-back", rutter_history_can_go (&self->history, -1));
  set_enabled (self, "go-forward", rutter_history_can_go (&self->history, 1));
  set_enabled (self, "show-on-map",
               self->selection != NULL && rutter_selection_find_box (self->selection, &box));
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
  update (self);
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
  RutterBox box;

  if (self->selection == NULL || !rutter_selection_find_box (self->selection, &box))
    return;

  rutter_journey_leave (self);
  rutter_framing_show (self->map, &box, rutter_window_get_sheet_height (self->window));
}

static void
rutter_journey_finalize (GObject *object)
{
  RutterJourney *self = RUTTER_JOURNEY (object);

  g_clear_object (&self->selection);
  rutter_history_clear (&self->history);

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
  update (self);

  return self;
}

void
rutter_journey_reset (RutterJourney *self)
{
  g_return_if_fail (RUTTER_IS_JOURNEY (self));

  rutter_history_reset (&self->history);
  update (self);
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
  update (self);
}

void
rutter_journey_leave (RutterJourney *self)
{
  RutterLonLat centre;
  double zoom;

  g_return_if_fail (RUTTER_IS_JOURNEY (self));

  get_place (self, &centre, &zoom);
  rutter_history_leave (&self->history, rutter_window_get_selected (self->window), centre, zoom);
  update (self);
}

/* What win.show-on-map shows. */
void
rutter_journey_set_selection (RutterJourney   *self,
                              RutterSelection *selection)
{
  g_return_if_fail (RUTTER_IS_JOURNEY (self));

  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
