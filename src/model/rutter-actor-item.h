/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* An actor that the map can be narrowed to. */
#define RUTTER_TYPE_ACTOR_ITEM (rutter_actor_item_get_type ())

G_DECLARE_FINAL_TYPE (RutterActorItem, rutter_actor_item, RUTTER, ACTOR_ITEM, GObject)

RutterActorItem *rutter_actor_item_new         (const char       *code,
                                                const char       *title);
const char      *rutter_actor_item_get_code    (RutterActorItem  *self);
const char      *rutter_actor_item_get_title   (RutterActorItem  *self);
gboolean         rutter_actor_item_get_active  (RutterActorItem  *self);
void             rutter_actor_item_set_active  (RutterActorItem  *self,
                                                gboolean          active);

G_END_DECLS
