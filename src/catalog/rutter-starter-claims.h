/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-starter-context.h"

G_BEGIN_DECLS

/* The claims that the tables make, with citations, denials and contradictions. */
gboolean  rutter_starter_read_denier        (RutterStarterContext      *context,
                                             const RutterStarterTable  *table,
                                             const RutterStarterRow    *row,
                                             GError                   **error);
gboolean  rutter_starter_write_row_claims   (RutterStarterContext      *context,
                                             const RutterStarterTable  *table,
                                             const RutterStarterRow    *row,
                                             GError                   **error);
gboolean  rutter_starter_write_line_claim   (RutterStarterContext      *context,
                                             const RutterStarterTable  *table,
                                             const RutterStarterRow    *row,
                                             GError                   **error);
gboolean  rutter_starter_write_seed_claim   (RutterStarterContext      *context,
                                             const RutterStarterTable  *table,
                                             const RutterStarterRow    *row,
                                             GError                   **error);
gboolean  rutter_starter_write_discrepancy  (RutterStarterContext      *context,
                                             const RutterStarterTable  *table,
                                             const RutterStarterRow    *row,
                                             GError                   **error);

G_END_DECLS
