/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ruler.h"

#include "rutter-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Longest straight piece of a leg, degrees of arc: below half a pixel off at zoom 8. */
#define STEP_DEG 0.25
/* Pixels. */
#define WIDTH 2.0
#define CASING 5.0
#define RADIUS 4.0

static char *
format_number (double      length,
               const char *format)
{
  int n_decimals = length < 9.995 ? 2 : length < 99.95 ? 1 : 0;
  g_autofree char *number = rutter_number_to_text (length, n_decimals);

  return g_strdup_printf (format, number);
}

/* Kilometres below one are given in metres, as on the scale bar. */
char *
rutter_ruler_format_length (double length_m)
{
  g_autofree char *metric = length_m < 999.5
                              ? g_strdup_printf (_("%.0f m"), length_m)
                              : format_number (length_m / 1000, C_("kilometres", "%s km"));
  g_autofree char *nautical = format_number (length_m / RUTTER_NM_M,
                                             C_("nautical miles", "%s nm"));

  return g_strdup_printf ("%s · %s", metric, nautical);
}

char *
rutter_ruler_format_bearing (double bearing_deg)
{
  return g_strdup_printf ("%03d°", (int)lround (bearing_deg) % 360);
}

char *
rutter_ruler_describe_sum (const RutterLonLat *points,
                           guint               n_points)
{
  return n_points < 2 ? NULL
                      : rutter_ruler_format_length (rutter_geo_path_length_m (points, n_points));
}

/* From one point to the same there is no bearing. */
char *
rutter_ruler_describe_last (const RutterLonLat *points,
                            guint               n_points)
{
  g_autofree char *length = NULL;
  g_autofree char *bearing = NULL;
  double length_m;

  if (n_points < 2)
    return NULL;

  length_m = rutter_geo_distance_m (points[n_points - 2], points[n_points - 1]);
  length = rutter_ruler_format_length (length_m);
  if (length_m < 0.5)
    return g_steal_pointer (&length);

  bearing = rutter_ruler_format_bearing (rutter_geo_bearing_deg (points[n_points - 2],
                                                                 points[n_points - 1]));
  return g_strdup_printf (_("%s, initial bearing %s"), length, bearing);
}

/* Appends a leg to the path of world points, unwrapped after what is there. */
static void
append_leg (GArray       *line,
            RutterLonLat  from,
            RutterLonLat  to)
{
  g_autoptr(GArray) arc = rutter_geo_great_circle (from, to, STEP_DEG);
  double shift = 0;

  if (line->len > 0)
    shift = round (g_array_index (line, RutterPoint, line->len - 1).x -
                   rutter_mercator_project (from).x);
  for (guint i = 0; i < arc->len; i++)
    {
      RutterPoint point = rutter_mercator_project (g_array_index (arc, RutterLonLat, i));

      point.x += shift;
      g_array_append_val (line, point);
    }
}

static void
trace (cairo_t           *cr,
       const RutterView  *view,
       const RutterPoint *points,
       guint              n_points,
       int                copy)
{
  for (guint i = 0; i < n_points; i++)
    {
      RutterPoint at = rutter_view_to_pixel (view, (RutterPoint) { points[i].x + copy,
                                                                   points[i].y });

      cairo_line_to (cr, at.x, at.y);
    }
}

static void
stroke_line (cairo_t           *cr,
             const RutterView  *view,
             const RutterTheme *theme,
             const GArray      *line,
             gboolean           dashed,
             int                copy)
{
  static const double dashes[] = { 6, 4 };

  if (line->len < 2)
    return;

  cairo_new_path (cr);
  trace (cr, view, (const RutterPoint *)line->data, line->len, copy);
  cairo_set_line_width (cr, CASING);
  rutter_theme_set_source (cr, theme->land);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dashes, dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_set_line_width (cr, WIDTH);
  rutter_theme_set_source (cr, theme->accent);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_dot (cairo_t           *cr,
           const RutterView  *view,
           const RutterTheme *theme,
           RutterPoint        world,
           int                copy)
{
  RutterPoint at = rutter_view_to_pixel (view, (RutterPoint) { world.x + copy, world.y });

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, RADIUS, 0, 2 * G_PI);
  rutter_theme_set_source (cr, theme->land);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, WIDTH);
  rutter_theme_set_source (cr, theme->accent);
  cairo_stroke (cr);
}

void
rutter_ruler_paint (cairo_t            *cr,
                    const RutterView   *view,
                    const RutterTheme  *theme,
                    const RutterLonLat *points,
                    guint               n_points,
                    guint               n_fixed)
{
  g_autoptr(GArray) fixed = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  g_autoptr(GArray) proposed = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  g_autoptr(GArray) dots = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  RutterBox box;
  int first, last;

  rutter_box_init (&box);
  for (guint i = 0; i < n_points; i++)
    {
      GArray *line = i < n_fixed ? fixed : proposed;
      RutterPoint dot = rutter_mercator_project (points[i]);

      if (i >= n_fixed && fixed->len > 0 && proposed->len == 0)
        g_array_append_val (proposed, g_array_index (fixed, RutterPoint, fixed->len - 1));
      if (i > 0)
        {
          append_leg (line, points[i - 1], points[i]);
          dot = g_array_index (line, RutterPoint, line->len - 1);
        }
      if (i < n_fixed)
        g_array_append_val (dots, dot);
      rutter_box_add (&box, dot);
    }
  for (guint i = 0; i < fixed->len; i++)
    rutter_box_add (&box, g_array_index (fixed, RutterPoint, i));
  for (guint i = 0; i < proposed->len; i++)
    rutter_box_add (&box, g_array_index (proposed, RutterPoint, i));

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  rutter_view_get_copies (view, &box, &first, &last);
  for (int k = first; k <= last; k++)
    {
      stroke_line (cr, view, theme, fixed, FALSE, k);
      stroke_line (cr, view, theme, proposed, TRUE, k);
      for (guint i = 0; i < dots->len; i++)
        paint_dot (cr, view, theme, g_array_index (dots, RutterPoint, i), k);
    }
  cairo_restore (cr);
}
