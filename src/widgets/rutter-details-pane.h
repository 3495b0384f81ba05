/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Everything about one object. Its buttons ask for win.go-back, win.go-forward,
 * win.show-on-map and win.close-details.
 */
#define RUTTER_TYPE_DETAILS_PANE (rutter_details_pane_get_type ())

G_DECLARE_FINAL_TYPE (RutterDetailsPane, rutter_details_pane, RUTTER, DETAILS_PANE, AdwBin)

GtkWidget     *rutter_details_pane_new          (void);
/* At most so many pixels, unless a word needs more. */
void           rutter_details_pane_set_width    (RutterDetailsPane  *self,
                                                 int                 width);
RutterDetails *rutter_details_pane_get_details  (RutterDetailsPane  *self);
void           rutter_details_pane_set_details  (RutterDetailsPane  *self,
                                                 RutterDetails      *details);
/* Whether a button offers win.watch for the object, and whether it is on the watchlist already;
 * told anew for each object.
 */
void           rutter_details_pane_set_watched  (RutterDetailsPane  *self,
                                                 gboolean            can_be,
                                                 gboolean            is_watched);
/* What passages a route is kept from that is being planned; for the button in a passage's details.
 * @closed: (nullable): their ids
 */
void           rutter_details_pane_set_route    (RutterDetailsPane   *self,
                                                 gboolean             is_planned,
                                                 const char *const   *closed);
void           rutter_details_pane_set_live     (RutterDetailsPane  *self,
                                                 RutterDetails      *live);
void           rutter_details_pane_set_head     (RutterDetailsPane  *self,
                                                 const char         *title,
                                                 const char         *kind);

G_END_DECLS
