/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-timeline-handle.h"

#include "rutter-edtf.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GRIP_WIDTH 6
#define GRIP_HEIGHT 18

struct _RutterTimelineHandle
{
  GtkWidget         parent_instance;

  RutterTimeWindow *window;
  RutterTimeEnd     end;
  RutterTimeUnit    unit;
};

G_DEFINE_FINAL_TYPE (RutterTimelineHandle, rutter_timeline_handle, GTK_TYPE_WIDGET)

static gboolean
is_open (RutterTimelineHandle *self)
{
  RutterDayRange range = rutter_time_window_get_range (self->window);

  return self->end == RUTTER_TIME_START ? range.first == RUTTER_DAY_BEFORE_ALL
                                        : range.last == RUTTER_DAY_AFTER_ALL;
}

static void
update_value (RutterTimelineHandle *self)
{
  RutterTimeSeries *series = rutter_time_window_get_series (self->window);
  RutterDayRange extent = series != NULL ? rutter_time_series_get_extent (series)
                                         : RUTTER_DAY_RANGE_ALL;
  int shown = rutter_time_window_get_shown (self->window, self->end);
  g_autofree char *day = rutter_day_to_text (shown);
  g_autofree char *text = g_strdup (is_open (self) ? C_("end of time", "Open") : day);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double)MIN (extent.first, shown),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double)MAX (extent.last, shown),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double)shown,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
open_end (RutterTimelineHandle *self)
{
  RutterDayRange range = rutter_time_window_get_range (self->window);

  if (self->end == RUTTER_TIME_START)
    range.first = RUTTER_DAY_BEFORE_ALL;
  else
    range.last = RUTTER_DAY_AFTER_ALL;
  rutter_time_window_set_range (self->window, range);
}

static gboolean
on_key_pressed_cb (RutterTimelineHandle *self,
                   guint                 key,
                   guint                 code,
                   GdkModifierType       state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean by_year = (state & GDK_SHIFT_MASK) != 0;
  int n = 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      n = is_rtl ? 1 : -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      n = is_rtl ? -1 : 1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      n = -1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      n = 1;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      n = key == GDK_KEY_Page_Up ? 1 : -1;
      by_year = TRUE;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      if ((key == GDK_KEY_Home) == (self->end == RUTTER_TIME_START))
        open_end (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  rutter_time_window_move_end (self->window, self->end,
                               by_year ? MAX (RUTTER_TIME_UNIT_YEAR, self->unit) : self->unit, n);
  return GDK_EVENT_STOP;
}

/* A line over the bars with a grip in its middle; pale while the end is open. */
static void
rutter_timeline_handle_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  RutterTimelineHandle *self = RUTTER_TIMELINE_HANDLE (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  float height = (float)gtk_widget_get_height (widget);
  float middle = (float)floor (gtk_widget_get_width (widget) / 2.0);
  GskRoundedRect grip;
  GdkRGBA color;

  gtk_style_context_get_color (style, &color);
  if (is_open (self))
    color.alpha *= 0.45f;

  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (middle - 1, 0, 2, height));
  gsk_rounded_rect_init_from_rect (&grip,
                                   &GRAPHENE_RECT_INIT (middle - GRIP_WIDTH / 2.0f,
                                                        (float)floor ((height - GRIP_HEIGHT) / 2),
                                                        GRIP_WIDTH, GRIP_HEIGHT),
                                   GRIP_WIDTH / 2.0f);
  color.alpha = 1;
  gtk_snapshot_push_rounded_clip (snapshot, &grip);
  gtk_snapshot_append_color (snapshot, &color, &grip.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
rutter_timeline_handle_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? RUTTER_TIMELINE_HANDLE_WIDTH
                                                                  : GRIP_HEIGHT;
}

static void
rutter_timeline_handle_dispose (GObject *object)
{
  g_clear_object (&RUTTER_TIMELINE_HANDLE (object)->window);

  G_OBJECT_CLASS (rutter_timeline_handle_parent_class)->dispose (object);
}

static void
rutter_timeline_handle_class_init (RutterTimelineHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_timeline_handle_dispose;

  widget_class->snapshot = rutter_timeline_handle_snapshot;
  widget_class->measure = rutter_timeline_handle_measure;

  gtk_widget_class_set_css_name (widget_class, "timehandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
rutter_timeline_handle_init (RutterTimelineHandle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->unit = RUTTER_TIME_UNIT_MONTH;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
rutter_timeline_handle_new (RutterTimeWindow *window,
                            RutterTimeEnd     end)
{
  RutterTimelineHandle *self = g_object_new (RUTTER_TYPE_TIMELINE_HANDLE, NULL);

  self->window = g_object_ref (window);
  self->end = end;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  end == RUTTER_TIME_START ? _("Start of the time window")
                                                           : _("End of the time window"), -1);
  g_signal_connect_object (window, "range-changed", G_CALLBACK (update_value), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "series-changed", G_CALLBACK (update_value), self,
                           G_CONNECT_SWAPPED);
  update_value (self);

  return GTK_WIDGET (self);
}

void
rutter_timeline_handle_set_unit (RutterTimelineHandle *self,
                                 RutterTimeUnit        unit)
{
  g_return_if_fail (RUTTER_IS_TIMELINE_HANDLE (self));

  self->unit = unit;
}
