/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-banner.h"

struct _RutterBanner
{
  AdwBin       parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;
};

G_DEFINE_FINAL_TYPE (RutterBanner, rutter_banner, ADW_TYPE_BIN)

static void
on_dismiss_clicked_cb (RutterBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
rutter_banner_class_init (RutterBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, RutterBanner, label);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss_clicked_cb);
}

static void
rutter_banner_init (RutterBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rutter_banner_show (RutterBanner *self,
                    const char   *message,
                    gboolean      is_news)
{
  g_return_if_fail (RUTTER_IS_BANNER (self));

  if (is_news)
    gtk_widget_add_css_class (GTK_WIDGET (self), "news");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "news");
  gtk_label_set_label (self->label, message);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}
