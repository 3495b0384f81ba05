/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sprites.h"

#include <math.h>

/* Courses are told apart by so many degrees, opacities by so many parts. */
#define COURSE_STEP 5
#define N_OPACITY 255
/* The greatest number that a hub writes is that of those above 99. */
#define MAX_NUMBER 100

struct _RutterSprites
{
  const RutterTheme *theme;
  RutterTextCache   *texts;
  double             zoom, rotation, scale;
  GHashTable        *images;   /* key -> cairo_surface_t */
};

RutterSprites *
rutter_sprites_new (const RutterTheme *theme,
                    RutterTextCache   *texts,
                    double             zoom,
                    double             rotation,
                    double             scale)
{
  RutterSprites *self = g_new0 (RutterSprites, 1);

  self->theme = theme;
  self->texts = texts;
  self->zoom = zoom;
  self->rotation = rotation;
  self->scale = scale;
  self->images = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify)cairo_surface_destroy);
  return self;
}

void
rutter_sprites_free (RutterSprites *self)
{
  g_hash_table_unref (self->images);
  g_free (self);
}

/* All that a symbol's looks hang on, besides what is the same for all of a painting. */
static gint64
get_key (const RutterSprites *self,
         const RutterMark    *mark,
         double               alpha)
{
  RutterColor color = rutter_theme_get_actor (self->theme, mark->actor);
  gint64 key = ((int)(color.r * 255) << 16 | (int)(color.g * 255) << 8 | (int)(color.b * 255));
  gboolean has_course = mark->symbol == RUTTER_SYMBOL_VESSEL && isfinite (mark->course_deg);
  int course = has_course ? 1 + (int)fmod (fabs (mark->course_deg), 360) / COURSE_STEP : 0;
  int number = mark->symbol == RUTTER_SYMBOL_HUB ? MIN (mark->n_claims, MAX_NUMBER) : 0;

  key = key << 4 | (gint64)mark->symbol;
  key = key << 4 | (gint64)mark->status;
  key = key << 1 | (mark->denied != FALSE);
  key = key << 1 | (mark->inferred != FALSE);
  key = key << 7 | (gint64)number;
  key = key << 7 | (gint64)course;
  return key << 8 | (gint64)(alpha * N_OPACITY);
}

static cairo_surface_t *
paint_sprite (const RutterSprites *self,
              const RutterMark    *mark,
              double               alpha,
              double               ground_alpha)
{
  double size = rutter_symbol_get_size (mark, self->zoom);
  /* The outline, and the sign of a denial at a corner; an odd number, so that one is the middle. */
  double reach = size * 0.6 + (mark->denied ? 8 : 2);
  int n_pixels = 2 * (int)ceil (reach * self->scale) + 1;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, n_pixels, n_pixels);
  cairo_t *cr;

  cairo_surface_set_device_scale (image, self->scale, self->scale);
  cr = cairo_create (image);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_GOOD);
  rutter_symbol_paint (cr, mark, self->theme, self->texts,
                       (RutterPoint) { n_pixels / self->scale / 2, n_pixels / self->scale / 2 },
                       size, self->rotation, alpha, ground_alpha);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

cairo_surface_t *
rutter_sprites_get (RutterSprites    *self,
                    const RutterMark *mark,
                    double            alpha,
                    double            ground_alpha)
{
  gint64 key = get_key (self, mark, alpha);
  cairo_surface_t *image = g_hash_table_lookup (self->images, &key);

  if (image == NULL)
    {
      image = paint_sprite (self, mark, alpha, ground_alpha);
      g_hash_table_insert (self->images, g_memdup2 (&key, sizeof key), image);
    }

  return image;
}
