/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* A way over the water that a planner found, in words and figures: how it comes into a catalogue.
 * Nothing of it is owned; every list ends with NULL and may be NULL.
 */
typedef struct
{
  const char         *uid;          /* "route:..."; NULL: a new one */
  const char         *title;
  const char         *mode;         /* as in the table: sea, river, sea-river, canal */
  const RutterLonLat *points;       /* unwrapped longitudes */
  guint               n_points;
  double              length_nm;
  const char *const  *stops;        /* names in order, two or more */
  const char *const  *places;       /* uids of those that the catalogue has */
  const char *const  *passages;     /* names in the order of sailing */
  const char *const  *closed;       /* names of passages that were closed on request */
  const char *const  *opened;       /* likewise opened */
  const char         *parameters;   /* whatever makes the same line again; NULL: none */
} RutterComputedRoute;

/* The claim of the kind computed: what was computed, and that it is no track. */
char     *rutter_computed_route_describe   (const RutterComputedRoute  *self);

/* On the connection of a catalogue, within whatever transaction is under way: the claim of an
 * object that is there already, with the planner as its source, which is written when it is not.
 */
gboolean  rutter_computed_route_add_claim  (sqlite3                    *db,
                                            gint64                      object_id,
                                            const char                 *claim_uid,
                                            const RutterComputedRoute  *self,
                                            GError                    **error);

/* In one transaction each. */
char     *rutter_computed_route_save       (sqlite3                    *db,
                                            const RutterComputedRoute  *self,
                                            GError                    **error);
gboolean  rutter_computed_route_delete     (sqlite3                    *db,
                                            const char                 *uid,
                                            GError                    **error);

G_END_DECLS
