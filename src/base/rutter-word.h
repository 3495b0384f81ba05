/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of the catalogue's vocabulary ("port-call", "ro-ro cargo", "former") as people read
 * them; files and JSON keep the id.
 */
char *rutter_word_to_text  (const char  *id);

G_END_DECLS
