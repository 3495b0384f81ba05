/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as people write them in the user's locale: decimal comma or point, groups of digits.
 * For screens and pictures only; never for a file that is read again.
 */
void  rutter_number_start    (void);
void  rutter_number_stop     (void);
char *rutter_number_to_text  (double  value,
                              int     n_decimals);
char *rutter_count_to_text   (gint64  count);

G_END_DECLS
