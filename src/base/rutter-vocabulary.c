/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-vocabulary.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *title;
} Word;

static const Word statuses[RUTTER_N_STATUS] = {
  [RUTTER_STATUS_DENIED] = { "denied", N_("Denied") },
  [RUTTER_STATUS_ALLEGED] = { "alleged", N_("Alleged") },
  [RUTTER_STATUS_REPORTED] = { "reported", N_("Reported") },
  [RUTTER_STATUS_OFFICIAL_ACCUSATION] = { "official-accusation", N_("Official accusation") },
  [RUTTER_STATUS_CONFIRMED] = { "confirmed", N_("Confirmed") },
};

static const Word kinds[RUTTER_N_KIND] = {
  [RUTTER_KIND_PLACE] = { "place", N_("Place") },
  [RUTTER_KIND_ROUTE] = { "route", N_("Route") },
  [RUTTER_KIND_EVENT] = { "event", N_("Event") },
  [RUTTER_KIND_HUB] = { "hub", N_("Hub") },
  [RUTTER_KIND_PARTY] = { "party", N_("Party") },
  [RUTTER_KIND_VESSEL] = { "vessel", N_("Vessel") },
  [RUTTER_KIND_RELATION] = { "relation", N_("Relation") },
  [RUTTER_KIND_TOPIC] = { "topic", N_("Topic") },
  [RUTTER_KIND_REGIME] = { "regime", N_("Sanctions regime") },
  [RUTTER_KIND_LISTING] = { "listing", N_("Listing") },
  [RUTTER_KIND_LINK] = { "link", N_("Link") },
  [RUTTER_KIND_TRANSFER] = { "transfer", N_("Arms transfer") },
  [RUTTER_KIND_SOURCE] = { "source", N_("Source") },
  [RUTTER_KIND_PASSAGE] = { "passage", N_("Passage") },
};

static const Word layers[RUTTER_N_LAYER] = {
  [RUTTER_LAYER_TRANSFERS] = { "transfers", N_("Arms-transfer routes") },
  [RUTTER_LAYER_CASPIAN] = { "caspian", N_("Caspian shipments") },
  [RUTTER_LAYER_VESSELS] = { "vessels", N_("Tracked vessels") },
  [RUTTER_LAYER_HUBS] = { "hubs", N_("Front-company hubs") },
  [RUTTER_LAYER_ACCORDS] = { "accords", N_("Sanctions and accords") },
  [RUTTER_LAYER_INCIDENTS] = { "incidents", N_("Incidents") },
  [RUTTER_LAYER_PORTS] = { "ports", N_("Ports") },
  [RUTTER_LAYER_ROUTES] = { "routes", N_("Kept routes") },
  [RUTTER_LAYER_PASSAGES] = { "passages", N_("Passages") },
};

static const Word stances[RUTTER_N_STANCE] = {
  [RUTTER_STANCE_SUPPORTS] = { "supports" },
  [RUTTER_STANCE_DENIES] = { "denies" },
  [RUTTER_STANCE_CONTRADICTS] = { "contradicts" },
};

static gboolean
find_word (const Word *words,
           guint       n_words,
           const char *id,
           guint      *index)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

#define DEFINE_WORD(prefix, Type, table)                                   \
  const char *                                                             \
  rutter_##prefix##_get_id (Type value)                                    \
  {                                                                        \
    g_return_val_if_fail ((guint)value < G_N_ELEMENTS (table), NULL);      \
    return table[value].id;                                                \
  }                                                                        \
                                                                           \
  gboolean                                                                 \
  rutter_##prefix##_from_id (const char *id,                               \
                             Type       *value)                            \
  {                                                                        \
    guint i;                                                               \
                                                                           \
    if (!find_word (table, G_N_ELEMENTS (table), id, &i))                  \
      return FALSE;                                                        \
    *value = (Type)i;                                                      \
    return TRUE;                                                           \
  }

DEFINE_WORD (status, RutterStatus, statuses)
DEFINE_WORD (kind, RutterKind, kinds)
DEFINE_WORD (layer, RutterLayerId, layers)
DEFINE_WORD (stance, RutterStance, stances)

const char *
rutter_status_get_title (RutterStatus status)
{
  g_return_val_if_fail ((guint)status < G_N_ELEMENTS (statuses), NULL);
  return _(statuses[status].title);
}

const char *
rutter_kind_get_title (RutterKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kinds), NULL);
  return _(kinds[kind].title);
}

const char *
rutter_layer_get_title (RutterLayerId layer)
{
  g_return_val_if_fail ((guint)layer < G_N_ELEMENTS (layers), NULL);
  return _(layers[layer].title);
}

const char *
rutter_standing_get_id (RutterKind   kind,
                        gboolean     is_computed,
                        RutterStatus status)
{
  return kind == RUTTER_KIND_PASSAGE ? "map-data"
         : is_computed               ? "computed"
                                     : rutter_status_get_id (status);
}

const char *
rutter_standing_get_title (RutterKind   kind,
                           gboolean     is_computed,
                           RutterStatus status)
{
  /* Translators: in the place of a status; of a thing of the map, which nobody claims. */
  return kind == RUTTER_KIND_PASSAGE ? C_("status", "Map data")
         : is_computed               ? C_("status", "Computed")
                                     : rutter_status_get_title (status);
}
