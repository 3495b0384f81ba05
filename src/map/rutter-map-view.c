/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-view.h"

#include "rutter-map-furniture.h"
#include "rutter-map-gestures.h"
#include "rutter-map-helm.h"
#include "rutter-map-hover.h"
#include "rutter-map-layers.h"
#include "rutter-map-menu.h"
#include "rutter-map-route.h"
#include "rutter-map-ruler.h"
#include "rutter-map-walk.h"
#include "rutter-reference-source.h"

#include <glib/gi18n-lib.h>

struct _RutterMapView
{
  GtkWidget          parent_instance;

  GtkWidget         *overlay;
  GtkWidget         *furniture;
  GtkWidget         *route;
  ShumateMap        *map;
  RutterMapLayers   *layers;

  RutterMapHelm     *helm;
  RutterMapGestures *gestures;
  RutterMapMenu     *menu;
  RutterMapHover    *hover;
  RutterMapRuler    *ruler;
  RutterMapWalk     *walk;
};

enum
{
  VIEW_CHANGED,
  MARKS_PICKED,
  MARK_REACHED,
  PAINTED,
  OUTLINE_DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterMapView, rutter_map_view, GTK_TYPE_WIDGET)

static void
on_steered_cb (const RutterView *view,
               gpointer          user_data)
{
  RutterMapView *self = user_data;

  rutter_map_hover_leave (self->hover);
  rutter_map_ruler_update (self->ruler);
  rutter_map_route_update (RUTTER_MAP_ROUTE (self->route));
  rutter_map_furniture_update (RUTTER_MAP_FURNITURE (self->furniture), view,
                               rutter_map_layers_get_theme (self->layers));
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
rutter_map_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = 200;
  *natural = 600;
}

static void
rutter_map_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  RutterMapView *self = RUTTER_MAP_VIEW (widget);

  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  rutter_map_menu_present (self->menu);
  rutter_map_helm_resize (self->helm, width, height);
}

static void
on_painted_cb (RutterMapView *self)
{
  g_signal_emit (self, signals[PAINTED], 0);
}

static void
rutter_map_view_dispose (GObject *object)
{
  RutterMapView *self = RUTTER_MAP_VIEW (object);

  g_clear_pointer (&self->menu, rutter_map_menu_free);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (rutter_map_view_parent_class)->dispose (object);
}

static void
rutter_map_view_finalize (GObject *object)
{
  RutterMapView *self = RUTTER_MAP_VIEW (object);

  g_clear_pointer (&self->gestures, rutter_map_gestures_free);
  g_clear_pointer (&self->helm, rutter_map_helm_free);
  g_clear_pointer (&self->walk, rutter_map_walk_free);
  g_clear_pointer (&self->hover, rutter_map_hover_free);
  g_clear_pointer (&self->ruler, rutter_map_ruler_free);
  g_clear_pointer (&self->layers, rutter_map_layers_free);

  G_OBJECT_CLASS (rutter_map_view_parent_class)->finalize (object);
}

static void
rutter_map_view_class_init (RutterMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rutter_map_view_dispose;
  object_class->finalize = rutter_map_view_finalize;

  widget_class->measure = rutter_map_view_measure;
  widget_class->size_allocate = rutter_map_view_size_allocate;

  signals[VIEW_CHANGED] =
    g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARKS_PICKED] =
    g_signal_new ("marks-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE,
                  G_TYPE_PTR_ARRAY);

  signals[MARK_REACHED] =
    g_signal_new ("mark-reached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_UINT);

  signals[OUTLINE_DRAWN] =
    g_signal_new ("outline-drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rutter_map_view_init (RutterMapView *self)
{
  g_autoptr(ShumateMapSource) source = rutter_reference_source_new ();
  ShumateViewport *viewport;

  self->map = shumate_map_new ();
  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_viewport_set_zoom_level (viewport, 3);
  self->helm = rutter_map_helm_new (GTK_WIDGET (self), viewport, on_steered_cb, self);
  self->layers = rutter_map_layers_new (self->map);
  g_signal_connect_object (rutter_map_layers_get_scene (self->layers), "painted",
                           G_CALLBACK (on_painted_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);

  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->map));
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->route = rutter_map_route_new (self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->route);
  self->furniture = rutter_map_furniture_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->furniture);
  self->hover = rutter_map_hover_new (self, GTK_OVERLAY (self->overlay));
  self->ruler = rutter_map_ruler_new (self, GTK_OVERLAY (self->overlay));
  self->menu = rutter_map_menu_new (self, self->ruler, RUTTER_MAP_ROUTE (self->route));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self),
    GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    _("Arrow keys move the map, plus and minus zoom, N and P go from mark to mark, Return opens "
      "the mark or what is at the centre."), -1);
  self->walk = rutter_map_walk_new (self, self->hover);
  self->gestures = rutter_map_gestures_new (self, GTK_WIDGET (self->map), self->hover,
                                            self->ruler, self->walk);
}

GtkWidget *
rutter_map_view_new (void)
{
  return g_object_new (RUTTER_TYPE_MAP_VIEW, NULL);
}

/* Returns: (transfer none): a RutterMapRoute */
GtkWidget *
rutter_map_view_get_route (RutterMapView *self)
{
  g_return_val_if_fail (RUTTER_IS_MAP_VIEW (self), NULL);

  return self->route;
}

RutterMapLive *
rutter_map_view_get_live (RutterMapView *self)
{
  g_return_val_if_fail (RUTTER_IS_MAP_VIEW (self), NULL);

  return rutter_map_layers_get_live (self->layers);
}

/* NULL shows a plain sea. */
void
rutter_map_view_set_basemap (RutterMapView *self,
                             RutterBasemap *basemap)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_layers_set_basemap (self->layers, basemap);
}

/* Tiles lie over the ground, with the words that their makers want seen; NULL takes them away. */
void
rutter_map_view_set_tiles (RutterMapView    *self,
                           RutterTileSource *tiles,
                           const char       *attribution)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_layers_set_tiles (self->layers, tiles);
  rutter_map_furniture_set_tiles (RUTTER_MAP_FURNITURE (self->furniture), attribution);
}

void
rutter_map_view_set_names (RutterMapView *self,
                           RutterNames   *names)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_layers_set_names (self->layers, names);
}

/**
 * rutter_map_view_take_picture:
 * @picture: (transfer full):
 * @picker: (transfer full): of @picture; made in a worker, for it costs time
 */
void
rutter_map_view_take_picture (RutterMapView *self,
                              RutterPicture *picture,
                              RutterPicker  *picker)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_hover_leave (self->hover);
  rutter_map_layers_take_picture (self->layers, picture, picker);
}

/* NULL selects nothing. */
void
rutter_map_view_set_selected (RutterMapView *self,
                              const char    *uid)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_layers_set_selected (self->layers, uid);
}

void
rutter_map_view_set_theme (RutterMapView *self,
                           RutterThemeId  theme)
{
  RutterView view;

  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  if (rutter_map_layers_get_theme (self->layers) == theme)
    return;

  rutter_map_layers_set_theme (self->layers, theme);
  view = rutter_map_view_get_view (self);
  rutter_map_helm_write (self->helm, &view);
}

RutterThemeId
rutter_map_view_get_theme (RutterMapView *self)
{
  return rutter_map_layers_get_theme (self->layers);
}

/* Lights up an object with its companions above the scene, which steps back; NULL ends it. */
void
rutter_map_view_set_lit (RutterMapView *self,
                         const char    *uid)
{
  rutter_map_layers_set_lit (self->layers, uid);
}

/* What lies over the map, so many pixels from its edges: what stands there goes aside. */
void
rutter_map_view_set_covered (RutterMapView *self,
                             int            right,
                             int            bottom)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_hover_leave (self->hover);
  gtk_widget_set_margin_end (self->furniture, right);
  gtk_widget_set_margin_bottom (self->furniture, bottom);
}

GtkBorder
rutter_map_view_get_covered (RutterMapView *self)
{
  return (GtkBorder) { .right = gtk_widget_get_margin_end (self->furniture),
                       .bottom = gtk_widget_get_margin_bottom (self->furniture) };
}

/* Ends measuring, else takes the card away. Returns: whether there was something to let go of */
gboolean
rutter_map_view_let_go (RutterMapView *self)
{
  g_return_val_if_fail (RUTTER_IS_MAP_VIEW (self), FALSE);

  if (rutter_map_ruler_is_active (self->ruler))
    {
      rutter_map_ruler_end (self->ruler);
      return TRUE;
    }

  if (rutter_map_walk_stop (self->walk))
    return TRUE;

  rutter_map_hover_leave (self->hover);
  return FALSE;
}

RutterView
rutter_map_view_get_view (RutterMapView *self)
{
  RutterView view;

  rutter_map_helm_get_view (self->helm, &view);

  return view;
}

void
rutter_map_view_go_to (RutterMapView *self,
                       RutterLonLat   centre,
                       double         zoom,
                       gboolean       animate)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_helm_go_to (self->helm, centre, zoom, animate);
}

/* Shows an area as large as it goes; before the map has a size, as soon as it has one. */
void
rutter_map_view_fit (RutterMapView *self,
                     RutterLonLat   south_west,
                     RutterLonLat   north_east)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_helm_fit (self->helm, south_west, north_east);
}

/* Moves the camera by logical pixels, to the right and down. */
void
rutter_map_view_pan (RutterMapView *self,
                     double         dx,
                     double         dy)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_helm_pan (self->helm, dx, dy);
}

/* Zooms, keeping what is under (x, y) in its place. */
void
rutter_map_view_zoom_at (RutterMapView *self,
                         double         x,
                         double         y,
                         double         steps,
                         gboolean       animate)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_helm_zoom_at (self->helm, (RutterPoint) { x, y }, steps, animate);
}

void
rutter_map_view_stop (RutterMapView *self)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_helm_stop (self->helm);
}

/* Returns: (transfer container): the marks under a pixel, nearest first; good until the next
 * picture is taken
 */
GPtrArray *
rutter_map_view_list_at (RutterMapView *self,
                         double         x,
                         double         y)
{
  RutterView view;

  g_return_val_if_fail (RUTTER_IS_MAP_VIEW (self), NULL);

  view = rutter_map_view_get_view (self);

  return rutter_map_layers_pick (self->layers, &view, (RutterPoint) { x, y });
}

void
rutter_map_view_pick (RutterMapView *self,
                      double         x,
                      double         y)
{
  g_autoptr(GPtrArray) marks = rutter_map_view_list_at (self, x, y);

  g_signal_emit (self, signals[MARKS_PICKED], 0, x, y, marks);
}

void
rutter_map_view_show_menu (RutterMapView *self,
                           double         x,
                           double         y)
{
  g_return_if_fail (RUTTER_IS_MAP_VIEW (self));

  rutter_map_menu_popup (self->menu, x, y);
}

/* Returns: (transfer full): what can be seen beside the panes that lie over the map, as
 * rutter_picker_list_spots() does; good until the next picture is taken
 */
GArray *
rutter_map_view_list_spots (RutterMapView *self)
{
  GtkBorder covered;
  RutterView view;
  double world;

  g_return_val_if_fail (RUTTER_IS_MAP_VIEW (self), NULL);

  view = rutter_map_view_get_view (self);
  covered = rutter_map_view_get_covered (self);
  world = rutter_view_get_world_size (&view);
  view.width = MAX (1, view.width - covered.right);
  view.height = MAX (1, view.height - covered.bottom);
  view.centre.x -= covered.right / 2.0 / world;
  view.centre.y -= covered.bottom / 2.0 / world;

  return rutter_map_layers_list_spots (self->layers, &view);
}

void
rutter_map_view_reach (RutterMapView    *self,
                       const RutterMark *mark,
                       guint             number,
                       guint             n_marks)
{
  g_signal_emit (self, signals[MARK_REACHED], 0, mark, number, n_marks);
}

gboolean
rutter_map_view_is_painting (RutterMapView *self)
{
  g_return_val_if_fail (RUTTER_IS_MAP_VIEW (self), FALSE);

  return rutter_raster_layer_is_busy (rutter_map_layers_get_scene (self->layers));
}

/* Whether both layers show what they should: nothing under way. */
gboolean
rutter_map_view_is_settled (RutterMapView *self)
{
  g_return_val_if_fail (RUTTER_IS_MAP_VIEW (self), FALSE);

  return !rutter_map_helm_is_flying (self->helm) && rutter_map_layers_is_settled (self->layers);
}
