/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-choices.h"

#include "rutter-actor-item.h"
#include "rutter-actor-name.h"
#include "rutter-layer-item.h"

#include <math.h>

struct _RutterChoices
{
  GObject           parent_instance;

  GSettings        *settings; /* NULL: nothing is kept */
  GListStore       *layers;   /* of RutterLayerItem, by RutterLayerId */
  GListStore       *actors;   /* of RutterActorItem */
  RutterTimeWindow *time;
  int               holds;    /* several items are being set: one change, not many */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterChoices, rutter_choices, G_TYPE_OBJECT)

static void
save (RutterChoices *self)
{
  GVariantBuilder known, hidden, opacities;
  RutterFilter filter;

  if (self->settings == NULL)
    return;

  rutter_choices_fill_filter (self, &filter);
  g_variant_builder_init (&known, G_VARIANT_TYPE ("as"));
  g_variant_builder_init (&hidden, G_VARIANT_TYPE ("as"));
  g_variant_builder_init (&opacities, G_VARIANT_TYPE ("a{sd}"));
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      g_variant_builder_add (&known, "s", rutter_layer_get_id (i));
      if ((filter.layers & (1u << i)) == 0)
        g_variant_builder_add (&hidden, "s", rutter_layer_get_id (i));
      if (filter.opacity[i] < 1)
        g_variant_builder_add (&opacities, "{sd}", rutter_layer_get_id (i), filter.opacity[i]);
    }
  g_settings_set_value (self->settings, "known-layers", g_variant_builder_end (&known));
  g_settings_set_value (self->settings, "hidden-layers", g_variant_builder_end (&hidden));
  g_settings_set_value (self->settings, "opacities", g_variant_builder_end (&opacities));
  g_settings_set_strv (self->settings, "actors", (const char *const *)filter.actors);
  g_settings_apply (self->settings);
  rutter_filter_clear (&filter);
}

static void
on_item_changed_cb (RutterChoices *self)
{
  if (self->holds > 0)
    return;

  save (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Kept by whoever shows the window: it changes many times a second. */
static void
on_time_changed_cb (RutterChoices *self)
{
  if (self->holds == 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* A layer that came with a newer version is off until it is asked for; without settings all that is
 * of the catalogue is shown.
 */
static gboolean
is_shown (RutterChoices     *self,
          const char *const *hidden,
          const char *const *known,
          const char        *id)
{
  if (self->settings == NULL)
    return !g_str_equal (id, rutter_layer_get_id (RUTTER_LAYER_PASSAGES));

  return g_strv_contains (known, id) && !g_strv_contains (hidden, id);
}

static void
add_layers (RutterChoices *self)
{
  g_auto(GStrv) hidden = NULL;
  g_auto(GStrv) known = NULL;
  g_autoptr(GVariant) opacities = NULL;

  if (self->settings != NULL)
    {
      hidden = g_settings_get_strv (self->settings, "hidden-layers");
      known = g_settings_get_strv (self->settings, "known-layers");
      opacities = g_settings_get_value (self->settings, "opacities");
    }

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      g_autoptr(RutterLayerItem) item = rutter_layer_item_new ((RutterLayerId)i);
      const char *id = rutter_layer_get_id ((RutterLayerId)i);
      double opacity = 1;

      if (opacities != NULL && g_variant_lookup (opacities, id, "d", &opacity) &&
          isfinite (opacity))
        rutter_layer_item_set_opacity (item, CLAMP (opacity, 0.1, 1.0));
      rutter_layer_item_set_visible (item, is_shown (self, (const char *const *)hidden,
                                                     (const char *const *)known, id));
      g_signal_connect_object (item, "notify::visible", G_CALLBACK (on_item_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (item, "notify::opacity", G_CALLBACK (on_item_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_list_store_append (self->layers, item);
    }
}

/* The sentences of a definition that were not said before; @said collects them all. Classes of one
 * layer share most of theirs, and a legend that repeats itself is not read.
 */
static char *
list_news (const char *definition,
           GHashTable *said)
{
  g_auto(GStrv) sentences = g_strsplit (definition != NULL ? definition : "", ". ", -1);
  GString *news = g_string_new (NULL);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      const char *end = sentences[i + 1] != NULL ? "." : "";
      g_autofree char *sentence = g_strconcat (sentences[i], end, NULL);

      if (*sentence == '\0' || g_hash_table_contains (said, sentence))
        continue;

      if (news->len > 0)
        g_string_append_c (news, ' ');
      g_string_append (news, sentence);
      g_hash_table_add (said, g_steal_pointer (&sentence));
    }

  return g_string_free (news, FALSE);
}

static void
free_entry (gpointer data)
{
  RutterLegendEntry *entry = data;

  g_free ((char *)entry->news);
  g_free (entry);
}

static void
show_layer (RutterLayerItem         *item,
            const RutterLegendLayer *layer)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *data_to = NULL;
  RutterSpan span;

  for (guint i = 0; i < layer->classes->len; i++)
    {
      const RutterLegendClass *class = g_ptr_array_index (layer->classes, i);
      RutterLegendEntry *entry = g_new0 (RutterLegendEntry, 1);

      *entry = (RutterLegendEntry) {
        .layer = class->layer,
        .shape = (int)class->shape,
        .symbol = (int)class->symbol,
        .status = class->status,
        .actor = class->actor,
        .inferred = class->inferred,
        .denied = class->denied,
        .title = class->title,
        .definition = class->definition,
        .news = list_news (class->definition, said),
        .n = class->n,
      };
      g_ptr_array_add (entries, entry);
    }

  if (layer->data_to != NULL && rutter_edtf_parse (layer->data_to, &span, NULL))
    data_to = rutter_span_to_text (&span);
  rutter_layer_item_set_texts (item, layer->title, layer->definition, data_to);
  rutter_layer_item_set_counts (item, layer->n_in_view, layer->n_total);
  rutter_layer_item_set_legend (item, entries);
}

static void
rutter_choices_finalize (GObject *object)
{
  RutterChoices *self = RUTTER_CHOICES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->layers);
  g_clear_object (&self->actors);
  g_clear_object (&self->time);

  G_OBJECT_CLASS (rutter_choices_parent_class)->finalize (object);
}

static void
rutter_choices_class_init (RutterChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_choices_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_choices_init (RutterChoices *self)
{
  self->layers = g_list_store_new (RUTTER_TYPE_LAYER_ITEM);
  self->actors = g_list_store_new (RUTTER_TYPE_ACTOR_ITEM);
  self->time = rutter_time_window_new ();
  g_signal_connect_object (self->time, "range-changed", G_CALLBACK (on_time_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* @settings: (nullable) */
RutterChoices *
rutter_choices_new (GSettings *settings)
{
  RutterChoices *self = g_object_new (RUTTER_TYPE_CHOICES, NULL);

  g_set_object (&self->settings, settings);
  add_layers (self);

  return self;
}

GListModel *
rutter_choices_get_layers (RutterChoices *self)
{
  g_return_val_if_fail (RUTTER_IS_CHOICES (self), NULL);

  return G_LIST_MODEL (self->layers);
}

GListModel *
rutter_choices_get_actors (RutterChoices *self)
{
  g_return_val_if_fail (RUTTER_IS_CHOICES (self), NULL);

  return G_LIST_MODEL (self->actors);
}

RutterTimeWindow *
rutter_choices_get_time (RutterChoices *self)
{
  g_return_val_if_fail (RUTTER_IS_CHOICES (self), NULL);

  return self->time;
}

/* Another catalogue has other actors; those that were chosen stay so where it has them. */
void
rutter_choices_set_records (RutterChoices *self,
                            RutterRecords *records)
{
  GPtrArray *parties = rutter_records_get_objects (records, RUTTER_KIND_PARTY);
  g_auto(GStrv) chosen = NULL;

  g_return_if_fail (RUTTER_IS_CHOICES (self));

  if (self->settings != NULL)
    chosen = g_settings_get_strv (self->settings, "actors");

  g_list_store_remove_all (self->actors);
  for (guint i = 0; i < parties->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (parties, i);
      const RutterParty *party = object->row;
      g_autoptr(RutterActorItem) item = NULL;

      if (party == NULL || party->code == NULL)
        continue;

      item = rutter_actor_item_new (party->code, rutter_actor_name_to_text (object->title));
      rutter_actor_item_set_active (item, chosen != NULL &&
                                    g_strv_contains ((const char *const *)chosen, party->code));
      g_signal_connect_object (item, "notify::active", G_CALLBACK (on_item_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_list_store_append (self->actors, item);
    }
}

/* @filter is initialized here; clear it afterwards. */
void
rutter_choices_fill_filter (RutterChoices *self,
                            RutterFilter  *filter)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();
  guint n_actors = g_list_model_get_n_items (G_LIST_MODEL (self->actors));
  RutterDayRange range = rutter_time_window_get_range (self->time);

  rutter_filter_init (filter);
  filter->first_day = range.first;
  filter->last_day = range.last;
  filter->layers = 0;
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      g_autoptr(RutterLayerItem) item = g_list_model_get_item (G_LIST_MODEL (self->layers), i);

      if (rutter_layer_item_get_visible (item))
        filter->layers |= 1u << i;
      filter->opacity[i] = rutter_layer_item_get_opacity (item);
    }

  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr(RutterActorItem) item = g_list_model_get_item (G_LIST_MODEL (self->actors), i);

      if (rutter_actor_item_get_active (item))
        g_strv_builder_add (codes, rutter_actor_item_get_code (item));
    }
  g_strfreev (filter->actors);
  filter->actors = g_strv_builder_end (codes);
}

/* Everything at once, as a saved view has it: one change. */
void
rutter_choices_take_filter (RutterChoices      *self,
                            const RutterFilter *filter)
{
  guint n_actors = g_list_model_get_n_items (G_LIST_MODEL (self->actors));

  g_return_if_fail (RUTTER_IS_CHOICES (self));

  self->holds++;
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      g_autoptr(RutterLayerItem) item = g_list_model_get_item (G_LIST_MODEL (self->layers), i);

      rutter_layer_item_set_visible (item, (filter->layers & 1u << i) != 0);
      rutter_layer_item_set_opacity (item, CLAMP (filter->opacity[i], 0.1, 1.0));
    }

  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr(RutterActorItem) item = g_list_model_get_item (G_LIST_MODEL (self->actors), i);

      rutter_actor_item_set_active (item, filter->actors != NULL &&
                                    g_strv_contains ((const char *const *)filter->actors,
                                                     rutter_actor_item_get_code (item)));
    }
  rutter_time_window_set_range (self->time, (RutterDayRange) { filter->first_day,
                                                               filter->last_day });
  self->holds--;
  on_item_changed_cb (self);
}

void
rutter_choices_show_everything (RutterChoices *self)
{
  RutterFilter filter;

  g_return_if_fail (RUTTER_IS_CHOICES (self));

  rutter_choices_fill_filter (self, &filter);
  filter.layers = (1u << RUTTER_N_LAYER) - 1;
  g_clear_pointer (&filter.actors, g_strfreev);
  filter.first_day = RUTTER_DAY_RANGE_ALL.first;
  filter.last_day = RUTTER_DAY_RANGE_ALL.last;
  rutter_choices_take_filter (self, &filter);
  rutter_filter_clear (&filter);
}

void
rutter_choices_show_legend (RutterChoices      *self,
                            const RutterLegend *legend)
{
  g_return_if_fail (RUTTER_IS_CHOICES (self));

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      g_autoptr(RutterLayerItem) item = g_list_model_get_item (G_LIST_MODEL (self->layers), i);
      const RutterLegendLayer *layer = rutter_legend_get_layer (legend, (RutterLayerId)i);

      if (layer != NULL)
        show_layer (item, layer);
    }
}

void
rutter_choices_clear_actors (RutterChoices *self)
{
  guint n_actors;

  g_return_if_fail (RUTTER_IS_CHOICES (self));

  n_actors = g_list_model_get_n_items (G_LIST_MODEL (self->actors));
  self->holds++;
  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr(RutterActorItem) item = g_list_model_get_item (G_LIST_MODEL (self->actors), i);

      rutter_actor_item_set_active (item, FALSE);
    }
  self->holds--;
  on_item_changed_cb (self);
}

/* Shows one layer alone; when it is alone already, all of them again. */
void
rutter_choices_isolate_layer (RutterChoices *self,
                              RutterLayerId  layer)
{
  RutterFilter filter;
  gboolean is_alone;

  g_return_if_fail (RUTTER_IS_CHOICES (self));

  rutter_choices_fill_filter (self, &filter);
  is_alone = filter.layers == 1u << layer;
  rutter_filter_clear (&filter);

  self->holds++;
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      g_autoptr(RutterLayerItem) item = g_list_model_get_item (G_LIST_MODEL (self->layers), i);

      rutter_layer_item_set_visible (item, is_alone || i == (guint)layer);
    }
  self->holds--;
  on_item_changed_cb (self);
}
