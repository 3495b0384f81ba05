/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-search-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One thing that was found: its title, what matched in bold, how sure the match is, and for a
 * claim how sure the claim is.
 */
#define RUTTER_TYPE_SEARCH_ROW (rutter_search_row_get_type ())

G_DECLARE_FINAL_TYPE (RutterSearchRow, rutter_search_row, RUTTER, SEARCH_ROW, GtkListBoxRow)

GtkWidget        *rutter_search_row_new       (RutterSearchItem  *item);
RutterSearchItem *rutter_search_row_get_item  (RutterSearchRow   *self);

G_END_DECLS
