/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-timeline-gestures.h"

#include "rutter-edtf.h"

#include <math.h>

#define ZOOM_PER_NOTCH 1.25
#define PAN_PER_NOTCH 48.0
/* How near to a handle's line a press takes it. */
#define GRAB_DISTANCE 10.0

typedef enum
{
  DRAG_NOTHING,
  DRAG_START,
  DRAG_END,
  DRAG_WINDOW,
  DRAG_AXIS
} Drag;

struct _RutterTimelineGestures
{
  RutterTimelineChart *chart;      /* owns this */
  Drag                 drag;
  double               begin_x;    /* on the axis */
  double               panned;     /* what of the drag is done */
  RutterDayRange       range;      /* when the drag began */
  double               pinch_scale;
  double               pointer_x;  /* on the axis */
};

static Drag
find_target (RutterTimelineGestures *self,
             double                  x)
{
  RutterDayRange range =
    rutter_time_window_get_range (rutter_timeline_chart_get_window (self->chart));
  double start = rutter_timeline_chart_get_end_x (self->chart, RUTTER_TIME_START);
  double end = rutter_timeline_chart_get_end_x (self->chart, RUTTER_TIME_END);

  if (x < -GRAB_DISTANCE)
    return DRAG_NOTHING;
  if (fabs (x - end) <= GRAB_DISTANCE && fabs (x - end) <= fabs (x - start))
    return DRAG_END;
  if (fabs (x - start) <= GRAB_DISTANCE)
    return DRAG_START;
  if (x > start && x < end && !rutter_day_range_is_all (range))
    return DRAG_WINDOW;

  return DRAG_AXIS;
}

static void
on_drag_begin_cb (RutterTimelineGestures *self,
                  double                  x,
                  double                  y,
                  GtkGesture             *gesture)
{
  self->drag = DRAG_NOTHING;
  if (!rutter_timeline_chart_has_dates (self->chart))
    return;

  self->begin_x = x - rutter_timeline_chart_get_origin (self->chart);
  self->panned = 0;
  self->range = rutter_time_window_get_range (rutter_timeline_chart_get_window (self->chart));
  self->drag = find_target (self, self->begin_x);
  if (self->drag == DRAG_START)
    rutter_timeline_chart_focus_end (self->chart, RUTTER_TIME_START);
  else if (self->drag == DRAG_END)
    rutter_timeline_chart_focus_end (self->chart, RUTTER_TIME_END);
}

static void
move_end (RutterTimelineGestures *self,
          double                  x)
{
  const RutterTimeAxis *axis = rutter_timeline_chart_get_axis (self->chart);
  RutterTimeWindow *window = rutter_timeline_chart_get_window (self->chart);
  int day = (int)floor (rutter_time_axis_get_day (axis, CLAMP (x, 0, axis->width)));

  day = rutter_time_unit_snap (rutter_time_axis_get_grain (axis), day);
  if (self->drag == DRAG_START)
    rutter_time_window_set_end (window, RUTTER_TIME_START, day);
  else
    rutter_time_window_set_end (window, RUTTER_TIME_END, day - 1);
}

/* The window keeps its length; an open end stays open. */
static void
move_window (RutterTimelineGestures *self,
             double                  dx)
{
  const RutterTimeAxis *axis = rutter_timeline_chart_get_axis (self->chart);
  RutterTimeUnit grain = rutter_time_axis_get_grain (axis);
  RutterDayRange range = self->range;
  gboolean has_first = range.first != RUTTER_DAY_BEFORE_ALL;
  int from = has_first ? range.first : range.last + 1;
  double day = from + dx / axis->width * (axis->end - axis->start);
  int to = rutter_time_unit_snap (grain, (int)lround (day));
  int n = rutter_time_unit_get_bin (grain, to) - rutter_time_unit_get_bin (grain, from);

  if (has_first)
    range.first = rutter_time_unit_shift (grain, range.first, n);
  if (range.last != RUTTER_DAY_AFTER_ALL)
    range.last = rutter_time_unit_shift (grain, range.last + 1, n) - 1;
  if (range.first <= axis->end && range.last >= axis->start)
    rutter_time_window_set_range (rutter_timeline_chart_get_window (self->chart), range);
}

static void
on_drag_update_cb (RutterTimelineGestures *self,
                   double                  dx,
                   double                  dy,
                   GtkGesture             *gesture)
{
  /* A click that trembles is still a click. */
  if (self->panned == 0 && fabs (dx) < 2)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  switch (self->drag)
    {
    case DRAG_START:
    case DRAG_END:
      move_end (self, self->begin_x + dx);
      break;
    case DRAG_WINDOW:
      move_window (self, dx);
      break;
    case DRAG_AXIS:
      rutter_timeline_chart_pan (self->chart, self->panned - dx);
      break;
    case DRAG_NOTHING:
    default:
      break;
    }
  self->panned = dx;
}

static void
on_drag_end_cb (RutterTimelineGestures *self)
{
  self->drag = DRAG_NOTHING;
}

static void
on_pressed_cb (RutterTimelineGestures *self,
               int                     n_press,
               double                  x,
               double                  y)
{
  const RutterTimeAxis *axis = rutter_timeline_chart_get_axis (self->chart);
  RutterTimeUnit unit = rutter_timeline_chart_get_unit (self->chart);
  double at = x - rutter_timeline_chart_get_origin (self->chart);
  int bin;

  if (n_press != 2 || !rutter_timeline_chart_has_dates (self->chart) || at < 0
      || at > axis->width)
    return;

  bin = rutter_time_unit_get_bin (unit, (int)floor (rutter_time_axis_get_day (axis, at)));
  rutter_time_window_set_range (rutter_timeline_chart_get_window (self->chart),
                                (RutterDayRange) {
                                  rutter_time_unit_get_first (unit, bin),
                                  rutter_time_unit_get_first (unit, bin + 1) - 1
                                });
}

static gboolean
on_scroll_cb (RutterTimelineGestures *self,
              double                  dx,
              double                  dy,
              GtkEventController     *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0)
    {
      dx += dy;
      dy = 0;
    }
  if (dx != 0)
    rutter_timeline_chart_pan (self->chart, dx * PAN_PER_NOTCH);
  if (dy != 0)
    rutter_timeline_chart_zoom (self->chart, self->pointer_x, pow (ZOOM_PER_NOTCH, -dy));

  return GDK_EVENT_STOP;
}

static void
on_pinch_begin_cb (RutterTimelineGestures *self)
{
  self->pinch_scale = 1;
  self->drag = DRAG_NOTHING;
}

static void
on_pinch_cb (RutterTimelineGestures *self,
             double                  scale,
             GtkGesture             *gesture)
{
  double x, y;

  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  rutter_timeline_chart_zoom (self->chart, x - rutter_timeline_chart_get_origin (self->chart),
                              scale / self->pinch_scale);
  self->pinch_scale = scale;
}

static void
on_motion_cb (RutterTimelineGestures *self,
              double                  x,
              double                  y)
{
  static const char *const cursors[] = { "default", "ew-resize", "ew-resize", "grab", "default" };

  self->pointer_x = x - rutter_timeline_chart_get_origin (self->chart);
  if (self->drag == DRAG_NOTHING && rutter_timeline_chart_has_dates (self->chart))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->chart),
                                     cursors[find_target (self, self->pointer_x)]);
}

static gboolean
on_key_pressed_cb (RutterTimelineGestures *self,
                   guint                   key)
{
  const RutterTimeAxis *axis = rutter_timeline_chart_get_axis (self->chart);

  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      rutter_timeline_chart_zoom (self->chart, axis->width / 2, ZOOM_PER_NOTCH);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      rutter_timeline_chart_zoom (self->chart, axis->width / 2, 1 / ZOOM_PER_NOTCH);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add (RutterTimelineGestures *self,
     gpointer                controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self->chart), controller);
}

RutterTimelineGestures *
rutter_timeline_gestures_new (RutterTimelineChart *chart)
{
  RutterTimelineGestures *self = g_new0 (RutterTimelineGestures, 1);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->chart = chart;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  add (self, drag);
  add (self, click);
  add (self, pinch);
  add (self, motion);
  add (self, scroll);
  add (self, keys);

  return self;
}

/* The chart's controllers go with it, after this. */
void
rutter_timeline_gestures_free (RutterTimelineGestures *self)
{
  g_free (self);
}
