/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* What lies where in a picture: a spatial index over its marks. */
typedef struct _RutterPicker RutterPicker;

RutterPicker *rutter_picker_new        (RutterPicture      *picture);
void          rutter_picker_free       (RutterPicker       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPicker, rutter_picker_free)

/* Marks within `radius` logical pixels of a pixel, nearest and topmost first, one per uid.
 * Returns: (transfer container) (element-type RutterMark), never NULL.
 */
GPtrArray    *rutter_picker_pick       (RutterPicker       *self,
                                        const RutterView   *view,
                                        RutterPoint         pixel,
                                        double              radius);

/* Marks that a view shows. */
GPtrArray    *rutter_picker_list       (RutterPicker       *self,
                                        const RutterView   *view);

/* A mark and the pixel of the view at which it is seen best: a symbol's middle, of a line the place
 * nearest to the view's middle.
 */
typedef struct
{
  const RutterMark *mark;
  RutterPoint       pixel;
} RutterSpot;

/* What a view shows as it is read, from the left to the right, one per uid.
 * Returns: (transfer full) (element-type RutterSpot), never NULL.
 */
GArray       *rutter_picker_list_spots (RutterPicker       *self,
                                        const RutterView   *view);

G_END_DECLS
