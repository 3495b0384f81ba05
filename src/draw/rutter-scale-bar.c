/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-scale-bar.h"

#include "rutter-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define MAX_BAR_PX 96.0
#define MARGIN_PX 8.0
#define TICK_PX 5.0
#define TEXT_GAP_PX 6.0
#define CORNER_PX 6.0
#define FONT "Sans 8"

/* One bar and its text, measured. */
typedef struct
{
  PangoLayout    *layout;
  PangoRectangle  ink;
  double          length_px;
} Bar;

/**
 * rutter_scale_bar_choose_length:
 * @longest: in any unit, above 0
 *
 * Returns: the greatest of 1, 2 and 5 times a power of ten that is not longer
 */
double
rutter_scale_bar_choose_length (double longest)
{
  static const double steps[] = { 5, 2, 1 };
  double power;

  g_return_val_if_fail (isfinite (longest) && longest > 0, 1);

  power = pow (10, floor (log10 (longest)));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power <= longest * (1 + 1e-9))
      return steps[i] * power;

  return power;
}

/**
 * rutter_scale_bar_format_length:
 * @unit: "km" or "nm"
 *
 * Returns: (transfer full): the number without needless digits, and the unit; kilometres below one
 *   are given in metres
 */
char *
rutter_scale_bar_format_length (double      length,
                                const char *unit)
{
  gboolean is_metric = g_str_equal (unit, "km");
  gboolean is_short = is_metric && length < 1;
  g_autofree char *number = NULL;

  if (is_short)
    length *= 1000;
  number = rutter_number_to_text (length, MAX (0, (int)-floor (log10 (length) + 1e-9)));

  return g_strdup_printf (is_short    ? C_("metres", "%s m")
                          : is_metric ? C_("kilometres", "%s km")
                                      : C_("nautical miles", "%s nm"), number);
}

static void
paint_panel (cairo_t           *cr,
             const RutterTheme *theme,
             double             x,
             double             top,
             double             width)
{
  double right = x + width;
  double bottom = top + RUTTER_SCALE_BAR_HEIGHT;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - CORNER_PX, top + CORNER_PX, CORNER_PX, -G_PI / 2, 0);
  cairo_arc (cr, right - CORNER_PX, bottom - CORNER_PX, CORNER_PX, 0, G_PI / 2);
  cairo_arc (cr, x + CORNER_PX, bottom - CORNER_PX, CORNER_PX, G_PI / 2, G_PI);
  cairo_arc (cr, x + CORNER_PX, top + CORNER_PX, CORNER_PX, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  rutter_theme_set_source (cr, theme->panel);
  cairo_fill (cr);
}

static Bar
measure_bar (cairo_t    *cr,
             double      m_per_pixel,
             double      unit_m,
             const char *unit)
{
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string (FONT);
  double length = rutter_scale_bar_choose_length (MAX_BAR_PX * m_per_pixel / unit_m);
  g_autofree char *text = rutter_scale_bar_format_length (length, unit);
  Bar bar = { pango_cairo_create_layout (cr), { 0 }, length * unit_m / m_per_pixel };

  pango_layout_set_font_description (bar.layout, font);
  pango_layout_set_text (bar.layout, text, -1);
  pango_layout_get_pixel_extents (bar.layout, &bar.ink, NULL);

  return bar;
}

/* One bar with its text to the right; the ticks point away from the other bar. */
static void
paint_bar (cairo_t   *cr,
           const Bar *bar,
           double     x,
           double     y,
           double     tick,
           double     text_x)
{
  cairo_move_to (cr, x, y + tick);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + bar->length_px, y);
  cairo_line_to (cr, x + bar->length_px, y + tick);
  cairo_stroke (cr);

  cairo_move_to (cr, text_x, y + tick * 1.4 - bar->ink.y - bar->ink.height / 2.0);
  pango_cairo_show_layout (cr, bar->layout);
}

/**
 * rutter_scale_bar_paint:
 *
 * A bar in kilometres over one in nautical miles, each of a round length, right at the latitude of
 * the view's centre. Takes at most %RUTTER_SCALE_BAR_WIDTH by %RUTTER_SCALE_BAR_HEIGHT pixels,
 * times the view's text scale; @x, @y is the lower left corner.
 */
void
rutter_scale_bar_paint (cairo_t           *cr,
                        const RutterView  *view,
                        const RutterTheme *theme,
                        double             x,
                        double             y)
{
  double growth = view->text_scale > 0 ? view->text_scale : 1;
  double m_per_pixel = rutter_view_get_m_per_pixel (view) * growth;
  double middle = -RUTTER_SCALE_BAR_HEIGHT / 2.0;
  double text_at, text_width;
  Bar km, nm;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, growth, growth);
  km = measure_bar (cr, m_per_pixel, 1000, "km");
  nm = measure_bar (cr, m_per_pixel, RUTTER_NM_M, "nm");
  text_at = MARGIN_PX + MAX (km.length_px, nm.length_px) + TEXT_GAP_PX;
  text_width = MAX (km.ink.x + km.ink.width, nm.ink.x + nm.ink.width);
  paint_panel (cr, theme, 0, -RUTTER_SCALE_BAR_HEIGHT, text_at + text_width + MARGIN_PX);

  /* The two share one line of 1 pixel, on the pixel grid when the panel is. */
  rutter_theme_set_source (cr, theme->text_dim);
  cairo_set_line_width (cr, 1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  paint_bar (cr, &km, MARGIN_PX + 0.5, middle - 0.5, -TICK_PX, text_at);
  paint_bar (cr, &nm, MARGIN_PX + 0.5, middle - 0.5, TICK_PX, text_at);

  g_object_unref (km.layout);
  g_object_unref (nm.layout);
  cairo_restore (cr);
}
