/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-outlines.h"

#include "rutter-text-cache.h"

#include <math.h>

/* Pixels. */
#define WIDTH 1.5
#define CASING 3.5
#define TEXT 11.0
#define HALO 3.0
/* Of the inside, so that one sees on which side of an edge it is. */
#define TINT 0.07
/* Below this size on the screen only the line is drawn. */
#define LEAST_TITLED 24.0

typedef struct
{
  char        *title;
  guint        n_corners;
  RutterPoint *corners;   /* on the world square, unwrapped */
  RutterBox    box;
} Outline;

struct _RutterOutlines
{
  gatomicrefcount  ref_count;
  GArray          *outlines;
};

static void
clear_outline (gpointer data)
{
  Outline *outline = data;

  g_free (outline->title);
  g_free (outline->corners);
}

RutterOutlines *
rutter_outlines_new (void)
{
  RutterOutlines *self = g_new0 (RutterOutlines, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->outlines = g_array_new (FALSE, FALSE, sizeof (Outline));
  g_array_set_clear_func (self->outlines, clear_outline);
  return self;
}

RutterOutlines *
rutter_outlines_ref (RutterOutlines *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_outlines_unref (RutterOutlines *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->outlines);
  g_free (self);
}

/* @corners: closed by itself; no edge is longer than half the world */
void
rutter_outlines_add (RutterOutlines     *self,
                     const char         *title,
                     const RutterLonLat *corners,
                     guint               n_corners)
{
  Outline outline = { g_strdup (title), n_corners, g_new (RutterPoint, n_corners), { 0, } };
  double lon = n_corners > 0 ? corners[0].lon : 0;

  rutter_box_init (&outline.box);
  for (guint i = 0; i < n_corners; i++)
    {
      lon = rutter_geo_unwrap_lon (corners[i].lon, lon);
      outline.corners[i] = rutter_mercator_project ((RutterLonLat) { lon, corners[i].lat });
      rutter_box_add (&outline.box, outline.corners[i]);
    }
  g_array_append_val (self->outlines, outline);
}

guint
rutter_outlines_get_n (RutterOutlines *self)
{
  return self->outlines->len;
}

/* A chain line, which no claim is drawn with. */
static void
stroke (cairo_t           *cr,
        const RutterTheme *theme)
{
  const double dashes[] = { 10, 3, 2, 3 };

  cairo_set_line_width (cr, CASING * theme->line_growth);
  cairo_set_source_rgba (cr, theme->land.r, theme->land.g, theme->land.b, 0.7);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, WIDTH * theme->line_growth);
  rutter_theme_set_source (cr, theme->accent);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Above the topmost corner, where it hides least of what is inside. */
static void
write_title (const Outline     *outline,
             cairo_t           *cr,
             const RutterView  *view,
             const RutterTheme *theme,
             RutterTextCache   *texts,
             RutterPoint        top)
{
  const RutterTextStyle style = {
    .size_px = TEXT * (view->text_scale > 0 ? view->text_scale : 1), .bold = TRUE,
    .max_px = 220, .color = theme->text, .halo = theme->land,
  };
  const RutterText *text = rutter_text_cache_get (texts, outline->title, &style);

  cairo_move_to (cr, round (top.x - text->size.x / 2 + text->origin.x),
                 round (top.y - text->size.y - 2 + text->origin.y));
  pango_cairo_layout_path (cr, text->layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, MAX (HALO, 2 * theme->halo_px));
  rutter_theme_set_source (cr, theme->land);
  cairo_stroke_preserve (cr);
  rutter_theme_set_source (cr, theme->text);
  cairo_fill (cr);
}

static void
paint_outline (const Outline     *outline,
               cairo_t           *cr,
               const RutterView  *view,
               const RutterTheme *theme,
               RutterTextCache   *texts,
               int                copy)
{
  RutterPoint top = { 0, G_MAXDOUBLE };
  double size = rutter_view_get_world_size (view) *
                MAX (outline->box.x1 - outline->box.x0, outline->box.y1 - outline->box.y0);

  for (guint i = 0; i < outline->n_corners; i++)
    {
      const RutterPoint world = { outline->corners[i].x + copy, outline->corners[i].y };
      RutterPoint pixel = rutter_view_to_pixel (view, world);

      cairo_line_to (cr, pixel.x, pixel.y);
      if (pixel.y < top.y)
        top = pixel;
    }
  cairo_close_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, theme->accent.r, theme->accent.g, theme->accent.b, TINT);
  cairo_fill_preserve (cr);
  stroke (cr, theme);
  if (size >= LEAST_TITLED)
    write_title (outline, cr, view, theme, texts, top);
}

/* On any thread. */
void
rutter_outlines_paint (RutterOutlines    *self,
                       cairo_t           *cr,
                       const RutterView  *view,
                       const RutterTheme *theme)
{
  g_autoptr(RutterTextCache) texts = rutter_text_cache_new ();

  rutter_text_cache_begin (texts);
  cairo_save (cr);
  for (guint i = 0; i < self->outlines->len; i++)
    {
      const Outline *outline = &g_array_index (self->outlines, Outline, i);
      int first, last;

      rutter_view_get_copies (view, &outline->box, &first, &last);
      for (int copy = first; copy <= last; copy++)
        {
          cairo_new_path (cr);
          paint_outline (outline, cr, view, theme, texts, copy);
        }
    }
  cairo_restore (cr);
}
