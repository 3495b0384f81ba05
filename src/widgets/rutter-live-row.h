/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-live-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Live AIS in the sidebar, as the last of the layers: switch, counts, filter, legend, and how to
 * come to targets while there are none.
 */
#define RUTTER_TYPE_LIVE_ROW (rutter_live_row_get_type ())

G_DECLARE_FINAL_TYPE (RutterLiveRow, rutter_live_row, RUTTER, LIVE_ROW, AdwBin)

void  rutter_live_row_set_item     (RutterLiveRow  *self,
                                    RutterLiveItem *item);
void  rutter_live_row_set_compact  (RutterLiveRow  *self,
                                    gboolean        compact);

G_END_DECLS
