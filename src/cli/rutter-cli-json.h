/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The JSON of the command line: field names are stable, absent values are null, dates are EDTF in
 * `date` and ISO days in `earliest` and `latest` (null when open).
 */
void  rutter_json_add_string   (JsonBuilder         *builder,
                                const char          *name,
                                const char          *value);
void  rutter_json_add_int      (JsonBuilder         *builder,
                                const char          *name,
                                gint64               value);
void  rutter_json_add_bool     (JsonBuilder         *builder,
                                const char          *name,
                                gboolean             value);
void  rutter_json_add_span     (JsonBuilder         *builder,
                                const RutterSpan    *span);
void  rutter_json_add_claim    (JsonBuilder         *builder,
                                const RutterClaim   *claim);
/* @filter: (nullable): with it, status and claims are those of its window, and a listing is judged
 *   as of its end
 */
void  rutter_json_add_object   (JsonBuilder         *builder,
                                const RutterObject  *object,
                                const RutterFilter  *filter);
void  rutter_json_print        (JsonBuilder         *builder);

G_END_DECLS
