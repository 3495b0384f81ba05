/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target-list.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A row of the list of targets that somebody looks at: as long as it is shown it stays the same
 * object and is told what was heard since.
 *
 * Signals:
 *   changed ()   it says something else, if only its age
 */
#define RUTTER_TYPE_TARGET_ITEM (rutter_target_item_get_type ())

G_DECLARE_FINAL_TYPE (RutterTargetItem, rutter_target_item, RUTTER, TARGET_ITEM, GObject)

RutterTargetItem *rutter_target_item_new       (const RutterTargetRow  *row);
guint32           rutter_target_item_get_mmsi  (RutterTargetItem       *self);
/* @row: of the same MMSI; @feed, @vessel: titles, the latter NULL when it matches none */
void              rutter_target_item_tell      (RutterTargetItem       *self,
                                                const RutterTargetRow  *row,
                                                const char             *feed,
                                                const char             *vessel);
char             *rutter_target_item_dup_text  (RutterTargetItem       *self,
                                                RutterTargetColumn      column);
/* The whole row in a sentence. */
char             *rutter_target_item_describe  (RutterTargetItem       *self);
const char       *rutter_target_column_get_title (RutterTargetColumn    column);

G_END_DECLS
