/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-timeline-painter.h"

#include "rutter-edtf.h"
#include "rutter-month.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Labels stand below the bars in letters a little smaller than the window's. */
#define LABEL_SCALE 0.82
#define LABEL_GAP 3.0
#define MIN_LABEL_DISTANCE 12.0
/* A bin that holds anything is never less than this. */
#define MIN_BAR 2.0

typedef struct
{
  const RutterTimelineScene *scene;
  cairo_t                   *cr;
  PangoLayout               *layout;
  double                     base;   /* y of the line that the bars stand on */
} Painting;

static void
set_color (cairo_t     *cr,
           RutterColor  color,
           double       alpha)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a * alpha);
}

static PangoLayout *
create_layout (PangoContext *context)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

double
rutter_timeline_painter_measure_labels (PangoContext *context)
{
  g_autoptr(PangoLayout) layout = create_layout (context);
  int height;

  pango_layout_set_text (layout, "2022", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + LABEL_GAP;
}

static double
measure (Painting   *painting,
         const char *text)
{
  int width;

  pango_layout_set_text (painting->layout, text, -1);
  pango_layout_get_pixel_size (painting->layout, &width, NULL);

  return width;
}

/* @x: the middle, kept within @left and @right */
static void
paint_label (Painting   *painting,
             const char *text,
             double      x,
             double      left,
             double      right)
{
  double width = measure (painting, text);
  double at = CLAMP (x - width / 2, left, MAX (right - width, left));

  cairo_move_to (painting->cr, round (at), painting->base + LABEL_GAP);
  pango_cairo_show_layout (painting->cr, painting->layout);
}

/* How much of a bin the window holds, 0 to 1. */
static double
get_share (RutterDayRange window,
           int            first,
           int            next)
{
  double start = MAX ((double)window.first, first);
  double end = MIN ((double)window.last + 1, next);

  return CLAMP ((end - start) / (next - first), 0, 1);
}

static double
find_highest (const RutterTimeSeries *series,
              RutterTimeUnit          unit,
              int                     first,
              int                     last)
{
  double highest = 0;

  for (int bin = first; bin <= last; bin++)
    highest = MAX (highest, rutter_time_series_get_weight (series, unit, bin));

  return highest;
}

/* The bar's part inside the window is coloured, the rest grey: a window that cuts a bin is seen to
 * cut it.
 */
static void
paint_bar (Painting *painting,
           int       first,
           int       next,
           double    height)
{
  const RutterTimelineScene *scene = painting->scene;
  double x0 = rutter_time_axis_get_x (&scene->axis, first);
  double x1 = rutter_time_axis_get_x (&scene->axis, next);
  double gap = x1 - x0 > 3 ? 1 : 0;
  double top = painting->base - height;
  double in0, in1;

  x0 = round (MAX (x0, 0)) + scene->lane_width;
  x1 = round (MIN (x1, scene->axis.width)) - gap + scene->lane_width;
  if (x1 <= x0)
    return;

  set_color (painting->cr, scene->text, 0.22);
  cairo_rectangle (painting->cr, x0, top, x1 - x0, height);
  cairo_fill (painting->cr);
  if (get_share (scene->window, first, next) <= 0)
    return;

  in0 = rutter_time_axis_get_x (&scene->axis, MAX ((double)scene->window.first, first));
  in1 = rutter_time_axis_get_x (&scene->axis, MIN ((double)scene->window.last + 1, next));
  in0 = MAX (round (in0) + scene->lane_width, x0);
  in1 = MIN (round (in1) + scene->lane_width, x1);
  set_color (painting->cr, scene->accent, 0.85);
  cairo_rectangle (painting->cr, in0, top, MAX (in1 - in0, 1), height);
  cairo_fill (painting->cr);
}

static void
paint_bars (Painting *painting)
{
  const RutterTimelineScene *scene = painting->scene;
  RutterTimeUnit unit = rutter_time_axis_get_unit (&scene->axis);
  int first = rutter_time_unit_get_bin (unit, (int)floor (scene->axis.start));
  int last = rutter_time_unit_get_bin (unit, (int)ceil (scene->axis.end) - 1);
  double highest = find_highest (scene->series, unit, first, last);

  for (int bin = first; bin <= last; bin++)
    {
      double weight = rutter_time_series_get_weight (scene->series, unit, bin);

      /* A trace of an open date is no claim of this bin. */
      if (weight < 0.05)
        continue;
      paint_bar (painting, rutter_time_unit_get_first (unit, bin),
                 rutter_time_unit_get_first (unit, bin + 1),
                 MAX (round (weight / highest * (painting->base - 3)), MIN_BAR));
    }
}

static void
paint_lane (Painting *painting)
{
  const RutterTimelineScene *scene = painting->scene;
  guint n = rutter_time_series_get_n_undated (scene->series);
  g_autofree char *count = g_strdup_printf ("%u", n);
  double right = scene->lane_width - 12;
  double middle = right / 2;
  double width, height;
  int text_height;

  if (n == 0 || right <= 0)
    return;

  /* What has no date is in every window: an outline in the window's colour, of no scale. */
  width = MAX (measure (painting, count) + 12, 24);
  height = painting->base - 9;
  cairo_rectangle (painting->cr, round (middle - width / 2) + 0.5, 8.5, round (width), height);
  set_color (painting->cr, scene->accent, 0.14);
  cairo_fill_preserve (painting->cr);
  set_color (painting->cr, scene->accent, 0.7);
  cairo_set_line_width (painting->cr, 1);
  cairo_set_dash (painting->cr, (double[]) { 2, 2 }, 2, 0);
  cairo_stroke (painting->cr);
  cairo_set_dash (painting->cr, NULL, 0, 0);

  set_color (painting->cr, scene->text, 0.9);
  width = measure (painting, count);
  pango_layout_get_pixel_size (painting->layout, NULL, &text_height);
  cairo_move_to (painting->cr, round (middle - width / 2),
                 round (8.5 + (height - text_height) / 2));
  pango_cairo_show_layout (painting->cr, painting->layout);
  set_color (painting->cr, scene->text, 0.72);
  paint_label (painting, _("No date"), middle, 0, scene->lane_width - 6);
}

/* The smallest step of whole years that leaves air between two labels. */
static int
get_year_step (Painting *painting)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  const RutterTimeAxis *axis = &painting->scene->axis;
  double year = 365.25 / (axis->end - axis->start) * axis->width;
  double needed = measure (painting, "2022") + MIN_LABEL_DISTANCE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * year >= needed)
      return steps[i];

  return 500;
}

static void
paint_tick (Painting   *painting,
            int         day,
            const char *text)
{
  const RutterTimelineScene *scene = painting->scene;
  double x = rutter_time_axis_get_x (&scene->axis, day);
  double left = scene->lane_width;

  if (x < -1 || x > scene->axis.width - 6)
    return;

  set_color (painting->cr, scene->text, 0.3);
  cairo_rectangle (painting->cr, round (x) + left, painting->base, 1, 4);
  cairo_fill (painting->cr);
  set_color (painting->cr, scene->text, 0.72);
  cairo_move_to (painting->cr, round (x) + left + 4, painting->base + LABEL_GAP);
  pango_layout_set_text (painting->layout, text, -1);
  if (x + 4 + measure (painting, text) <= scene->axis.width)
    pango_cairo_show_layout (painting->cr, painting->layout);
}

static void
paint_months (Painting *painting)
{
  const RutterTimeAxis *axis = &painting->scene->axis;
  double month_width = 30.44 / (axis->end - axis->start) * axis->width;
  int step = month_width >= 38 ? 1 : 3;
  int first = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_MONTH, (int)floor (axis->start));
  int last = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_MONTH, (int)ceil (axis->end) - 1);

  if (month_width * 3 < 46)
    return;

  for (int bin = first; bin <= last; bin++)
    {
      int month = ((bin % 12) + 12) % 12;

      if (month != 0 && month % step == 0)
        paint_tick (painting, rutter_time_unit_get_first (RUTTER_TIME_UNIT_MONTH, bin),
                    rutter_month_get_short_name (month + 1));
    }
}

static void
paint_axis (Painting *painting)
{
  const RutterTimelineScene *scene = painting->scene;
  int step = get_year_step (painting);
  int first = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_YEAR, (int)floor (scene->axis.start));
  int last = rutter_time_unit_get_bin (RUTTER_TIME_UNIT_YEAR, (int)ceil (scene->axis.end) - 1);

  set_color (painting->cr, scene->text, 0.3);
  cairo_rectangle (painting->cr, scene->lane_width, painting->base, scene->axis.width, 1);
  cairo_fill (painting->cr);
  for (int year = first; year <= last; year++)
    {
      g_autofree char *text = NULL;

      if (year % step != 0)
        continue;
      text = g_strdup_printf ("%d", year);
      paint_tick (painting, rutter_time_unit_get_first (RUTTER_TIME_UNIT_YEAR, year), text);
    }
  paint_months (painting);
}

/* The window's ground, and a line at the day to which the data was gathered. */
static void
paint_ground (Painting *painting)
{
  const RutterTimelineScene *scene = painting->scene;
  double x0 = CLAMP (rutter_time_axis_get_x (&scene->axis, scene->window.first), 0,
                     scene->axis.width);
  double x1 = CLAMP (rutter_time_axis_get_x (&scene->axis, (double)scene->window.last + 1), 0,
                     scene->axis.width);
  int data_to = scene->series != NULL ? rutter_time_series_get_data_to (scene->series)
                                      : RUTTER_DAY_AFTER_ALL;
  double x;

  if (!rutter_day_range_is_all (scene->window))
    {
      set_color (painting->cr, scene->accent, 0.10);
      cairo_rectangle (painting->cr, scene->lane_width + round (x0), 0, MAX (round (x1 - x0), 1),
                       painting->base);
      cairo_fill (painting->cr);
    }

  x = rutter_time_axis_get_x (&scene->axis, (double)data_to + 1);
  if (data_to == RUTTER_DAY_AFTER_ALL || x < 0 || x > scene->axis.width)
    return;
  set_color (painting->cr, scene->text, 0.5);
  cairo_set_line_width (painting->cr, 1);
  cairo_set_dash (painting->cr, (double[]) { 3, 3 }, 2, 0);
  cairo_move_to (painting->cr, scene->lane_width + floor (x) + 0.5, 0);
  cairo_line_to (painting->cr, scene->lane_width + floor (x) + 0.5, painting->base);
  cairo_stroke (painting->cr);
  cairo_set_dash (painting->cr, NULL, 0, 0);
}

void
rutter_timeline_painter_paint (cairo_t                   *cr,
                               const RutterTimelineScene *scene)
{
  g_autoptr(PangoLayout) layout = create_layout (scene->context);
  Painting painting = {
    .scene = scene,
    .cr = cr,
    .layout = layout,
    .base = floor (scene->height - rutter_timeline_painter_measure_labels (scene->context)),
  };

  if (scene->axis.width <= 0 || scene->axis.end <= scene->axis.start)
    return;

  paint_ground (&painting);
  if (scene->series != NULL)
    {
      paint_bars (&painting);
      paint_lane (&painting);
    }
  paint_axis (&painting);
}
