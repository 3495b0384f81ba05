/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-search.h"

#include "rutter-text-key.h"

G_BEGIN_DECLS

guint   rutter_search_match_count (const RutterTextKey  *words,
                                   const char           *text);
GArray *rutter_search_match_mark  (const RutterTextKey  *words,
                                   const char           *text,
                                   RutterSearchRank      rank);

G_END_DECLS
