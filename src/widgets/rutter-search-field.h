/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-search-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The entry in the header bar with what it found below: the focus stays in the entry, Up and Down
 * choose, Return opens.
 *
 * Signals:
 *   asked (words)   something else is asked; answered with rutter_search_field_show_results()
 *   chosen (uid)    an object is to be opened
 *   left ()         Escape: the map may have the focus again
 */
#define RUTTER_TYPE_SEARCH_FIELD (rutter_search_field_get_type ())

G_DECLARE_FINAL_TYPE (RutterSearchField, rutter_search_field, RUTTER, SEARCH_FIELD, AdwBin)

void      rutter_search_field_start         (RutterSearchField  *self);
gboolean  rutter_search_field_stop          (RutterSearchField  *self);
void      rutter_search_field_forget        (RutterSearchField  *self);
void      rutter_search_field_show_results  (RutterSearchField  *self,
                                             const char         *words,
                                             GPtrArray          *items,
                                             guint               n_found);
/* Another one than the header bar's: Ctrl+F is not its own, and its list is narrow. */
void      rutter_search_field_make_local    (RutterSearchField  *self);
/* What it says of itself while it is empty. */
void      rutter_search_field_set_purpose   (RutterSearchField  *self,
                                             const char         *purpose);
void      rutter_search_field_clear         (RutterSearchField  *self);

G_END_DECLS
