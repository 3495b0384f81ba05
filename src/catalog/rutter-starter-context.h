/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-starter-line.h"
#include "rutter-starter-row.h"
#include "rutter-starter-table.h"

#include "rutter-geo.h"
#include "rutter-statement.h"

G_BEGIN_DECLS

/* One compilation: the tables that were read, the catalogue that is written, what was given an id
 * so far, and what is wrong with the facts.
 */
typedef struct
{
  sqlite3    *db;         /* not owned */
  GHashTable *tables;     /* file name -> RutterTextTable */
  GHashTable *objects;    /* uid -> RutterStarterObject */
  GHashTable *claims;     /* uid -> gint64 *, the claim's id */
  GHashTable *deniers;    /* words -> uid of the party that they name */
  GHashTable *statements; /* SQL -> sqlite3_stmt */
  GPtrArray  *problems;   /* char * */
  gint64      layer_ids[RUTTER_N_LAYER];
  RutterStarterLineFunc make_line;  /* or NULL: then no line can be computed */
  gpointer    line_data;
} RutterStarterContext;

typedef struct
{
  gint64           id;
  RutterKind       kind;
  RutterStarterRow row;
  gboolean         has_position; /* places only, once they are written */
  RutterLonLat     position;
  RutterStarterLine *line;       /* computed routes only, once they are written */
} RutterStarterObject;

typedef gboolean (*RutterStarterRowFunc) (RutterStarterContext     *self,
                                          const RutterStarterTable *table,
                                          const RutterStarterRow   *row,
                                          GError                  **error);

RutterStarterContext *rutter_starter_context_new   (const char            *folder,
                                                    GError               **error);
void                  rutter_starter_context_free  (RutterStarterContext  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterStarterContext, rutter_starter_context_free)

void                  rutter_starter_context_each_row  (RutterStarterContext      *self,
                                                        const RutterStarterTable  *table,
                                                        RutterStarterRowFunc       func);
void                  rutter_starter_context_note      (RutterStarterContext      *self,
                                                        GError                    *error);
RutterStarterObject  *rutter_starter_context_find      (RutterStarterContext      *self,
                                                        const RutterStarterRow    *row,
                                                        const char                *column,
                                                        const char                *uid,
                                                        guint                      kinds,
                                                        GError                   **error);

G_END_DECLS
