/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-host-row.h"

#include <glib/gi18n-lib.h>

struct _RutterNetHostRow
{
  AdwActionRow     parent_instance;

  RutterNetPolicy *policy;
  char            *host;
  GtkDropDown     *grants; /* in the order of RutterNetGrant, from once on */
};

G_DEFINE_FINAL_TYPE (RutterNetHostRow, rutter_net_host_row, ADW_TYPE_ACTION_ROW)

static void
on_selected_cb (RutterNetHostRow *self)
{
  RutterNetGrant grant = RUTTER_NET_ONCE + gtk_drop_down_get_selected (self->grants);
  RutterNetGrant present = rutter_net_policy_get_grant (self->policy, self->host);

  /* The host may just have been taken out: then this row is on its way too. */
  if (present != RUTTER_NET_NEVER && grant != present)
    rutter_net_policy_allow (self->policy, self->host, grant, NULL);
}

static void
on_remove_cb (RutterNetHostRow *self)
{
  rutter_net_policy_forbid (self->policy, self->host);
}

static void
rutter_net_host_row_dispose (GObject *object)
{
  RutterNetHostRow *self = RUTTER_NET_HOST_ROW (object);

  g_clear_object (&self->policy);
  g_clear_pointer (&self->host, g_free);

  G_OBJECT_CLASS (rutter_net_host_row_parent_class)->dispose (object);
}

static void
rutter_net_host_row_class_init (RutterNetHostRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_net_host_row_dispose;
}

static void
rutter_net_host_row_init (RutterNetHostRow *self)
{
  const char *const names[] = { C_("how long a host is allowed", "Once"),
                                C_("how long a host is allowed", "Until Rutter Ends"),
                                C_("how long a host is allowed", "Always"), NULL };

  self->grants = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (names));
  gtk_widget_set_valign (GTK_WIDGET (self->grants), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->grants));
}

GtkWidget *
rutter_net_host_row_new (RutterNetPolicy *policy,
                         const char      *host)
{
  RutterNetHostRow *self = g_object_new (RUTTER_TYPE_NET_HOST_ROW, "use-markup", FALSE,
                                         "title", host, "title-lines", 0, NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *how_long = g_strdup_printf (_("How long “%s” is allowed"), host);
  g_autofree char *take_out = g_strdup_printf (_("Allow “%s” no longer"), host);

  self->policy = g_object_ref (policy);
  self->host = g_strdup (host);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grants), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  how_long, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, take_out,
                                  -1);
  gtk_widget_set_tooltip_text (remove, take_out);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), remove);
  rutter_net_host_row_update (self);
  g_signal_connect_object (self->grants, "notify::selected", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const char *
rutter_net_host_row_get_host (RutterNetHostRow *self)
{
  g_return_val_if_fail (RUTTER_IS_NET_HOST_ROW (self), NULL);

  return self->host;
}

void
rutter_net_host_row_update (RutterNetHostRow *self)
{
  RutterNetGrant grant;

  g_return_if_fail (RUTTER_IS_NET_HOST_ROW (self));

  grant = rutter_net_policy_get_grant (self->policy, self->host);
  if (grant != RUTTER_NET_NEVER)
    gtk_drop_down_set_selected (self->grants, grant - RUTTER_NET_ONCE);
}
