/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-vocabulary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How sure a claim is, as a pill with the word in it: never a colour or an icon alone. */
#define RUTTER_TYPE_STATUS_BADGE (rutter_status_badge_get_type ())

G_DECLARE_FINAL_TYPE (RutterStatusBadge, rutter_status_badge, RUTTER, STATUS_BADGE, AdwBin)

GtkWidget *rutter_status_badge_new             (RutterStatus  status);
GtkWidget *rutter_status_badge_new_for_denial  (void);
GtkWidget *rutter_status_badge_new_for_map         (void);
GtkWidget *rutter_status_badge_new_for_computation (void);

G_END_DECLS
