/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of a column view of RutterTargetItem. The view sorts nothing itself: what its head
 * says is read here, and a worker sorts the list.
 */
typedef struct _RutterTargetColumns RutterTargetColumns;

RutterTargetColumns *rutter_target_columns_new       (GtkColumnView        *view);
void                 rutter_target_columns_free      (RutterTargetColumns  *self);
RutterTargetColumn   rutter_target_columns_get_order (RutterTargetColumns  *self,
                                                      gboolean             *descending);

G_END_DECLS
