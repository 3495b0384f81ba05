/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"
#include "rutter-records.h"

G_BEGIN_DECLS

/* What the user asked to see. Filter and as-of are decided in one place:
 * rutter_atlas_build_picture().
 */
typedef struct
{
  guint    layers;                       /* bit mask of RutterLayerId */
  double   opacity[RUTTER_N_LAYER];      /* 0..1 */
  char   **actors;                       /* codes; NULL or empty: everybody */
  int      first_day;                    /* days since 1970-01-01, both included */
  int      last_day;                     /* listings and flags are judged as of this day */
} RutterFilter;

/* The first start's filter: transfers, Caspian shipments, vessels and hubs, everybody, always. */
void           rutter_filter_init          (RutterFilter       *self);
void           rutter_filter_clear         (RutterFilter       *self);
void           rutter_filter_copy          (const RutterFilter *self,
                                            RutterFilter       *copy);

RutterPicture *rutter_atlas_build_picture  (RutterRecords      *records,
                                            const RutterFilter *filter);

/* Which objects and claims a filter keeps, drawn or not: lists and counts read it. Objects outside
 * all layers (parties, regimes, sources ...) are judged by actors and time alone.
 */
gboolean       rutter_atlas_keeps          (const RutterObject *object,
                                            const RutterFilter *filter);
gboolean       rutter_atlas_keeps_claim    (const RutterClaim  *claim,
                                            const RutterFilter *filter);

/* Codes of the actors that an object involves, the most telling first, each once: an actor itself
 * or the jurisdiction of a party; supplier and recipient; a country of a place; a flag; whom a hub
 * served; whom a regime targets; the USSR is an actor of its own.
 * Returns: (transfer container) (element-type utf8), never NULL; the codes belong to the records.
 */
GPtrArray     *rutter_atlas_list_actors    (const RutterObject *object);

G_END_DECLS
