/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"

G_BEGIN_DECLS

/* How the loader fills the records; afterwards nobody writes to them any more. */
RutterRecords  *rutter_records_new              (void);
gpointer        rutter_records_alloc            (RutterRecords   *self,
                                                 gsize            size);
void            rutter_records_take             (RutterRecords   *self,
                                                 gpointer         memory);
const char     *rutter_records_intern           (RutterRecords   *self,
                                                 const char      *text);
GPtrArray      *rutter_records_get_empty        (RutterRecords   *self);
void            rutter_records_append           (RutterRecords   *self,
                                                 GPtrArray      **array,
                                                 gconstpointer    row);
void            rutter_records_append_claim     (RutterRecords   *self,
                                                 RutterObject    *object,
                                                 const RutterClaim *claim);
void            rutter_records_settle_claims    (RutterObject    *object);
void            rutter_records_add_object       (RutterRecords   *self,
                                                 RutterObject    *object);
gboolean        rutter_records_add_claim        (RutterRecords   *self,
                                                 RutterClaim     *claim);
void            rutter_records_set_layer        (RutterRecords   *self,
                                                 RutterLayerId    layer,
                                                 RutterLayerRow  *row);
void            rutter_records_warn             (RutterRecords   *self,
                                                 const char      *format,
                                                 ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
