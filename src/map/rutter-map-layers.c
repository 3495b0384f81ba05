/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-layers.h"

#include "rutter-painter.h"
#include "rutter-raster-layer.h"
#include "rutter-shared-placer.h"

/* What is left of the scene while something in it is lit. */
#define STEPPED_BACK 0.55
/* How much of a tile is seen. */
#define TILES_LIGHT 0.8
#define TILES_DARK 0.3
/* How near the pointer has to be, in logical pixels. */
#define PICK_RADIUS 8.0
#define LIVE_PICK_RADIUS 7.0

struct _RutterMapLayers
{
  ShumateMap        *map;
  /* of the map */
  RutterRasterLayer *ground;
  RutterRasterLayer *scene;
  RutterRasterLayer *lit;
  RutterMapLive     *live;
  ShumateLayer      *underlay; /* NULL: there are no tiles */

  RutterTileSource  *tiles;
  RutterBasemap     *basemap;
  RutterNames       *names;
  RutterPicture     *picture;
  RutterPicker      *picker; /* of picture */
  RutterThemeId      theme;
  char              *selected;

  RutterSharedPlacer *placer; /* of the scene, kept from one painting to the next */
};

static void
update_ground (RutterMapLayers *self)
{
  g_autoptr(RutterPainter) painter =
    rutter_painter_new_ground (self->tiles == NULL ? self->basemap : NULL, self->theme);

  rutter_raster_layer_set_painter (self->ground, painter);
}

/* Maps are made for white paper: here they step back behind what is drawn on them. */
static void
update_dimming (RutterMapLayers *self)
{
  if (self->underlay != NULL)
    gtk_widget_set_opacity (GTK_WIDGET (self->underlay),
                            rutter_theme_get (self->theme)->is_dark ? TILES_DARK : TILES_LIGHT);
}

static void
update_scene (RutterMapLayers *self)
{
  g_autoptr(RutterPainter) painter =
    rutter_painter_new_scene (self->picture, self->names, self->theme, self->selected,
                              self->placer);

  rutter_raster_layer_set_painter (self->scene, painter);
}

/* The rest steps back when what is lit can be seen, not before. */
static void
on_lit_painted_cb (RutterMapLayers *self)
{
  if (rutter_raster_layer_is_settled (self->lit))
    gtk_widget_set_opacity (GTK_WIDGET (self->scene), STEPPED_BACK);
}

RutterMapLayers *
rutter_map_layers_new (ShumateMap *map)
{
  RutterMapLayers *self = g_new0 (RutterMapLayers, 1);
  ShumateViewport *viewport = shumate_map_get_viewport (map);

  self->map = map;
  self->placer = rutter_shared_placer_new ();
  self->ground = rutter_raster_layer_new (viewport, TRUE);
  self->scene = rutter_raster_layer_new (viewport, FALSE);
  self->lit = rutter_raster_layer_new (viewport, FALSE);
  g_signal_connect_swapped (self->lit, "painted", G_CALLBACK (on_lit_painted_cb), self);
  shumate_map_add_layer (map, SHUMATE_LAYER (self->ground));
  shumate_map_add_layer (map, SHUMATE_LAYER (self->scene));
  shumate_map_add_layer (map, SHUMATE_LAYER (self->lit));
  self->live = rutter_map_live_new (GTK_WIDGET (map), self->placer);
  update_ground (self);
  update_scene (self);

  return self;
}

/* When the map has gone; layers that have are silent. */
void
rutter_map_layers_free (RutterMapLayers *self)
{
  rutter_map_live_free (self->live);
  g_clear_pointer (&self->picker, rutter_picker_free);
  g_clear_pointer (&self->picture, rutter_picture_unref);
  g_clear_pointer (&self->names, rutter_names_unref);
  g_clear_pointer (&self->basemap, rutter_basemap_unref);
  g_clear_object (&self->tiles);
  rutter_shared_placer_unref (self->placer);
  g_free (self->selected);
  g_free (self);
}

void
rutter_map_layers_set_basemap (RutterMapLayers *self,
                               RutterBasemap   *basemap)
{
  g_clear_pointer (&self->basemap, rutter_basemap_unref);
  self->basemap = basemap != NULL ? rutter_basemap_ref (basemap) : NULL;
  update_ground (self);
}

void
rutter_map_layers_set_tiles (RutterMapLayers  *self,
                             RutterTileSource *tiles)
{
  if (self->underlay != NULL)
    shumate_map_remove_layer (self->map, self->underlay);
  self->underlay = NULL;
  g_set_object (&self->tiles, tiles);

  if (tiles != NULL)
    {
      self->underlay = SHUMATE_LAYER (shumate_map_layer_new (
                                        SHUMATE_MAP_SOURCE (tiles),
                                        shumate_map_get_viewport (self->map)));
      shumate_map_insert_layer_above (self->map, self->underlay, SHUMATE_LAYER (self->ground));
      update_dimming (self);
    }
  update_ground (self);
}

void
rutter_map_layers_set_names (RutterMapLayers *self,
                             RutterNames     *names)
{
  g_clear_pointer (&self->names, rutter_names_unref);
  self->names = names != NULL ? rutter_names_ref (names) : NULL;
  update_scene (self);
}

void
rutter_map_layers_take_picture (RutterMapLayers *self,
                                RutterPicture   *picture,
                                RutterPicker    *picker)
{
  g_clear_pointer (&self->picker, rutter_picker_free);
  g_clear_pointer (&self->picture, rutter_picture_unref);
  self->picture = picture;
  self->picker = picker;
  update_scene (self);
}

void
rutter_map_layers_set_selected (RutterMapLayers *self,
                                const char      *uid)
{
  if (g_strcmp0 (self->selected, uid) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (uid);
  rutter_map_live_set_selected (self->live, uid);
  update_scene (self);
}

void
rutter_map_layers_set_lit (RutterMapLayers *self,
                           const char      *uid)
{
  g_autoptr(RutterPainter) painter = NULL;
  gboolean is_live = rutter_map_live_parse_uid (uid) != 0;

  /* For a live target, which says nothing of claims, nothing steps back. */
  rutter_map_live_set_hovered (self->live, uid);
  if (uid != NULL && !is_live && self->picture != NULL)
    painter = rutter_painter_new_lit (self->picture, self->theme, uid);
  rutter_raster_layer_set_painter (self->lit, painter);
  if (painter == NULL)
    gtk_widget_set_opacity (GTK_WIDGET (self->scene), 1);
}

void
rutter_map_layers_set_theme (RutterMapLayers *self,
                             RutterThemeId    theme)
{
  if (self->theme == theme)
    return;

  self->theme = theme;
  update_ground (self);
  update_dimming (self);
  update_scene (self);
  rutter_map_live_set_theme (self->live, theme);
}

RutterThemeId
rutter_map_layers_get_theme (RutterMapLayers *self)
{
  return self->theme;
}

GPtrArray *
rutter_map_layers_pick (RutterMapLayers  *self,
                        const RutterView *view,
                        RutterPoint       pixel)
{
  GPtrArray *marks = self->picker != NULL
                     ? rutter_picker_pick (self->picker, view, pixel, PICK_RADIUS)
                     : g_ptr_array_new ();

  rutter_map_live_pick (self->live, view, pixel, LIVE_PICK_RADIUS, marks);
  return marks;
}

GArray *
rutter_map_layers_list_spots (RutterMapLayers  *self,
                              const RutterView *view)
{
  if (self->picker == NULL)
    return g_array_new (FALSE, FALSE, sizeof (RutterSpot));

  return rutter_picker_list_spots (self->picker, view);
}

RutterMapLive *
rutter_map_layers_get_live (RutterMapLayers *self)
{
  return self->live;
}

RutterRasterLayer *
rutter_map_layers_get_scene (RutterMapLayers *self)
{
  return self->scene;
}

/* Whether all show what they should. */
gboolean
rutter_map_layers_is_settled (RutterMapLayers *self)
{
  return (self->tiles == NULL || rutter_tile_source_is_idle (self->tiles)) &&
         rutter_raster_layer_is_settled (self->ground) &&
         rutter_raster_layer_is_settled (self->scene) &&
         rutter_raster_layer_is_settled (self->lit) &&
         rutter_map_live_is_settled (self->live);
}
