/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-desk.h"

#include "rutter-net-dialog.h"

struct _RutterNetDesk
{
  GObject          parent_instance;

  RutterWindow    *window; /* borrowed: it owns this */
  RutterNetGate   *gate;
  RutterNetButton *button; /* of the window */
  GtkWidget       *dialog; /* weak */
};

G_DEFINE_FINAL_TYPE (RutterNetDesk, rutter_net_desk, G_TYPE_OBJECT)

static void
update (RutterNetDesk *self)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (self->gate);
  g_auto(GStrv) hosts = rutter_net_policy_list_hosts (policy);

  rutter_net_button_show (self->button, rutter_net_policy_is_on (policy), g_strv_length (hosts));
}

static void
on_show_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  RutterNetDesk *self = user_data;

  if (self->dialog == NULL)
    g_set_weak_pointer (&self->dialog,
                        rutter_net_dialog_new (GTK_WINDOW (self->window), self->gate));
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
rutter_net_desk_dispose (GObject *object)
{
  RutterNetDesk *self = RUTTER_NET_DESK (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->gate);

  G_OBJECT_CLASS (rutter_net_desk_parent_class)->dispose (object);
}

static void
rutter_net_desk_class_init (RutterNetDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_net_desk_dispose;
}

static void
rutter_net_desk_init (RutterNetDesk *self)
{
}

RutterNetDesk *
rutter_net_desk_new (RutterWindow    *window,
                     RutterNetGate   *gate,
                     RutterNetButton *button)
{
  static const GActionEntry entries[] = {
    { .name = "show-network", .activate = on_show_cb },
  };
  RutterNetDesk *self = g_object_new (RUTTER_TYPE_NET_DESK, NULL);

  self->window = window;
  self->gate = g_object_ref (gate);
  self->button = button;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (rutter_net_gate_get_policy (gate), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}
