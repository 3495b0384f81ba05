/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-decoder.h"

G_BEGIN_DECLS

/* More than the longest message takes with its line end. */
#define RUTTER_AIS_JSON_SIZE 2048

gsize  rutter_ais_json_write  (const RutterAisReport  *report,
                               const RutterAisMessage *message,
                               char                   *line);

G_END_DECLS
