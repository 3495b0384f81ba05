/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-furniture.h"

#include "rutter-camera.h"
#include "rutter-ground.h"

#define MARGIN 12
#define SCALE_WIDTH 200
#define SCALE_HEIGHT 44

struct _RutterMapFurniture
{
  GtkWidget      parent_instance;

  GtkWidget     *scale;
  GtkWidget     *attribution;
  RutterView     view;
  RutterThemeId  theme;
};

G_DEFINE_FINAL_TYPE (RutterMapFurniture, rutter_map_furniture, GTK_TYPE_WIDGET)

static void
draw_scale (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        user_data)
{
  RutterMapFurniture *self = user_data;

  if (self->view.width > 0)
    rutter_scale_bar_paint (cr, &self->view, rutter_theme_get (self->theme), MARGIN, height);
}

static void
on_text_scale_changed_cb (RutterMapFurniture *self)
{
  double growth = rutter_camera_get_text_scale (GTK_WIDGET (self));

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->scale), (int)(SCALE_WIDTH * growth));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->scale),
                                       (int)(SCALE_HEIGHT * growth));
  self->view.text_scale = growth;
}

static void
rutter_map_furniture_dispose (GObject *object)
{
  RutterMapFurniture *self = RUTTER_MAP_FURNITURE (object);

  g_clear_pointer (&self->scale, gtk_widget_unparent);
  g_clear_pointer (&self->attribution, gtk_widget_unparent);

  G_OBJECT_CLASS (rutter_map_furniture_parent_class)->dispose (object);
}

static void
rutter_map_furniture_class_init (RutterMapFurnitureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_map_furniture_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapfurniture");
}

static void
rutter_map_furniture_init (RutterMapFurniture *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->scale = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->scale), draw_scale, self, NULL);
  gtk_widget_set_halign (self->scale, GTK_ALIGN_START);
  gtk_widget_set_parent (self->scale, widget);

  self->attribution = gtk_label_new (rutter_ground_get_attribution ());
  /* Narrow, so that a pane at the right of the map does not cover it. */
  gtk_label_set_wrap (GTK_LABEL (self->attribution), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->attribution), 50);
  gtk_label_set_xalign (GTK_LABEL (self->attribution), 0);
  gtk_widget_set_halign (self->attribution, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->attribution, "map-attribution");
  gtk_widget_set_parent (self->attribution, widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_can_target (widget, FALSE);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_text_scale_changed_cb), self, G_CONNECT_SWAPPED);
  on_text_scale_changed_cb (self);
}

GtkWidget *
rutter_map_furniture_new (void)
{
  return g_object_new (RUTTER_TYPE_MAP_FURNITURE, NULL);
}

void
rutter_map_furniture_update (RutterMapFurniture *self,
                             const RutterView   *view,
                             RutterThemeId       theme)
{
  g_return_if_fail (RUTTER_IS_MAP_FURNITURE (self));

  self->view = *view;
  self->theme = theme;
  gtk_widget_queue_draw (self->scale);
}

/* @attribution: (nullable): of tiles that lie over the ground */
void
rutter_map_furniture_set_tiles (RutterMapFurniture *self,
                                const char         *attribution)
{
  const char *ground = rutter_ground_get_attribution ();
  g_autofree char *both = NULL;

  g_return_if_fail (RUTTER_IS_MAP_FURNITURE (self));

  if (attribution != NULL)
    both = g_strdup_printf ("%s\n%s", attribution, ground);
  gtk_label_set_label (GTK_LABEL (self->attribution), both != NULL ? both : ground);
}
