/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-table-columns.h"

#include "rutter-camera.h"
#include "rutter-table-item.h"

/* Beside the text of a column's title: the arrow of the order, and the edges. Pixels. */
#define TITLE_EDGES 38

typedef struct
{
  RutterTableColumns  *owner;
  RutterColumn         column;
  GtkColumnViewColumn *widget; /* of the view */
} Column;

struct _RutterTableColumns
{
  GtkColumnView *view;    /* owns this */
  Column         columns[RUTTER_N_COLUMN];
  GtkSettings   *settings; /* of the display, which outlives this */
  gulong         text_size_id;
  int            asked;   /* the column whose sorter was asked first; -1: none yet */
};

/* GTK 4.8 does not tell by which column a view is sorted; the view's sorter asks that column's
 * own first.
 */
static int
note_column (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  Column *column = user_data;

  if (column->owner->asked < 0)
    column->owner->asked = column->column;

  return -1;
}

static void
on_setup_cb (Column      *column,
             GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = column->column == RUTTER_COLUMN_CLAIMS;

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (is_number || column->column == RUTTER_COLUMN_DATE)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (Column      *column,
            GtkListItem *list_item)
{
  RutterTableItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = rutter_table_item_dup_text (item, column->column);

  gtk_label_set_label (GTK_LABEL (label), text);
  /* A narrow column cuts its text off. */
  gtk_widget_set_tooltip_text (label, column->column == RUTTER_COLUMN_CLAIMS ? NULL : text);
  /* Who comes down the first column hears the whole row. */
  if (column->column == RUTTER_COLUMN_TITLE)
    {
      g_autofree char *sentence = rutter_table_item_describe (item);

      gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    }
}

/* Enough for the title, which the view would cut off: its text, bold, with an arrow and edges. */
static int
measure_title (GtkColumnView *view,
               const char    *title)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), title);
  g_autoptr(PangoAttrList) bold = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + TITLE_EDGES;
}

/* As wide as the usual text needs, and more as it grows. */
static int
get_width (RutterTableColumns *self,
           RutterColumn        id)
{
  static const int widths[RUTTER_N_COLUMN] = {
    [RUTTER_COLUMN_TITLE] = 190, [RUTTER_COLUMN_KIND] = 110,   [RUTTER_COLUMN_LAYER] = 120,
    [RUTTER_COLUMN_STATUS] = 158, [RUTTER_COLUMN_DATE] = 130,  [RUTTER_COLUMN_ACTORS] = 120,
    [RUTTER_COLUMN_CLAIMS] = 66,
  };
  int least = measure_title (self->view, rutter_column_get_title (id));
  double growth = MAX (rutter_camera_get_text_scale (GTK_WIDGET (self->view)), 1);

  return MAX ((int)(widths[id] * growth), least);
}

static void
on_text_size_changed_cb (RutterTableColumns *self)
{
  for (guint i = 0; i < RUTTER_N_COLUMN; i++)
    gtk_column_view_column_set_fixed_width (self->columns[i].widget, get_width (self, i));
}

static void
add_column (RutterTableColumns *self,
            RutterColumn        id)
{
  Column *column = &self->columns[id];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, column, NULL));

  *column = (Column) { self, id, NULL };
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup_cb), column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind_cb), column);
  column->widget = gtk_column_view_column_new (rutter_column_get_title (id), factory);
  gtk_column_view_column_set_sorter (column->widget, sorter);
  gtk_column_view_column_set_resizable (column->widget, TRUE);
  gtk_column_view_column_set_expand (column->widget, id == RUTTER_COLUMN_TITLE);
  gtk_column_view_column_set_fixed_width (column->widget, get_width (self, id));
  gtk_column_view_append_column (self->view, column->widget);
  g_object_unref (column->widget);
  g_object_unref (sorter);
}

RutterTableColumns *
rutter_table_columns_new (GtkColumnView *view)
{
  RutterTableColumns *self = g_new0 (RutterTableColumns, 1);

  self->view = view;
  for (guint i = 0; i < RUTTER_N_COLUMN; i++)
    add_column (self, i);
  self->settings = gtk_widget_get_settings (GTK_WIDGET (view));
  self->text_size_id = g_signal_connect_swapped (self->settings, "notify::gtk-xft-dpi",
                                                 G_CALLBACK (on_text_size_changed_cb), self);

  return self;
}

/* While the view still lives: its columns go, for they call back into this. */
void
rutter_table_columns_free (RutterTableColumns *self)
{
  for (guint i = 0; i < RUTTER_N_COLUMN; i++)
    gtk_column_view_remove_column (self->view, self->columns[i].widget);
  g_clear_signal_handler (&self->text_size_id, self->settings);
  g_free (self);
}

void
rutter_table_columns_sort (RutterTableColumns *self,
                           RutterColumn        column,
                           gboolean            descending)
{
  g_return_if_fail (column < RUTTER_N_COLUMN);

  gtk_column_view_sort_by_column (self->view, self->columns[column].widget,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* Returns: the column that the view's head says, the first when it says none */
RutterColumn
rutter_table_columns_get_order (RutterTableColumns *self,
                                gboolean           *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering ordering;

  self->asked = -1;
  /* Any two objects will do, so long as they are two. */
  ordering = gtk_sorter_compare (sorter, self->view, self->columns[0].widget);
  *descending = self->asked >= 0 && ordering == GTK_ORDERING_LARGER;

  return self->asked >= 0 ? (RutterColumn)self->asked : RUTTER_COLUMN_TITLE;
}
