/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-layer-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One layer in the sidebar: switch, title, counts, options, and its legend while it is shown. */
#define RUTTER_TYPE_LAYER_ROW (rutter_layer_row_get_type ())

G_DECLARE_FINAL_TYPE (RutterLayerRow, rutter_layer_row, RUTTER, LAYER_ROW, AdwBin)

GtkWidget *rutter_layer_row_new         (RutterLayerItem *item);
/* The short legend in one line a class. */
void       rutter_layer_row_set_compact (RutterLayerRow  *self,
                                         gboolean         compact);

G_END_DECLS
