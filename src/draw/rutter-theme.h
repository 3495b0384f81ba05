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
  RUTTER_THEME_CONTRAST,
  RUTTER_THEME_CONTRAST_DARK,
  RUTTER_N_THEME
} RutterThemeId;

typedef struct
{
  double r, g, b, a;
} RutterColor;

typedef struct
{
  const char  *id;               /* light, dark, print, contrast, contrast-dark */
  RutterColor  sea, land, coast, water_line, boundary, graticule;
  RutterColor  country, sea_name, city, city_text, water_text, passage;
  RutterColor  text, text_dim, accent, panel; /* panel: the ground of legend and scale */
  gboolean     is_dark;
  gboolean     is_contrast;      /* for who needs more of it: a 7 to 1 of every name */
  double       line_growth;      /* what the widths of lines are multiplied by */
  double       halo_px;          /* round names */
} RutterTheme;

const RutterTheme *rutter_theme_get           (RutterThemeId      id);
gboolean           rutter_theme_from_id       (const char        *id,
                                               RutterThemeId     *theme);
RutterThemeId      rutter_theme_choose        (gboolean           is_dark,
                                               gboolean           is_contrast);
RutterColor        rutter_theme_get_actor     (const RutterTheme *self,
                                               const char        *actor_code);
void               rutter_theme_set_source    (cairo_t           *cr,
                                               RutterColor        color);

G_END_DECLS
