/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-sprites.h"

#include <math.h>

#define N_ANGLES 48
#define NO_ANGLE N_ANGLES
/* Pixels. */
#define OUTLINE 0.9
#define BORDER 1.3

/* How much of the colour a fill has. */
static const double fills[RUTTER_N_POINT_STATE] = {
  [RUTTER_POINT_FRESH] = 1, [RUTTER_POINT_STALE] = 0.4, [RUTTER_POINT_LOST] = 0,
};

/* Diameters at world zoom and close by, pixels. */
static const struct
{
  double far_px, near_px;
} sizes[RUTTER_N_POINT_KIND] = {
  [RUTTER_POINT_UNKNOWN] = { 5, 8 },   [RUTTER_POINT_CLASS_A] = { 8, 15 },
  [RUTTER_POINT_CLASS_B] = { 6.5, 11 }, [RUTTER_POINT_STATION] = { 5, 10 },
  [RUTTER_POINT_AIRCRAFT] = { 9, 15 }, [RUTTER_POINT_AID] = { 5, 9 },
  [RUTTER_POINT_EMERGENCY] = { 15, 19 },
};

typedef struct
{
  int       side;
  guint32  *pixels;
} Sprite;

struct _RutterPointSprites
{
  const RutterTheme *theme;
  double             zoom, rotation, scale;
  Sprite             sprites[RUTTER_N_POINT_KIND][RUTTER_N_POINT_STATE][N_ANGLES + 1];
};

/* Of what only listens to the air: a slate that no actor has. */
RutterColor
rutter_point_sprites_get_color (const RutterTheme *theme)
{
  if (theme->is_contrast)
    return theme->text;

  return theme->is_dark ? (RutterColor) { 0.70, 0.79, 0.87, 1 }
                        : (RutterColor) { 0.18, 0.28, 0.38, 1 };
}

/* Returns: logical pixels */
double
rutter_point_sprites_get_size (RutterPointKind kind,
                               double          zoom)
{
  double near = CLAMP ((zoom - 5) / 6, 0.0, 1.0);
  /* Whole seas in view: a lane is a thread of grains, or it would hide what is claimed. */
  double far = CLAMP ((zoom - 2) / 3, 0.6, 1.0);

  return (sizes[kind].far_px + (sizes[kind].near_px - sizes[kind].far_px) * near) * far;
}

static void
add_hull (cairo_t *cr,
          double   r,
          double   width)
{
  cairo_move_to (cr, 0, -r * 1.1);
  cairo_line_to (cr, r * width, -r * 0.2);
  cairo_line_to (cr, r * width * 0.9, r);
  cairo_line_to (cr, -r * width * 0.9, r);
  cairo_line_to (cr, -r * width, -r * 0.2);
  cairo_close_path (cr);
}

static void
add_cross (cairo_t *cr,
           double   r)
{
  static const double corners[][2] = {
    { 0.16, -1 }, { 0.16, -0.25 }, { 1, 0.15 }, { 1, 0.4 }, { 0.16, 0.2 }, { 0.12, 0.7 },
    { 0.45, 0.9 }, { 0.45, 1.05 }, { -0.45, 1.05 }, { -0.45, 0.9 }, { -0.12, 0.7 },
    { -0.16, 0.2 }, { -1, 0.4 }, { -1, 0.15 }, { -0.16, -0.25 }, { -0.16, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    cairo_line_to (cr, corners[i][0] * r, corners[i][1] * r);
  cairo_close_path (cr);
}

static void
add_shape (cairo_t         *cr,
           RutterPointKind  kind,
           gboolean         heads,
           double           r)
{
  cairo_new_path (cr);
  switch (kind)
    {
    case RUTTER_POINT_CLASS_A:
    case RUTTER_POINT_CLASS_B:
      if (heads)
        add_hull (cr, r, kind == RUTTER_POINT_CLASS_A ? 0.55 : 0.42);
      else
        cairo_arc (cr, 0, 0, r * 0.72, 0, 2 * G_PI);
      break;
    case RUTTER_POINT_STATION:
      cairo_rectangle (cr, -r * 0.8, -r * 0.8, r * 1.6, r * 1.6);
      break;
    case RUTTER_POINT_AIRCRAFT:
      add_cross (cr, r);
      break;
    case RUTTER_POINT_AID:
      cairo_move_to (cr, 0, -r);
      cairo_line_to (cr, r, 0);
      cairo_line_to (cr, 0, r);
      cairo_line_to (cr, -r, 0);
      cairo_close_path (cr);
      break;
    case RUTTER_POINT_EMERGENCY:
    case RUTTER_POINT_UNKNOWN:
    case RUTTER_N_POINT_KIND:
    default:
      cairo_arc (cr, 0, 0, r * 0.85, 0, 2 * G_PI);
      break;
    }
}

static void
paint_detail (cairo_t         *cr,
              RutterPointKind  kind,
              double           r)
{
  if (kind == RUTTER_POINT_STATION)
    {
      cairo_move_to (cr, 0, -r * 0.5);
      cairo_line_to (cr, 0, r * 0.5);
    }
  else if (kind == RUTTER_POINT_EMERGENCY)
    {
      cairo_move_to (cr, -r * 0.42, -r * 0.42);
      cairo_line_to (cr, r * 0.42, r * 0.42);
      cairo_move_to (cr, r * 0.42, -r * 0.42);
      cairo_line_to (cr, -r * 0.42, r * 0.42);
    }
  cairo_set_line_width (cr, MAX (1.2, r * 0.24));
  cairo_stroke (cr);
}

/* @angle: radians clockwise from the top of the picture; NAN when it is not known where it heads */
void
rutter_point_sprites_paint (cairo_t           *cr,
                            const RutterTheme *theme,
                            RutterPointKind    kind,
                            RutterPointState   state,
                            double             angle,
                            double             size)
{
  RutterColor color = rutter_point_sprites_get_color (theme);
  RutterColor ground = theme->land;
  double fill = fills[state];
  gboolean heads = isfinite (angle);

  if (kind == RUTTER_POINT_EMERGENCY)
    color = theme->is_dark ? (RutterColor) { 1, 0.48, 0.42, 1 }
                           : (RutterColor) { 0.75, 0.05, 0.05, 1 };
  cairo_save (cr);
  if (heads)
    cairo_rotate (cr, angle);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  add_shape (cr, kind, heads, size / 2);
  cairo_set_line_width (cr, 2 * OUTLINE);
  rutter_theme_set_source (cr, ground);
  cairo_stroke (cr);

  add_shape (cr, kind, heads, size / 2 - BORDER / 2);
  ground.r += (color.r - ground.r) * fill;
  ground.g += (color.g - ground.g) * fill;
  ground.b += (color.b - ground.b) * fill;
  rutter_theme_set_source (cr, ground);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, BORDER);
  rutter_theme_set_source (cr, color);
  cairo_stroke (cr);
  if (fill > 0.5)
    rutter_theme_set_source (cr, theme->land);
  paint_detail (cr, kind, size / 2);
  cairo_restore (cr);
}

RutterPointSprites *
rutter_point_sprites_new (const RutterTheme *theme,
                          double             zoom,
                          double             rotation,
                          double             scale)
{
  RutterPointSprites *self = g_new0 (RutterPointSprites, 1);

  self->theme = theme;
  self->zoom = zoom;
  self->rotation = rotation;
  self->scale = scale;
  return self;
}

void
rutter_point_sprites_free (RutterPointSprites *self)
{
  Sprite *sprites = &self->sprites[0][0][0];

  for (guint i = 0; i < sizeof self->sprites / sizeof (Sprite); i++)
    g_free (sprites[i].pixels);
  g_free (self);
}

static void
make_sprite (RutterPointSprites *self,
             Sprite             *sprite,
             RutterPointKind     kind,
             RutterPointState    state,
             guint               angle)
{
  double size = rutter_point_sprites_get_size (kind, self->zoom);
  double radians = angle == NO_ANGLE ? NAN : angle * 2 * G_PI / N_ANGLES + self->rotation;
  cairo_surface_t *image;
  cairo_t *cr;

  sprite->side = 2 * (int)ceil ((size * 0.62 + 2) * self->scale) + 1;
  sprite->pixels = g_new0 (guint32, sprite->side * sprite->side);
  image = cairo_image_surface_create_for_data ((guchar *)sprite->pixels, CAIRO_FORMAT_ARGB32,
                                               sprite->side, sprite->side, sprite->side * 4);
  cairo_surface_set_device_scale (image, self->scale, self->scale);
  cr = cairo_create (image);
  cairo_translate (cr, sprite->side / self->scale / 2, sprite->side / self->scale / 2);
  rutter_point_sprites_paint (cr, self->theme, kind, state, radians, size);
  cairo_destroy (cr);
  cairo_surface_finish (image);
  cairo_surface_destroy (image);
}

/* @over: premultiplied, as @under */
static guint32
blend (guint32 under,
       guint32 over)
{
  guint32 rest = 255 - (over >> 24);
  guint32 rb = (under & 0xff00ff) * rest + 0x800080;
  guint32 ag = (under >> 8 & 0xff00ff) * rest + 0x800080;

  rb = (rb + (rb >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  ag = (ag + (ag >> 8 & 0xff00ff)) & 0xff00ff00;
  return over + (rb | ag);
}

static void
stamp (const Sprite    *sprite,
       cairo_surface_t *image,
       int              left,
       int              top)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image) / 4;
  guint32 *pixels = (gpointer)cairo_image_surface_get_data (image);
  int x0 = MAX (0, -left), x1 = MIN (sprite->side, width - left);
  int y0 = MAX (0, -top), y1 = MIN (sprite->side, height - top);

  for (int y = y0; y < y1; y++)
    {
      const guint32 *from = sprite->pixels + y * sprite->side;
      guint32 *to = pixels + (gsize)(top + y) * (gsize)stride;

      for (int x = x0; x < x1; x++)
        {
          guint32 alpha = from[x] >> 24;

          if (alpha == 255)
            to[left + x] = from[x];
          else if (alpha != 0)
            to[left + x] = blend (to[left + x], from[x]);
        }
    }
}

void
rutter_point_sprites_stamp (RutterPointSprites *self,
                            cairo_surface_t    *image,
                            double              x,
                            double              y,
                            RutterPointKind     kind,
                            RutterPointState    state,
                            guint               course)
{
  gboolean turns = kind == RUTTER_POINT_CLASS_A || kind == RUTTER_POINT_CLASS_B ||
                   kind == RUTTER_POINT_AIRCRAFT;
  guint angle = turns && course != RUTTER_POINT_NO_ANGLE
                ? (course * N_ANGLES + 1800) / 3600 % N_ANGLES : NO_ANGLE;
  Sprite *sprite = &self->sprites[kind][state][angle];

  if (sprite->pixels == NULL)
    make_sprite (self, sprite, kind, state, angle);
  stamp (sprite, image, (int)floor (x) - sprite->side / 2, (int)floor (y) - sprite->side / 2);
}
