/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-row.h"

#include <glib/gi18n-lib.h>

struct _RutterNetRow
{
  AdwBin          parent_instance;

  RutterNetEntry *entry; /* NULL: shows nothing */
  GtkImage       *icon;
  GtkLabel       *host;
  GtkLabel       *verdict;
  GtkLabel       *facts;
};

G_DEFINE_FINAL_TYPE (RutterNetRow, rutter_net_row, ADW_TYPE_BIN)

static char *
make_facts (RutterNetEntry *entry)
{
  gint64 time_us = rutter_net_entry_get_time_us (entry);
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (time_us / G_USEC_PER_SEC);
  g_autofree char *clock = g_date_time_format (time, "%T");
  g_autofree char *sent = g_format_size (rutter_net_entry_get_sent (entry));
  g_autofree char *received = g_format_size (rutter_net_entry_get_received (entry));
  guint count = rutter_net_entry_get_count (entry);
  g_autofree char *times = g_strdup_printf (ngettext ("%u time", "%u times", count), count);

  if (!rutter_net_entry_is_allowed (entry))
    return g_strdup_printf (C_("ledger: time, why, how often", "%s · %s · %s, nothing sent"), clock,
                            rutter_net_entry_get_why (entry), times);

  return g_strdup_printf (C_("ledger: time, why, how often, bytes", "%s · %s · %s, %s sent, %s "
                             "received"), clock, rutter_net_entry_get_why (entry), times, sent,
                          received);
}

static void
update (RutterNetRow *self)
{
  gboolean is_allowed = rutter_net_entry_is_allowed (self->entry);
  g_autofree char *facts = make_facts (self->entry);

  gtk_image_set_from_icon_name (self->icon, is_allowed ? "object-select-symbolic"
                                                       : "action-unavailable-symbolic");
  gtk_label_set_label (self->host, rutter_net_entry_get_host (self->entry));
  gtk_label_set_label (self->verdict, is_allowed ? _("allowed") : _("refused"));
  gtk_label_set_label (self->facts, facts);
}

static void
rutter_net_row_dispose (GObject *object)
{
  rutter_net_row_set_entry (RUTTER_NET_ROW (object), NULL);

  G_OBJECT_CLASS (rutter_net_row_parent_class)->dispose (object);
}

static void
rutter_net_row_class_init (RutterNetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_net_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-net-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterNetRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RutterNetRow, host);
  gtk_widget_class_bind_template_child (widget_class, RutterNetRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, RutterNetRow, facts);
}

static void
rutter_net_row_init (RutterNetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rutter_net_row_new (void)
{
  return g_object_new (RUTTER_TYPE_NET_ROW, NULL);
}

void
rutter_net_row_set_entry (RutterNetRow   *self,
                          RutterNetEntry *entry)
{
  g_return_if_fail (RUTTER_IS_NET_ROW (self));

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  g_signal_connect_object (entry, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
