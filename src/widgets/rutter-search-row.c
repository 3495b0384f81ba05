/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search-row.h"

#include "rutter-status-badge.h"

#include <glib/gi18n-lib.h>

struct _RutterSearchRow
{
  GtkListBoxRow     parent_instance;

  RutterSearchItem *item;

  GtkLabel         *title;
  GtkLabel         *remark;
  GtkLabel         *match;
  GtkBox           *badges;
};

G_DEFINE_FINAL_TYPE (RutterSearchRow, rutter_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
rutter_search_row_dispose (GObject *object)
{
  RutterSearchRow *self = RUTTER_SEARCH_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (rutter_search_row_parent_class)->dispose (object);
}

static void
rutter_search_row_class_init (RutterSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_search_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchRow, remark);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchRow, match);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchRow, badges);
}

static void
rutter_search_row_init (RutterSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Maia-1, Vessels, former name: Neptun, sounds like" */
static void
update_accessible_label (RutterSearchRow         *self,
                         const RutterSearchEntry *entry)
{
  g_autoptr(GString) label = g_string_new (entry->title);

  g_string_append_printf (label, ", %s", entry->group);
  if (entry->label != NULL)
    g_string_append_printf (label, ", %s: %s", entry->label, entry->text);
  if (entry->has_status)
    g_string_append_printf (label, ", %s", rutter_status_get_title (entry->status));
  if (entry->denied)
    g_string_append_printf (label, ", %s", _("denied by some"));
  if (entry->remark != NULL)
    g_string_append_printf (label, ", %s", entry->remark);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
}

GtkWidget *
rutter_search_row_new (RutterSearchItem *item)
{
  RutterSearchRow *self = g_object_new (RUTTER_TYPE_SEARCH_ROW, NULL);
  const RutterSearchEntry *entry = rutter_search_item_get_entry (item);
  g_autofree char *markup = rutter_search_item_dup_markup (item);

  self->item = g_object_ref (item);
  if (entry->label == NULL)
    gtk_label_set_markup (self->title, markup);
  else
    {
      g_autofree char *label = g_markup_escape_text (entry->label, -1);
      g_autofree char *match = entry->has_status ? g_strdup (markup)
                                                 : g_strdup_printf ("%s: %s", label, markup);

      gtk_label_set_label (self->title, entry->title);
      gtk_label_set_markup (self->match, match);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->match), entry->label != NULL);
  gtk_label_set_label (self->remark, entry->remark != NULL ? entry->remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), entry->remark != NULL);

  if (entry->has_status)
    gtk_box_append (self->badges, rutter_status_badge_new (entry->status));
  if (entry->denied)
    gtk_box_append (self->badges, rutter_status_badge_new_for_denial ());
  gtk_widget_set_visible (GTK_WIDGET (self->badges), entry->has_status || entry->denied);
  update_accessible_label (self, entry);

  return GTK_WIDGET (self);
}

RutterSearchItem *
rutter_search_row_get_item (RutterSearchRow *self)
{
  g_return_val_if_fail (RUTTER_IS_SEARCH_ROW (self), NULL);

  return self->item;
}
