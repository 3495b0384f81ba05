/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-point-set.h"
#include "rutter-theme.h"

G_BEGIN_DECLS

/* The symbols of live targets, painted once each and stamped into the pixels of an image. The shape
 * says what it is: a hull of class A, a slimmer one of class B, each a circle while it is not known
 * where they head; a square with a mast for a station, a cross for an aircraft, a diamond for an
 * aid, a circle with a cross for somebody in distress. The fill says how long it has been silent:
 * full, pale, none.
 */
typedef struct _RutterPointSprites RutterPointSprites;

RutterPointSprites *rutter_point_sprites_new       (const RutterTheme  *theme,
                                                    double              zoom,
                                                    double              rotation,
                                                    double              scale);
void                rutter_point_sprites_free      (RutterPointSprites *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPointSprites, rutter_point_sprites_free)

/* Into an image of ARGB32, at device pixels. @course: 1/10 degree, or RUTTER_POINT_NO_ANGLE */
void                rutter_point_sprites_stamp     (RutterPointSprites *self,
                                                    cairo_surface_t    *image,
                                                    double              x,
                                                    double              y,
                                                    RutterPointKind     kind,
                                                    RutterPointState    state,
                                                    guint               course);

/* The same through cairo, round the origin: what a legend shows. */
void                rutter_point_sprites_paint     (cairo_t            *cr,
                                                    const RutterTheme  *theme,
                                                    RutterPointKind     kind,
                                                    RutterPointState    state,
                                                    double              angle,
                                                    double              size);
double              rutter_point_sprites_get_size  (RutterPointKind     kind,
                                                    double              zoom);
RutterColor         rutter_point_sprites_get_color (const RutterTheme  *theme);

G_END_DECLS
