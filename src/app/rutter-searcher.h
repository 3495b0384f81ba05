/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-search-field.h"
#include "rutter-session.h"

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

G_END_DECLS
