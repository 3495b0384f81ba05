/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-view-list.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* Joins the sidebar's list of saved views to the catalogue that is open, to the choices and to the
 * map. Adds to the window the actions that the list asks for, restore-view (uid) and name-view.
 */
#define RUTTER_TYPE_VIEW_KEEPER (rutter_view_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterViewKeeper, rutter_view_keeper, RUTTER, VIEW_KEEPER, GObject)

RutterViewKeeper *rutter_view_keeper_new         (RutterWindow      *window,
                                                  RutterMapView     *map,
                                                  RutterViewList    *list);
/* Whether the list shows what the catalogue has. */
gboolean          rutter_view_keeper_is_settled  (RutterViewKeeper  *self);

G_END_DECLS
