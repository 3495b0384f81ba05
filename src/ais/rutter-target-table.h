/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-point-set.h"
#include "rutter-target.h"

G_BEGIN_DECLS

/* All that was heard, one target an MMSI, whatever feed it came by. It belongs to one thread; what
 * others see of it is the point set. It holds at most so many targets: then the one that was silent
 * for longest makes room.
 */
typedef struct _RutterTargetTable RutterTargetTable;

#define RUTTER_TARGET_TABLE_USUAL_SIZE 150000

RutterTargetTable  *rutter_target_table_new            (guint                   max_targets);
void                rutter_target_table_free           (RutterTargetTable      *self);
void                rutter_target_table_add            (RutterTargetTable      *self,
                                                        const RutterAisReport  *report,
                                                        const RutterAisMessage *message,
                                                        gint64                  now_us);
const RutterTarget *rutter_target_table_find           (RutterTargetTable      *self,
                                                        guint32                 mmsi);
guint               rutter_target_table_count          (RutterTargetTable      *self);
guint64             rutter_target_table_count_dropped  (RutterTargetTable      *self);
RutterPointSet     *rutter_target_table_make_points    (RutterTargetTable      *self,
                                                        gint64                  now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTargetTable, rutter_target_table_free)

G_END_DECLS
