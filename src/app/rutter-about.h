/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The About window: what the program is and is not, licences and attributions of code and data. */
void rutter_about_present (GtkWindow *parent);

G_END_DECLS
