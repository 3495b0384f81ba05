/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-line-style.h"

/* Pixels: what a casing adds to a line's width. */
#define CASING 0.9
#define DENIAL_RADIUS 5.0

/**
 * rutter_line_style_init:
 * @width_px: of a line that is not hollow; dashes grow with it, so that they stay readable
 */
void
rutter_line_style_init (RutterLineStyle *self,
                        RutterStatus     status,
                        gboolean         inferred,
                        double           width_px)
{
  static const double dashes[RUTTER_N_STATUS][2] = {
    [RUTTER_STATUS_OFFICIAL_ACCUSATION] = { 10, 4 },
    [RUTTER_STATUS_REPORTED] = { 6, 4 },
    /* A round cap adds a line's width to each dash: this is a dot, then its own width of air. */
    [RUTTER_STATUS_ALLEGED] = { 0.2, 4.8 },
    [RUTTER_STATUS_DENIED] = { 0.2, 4.8 },
  };
  double growth = MAX (width_px / RUTTER_LINE_WIDTH, 0.8);

  g_return_if_fail ((guint)status < RUTTER_N_STATUS);

  self->width_px = width_px;
  self->is_hollow = inferred;
  self->is_round = status <= RUTTER_STATUS_ALLEGED;
  self->n_dashes = status == RUTTER_STATUS_CONFIRMED ? 0 : 2;
  if (inferred)
    growth *= self->is_round ? (width_px + CASING) / width_px : 1.15;
  for (int i = 0; i < 2; i++)
    self->dashes[i] = dashes[status][i] * growth;
}

/* Returns: the width of what is painted, pixels */
double
rutter_line_style_get_outer (const RutterLineStyle *self)
{
  return self->width_px + (self->is_hollow ? CASING : 0);
}

void
rutter_line_style_stroke (const RutterLineStyle *self,
                          cairo_t               *cr,
                          RutterScreenLine      *line,
                          RutterColor            color,
                          RutterColor            ground)
{
  double outer = rutter_line_style_get_outer (self);

  cairo_set_line_cap (cr, self->is_round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, outer);
  rutter_theme_set_source (cr, color);
  rutter_screen_line_stroke (line, cr, self->dashes, self->n_dashes, 0);
  if (!self->is_hollow)
    return;

  /* The hollow of a dash is closed at both ends: a row of small boxes, or of rings. */
  cairo_set_line_width (cr, outer - 2 * RUTTER_LINE_WALL);
  rutter_theme_set_source (cr, ground);
  if (self->n_dashes == 0 || self->is_round)
    {
      rutter_screen_line_stroke (line, cr, self->dashes, self->n_dashes, 0);
    }
  else
    {
      double inner[2] = { self->dashes[0] - 2 * RUTTER_LINE_WALL,
                          self->dashes[1] + 2 * RUTTER_LINE_WALL };

      rutter_screen_line_stroke (line, cr, inner, 2, self->dashes[0] + self->dashes[1] -
                                                     RUTTER_LINE_WALL);
    }
}

/**
 * rutter_line_style_paint_denial:
 * @angle: of the line there, radians; the bar stands across it
 *
 * The second mark of what somebody denies: a small hollow circle crossed by a bar.
 */
void
rutter_line_style_paint_denial (cairo_t     *cr,
                                RutterPoint  at,
                                double       angle,
                                RutterColor  color,
                                RutterColor  ground)
{
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, angle + G_PI / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, DENIAL_RADIUS + 1.6, 0, 2 * G_PI);
  rutter_theme_set_source (cr, ground);
  cairo_fill (cr);

  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, DENIAL_RADIUS, 0, 2 * G_PI);
  cairo_move_to (cr, -DENIAL_RADIUS - 2.5, 0);
  cairo_line_to (cr, DENIAL_RADIUS + 2.5, 0);
  cairo_set_line_width (cr, 1.6);
  rutter_theme_set_source (cr, color);
  cairo_stroke (cr);
  cairo_restore (cr);
}
