/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-point-captions.h"
#include "rutter-theme.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* Strokes the ways of the last hour, those with fixes; where nothing was heard in between a row of
 * dots joins what is known, and is no way.
 */
void  rutter_point_tails_paint  (cairo_t                   *cr,
                                 const RutterView          *view,
                                 const RutterPointCaptions *captions,
                                 const RutterTheme         *theme,
                                 guint32                    selected);

G_END_DECLS
