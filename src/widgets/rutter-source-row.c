/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-source-row.h"

#include "rutter-publisher.h"
#include "rutter-text-label.h"

#include <glib/gi18n-lib.h>

struct _RutterSourceRow
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (RutterSourceRow, rutter_source_row, ADW_TYPE_BIN)

static void
rutter_source_row_class_init (RutterSourceRowClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sourcerow");
}

static void
rutter_source_row_init (RutterSourceRow *self)
{
}

/* "Denies · Reuters · 12 May 2023", of what there is. */
static char *
describe (const RutterDetailsSource *source)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  if (source->stance != NULL)
    g_ptr_array_add (parts, (gpointer)source->stance);
  if (source->publisher != NULL)
    g_ptr_array_add (parts, (gpointer)source->publisher);
  if (source->date != NULL)
    g_ptr_array_add (parts, (gpointer)source->date);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
create_address_button (const RutterDetailsSource *source)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  g_autofree char *name = g_strdup_printf (_("Open the address of %s"), source->title);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, source->address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-address");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", source->address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

GtkWidget *
rutter_source_row_new (const RutterDetailsSource *source)
{
  GtkWidget *self = g_object_new (RUTTER_TYPE_SOURCE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *line = describe (source);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), rutter_text_label_new (source->title, "source-title"));
  if (*line != '\0')
    gtk_box_append (GTK_BOX (texts), rutter_text_label_new (line, "legend-text"));
  if (source->copy != NULL)
    {
      g_autofree char *copy = rutter_publisher_describe_copy (source->copy);

      gtk_box_append (GTK_BOX (texts), rutter_text_label_new (copy, "legend-text"));
    }
  if (source->locator != NULL)
    gtk_box_append (GTK_BOX (texts), rutter_text_label_new (source->locator, "legend-text"));
  if (source->quotation != NULL)
    {
      g_autofree char *quoted = g_strdup_printf ("“%s”", source->quotation);

      gtk_box_append (GTK_BOX (texts), rutter_text_label_new (quoted, "quotation"));
    }
  gtk_box_append (GTK_BOX (box), texts);
  if (source->address != NULL)
    gtk_box_append (GTK_BOX (box), create_address_button (source));
  adw_bin_set_child (ADW_BIN (self), box);

  return self;
}
