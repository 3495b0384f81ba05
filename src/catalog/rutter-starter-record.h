/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-starter-context.h"

G_BEGIN_DECLS

/* One row of the catalogue on its way in: column names and values, added one by one. */
typedef struct _RutterStarterRecord RutterStarterRecord;

RutterStarterRecord *rutter_starter_record_new        (const char              *table);
void                 rutter_starter_record_free       (RutterStarterRecord     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterStarterRecord, rutter_starter_record_free)

void                 rutter_starter_record_add_text   (RutterStarterRecord     *self,
                                                       const char              *column,
                                                       const char              *text);
void                 rutter_starter_record_add_number (RutterStarterRecord     *self,
                                                       const char              *column,
                                                       gint64                   number);
void                 rutter_starter_record_add_bytes  (RutterStarterRecord     *self,
                                                       const char              *column,
                                                       GBytes                  *bytes);
gboolean             rutter_starter_record_add_date   (RutterStarterRecord     *self,
                                                       const RutterStarterRow  *row,
                                                       const char              *column,
                                                       GError                 **error);
gboolean             rutter_starter_record_insert     (RutterStarterRecord     *self,
                                                       RutterStarterContext    *context,
                                                       const RutterStarterRow  *row,
                                                       gint64                  *id,
                                                       GError                 **error);

G_END_DECLS
