/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-legend-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A layer as the sidebar shows it: what the user sets (visible, opacity), what the picture counts
 * (in view, of all) and its legend. "counts" is notified when either count or a text changes.
 */
#define RUTTER_TYPE_LAYER_ITEM (rutter_layer_item_get_type ())

G_DECLARE_FINAL_TYPE (RutterLayerItem, rutter_layer_item, RUTTER, LAYER_ITEM, GObject)

RutterLayerItem *rutter_layer_item_new             (RutterLayerId      layer);
RutterLayerId    rutter_layer_item_get_layer       (RutterLayerItem   *self);
const char      *rutter_layer_item_get_title       (RutterLayerItem   *self);
const char      *rutter_layer_item_get_definition  (RutterLayerItem   *self);
const char      *rutter_layer_item_get_data_to     (RutterLayerItem   *self);
void             rutter_layer_item_set_texts       (RutterLayerItem   *self,
                                                    const char        *title,
                                                    const char        *definition,
                                                    const char        *data_to);
char            *rutter_layer_item_dup_counts      (RutterLayerItem   *self);
void             rutter_layer_item_set_counts      (RutterLayerItem   *self,
                                                    guint              n_in_view,
                                                    guint              n_total);
guint            rutter_layer_item_get_n_in_view   (RutterLayerItem   *self);
gboolean         rutter_layer_item_get_visible     (RutterLayerItem   *self);
void             rutter_layer_item_set_visible     (RutterLayerItem   *self,
                                                    gboolean           visible);
double           rutter_layer_item_get_opacity     (RutterLayerItem   *self);
void             rutter_layer_item_set_opacity     (RutterLayerItem   *self,
                                                    double             opacity);
GListModel      *rutter_layer_item_get_legend      (RutterLayerItem   *self);
void             rutter_layer_item_set_legend      (RutterLayerItem   *self,
                                                    GPtrArray         *entries);

G_END_DECLS
