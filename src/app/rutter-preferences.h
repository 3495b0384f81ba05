/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The state kept from one start to the next: layers, actors, camera, window. A plain file in the
 * user's configuration folder, so that neither dconf nor a session bus is needed; where it cannot
 * be written, the state lasts as long as the program.
 */
GSettings *rutter_preferences_new    (void);
void       rutter_preferences_guard  (void);

G_END_DECLS
