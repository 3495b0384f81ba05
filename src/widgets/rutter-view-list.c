/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-view-list.h"

#include "rutter-view-item.h"

#include <glib/gi18n-lib.h>

struct _RutterViewList
{
  AdwBin           parent_instance;

  GtkListBox      *list;
  GtkMenuButton   *add_button;
  GtkPopover      *popover;
  GtkEntry        *name;
  GtkWidget       *save_button;
  GtkWidget       *scrolled;
  GtkToggleButton *fold;
  GtkLabel        *count;
  GtkImage        *arrow;
  GListModel      *views;
  gboolean         writable;
};

G_DEFINE_FINAL_TYPE (RutterViewList, rutter_view_list, ADW_TYPE_BIN)

static GMenuModel *
create_menu (const char *uid)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenuItem) rename = g_menu_item_new (_("_Rename…"), NULL);
  g_autoptr(GMenuItem) delete = g_menu_item_new (_("_Delete"), NULL);

  g_menu_item_set_action_and_target (rename, "win.rename-view", "s", uid);
  g_menu_item_set_action_and_target (delete, "win.delete-view", "s", uid);
  g_menu_append_item (menu, rename);
  g_menu_append_item (menu, delete);

  return G_MENU_MODEL (menu);
}

static GtkWidget *
create_menu_button (RutterViewItem *item)
{
  g_autoptr(GMenuModel) menu = create_menu (rutter_view_item_get_uid (item));
  g_autofree char *label = g_strdup_printf (_("More for the View %s"),
                                            rutter_view_item_get_name (item));
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Rename or Delete"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  RutterViewList *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *name = rutter_view_item_get_name (item);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), create_label (name, "layer-title"));
  gtk_box_append (GTK_BOX (texts), create_label (rutter_view_item_get_about (item),
                                                 "legend-text"));
  gtk_box_append (GTK_BOX (box), texts);
  if (self->writable)
    gtk_box_append (GTK_BOX (box), create_menu_button (item));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, rutter_view_item_get_about (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  rutter_view_item_get_about (item), -1);

  return row;
}

static void
update (RutterViewList *self)
{
  guint n_views = self->views != NULL ? g_list_model_get_n_items (self->views) : 0;
  gboolean is_open = n_views > 0 && gtk_toggle_button_get_active (self->fold);
  g_autofree char *count = n_views > 0 ? g_strdup_printf ("%u", n_views) : NULL;

  gtk_widget_set_visible (self->scrolled, is_open);
  /* With nothing to fold it is a heading; greyed out it would look broken. */
  gtk_widget_set_can_target (GTK_WIDGET (self->fold), n_views > 0);
  gtk_widget_set_focusable (GTK_WIDGET (self->fold), n_views > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), n_views > 0);
  gtk_image_set_from_icon_name (self->arrow, is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_label_set_label (self->count, count != NULL ? count : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button),
                               self->writable
                                 ? _("Save this view: where you are, with its layers, actors "
                                     "and time (Ctrl+D)")
                                 : _("This catalogue is read-only. Save a copy of it to keep "
                                     "views in."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), self->writable);
}

static void
on_row_activated_cb (RutterViewList *self,
                     GtkListBoxRow  *row)
{
  g_autoptr(RutterViewItem) item =
    g_list_model_get_item (self->views, (guint)gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.apply-view", "s",
                              rutter_view_item_get_uid (item));
}

static gboolean
has_name (RutterViewList *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (
    GTK_EDITABLE (self->name))));

  return *name != '\0';
}

static void
on_name_changed_cb (RutterViewList *self)
{
  gtk_widget_set_sensitive (self->save_button, has_name (self));
}

static void
on_save_cb (RutterViewList *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (
    GTK_EDITABLE (self->name))));

  if (!has_name (self))
    return;

  gtk_popover_popdown (self->popover);
  gtk_toggle_button_set_active (self->fold, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-view", "s", name);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
}

static void
rutter_view_list_dispose (GObject *object)
{
  RutterViewList *self = RUTTER_VIEW_LIST (object);

  g_clear_object (&self->views);

  G_OBJECT_CLASS (rutter_view_list_parent_class)->dispose (object);
}

static void
rutter_view_list_class_init (RutterViewListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_view_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-view-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, list);
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, add_button);
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, popover);
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, name);
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, save_button);
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, fold);
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, count);
  gtk_widget_class_bind_template_child (widget_class, RutterViewList, arrow);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
}

static void
rutter_view_list_init (RutterViewList *self)
{
  self->writable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
rutter_view_list_set_views (RutterViewList *self,
                            GListModel     *views)
{
  g_return_if_fail (RUTTER_IS_VIEW_LIST (self));

  g_set_object (&self->views, views);
  gtk_list_box_bind_model (self->list, views, create_row, self, NULL);
  g_signal_connect_object (views, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
rutter_view_list_set_writable (RutterViewList *self,
                               gboolean        writable)
{
  g_return_if_fail (RUTTER_IS_VIEW_LIST (self));

  self->writable = writable;
  update (self);
}

void
rutter_view_list_ask_name (RutterViewList *self)
{
  g_return_if_fail (RUTTER_IS_VIEW_LIST (self));

  if (self->writable)
    gtk_menu_button_popup (self->add_button);
}
