/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ground.h"

G_BEGIN_DECLS

/* Logical pixels that the bar with its panel takes at most, and always. */
#define RUTTER_SCALE_BAR_WIDTH 180
#define RUTTER_SCALE_BAR_HEIGHT 40

double  rutter_scale_bar_choose_length  (double       longest);
char   *rutter_scale_bar_format_length  (double       length,
                                         const char  *unit);

G_END_DECLS
