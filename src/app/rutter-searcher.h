/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-search-field.h"
#include "rutter-session.h"
#include "rutter-search-rows.h"

G_BEGIN_DECLS

/* Answers the search field from the open catalogue: the index is made, and asked, in workers. What
 * is chosen is opened by the window's actions, and the map flies there.
 */
#define RUTTER_TYPE_SEARCHER (rutter_searcher_get_type ())

G_DECLARE_FINAL_TYPE (RutterSearcher, rutter_searcher, RUTTER, SEARCHER, GObject)

RutterSearcher *rutter_searcher_new         (RutterSession      *session,
                                             RutterSearchField  *field,
                                             RutterMapView      *map);
gboolean        rutter_searcher_is_settled  (RutterSearcher     *self);
/* In a worker: what is found for some words, for other fields than its own. Fails with
 * %RUTTER_ERROR_NOT_FOUND while the open catalogue is not indexed yet.
 */
void            rutter_searcher_find_async  (RutterSearcher     *self,
                                             const char         *words,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
RutterFindings *rutter_searcher_find_finish (RutterSearcher     *self,
                                             GAsyncResult       *result,
                                             GError            **error);

G_END_DECLS
