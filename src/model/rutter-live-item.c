/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-live-item.h"

#include "rutter-number.h"

#include <glib/gi18n-lib.h>

struct _RutterLiveItem
{
  GObject   parent_instance;

  gboolean  visible;
  guint     classes;
  char     *territory;
  double    least_kn, most_kn;
  char     *name;

  guint     n_in_view, n_passing, n_all;
  char     *notice;
  double    minutes;
};

enum
{
  PROP_VISIBLE = 1,
  PROP_CLASSES,
  PROP_TERRITORY,
  PROP_LEAST_KN,
  PROP_MOST_KN,
  PROP_NAME,
  PROP_TEXTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RutterLiveItem, rutter_live_item, G_TYPE_OBJECT)

static void
rutter_live_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RutterLiveItem *self = RUTTER_LIVE_ITEM (object);

  switch (prop_id)
    {
    case PROP_VISIBLE:
      g_value_set_boolean (value, self->visible);
      break;
    case PROP_CLASSES:
      g_value_set_uint (value, self->classes);
      break;
    case PROP_TERRITORY:
      g_value_set_string (value, self->territory);
      break;
    case PROP_LEAST_KN:
      g_value_set_double (value, self->least_kn);
      break;
    case PROP_MOST_KN:
      g_value_set_double (value, self->most_kn);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TEXTS:
      g_value_take_string (value, rutter_live_item_dup_counts (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
replace_text (char       **place,
              const char  *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (text != NULL ? text : "");
  return TRUE;
}

static gboolean
replace_number (double *place,
                double  number)
{
  if (!(*place < number) && !(*place > number))
    return FALSE;

  *place = number;
  return TRUE;
}

static void
rutter_live_item_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  RutterLiveItem *self = RUTTER_LIVE_ITEM (object);
  gboolean is_changed = FALSE;

  switch (prop_id)
    {
    case PROP_VISIBLE:
      is_changed = self->visible != g_value_get_boolean (value);
      self->visible = g_value_get_boolean (value);
      break;
    case PROP_CLASSES:
      is_changed = self->classes != g_value_get_uint (value);
      self->classes = g_value_get_uint (value);
      break;
    case PROP_TERRITORY:
      is_changed = replace_text (&self->territory, g_value_get_string (value));
      break;
    case PROP_LEAST_KN:
      is_changed = replace_number (&self->least_kn, g_value_get_double (value));
      break;
    case PROP_MOST_KN:
      is_changed = replace_number (&self->most_kn, g_value_get_double (value));
      break;
    case PROP_NAME:
      is_changed = replace_text (&self->name, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (!is_changed)
    return;

  g_object_notify_by_pspec (object, pspec);
  g_object_notify_by_pspec (object, properties[PROP_TEXTS]);
}

static void
rutter_live_item_finalize (GObject *object)
{
  RutterLiveItem *self = RUTTER_LIVE_ITEM (object);

  g_free (self->territory);
  g_free (self->name);
  g_free (self->notice);

  G_OBJECT_CLASS (rutter_live_item_parent_class)->finalize (object);
}

static void
rutter_live_item_class_init (RutterLiveItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rutter_live_item_finalize;
  object_class->get_property = rutter_live_item_get_property;
  object_class->set_property = rutter_live_item_set_property;

  properties[PROP_VISIBLE] = g_param_spec_boolean ("visible", NULL, NULL, FALSE, flags);
  properties[PROP_CLASSES] = g_param_spec_uint ("classes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TERRITORY] = g_param_spec_string ("territory", NULL, NULL, "", flags);
  properties[PROP_LEAST_KN] = g_param_spec_double ("least-kn", NULL, NULL, -1, 200, -1, flags);
  properties[PROP_MOST_KN] = g_param_spec_double ("most-kn", NULL, NULL, -1, 200, -1, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_TEXTS] = g_param_spec_string ("texts", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rutter_live_item_init (RutterLiveItem *self)
{
  self->territory = g_strdup ("");
  self->name = g_strdup ("");
  self->least_kn = self->most_kn = -1;
}

RutterLiveItem *
rutter_live_item_new (void)
{
  return g_object_new (RUTTER_TYPE_LIVE_ITEM, NULL);
}

gboolean
rutter_live_item_get_visible (RutterLiveItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LIVE_ITEM (self), FALSE);

  return self->visible;
}

gboolean
rutter_live_item_is_filtered (RutterLiveItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LIVE_ITEM (self), FALSE);

  return self->classes != 0 || self->territory[0] != '\0' || self->least_kn >= 0 ||
         self->most_kn >= 0 || self->name[0] != '\0';
}

void
rutter_live_item_clear_filter (RutterLiveItem *self)
{
  g_return_if_fail (RUTTER_IS_LIVE_ITEM (self));

  g_object_set (self, "classes", 0, "territory", "", "least-kn", -1.0, "most-kn", -1.0,
                "name", "", NULL);
}

void
rutter_live_item_set_counts (RutterLiveItem *self,
                             guint           n_in_view,
                             guint           n_passing,
                             guint           n_all)
{
  g_return_if_fail (RUTTER_IS_LIVE_ITEM (self));

  if (self->n_in_view == n_in_view && self->n_passing == n_passing && self->n_all == n_all)
    return;

  self->n_in_view = n_in_view;
  self->n_passing = n_passing;
  self->n_all = n_all;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS]);
}

char *
rutter_live_item_dup_counts (RutterLiveItem *self)
{
  g_autofree char *all = NULL;
  g_autofree char *in_view = NULL;
  g_autofree char *passing = NULL;

  g_return_val_if_fail (RUTTER_IS_LIVE_ITEM (self), NULL);

  if (!self->visible)
    return g_strdup (_("Off"));

  all = rutter_count_to_text (self->n_all);
  in_view = rutter_count_to_text (self->n_in_view);
  passing = rutter_count_to_text (self->n_passing);
  if (!rutter_live_item_is_filtered (self))
    return g_strdup_printf (ngettext ("%s of %s in view", "%s of %s in view", self->n_all),
                            in_view, all);

  /* Translators: how many are in view, pass the filter and were heard in all. */
  return g_strdup_printf (ngettext ("%s in view; %s of %s pass the filter",
                                    "%s in view; %s of %s pass the filter", self->n_all),
                          in_view, passing, all);
}

void
rutter_live_item_set_notice (RutterLiveItem *self,
                             const char     *notice)
{
  g_return_if_fail (RUTTER_IS_LIVE_ITEM (self));

  if (g_strcmp0 (self->notice, notice) == 0)
    return;

  g_free (self->notice);
  self->notice = g_strdup (notice);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS]);
}

const char *
rutter_live_item_get_notice (RutterLiveItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LIVE_ITEM (self), NULL);

  return self->notice;
}

void
rutter_live_item_set_minutes (RutterLiveItem *self,
                              double          minutes)
{
  g_return_if_fail (RUTTER_IS_LIVE_ITEM (self));

  if (replace_number (&self->minutes, minutes))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS]);
}

double
rutter_live_item_get_minutes (RutterLiveItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LIVE_ITEM (self), 0);

  return self->minutes;
}
