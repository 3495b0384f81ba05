/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-notice-card.h"

struct _RutterNoticeCard
{
  AdwBin    parent_instance;

  GtkLabel *title;
  GtkLabel *sentence;
  GtkBox   *buttons;
};

G_DEFINE_FINAL_TYPE (RutterNoticeCard, rutter_notice_card, ADW_TYPE_BIN)

static void
remove_buttons (RutterNoticeCard *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, button);
}

static void
rutter_notice_card_class_init (RutterNoticeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-notice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterNoticeCard, title);
  gtk_widget_class_bind_template_child (widget_class, RutterNoticeCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, RutterNoticeCard, buttons);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
rutter_notice_card_init (RutterNoticeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rutter_notice_card_new (void)
{
  return g_object_new (RUTTER_TYPE_NOTICE_CARD, NULL);
}

void
rutter_notice_card_show (RutterNoticeCard *self,
                         const char       *title,
                         const char       *sentence)
{
  g_return_if_fail (RUTTER_IS_NOTICE_CARD (self));

  remove_buttons (self);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->sentence, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
rutter_notice_card_add_button (RutterNoticeCard *self,
                               const char       *label,
                               const char       *action)
{
  GtkWidget *button;

  g_return_if_fail (RUTTER_IS_NOTICE_CARD (self));

  button = gtk_button_new_with_mnemonic (label);
  /* GTK 4.8 would name it by its text with the mark of the key in it and by its label as well. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->buttons)) == NULL)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (self->buttons, button);
}

/* A button that was used goes with the card; the focus goes where the program puts it next. */
void
rutter_notice_card_hide (RutterNoticeCard *self)
{
  g_return_if_fail (RUTTER_IS_NOTICE_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  remove_buttons (self);
}
