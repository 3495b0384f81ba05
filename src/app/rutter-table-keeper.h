/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-session.h"
#include "rutter-table-pane.h"

G_BEGIN_DECLS

/* Keeps the list in step with the map: while it is open, each other picture, view, scope or order
 * has a table made in a worker. Opens and closes it (action win.show-list), and takes what is
 * activated in it to the details and the map.
 */
#define RUTTER_TYPE_TABLE_KEEPER (rutter_table_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterTableKeeper, rutter_table_keeper, RUTTER, TABLE_KEEPER, GObject)

RutterTableKeeper *rutter_table_keeper_new           (RutterSession      *session,
                                                      RutterMapView      *map,
                                                      GtkRevealer        *revealer,
                                                      GtkRevealer        *beside);
/* NULL selects nothing. */
void               rutter_table_keeper_set_selected  (RutterTableKeeper  *self,
                                                      const char         *uid);
gboolean           rutter_table_keeper_is_settled    (RutterTableKeeper  *self);

G_END_DECLS
