/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sheet.h"

G_BEGIN_DECLS

/* Returns: FALSE for what is never drawn and in no layer */
gboolean  rutter_sheet_row_init             (RutterSheetRow     *self,
                                             const RutterObject *object,
                                             RutterRecords      *records);
/* Within a bundle flows of one supplier lie together, the early ones outside. */
void      rutter_sheet_rows_order_transfers (RutterSheetRow     *rows,
                                             guint               n_rows);

G_END_DECLS
