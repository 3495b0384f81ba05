/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One class of a layer's legend, as data for a row. Only its count changes (property "n"). */
typedef struct
{
  RutterLayerId  layer;
  int            shape;   /* RutterShape of draw/, which this folder does not know */
  int            symbol;  /* RutterSymbol */
  RutterStatus   status;
  const char    *actor;   /* code; NULL: others */
  gboolean       inferred;
  gboolean       denied;
  const char    *title;
  const char    *definition;
  const char    *news;    /* what of the definition the classes above have not said yet */
  guint          n;
} RutterLegendEntry;

#define RUTTER_TYPE_LEGEND_ITEM (rutter_legend_item_get_type ())

G_DECLARE_FINAL_TYPE (RutterLegendItem, rutter_legend_item, RUTTER, LEGEND_ITEM, GObject)

RutterLegendItem        *rutter_legend_item_new        (const RutterLegendEntry  *entry);
const RutterLegendEntry *rutter_legend_item_get_entry  (RutterLegendItem         *self);
void                     rutter_legend_item_set_n      (RutterLegendItem         *self,
                                                        guint                     n);
gboolean                 rutter_legend_item_equals     (RutterLegendItem         *self,
                                                        const RutterLegendEntry  *entry);

G_END_DECLS
