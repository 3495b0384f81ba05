/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The closed lists of words that data, catalogue, picture and window share. Each value has one
 * spelling in files, on the command line and in JSON (its id); titles for people come from the
 * same tables.
 */

/* Ordered by strength: an object's status is the greatest among its claims. */
typedef enum
{
  RUTTER_STATUS_DENIED,
  RUTTER_STATUS_ALLEGED,
  RUTTER_STATUS_REPORTED,
  RUTTER_STATUS_OFFICIAL_ACCUSATION,
  RUTTER_STATUS_CONFIRMED,
  RUTTER_N_STATUS
} RutterStatus;

typedef enum
{
  RUTTER_KIND_PLACE,
  RUTTER_KIND_ROUTE,
  RUTTER_KIND_EVENT,
  RUTTER_KIND_HUB,
  RUTTER_KIND_PARTY,
  RUTTER_KIND_VESSEL,
  RUTTER_KIND_RELATION,
  RUTTER_KIND_TOPIC,
  RUTTER_KIND_REGIME,
  RUTTER_KIND_LISTING,
  RUTTER_KIND_LINK,
  RUTTER_KIND_TRANSFER,
  RUTTER_KIND_SOURCE,
  RUTTER_KIND_PASSAGE,      /* of the map, in no catalogue: nobody claims it */
  RUTTER_N_KIND
} RutterKind;

/* In the order of the sidebar; also the bits of a layer mask. */
typedef enum
{
  RUTTER_LAYER_TRANSFERS,
  RUTTER_LAYER_CASPIAN,
  RUTTER_LAYER_VESSELS,
  RUTTER_LAYER_HUBS,
  RUTTER_LAYER_ACCORDS,
  RUTTER_LAYER_INCIDENTS,
  RUTTER_LAYER_PORTS,
  RUTTER_LAYER_ROUTES,      /* computed and kept by the user */
  RUTTER_LAYER_PASSAGES,    /* of the map, in no catalogue */
  RUTTER_N_LAYER
} RutterLayerId;

typedef enum
{
  RUTTER_STANCE_SUPPORTS,
  RUTTER_STANCE_DENIES,
  RUTTER_STANCE_CONTRADICTS,
  RUTTER_N_STANCE
} RutterStance;

const char *rutter_status_get_id      (RutterStatus    status);
const char *rutter_status_get_title   (RutterStatus    status);
/* What stands in the place of a status: a way that nothing but a computation speaks for and what is
 * of the map have none.
 */
const char *rutter_standing_get_id    (RutterKind      kind,
                                       gboolean        is_computed,
                                       RutterStatus    status);
const char *rutter_standing_get_title (RutterKind      kind,
                                       gboolean        is_computed,
                                       RutterStatus    status);
gboolean    rutter_status_from_id     (const char     *id,
                                       RutterStatus   *status);
const char *rutter_kind_get_id        (RutterKind      kind);
const char *rutter_kind_get_title     (RutterKind      kind);
gboolean    rutter_kind_from_id       (const char     *id,
                                       RutterKind     *kind);
const char *rutter_layer_get_id       (RutterLayerId   layer);
const char *rutter_layer_get_title    (RutterLayerId   layer);
gboolean    rutter_layer_from_id      (const char     *id,
                                       RutterLayerId  *layer);
const char *rutter_stance_get_id      (RutterStance    stance);
gboolean    rutter_stance_from_id     (const char     *id,
                                       RutterStance   *stance);

G_END_DECLS
