/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of months (1 to 12) in the running language: "May" by itself, "May" behind a day or where
 * a period starts (a case of its own in many languages), and as short as a scale needs it.
 */
const char *rutter_month_get_name         (int month);
const char *rutter_month_get_name_in_date (int month);
const char *rutter_month_get_short_name   (int month);

G_END_DECLS
