/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-button.h"

#include <glib/gi18n-lib.h>

struct _RutterNetButton
{
  AdwBin     parent_instance;

  GtkWidget *button;
  GtkImage  *icon;
  GtkLabel  *label;
};

G_DEFINE_FINAL_TYPE (RutterNetButton, rutter_net_button, ADW_TYPE_BIN)

static void
rutter_net_button_class_init (RutterNetButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-net-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterNetButton, button);
  gtk_widget_class_bind_template_child (widget_class, RutterNetButton, icon);
  gtk_widget_class_bind_template_child (widget_class, RutterNetButton, label);
}

static void
rutter_net_button_init (RutterNetButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rutter_net_button_show (self, FALSE, 0);
}

void
rutter_net_button_show (RutterNetButton *self,
                        gboolean         is_on,
                        guint            n_hosts)
{
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (RUTTER_IS_NET_BUTTON (self));

  if (is_on)
    {
      label = g_strdup_printf (ngettext ("net: %u host", "net: %u hosts", n_hosts), n_hosts);
      words = g_strdup_printf (ngettext ("Network: on, %u host is allowed",
                                         "Network: on, %u hosts are allowed", n_hosts), n_hosts);
    }
  else
    {
      label = g_strdup (_("net: off"));
      words = g_strdup (_("Network: off, nobody is contacted"));
    }

  gtk_label_set_label (self->label, label);
  gtk_image_set_from_icon_name (self->icon, is_on ? "network-transmit-receive-symbolic"
                                                  : "network-offline-symbolic");
  gtk_widget_set_tooltip_text (self->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
