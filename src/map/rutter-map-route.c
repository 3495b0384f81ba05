/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-route.h"

struct _RutterMapRoute
{
  GtkWidget          parent_instance;

  RutterMapView     *view;     /* contains this */
  RutterRouteSketch *sketch;   /* NULL: nothing is planned */
  RutterTextCache   *texts;
  guint              chosen;   /* stop, or RUTTER_SKETCH_NONE */
  guint              pressed_leg;
  gboolean           is_dragging;
  RutterPoint        start;    /* pixels, where the drag began */
  RutterPoint        held;     /* where it is */
};

enum
{
  STOP_ADDED,
  STOP_MOVED,
  STOP_REMOVED,
  LET_GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterMapRoute, rutter_map_route, GTK_TYPE_WIDGET)

static guint
find_stop (RutterMapRoute *self,
           double          x,
           double          y)
{
  RutterView view = rutter_map_view_get_view (self->view);

  return self->sketch != NULL
           ? rutter_route_sketch_find_stop (self->sketch, &view, (RutterPoint) { x, y })
           : RUTTER_SKETCH_NONE;
}

static guint
find_leg (RutterMapRoute *self,
          double          x,
          double          y)
{
  RutterView view = rutter_map_view_get_view (self->view);

  return self->sketch != NULL
           ? rutter_route_sketch_find_leg (self->sketch, &view, (RutterPoint) { x, y })
           : RUTTER_SKETCH_NONE;
}

static gboolean
is_via (RutterMapRoute *self,
        guint           stop)
{
  return self->sketch != NULL && stop != RUTTER_SKETCH_NONE && stop > 0 &&
         stop + 1 < rutter_route_sketch_get_n_stops (self->sketch);
}

static RutterLonLat
get_place (RutterMapRoute *self,
           RutterPoint     pixel)
{
  RutterView view = rutter_map_view_get_view (self->view);
  RutterLonLat place = rutter_mercator_unproject (rutter_view_to_world (&view, pixel));

  place.lon = rutter_geo_unwrap_lon (place.lon, 0);

  return place;
}

static void
choose (RutterMapRoute *self,
        guint           stop)
{
  if (self->chosen == stop)
    return;

  self->chosen = stop;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_pressed_cb (RutterMapRoute *self,
               int             n_press,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  guint stop = find_stop (self, x, y);

  choose (self, stop);
  if (stop == RUTTER_SKETCH_NONE)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 2)
    rutter_map_route_remove (self, stop);
}

static void
on_drag_begin_cb (RutterMapRoute *self,
                  double          x,
                  double          y)
{
  self->start = (RutterPoint) { x, y };
  self->held = self->start;
  self->is_dragging = FALSE;
  self->pressed_leg = find_stop (self, x, y) != RUTTER_SKETCH_NONE ? RUTTER_SKETCH_NONE
                                                                   : find_leg (self, x, y);
}

/* The first movement of a drag: from now on it is ours. Returns: whether there is something to drag
 */
static gboolean
start_drag (RutterMapRoute *self,
            GtkGesture     *gesture)
{
  if (self->pressed_leg != RUTTER_SKETCH_NONE)
    self->chosen = self->pressed_leg + 1;
  else if (self->chosen == RUTTER_SKETCH_NONE)
    return FALSE;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  self->is_dragging = TRUE;
  if (self->pressed_leg != RUTTER_SKETCH_NONE)
    {
      RutterLonLat place = get_place (self, self->held);

      g_signal_emit (self, signals[STOP_ADDED], 0, self->chosen, place.lon, place.lat);
    }

  return TRUE;
}

static void
on_drag_update_cb (RutterMapRoute *self,
                   double          offset_x,
                   double          offset_y,
                   GtkGesture     *gesture)
{
  RutterLonLat place;

  self->held = (RutterPoint) { self->start.x + offset_x, self->start.y + offset_y };
  if (!self->is_dragging &&
      (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)offset_x, (int)offset_y) ||
       !start_drag (self, gesture)))
    return;

  place = get_place (self, self->held);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[STOP_MOVED], 0, self->chosen, place.lon, place.lat);
}

static void
on_drag_end_cb (RutterMapRoute *self)
{
  if (!self->is_dragging)
    return;

  self->is_dragging = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[LET_GO], 0);
}

static gboolean
on_delete_cb (GtkWidget *view,
              GVariant  *arguments,
              gpointer   user_data)
{
  RutterMapRoute *self = user_data;

  if (!is_via (self, self->chosen))
    return FALSE;

  rutter_map_route_remove (self, self->chosen);
  return TRUE;
}

/* Only where there is something to take hold of. */
static gboolean
rutter_map_route_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  RutterMapRoute *self = RUTTER_MAP_ROUTE (widget);

  return self->is_dragging || find_stop (self, x, y) != RUTTER_SKETCH_NONE ||
         find_leg (self, x, y) != RUTTER_SKETCH_NONE;
}

static void
rutter_map_route_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  RutterMapRoute *self = RUTTER_MAP_ROUTE (widget);
  RutterView view = rutter_map_view_get_view (self->view);
  RutterBox box;
  cairo_t *cr;

  if (self->sketch == NULL)
    return;

  if (!rutter_route_sketch_get_extent (self->sketch, &view, &box))
    return;

  /* No larger than it has to be: a renderer that paints it aside has to copy it. */
  if (self->is_dragging)
    box = (RutterBox) { 0, 0, view.width, view.height };
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float)box.x0, (float)box.y0,
                                                                 (float)(box.x1 - box.x0),
                                                                 (float)(box.y1 - box.y0)));
  rutter_route_sketch_paint (self->sketch, cr, &view,
                             rutter_theme_get (rutter_map_view_get_theme (self->view)),
                             self->texts, self->chosen,
                             self->is_dragging ? &self->held : NULL);
  cairo_destroy (cr);
}

static void
rutter_map_route_finalize (GObject *object)
{
  RutterMapRoute *self = RUTTER_MAP_ROUTE (object);

  g_clear_pointer (&self->sketch, rutter_route_sketch_unref);
  g_clear_pointer (&self->texts, rutter_text_cache_free);

  G_OBJECT_CLASS (rutter_map_route_parent_class)->finalize (object);
}

static void
rutter_map_route_class_init (RutterMapRouteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rutter_map_route_finalize;
  widget_class->contains = rutter_map_route_contains;
  widget_class->snapshot = rutter_map_route_snapshot;

  signals[STOP_ADDED] =
    g_signal_new ("stop-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[STOP_MOVED] =
    g_signal_new ("stop-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[STOP_REMOVED] =
    g_signal_new ("stop-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[LET_GO] = g_signal_new ("let-go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rutter_map_route_init (RutterMapRoute *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->texts = rutter_text_cache_new ();
  self->chosen = RUTTER_SKETCH_NONE;
  self->pressed_leg = RUTTER_SKETCH_NONE;
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

GtkWidget *
rutter_map_route_new (RutterMapView *view)
{
  static const guint deletes[] = { GDK_KEY_Delete, GDK_KEY_KP_Delete, GDK_KEY_BackSpace };
  RutterMapRoute *self = g_object_new (RUTTER_TYPE_MAP_ROUTE, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->view = view;
  /* Before the map's own keys, which know Delete as the measuring tool's. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (deletes); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (deletes[i], 0),
                        gtk_callback_action_new (on_delete_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), keys);

  return GTK_WIDGET (self);
}

/* @sketch: (nullable) */
void
rutter_map_route_set_sketch (RutterMapRoute    *self,
                             RutterRouteSketch *sketch)
{
  guint n_stops = sketch != NULL ? rutter_route_sketch_get_n_stops (sketch) : 0;

  g_return_if_fail (RUTTER_IS_MAP_ROUTE (self));

  if (sketch != NULL)
    rutter_route_sketch_ref (sketch);
  g_clear_pointer (&self->sketch, rutter_route_sketch_unref);
  self->sketch = sketch;
  if (self->chosen != RUTTER_SKETCH_NONE && self->chosen >= n_stops && !self->is_dragging)
    self->chosen = RUTTER_SKETCH_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
rutter_map_route_find_via (RutterMapRoute *self,
                           double          x,
                           double          y)
{
  guint stop;

  g_return_val_if_fail (RUTTER_IS_MAP_ROUTE (self), RUTTER_SKETCH_NONE);

  stop = find_stop (self, x, y);

  return is_via (self, stop) ? stop : RUTTER_SKETCH_NONE;
}

void
rutter_map_route_remove (RutterMapRoute *self,
                         guint           stop)
{
  g_return_if_fail (RUTTER_IS_MAP_ROUTE (self));

  if (!is_via (self, stop))
    return;

  self->chosen = RUTTER_SKETCH_NONE;
  g_signal_emit (self, signals[STOP_REMOVED], 0, stop);
}

gboolean
rutter_map_route_is_dragging (RutterMapRoute *self)
{
  g_return_val_if_fail (RUTTER_IS_MAP_ROUTE (self), FALSE);

  return self->is_dragging;
}

void
rutter_map_route_update (RutterMapRoute *self)
{
  if (self->sketch != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
