/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-gate.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* The map of a file of tiles, or of an address, below what the window shows; none at first. What
 * was chosen is kept in the settings. An address is shown while its host is allowed.
 *
 * Actions (win.): open-underlay, open-underlay-address, allow-underlay, show-underlay (path, as
 * bytes; not kept), remove-underlay
 */
#define RUTTER_TYPE_UNDERLAY (rutter_underlay_get_type ())

G_DECLARE_FINAL_TYPE (RutterUnderlay, rutter_underlay, RUTTER, UNDERLAY, GObject)

RutterUnderlay *rutter_underlay_new        (RutterWindow    *window,
                                            RutterMapView   *map,
                                            RutterNetGate   *gate,
                                            GSettings       *settings);
gboolean        rutter_underlay_is_settled (RutterUnderlay  *self);

G_END_DECLS
