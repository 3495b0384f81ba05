/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-areas.h"

#include "rutter-painter.h"
#include "rutter-raster-layer.h"

struct _RutterMapAreas
{
  ShumateMap        *map;
  ShumateLayer      *above;    /* of the map: under this one they lie */
  RutterRasterLayer *layer;    /* likewise; NULL: there are none */
  RutterOutlines    *outlines; /* or NULL */
  RutterThemeId      theme;
};

/* What a worker paints. */
typedef struct
{
  RutterOutlines *outlines;
  RutterThemeId   theme;
} Areas;

static void
paint_areas (cairo_t          *cr,
             const RutterView *view,
             gpointer          data)
{
  Areas *areas = data;

  rutter_outlines_paint (areas->outlines, cr, view, rutter_theme_get (areas->theme));
}

static void
free_areas (gpointer data)
{
  Areas *areas = data;

  rutter_outlines_unref (areas->outlines);
  g_free (areas);
}

static void
update (RutterMapAreas *self)
{
  Areas *areas;
  g_autoptr(RutterPainter) painter = NULL;

  if (self->layer == NULL)
    return;

  areas = g_new0 (Areas, 1);
  areas->outlines = rutter_outlines_ref (self->outlines);
  areas->theme = self->theme;
  painter = rutter_painter_new (paint_areas, areas, free_areas);
  rutter_raster_layer_set_painter (self->layer, painter);
}

/* @above: a layer of @map, which they lie under */
RutterMapAreas *
rutter_map_areas_new (ShumateMap   *map,
                      ShumateLayer *above)
{
  RutterMapAreas *self = g_new0 (RutterMapAreas, 1);

  self->map = map;
  self->above = above;
  return self;
}

/* The layer is the map's, and may have gone before. */
void
rutter_map_areas_free (RutterMapAreas *self)
{
  g_clear_pointer (&self->outlines, rutter_outlines_unref);
  g_free (self);
}

void
rutter_map_areas_set (RutterMapAreas *self,
                      RutterOutlines *outlines)
{
  gboolean is_there = outlines != NULL && rutter_outlines_get_n (outlines) > 0;

  g_clear_pointer (&self->outlines, rutter_outlines_unref);
  if (is_there)
    self->outlines = rutter_outlines_ref (outlines);

  if (!is_there && self->layer != NULL)
    {
      shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->layer));
      self->layer = NULL;
    }
  else if (is_there && self->layer == NULL)
    {
      self->layer = rutter_raster_layer_new (shumate_map_get_viewport (self->map), FALSE);
      shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->layer), self->above);
    }
  update (self);
}

void
rutter_map_areas_set_theme (RutterMapAreas *self,
                            RutterThemeId   theme)
{
  self->theme = theme;
  update (self);
}

/* Whether what is to be seen of them is painted. */
gboolean
rutter_map_areas_is_settled (RutterMapAreas *self)
{
  return self->layer == NULL || rutter_raster_layer_is_settled (self->layer);
}
