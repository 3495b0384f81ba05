/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sidebar.h"

#include "rutter-actor-chip.h"
#include "rutter-layer-row.h"
#include "rutter-live-row.h"
#include "rutter-view-list.h"

struct _RutterSidebar
{
  AdwBin           parent_instance;

  AdwClamp        *clamp;
  GtkListBox      *layers;
  RutterLiveRow   *live;
  GtkFlowBox      *actors;
  GtkWidget       *actors_box;
  GtkToggleButton *actors_fold;
  GtkImage        *actors_arrow;
  RutterViewList  *views;
  gboolean         compact;
};

G_DEFINE_FINAL_TYPE (RutterSidebar, rutter_sidebar, ADW_TYPE_BIN)

static void
update_fold (RutterSidebar *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->actors_fold);

  gtk_image_set_from_icon_name (self->actors_arrow,
                                is_open ? "pan-down-symbolic" : "pan-end-symbolic");
}

static GtkWidget *
create_layer_row (gpointer item,
                  gpointer user_data)
{
  RutterSidebar *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *layer = rutter_layer_row_new (item);

  rutter_layer_row_set_compact (RUTTER_LAYER_ROW (layer), self->compact);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), layer);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rutter_layer_item_get_title (item), -1);

  return row;
}

static GtkWidget *
create_chip (gpointer item,
             gpointer user_data)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  /* The chip takes the focus, its frame in the flow would be a second stop. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), rutter_actor_chip_new (item));

  return child;
}

static void
on_actors_changed_cb (RutterSidebar *self,
                      guint          position,
                      guint          removed,
                      guint          added,
                      GListModel    *actors)
{
  gtk_widget_set_visible (self->actors_box, g_list_model_get_n_items (actors) > 0);
}

static void
rutter_sidebar_class_init (RutterSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RUTTER_TYPE_LIVE_ROW);
  g_type_ensure (RUTTER_TYPE_VIEW_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterSidebar, clamp);
  gtk_widget_class_bind_template_child (widget_class, RutterSidebar, layers);
  gtk_widget_class_bind_template_child (widget_class, RutterSidebar, live);
  gtk_widget_class_bind_template_child (widget_class, RutterSidebar, actors_fold);
  gtk_widget_class_bind_template_child (widget_class, RutterSidebar, actors_arrow);
  gtk_widget_class_bind_template_callback (widget_class, update_fold);
  gtk_widget_class_bind_template_child (widget_class, RutterSidebar, actors);
  gtk_widget_class_bind_template_child (widget_class, RutterSidebar, actors_box);
  gtk_widget_class_bind_template_child (widget_class, RutterSidebar, views);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
}

static void
rutter_sidebar_init (RutterSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_fold (self);
}

GtkWidget *
rutter_sidebar_new (void)
{
  return g_object_new (RUTTER_TYPE_SIDEBAR, NULL);
}

void
rutter_sidebar_set_layers (RutterSidebar *self,
                           GListModel    *layers)
{
  g_return_if_fail (RUTTER_IS_SIDEBAR (self));

  gtk_list_box_bind_model (self->layers, layers, create_layer_row, self, NULL);
}

void
rutter_sidebar_set_live (RutterSidebar  *self,
                         RutterLiveItem *live)
{
  g_return_if_fail (RUTTER_IS_SIDEBAR (self));

  rutter_live_row_set_item (self->live, live);
}

void
rutter_sidebar_set_actors (RutterSidebar *self,
                           GListModel    *actors)
{
  g_return_if_fail (RUTTER_IS_SIDEBAR (self));

  gtk_flow_box_bind_model (self->actors, actors, create_chip, NULL, NULL);
  g_signal_connect_object (actors, "items-changed", G_CALLBACK (on_actors_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_actors_changed_cb (self, 0, 0, 0, actors);
}

void
rutter_sidebar_set_compact (RutterSidebar *self,
                            gboolean       compact)
{
  GtkListBoxRow *row;

  g_return_if_fail (RUTTER_IS_SIDEBAR (self));

  if (self->compact == compact)
    return;

  self->compact = compact;
  gtk_toggle_button_set_active (self->actors_fold, !compact);
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  rutter_live_row_set_compact (self->live, compact);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->layers, i)) != NULL; i++)
    rutter_layer_row_set_compact (RUTTER_LAYER_ROW (gtk_list_box_row_get_child (row)), compact);
}

void
rutter_sidebar_set_width (RutterSidebar *self,
                          int            width)
{
  g_return_if_fail (RUTTER_IS_SIDEBAR (self));

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
  gtk_widget_set_size_request (GTK_WIDGET (self->clamp), width, -1);
}

/* Returns: (transfer none): the list of saved views */
RutterViewList *
rutter_sidebar_get_views (RutterSidebar *self)
{
  g_return_val_if_fail (RUTTER_IS_SIDEBAR (self), NULL);

  return self->views;
}
