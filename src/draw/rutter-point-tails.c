/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-tails.h"

#include "rutter-point-sprites.h"

#include <math.h>

#define STEPS 4294967296.0
#define WIDTH 1.3
#define SELECTED_WIDTH 2.2
#define OPACITY 0.55
/* Beyond this a jump on the picture is cut rather than stroked: cairo has no room for it. */
#define FAR_PX 10000.0

typedef struct
{
  const RutterView *view;
  double            x;      /* of the fix before, unwrapped, world square */
  guint32           stepped;
  gboolean          is_begun;
} Pen;

/* The pixel of a fix, on the short way round the world from the one before. */
static RutterPoint
move (Pen                  *pen,
      const RutterPointFix *fix)
{
  RutterPoint pixel;

  if (pen->is_begun)
    pen->x += (gint32)(fix->x - pen->stepped) / STEPS;
  else
    pen->x = fix->x / STEPS;
  pen->stepped = fix->x;
  pen->is_begun = TRUE;
  pixel = rutter_view_to_pixel (pen->view, (RutterPoint) { pen->x, fix->y / STEPS });
  pixel.x = CLAMP (pixel.x, -FAR_PX, FAR_PX);
  pixel.y = CLAMP (pixel.y, -FAR_PX, FAR_PX);
  return pixel;
}

/* Adds the way, or the gaps in it. */
static void
add_way (cairo_t                  *cr,
         const RutterView         *view,
         const RutterPointCaption *caption,
         int                       copy,
         gboolean                  of_gaps)
{
  Pen pen = { .view = view };
  double world = rutter_view_get_world_size (view) * copy;

  for (guint i = 0; i < caption->n_fixes; i++)
    {
      RutterPoint pixel = move (&pen, &caption->fixes[i]);

      pixel.x += cos (view->rotation) * world;
      pixel.y += sin (view->rotation) * world;
      if (i > 0 && (caption->fixes[i].after_gap != FALSE) == of_gaps)
        cairo_line_to (cr, pixel.x, pixel.y);
      else
        cairo_move_to (cr, pixel.x, pixel.y);
      if (of_gaps)
        cairo_move_to (cr, pixel.x, pixel.y);
    }
}

static void
paint_tail (cairo_t                  *cr,
            const RutterView         *view,
            const RutterPointCaption *caption,
            RutterColor               color,
            double                    width)
{
  static const double dots[] = { 0.1, 4 };
  RutterBox bounds = rutter_view_get_bounds (view);
  int first = (int)floor (bounds.x0 - caption->fixes[0].x / STEPS);
  int last = (int)ceil (bounds.x1 - caption->fixes[0].x / STEPS);

  rutter_theme_set_source (cr, color);
  cairo_set_line_width (cr, width);
  for (int copy = first; copy <= last; copy++)
    {
      add_way (cr, view, caption, copy, FALSE);
      cairo_stroke (cr);
      cairo_set_dash (cr, dots, 2, 0);
      add_way (cr, view, caption, copy, TRUE);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
}

void
rutter_point_tails_paint (cairo_t                   *cr,
                          const RutterView          *view,
                          const RutterPointCaptions *captions,
                          const RutterTheme         *theme,
                          guint32                    selected)
{
  RutterColor color = rutter_point_sprites_get_color (theme);
  guint n;
  const RutterPointCaption *all = rutter_point_captions_get (captions, &n);

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_selected = all[i].id == selected;

      if (all[i].n_fixes < 2)
        continue;
      color.a = is_selected || theme->is_contrast ? 1 : OPACITY;
      paint_tail (cr, view, &all[i], is_selected ? theme->accent : color,
                  is_selected ? SELECTED_WIDTH : WIDTH);
    }
  cairo_restore (cr);
}
