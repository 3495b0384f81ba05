/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-details-section.h"

#include "rutter-status-badge.h"
#include "rutter-text-label.h"

static GtkWidget *
create_row (const RutterDetailsRow *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = NULL;

  name = entry->label != NULL ? g_strdup_printf ("%s: %s", entry->label, entry->text) :
                                g_strdup (entry->text);
  gtk_widget_set_hexpand (texts, TRUE);
  if (entry->label != NULL)
    gtk_box_append (GTK_BOX (texts), rutter_text_label_new (entry->label, "legend-text"));
  gtk_box_append (GTK_BOX (texts), rutter_text_label_new (entry->text, "row-text"));
  if (entry->note != NULL)
    gtk_box_append (GTK_BOX (texts), rutter_text_label_new (entry->note, "legend-text"));
  if (entry->has_status)
    gtk_box_append (GTK_BOX (texts), rutter_status_badge_new (entry->status));
  gtk_box_append (GTK_BOX (box), texts);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), entry->uid != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (entry->uid != NULL)
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-object");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", entry->uid);
    }

  return row;
}

GtkWidget *
rutter_details_section_new (const RutterDetailsSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, section->title, -1);
  for (guint i = 0; i < section->rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (g_ptr_array_index (section->rows, i)));

  gtk_box_append (GTK_BOX (box), rutter_text_label_new (section->title, "section-title"));
  gtk_box_append (GTK_BOX (box), list);

  return box;
}
