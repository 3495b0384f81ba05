/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-passage.h"
#include "rutter-records.h"

G_BEGIN_DECLS

/* Passages among the objects of a catalogue, as guests (see rutter_records_take_guests()): kind
 * passage, uid "passage:" and the id, the row a RutterPassage. They are of the map: nobody claims
 * them, no actor is involved, and they are there at all times.
 */
gboolean             rutter_atlas_load_passages (RutterRecords        *records,
                                                 const char           *path,
                                                 GError              **error);
void                 rutter_atlas_add_passages  (RutterRecords        *records,
                                                 RutterPassages       *passages);
/* Returns: (transfer none) (nullable) */
RutterPassages      *rutter_atlas_get_passages  (RutterRecords        *records);

G_END_DECLS
