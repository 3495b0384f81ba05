/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language that the program speaks and the way it writes numbers to people. */
void        rutter_language_start  (void);
void        rutter_language_stop   (void);
const char *rutter_language_get_id (void);

G_END_DECLS
