/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-vocabulary.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  RUTTER_THEME_LIGHT,
  RUTTER_THEME_DARK,
  RUTTER_THEME_PRINT,
  RUTTER_N_THEME
} RutterThemeId;

typedef struct
{
  double r, g, b, a;
} RutterColor;

typedef struct
{
  const char  *id;               /* light, dark, print */
  RutterColor  sea, land, coast, water_line, boundary, graticule;
  RutterColor  country, sea_name, city, city_text, water_text;
  RutterColor  text, text_dim, accent, panel; /* panel: the ground of legend and scale */
  gboolean     is_dark;
} RutterTheme;

const RutterTheme *rutter_theme_get           (RutterThemeId      id);
gboolean           rutter_theme_from_id       (const char        *id,
                                               RutterThemeId     *theme);
RutterColor        rutter_theme_get_actor     (const RutterTheme *self,
                                               const char        *actor_code);
void               rutter_theme_set_source    (cairo_t           *cr,
                                               RutterColor        color);

G_END_DECLS
