/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-window.h"

G_BEGIN_DECLS

/* What the menu does with catalogues. Adds to the window (win.) open-recent (path), new-catalogue
 * and save-copy, keeps the menu of recent ones, and asks when a newer starter has come with the
 * program.
 */
#define RUTTER_TYPE_CATALOG_MENU (rutter_catalog_menu_get_type ())

G_DECLARE_FINAL_TYPE (RutterCatalogMenu, rutter_catalog_menu, RUTTER, CATALOG_MENU, GObject)

/* @window owns it; @settings: (nullable) */
RutterCatalogMenu *rutter_catalog_menu_new (RutterWindow *window,
                                            GSettings    *settings,
                                            GMenu        *recent);

G_END_DECLS
