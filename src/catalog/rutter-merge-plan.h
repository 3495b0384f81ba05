/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-catalog-merge.h"
#include "rutter-origin.h"

G_BEGIN_DECLS

/* What a merge will do, decided before the first row is written. The newer starter is attached to
 * the user's catalogue under the name "starter".
 */
typedef struct
{
  GHashTable        *own;      /* uid -> RutterUnit, as they are now */
  GHashTable        *starter;  /* uid -> RutterUnit */
  GHashTable        *origin;   /* uid -> digest: what the starter of before said */
  GHashTable        *add;      /* set of uids */
  GHashTable        *update;   /* set of uids */
  GHashTable        *adopt;    /* set of uids: the same in both */
  GHashTable        *remove;   /* set of uids */
  RutterMergeReport  report;
} RutterMergePlan;

RutterMergePlan *rutter_merge_plan_new               (sqlite3          *db,
                                                      GError          **error);
gboolean         rutter_merge_plan_find_withdrawn    (RutterMergePlan  *self,
                                                      sqlite3          *db,
                                                      GError          **error);
void             rutter_merge_plan_free              (RutterMergePlan  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterMergePlan, rutter_merge_plan_free)

G_END_DECLS
