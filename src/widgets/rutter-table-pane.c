/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-table-pane.h"

#include "rutter-number.h"
#include "rutter-table-columns.h"
#include "rutter-table-model.h"

#include <glib/gi18n-lib.h>

struct _RutterTablePane
{
  AdwBin               parent_instance;

  RutterTableModel    *model;
  GtkSelectionModel   *selection;
  RutterTableColumns  *columns;
  GSimpleActionGroup  *actions;
  RutterColumn         order;
  gboolean             descending;
  char                *selected; /* uid */

  GtkLabel            *count;
  GtkToggleButton     *in_view;
  GtkToggleButton     *all;
  GtkStack            *stack;
  GtkLabel            *empty;
  GtkColumnView       *view;
  GMenu               *sort_columns;
};

enum
{
  WANTED_CHANGED,
  ROW_ACTIVATED,
  COPIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterTablePane, rutter_table_pane, ADW_TYPE_BIN)

static void
set_action_state (RutterTablePane *self,
                  const char      *name,
                  GVariant        *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
on_wanted_cb (RutterTablePane *self)
{
  g_signal_emit (self, signals[WANTED_CHANGED], 0);
}

static void
on_order_changed_cb (RutterTablePane *self)
{
  gboolean descending;
  RutterColumn order;

  /* The columns go one by one when the pane does. */
  if (self->columns == NULL)
    return;

  order = rutter_table_columns_get_order (self->columns, &descending);
  if (order == self->order && descending == self->descending)
    return;

  self->order = order;
  self->descending = descending;
  set_action_state (self, "sort-by", g_variant_new_int32 (order));
  set_action_state (self, "descending", g_variant_new_boolean (descending));
  g_signal_emit (self, signals[WANTED_CHANGED], 0);
}

static void
on_sort_by_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  RutterTablePane *self = user_data;
  int column = g_variant_get_int32 (state);

  if (column >= 0 && column < RUTTER_N_COLUMN)
    rutter_table_columns_sort (self->columns, column, self->descending);
}

static void
on_descending_cb (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  RutterTablePane *self = user_data;

  rutter_table_columns_sort (self->columns, self->order, g_variant_get_boolean (state));
}

typedef struct
{
  RutterTable *table;
  GArray      *rows;   /* guint; NULL: all */
  guint        n_rows;
} CopyJob;

static void
free_copy_job (gpointer data)
{
  CopyJob *job = data;

  rutter_table_unref (job->table);
  g_clear_pointer (&job->rows, g_array_unref);
  g_free (job);
}

/* Worker thread. */
static void
write_csv (GTask        *task,
           gpointer      source_object,
           gpointer      task_data,
           GCancellable *cancellable)
{
  CopyJob *job = task_data;

  g_task_return_pointer (task, rutter_table_to_csv (job->table, job->rows), g_free);
}

static void
on_csv_written_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  RutterTablePane *self = RUTTER_TABLE_PANE (object);
  CopyJob *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *csv = g_task_propagate_pointer (G_TASK (result), NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv);
  g_signal_emit (self, signals[COPIED], 0, job->n_rows);
}

static GArray *
list_selected (RutterTablePane *self)
{
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (self->selection);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_append_val (rows, position);

  return rows;
}

/* The selected rows, or all when none is. */
static void
on_copy_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RutterTablePane *self = RUTTER_TABLE_PANE (widget);
  RutterTable *table = rutter_table_model_get_table (self->model);
  g_autoptr(GTask) task = NULL;
  CopyJob *job;

  if (table == NULL)
    return;

  job = g_new0 (CopyJob, 1);
  job->table = rutter_table_ref (table);
  job->rows = list_selected (self);
  if (job->rows->len == 0)
    g_clear_pointer (&job->rows, g_array_unref);
  job->n_rows = job->rows != NULL ? job->rows->len : rutter_table_get_n_rows (table);
  task = g_task_new (self, NULL, on_csv_written_cb, NULL);
  g_task_set_source_tag (task, on_copy_action);
  g_task_set_task_data (task, job, free_copy_job);
  g_task_run_in_thread (task, write_csv);
}

static void
on_activate_cb (RutterTablePane *self,
                guint            position)
{
  g_autoptr(RutterTableItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, rutter_table_item_get_row (item)->uid);
}

/* The legend counts an object in each of its layers, the list once: where that makes a difference
 * it is said.
 */
static char *
describe_counts (RutterTable *table,
                 gboolean     wants_all)
{
  guint n_rows = table != NULL ? rutter_table_get_n_rows (table) : 0;
  guint n_total = table != NULL ? rutter_table_get_n_total (table) : 0;
  guint n_shared = table != NULL ? rutter_table_get_n_shared (table) : 0;
  g_autofree char *rows = rutter_count_to_text (n_rows);
  g_autofree char *total = rutter_count_to_text (n_total);
  g_autofree char *shared = rutter_count_to_text (n_shared);

  if (wants_all && n_shared > 0)
    return g_strdup_printf (ngettext ("%s object, %s of them in more than one layer",
                                      "%s objects, %s of them in more than one layer", n_rows),
                            rows, shared);
  if (wants_all)
    return g_strdup_printf (ngettext ("%s object", "%s objects", n_rows), rows);
  if (n_shared > 0)
    return g_strdup_printf (ngettext ("%s of %s in view, %s of them in more than one layer",
                                      "%s of %s in view, %s of them in more than one layer",
                                      n_total), rows, total, shared);

  return g_strdup_printf (ngettext ("%s of %s in view", "%s of %s in view", n_total), rows, total);
}

static void
update_words (RutterTablePane *self)
{
  RutterTable *table = rutter_table_model_get_table (self->model);
  guint n_rows = table != NULL ? rutter_table_get_n_rows (table) : 0;
  guint n_total = table != NULL ? rutter_table_get_n_total (table) : 0;
  g_autofree char *text = describe_counts (table, rutter_table_pane_wants_all (self));

  gtk_label_set_label (self->count, text);
  /* Beside a wide pane there is no room for all of it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), text);
  gtk_label_set_label (self->empty, n_total > 0
    ? _("Nothing of what is kept lies in view. Zoom out, or choose All.")
    : _("No object is kept. Switch on a layer, choose other actors or another time."));
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "rows" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", n_rows > 0);
}

static void
select_row (RutterTablePane *self,
            gboolean         scroll)
{
  RutterTable *table = rutter_table_model_get_table (self->model);
  guint position;

  if (table == NULL || self->selected == NULL ||
      !rutter_table_find (table, self->selected, &position))
    return;

  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  /* The list within the column view; the view itself offers no way to scroll before GTK 4.12. */
  if (scroll)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                                "list.scroll-to-item", "u", position);
}

static void
rutter_table_pane_dispose (GObject *object)
{
  RutterTablePane *self = RUTTER_TABLE_PANE (object);

  g_clear_pointer (&self->columns, rutter_table_columns_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (rutter_table_pane_parent_class)->dispose (object);
}

static void
rutter_table_pane_finalize (GObject *object)
{
  RutterTablePane *self = RUTTER_TABLE_PANE (object);

  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (rutter_table_pane_parent_class)->finalize (object);
}

static void
rutter_table_pane_class_init (RutterTablePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rutter_table_pane_dispose;
  object_class->finalize = rutter_table_pane_finalize;

  signals[WANTED_CHANGED] =
    g_signal_new ("wanted-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_ACTIVATED] =
    g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COPIED] =
    g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-table-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterTablePane, count);
  gtk_widget_class_bind_template_child (widget_class, RutterTablePane, in_view);
  gtk_widget_class_bind_template_child (widget_class, RutterTablePane, all);
  gtk_widget_class_bind_template_child (widget_class, RutterTablePane, stack);
  gtk_widget_class_bind_template_child (widget_class, RutterTablePane, empty);
  gtk_widget_class_bind_template_child (widget_class, RutterTablePane, view);
  gtk_widget_class_bind_template_child (widget_class, RutterTablePane, sort_columns);
  gtk_widget_class_bind_template_callback (widget_class, on_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, on_copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "table.copy", NULL);
  gtk_widget_class_set_css_name (widget_class, "tablepane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
add_sort_menu (RutterTablePane *self)
{
  GActionEntry entries[] = {
    { .name = "sort-by", .parameter_type = "i", .state = "0", .change_state = on_sort_by_cb },
    { .name = "descending", .state = "false", .change_state = on_descending_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table-order",
                                  G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < RUTTER_N_COLUMN; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (rutter_column_get_title (i), NULL);

      g_menu_item_set_action_and_target (item, "table-order.sort-by", "i", i);
      g_menu_append_item (self->sort_columns, item);
    }
}

static void
rutter_table_pane_init (RutterTablePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->model = rutter_table_model_new ();
  self->selection =
    GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_column_view_set_model (self->view, self->selection);
  /* The list within the column view takes the focus, and newer GTK gives it no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child
                                                    (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the Map Shows"), -1);
  add_sort_menu (self);
  self->columns = rutter_table_columns_new (self->view);
  rutter_table_columns_sort (self->columns, RUTTER_COLUMN_TITLE, FALSE);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_order_changed_cb), self, G_CONNECT_SWAPPED);
  update_words (self);
}

GtkWidget *
rutter_table_pane_new (void)
{
  return g_object_new (RUTTER_TYPE_TABLE_PANE, NULL);
}

/* NULL: no rows. */
void
rutter_table_pane_set_table (RutterTablePane *self,
                             RutterTable     *table)
{
  g_return_if_fail (RUTTER_IS_TABLE_PANE (self));

  rutter_table_model_set_table (self->model, table);
  select_row (self, FALSE);
  update_words (self);
}

/* Returns: (nullable) (transfer none) */
RutterTable *
rutter_table_pane_get_table (RutterTablePane *self)
{
  g_return_val_if_fail (RUTTER_IS_TABLE_PANE (self), NULL);

  return rutter_table_model_get_table (self->model);
}

/* To the rows when there are any, else to what chooses them. */
void
rutter_table_pane_focus_rows (RutterTablePane *self)
{
  g_return_if_fail (RUTTER_IS_TABLE_PANE (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 ||
      !gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view))))
    gtk_widget_grab_focus (GTK_WIDGET (self->in_view));
}

/* NULL selects nothing. A row that comes only with a later table is selected then. */
void
rutter_table_pane_set_selected (RutterTablePane *self,
                                const char      *uid)
{
  g_return_if_fail (RUTTER_IS_TABLE_PANE (self));

  if (g_strcmp0 (self->selected, uid) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (uid);
  if (uid == NULL)
    gtk_selection_model_unselect_all (self->selection);
  select_row (self, TRUE);
}

gboolean
rutter_table_pane_wants_all (RutterTablePane *self)
{
  g_return_val_if_fail (RUTTER_IS_TABLE_PANE (self), FALSE);

  return gtk_toggle_button_get_active (self->all);
}

RutterColumn
rutter_table_pane_get_order (RutterTablePane *self,
                             gboolean        *descending)
{
  g_return_val_if_fail (RUTTER_IS_TABLE_PANE (self), RUTTER_COLUMN_TITLE);

  *descending = self->descending;
  return self->order;
}
