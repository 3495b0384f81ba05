/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"

G_BEGIN_DECLS

/* What belongs to an object on the map and lights up with it: its own marks (a vessel and its
 * way), and for a flow all flows between the same two, either way.
 *
 * Returns: (transfer container) (element-type RutterMark): a set, never NULL
 */
GHashTable *rutter_companions_find  (const RutterPicture  *picture,
                                     const char           *uid);

G_END_DECLS
