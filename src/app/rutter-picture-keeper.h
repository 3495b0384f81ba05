/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-choices.h"
#include "rutter-map-view.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keeps the picture of a catalogue in step with what is chosen, and hands it to the map: one
 * picture at a time, and none while the map still paints the last but one.
 *
 * Signals:
 *   changed ()   there is another picture, which the map has
 */
#define RUTTER_TYPE_PICTURE_KEEPER (rutter_picture_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterPictureKeeper, rutter_picture_keeper, RUTTER, PICTURE_KEEPER, GObject)

RutterPictureKeeper *rutter_picture_keeper_new          (RutterChoices        *choices);
void                 rutter_picture_keeper_attach_map   (RutterPictureKeeper  *self,
                                                         RutterMapView        *map);
/* Other records, or the same anew: a picture of them is made. */
void                 rutter_picture_keeper_set_records  (RutterPictureKeeper  *self,
                                                         RutterRecords        *records);
/* Returns: (nullable): NULL before the first */
RutterPicture       *rutter_picture_keeper_get_picture  (RutterPictureKeeper  *self);
/* Whether none is being made and none is waiting for that. */
gboolean             rutter_picture_keeper_is_settled   (RutterPictureKeeper  *self);

G_END_DECLS
