/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The layer of live AIS as the sidebar shows it. Properties: "visible"; what passes the filter, for
 * all windows alike: "classes" (uint, bits of 1 << RutterPointKind, 0: any), "territory" (ISO 3166,
 * empty: any), "least-kn", "most-kn" (below 0: any), "name" (empty: any). "texts" is notified when
 * the counts or the notice change.
 */
#define RUTTER_TYPE_LIVE_ITEM (rutter_live_item_get_type ())

G_DECLARE_FINAL_TYPE (RutterLiveItem, rutter_live_item, RUTTER, LIVE_ITEM, GObject)

RutterLiveItem *rutter_live_item_new              (void);
gboolean        rutter_live_item_get_visible      (RutterLiveItem *self);
gboolean        rutter_live_item_is_filtered      (RutterLiveItem *self);
void            rutter_live_item_clear_filter     (RutterLiveItem *self);
/* How many the map shows, pass the filter and were heard in all. */
void            rutter_live_item_set_counts       (RutterLiveItem *self,
                                                   guint           n_in_view,
                                                   guint           n_passing,
                                                   guint           n_all);
char           *rutter_live_item_dup_counts       (RutterLiveItem *self);
/* A sentence while there is nothing to show; NULL: none. */
void            rutter_live_item_set_notice       (RutterLiveItem *self,
                                                   const char     *notice);
const char     *rutter_live_item_get_notice       (RutterLiveItem *self);
/* How far ahead the lines at the bows look; 0: there are none. */
void            rutter_live_item_set_minutes      (RutterLiveItem *self,
                                                   double          minutes);
double          rutter_live_item_get_minutes      (RutterLiveItem *self);

G_END_DECLS
