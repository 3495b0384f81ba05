/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-announcer.h"
#include "rutter-notice-keeper.h"
#include "rutter-session.h"

G_BEGIN_DECLS

/* Tells in words what the map shows, as its accessible description: where it looks, what each
 * layer has in view, what is selected; how much is in view, and what is selected, is announced when
 * it changes. While something is still being read, counted or painted
 * the map is marked as busy.
 */
#define RUTTER_TYPE_MAP_TELLER (rutter_map_teller_get_type ())

G_DECLARE_FINAL_TYPE (RutterMapTeller, rutter_map_teller, RUTTER, MAP_TELLER, GObject)

RutterMapTeller *rutter_map_teller_new           (RutterSession    *session,
                                                  RutterMapView    *map,
                                                  RutterAnnouncer  *announcer);
/* What they say is told too. */
void             rutter_map_teller_set_notices   (RutterMapTeller  *self,
                                                  RutterNoticeKeeper *notices);
void             rutter_map_teller_set_selected  (RutterMapTeller  *self,
                                                  const char       *title);

G_END_DECLS
