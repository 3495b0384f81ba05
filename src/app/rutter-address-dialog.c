/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-address-dialog.h"

#include <glib/gi18n-lib.h>

#define USUAL_ZOOM 19

struct _RutterAddressDialog
{
  AdwMessageDialog  parent_instance;

  GtkEditable      *pattern;
  GtkEditable      *attribution;
  GtkSpinButton    *zoom;
  GtkLabel         *problem;
};

G_DEFINE_FINAL_TYPE (RutterAddressDialog, rutter_address_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* Nobody is told what is wrong with what they have not written yet. */
static void
update (RutterAddressDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterTileAddress) address = rutter_address_dialog_dup_address (self, &error);
  gboolean is_begun = *gtk_editable_get_text (self->pattern) != '\0' &&
                      *gtk_editable_get_text (self->attribution) != '\0';

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "show", address != NULL);
  if (address != NULL && !rutter_tile_address_is_keepable (address))
    gtk_label_set_label (self->problem, _("What stands behind the question mark may be a key of "
                                          "yours, so this address is not kept when Rutter ends."));
  else
    gtk_label_set_label (self->problem, error != NULL && is_begun ? error->message : "");
}

static GtkEditable *
add_entry (RutterAddressDialog *self,
           GtkListBox          *list,
           const char          *title,
           const char          *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "text", text,
                                 "activates-default", TRUE, NULL);

  gtk_list_box_append (list, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_EDITABLE (row);
}

static void
add_zoom (RutterAddressDialog *self,
          GtkListBox          *list,
          guint                zoom)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Deepest zoom"), NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, RUTTER_MOST_TILE_ZOOM, 1);

  self->zoom = GTK_SPIN_BUTTON (spin);
  gtk_spin_button_set_value (self->zoom, zoom);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Deepest zoom"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_list_box_append (list, row);
}

static void
rutter_address_dialog_class_init (RutterAddressDialogClass *klass)
{
}

static void
rutter_address_dialog_init (RutterAddressDialog *self)
{
}

/* @address: (nullable): to begin with */
GtkWidget *
rutter_address_dialog_new (GtkWindow               *parent,
                           const RutterTileAddress *address)
{
  RutterAddressDialog *self =
    g_object_new (RUTTER_TYPE_ADDRESS_DIALOG, "transient-for", parent,
                  "heading", _("Map Tiles from an Address"), "destroy-with-parent", TRUE, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  adw_message_dialog_set_body (
    dialog, _("For example https://tiles.example.org/{z}/{x}/{y}.png. You are asked before its "
              "host is contacted. Only the tiles in view are asked for, and they are kept in "
              "memory only. Figures keep the map that came with Rutter."));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->pattern = add_entry (self, GTK_LIST_BOX (list), _("Address"),
                             address != NULL ? address->pattern : "");
  self->attribution = add_entry (self, GTK_LIST_BOX (list), _("Who made the map"),
                                 address != NULL ? address->attribution : "");
  add_zoom (self, GTK_LIST_BOX (list), address != NULL ? address->max_zoom : USUAL_ZOOM);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_message_dialog_set_extra_child (dialog, box);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "show", _("_Show"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "show", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "show");
  adw_message_dialog_set_close_response (dialog, "cancel");
  update (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer full) (nullable): what is written, if it is an address */
RutterTileAddress *
rutter_address_dialog_dup_address (RutterAddressDialog  *self,
                                   GError              **error)
{
  g_return_val_if_fail (RUTTER_IS_ADDRESS_DIALOG (self), NULL);

  /* While it is made the signals of its first rows come before the last is there. */
  if (self->zoom == NULL)
    return NULL;

  return rutter_tile_address_new (gtk_editable_get_text (self->pattern),
                                  gtk_editable_get_text (self->attribution),
                                  (guint)gtk_spin_button_get_value_as_int (self->zoom), error);
}
