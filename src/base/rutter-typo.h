/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rutter_typo_is_allowed (const char  *word,
                                 gsize        length);
gboolean rutter_typo_is_near    (const char  *a,
                                 gsize        a_length,
                                 const char  *b,
                                 gsize        b_length);

G_END_DECLS
