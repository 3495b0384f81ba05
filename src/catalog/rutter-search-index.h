/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"

G_BEGIN_DECLS

/* What can be searched in a catalogue: names in any script, identifiers, titles, places, sources
 * and the statements of claims. Made of the records in a worker, immutable once made, so any thread
 * may ask it. It serves the user's own catalogue and a foreign one alike.
 */
typedef struct _RutterSearchIndex RutterSearchIndex;

#define RUTTER_TYPE_SEARCH_INDEX (rutter_search_index_get_type ())

GType              rutter_search_index_get_type    (void);
RutterSearchIndex *rutter_search_index_new         (RutterRecords      *records);
RutterSearchIndex *rutter_search_index_ref         (RutterSearchIndex  *self);
void               rutter_search_index_unref       (RutterSearchIndex  *self);
guint              rutter_search_index_get_n_terms (RutterSearchIndex  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSearchIndex, rutter_search_index_unref)

G_END_DECLS
