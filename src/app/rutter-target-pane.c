/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-pane.h"

#include "rutter-number.h"
#include "rutter-target-columns.h"

#include <glib/gi18n-lib.h>

struct _RutterTargetPane
{
  AdwBin                parent_instance;

  RutterTargetModel    *model;
  GtkSingleSelection   *selection;
  RutterTargetColumns  *columns;
  RutterTargetColumn    order;
  gboolean              descending;
  guint32               selected;   /* MMSI; 0: none */

  GtkLabel             *count;
  GtkSearchEntry       *search;
  GtkToggleButton      *hold;
  GtkMenuButton        *export;
  GtkStack             *stack;
  GtkLabel             *empty;
  GtkColumnView        *view;
};

enum
{
  WANTED_CHANGED,
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterTargetPane, rutter_target_pane, ADW_TYPE_BIN)

static void
update_words (RutterTargetPane *self)
{
  RutterTargetList *list = rutter_target_model_get_list (self->model);
  guint n = list != NULL ? rutter_target_list_get_n (list) : 0;
  guint n_all = list != NULL ? rutter_target_list_get_n_all (list) : 0;
  g_autofree char *rows = rutter_count_to_text (n);
  g_autofree char *all = rutter_count_to_text (n_all);
  g_autofree char *text = NULL;

  if (n == n_all)
    text = g_strdup_printf (ngettext ("%s target", "%s targets", n_all), all);
  else
    text = g_strdup_printf (ngettext ("%s of %s target", "%s of %s targets", n_all), rows, all);
  gtk_label_set_label (self->count, text);
  gtk_label_set_label (self->empty, n_all > 0
    ? _("No target that is heard goes with what you search for.")
    : _("Nothing is heard. Set up a live feed, or start one that is set up."));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "empty");
}

static void
on_wanted_cb (RutterTargetPane *self)
{
  g_signal_emit (self, signals[WANTED_CHANGED], 0);
}

static void
on_order_changed_cb (RutterTargetPane *self)
{
  gboolean descending;
  RutterTargetColumn order;

  /* The columns go one by one when the pane does. */
  if (self->columns == NULL)
    return;

  order = rutter_target_columns_get_order (self->columns, &descending);
  if (order == self->order && descending == self->descending)
    return;

  self->order = order;
  self->descending = descending;
  /* Who asks for another order wants it now. */
  gtk_toggle_button_set_active (self->hold, FALSE);
  on_wanted_cb (self);
}

static void
on_activate_cb (RutterTargetPane *self,
                guint             position)
{
  g_autoptr(RutterTargetItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, rutter_target_item_get_mmsi (item));
}

static void
on_selected_cb (RutterTargetPane *self)
{
  RutterTargetItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    self->selected = rutter_target_item_get_mmsi (item);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export), item != NULL);
}

/* A row that moved is selected where it is now. */
static void
select_again (RutterTargetPane *self)
{
  RutterTargetList *list = rutter_target_model_get_list (self->model);
  guint position;

  if (list == NULL || self->selected == 0 ||
      !rutter_target_list_find (list, self->selected, &position))
    return;

  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
}

static void
on_export_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  RutterTargetPane *self = RUTTER_TARGET_PANE (widget);
  RutterTargetItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *uid = NULL;

  if (item == NULL)
    return;

  uid = rutter_live_uid_new (rutter_target_item_get_mmsi (item));
  gtk_widget_activate_action (widget, "win.export-track", "(ss)", uid,
                              g_variant_get_string (parameter, NULL));
}

static void
rutter_target_pane_dispose (GObject *object)
{
  RutterTargetPane *self = RUTTER_TARGET_PANE (object);

  g_clear_pointer (&self->columns, rutter_target_columns_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (rutter_target_pane_parent_class)->dispose (object);
}

static void
rutter_target_pane_class_init (RutterTargetPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rutter_target_pane_dispose;

  signals[WANTED_CHANGED] =
    g_signal_new ("wanted-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_ACTIVATED] =
    g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-target-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterTargetPane, count);
  gtk_widget_class_bind_template_child (widget_class, RutterTargetPane, search);
  gtk_widget_class_bind_template_child (widget_class, RutterTargetPane, hold);
  gtk_widget_class_bind_template_child (widget_class, RutterTargetPane, export);
  gtk_widget_class_bind_template_child (widget_class, RutterTargetPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RutterTargetPane, empty);
  gtk_widget_class_bind_template_child (widget_class, RutterTargetPane, view);
  gtk_widget_class_bind_template_callback (widget_class, on_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_install_action (widget_class, "targets.export", "s", on_export_action);
  gtk_widget_class_set_css_name (widget_class, "tablepane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
rutter_target_pane_init (RutterTargetPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->model = rutter_target_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  /* The list within the column view takes the focus, and newer GTK gives it no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child
                                                    (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Targets That Are Heard"), -1);
  self->columns = rutter_target_columns_new (self->view);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_order_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  update_words (self);
}

GtkWidget *
rutter_target_pane_new (void)
{
  return g_object_new (RUTTER_TYPE_TARGET_PANE, NULL);
}

RutterTargetModel *
rutter_target_pane_get_model (RutterTargetPane *self)
{
  g_return_val_if_fail (RUTTER_IS_TARGET_PANE (self), NULL);

  return self->model;
}

/* @list: sorted as rutter_target_pane_get_order() says */
void
rutter_target_pane_set_list (RutterTargetPane *self,
                             RutterTargetList *list)
{
  guint32 selected;

  g_return_if_fail (RUTTER_IS_TARGET_PANE (self));

  selected = self->selected;
  rutter_target_model_set_list (self->model, list);
  self->selected = selected;
  select_again (self);
  update_words (self);
}

gboolean
rutter_target_pane_is_held (RutterTargetPane *self)
{
  g_return_val_if_fail (RUTTER_IS_TARGET_PANE (self), FALSE);

  return gtk_toggle_button_get_active (self->hold);
}

const char *
rutter_target_pane_get_words (RutterTargetPane *self)
{
  g_return_val_if_fail (RUTTER_IS_TARGET_PANE (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

RutterTargetColumn
rutter_target_pane_get_order (RutterTargetPane *self,
                              gboolean         *descending)
{
  g_return_val_if_fail (RUTTER_IS_TARGET_PANE (self), RUTTER_TARGET_COLUMN_NAME);

  *descending = self->descending;
  return self->order;
}

/* To the rows when there are any, else to what searches them. */
void
rutter_target_pane_focus_rows (RutterTargetPane *self)
{
  g_return_if_fail (RUTTER_IS_TARGET_PANE (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 ||
      !gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view))))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
