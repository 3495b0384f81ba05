/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-theme.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* What is measured on the map: great circles from point to point. */

/* "926 km · 500 nm", three figures at least. */
char *rutter_ruler_format_length  (double              length_m);
/* "045°" */
char *rutter_ruler_format_bearing (double              bearing_deg);
/* All legs: "1852 km · 1000 nm"; the last one with its initial bearing. NULL below two points. */
char *rutter_ruler_describe_sum   (const RutterLonLat *points,
                                   guint               n_points);
char *rutter_ruler_describe_last  (const RutterLonLat *points,
                                   guint               n_points);
/* @n_fixed: so many points are set; a leg to one beyond them is only proposed, and dashed */
void  rutter_ruler_paint          (cairo_t            *cr,
                                   const RutterView   *view,
                                   const RutterTheme  *theme,
                                   const RutterLonLat *points,
                                   guint               n_points,
                                   guint               n_fixed);

G_END_DECLS
