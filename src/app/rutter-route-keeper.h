/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-route-question.h"

G_BEGIN_DECLS

/* What a passage is wished to be; as usual means open, or closed where it is shut by itself. */
typedef enum
{
  RUTTER_WISH_USUAL,
  RUTTER_WISH_CLOSED,
  RUTTER_WISH_OPEN
} RutterWish;

/* The route that is being planned: what is asked, and in due time what came of it. One question is
 * under way in a worker at a time; meanwhile only the newest waits, so a drag is followed as fast
 * as answers come, and an older answer never takes the place of a newer one.
 *
 * Signals:
 *   changed ()   what is asked or what is answered is another
 *   settled ()   the answer to the last question is complete, or it failed
 */
#define RUTTER_TYPE_ROUTE_KEEPER (rutter_route_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterRouteKeeper, rutter_route_keeper, RUTTER, ROUTE_KEEPER, GObject)

/* Usual speed of a cargo ship for want of a better one: an assumption, said so. */
#define RUTTER_ROUTE_SPEED_KN 12.0

RutterRouteKeeper   *rutter_route_keeper_new            (void);
void                 rutter_route_keeper_set_planner    (RutterRouteKeeper  *self,
                                                         RutterSeaPlanner   *planner);
RutterSeaPlanner    *rutter_route_keeper_get_planner    (RutterRouteKeeper  *self);

/* What is asked. Stops are numbered from 0; before both ends are set there may be only some. */
void                 rutter_route_keeper_set_start      (RutterRouteKeeper  *self,
                                                         RutterLonLat        position);
void                 rutter_route_keeper_set_end        (RutterRouteKeeper  *self,
                                                         RutterLonLat        position);
void                 rutter_route_keeper_add_via        (RutterRouteKeeper  *self,
                                                         RutterLonLat        position);
void                 rutter_route_keeper_insert_stop    (RutterRouteKeeper  *self,
                                                         guint               index,
                                                         RutterLonLat        position);
void                 rutter_route_keeper_drag_stop      (RutterRouteKeeper  *self,
                                                         guint               index,
                                                         RutterLonLat        position);
void                 rutter_route_keeper_let_go         (RutterRouteKeeper  *self);
void                 rutter_route_keeper_remove_stop    (RutterRouteKeeper  *self,
                                                         guint               index);
void                 rutter_route_keeper_swap_stops     (RutterRouteKeeper  *self,
                                                         guint               index,
                                                         guint               other);
void                 rutter_route_keeper_reverse        (RutterRouteKeeper  *self);
void                 rutter_route_keeper_clear          (RutterRouteKeeper  *self);
void                 rutter_route_keeper_set_wish       (RutterRouteKeeper  *self,
                                                         const char         *passage,
                                                         RutterWish          wish);
void                 rutter_route_keeper_take_way       (RutterRouteKeeper  *self,
                                                         guint               way);
void                 rutter_route_keeper_set_speed      (RutterRouteKeeper  *self,
                                                         double              speed_kn);

guint                rutter_route_keeper_get_n_stops    (RutterRouteKeeper  *self);
RutterLonLat         rutter_route_keeper_get_stop       (RutterRouteKeeper  *self,
                                                         guint               index);
gboolean             rutter_route_keeper_has_start      (RutterRouteKeeper  *self);
gboolean             rutter_route_keeper_has_end        (RutterRouteKeeper  *self);
RutterWish           rutter_route_keeper_get_wish       (RutterRouteKeeper  *self,
                                                         const char         *passage);
double               rutter_route_keeper_get_speed      (RutterRouteKeeper  *self);

/* Returns: (nullable): the answer to the newest question that has one */
const RutterRouteAnswer *
                     rutter_route_keeper_get_answer     (RutterRouteKeeper  *self);
const GError        *rutter_route_keeper_get_error      (RutterRouteKeeper  *self);
/* Nothing is under way, or waits for a planner. */
gboolean             rutter_route_keeper_is_settled     (RutterRouteKeeper  *self);

G_END_DECLS
