/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-symbol.h"

#include "rutter-line-style.h"

#include <math.h>

/* Pixels. */
#define OUTLINE 1.0
#define BORDER 1.5
#define HALO 6.0

/* Diameters at world zoom and close by, pixels. */
static const struct
{
  double far_px, near_px;
} sizes[RUTTER_N_SYMBOL] = {
  [RUTTER_SYMBOL_NONE] = { 0, 0 },      [RUTTER_SYMBOL_PLACE] = { 5, 10 },
  [RUTTER_SYMBOL_HUB] = { 15, 16 },     [RUTTER_SYMBOL_INCIDENT] = { 11, 13.5 },
  [RUTTER_SYMBOL_ACCORD] = { 9, 11 },   [RUTTER_SYMBOL_SHIPMENT] = { 10, 13 },
  [RUTTER_SYMBOL_VESSEL] = { 11, 15 },  [RUTTER_SYMBOL_SILENCE] = { 12, 15 },
};

/* How full a symbol is for each status; its border always has the full colour. */
static const double fills[RUTTER_N_STATUS] = {
  [RUTTER_STATUS_DENIED] = 0,
  [RUTTER_STATUS_ALLEGED] = 0,
  [RUTTER_STATUS_REPORTED] = 0.35,
  [RUTTER_STATUS_OFFICIAL_ACCUSATION] = 0.7,
  [RUTTER_STATUS_CONFIRMED] = 1,
};

/* Returns: the diameter at a zoom, logical pixels; 0 for what has no symbol */
double
rutter_symbol_get_size (const RutterMark *mark,
                        double            zoom)
{
  double near = CLAMP ((zoom - 2) / 5, 0.0, 1.0);

  g_return_val_if_fail ((guint)mark->symbol < RUTTER_N_SYMBOL, 0);

  return sizes[mark->symbol].far_px +
         (sizes[mark->symbol].near_px - sizes[mark->symbol].far_px) * near;
}

static void
add_polygon (cairo_t *cr,
             double   radius,
             guint    n_corners,
             double   first)
{
  for (guint i = 0; i < n_corners; i++)
    {
      double angle = first + 2 * G_PI * i / n_corners;

      cairo_line_to (cr, radius * cos (angle), radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_hull (cairo_t *cr,
          double   r)
{
  cairo_move_to (cr, 0, -r * 1.15);
  cairo_line_to (cr, r * 0.62, -r * 0.3);
  cairo_line_to (cr, r * 0.55, r);
  cairo_line_to (cr, -r * 0.55, r);
  cairo_line_to (cr, -r * 0.62, -r * 0.3);
  cairo_close_path (cr);
}

/* The outline of a symbol round the origin. */
static void
add_shape (cairo_t          *cr,
           const RutterMark *mark,
           double            size,
           double            rotation)
{
  double r = size / 2;

  cairo_new_path (cr);
  switch (mark->symbol)
    {
    case RUTTER_SYMBOL_HUB:
      add_polygon (cr, r, 6, -G_PI / 2);
      break;
    case RUTTER_SYMBOL_INCIDENT:
      add_polygon (cr, r, 4, -G_PI / 2);
      break;
    case RUTTER_SYMBOL_ACCORD:
      cairo_rectangle (cr, -r * 0.88, -r * 0.88, r * 1.76, r * 1.76);
      break;
    case RUTTER_SYMBOL_SILENCE:
      add_polygon (cr, r, 3, -G_PI / 2);
      break;
    case RUTTER_SYMBOL_VESSEL:
      if (!isfinite (mark->course_deg))
        {
          cairo_arc (cr, 0, 0, r * 0.9, 0, 2 * G_PI);
          break;
        }
      cairo_save (cr);
      cairo_rotate (cr, mark->course_deg * G_PI / 180 + rotation);
      add_hull (cr, r);
      cairo_restore (cr);
      break;
    case RUTTER_SYMBOL_NONE:
    case RUTTER_SYMBOL_PLACE:
    case RUTTER_SYMBOL_SHIPMENT:
    case RUTTER_SYMBOL_FAIRWAY:
    case RUTTER_SYMBOL_GATE:
    case RUTTER_SYMBOL_SHUT_GATE:
    case RUTTER_N_SYMBOL:
    default:
      cairo_arc (cr, 0, 0, r, 0, 2 * G_PI);
      break;
    }
}

static RutterColor
mix (RutterColor ground,
     RutterColor color,
     double      share)
{
  return (RutterColor) { ground.r + (color.r - ground.r) * share,
                         ground.g + (color.g - ground.g) * share,
                         ground.b + (color.b - ground.b) * share, color.a };
}

/* What is written or drawn on a fill: whichever of black and white stands out. */
static RutterColor
get_contrast (RutterColor fill)
{
  double luminance = 0.2126 * fill.r + 0.7152 * fill.g + 0.0722 * fill.b;

  return luminance > 0.52 ? (RutterColor) { 0.08, 0.08, 0.08, fill.a } :
                            (RutterColor) { 1, 1, 1, fill.a };
}

static void
paint_number (cairo_t         *cr,
              RutterTextCache *texts,
              guint            number,
              double           size,
              RutterColor      color)
{
  g_autofree char *text = g_strdup_printf (number > 99 ? "99+" : "%u", number);
  RutterTextStyle style = { .size_px = size * (number > 99 ? 0.4 : 0.58), .bold = TRUE,
                            .color = color };
  const RutterText *laid_out = rutter_text_cache_get (texts, text, &style);
  PangoRectangle ink;

  pango_layout_get_extents (laid_out->layout, &ink, NULL);
  cairo_move_to (cr, -(ink.x + ink.width / 2.0) / PANGO_SCALE,
                 -(ink.y + ink.height / 2.0) / PANGO_SCALE);
  rutter_theme_set_source (cr, color);
  pango_cairo_show_layout (cr, laid_out->layout);
  cairo_new_path (cr);
}

static void
paint_detail (cairo_t          *cr,
              const RutterMark *mark,
              RutterTextCache  *texts,
              double            size,
              RutterColor       color)
{
  double r = size / 2;

  if (mark->symbol == RUTTER_SYMBOL_HUB)
    {
      paint_number (cr, texts, mark->n_claims, size, color);
      return;
    }

  if (mark->symbol == RUTTER_SYMBOL_SHIPMENT)
    {
      cairo_move_to (cr, -r * 0.5, 0);
      cairo_line_to (cr, r * 0.5, 0);
    }
  else if (mark->symbol == RUTTER_SYMBOL_SILENCE)
    {
      cairo_move_to (cr, -r * 0.32, r * 0.16);
      cairo_line_to (cr, r * 0.32, r * 0.16);
    }
  else if (mark->symbol == RUTTER_SYMBOL_VESSEL && !isfinite (mark->course_deg))
    {
      cairo_arc (cr, 0, 0, r * 0.22, 0, 2 * G_PI);
    }
  else
    {
      return;
    }

  cairo_set_line_width (cr, MAX (1.5, size * 0.14));
  rutter_theme_set_source (cr, color);
  cairo_stroke (cr);
}

/* Inferred positions have their border in pieces. */
static void
stroke_border (cairo_t          *cr,
               const RutterMark *mark,
               RutterColor       color)
{
  static const double pieces[] = { 2.2, 1.6 };

  if (mark->inferred)
    cairo_set_dash (cr, pieces, 2, 0);
  cairo_set_line_width (cr, BORDER);
  rutter_theme_set_source (cr, color);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * rutter_symbol_paint:
 * @at: its centre, pixels
 * @size: from rutter_symbol_get_size()
 * @rotation: of the view, radians, for what points somewhere
 * @alpha: 0 to 1
 * @ground_alpha: of the outline and of what a pale fill lies on
 */
void
rutter_symbol_paint (cairo_t           *cr,
                     const RutterMark  *mark,
                     const RutterTheme *theme,
                     RutterTextCache   *texts,
                     RutterPoint        at,
                     double             size,
                     double             rotation,
                     double             alpha,
                     double             ground_alpha)
{
  RutterColor color = rutter_theme_get_actor (theme, mark->actor);
  RutterColor ground = theme->land;
  RutterColor fill;

  g_return_if_fail ((guint)mark->status < RUTTER_N_STATUS);

  if (mark->symbol == RUTTER_SYMBOL_NONE || size <= 0)
    return;

  color.a = alpha;
  ground.a = ground_alpha;
  fill = mix (ground, color, fills[mark->status]);

  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);

  add_shape (cr, mark, size, rotation);
  cairo_set_line_width (cr, 2 * OUTLINE);
  rutter_theme_set_source (cr, ground);
  cairo_stroke_preserve (cr);
  if (ground_alpha > alpha)
    cairo_fill (cr);

  add_shape (cr, mark, size - BORDER * 0.6, rotation);
  rutter_theme_set_source (cr, fill);
  cairo_fill (cr);
  add_shape (cr, mark, size - BORDER, rotation);
  stroke_border (cr, mark, color);

  paint_detail (cr, mark, texts, size, fills[mark->status] > 0.4 ? get_contrast (fill) : color);
  cairo_restore (cr);

  if (mark->denied)
    {
      cairo_save (cr);
      cairo_translate (cr, at.x + size * 0.42, at.y - size * 0.42);
      cairo_scale (cr, 0.62, 0.62);
      rutter_line_style_paint_denial (cr, (RutterPoint) { 0, 0 }, -G_PI / 4,
                                      (RutterColor) { theme->text.r, theme->text.g, theme->text.b,
                                                      alpha }, ground);
      cairo_restore (cr);
    }
}

void
rutter_symbol_paint_halo (cairo_t          *cr,
                          const RutterMark *mark,
                          RutterColor       color,
                          RutterPoint       at,
                          double            size,
                          double            rotation)
{
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_shape (cr, mark, size, rotation);
  cairo_set_line_width (cr, HALO);
  rutter_theme_set_source (cr, color);
  cairo_stroke (cr);
  cairo_restore (cr);
}
