/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-painting.h"

#include <math.h>

/* A zoom difference that moves no pixel of the largest picture by a tenth of one. */
#define SAME_ZOOM 1e-5

struct _RutterPainting
{
  RutterPainter   *painter;
  RutterView       view;
  gboolean         opaque;
  cairo_surface_t *surface;
  GdkTexture      *texture; /* shares the surface's pixels */
};

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr(GBytes) bytes = NULL;

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize)stride * (gsize)height,
                                      (GDestroyNotify)cairo_surface_destroy,
                                      cairo_surface_reference (surface));

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
}

/**
 * rutter_painting_new:
 * @opaque: whether the painter fills every pixel
 *
 * Paints; meant for a worker thread.
 *
 * Returns: (nullable): NULL when there is no memory for the image
 */
RutterPainting *
rutter_painting_new (RutterPainter    *painter,
                     const RutterView *view,
                     gboolean          opaque)
{
  g_autoptr(RutterPainting) self = g_new0 (RutterPainting, 1);
  cairo_t *cr;

  self->painter = rutter_painter_ref (painter);
  self->view = *view;
  self->opaque = opaque;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                              (int)ceil (view->width * view->scale),
                                              (int)ceil (view->height * view->scale));
  if (cairo_surface_status (self->surface) != CAIRO_STATUS_SUCCESS)
    return NULL;

  cairo_surface_set_device_scale (self->surface, view->scale, view->scale);
  cr = cairo_create (self->surface);
  rutter_painter_paint (painter, cr, view);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  self->texture = create_texture (self->surface);

  return g_steal_pointer (&self);
}

/* The whole world square once, @width pixels wide and high. */
RutterPainting *
rutter_painting_new_world (RutterPainter *painter,
                           int            width)
{
  RutterView view = {
    .centre = { 0.5, 0.5 },
    .zoom = log2 (width / 256.0),
    .width = width,
    .height = width,
    .scale = 1,
  };

  return rutter_painting_new (painter, &view, TRUE);
}

void
rutter_painting_free (RutterPainting *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->painter, rutter_painter_unref);
  g_free (self);
}

const RutterView *
rutter_painting_get_view (const RutterPainting *self)
{
  return &self->view;
}

RutterPainter *
rutter_painting_get_painter (const RutterPainting *self)
{
  return self->painter;
}

/* Where the image lies in a view: its rectangle in the view's logical pixels, the copy of the
 * world that is nearest to the view's centre.
 */
static graphene_rect_t
place_image (const RutterPainting *self,
             const RutterView     *view)
{
  double world = rutter_view_get_world_size (view);
  double factor = exp2 (view->zoom - self->view.zoom);
  double dx = self->view.centre.x - view->centre.x;
  double dy = self->view.centre.y - view->centre.y;
  double width = self->view.width * factor;
  double height = self->view.height * factor;
  double x, y;

  dx -= round (dx);
  x = view->width / 2.0 + dx * world - width / 2;
  y = view->height / 2.0 + dy * world - height / 2;

  /* At its own zoom the image is moved by whole device pixels, so that text stays sharp. */
  if (fabs (view->zoom - self->view.zoom) < SAME_ZOOM)
    {
      x = round (x * view->scale) / view->scale;
      y = round (y * view->scale) / view->scale;
      width = self->view.width;
      height = self->view.height;
    }

  return GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height);
}

/**
 * rutter_painting_covers:
 * @reserve: share of the view's size that must be left on each side
 */
gboolean
rutter_painting_covers (const RutterPainting *self,
                        const RutterView     *view,
                        double                reserve)
{
  graphene_rect_t rect = place_image (self, view);
  double rx = view->width * reserve;
  double ry = view->height * reserve;

  return rect.origin.x <= -rx && rect.origin.x + rect.size.width >= view->width + rx &&
         rect.origin.y <= -ry && rect.origin.y + rect.size.height >= view->height + ry;
}

/* The cairo renderer of GTK 4.8 copies a texture whole each frame; a cairo node over the same
 * pixels blends only what is seen.
 */
static void
append_as_cairo (const RutterPainting  *self,
                 GtkSnapshot           *snapshot,
                 const RutterView      *view,
                 const graphene_rect_t *rect)
{
  double factor = rect->size.width / self->view.width;
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, view->width, view->height));
  cairo_translate (cr, rect->origin.x, rect->origin.y);
  cairo_scale (cr, factor, factor);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            factor == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_rectangle (cr, 0, 0, self->view.width, self->view.height);
  if (self->opaque && factor == 1)
    cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
append_at (const RutterPainting  *self,
           GtkSnapshot           *snapshot,
           const RutterView      *view,
           const graphene_rect_t *rect,
           gboolean               as_texture)
{
  if (as_texture)
    gtk_snapshot_append_texture (snapshot, self->texture, rect);
  else
    append_as_cairo (self, snapshot, view, rect);
}

void
rutter_painting_append (const RutterPainting *self,
                        GtkSnapshot          *snapshot,
                        const RutterView     *view,
                        gboolean              as_texture)
{
  graphene_rect_t rect = place_image (self, view);

  append_at (self, snapshot, view, &rect, as_texture);
}

/* For a painting of the whole world: every copy that the view shows. */
void
rutter_painting_append_repeated (const RutterPainting *self,
                                 GtkSnapshot          *snapshot,
                                 const RutterView     *view,
                                 gboolean              as_texture)
{
  graphene_rect_t rect = place_image (self, view);
  double world = rutter_view_get_world_size (view);
  double first = rect.origin.x - world * ceil ((rect.origin.x + rect.size.width) / world);

  for (double x = first; x < view->width; x += world)
    {
      rect.origin.x = (float)x;
      if (x + world > 0)
        append_at (self, snapshot, view, &rect, as_texture);
    }
}
