/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of a state, territory or body of states, which a catalogue has in English, as people
 * read it; files and JSON keep the catalogue's.
 */
const char *rutter_actor_name_to_text (const char *title);

G_END_DECLS
