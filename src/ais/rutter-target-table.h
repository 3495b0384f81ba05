/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-point-set.h"
#include "rutter-target-filter.h"
#include "rutter-track.h"

G_BEGIN_DECLS

/* All that was heard, one target an MMSI, whatever feed it came by. It belongs to one thread; what
 * others see of it is the point set. It holds at most so many targets: then the one that was silent
 * for longest makes room.
 */
typedef struct _RutterTargetTable RutterTargetTable;

typedef void (*RutterTargetFunc) (const RutterTarget *target,
                                  const RutterTrack  *track,
                                  gpointer            user_data);

/* Called after each message that was merged, on the table's thread. */
typedef void (*RutterTargetObserver) (const RutterTarget *target,
                                      gpointer            user_data);

#define RUTTER_TARGET_TABLE_USUAL_SIZE 150000

RutterTargetTable  *rutter_target_table_new            (guint                   max_targets);
void                rutter_target_table_free           (RutterTargetTable      *self);
void                rutter_target_table_add            (RutterTargetTable      *self,
                                                        const RutterAisReport  *report,
                                                        const RutterAisMessage *message,
                                                        gint64                  now_us);
void                rutter_target_table_hear           (RutterTargetTable      *self,
                                                        const RutterAisMessage *message,
                                                        gint64                  heard_us,
                                                        guint8                  feed,
                                                        gboolean                is_own,
                                                        gint64                  now_us);
void                rutter_target_table_set_observer   (RutterTargetTable      *self,
                                                        RutterTargetObserver    observer,
                                                        gpointer                user_data,
                                                        GDestroyNotify          destroy);
void                rutter_target_table_clear          (RutterTargetTable      *self);
void                rutter_target_table_remove_feed    (RutterTargetTable      *self,
                                                        guint8                  feed);
const RutterTarget *rutter_target_table_find           (RutterTargetTable      *self,
                                                        guint32                 mmsi);
const RutterTrack  *rutter_target_table_find_track     (RutterTargetTable      *self,
                                                        guint32                 mmsi);
guint32             rutter_target_table_find_same_imo  (RutterTargetTable      *self,
                                                        const RutterTarget     *target);
void                rutter_target_table_foreach        (RutterTargetTable      *self,
                                                        RutterTargetFunc        func,
                                                        gpointer                user_data);
guint               rutter_target_table_count          (RutterTargetTable      *self);
guint64             rutter_target_table_count_dropped  (RutterTargetTable      *self);
gboolean            rutter_target_table_is_ageing      (RutterTargetTable      *self,
                                                        gint64                  now_us);
RutterPointSet     *rutter_target_table_make_points    (RutterTargetTable      *self,
                                                        gint64                  now_us);
RutterPointSet     *rutter_target_table_make_filtered  (RutterTargetTable      *self,
                                                        const RutterTargetFilter *filter,
                                                        gint64                  now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTargetTable, rutter_target_table_free)

G_END_DECLS
