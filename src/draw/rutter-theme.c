/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-theme.h"

/* How far actors' colours go towards white on dark ground. */
#define DARK_LIGHTENING 0.15
/* With more contrast: towards white on black, towards black on white, so that each stands at least
 * 3 to 1 on land and sea (WCAG 2.1, 1.4.11). */
#define CONTRAST_LIGHTENING 0.35
#define CONTRAST_DARKENING 0.30

/* 0xRRGGBB and an opacity of 0 to 1. */
#define COLOR(rgb, alpha) { ((rgb) >> 16 & 0xff) / 255.0, ((rgb) >> 8 & 0xff) / 255.0, \
                            ((rgb) & 0xff) / 255.0, (alpha) }

static const RutterTheme themes[RUTTER_N_THEME] = {
  [RUTTER_THEME_LIGHT] = {
    .id = "light",
    .sea = COLOR (0xcddde9, 1),
    .land = COLOR (0xf6f3ec, 1),
    .coast = COLOR (0x8fa3b3, 1),
    .water_line = COLOR (0xb3cce0, 1),
    .boundary = COLOR (0xb8a899, 1),
    .graticule = COLOR (0xffffff, 0.45),
    .country = COLOR (0x8a8276, 1),
    .sea_name = COLOR (0x6f8ca6, 1),
    .city = COLOR (0x57534c, 1),
    .city_text = COLOR (0x57534c, 1),
    .water_text = COLOR (0x6f8ca6, 1),
    .passage = COLOR (0x3d5a73, 1),
    .text = COLOR (0x2e2b27, 1),
    .text_dim = COLOR (0x625d56, 1),
    .accent = COLOR (0x1a5fb4, 1),
    .panel = COLOR (0xfdfcf9, 0.92),
    .line_growth = 1,
    .halo_px = 2,
  },
  [RUTTER_THEME_DARK] = {
    .id = "dark",
    .sea = COLOR (0x161e26, 1),
    .land = COLOR (0x252d35, 1),
    .coast = COLOR (0x4a5c6b, 1),
    .water_line = COLOR (0x293d4f, 1),
    .boundary = COLOR (0x5c595c, 1),
    .graticule = COLOR (0xffffff, 0.08),
    .country = COLOR (0x8d9299, 1),
    .sea_name = COLOR (0x5e7a94, 1),
    .city = COLOR (0xc3c7cc, 1),
    .city_text = COLOR (0xc3c7cc, 1),
    .water_text = COLOR (0x5e7a94, 1),
    .passage = COLOR (0x86a3bd, 1),
    .text = COLOR (0xf0f1f2, 1),
    .text_dim = COLOR (0xa9b0b8, 1),
    .accent = COLOR (0x78aeed, 1),
    .panel = COLOR (0x1c242c, 0.92),
    .is_dark = TRUE,
    .line_growth = 1,
    .halo_px = 2,
  },
  [RUTTER_THEME_PRINT] = {
    .id = "print",
    .sea = COLOR (0xffffff, 1),
    .land = COLOR (0xefefec, 1),
    .coast = COLOR (0x7a868f, 1),
    .water_line = COLOR (0xb8c2ca, 1),
    .boundary = COLOR (0xa8a19a, 1),
    .graticule = COLOR (0x000000, 0.10),
    .country = COLOR (0x6b665f, 1),
    .sea_name = COLOR (0x6f8ca6, 1),
    .city = COLOR (0x44413c, 1),
    .city_text = COLOR (0x44413c, 1),
    .water_text = COLOR (0x6f8ca6, 1),
    .passage = COLOR (0x3d5a73, 1),
    .text = COLOR (0x1f1d1a, 1),
    .text_dim = COLOR (0x55514b, 1),
    .accent = COLOR (0x1a5fb4, 1),
    .panel = COLOR (0xffffff, 1),
    .line_growth = 1,
    .halo_px = 2,
  },
  [RUTTER_THEME_CONTRAST] = {
    .id = "contrast",
    .sea = COLOR (0xdcebf7, 1),
    .land = COLOR (0xffffff, 1),
    .coast = COLOR (0x1f2d38, 1),
    .water_line = COLOR (0x5583ad, 1),
    .boundary = COLOR (0x6b4a2b, 1),
    .graticule = COLOR (0x000000, 0.12),
    .country = COLOR (0x3d372f, 1),
    .sea_name = COLOR (0x123e66, 1),
    .city = COLOR (0x000000, 1),
    .city_text = COLOR (0x1a1815, 1),
    .water_text = COLOR (0x123e66, 1),
    .passage = COLOR (0x0f2c45, 1),
    .text = COLOR (0x000000, 1),
    .text_dim = COLOR (0x2b2926, 1),
    .accent = COLOR (0x0a4288, 1),
    .panel = COLOR (0xffffff, 1),
    .is_contrast = TRUE,
    .line_growth = 1.3,
    .halo_px = 3,
  },
  [RUTTER_THEME_CONTRAST_DARK] = {
    .id = "contrast-dark",
    .sea = COLOR (0x000000, 1),
    .land = COLOR (0x1b1f24, 1),
    .coast = COLOR (0xc8d3dc, 1),
    .water_line = COLOR (0x4480b4, 1),
    .boundary = COLOR (0xd8c8a8, 1),
    .graticule = COLOR (0xffffff, 0.2),
    .country = COLOR (0xe0e3e6, 1),
    .sea_name = COLOR (0x8fc4f2, 1),
    .city = COLOR (0xffffff, 1),
    .city_text = COLOR (0xf4f5f6, 1),
    .water_text = COLOR (0x8fc4f2, 1),
    .passage = COLOR (0xcfe6fb, 1),
    .text = COLOR (0xffffff, 1),
    .text_dim = COLOR (0xd8dce0, 1),
    .accent = COLOR (0x8cc0ff, 1),
    .panel = COLOR (0x000000, 1),
    .is_dark = TRUE,
    .is_contrast = TRUE,
    .line_growth = 1.3,
    .halo_px = 3,
  },
};

/* Okabe-Ito and kin, one fixed colour an actor in map, table, chart and figure. */
static const struct
{
  const char  *code;
  RutterColor  color;
} actors[] = {
  { "RU", COLOR (0xd55e00, 1) },
  { "SU", COLOR (0x9c4500, 1) },
  { "IR", COLOR (0x009e73, 1) },
  { "KP", COLOR (0xcc79a7, 1) },
  { "CN", COLOR (0xe69f00, 1) },
  { "HK", COLOR (0xb87f00, 1) },
  { "UA", COLOR (0x0072b2, 1) },
  { "US", COLOR (0x56b4e9, 1) },
  { "KR", COLOR (0x4f6d9a, 1) },
  { "IN", COLOR (0x7a6fbe, 1) },
  { "ZA", COLOR (0x6b8e23, 1) },
  { "GR", COLOR (0x2e86ab, 1) },
};

static const RutterColor other_actors = COLOR (0x6e7781, 1);

/* Towards a grey: 1 is white, 0 black. */
static RutterColor
shade (RutterColor color,
       double      grey,
       double      amount)
{
  color.r += (grey - color.r) * amount;
  color.g += (grey - color.g) * amount;
  color.b += (grey - color.b) * amount;

  return color;
}

/**
 * rutter_theme_get:
 *
 * Returns: (transfer none): a theme that lives as long as the program
 */
const RutterTheme *
rutter_theme_get (RutterThemeId id)
{
  g_return_val_if_fail ((guint)id < RUTTER_N_THEME, &themes[RUTTER_THEME_LIGHT]);

  return &themes[id];
}

/**
 * rutter_theme_from_id:
 * @id: (nullable): a theme's word, as on the command line
 * @theme: (out): untouched when there is no such theme
 */
gboolean
rutter_theme_from_id (const char    *id,
                      RutterThemeId *theme)
{
  for (guint i = 0; i < RUTTER_N_THEME; i++)
    if (g_strcmp0 (themes[i].id, id) == 0)
      {
        *theme = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * rutter_theme_get_actor:
 * @actor_code: (nullable): such as `RU`; what is not in the table gets the grey of all others
 */
RutterColor
rutter_theme_get_actor (const RutterTheme *self,
                        const char        *actor_code)
{
  RutterColor color = other_actors;

  g_return_val_if_fail (self != NULL, color);

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    if (g_strcmp0 (actors[i].code, actor_code) == 0)
      color = actors[i].color;

  if (self->is_dark)
    return shade (color, 1, self->is_contrast ? CONTRAST_LIGHTENING : DARK_LIGHTENING);

  return self->is_contrast ? shade (color, 0, CONTRAST_DARKENING) : color;
}

/* The theme of a window. */
RutterThemeId
rutter_theme_choose (gboolean is_dark,
                     gboolean is_contrast)
{
  if (is_contrast)
    return is_dark ? RUTTER_THEME_CONTRAST_DARK : RUTTER_THEME_CONTRAST;

  return is_dark ? RUTTER_THEME_DARK : RUTTER_THEME_LIGHT;
}

void
rutter_theme_set_source (cairo_t     *cr,
                         RutterColor  color)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
}
