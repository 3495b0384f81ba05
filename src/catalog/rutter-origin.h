/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What a catalogue is made of when it is compared with another: units, each with a uid of its own
 * and all rows that belong to it. A claim is a unit beside the object that it is about, so that a
 * claim which the user adds does not make the object the user's.
 */
typedef enum
{
  RUTTER_REGISTRY_OBJECT,
  RUTTER_REGISTRY_LAYER,
  RUTTER_REGISTRY_CLAIM,
  RUTTER_N_REGISTRY
} RutterRegistry;

typedef struct
{
  RutterRegistry  registry;
  char           *digest;   /* SHA-256 of what all its rows say; ids of rows do not count */
} RutterUnit;

/* A table whose rows belong to units. */
typedef struct
{
  const char     *table;
  RutterRegistry  registry;
  const char     *owner;    /* column with the unit's id; "id" in the tables with a row a unit */
} RutterUnitTable;

typedef struct
{
  const char     *name;
  gboolean        is_reference; /* holds the id of a unit */
  RutterRegistry  registry;     /* of that unit */
} RutterUnitColumn;

extern const RutterUnitTable rutter_unit_tables[];
extern const guint           rutter_n_unit_tables;

const char *rutter_registry_get_table    (RutterRegistry          registry);
GArray     *rutter_unit_table_get_columns  (const RutterUnitTable  *self,
                                            sqlite3                *db,
                                            GError                **error);
GHashTable *rutter_origin_digest_units     (sqlite3                *db,
                                            const char             *schema,
                                            GError                **error);
gboolean    rutter_origin_write            (sqlite3                *db,
                                            int                     edition,
                                            GError                **error);

G_END_DECLS
