/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is heard of a vessel right now, as broadcast: the sections of details that are made anew
 * while it is shown. Its menu asks for win.export-track with uid and
 * format (gpx, csv, geojson).
 */
#define RUTTER_TYPE_LIVE_CARD (rutter_live_card_get_type ())

G_DECLARE_FINAL_TYPE (RutterLiveCard, rutter_live_card, RUTTER, LIVE_CARD, AdwBin)

GtkWidget *rutter_live_card_new          (void);
/* NULL: nothing is heard. */
void       rutter_live_card_set_details  (RutterLiveCard  *self,
                                          RutterDetails   *details);

G_END_DECLS
