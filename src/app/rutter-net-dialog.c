/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-dialog.h"

#include "rutter-net-host-row.h"
#include "rutter-net-row.h"

#include <glib/gi18n-lib.h>

struct _RutterNetDialog
{
  AdwWindow           parent_instance;

  RutterNetGate      *gate;
  GSimpleActionGroup *actions; /* ledger.: export, clear */

  AdwToastOverlay    *toasts;
  AdwViewStack       *pages;
  GtkSwitch          *on_switch;
  GtkListBox         *hosts;
  AdwEntryRow        *entry;
  GtkLabel           *ledger_note;
  GtkStack           *ledger_stack;
  GtkListView        *ledger_view;
};

G_DEFINE_FINAL_TYPE (RutterNetDialog, rutter_net_dialog, ADW_TYPE_WINDOW)

static void
say (RutterNetDialog *self,
     const char      *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* Rows whose hosts stay are kept: one of them may have brought this about, or have the keyboard. */
static void
update_hosts (RutterNetDialog *self)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (self->gate);
  g_auto(GStrv) hosts = rutter_net_policy_list_hosts (policy);
  GtkListBoxRow *row;
  int i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (self->hosts, i)) != NULL;)
    if (g_strv_contains ((const char *const *)hosts,
                         rutter_net_host_row_get_host (RUTTER_NET_HOST_ROW (row))))
      i++;
    else
      {
        gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->hosts)) ==
                             GTK_WIDGET (row);

        gtk_list_box_remove (self->hosts, GTK_WIDGET (row));
        if (had_focus)
          gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      }

  for (i = 0; hosts[i] != NULL; i++)
    {
      row = gtk_list_box_get_row_at_index (self->hosts, i);
      if (row != NULL && g_str_equal (hosts[i],
                                      rutter_net_host_row_get_host (RUTTER_NET_HOST_ROW (row))))
        rutter_net_host_row_update (RUTTER_NET_HOST_ROW (row));
      else
        gtk_list_box_insert (self->hosts, rutter_net_host_row_new (policy, hosts[i]), i);
    }
}

static void
update_policy (RutterNetDialog *self)
{
  gtk_switch_set_active (self->on_switch,
                         rutter_net_policy_is_on (rutter_net_gate_get_policy (self->gate)));
  update_hosts (self);
}

static void
update_ledger (RutterNetDialog *self)
{
  RutterNetLedger *ledger = rutter_net_gate_get_ledger (self->gate);
  guint n_dropped = rutter_net_ledger_get_n_dropped (ledger);
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (ledger)) == 0;
  const char *const names[] = { "export", "clear" };
  GString *note = g_string_new (_("What was contacted or refused since Rutter started, the latest "
                                  "first. It is kept in memory only and ends with the program."));

  if (n_dropped > 0)
    {
      g_string_append_c (note, ' ');
      g_string_append_printf (note, ngettext ("The oldest line was dropped.",
                                              "The oldest %u lines were dropped.", n_dropped),
                              n_dropped);
    }

  gtk_label_set_label (self->ledger_note, note->str);
  gtk_stack_set_visible_child_name (self->ledger_stack, is_empty ? "empty" : "lines");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
      !is_empty);
  g_string_free (note, TRUE);
}

static void
on_switched_cb (RutterNetDialog *self)
{
  if (self->gate != NULL)
    rutter_net_policy_set_on (rutter_net_gate_get_policy (self->gate),
                              gtk_switch_get_active (self->on_switch));
}

/* To the eye and to the ear. */
static void
mark_entry (RutterNetDialog *self,
            gboolean         is_invalid)
{
  if (is_invalid)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_invalid ? GTK_ACCESSIBLE_INVALID_TRUE
                                          : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Until Rutter ends: to keep a host for always is chosen at its row. */
static void
on_apply_cb (RutterNetDialog *self)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (self->gate);
  g_autoptr(GError) error = NULL;

  if (rutter_net_policy_allow (policy, gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                               RUTTER_NET_RUN, &error))
    {
      mark_entry (self, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    }
  else
    {
      mark_entry (self, TRUE);
      say (self, error->message);
    }
}

static void
on_exported_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(RutterNetDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (rutter_net_ledger_export_finish (RUTTER_NET_LEDGER (source), result, &error))
    say (self, _("The ledger was exported."));
  else
    say (self, error->message);
}

static void
on_response_cb (RutterNetDialog *self,
                int              response,
                GtkNativeDialog *dialog)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && self->gate != NULL)
    rutter_net_ledger_export_async (rutter_net_gate_get_ledger (self->gate), file, NULL,
                                    on_exported_cb, g_object_ref (self));
  g_object_unref (dialog);
}

static void
on_export_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Export the Ledger"), user_data, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("rutter-ledger.csv"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), user_data,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_clear_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  rutter_net_ledger_clear (rutter_net_gate_get_ledger (RUTTER_NET_DIALOG (user_data)->gate));
}

static void
on_setup_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             gpointer                  user_data)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, rutter_net_row_new ());
}

static void
on_bind_cb (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            gpointer                  user_data)
{
  rutter_net_row_set_entry (RUTTER_NET_ROW (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item));
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  rutter_net_row_set_entry (RUTTER_NET_ROW (gtk_list_item_get_child (item)), NULL);
}

/* The latest first. Equal times keep their order, with the later below: rare, and harmless. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  gint64 first = rutter_net_entry_get_time_us ((RutterNetEntry *)a);
  gint64 second = rutter_net_entry_get_time_us ((RutterNetEntry *)b);

  return first < second ? 1 : first > second ? -1 : 0;
}

static void
rutter_net_dialog_dispose (GObject *object)
{
  RutterNetDialog *self = RUTTER_NET_DIALOG (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->gate);

  G_OBJECT_CLASS (rutter_net_dialog_parent_class)->dispose (object);
}

static void
rutter_net_dialog_class_init (RutterNetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_net_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-net-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterNetDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RutterNetDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RutterNetDialog, on_switch);
  gtk_widget_class_bind_template_child (widget_class, RutterNetDialog, hosts);
  gtk_widget_class_bind_template_child (widget_class, RutterNetDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, RutterNetDialog, ledger_note);
  gtk_widget_class_bind_template_child (widget_class, RutterNetDialog, ledger_stack);
  gtk_widget_class_bind_template_child (widget_class, RutterNetDialog, ledger_view);
  gtk_widget_class_bind_template_callback (widget_class, on_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rutter_net_dialog_init (RutterNetDialog *self)
{
  static const GActionEntry entries[] = {
    { .name = "export", .activate = on_export_cb },
    { .name = "clear", .activate = on_clear_cb },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "ledger", G_ACTION_GROUP (self->actions));
}

static void
show_ledger (RutterNetDialog *self)
{
  RutterNetLedger *ledger = rutter_net_gate_get_ledger (self->gate);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_entries, NULL, NULL));
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (ledger)), sorter);
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (sorted));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), NULL);
  gtk_list_view_set_factory (self->ledger_view, factory);
  gtk_list_view_set_model (self->ledger_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
  g_signal_connect_object (ledger, "items-changed", G_CALLBACK (update_ledger), self,
                           G_CONNECT_SWAPPED);
  update_ledger (self);
}

GtkWidget *
rutter_net_dialog_new (GtkWindow     *parent,
                       RutterNetGate *gate)
{
  RutterNetDialog *self = g_object_new (RUTTER_TYPE_NET_DIALOG, "transient-for", parent,
                                        "destroy-with-parent", TRUE, NULL);

  self->gate = g_object_ref (gate);
  g_signal_connect_object (rutter_net_gate_get_policy (gate), "changed",
                           G_CALLBACK (update_policy), self, G_CONNECT_SWAPPED);
  update_policy (self);
  show_ledger (self);

  return GTK_WIDGET (self);
}
