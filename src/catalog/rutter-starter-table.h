/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/* How a column of a table of facts goes into the catalogue. */
typedef enum
{
  RUTTER_STARTER_FIELD_TEXT,       /* as it stands */
  RUTTER_STARTER_FIELD_NUMBER,
  RUTTER_STARTER_FIELD_FLAG,       /* 0 or 1 */
  RUTTER_STARTER_FIELD_DATE,       /* EDTF, with its two day numbers */
  RUTTER_STARTER_FIELD_STATUS,
  RUTTER_STARTER_FIELD_LOCODE,
  RUTTER_STARTER_FIELD_IDENTIFIER, /* with what its check found */
  RUTTER_STARTER_FIELD_REFERENCE,  /* a uid, stored as the object's id */
  RUTTER_STARTER_FIELD_MEMBERS,    /* uids that take part in the object, in the field's role */
  RUTTER_STARTER_FIELD_LAYERS,     /* ids of layers that the object is a member of */
  RUTTER_STARTER_FIELD_ASIDE       /* used where claims and geometry are made, or only read */
} RutterStarterFieldType;

typedef enum
{
  RUTTER_STARTER_REQUIRED = 1 << 0, /* must not be empty */
  RUTTER_STARTER_OPTIONAL = 1 << 1, /* the whole column may be missing */
} RutterStarterFieldFlags;

typedef struct
{
  const char              *name;
  RutterStarterFieldType   type;
  RutterStarterFieldFlags  flags;
  const char              *column; /* in the catalogue; NULL: the same name */
  guint                    kinds;  /* bit mask of RutterKind that a uid may be of */
  const char              *role;   /* of the participants that uids make */
} RutterStarterField;

typedef enum
{
  RUTTER_STARTER_GEOMETRY_NONE,
  RUTTER_STARTER_GEOMETRY_POINT,    /* from lon and lat */
  RUTTER_STARTER_GEOMETRY_OF_PLACE, /* the point of the place that it names */
  RUTTER_STARTER_GEOMETRY_LINE      /* through its stops */
} RutterStarterGeometry;

/* One file of facts and the table of the catalogue that it fills. */
typedef struct
{
  const char            *file;
  const char            *table;
  gboolean               is_object;
  RutterKind             kind;           /* of its objects */
  gboolean               may_lack_claim; /* claims of other tables may be all it has */
  gboolean               is_optional;    /* the file may be missing */
  RutterStarterGeometry  geometry;
  const char            *layer;          /* that every row is a member of */
  const char            *party_kind;     /* a constant for the column "kind" */
  RutterStarterField     fields[24];
} RutterStarterTable;

extern const RutterStarterTable rutter_starter_tables[];
extern const guint rutter_starter_n_tables;

const RutterStarterField *rutter_starter_table_find_field (const RutterStarterTable *self,
                                                           const char               *name);
const char               *rutter_starter_field_get_column (const RutterStarterField *field);

G_END_DECLS
