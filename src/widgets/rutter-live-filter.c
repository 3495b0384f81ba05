/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-live-filter.h"

#include "rutter-mid.h"
#include "rutter-point-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _RutterLiveFilter
{
  AdwBin           parent_instance;

  RutterLiveItem  *item;
  GPtrArray       *territories;  /* codes in the order of the list, after "any" */

  GtkCheckButton  *class_a;
  GtkCheckButton  *class_b;
  GtkCheckButton  *others;
  GtkDropDown     *flag;
  GtkSpinButton   *least;
  GtkSpinButton   *most;
  GtkEntry        *name;
  GtkButton       *clear;
  gboolean         is_showing;   /* what the item has: nothing was chosen */
};

G_DEFINE_FINAL_TYPE (RutterLiveFilter, rutter_live_filter, ADW_TYPE_BIN)

#define BIT(kind) (1u << RUTTER_POINT_##kind)
#define OTHERS (BIT (UNKNOWN) | BIT (STATION) | BIT (AIRCRAFT) | BIT (AID) | BIT (EMERGENCY))
#define ALL (OTHERS | BIT (CLASS_A) | BIT (CLASS_B))

static guint
read_classes (RutterLiveFilter *self)
{
  guint classes = 0;

  if (gtk_check_button_get_active (self->class_a))
    classes |= BIT (CLASS_A);
  if (gtk_check_button_get_active (self->class_b))
    classes |= BIT (CLASS_B);
  if (gtk_check_button_get_active (self->others))
    classes |= OTHERS;

  /* With none of them there would be nothing to see, and no sign of why. */
  return classes == ALL ? 0 : classes;
}

static void
on_chosen_cb (RutterLiveFilter *self)
{
  guint flag = gtk_drop_down_get_selected (self->flag);
  double least = gtk_spin_button_get_value (self->least);
  double most = gtk_spin_button_get_value (self->most);
  g_autofree char *territory = NULL;

  if (self->is_showing || self->item == NULL)
    return;

  g_object_get (self->item, "territory", &territory, NULL);
  if (self->territories->len > 0)
    {
      g_free (territory);
      territory = g_strdup (flag > 0 && flag <= self->territories->len
                            ? g_ptr_array_index (self->territories, flag - 1) : "");
    }
  g_object_set (self->item,
                "classes", read_classes (self),
                "territory", territory,
                "least-kn", least > 0 ? least : -1.0,
                "most-kn", most < 100 ? most : -1.0,
                "name", gtk_editable_get_text (GTK_EDITABLE (self->name)),
                NULL);
}

static guint
find_territory (RutterLiveFilter *self,
                const char       *territory)
{
  for (guint i = 0; i < self->territories->len; i++)
    if (g_str_equal (g_ptr_array_index (self->territories, i), territory))
      return i + 1;

  return 0;
}

static void
show_item (RutterLiveFilter *self)
{
  g_autofree char *territory = NULL;
  g_autofree char *name = NULL;
  double least, most;
  guint classes;

  g_object_get (self->item, "classes", &classes, "territory", &territory, "least-kn", &least,
                "most-kn", &most, "name", &name, NULL);
  self->is_showing = TRUE;
  gtk_check_button_set_active (self->class_a, classes == 0 || (classes & BIT (CLASS_A)) != 0);
  gtk_check_button_set_active (self->class_b, classes == 0 || (classes & BIT (CLASS_B)) != 0);
  gtk_check_button_set_active (self->others, classes == 0 || (classes & OTHERS) != 0);
  gtk_drop_down_set_selected (self->flag, find_territory (self, territory));
  gtk_spin_button_set_value (self->least, MAX (least, 0));
  gtk_spin_button_set_value (self->most, most < 0 ? 100 : most);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name)), name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), rutter_live_item_is_filtered (self->item));
  self->is_showing = FALSE;
}

static void
on_clear_clicked_cb (RutterLiveFilter *self)
{
  rutter_live_item_clear_filter (self->item);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (rutter_territory_get_name (*(const char *const *)a),
                         rutter_territory_get_name (*(const char *const *)b));
}

/* The countries that MMSIs are given out by, by name. */
static void
fill_flags (RutterLiveFilter *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint mid = 200; mid < 800; mid++)
    {
      const char *territory = rutter_mid_get_territory (mid);

      if (territory != NULL && g_hash_table_add (known, (gpointer)territory))
        g_ptr_array_add (self->territories, (gpointer)territory);
    }
  g_ptr_array_sort (self->territories, compare_names);
  /* Translators: the choice of no flag in particular. */
  gtk_string_list_append (names, C_("flag", "Any"));
  for (guint i = 0; i < self->territories->len; i++)
    gtk_string_list_append (names,
                            rutter_territory_get_name (g_ptr_array_index (self->territories, i)));
  gtk_drop_down_set_model (self->flag, G_LIST_MODEL (names));
}

/* Two hundred names are not made for a popover that is never opened. */
static void
on_mapped_cb (RutterLiveFilter *self)
{
  if (self->territories->len > 0)
    return;

  self->is_showing = TRUE;
  fill_flags (self);
  self->is_showing = FALSE;
  if (self->item != NULL)
    show_item (self);
}

static void
rutter_live_filter_dispose (GObject *object)
{
  RutterLiveFilter *self = RUTTER_LIVE_FILTER (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->territories, g_ptr_array_unref);

  G_OBJECT_CLASS (rutter_live_filter_parent_class)->dispose (object);
}

static void
rutter_live_filter_class_init (RutterLiveFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_live_filter_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-live-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterLiveFilter, class_a);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveFilter, class_b);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveFilter, others);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveFilter, flag);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveFilter, least);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveFilter, most);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveFilter, name);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveFilter, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
}

static void
rutter_live_filter_init (RutterLiveFilter *self)
{
  self->territories = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_mapped_cb), NULL);
}

void
rutter_live_filter_set_item (RutterLiveFilter *self,
                             RutterLiveItem   *item)
{
  g_return_if_fail (RUTTER_IS_LIVE_FILTER (self));
  g_return_if_fail (self->item == NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}
