/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-route-summary.h"
#include "rutter-search-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The route that is being planned: its figures, stops, other ways and passages, with what can be
 * done about each. It asks by actions of the window: route-speed (knots), route-show-stop,
 * route-remove-stop, route-raise-stop, route-lower-stop (stop), route-reverse, route-add-centre,
 * route-choose-way (way), route-show-passage, route-close-passage, route-open-passage (id),
 * route-copy, route-keep, route-clear, close-details.
 */
#define RUTTER_TYPE_ROUTE_PANE (rutter_route_pane_get_type ())

G_DECLARE_FINAL_TYPE (RutterRoutePane, rutter_route_pane, RUTTER, ROUTE_PANE, AdwBin)

GtkWidget *rutter_route_pane_new         (void);
void       rutter_route_pane_set_width   (RutterRoutePane    *self,
                                          int                 width);
void       rutter_route_pane_set_report  (RutterRoutePane    *self,
                                          RutterRouteSummary  *report);

#define RUTTER_ROUTE_PANE_NONE G_MAXUINT

/* The field that finds stops by their names; whoever answers it asks which stop is replaced. */
RutterSearchField *
           rutter_route_pane_get_search  (RutterRoutePane    *self);
/* What is found next goes in the place of this stop; RUTTER_ROUTE_PANE_NONE: it is one more. */
void       rutter_route_pane_replace     (RutterRoutePane    *self,
                                          guint               stop);
guint      rutter_route_pane_get_replaced
                                         (RutterRoutePane    *self);

G_END_DECLS
