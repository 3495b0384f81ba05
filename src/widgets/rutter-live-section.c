/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-live-section.h"

#include "rutter-text-label.h"

#define LONGEST_VALUE 36

typedef struct
{
  char      *label, *uid;
  GtkWidget *row;         /* of the list */
  GtkLabel  *text, *note; /* of the row */
} Row;

struct _RutterLiveSection
{
  GtkWidget  *box;
  GtkLabel   *title;
  GtkListBox *list;
  GArray     *rows;       /* Row, as in the list */
};

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->uid);
}

/* Setting a label to what it says already would have it measured, and told, anew. */
static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) == 0)
    return;

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
fill_row (Row                    *row,
          const RutterDetailsRow *entry)
{
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", entry->label, entry->text,
                                           entry->note != NULL ? ". " : "",
                                           entry->note != NULL ? entry->note : "");

  set_text (row->text, entry->text);
  set_text (row->note, entry->note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* A value stands at the end of its label's line, a sentence below it. */
static gboolean
is_value (const char *text)
{
  return g_utf8_strlen (text, -1) <= LONGEST_VALUE;
}

static void
insert_row (RutterLiveSection      *self,
            guint                   i,
            const RutterDetailsRow *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = rutter_text_label_new (entry->label, "legend-text");
  Row row = {
    g_strdup (entry->label), g_strdup (entry->uid), gtk_list_box_row_new (),
    GTK_LABEL (rutter_text_label_new ("", "row-text")),
    GTK_LABEL (rutter_text_label_new ("", "legend-text")),
  };

  gtk_widget_add_css_class (GTK_WIDGET (row.text), "numeric");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (row.text), GTK_ALIGN_BASELINE);
  gtk_label_set_xalign (row.text, is_value (entry->text) ? 1 : 0);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (line), is_value (entry->text)
                                                         ? GTK_ORIENTATION_HORIZONTAL
                                                         : GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row.text));
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (row.note));
  gtk_widget_set_visible (GTK_WIDGET (row.note), FALSE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row.row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row.row), entry->uid != NULL);
  if (entry->uid != NULL)
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row.row), "s", entry->uid);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row.row), "win.show-object");
    }
  gtk_list_box_insert (self->list, row.row, (int)i);
  fill_row (&row, entry);
  g_array_insert_val (self->rows, i, row);
}

static void
remove_row (RutterLiveSection *self,
            guint              i)
{
  gtk_list_box_remove (self->list, g_array_index (self->rows, Row, i).row);
  g_array_remove_index (self->rows, i);
}

static gboolean
is_of (const Row              *row,
       const RutterDetailsRow *entry)
{
  return g_strcmp0 (row->label, entry->label) == 0 && g_strcmp0 (row->uid, entry->uid) == 0;
}

/* The row of @entry comes to stand at @i: one that is there already, or a new one. */
static void
place_row (RutterLiveSection      *self,
           guint                   i,
           const RutterDetailsRow *entry)
{
  guint at = i;

  while (at < self->rows->len && !is_of (&g_array_index (self->rows, Row, at), entry))
    at++;
  if (at == self->rows->len)
    {
      insert_row (self, i, entry);
      return;
    }

  while (at-- > i)
    remove_row (self, i);
  fill_row (&g_array_index (self->rows, Row, i), entry);
}

RutterLiveSection *
rutter_live_section_new (void)
{
  RutterLiveSection *self = g_new0 (RutterLiveSection, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->title = GTK_LABEL (rutter_text_label_new ("", "section-title"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));

  return self;
}

void
rutter_live_section_free (RutterLiveSection *self)
{
  g_array_unref (self->rows);
  g_object_unref (self->box);
  g_free (self);
}

GtkWidget *
rutter_live_section_get_widget (RutterLiveSection *self)
{
  return self->box;
}

/* Rows have labels, each of them once. */
void
rutter_live_section_update (RutterLiveSection          *self,
                            const RutterDetailsSection *section)
{
  set_text (self->title, section->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  section->title, -1);
  for (guint i = 0; i < section->rows->len; i++)
    place_row (self, i, g_ptr_array_index (section->rows, i));
  while (self->rows->len > section->rows->len)
    remove_row (self, self->rows->len - 1);
  gtk_widget_set_visible (self->box, section->rows->len > 0);
}
