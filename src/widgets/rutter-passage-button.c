/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-passage-button.h"

#include "rutter-text-label.h"

#include <glib/gi18n-lib.h>

struct _RutterPassageButton
{
  AdwBin     parent_instance;

  char      *passage;
  GtkWidget *button;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (RutterPassageButton, rutter_passage_button, ADW_TYPE_BIN)

static void
rutter_passage_button_finalize (GObject *object)
{
  g_free (RUTTER_PASSAGE_BUTTON (object)->passage);

  G_OBJECT_CLASS (rutter_passage_button_parent_class)->finalize (object);
}

static void
rutter_passage_button_class_init (RutterPassageButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_passage_button_finalize;
}

static void
rutter_passage_button_init (RutterPassageButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->button = gtk_button_new_with_label ("");
  self->reason = rutter_text_label_new (_("Plan a route first (Ctrl+R): then the passage can be "
                                          "closed or opened for it."), "details-kind");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), self->reason);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
rutter_passage_button_new (const char *passage)
{
  RutterPassageButton *self = g_object_new (RUTTER_TYPE_PASSAGE_BUTTON, NULL);

  self->passage = g_strdup (passage);
  rutter_passage_button_set_route (self, FALSE, NULL);

  return GTK_WIDGET (self);
}

void
rutter_passage_button_set_route (RutterPassageButton *self,
                                 gboolean             is_planned,
                                 const char *const   *closed)
{
  gboolean is_closed = closed != NULL && g_strv_contains (closed, self->passage);
  const char *action = is_closed ? "win.route-open-passage" : "win.route-close-passage";

  g_return_if_fail (RUTTER_IS_PASSAGE_BUTTON (self));

  gtk_button_set_label (GTK_BUTTON (self->button),
                        is_closed ? _("Open for My Route") : _("Close for My Route"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", self->passage);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), is_planned ? action : NULL);
  gtk_widget_set_sensitive (self->button, is_planned);
  gtk_widget_set_visible (self->reason, !is_planned);
}
