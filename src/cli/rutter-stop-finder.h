/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-stop-names.h"

G_BEGIN_DECLS

/* Looks stops up: LON,LAT, uid, UN/LOCODE, and the names of the catalogue's places, then those of
 * the map's ports and cities.
 */
typedef struct _RutterStopFinder RutterStopFinder;

/* Hands over the catalogue when a name needs it; NULL ends the search without a word. */
typedef RutterRecords *(*RutterStopLoadFunc) (gpointer user_data);

RutterStopFinder *rutter_stop_finder_new  (RutterStopLoadFunc  load,
                                           gpointer            user_data);
void              rutter_stop_finder_free (RutterStopFinder   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterStopFinder, rutter_stop_finder_free)

gboolean          rutter_stop_finder_find (RutterStopFinder   *self,
                                           const char         *asked,
                                           RutterStop         *stop,
                                           GError            **error);

G_END_DECLS
