/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-live-desk.h"
#include "rutter-net-button.h"
#include "rutter-selection.h"
#include "rutter-window.h"

G_BEGIN_DECLS

/* The controllers of a window that need nothing of one another: each adds its actions to the window
 * and lives as long.
 */
typedef struct _RutterWindowParts RutterWindowParts;

/* What they are about. */
typedef struct
{
  RutterMapView     *map;
  RutterNetButton   *net_button;
  GMenu             *recent;
  RutterSelection   *selection;
  RutterDetailsPane *details;
  GtkRevealer       *revealer;   /* of the details */
  GtkRevealer       *lists;
  RutterSidebar     *sidebar;
} RutterWindowPlaces;

RutterWindowParts *rutter_window_parts_new        (RutterWindow             *window,
                                                   GSettings                *settings,
                                                   const RutterWindowPlaces *places);
void               rutter_window_parts_free       (RutterWindowParts        *self);
/* Returns: (transfer none): live AIS, and what hangs on it */
RutterLiveDesk    *rutter_window_parts_get_live   (RutterWindowParts        *self);
gboolean           rutter_window_parts_is_settled (RutterWindowParts        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterWindowParts, rutter_window_parts_free)

G_END_DECLS
