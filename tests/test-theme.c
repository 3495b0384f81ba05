/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-theme.h"

#include <math.h>

static int
to_rgb (RutterColor color)
{
  return (int)round (color.r * 255) << 16 | (int)round (color.g * 255) << 8 |
         (int)round (color.b * 255);
}

/* Relative luminance and contrast as in WCAG 2.1. */
static double
get_luminance (RutterColor color)
{
  const double channels[] = { color.r, color.g, color.b };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (channels[i] <= 0.04045 ? channels[i] / 12.92
                                                : pow ((channels[i] + 0.055) / 1.055, 2.4));

  return sum;
}

static double
get_contrast (RutterColor a,
              RutterColor b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static void
test_ids (void)
{
  RutterThemeId id;

  for (guint i = 0; i < RUTTER_N_THEME; i++)
    {
      g_assert_true (rutter_theme_from_id (rutter_theme_get (i)->id, &id));
      g_assert_cmpint (id, ==, i);
    }

  g_assert_false (rutter_theme_from_id ("sepia", &id));
  g_assert_false (rutter_theme_from_id (NULL, &id));
}

static void
test_colors (void)
{
  g_assert_cmphex (to_rgb (rutter_theme_get (RUTTER_THEME_LIGHT)->sea), ==, 0xcddde9);
  g_assert_cmphex (to_rgb (rutter_theme_get (RUTTER_THEME_DARK)->land), ==, 0x252d35);
  g_assert_cmphex (to_rgb (rutter_theme_get (RUTTER_THEME_PRINT)->coast), ==, 0x7a868f);
  g_assert_cmpfloat (rutter_theme_get (RUTTER_THEME_LIGHT)->graticule.a, ==, 0.45);
  g_assert_true (rutter_theme_get (RUTTER_THEME_DARK)->is_dark);
  g_assert_false (rutter_theme_get (RUTTER_THEME_PRINT)->is_dark);
}

static void
test_actors (void)
{
  const RutterTheme *light = rutter_theme_get (RUTTER_THEME_LIGHT);
  const RutterTheme *dark = rutter_theme_get (RUTTER_THEME_DARK);

  g_assert_cmphex (to_rgb (rutter_theme_get_actor (light, "RU")), ==, 0xd55e00);
  g_assert_cmphex (to_rgb (rutter_theme_get_actor (light, "GR")), ==, 0x2e86ab);
  g_assert_cmphex (to_rgb (rutter_theme_get_actor (light, NULL)), ==, 0x6e7781);
  g_assert_cmphex (to_rgb (rutter_theme_get_actor (light, "XX")), ==, 0x6e7781);
  /* 15 % of the way to white */
  g_assert_cmphex (to_rgb (rutter_theme_get_actor (dark, "IR")), ==, 0x26ad88);
}

/* Text and selection are readable on every ground that they stand on. */
static void
test_contrast (void)
{
  for (guint i = 0; i < RUTTER_N_THEME; i++)
    {
      const RutterTheme *theme = rutter_theme_get (i);
      const RutterColor grounds[] = { theme->sea, theme->land, theme->panel };

      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        {
          g_test_message ("%s, ground %u", theme->id, j);
          g_assert_cmpfloat (get_contrast (theme->text, grounds[j]), >=, 7);
          g_assert_cmpfloat (get_contrast (theme->text_dim, grounds[j]), >=, 4.5);
          g_assert_cmpfloat (get_contrast (theme->accent, grounds[j]), >=, 4.5);
        }
    }
}

/* Who asked for more contrast gets 7 to 1 for every name and 3 to 1 for every line and colour. */
static void
test_high_contrast (void)
{
  static const char *const codes[] = { "RU", "SU", "IR", "KP", "CN", "HK", "UA", "US", "KR", "IN",
                                       "ZA", "GR", NULL };
  guint n_found = 0;

  for (guint i = 0; i < RUTTER_N_THEME; i++)
    {
      const RutterTheme *theme = rutter_theme_get (i);

      g_assert_cmpfloat (theme->line_growth, >, 0);
      if (!theme->is_contrast)
        continue;

      n_found++;
      g_test_message ("%s", theme->id);
      g_assert_cmpfloat (get_contrast (theme->country, theme->land), >=, 7);
      g_assert_cmpfloat (get_contrast (theme->city_text, theme->land), >=, 7);
      g_assert_cmpfloat (get_contrast (theme->sea_name, theme->sea), >=, 7);
      g_assert_cmpfloat (get_contrast (theme->water_text, theme->land), >=, 7);
      g_assert_cmpfloat (get_contrast (theme->coast, theme->land), >=, 4.5);
      g_assert_cmpfloat (get_contrast (theme->coast, theme->sea), >=, 4.5);
      g_assert_cmpfloat (get_contrast (theme->water_line, theme->land), >=, 3);
      g_assert_cmpfloat (get_contrast (theme->boundary, theme->land), >=, 4.5);
      for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
        {
          RutterColor actor = rutter_theme_get_actor (theme, codes[j]);

          g_test_message ("%s", codes[j]);
          g_assert_cmpfloat (get_contrast (actor, theme->land), >=, 3);
          g_assert_cmpfloat (get_contrast (actor, theme->sea), >=, 3);
        }
    }

  g_assert_cmpuint (n_found, ==, 2);
}

static void
test_choice (void)
{
  for (guint i = 0; i < 4; i++)
    {
      const RutterTheme *theme = rutter_theme_get (rutter_theme_choose (i & 1, i >> 1));

      g_assert_cmpint (theme->is_dark, ==, i & 1);
      g_assert_cmpint (theme->is_contrast, ==, i >> 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/ids", test_ids);
  g_test_add_func ("/theme/colors", test_colors);
  g_test_add_func ("/theme/actors", test_actors);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/high-contrast", test_high_contrast);
  g_test_add_func ("/theme/choice", test_choice);
  return g_test_run ();
}
