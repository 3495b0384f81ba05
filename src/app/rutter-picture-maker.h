/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-legend.h"
#include "rutter-picker.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A picture with its pick index, and the legend of what a view shows of one: both made in
 * workers, on references and copies.
 */
typedef struct
{
  RutterPicture *picture;
  RutterPicker  *picker;
} RutterPictureResult;

void                 rutter_picture_make_async   (gpointer              owner,
                                                  RutterRecords        *records,
                                                  const RutterFilter   *filter,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
RutterPictureResult *rutter_picture_make_finish  (gpointer              owner,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void                 rutter_picture_result_free  (RutterPictureResult  *self);
void                 rutter_legend_make_async    (gpointer              owner,
                                                  RutterRecords        *records,
                                                  RutterPicture        *picture,
                                                  const RutterView     *view,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
RutterLegend        *rutter_legend_make_finish   (gpointer              owner,
                                                  GAsyncResult         *result,
                                                  GError              **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPictureResult, rutter_picture_result_free)

G_END_DECLS
