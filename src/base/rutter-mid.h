/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whom an MMSI was given out by: three digits of it say so. That is where the radio is registered,
 * which need not be the flag of the ship, and a sender can have set it to anything.
 */
const char *rutter_mid_get_territory  (guint        mid);
gboolean    rutter_mid_is_of          (guint        mid,
                                       const char  *territory);
char       *rutter_mid_dup_name       (guint        mid);
const char *rutter_territory_get_name (const char  *territory);

G_END_DECLS
