/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-legend-keeper.h"

#include "rutter-picture-maker.h"

/* After the map came to rest for this long, counts and legend are made anew. */
#define DELAY_MS 150

struct _RutterLegendKeeper
{
  GObject        parent_instance;

  RutterSession *session; /* owns us */
  RutterMapView *map;     /* weak */
  GSettings     *settings;
  GCancellable  *cancellable;
  gboolean       is_counting;
  gboolean       count_again;
  guint          rest_id;
};

G_DEFINE_FINAL_TYPE (RutterLegendKeeper, rutter_legend_keeper, G_TYPE_OBJECT)

static void start (RutterLegendKeeper *self);

static void
on_legend_made_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  RutterLegendKeeper *self = RUTTER_LEGEND_KEEPER (object);
  g_autoptr(RutterLegend) legend = rutter_legend_make_finish (self, result, NULL);

  self->is_counting = FALSE;
  if (legend == NULL)
    return;

  rutter_choices_show_legend (rutter_session_get_choices (self->session), legend);
  if (self->count_again)
    start (self);
}

/* One count at a time; what changes meanwhile asks for one more. */
static void
start (RutterLegendKeeper *self)
{
  RutterPicture *picture = rutter_session_get_picture (self->session);
  RutterView view;

  self->count_again = self->is_counting;
  if (self->is_counting || picture == NULL || self->map == NULL)
    return;

  view = rutter_map_view_get_view (self->map);
  if (view.width <= 0 || view.height <= 0)
    return;

  self->is_counting = TRUE;
  rutter_legend_make_async (self, rutter_session_get_records (self->session), picture, &view,
                            self->cancellable, on_legend_made_cb, NULL);
}

static gboolean
on_rested_cb (gpointer user_data)
{
  RutterLegendKeeper *self = user_data;
  RutterView view;
  RutterLonLat centre;

  self->rest_id = 0;
  if (self->map == NULL)
    return G_SOURCE_REMOVE;

  start (self);
  view = rutter_map_view_get_view (self->map);
  centre = rutter_mercator_unproject (view.centre);
  if (self->settings != NULL && view.width > 0)
    g_settings_set (self->settings, "camera", "(ddd)", centre.lon, centre.lat, view.zoom);

  return G_SOURCE_REMOVE;
}

static void
on_view_changed_cb (RutterLegendKeeper *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (DELAY_MS, on_rested_cb, self);
}

static void
rutter_legend_keeper_dispose (GObject *object)
{
  RutterLegendKeeper *self = RUTTER_LEGEND_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_weak_pointer (&self->map);

  G_OBJECT_CLASS (rutter_legend_keeper_parent_class)->dispose (object);
}

static void
rutter_legend_keeper_finalize (GObject *object)
{
  RutterLegendKeeper *self = RUTTER_LEGEND_KEEPER (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (rutter_legend_keeper_parent_class)->finalize (object);
}

static void
rutter_legend_keeper_class_init (RutterLegendKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_legend_keeper_dispose;
  object_class->finalize = rutter_legend_keeper_finalize;
}

static void
rutter_legend_keeper_init (RutterLegendKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

RutterLegendKeeper *
rutter_legend_keeper_new (RutterSession *session,
                          RutterMapView *map,
                          GSettings     *settings)
{
  RutterLegendKeeper *self = g_object_new (RUTTER_TYPE_LEGEND_KEEPER, NULL);

  self->session = session;
  g_set_weak_pointer (&self->map, map);
  g_set_object (&self->settings, settings);
  g_signal_connect_object (map, "view-changed", G_CALLBACK (on_view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "picture-changed", G_CALLBACK (start), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/* Whether the counts are those of what the map shows. */
gboolean
rutter_legend_keeper_is_settled (RutterLegendKeeper *self)
{
  g_return_val_if_fail (RUTTER_IS_LEGEND_KEEPER (self), TRUE);

  return !self->is_counting && self->rest_id == 0;
}
