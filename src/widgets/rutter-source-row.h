/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One source of a claim: publisher, title, date, what it says about the claim, and a button that
 * asks for win.open-address.
 */
#define RUTTER_TYPE_SOURCE_ROW (rutter_source_row_get_type ())

G_DECLARE_FINAL_TYPE (RutterSourceRow, rutter_source_row, RUTTER, SOURCE_ROW, AdwBin)

GtkWidget *rutter_source_row_new (const RutterDetailsSource *source);

G_END_DECLS
