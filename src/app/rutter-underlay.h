/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-window.h"

G_BEGIN_DECLS

/* The map of a file of tiles below what the window shows; none at first, and none is kept.
 *
 * Actions (win.): open-underlay, show-underlay (path, as bytes), remove-underlay
 */
#define RUTTER_TYPE_UNDERLAY (rutter_underlay_get_type ())

G_DECLARE_FINAL_TYPE (RutterUnderlay, rutter_underlay, RUTTER, UNDERLAY, GObject)

RutterUnderlay *rutter_underlay_new        (RutterWindow    *window,
                                            RutterMapView   *map);
gboolean        rutter_underlay_is_settled (RutterUnderlay  *self);

G_END_DECLS
