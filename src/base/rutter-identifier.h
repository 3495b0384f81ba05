/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RUTTER_CHECK_UNCHECKED, /* the scheme has no check of its own */
  RUTTER_CHECK_VALID,
  RUTTER_CHECK_INVALID    /* kept as printed, marked, never used to match */
} RutterCheck;

/* Schemes: "imo" (ship), "imo-company", "mmsi", "callsign", "lei", "locode", "ofac" and whatever
 * else a list prints.
 */
RutterCheck  rutter_identifier_check      (const char   *scheme,
                                           const char   *value);
char        *rutter_identifier_normalize  (const char   *scheme,
                                           const char   *as_printed);
const char  *rutter_identifier_explain    (const char   *scheme,
                                           RutterCheck   check);

G_END_DECLS
