/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The rows of a list of targets, each made when somebody looks at it. One that is looked at is
 * told what changes and stays the same object wherever it moves to.
 */
#define RUTTER_TYPE_TARGET_MODEL (rutter_target_model_get_type ())

G_DECLARE_FINAL_TYPE (RutterTargetModel, rutter_target_model, RUTTER, TARGET_MODEL, GObject)

RutterTargetModel *rutter_target_model_new        (void);
/* @feeds: (nullable): a list of RutterFeed */
void               rutter_target_model_set_feeds  (RutterTargetModel  *self,
                                                   GListModel         *feeds);
void               rutter_target_model_set_list   (RutterTargetModel  *self,
                                                   RutterTargetList   *list);
RutterTargetList  *rutter_target_model_get_list   (RutterTargetModel  *self);
/* What was heard since of targets that are looked at; nothing moves. */
void               rutter_target_model_tell       (RutterTargetModel  *self,
                                                   GArray             *targets);
/* (transfer full): guint32: the MMSIs that are looked at */
GArray            *rutter_target_model_list_seen  (RutterTargetModel  *self);

G_END_DECLS
