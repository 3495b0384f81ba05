/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-columns.h"

#include "rutter-camera.h"

/* Beside the text of a column's title: the arrow of the order, and the edges. Pixels. */
#define TITLE_EDGES 38

typedef struct
{
  RutterTargetColumns *owner;
  RutterTargetColumn   column;
  GtkColumnViewColumn *widget; /* of the view */
  GHashTable          *cells;  /* GtkListItem -> Cell */
} Column;

typedef struct
{
  Column    *column;
  GtkWidget *label;
} Cell;

struct _RutterTargetColumns
{
  GtkColumnView *view;    /* owns this */
  Column         columns[RUTTER_N_TARGET_COLUMN];
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
    column->owner->asked = (int)column->column;

  return -1;
}

static gboolean
is_number (RutterTargetColumn column)
{
  return column == RUTTER_TARGET_COLUMN_SPEED || column == RUTTER_TARGET_COLUMN_COURSE;
}

static void
on_setup_cb (Column      *column,
             GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);
  Cell *cell = g_new (Cell, 1);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (column->column) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
  *cell = (Cell) { column, label };
  g_hash_table_insert (column->cells, list_item, cell);
}

static void
on_teardown_cb (Column      *column,
                GtkListItem *list_item)
{
  g_hash_table_remove (column->cells, list_item);
}

static void
show_text (RutterTargetItem *item,
           Cell             *cell)
{
  RutterTargetColumn column = cell->column->column;
  g_autofree char *text = rutter_target_item_dup_text (item, column);

  if (g_str_equal (gtk_label_get_label (GTK_LABEL (cell->label)), text))
    return;

  gtk_label_set_label (GTK_LABEL (cell->label), text);
  /* A narrow column cuts its text off. */
  gtk_widget_set_tooltip_text (cell->label, is_number (column) ? NULL : text);
}

static void
on_bind_cb (Column      *column,
            GtkListItem *list_item)
{
  RutterTargetItem *item = gtk_list_item_get_item (list_item);
  Cell *cell = g_hash_table_lookup (column->cells, list_item);

  g_signal_connect (item, "changed", G_CALLBACK (show_text), cell);
  show_text (item, cell);
  /* Who comes down the first column hears the whole row. */
  if (column->column == RUTTER_TARGET_COLUMN_NAME)
    {
      g_autofree char *sentence = rutter_target_item_describe (item);

      gtk_accessible_update_property (GTK_ACCESSIBLE (cell->label),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    }
}

static void
on_unbind_cb (Column      *column,
              GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_text,
                                        g_hash_table_lookup (column->cells, list_item));
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

static int
get_width (RutterTargetColumns *self,
           RutterTargetColumn   id)
{
  static const int widths[RUTTER_N_TARGET_COLUMN] = {
    [RUTTER_TARGET_COLUMN_NAME] = 170,  [RUTTER_TARGET_COLUMN_MMSI] = 92,
    [RUTTER_TARGET_COLUMN_IMO] = 84,    [RUTTER_TARGET_COLUMN_FLAG] = 120,
    [RUTTER_TARGET_COLUMN_TYPE] = 140,  [RUTTER_TARGET_COLUMN_SPEED] = 72,
    [RUTTER_TARGET_COLUMN_COURSE] = 72, [RUTTER_TARGET_COLUMN_DESTINATION] = 150,
    [RUTTER_TARGET_COLUMN_HEARD] = 128, [RUTTER_TARGET_COLUMN_FEED] = 150,
    [RUTTER_TARGET_COLUMN_MATCH] = 150,
  };
  int least = measure_title (self->view, rutter_target_column_get_title (id));
  double growth = MAX (rutter_camera_get_text_scale (GTK_WIDGET (self->view)), 1);

  return MAX ((int)(widths[id] * growth), least);
}

static void
add_column (RutterTargetColumns *self,
            RutterTargetColumn   id)
{
  Column *column = &self->columns[id];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, column, NULL));

  *column = (Column) { self, id, NULL, g_hash_table_new_full (NULL, NULL, NULL, g_free) };
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup_cb), column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind_cb), column);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (on_unbind_cb), column);
  g_signal_connect_swapped (factory, "teardown", G_CALLBACK (on_teardown_cb), column);
  column->widget = gtk_column_view_column_new (rutter_target_column_get_title (id), factory);
  gtk_column_view_column_set_sorter (column->widget, sorter);
  gtk_column_view_column_set_resizable (column->widget, TRUE);
  gtk_column_view_column_set_fixed_width (column->widget, get_width (self, id));
  gtk_column_view_append_column (self->view, column->widget);
  g_object_unref (column->widget);
  g_object_unref (sorter);
}

RutterTargetColumns *
rutter_target_columns_new (GtkColumnView *view)
{
  RutterTargetColumns *self = g_new0 (RutterTargetColumns, 1);

  self->view = view;
  for (guint i = 0; i < RUTTER_N_TARGET_COLUMN; i++)
    add_column (self, i);
  gtk_column_view_sort_by_column (view, self->columns[RUTTER_TARGET_COLUMN_NAME].widget,
                                  GTK_SORT_ASCENDING);

  return self;
}

/* While the view still lives: its columns go, for they call back into this. */
void
rutter_target_columns_free (RutterTargetColumns *self)
{
  for (guint i = 0; i < RUTTER_N_TARGET_COLUMN; i++)
    {
      gtk_column_view_remove_column (self->view, self->columns[i].widget);
      g_hash_table_unref (self->columns[i].cells);
    }
  g_free (self);
}

/* Returns: the column that the view's head says, the first when it says none */
RutterTargetColumn
rutter_target_columns_get_order (RutterTargetColumns *self,
                                 gboolean            *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering ordering;

  self->asked = -1;
  /* Any two objects will do, so long as they are two. */
  ordering = gtk_sorter_compare (sorter, self->view, self->columns[0].widget);
  *descending = self->asked >= 0 && ordering == GTK_ORDERING_LARGER;

  return self->asked >= 0 ? (RutterTargetColumn)self->asked : RUTTER_TARGET_COLUMN_NAME;
}
