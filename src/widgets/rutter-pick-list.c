/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-pick-list.h"

#include "rutter-picture.h"
#include "rutter-swatch.h"
#include "rutter-text-label.h"

#include <glib/gi18n-lib.h>

#define WIDTH 300
#define MAX_HEIGHT 320

struct _RutterPickList
{
  GtkPopover  parent_instance;

  GtkScrolledWindow *scrolled;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (RutterPickList, rutter_pick_list, GTK_TYPE_POPOVER)

static GtkWidget *
create_row (const RutterMark *mark)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  RutterLegendEntry entry = {
    .layer = mark->layer,
    .shape = (int)mark->shape,
    .symbol = (int)mark->symbol,
    .status = mark->status,
    .actor = mark->actor,
    .inferred = mark->inferred,
    .denied = mark->denied,
    .title = mark->title,
  };
  g_autoptr(RutterLegendItem) item = rutter_legend_item_new (&entry);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), rutter_text_label_new (mark->title, NULL));
  gtk_box_append (GTK_BOX (texts),
                  rutter_text_label_new (rutter_kind_get_title (mark->kind), "legend-text"));
  gtk_box_append (GTK_BOX (box), rutter_swatch_new_for_legend (item));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-object");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", mark->uid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, mark->title, -1);

  return row;
}

static void
rutter_pick_list_class_init (RutterPickListClass *klass)
{
}

static void
rutter_pick_list_init (RutterPickList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "pick-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Objects here"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  self->scrolled = GTK_SCROLLED_WINDOW (scrolled);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
}

GtkWidget *
rutter_pick_list_new (void)
{
  return g_object_new (RUTTER_TYPE_PICK_LIST, NULL);
}

/**
 * rutter_pick_list_offer:
 * @marks: (element-type RutterMark): nearest first
 * @x: where to point, in the parent's pixels
 */
void
rutter_pick_list_offer (RutterPickList *self,
                        GPtrArray      *marks,
                        double          x,
                        double          y)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *child;
  int height;

  g_return_if_fail (RUTTER_IS_PICK_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < marks->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (marks, i)));

  /* The window would ask for the height of unwrapped titles, and cut the last ones. */
  gtk_widget_measure (GTK_WIDGET (self->list), GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height,
                      NULL, NULL);
  gtk_scrolled_window_set_min_content_height (self->scrolled, MIN (height, MAX_HEIGHT));
  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle) { (int)x - 4, (int)y - 4, 8, 8 });
  /* To the side with more room: a list squeezed against the window's edge shows one row. */
  gtk_popover_set_position (GTK_POPOVER (self),
                            y > gtk_widget_get_height (parent) / 2.0 ? GTK_POS_TOP :
                                                                       GTK_POS_BOTTOM);
  gtk_popover_popup (GTK_POPOVER (self));
}
