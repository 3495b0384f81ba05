/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-live-card.h"

#include "rutter-live-section.h"
#include "rutter-text-label.h"

#include <glib/gi18n-lib.h>

struct _RutterLiveCard
{
  AdwBin     parent_instance;

  GtkBox    *content;
  GtkWidget *export;      /* of content; the last */
  GPtrArray *sections;    /* RutterLiveSection */
  char      *uid;         /* of the target */
};

G_DEFINE_FINAL_TYPE (RutterLiveCard, rutter_live_card, ADW_TYPE_BIN)

static void
rutter_live_card_finalize (GObject *object)
{
  RutterLiveCard *self = RUTTER_LIVE_CARD (object);

  g_ptr_array_unref (self->sections);
  g_free (self->uid);

  G_OBJECT_CLASS (rutter_live_card_parent_class)->finalize (object);
}

static void
rutter_live_card_class_init (RutterLiveCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rutter_live_card_finalize;
  gtk_widget_class_set_css_name (widget_class, "livecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rutter_live_card_init (RutterLiveCard *self)
{
  GtkWidget *note =
    rutter_text_label_new (_("As broadcast by AIS, unchecked: a sender can send anything. Kept in "
                             "memory only."), "legend-text");

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_live_section_free);
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->export = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->export), _("_Export Track"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->export), TRUE);
  gtk_widget_set_halign (self->export, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->export, _("Save the way of the last hour as GPX, CSV or "
                                               "GeoJSON"));
  gtk_box_append (self->content, note);
  gtk_box_append (self->content, self->export);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->content));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Live AIS"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
rutter_live_card_new (void)
{
  return g_object_new (RUTTER_TYPE_LIVE_CARD, NULL);
}

static void
add_section (RutterLiveCard *self)
{
  RutterLiveSection *section = rutter_live_section_new ();

  gtk_box_insert_child_after (self->content, rutter_live_section_get_widget (section),
                              gtk_widget_get_prev_sibling (self->export));
  g_ptr_array_add (self->sections, section);
}

static void
remove_section (RutterLiveCard *self)
{
  RutterLiveSection *section = g_ptr_array_index (self->sections, self->sections->len - 1);

  gtk_box_remove (self->content, rutter_live_section_get_widget (section));
  g_ptr_array_remove_index (self->sections, self->sections->len - 1);
}

/* A menu that is open stays so while it is of the same target. */
static void
set_export (RutterLiveCard *self,
            const char     *uid)
{
  static const struct { const char *format, *label; } formats[] = {
    { "gpx", N_("As _GPX…") }, { "csv", N_("As _CSV…") }, { "geojson", N_("As Geo_JSON…") },
  };
  g_autoptr(GMenu) menu = NULL;

  if (g_strcmp0 (uid, self->uid) == 0)
    return;

  g_free (self->uid);
  self->uid = g_strdup (uid);
  menu = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(formats[i].label), NULL);

      g_menu_item_set_action_and_target (item, "win.export-track", "(ss)", uid,
                                         formats[i].format);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->export), G_MENU_MODEL (menu));
}

void
rutter_live_card_set_details (RutterLiveCard *self,
                              RutterDetails  *details)
{
  guint n = details != NULL ? details->sections->len : 0;

  g_return_if_fail (RUTTER_IS_LIVE_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), details != NULL);
  if (details == NULL)
    return;

  while (self->sections->len < n)
    add_section (self);
  while (self->sections->len > n)
    remove_section (self);
  for (guint i = 0; i < n; i++)
    rutter_live_section_update (g_ptr_array_index (self->sections, i),
                                g_ptr_array_index (details->sections, i));
  set_export (self, details->uid);
}
