/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feeds.h"
#include "rutter-map-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is heard live, and from where: feeds are added, started, stopped, changed and removed. */
#define RUTTER_TYPE_FEEDS_DIALOG (rutter_feeds_dialog_get_type ())

G_DECLARE_FINAL_TYPE (RutterFeedsDialog, rutter_feeds_dialog, RUTTER, FEEDS_DIALOG, AdwWindow)

GtkWidget *rutter_feeds_dialog_new (GtkWindow     *parent,
                                    RutterMapView *map,
                                    RutterNetGate *gate,
                                    RutterFeeds   *feeds);

G_END_DECLS
