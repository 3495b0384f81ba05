/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"
#include "rutter-scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The basemap and the names that came with the program. Whatever cannot be read is NULL, with a
 * sentence in `problem`; the map then shows a plain sea.
 */
typedef struct
{
  RutterBasemap *basemap;
  RutterNames   *names;
  char          *problem;
} RutterGroundData;

void              rutter_ground_load_async   (gpointer              owner,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
RutterGroundData *rutter_ground_load_finish  (gpointer              owner,
                                              GAsyncResult         *result,
                                              GError              **error);
void              rutter_ground_data_free    (RutterGroundData     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterGroundData, rutter_ground_data_free)

G_END_DECLS
