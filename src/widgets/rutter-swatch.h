/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-legend-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A painted sample in the theme of the window: of one class of a legend, or an actor's dot. */
#define RUTTER_TYPE_SWATCH (rutter_swatch_get_type ())

G_DECLARE_FINAL_TYPE (RutterSwatch, rutter_swatch, RUTTER, SWATCH, GtkWidget)

GtkWidget *rutter_swatch_new_for_legend  (RutterLegendItem  *item);
GtkWidget *rutter_swatch_new_for_actor   (const char        *code);

G_END_DECLS
