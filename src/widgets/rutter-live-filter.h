/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-live-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What of the live targets is shown: classes, flag, speed and name, bound to an item. */
#define RUTTER_TYPE_LIVE_FILTER (rutter_live_filter_get_type ())

G_DECLARE_FINAL_TYPE (RutterLiveFilter, rutter_live_filter, RUTTER, LIVE_FILTER, AdwBin)

void  rutter_live_filter_set_item  (RutterLiveFilter *self,
                                    RutterLiveItem   *item);

G_END_DECLS
