/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-passage-set.h"
#include "rutter-sea-route.h"

G_BEGIN_DECLS

/* What a request comes to: which passages are closed, and what it named, sorted, each once. */
typedef struct
{
  RutterPassageSet   closed;    /* inland waterways apart: those depend on the stops */
  RutterPassageSet   open;
  char             **avoided;
  char             **opened;
} RutterSeaOrder;

gboolean rutter_sea_order_init  (RutterSeaOrder          *self,
                                 const RutterSeaRequest  *request,
                                 RutterPassages          *passages,
                                 GError                 **error);
void     rutter_sea_order_clear (RutterSeaOrder          *self);
gboolean rutter_sea_order_find_passage
                                (RutterPassages          *passages,
                                 const char              *id,
                                 guint                   *index,
                                 GError                 **error);

G_END_DECLS
