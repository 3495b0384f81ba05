/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A table as reviewed text: UTF-8, one record a line, fields parted by a tab, the first line
 * that is not a comment names the columns. Lines that start with '#' and empty lines are passed
 * over. A field holds no tab and no line break. Rows keep their line number for messages.
 */
#define RUTTER_TYPE_TEXT_TABLE (rutter_text_table_get_type ())

G_DECLARE_FINAL_TYPE (RutterTextTable, rutter_text_table, RUTTER, TEXT_TABLE, GObject)

RutterTextTable *rutter_text_table_new_from_file   (const char        *path,
                                                    GError           **error);
RutterTextTable *rutter_text_table_new_from_bytes  (GBytes            *bytes,
                                                    const char        *name,
                                                    GError           **error);
const char      *rutter_text_table_get_name        (RutterTextTable   *self);
guint            rutter_text_table_get_n_rows      (RutterTextTable   *self);
guint            rutter_text_table_get_line        (RutterTextTable   *self,
                                                    guint              row);
GPtrArray       *rutter_text_table_get_columns     (RutterTextTable   *self);
gboolean         rutter_text_table_has_column      (RutterTextTable   *self,
                                                    const char        *column);
const char      *rutter_text_table_get             (RutterTextTable   *self,
                                                    guint              row,
                                                    const char        *column);

G_END_DECLS
