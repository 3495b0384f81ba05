/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void rutter_object_json_add_fields (JsonBuilder         *builder,
                                    const RutterObject  *object);

G_END_DECLS
