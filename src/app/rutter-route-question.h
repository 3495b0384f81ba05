/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-sea-planner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What came of a question. */
typedef struct
{
  RutterSeaRoute *route;
  RutterSeaRoute *usual;   /* with every passage as usual; NULL when that is not another one */
  char          **helpful; /* ids of the shut passages that would change the route if they were
                              opened; NULL when they were not asked for */
  GPtrArray      *ways;    /* RutterSeaRoute, to compare; NULL when they were not asked for */
} RutterRouteAnswer;

/* In a worker, on a copy of @request. @is_whole: the answer is to have the rest too */
void                rutter_route_ask_async    (gpointer                 owner,
                                               RutterSeaPlanner        *planner,
                                               const RutterSeaRequest  *request,
                                               gboolean                 is_whole,
                                               GCancellable            *cancellable,
                                               GAsyncReadyCallback      callback,
                                               gpointer                 user_data);
RutterRouteAnswer  *rutter_route_ask_finish   (gpointer                 owner,
                                               GAsyncResult            *result,
                                               GError                 **error);
/* An answer that was not asked for the whole takes the rest from the one before, which loses it. */
void                rutter_route_answer_inherit
                                              (RutterRouteAnswer       *self,
                                               RutterRouteAnswer       *before);
void                rutter_route_answer_free  (RutterRouteAnswer       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterRouteAnswer, rutter_route_answer_free)

G_END_DECLS
