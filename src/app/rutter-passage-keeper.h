/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details-pane.h"
#include "rutter-route-keeper.h"
#include "rutter-session.h"

G_BEGIN_DECLS

/* Tells the details which passages the route that is being planned may take. */
#define RUTTER_TYPE_PASSAGE_KEEPER (rutter_passage_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterPassageKeeper, rutter_passage_keeper, RUTTER, PASSAGE_KEEPER, GObject)

RutterPassageKeeper *rutter_passage_keeper_new (RutterSession      *session,
                                                RutterRouteKeeper  *route,
                                                RutterDetailsPane  *details);

G_END_DECLS
