/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-map-view.h"

G_BEGIN_DECLS

/* Names what the pointer rests on in a small card beside it, and has the map light it up with its
 * companions. Nothing of this costs a painting of the scene.
 */
typedef struct _RutterMapHover RutterMapHover;

RutterMapHover *rutter_map_hover_new       (RutterMapView   *view,
                                            GtkOverlay      *overlay);
void            rutter_map_hover_free      (RutterMapHover  *self);
/* The pointer came to a pixel of the view; @marks lie under it. */
void            rutter_map_hover_move      (RutterMapHover  *self,
                                            double           x,
                                            double           y,
                                            GPtrArray       *marks);
/* The pointer went, the camera moved, a button was pressed or the picture is another one. */
void            rutter_map_hover_leave     (RutterMapHover  *self);
gboolean        rutter_map_hover_is_shown  (RutterMapHover  *self);
/* At once, as for the keyboard. */
void            rutter_map_hover_show      (RutterMapHover    *self,
                                            double             x,
                                            double             y,
                                            const RutterMark  *mark);
/* Returns: (nullable): what the card speaks of */
const char     *rutter_map_hover_get_uid   (RutterMapHover  *self);

G_END_DECLS
