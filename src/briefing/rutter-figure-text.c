/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-figure-text.h"

static PangoLayout *
create_layout (cairo_t               *cr,
               const RutterFigureFont *style,
               const char            *text,
               double                 width)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Cantarell, Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Hinted metrics would break lines elsewhere on paper than on screen. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (style->max_lines > 0)
    {
      pango_layout_set_height (layout, -style->max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

/**
 * rutter_figure_text_measure:
 *
 * Returns: the height in logical pixels that @text takes at @width
 */
double
rutter_figure_text_measure (cairo_t               *cr,
                     const RutterFigureFont *style,
                     const char            *text,
                     double                 width)
{
  g_autoptr(PangoLayout) layout = create_layout (cr, style, text, width);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double)extents.height / PANGO_SCALE;
}

/**
 * rutter_figure_text_paint:
 *
 * Paints @text with its upper left corner at (@x, @y).
 *
 * Returns: the height in logical pixels that it took
 */
double
rutter_figure_text_paint (cairo_t               *cr,
                   const RutterFigureFont *style,
                   const char            *text,
                   double                 x,
                   double                 y,
                   double                 width)
{
  g_autoptr(PangoLayout) layout = create_layout (cr, style, text, width);
  PangoRectangle extents;

  rutter_theme_set_source (cr, style->color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_extents (layout, NULL, &extents);
  return (double)extents.height / PANGO_SCALE;
}
