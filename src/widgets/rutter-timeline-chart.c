/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-timeline-chart.h"

#include "rutter-camera.h"
#include "rutter-edtf.h"
#include "rutter-number.h"
#include "rutter-timeline-gestures.h"
#include "rutter-timeline-handle.h"
#include "rutter-timeline-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BARS_HEIGHT 36
#define LANE_WIDTH 72
#define MIN_WIDTH 200
/* Room right and left of the axis for half a handle. */
#define SIDE 9

struct _RutterTimelineChart
{
  GtkWidget         parent_instance;

  RutterTimeWindow *window;
  GtkWidget        *handles[2];
  RutterTimeAxis    axis;
  gboolean          is_fitted;   /* shows all there is, and goes on to */
  RutterTimeUnit    unit;

  RutterTimelineGestures *gestures;
};

enum
{
  UNIT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterTimelineChart, rutter_timeline_chart, GTK_TYPE_WIDGET)

/* FALSE while nothing is dated: then there is no axis. */
static gboolean
get_extent (RutterTimelineChart *self,
            RutterDayRange      *extent)
{
  RutterTimeSeries *series = self->window != NULL ? rutter_time_window_get_series (self->window)
                                                  : NULL;

  if (series == NULL)
    return FALSE;

  *extent = rutter_time_series_get_extent (series);
  return !rutter_day_range_is_all (*extent);
}

static void
update_unit (RutterTimelineChart *self)
{
  RutterTimeUnit unit;

  if (self->axis.end <= self->axis.start || self->axis.width <= 0)
    return;

  unit = rutter_time_axis_get_unit (&self->axis);
  for (guint i = 0; i < 2; i++)
    rutter_timeline_handle_set_unit (RUTTER_TIMELINE_HANDLE (self->handles[i]),
                                     MAX (rutter_time_axis_get_grain (&self->axis),
                                          RUTTER_TIME_UNIT_MONTH));
  if (unit == self->unit)
    return;

  self->unit = unit;
  g_signal_emit (self, signals[UNIT_CHANGED], 0);
}

static void
on_axis_changed (RutterTimelineChart *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_unit (self);
}

static void
on_series_changed_cb (RutterTimelineChart *self)
{
  RutterDayRange extent;

  if (get_extent (self, &extent))
    {
      if (self->is_fitted || self->axis.end <= self->axis.start)
        rutter_time_axis_fit (&self->axis, extent);
      else
        rutter_time_axis_zoom (&self->axis, 0, 1, extent);
    }
  on_axis_changed (self);
}

static char *
describe_bin (RutterTimelineChart *self,
              double               x)
{
  RutterTimeSeries *series = rutter_time_window_get_series (self->window);
  int bin = rutter_time_unit_get_bin (self->unit,
                                      (int)floor (rutter_time_axis_get_day (&self->axis, x)));
  double weight = rutter_time_series_get_weight (series, self->unit, bin);
  RutterDayRange days = { rutter_time_unit_get_first (self->unit, bin),
                          rutter_time_unit_get_first (self->unit, bin + 1) - 1 };
  g_autofree char *when = rutter_day_range_to_text (days);
  g_autofree char *about = rutter_count_to_text (lround (weight));

  if (weight < 0.05)
    return g_strdup_printf (_("%s: no claim"), when);
  if (weight < 0.95)
    return g_strdup_printf (_("%s: a part of a claim whose date is longer"), when);

  return g_strdup_printf (ngettext ("%s: about %s claim", "%s: about %s claims",
                                    (gulong)lround (weight)), when, about);
}

static gboolean
rutter_timeline_chart_query_tooltip (GtkWidget  *widget,
                                     int         x,
                                     int         y,
                                     gboolean    by_keyboard,
                                     GtkTooltip *tooltip)
{
  RutterTimelineChart *self = RUTTER_TIMELINE_CHART (widget);
  double at = x - rutter_timeline_chart_get_origin (self);
  g_autofree char *text = NULL;
  RutterDayRange extent;

  if (by_keyboard || !get_extent (self, &extent))
    return FALSE;

  if (at < -SIDE && rutter_timeline_chart_get_origin (self) > SIDE)
    {
      guint n = rutter_time_series_get_n_undated (rutter_time_window_get_series (self->window));

      g_autofree char *undated = rutter_count_to_text (n);

      text = g_strdup_printf (ngettext ("%s object has no date: it is shown whatever the window",
                                        "%s objects have no date: they are shown whatever the "
                                        "window", n), undated);
    }
  else if (at >= 0 && at < self->axis.width)
    text = describe_bin (self, at);
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static RutterColor
get_color (const GdkRGBA *color)
{
  return (RutterColor) { color->red, color->green, color->blue, color->alpha };
}

static void
rutter_timeline_chart_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  RutterTimelineChart *self = RUTTER_TIMELINE_CHART (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  RutterDayRange extent;
  RutterTimelineScene scene = {
    .axis = self->axis,
    .lane_width = rutter_timeline_chart_get_origin (self),
    .height = height,
    .context = gtk_widget_get_pango_context (widget),
  };
  GdkRGBA text, accent;
  cairo_t *cr;

  if (!get_extent (self, &extent))
    return;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  scene.series = rutter_time_window_get_series (self->window);
  scene.window = rutter_time_window_get_range (self->window);
  scene.text = get_color (&text);
  scene.accent = get_color (&accent);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  rutter_timeline_painter_paint (cr, &scene);
  cairo_destroy (cr);
  for (guint i = 0; i < 2; i++)
    gtk_widget_snapshot_child (widget, self->handles[i], snapshot);
}

static void
rutter_timeline_chart_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  RutterTimelineChart *self = RUTTER_TIMELINE_CHART (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);

  /* They are placed, not packed, but whoever is placed wants to be asked first. */
  for (guint i = 0; i < 2 && self->handles[i] != NULL; i++)
    gtk_widget_measure (self->handles[i], orientation, -1, minimum, natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural = BARS_HEIGHT
                          + (int)ceil (rutter_timeline_painter_measure_labels (context));
}

static void
rutter_timeline_chart_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  RutterTimelineChart *self = RUTTER_TIMELINE_CHART (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  double lane = rutter_timeline_chart_get_origin (self);
  int bars = height - (int)ceil (rutter_timeline_painter_measure_labels (context));
  double axis_width = MAX (width - lane - SIDE, 1);
  gboolean is_resized = fabs (axis_width - self->axis.width) >= 1;
  RutterDayRange extent;

  self->axis.width = axis_width;
  for (guint i = 0; i < 2 && self->handles[i] != NULL; i++)
    {
      int x = (int)lround (lane + rutter_timeline_chart_get_end_x (self, i))
              - RUTTER_TIMELINE_HANDLE_WIDTH / 2;

      gtk_widget_set_child_visible (self->handles[i], get_extent (self, &extent));
      gtk_widget_size_allocate (self->handles[i],
                                &(GtkAllocation) { x, 0, RUTTER_TIMELINE_HANDLE_WIDTH,
                                                   MAX (bars, 1) }, -1);
    }
  if (is_resized && self->window != NULL)
    update_unit (self);
}

static void
rutter_timeline_chart_dispose (GObject *object)
{
  RutterTimelineChart *self = RUTTER_TIMELINE_CHART (object);

  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->handles[i], gtk_widget_unparent);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (rutter_timeline_chart_parent_class)->dispose (object);
}

static void
rutter_timeline_chart_finalize (GObject *object)
{
  rutter_timeline_gestures_free (RUTTER_TIMELINE_CHART (object)->gestures);

  G_OBJECT_CLASS (rutter_timeline_chart_parent_class)->finalize (object);
}

static void
rutter_timeline_chart_class_init (RutterTimelineChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rutter_timeline_chart_dispose;
  object_class->finalize = rutter_timeline_chart_finalize;

  widget_class->snapshot = rutter_timeline_chart_snapshot;
  widget_class->measure = rutter_timeline_chart_measure;
  widget_class->size_allocate = rutter_timeline_chart_size_allocate;
  widget_class->query_tooltip = rutter_timeline_chart_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "timechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[UNIT_CHANGED] =
    g_signal_new ("unit-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_timeline_chart_init (RutterTimelineChart *self)
{
  self->is_fitted = TRUE;
  self->unit = RUTTER_TIME_UNIT_YEAR;
  self->gestures = rutter_timeline_gestures_new (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
rutter_timeline_chart_new (void)
{
  return g_object_new (RUTTER_TYPE_TIMELINE_CHART, NULL);
}

void
rutter_timeline_chart_set_window (RutterTimelineChart *self,
                                  RutterTimeWindow    *window)
{
  g_return_if_fail (RUTTER_IS_TIMELINE_CHART (self));
  g_return_if_fail (self->window == NULL);

  self->window = g_object_ref (window);
  for (guint i = 0; i < 2; i++)
    {
      self->handles[i] = rutter_timeline_handle_new (window, i);
      gtk_widget_set_parent (self->handles[i], GTK_WIDGET (self));
    }
  g_signal_connect_object (window, "range-changed", G_CALLBACK (on_axis_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "series-changed", G_CALLBACK (on_series_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_series_changed_cb (self);
}

/* Returns: (nullable) */
RutterTimeWindow *
rutter_timeline_chart_get_window (RutterTimelineChart *self)
{
  g_return_val_if_fail (RUTTER_IS_TIMELINE_CHART (self), NULL);

  return self->window;
}

gboolean
rutter_timeline_chart_has_dates (RutterTimelineChart *self)
{
  RutterDayRange extent;

  g_return_val_if_fail (RUTTER_IS_TIMELINE_CHART (self), FALSE);

  return get_extent (self, &extent);
}

const RutterTimeAxis *
rutter_timeline_chart_get_axis (RutterTimelineChart *self)
{
  g_return_val_if_fail (RUTTER_IS_TIMELINE_CHART (self), NULL);

  return &self->axis;
}

double
rutter_timeline_chart_get_origin (RutterTimelineChart *self)
{
  RutterTimeSeries *series = self->window != NULL ? rutter_time_window_get_series (self->window)
                                                  : NULL;
  gboolean has_lane = series != NULL && rutter_time_series_get_n_undated (series) > 0;
  /* Its words are set in small type, so it need not grow as much as they do. */
  double growth = 1 + 0.6 * (MAX (rutter_camera_get_text_scale (GTK_WIDGET (self)), 1) - 1);

  return SIDE + (has_lane ? LANE_WIDTH * growth : 0);
}

/* A window's last day ends where the next begins. */
double
rutter_timeline_chart_get_end_x (RutterTimelineChart *self,
                                 RutterTimeEnd        end)
{
  RutterDayRange range = rutter_time_window_get_range (self->window);
  double x;

  if (end == RUTTER_TIME_START && range.first == RUTTER_DAY_BEFORE_ALL)
    return 0;
  if (end == RUTTER_TIME_END && range.last == RUTTER_DAY_AFTER_ALL)
    return self->axis.width;

  x = rutter_time_axis_get_x (&self->axis, end == RUTTER_TIME_START ? range.first
                                                                    : (double)range.last + 1);
  return CLAMP (x, 0, self->axis.width);
}

RutterTimeUnit
rutter_timeline_chart_get_unit (RutterTimelineChart *self)
{
  g_return_val_if_fail (RUTTER_IS_TIMELINE_CHART (self), RUTTER_TIME_UNIT_YEAR);

  return self->unit;
}

void
rutter_timeline_chart_zoom (RutterTimelineChart *self,
                            double               x,
                            double               factor)
{
  RutterDayRange extent;
  RutterTimeAxis all;

  g_return_if_fail (RUTTER_IS_TIMELINE_CHART (self));

  if (!get_extent (self, &extent))
    return;

  all = self->axis;
  rutter_time_axis_zoom (&self->axis, CLAMP (x, 0, self->axis.width), factor, extent);
  rutter_time_axis_fit (&all, extent);
  self->is_fitted = self->axis.end - self->axis.start >= all.end - all.start - 1;
  on_axis_changed (self);
}

void
rutter_timeline_chart_pan (RutterTimelineChart *self,
                           double               dx)
{
  RutterDayRange extent;

  g_return_if_fail (RUTTER_IS_TIMELINE_CHART (self));

  if (!get_extent (self, &extent))
    return;

  rutter_time_axis_pan (&self->axis, dx, extent);
  on_axis_changed (self);
}

void
rutter_timeline_chart_focus_end (RutterTimelineChart *self,
                                 RutterTimeEnd        end)
{
  g_return_if_fail (RUTTER_IS_TIMELINE_CHART (self));

  gtk_widget_grab_focus (self->handles[end]);
}
