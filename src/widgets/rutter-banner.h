/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A sentence over the whole window that stays until it is dismissed. */
#define RUTTER_TYPE_BANNER (rutter_banner_get_type ())

G_DECLARE_FINAL_TYPE (RutterBanner, rutter_banner, RUTTER, BANNER, AdwBin)

/* @is_news: nothing went wrong */
void  rutter_banner_show  (RutterBanner *self,
                           const char   *message,
                           gboolean      is_news);

G_END_DECLS
