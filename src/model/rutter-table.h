/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  RUTTER_COLUMN_TITLE,
  RUTTER_COLUMN_KIND,
  RUTTER_COLUMN_LAYER,
  RUTTER_COLUMN_STATUS,
  RUTTER_COLUMN_DATE,
  RUTTER_COLUMN_ACTORS,
  RUTTER_COLUMN_CLAIMS,
  RUTTER_N_COLUMN
} RutterColumn;

/* One object of the list. Texts are never NULL in a table. */
typedef struct
{
  const char    *uid;
  const char    *title;
  const char    *kind;       /* for people */
  const char    *kind_id;    /* as files have it */
  const char    *detail_id;  /* the same, for what kind of it; "" for none */
  const char    *layer_title;
  const char    *date;       /* for people; "" when nothing is known */
  const char    *edtf;       /* as the catalogue has it */
  const char    *actors;     /* titles for people, parted by commas */
  const char    *actors_as_written; /* the same as files have them, in the catalogue's words */
  RutterLayerId  layer;
  RutterStatus   status;
  const char    *standing;    /* its title, or "Computed", "Map data": what has no status */
  const char    *standing_id; /* the same as files have it */
  gboolean       denied;
  guint          n_claims;
  int            first_day;  /* days since 1970-01-01, for sorting */
  int            last_day;
} RutterTableRow;

/* The list of what the map shows: made and sorted in a worker, then handed over and never changed
 * again, so that any thread may read it. Reference-counted.
 */
typedef struct _RutterTable RutterTable;

RutterTable          *rutter_table_new         (void);
RutterTable          *rutter_table_ref         (RutterTable           *self);
void                  rutter_table_unref       (RutterTable           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTable, rutter_table_unref)

/* While it is made: adding copies the row and its texts. */
void                  rutter_table_add         (RutterTable           *self,
                                                const RutterTableRow  *row);
void                  rutter_table_set_n_total (RutterTable           *self,
                                                guint                  n_total);
void                  rutter_table_set_n_shared
                                               (RutterTable           *self,
                                                guint                  n_shared);
void                  rutter_table_sort        (RutterTable           *self,
                                                RutterColumn           column,
                                                gboolean               descending);

guint                 rutter_table_get_n_rows  (const RutterTable     *self);
const RutterTableRow *rutter_table_get_row     (const RutterTable     *self,
                                                guint                  index);
/* Objects that the filter keeps in the layers that are on, in view or not. */
guint                 rutter_table_get_n_total (const RutterTable     *self);
/* Rows that the legend counts more than once, because they are in more than one layer. */
guint                 rutter_table_get_n_shared
                                               (const RutterTable     *self);
/* FALSE when no row has that uid. */
gboolean              rutter_table_find        (const RutterTable     *self,
                                                const char            *uid,
                                                guint                 *index);

/* Whether two rows are of one object and say the same of it. */
gboolean              rutter_table_row_equals  (const RutterTableRow  *row,
                                                const RutterTableRow  *other);

const char           *rutter_column_get_title  (RutterColumn           column);
/* "Reported, denied" */
char                 *rutter_table_row_dup_status
                                               (const RutterTableRow  *row);
/* RFC 4180 with a head line; dates are EDTF, kinds as the catalogue has them. `rows` holds guint
 * indexes, NULL: all of them.
 */
char                 *rutter_table_to_csv      (const RutterTable     *self,
                                                GArray                *rows);

G_END_DECLS
