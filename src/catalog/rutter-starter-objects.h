/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-starter-context.h"

G_BEGIN_DECLS

/* The rows of facts as rows of the catalogue. Every object is registered before the first row is
 * written, so that rows may refer to each other in any order.
 */
gboolean  rutter_starter_register_object  (RutterStarterContext      *context,
                                           const RutterStarterTable  *table,
                                           const RutterStarterRow    *row,
                                           GError                   **error);
gboolean  rutter_starter_write_row        (RutterStarterContext      *context,
                                           const RutterStarterTable  *table,
                                           const RutterStarterRow    *row,
                                           GError                   **error);

G_END_DECLS
