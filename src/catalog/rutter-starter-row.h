/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-error.h"
#include "rutter-text-table.h"

G_BEGIN_DECLS

/* One line of a table of facts while it is compiled. Belongs to the caller's stack; its text to
 * the table.
 */
typedef struct
{
  RutterTextTable *table;
  guint            index;
} RutterStarterRow;

const char *rutter_starter_row_get         (const RutterStarterRow  *row,
                                            const char              *column);
gboolean    rutter_starter_row_refuse      (const RutterStarterRow  *row,
                                            RutterError              code,
                                            GError                 **error,
                                            const char              *format,
                                            ...) G_GNUC_PRINTF (4, 5);
char      **rutter_starter_row_list        (const RutterStarterRow  *row,
                                            const char              *column,
                                            GError                 **error);
gboolean    rutter_starter_row_get_number  (const RutterStarterRow  *row,
                                            const char              *column,
                                            gint64                   largest,
                                            gint64                  *number,
                                            GError                 **error);
gboolean    rutter_starter_row_get_degrees (const RutterStarterRow  *row,
                                            const char              *column,
                                            double                   largest,
                                            double                  *degrees,
                                            GError                 **error);

G_END_DECLS
