/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-table.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* The list of what a view shows of a picture, one row an object: as many rows of each layer as the
 * legend counts in view. Without a view: every object that the filter keeps in the layers that are
 * on, drawn or not. `filter` is what the picture was made with.
 */
RutterTable *rutter_table_make  (RutterRecords        *records,
                                 const RutterFilter   *filter,
                                 const RutterPicture  *picture,
                                 const RutterView     *view);

G_END_DECLS
