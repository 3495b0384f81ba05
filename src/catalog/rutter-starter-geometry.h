/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-starter-context.h"

G_BEGIN_DECLS

gboolean  rutter_starter_make_geometry  (RutterStarterContext      *context,
                                         const RutterStarterTable  *table,
                                         const RutterStarterRow    *row,
                                         RutterStarterObject       *object,
                                         GBytes                   **geometry,
                                         GError                   **error);

G_END_DECLS
