/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-fleet.h"
#include "rutter-target-filter.h"
#include "rutter-target-row.h"

G_BEGIN_DECLS

/* All targets that a filter takes, in one order, as they were at one moment. The rows are copied on
 * the traffic's thread, sorted in a worker, and never changed again.
 */
typedef struct _RutterTargetList RutterTargetList;

typedef enum
{
  RUTTER_TARGET_COLUMN_NAME,
  RUTTER_TARGET_COLUMN_MMSI,
  RUTTER_TARGET_COLUMN_IMO,
  RUTTER_TARGET_COLUMN_FLAG,
  RUTTER_TARGET_COLUMN_TYPE,
  RUTTER_TARGET_COLUMN_SPEED,
  RUTTER_TARGET_COLUMN_COURSE,
  RUTTER_TARGET_COLUMN_DESTINATION,
  RUTTER_TARGET_COLUMN_HEARD,
  RUTTER_TARGET_COLUMN_FEED,
  RUTTER_TARGET_COLUMN_MATCH,
  RUTTER_N_TARGET_COLUMN
} RutterTargetColumn;

typedef struct
{
  RutterTargetRow  target;
  guint32          vessel;   /* of the fleet, and 1; 0: it matches none */
} RutterTargetListRow;

RutterTargetList          *rutter_target_list_new       (RutterTargetTable        *table,
                                                         const RutterTargetFilter *filter,
                                                         RutterFleet              *fleet);
RutterTargetList          *rutter_target_list_ref       (RutterTargetList         *self);
void                       rutter_target_list_unref     (RutterTargetList         *self);
void                       rutter_target_list_sort      (RutterTargetList         *self,
                                                         RutterTargetColumn        column,
                                                         gboolean                  descending);
guint                      rutter_target_list_get_n     (const RutterTargetList   *self);
/* All that were heard, whatever the filter. */
guint                      rutter_target_list_get_n_all (const RutterTargetList   *self);
const RutterTargetListRow *rutter_target_list_get_row   (const RutterTargetList   *self,
                                                         guint                     i);
const char                *rutter_target_list_get_title (const RutterTargetList   *self,
                                                         guint32                   vessel);
gboolean                   rutter_target_list_find      (const RutterTargetList   *self,
                                                         guint32                   mmsi,
                                                         guint                    *i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTargetList, rutter_target_list_unref)

G_END_DECLS
