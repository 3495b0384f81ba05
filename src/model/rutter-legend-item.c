/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-legend-item.h"

struct _RutterLegendItem
{
  GObject            parent_instance;

  RutterLegendEntry  entry;
  char              *actor;
  char              *title;
  char              *definition;
  char              *news;
};

enum
{
  PROP_N = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RutterLegendItem, rutter_legend_item, G_TYPE_OBJECT)

static void
rutter_legend_item_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RutterLegendItem *self = RUTTER_LEGEND_ITEM (object);

  if (property == PROP_N)
    g_value_set_uint (value, self->entry.n);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
rutter_legend_item_finalize (GObject *object)
{
  RutterLegendItem *self = RUTTER_LEGEND_ITEM (object);

  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->definition, g_free);
  g_clear_pointer (&self->news, g_free);

  G_OBJECT_CLASS (rutter_legend_item_parent_class)->finalize (object);
}

static void
rutter_legend_item_class_init (RutterLegendItemClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = rutter_legend_item_get_property;
  G_OBJECT_CLASS (klass)->finalize = rutter_legend_item_finalize;

  properties[PROP_N] = g_param_spec_uint ("n", NULL, NULL, 0, G_MAXUINT, 0,
                                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
rutter_legend_item_init (RutterLegendItem *self)
{
}

/* @entry is copied with its texts. */
RutterLegendItem *
rutter_legend_item_new (const RutterLegendEntry *entry)
{
  RutterLegendItem *self = g_object_new (RUTTER_TYPE_LEGEND_ITEM, NULL);

  self->entry = *entry;
  self->entry.actor = self->actor = g_strdup (entry->actor);
  self->entry.title = self->title = g_strdup (entry->title);
  self->entry.definition = self->definition = g_strdup (entry->definition);
  self->entry.news = self->news = g_strdup (entry->news);

  return self;
}

const RutterLegendEntry *
rutter_legend_item_get_entry (RutterLegendItem *self)
{
  g_return_val_if_fail (RUTTER_IS_LEGEND_ITEM (self), NULL);

  return &self->entry;
}

void
rutter_legend_item_set_n (RutterLegendItem *self,
                          guint             n)
{
  g_return_if_fail (RUTTER_IS_LEGEND_ITEM (self));

  if (self->entry.n == n)
    return;

  self->entry.n = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N]);
}

/* But for the count: rows that look the same are kept while the map moves or time goes on. */
gboolean
rutter_legend_item_equals (RutterLegendItem        *self,
                           const RutterLegendEntry *entry)
{
  g_return_val_if_fail (RUTTER_IS_LEGEND_ITEM (self), FALSE);

  return self->entry.layer == entry->layer && self->entry.shape == entry->shape &&
         self->entry.symbol == entry->symbol && self->entry.status == entry->status &&
         self->entry.inferred == entry->inferred && self->entry.denied == entry->denied &&
         g_strcmp0 (self->actor, entry->actor) == 0 &&
         g_strcmp0 (self->title, entry->title) == 0 &&
         g_strcmp0 (self->definition, entry->definition) == 0 &&
         g_strcmp0 (self->news, entry->news) == 0;
}
