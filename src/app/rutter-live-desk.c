/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-live-desk.h"

#include "rutter-application.h"
#include "rutter-point-painter.h"
#include "rutter-point-spots.h"

#include <glib/gi18n-lib.h>

/* How often counts and names are made anew, and how soon after the map came to rest. */
#define TICK_MS 1000
#define REST_MS 200
/* More names than this have no room in any window, more tails are no ways but a knot. */
#define MOST_NAMES 1200
#define TAILS_FROM_ZOOM 9.5
/* Round the view, as the picture has it. */
#define MARGIN 0.25

struct _RutterLiveDesk
{
  GObject         parent_instance;

  RutterWindow   *window;   /* owns us */
  RutterMapView  *map;      /* weak */
  RutterTraffic  *traffic;
  RutterLiveItem *item;
  gboolean        is_showing;   /* the traffic's filter: none was chosen here */

  GCancellable   *cancellable;
  gboolean        is_captioning, caption_again;
  guint           tick_id, rest_id;
};

G_DEFINE_FINAL_TYPE (RutterLiveDesk, rutter_live_desk, G_TYPE_OBJECT)

static void request_captions (RutterLiveDesk *self);

static gboolean
has_feeds (RutterLiveDesk *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  RutterFeeds *feeds = application != NULL && RUTTER_IS_APPLICATION (application)
                       ? rutter_application_get_feeds (RUTTER_APPLICATION (application)) : NULL;

  return feeds != NULL && g_list_model_get_n_items (G_LIST_MODEL (feeds)) > 0;
}

static void
update_notice (RutterLiveDesk *self)
{
  RutterPointSet *points = rutter_traffic_get_points (self->traffic);
  const char *notice = NULL;

  if (self->window != NULL && (points == NULL || points->n == 0))
    notice = has_feeds (self)
             ? _("Nothing with a position was heard yet.")
             : _("No feed is set up, so nothing is heard: add one under Live Feeds in the main "
                 "menu; the simulator of rutter-cli will do for a try.");
  rutter_live_item_set_notice (self->item, notice);
}

static void
update_counts (RutterLiveDesk *self)
{
  RutterPointSet *points = rutter_traffic_get_points (self->traffic);
  RutterPointSet *filtered = rutter_traffic_get_filtered (self->traffic);
  RutterView view;

  update_notice (self);
  if (points == NULL || self->map == NULL)
    return;

  view = rutter_map_view_get_view (self->map);
  rutter_live_item_set_minutes (self->item, rutter_point_get_vector_minutes (&view));
  rutter_live_item_set_counts (self->item, rutter_point_spots_count (filtered, &view),
                               filtered->n, points->n);
}

static void
on_captioned_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(RutterLiveDesk) self = user_data;
  g_autoptr(RutterPointCaptions) captions =
    rutter_traffic_caption_finish (RUTTER_TRAFFIC (object), result, NULL);

  self->is_captioning = FALSE;
  if (captions == NULL || self->map == NULL)
    return;

  if (rutter_live_item_get_visible (self->item))
    rutter_map_live_set_captions (rutter_map_view_get_live (self->map), captions);
  if (self->caption_again)
    request_captions (self);
}

/* The view with its margin, as boxes of one copy of the world. Returns: how many */
static guint
make_boxes (const RutterView *view,
            RutterBox        *boxes)
{
  RutterView wide = rutter_view_with_margin (view, MARGIN);
  RutterBox bounds = rutter_view_get_bounds (&wide);
  double shift = floor (bounds.x0);

  if (bounds.x1 - bounds.x0 >= 1)
    {
      boxes[0] = (RutterBox) { 0, bounds.y0, 1, bounds.y1 };
      return 1;
    }

  boxes[0] = (RutterBox) { bounds.x0 - shift, bounds.y0, MIN (bounds.x1 - shift, 1), bounds.y1 };
  boxes[1] = (RutterBox) { 0, bounds.y0, bounds.x1 - shift - 1, bounds.y1 };
  return bounds.x1 - shift > 1 ? 2 : 1;
}

/* One at a time; what changes meanwhile asks for one more. */
static void
request_captions (RutterLiveDesk *self)
{
  RutterMapLive *live = rutter_map_view_get_live (self->map);
  RutterView view = rutter_map_view_get_view (self->map);
  guint32 mmsis[2];
  guint n_mmsis = 0, n_boxes;
  RutterBox boxes[2];

  self->caption_again = self->is_captioning;
  if (self->is_captioning || view.width <= 0)
    return;

  if (rutter_map_live_get_selected (live) != 0)
    mmsis[n_mmsis++] = rutter_map_live_get_selected (live);
  if (rutter_map_live_get_hovered (live) != 0)
    mmsis[n_mmsis++] = rutter_map_live_get_hovered (live);
  if (n_mmsis == 2 && mmsis[0] == mmsis[1])
    n_mmsis = 1;
  n_boxes = make_boxes (&view, boxes);
  self->is_captioning = TRUE;
  rutter_traffic_caption_async (self->traffic, boxes, n_boxes, mmsis, n_mmsis,
                                view.zoom >= TAILS_FROM_ZOOM, MOST_NAMES, self->cancellable,
                                on_captioned_cb, g_object_ref (self));
}

static gboolean
on_tick_cb (gpointer user_data)
{
  RutterLiveDesk *self = user_data;

  if (self->map != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->map)))
    {
      update_counts (self);
      request_captions (self);
    }

  return G_SOURCE_CONTINUE;
}

static gboolean
on_rested_cb (gpointer user_data)
{
  RutterLiveDesk *self = user_data;

  self->rest_id = 0;
  on_tick_cb (self);
  return G_SOURCE_REMOVE;
}

static void
on_view_changed_cb (RutterLiveDesk *self)
{
  if (!rutter_live_item_get_visible (self->item))
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

/* The filter is one for all windows: whichever changed it, each shows it. */
static void
show_filter (RutterLiveDesk *self)
{
  const RutterTargetFilter *filter = rutter_traffic_get_filter (self->traffic);

  self->is_showing = TRUE;
  g_object_set (self->item, "classes", filter->classes, "territory", filter->territory,
                "least-kn", isnan (filter->least_kn) ? -1.0 : filter->least_kn,
                "most-kn", isnan (filter->most_kn) ? -1.0 : filter->most_kn,
                "name", filter->name, NULL);
  self->is_showing = FALSE;
}

static void
on_filter_changed_cb (RutterLiveDesk *self)
{
  g_autofree char *territory = NULL;
  g_autofree char *name = NULL;
  RutterTargetFilter filter;

  if (self->is_showing)
    return;

  rutter_target_filter_init (&filter);
  g_object_get (self->item, "classes", &filter.classes, "territory", &territory,
                "least-kn", &filter.least_kn, "most-kn", &filter.most_kn, "name", &name, NULL);
  if (filter.least_kn < 0)
    filter.least_kn = NAN;
  if (filter.most_kn < 0)
    filter.most_kn = NAN;
  g_strlcpy (filter.territory, territory, sizeof filter.territory);
  g_strlcpy (filter.name, name, sizeof filter.name);
  rutter_traffic_set_filter (self->traffic, &filter);
}

static void
on_published_cb (RutterLiveDesk *self)
{
  if (self->map == NULL || !rutter_live_item_get_visible (self->item))
    return;

  show_filter (self);
  rutter_map_live_set_points (rutter_map_view_get_live (self->map),
                              rutter_traffic_get_filtered (self->traffic));
  update_notice (self);
}

static void
on_visible_changed_cb (RutterLiveDesk *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->map == NULL)
    return;

  if (!rutter_live_item_get_visible (self->item))
    {
      rutter_map_live_set_points (rutter_map_view_get_live (self->map), NULL);
      return;
    }

  show_filter (self);
  on_published_cb (self);
  self->tick_id = g_timeout_add (TICK_MS, on_tick_cb, self);
  on_tick_cb (self);
}

static void
rutter_live_desk_dispose (GObject *object)
{
  RutterLiveDesk *self = RUTTER_LIVE_DESK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_weak_pointer (&self->map);
  self->window = NULL;

  G_OBJECT_CLASS (rutter_live_desk_parent_class)->dispose (object);
}

static void
rutter_live_desk_finalize (GObject *object)
{
  RutterLiveDesk *self = RUTTER_LIVE_DESK (object);

  g_clear_object (&self->traffic);
  g_clear_object (&self->item);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (rutter_live_desk_parent_class)->finalize (object);
}

static void
rutter_live_desk_class_init (RutterLiveDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_live_desk_dispose;
  object_class->finalize = rutter_live_desk_finalize;
}

static void
rutter_live_desk_init (RutterLiveDesk *self)
{
  self->item = rutter_live_item_new ();
  self->cancellable = g_cancellable_new ();
}

/* A window of another application, as tests have them, hears what it is given alone. */
static RutterTraffic *
find_traffic (RutterWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (application != NULL && RUTTER_IS_APPLICATION (application))
    return g_object_ref (rutter_application_get_traffic (RUTTER_APPLICATION (application)));

  return rutter_traffic_new ();
}

/* @settings: (nullable) */
RutterLiveDesk *
rutter_live_desk_new (RutterWindow  *window,
                      RutterMapView *map,
                      RutterSidebar *sidebar,
                      GSettings     *settings)
{
  RutterLiveDesk *self = g_object_new (RUTTER_TYPE_LIVE_DESK, NULL);
  g_autoptr(GPropertyAction) toggle = NULL;

  self->window = window;
  g_set_weak_pointer (&self->map, map);
  self->traffic = find_traffic (window);
  toggle = g_property_action_new ("toggle-layer-live", self->item, "visible");
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (toggle));
  if (settings != NULL)
    g_settings_bind (settings, "live", self->item, "visible", G_SETTINGS_BIND_DEFAULT);
  show_filter (self);
  rutter_sidebar_set_live (sidebar, self->item);

  g_signal_connect_object (self->item, "notify::visible", G_CALLBACK (on_visible_changed_cb),
                           self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < 5; i++)
    {
      static const char *const names[] = { "notify::classes", "notify::territory",
                                           "notify::least-kn", "notify::most-kn",
                                           "notify::name" };

      g_signal_connect_object (self->item, names[i], G_CALLBACK (on_filter_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->traffic, "published", G_CALLBACK (on_published_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "view-changed", G_CALLBACK (on_view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_visible_changed_cb (self);

  return self;
}

RutterTraffic *
rutter_live_desk_get_traffic (RutterLiveDesk *self)
{
  g_return_val_if_fail (RUTTER_IS_LIVE_DESK (self), NULL);

  return self->traffic;
}

RutterLiveItem *
rutter_live_desk_get_item (RutterLiveDesk *self)
{
  g_return_val_if_fail (RUTTER_IS_LIVE_DESK (self), NULL);

  return self->item;
}

static void
on_matched_cb (RutterLiveDesk *self,
               RutterMatcher  *matcher)
{
  g_autoptr(GArray) mmsis = rutter_matcher_list_mmsis (matcher, NULL);

  if (self->map != NULL)
    rutter_map_live_set_ringed (rutter_map_view_get_live (self->map),
                                (guint32 *)(gpointer)mmsis->data, mmsis->len);
}

void
rutter_live_desk_set_matcher (RutterLiveDesk *self,
                              RutterMatcher  *matcher)
{
  g_return_if_fail (RUTTER_IS_LIVE_DESK (self));

  g_signal_connect_object (matcher, "changed", G_CALLBACK (on_matched_cb), self,
                           G_CONNECT_SWAPPED);
  on_matched_cb (self, matcher);
}
