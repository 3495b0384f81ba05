/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-dash.h"

#include <glib.h>

/* Device pixels: a gap of so many always has two that are wholly empty. */
#define SAFE_GAP 3.0

cairo_antialias_t
rutter_dash_smooth (cairo_t      *cr,
                    const double *dashes,
                    int           n_dashes)
{
  cairo_antialias_t before = cairo_get_antialias (cr);
  double cap = cairo_get_line_cap (cr) == CAIRO_LINE_CAP_BUTT ? 0 : cairo_get_line_width (cr);
  double width = 1, height = 0;
  double scale;

  if (before != CAIRO_ANTIALIAS_FAST)
    return before;

  cairo_user_to_device_distance (cr, &width, &height);
  scale = MAX (ABS (width), ABS (height));
  for (int i = 1; i < n_dashes; i += 2)
    if (!((dashes[i] - cap) * scale >= SAFE_GAP))
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);

  return before;
}
