/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-layer-item.h"

#include "rutter-number.h"

#include <glib/gi18n-lib.h>

struct _RutterLayerItem
{
  GObject        parent_instance;

  RutterLayerId  layer;
  char          *title;
  char          *definition;
  char          *data_to;
  guint          n_in_view;
  guint          n_total;
  gboolean       visible;
  double         opacity;
  GListStore    *legend; /* of RutterLegendItem */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_COUNTS,
  PROP_VISIBLE,
  PROP_OPACITY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RutterLayerItem, rutter_layer_item, G_TYPE_OBJECT)

static void
rutter_layer_item_finalize (GObject *object)
{
  RutterLayerItem *self = RUTTER_LAYER_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->definition, g_free);
  g_clear_pointer (&self->data_to, g_free);
  g_clear_object (&self->legend);

  G_OBJECT_CLASS (rutter_layer_item_parent_class)->finalize (object);
}

static void
rutter_layer_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RutterLayerItem *self = RUTTER_LAYER_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_COUNTS:
      g_value_take_string (value, rutter_layer_item_dup_counts (self));
      break;

    case PROP_VISIBLE:
      g_value_set_boolean (value, self->visible);
      break;

    case PROP_OPACITY:
      g_value_set_double (value, self->opacity);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rutter_layer_item_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RutterLayerItem *self = RUTTER_LAYER_ITEM (object);

  switch (prop_id)
    {
    case PROP_VISIBLE:
      rutter_layer_item_set_visible (self, g_value_get_boolean (value));
      break;

    case PROP_OPACITY:
      rutter_layer_item_set_opacity (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rutter_layer_item_class_init (RutterLayerItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rutter_layer_item_finalize;
  object_class->get_property = rutter_layer_item_get_property;
  object_class->set_property = rutter_layer_item_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_COUNTS] = g_param_spec_string ("counts", NULL, NULL, NULL, readable);
  properties[PROP_VISIBLE] = g_param_spec_boolean ("visible", NULL, NULL, TRUE, writable);
  properties[PROP_OPACITY] = g_param_spec_double ("opacity", NULL, NULL, 0, 1, 1, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rutter_layer_item_init (RutterLayerItem *self)
{
  self->visible = TRUE;
  self->opacity = 1;
  self->legend = g_list_store_new (RUTTER_TYPE_LEGEND_ITEM);
}

RutterLayerItem *
rutter_layer_item_new (RutterLayerId layer)
{
  RutterLayerItem *self = g_object_new (RUTTER_TYPE_LAYER_ITEM, NULL);

  self->layer = layer;
  self->title = g_strdup (rutter_layer_get_title (layer));

  return self;
}

RutterLayerId
rutter_layer_item_get_layer (RutterLayerItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), 0);

  return self->layer;
}

const char *
rutter_layer_item_get_title (RutterLayerItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), NULL);

  return self->title;
}

const char *
rutter_layer_item_get_definition (RutterLayerItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), NULL);

  return self->definition;
}

/* When the newest fact in it is from, in words; NULL when unknown. */
const char *
rutter_layer_item_get_data_to (RutterLayerItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), NULL);

  return self->data_to;
}

/* @title NULL keeps the one that the layer has. */
void
rutter_layer_item_set_texts (RutterLayerItem *self,
                             const char      *title,
                             const char      *definition,
                             const char      *data_to)
{
  g_return_if_fail (RUTTER_IS_LAYER_ITEM (self));

  if (title != NULL && g_strcmp0 (self->title, title) != 0)
    {
      g_free (self->title);
      self->title = g_strdup (title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }

  if (g_strcmp0 (self->definition, definition) == 0 && g_strcmp0 (self->data_to, data_to) == 0)
    return;

  g_free (self->definition);
  self->definition = g_strdup (definition);
  g_free (self->data_to);
  self->data_to = g_strdup (data_to);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNTS]);
}

char *
rutter_layer_item_dup_counts (RutterLayerItem *self)
{
  g_autofree char *total = NULL;
  g_autofree char *in_view = NULL;

  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), NULL);

  total = rutter_count_to_text (self->n_total);
  if (!self->visible)
    return g_strdup_printf (_("%s, hidden"), total);

  in_view = rutter_count_to_text (self->n_in_view);
  return g_strdup_printf (ngettext ("%s of %s in view", "%s of %s in view", self->n_total),
                          in_view, total);
}

void
rutter_layer_item_set_counts (RutterLayerItem *self,
                              guint            n_in_view,
                              guint            n_total)
{
  g_return_if_fail (RUTTER_IS_LAYER_ITEM (self));

  if (self->n_in_view == n_in_view && self->n_total == n_total)
    return;

  self->n_in_view = n_in_view;
  self->n_total = n_total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNTS]);
}

guint
rutter_layer_item_get_n_in_view (RutterLayerItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), 0);

  return self->n_in_view;
}

gboolean
rutter_layer_item_get_visible (RutterLayerItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), FALSE);

  return self->visible;
}

void
rutter_layer_item_set_visible (RutterLayerItem *self,
                               gboolean         visible)
{
  g_return_if_fail (RUTTER_IS_LAYER_ITEM (self));

  visible = !!visible;
  if (self->visible == visible)
    return;

  self->visible = visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNTS]);
}

double
rutter_layer_item_get_opacity (RutterLayerItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), 0);

  return self->opacity;
}

void
rutter_layer_item_set_opacity (RutterLayerItem *self,
                               double           opacity)
{
  g_return_if_fail (RUTTER_IS_LAYER_ITEM (self));
  g_return_if_fail (opacity >= 0 && opacity <= 1);

  if (self->opacity == opacity)
    return;

  self->opacity = opacity;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPACITY]);
}

GListModel *
rutter_layer_item_get_legend (RutterLayerItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (self), NULL);

  return G_LIST_MODEL (self->legend);
}

/**
 * rutter_layer_item_set_legend:
 * @entries: (element-type RutterLegendEntry): what the map shows of the layer now
 *
 * Leaves the rows that still look the same as they are, for this is called while the map moves and
 * while time is dragged.
 */
void
rutter_layer_item_set_legend (RutterLayerItem *self,
                              GPtrArray       *entries)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->legend));
  guint n_both = MIN (n_old, entries->len);
  g_autoptr(GPtrArray) rest = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (RUTTER_IS_LAYER_ITEM (self));

  for (guint i = 0; i < n_both; i++)
    {
      const RutterLegendEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr(RutterLegendItem) item = g_list_model_get_item (G_LIST_MODEL (self->legend), i);
      g_autoptr(RutterLegendItem) other = NULL;

      if (rutter_legend_item_equals (item, entry))
        {
          rutter_legend_item_set_n (item, entry->n);
          continue;
        }

      other = rutter_legend_item_new (entry);
      g_list_store_splice (self->legend, i, 1, (gpointer *)&other, 1);
    }

  if (n_old == entries->len)
    return;

  for (guint i = n_both; i < entries->len; i++)
    g_ptr_array_add (rest, rutter_legend_item_new (g_ptr_array_index (entries, i)));
  g_list_store_splice (self->legend, n_both, n_old - n_both, rest->pdata, rest->len);
}
