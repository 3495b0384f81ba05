/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-theme.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* Titled areas whose edges are straight on the map, as their user drew them. Filled by whoever made
 * them, and not changed once others hold them.
 */
typedef struct _RutterOutlines RutterOutlines;

RutterOutlines *rutter_outlines_new       (void);
RutterOutlines *rutter_outlines_ref       (RutterOutlines     *self);
void            rutter_outlines_unref     (RutterOutlines     *self);
void            rutter_outlines_add       (RutterOutlines     *self,
                                           const char         *title,
                                           const RutterLonLat *corners,
                                           guint               n_corners);
guint           rutter_outlines_get_n     (RutterOutlines     *self);
void            rutter_outlines_paint     (RutterOutlines     *self,
                                           cairo_t            *cr,
                                           const RutterView   *view,
                                           const RutterTheme  *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterOutlines, rutter_outlines_unref)

G_END_DECLS
