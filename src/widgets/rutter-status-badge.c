/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-status-badge.h"

#include <glib/gi18n-lib.h>

struct _RutterStatusBadge
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (RutterStatusBadge, rutter_status_badge, ADW_TYPE_BIN)

static void
rutter_status_badge_class_init (RutterStatusBadgeClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "badge");
}

static void
rutter_status_badge_init (RutterStatusBadge *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static GtkWidget *
create_badge (const char *text,
              const char *css_class)
{
  GtkWidget *self = g_object_new (RUTTER_TYPE_STATUS_BADGE, NULL);
  GtkWidget *label = gtk_label_new (text);

  adw_bin_set_child (ADW_BIN (self), label);
  gtk_widget_add_css_class (self, css_class);

  return self;
}

GtkWidget *
rutter_status_badge_new (RutterStatus status)
{
  g_return_val_if_fail ((guint)status < RUTTER_N_STATUS, NULL);

  return create_badge (rutter_status_get_title (status), rutter_status_get_id (status));
}

/* The second mark beside a status: somebody denies what is claimed. */
GtkWidget *
rutter_status_badge_new_for_denial (void)
{
  return create_badge (_("Denied by some"), "denial");
}

/* In the place of a status: no source says so, this program computed it. */
GtkWidget *
rutter_status_badge_new_for_computation (void)
{
  return create_badge (C_("status", "Computed"), "computed");
}

/* Likewise: it is of the map, and nobody claims it. */
GtkWidget *
rutter_status_badge_new_for_map (void)
{
  return create_badge (C_("status", "Map data"), "computed");
}
