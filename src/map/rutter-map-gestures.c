/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-gestures.h"

#include <math.h>

/* One notch of a wheel, in zoom levels; touchpads send fractions of a notch. */
#define ZOOM_PER_NOTCH 0.5
#define KEY_ZOOM 0.5
/* Share of the map's smaller side that an arrow key moves; a page with Shift. */
#define KEY_PAN 0.12
#define KEY_PAN_PAGE 0.6
/* Momentum: speed left after one second, and the speed at which the map stands, pixels/s. */
#define MOMENTUM_LEFT 0.02
#define MOMENTUM_STOP 12.0

struct _RutterMapGestures
{
  RutterMapView  *view; /* owns this */
  RutterMapHover *hover;
  RutterMapRuler *ruler;
  RutterMapWalk  *walk;
  double          drag_x;
  double          drag_y;
  gboolean        dragged;
  double          pinch_scale;
  double          pointer_x;
  double          pointer_y;
  double          speed_x;
  double          speed_y;
  gint64          speed_time;
  guint           tick_id;
};

static void
stop_momentum (RutterMapGestures *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);
  self->tick_id = 0;
}

static gboolean
on_momentum_tick_cb (GtkWidget     *widget,
                     GdkFrameClock *clock,
                     gpointer       user_data)
{
  RutterMapGestures *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = CLAMP ((now - self->speed_time) / 1e6, 0, 0.1);
  double left = pow (MOMENTUM_LEFT, seconds);

  self->speed_time = now;
  rutter_map_view_pan (self->view, -self->speed_x * seconds, -self->speed_y * seconds);
  self->speed_x *= left;
  self->speed_y *= left;

  if (hypot (self->speed_x, self->speed_y) > MOMENTUM_STOP)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
on_drag_begin_cb (RutterMapGestures *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  rutter_map_hover_leave (self->hover);
  rutter_map_view_stop (self->view);
  stop_momentum (self);
  self->drag_x = 0;
  self->drag_y = 0;
  self->dragged = FALSE;
}

static void
on_drag_update_cb (RutterMapGestures *self,
                   double             offset_x,
                   double             offset_y,
                   GtkGestureDrag    *gesture)
{
  if (!self->dragged &&
      !gtk_drag_check_threshold (GTK_WIDGET (self->view), 0, 0, (int)offset_x, (int)offset_y))
    return;

  if (!self->dragged)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "grabbing");
    }
  self->dragged = TRUE;
  rutter_map_view_pan (self->view, self->drag_x - offset_x, self->drag_y - offset_y);
  self->drag_x = offset_x;
  self->drag_y = offset_y;
}

static void
on_drag_end_cb (RutterMapGestures *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view),
                                   rutter_map_ruler_is_active (self->ruler) ? "crosshair" : NULL);
}

static void
on_swipe_cb (RutterMapGestures *self,
             double             velocity_x,
             double             velocity_y)
{
  gboolean animate = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->view)),
                "gtk-enable-animations", &animate, NULL);
  if (!self->dragged || !animate || hypot (velocity_x, velocity_y) < MOMENTUM_STOP * 4)
    return;

  stop_momentum (self);
  self->speed_x = velocity_x;
  self->speed_y = velocity_y;
  self->speed_time =
    gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self->view)));
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_momentum_tick_cb,
                                                self, NULL);
}

static gboolean
on_scroll_cb (RutterMapGestures        *self,
              double                    dx,
              double                    dy,
              GtkEventControllerScroll *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *widget = GTK_WIDGET (self->view);
  double x = gtk_widget_get_width (widget) / 2.0;
  double y = gtk_widget_get_height (widget) / 2.0;
  double root_x, root_y;
  GtkNative *native = gtk_widget_get_native (widget);

  if (event != NULL && gdk_event_get_position (event, &root_x, &root_y))
    {
      double surface_x, surface_y;

      gtk_native_get_surface_transform (native, &surface_x, &surface_y);
      gtk_widget_translate_coordinates (GTK_WIDGET (native), widget,
                                        root_x - surface_x, root_y - surface_y, &x, &y);
    }

  stop_momentum (self);
  rutter_map_view_stop (self->view);
  rutter_map_view_zoom_at (self->view, x, y, -dy * ZOOM_PER_NOTCH, FALSE);

  return TRUE;
}

static void
on_pinch_begin_cb (RutterMapGestures *self)
{
  stop_momentum (self);
  self->pinch_scale = 1;
}

static void
on_pinch_changed_cb (RutterMapGestures *self,
                     double             scale,
                     GtkGesture        *gesture)
{
  double x, y;

  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  rutter_map_view_zoom_at (self->view, x, y, log2 (scale / self->pinch_scale), FALSE);
  self->pinch_scale = scale;
}

static void
on_released_cb (RutterMapGestures *self,
                int                n_press,
                double             x,
                double             y)
{
  if (self->dragged)
    return;

  if (rutter_map_ruler_is_active (self->ruler))
    rutter_map_ruler_click (self->ruler, n_press, x, y);
  else if (n_press == 1)
    rutter_map_view_pick (self->view, x, y);
  else if (n_press == 2)
    rutter_map_view_zoom_at (self->view, x, y, 1, TRUE);
}

static void
on_secondary_pressed_cb (RutterMapGestures *self,
                         int                n_press,
                         double             x,
                         double             y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  rutter_map_view_show_menu (self->view, x, y);
}

static void
on_long_pressed_cb (RutterMapGestures *self,
                    double             x,
                    double             y,
                    GtkGesture        *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  rutter_map_view_show_menu (self->view, x, y);
}

static gboolean
is_touch (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
on_leave_cb (RutterMapGestures *self)
{
  rutter_map_hover_leave (self->hover);
  rutter_map_ruler_leave (self->ruler);
}

static void
on_enter_cb (RutterMapGestures *self,
             double             x,
             double             y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
on_motion_cb (RutterMapGestures  *self,
              double              x,
              double              y,
              GtkEventController *controller)
{
  g_autoptr(GPtrArray) marks = NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  /* A finger has nowhere to rest. And a pointer at rest is told of as well, when something under it
   * comes or goes: it must not take away what the keyboard has come to. */
  if (self->tick_id != 0 || is_touch (controller) ||
      (x == self->pointer_x && y == self->pointer_y))
    return;

  on_enter_cb (self, x, y);

  rutter_map_ruler_point_at (self->ruler, x, y);
  if (rutter_map_ruler_is_active (self->ruler) || (state & GDK_BUTTON1_MASK) != 0)
    return;

  marks = rutter_map_view_list_at (self->view, x, y);
  rutter_map_hover_move (self->hover, x, y, marks);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), marks->len > 0 ? "pointer" : NULL);
}

/* Whether a key moves the map; then where to, as shares of the page. */
static gboolean
get_key_direction (guint   key,
                   double *x,
                   double *y)
{
  *x = key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1 :
       key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1 : 0;
  *y = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 :
       key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : 0;

  return *x != 0 || *y != 0;
}

/* Keys of the measuring tool. Returns: whether it was one. */
static gboolean
measure_by_key (RutterMapGestures *self,
                guint              key)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  gboolean is_active = rutter_map_ruler_is_active (self->ruler);

  if (key == GDK_KEY_m || key == GDK_KEY_M)
    {
      if (is_active)
        rutter_map_ruler_end (self->ruler);
      else
        rutter_map_ruler_start (self->ruler);
      rutter_map_hover_leave (self->hover);
      return TRUE;
    }
  if (!is_active)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      rutter_map_ruler_leave (self->ruler);
      rutter_map_ruler_add (self->ruler, gtk_widget_get_width (widget) / 2.0,
                            gtk_widget_get_height (widget) / 2.0);
      return TRUE;

    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      rutter_map_ruler_remove_last (self->ruler);
      return TRUE;

    case GDK_KEY_Escape:
      rutter_map_ruler_end (self->ruler);
      return TRUE;

    default:
      return FALSE;
    }
}

/* Letters are elsewhere on other keyboards, pages are on all. Returns: whether it was one. */
static gboolean
walk_by_key (RutterMapGestures *self,
             guint              key)
{
  switch (key)
    {
    case GDK_KEY_n:
    case GDK_KEY_N:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      rutter_map_walk_go (self->walk, 1);
      return TRUE;

    case GDK_KEY_p:
    case GDK_KEY_P:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      rutter_map_walk_go (self->walk, -1);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed_cb (RutterMapGestures *self,
                   guint              key,
                   guint              code,
                   GdkModifierType    state)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double x, y;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  stop_momentum (self);
  if (measure_by_key (self, key) || walk_by_key (self, key))
    return TRUE;

  if (get_key_direction (key, &x, &y))
    {
      double step = MIN (width, height) *
                    ((state & GDK_SHIFT_MASK) != 0 ? KEY_PAN_PAGE : KEY_PAN);

      rutter_map_view_pan (self->view, x * step, y * step);
      return TRUE;
    }

  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      rutter_map_view_zoom_at (self->view, width / 2, height / 2, KEY_ZOOM, FALSE);
      return TRUE;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      rutter_map_view_zoom_at (self->view, width / 2, height / 2, -KEY_ZOOM, FALSE);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (!rutter_map_walk_pick (self->walk))
        rutter_map_view_pick (self->view, width / 2, height / 2);
      return TRUE;

    case GDK_KEY_Menu:
      rutter_map_view_show_menu (self->view, width / 2, height / 2);
      return TRUE;

    case GDK_KEY_F10:
      /* F10 alone opens the main menu. */
      if ((state & GDK_SHIFT_MASK) == 0)
        return FALSE;
      rutter_map_view_show_menu (self->view, width / 2, height / 2);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
silence_controllers (GtkWidget *map)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
attach_pointer (RutterMapGestures *self,
                GtkWidget         *widget)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect_swapped (swipe, "swipe", G_CALLBACK (on_swipe_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary_pressed_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_long_pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch_changed_cb), self);
  gtk_gesture_group (swipe, drag);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

RutterMapGestures *
rutter_map_gestures_new (RutterMapView  *view,
                         GtkWidget      *map,
                         RutterMapHover *hover,
                         RutterMapRuler *ruler,
                         RutterMapWalk  *walk)
{
  GtkWidget *widget = GTK_WIDGET (view);
  RutterMapGestures *self = g_new0 (RutterMapGestures, 1);
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = view;
  self->hover = hover;
  self->ruler = ruler;
  self->walk = walk;
  silence_controllers (map);
  attach_pointer (self, widget);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_enter_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);

  return self;
}

/* When the view goes: its controllers, and the tick callback with them, have gone before. */
void
rutter_map_gestures_free (RutterMapGestures *self)
{
  g_free (self);
}
