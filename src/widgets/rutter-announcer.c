/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-announcer.h"

/* What changes faster than that, as while time is played, is told when it has come to rest. */
#define CALM_MS 700

struct _RutterAnnouncer
{
  AdwBin    parent_instance;

  GtkLabel *label;
  char     *waiting;
  guint     calm_id;
};

G_DEFINE_FINAL_TYPE (RutterAnnouncer, rutter_announcer, ADW_TYPE_BIN)

static void
forget_waiting (RutterAnnouncer *self)
{
  g_clear_handle_id (&self->calm_id, g_source_remove);
  g_clear_pointer (&self->waiting, g_free);
}

static gboolean
on_calm_cb (gpointer user_data)
{
  RutterAnnouncer *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->waiting);

  self->calm_id = 0;
  rutter_announcer_say (self, text);

  return G_SOURCE_REMOVE;
}

static void
rutter_announcer_dispose (GObject *object)
{
  forget_waiting (RUTTER_ANNOUNCER (object));

  G_OBJECT_CLASS (rutter_announcer_parent_class)->dispose (object);
}

static void
rutter_announcer_class_init (RutterAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_announcer_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "announcer");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
rutter_announcer_init (RutterAnnouncer *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                              "ellipsize", PANGO_ELLIPSIZE_END,
                              "width-chars", 1,
                              "max-width-chars", 1,
                              NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  /* Hidden, it would be hidden from the screen reader too. */
  gtk_widget_set_opacity (GTK_WIDGET (self), 0);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
rutter_announcer_new (void)
{
  return g_object_new (RUTTER_TYPE_ANNOUNCER, NULL);
}

void
rutter_announcer_say (RutterAnnouncer *self,
                      const char      *text)
{
  g_return_if_fail (RUTTER_IS_ANNOUNCER (self));
  g_return_if_fail (text != NULL);

  forget_waiting (self);
  if (g_str_equal (gtk_label_get_label (self->label), text))
    gtk_label_set_label (self->label, "");
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);

#if GTK_CHECK_VERSION (4, 14, 0)
  /* Later than what we build against everywhere else, which the compiler would warn of. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

void
rutter_announcer_say_calm (RutterAnnouncer *self,
                           const char      *text)
{
  g_return_if_fail (RUTTER_IS_ANNOUNCER (self));
  g_return_if_fail (text != NULL);

  forget_waiting (self);
  if (g_str_equal (gtk_label_get_label (self->label), text))
    return;

  self->waiting = g_strdup (text);
  self->calm_id = g_timeout_add (CALM_MS, on_calm_cb, self);
}

const char *
rutter_announcer_get_text (RutterAnnouncer *self)
{
  g_return_val_if_fail (RUTTER_IS_ANNOUNCER (self), NULL);

  return gtk_label_get_label (self->label);
}
