/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A JSON text of a feed, taken apart without a copy and without a limit that it could run over: so
 * many values, so deep, no more. It does not check all that JSON forbids; what it gives out lies
 * within the text.
 */
#define RUTTER_JSON_MAX_VALUES 160
#define RUTTER_JSON_MAX_DEPTH 12

typedef struct
{
  char         kind;      /* { [ " 0 t f n: as its first character, 0 for every number */
  guint        parent;    /* which value holds it; its own number for the first */
  const char  *name;      /* in an object; escapes as written */
  gsize        name_length;
  const char  *text;      /* without the quotes of a string */
  gsize        length;    /* not of an object or an array */
} RutterJsonValue;

typedef struct
{
  RutterJsonValue  values[RUTTER_JSON_MAX_VALUES];
  guint            n;
} RutterJsonScan;

gboolean               rutter_json_scan_read        (RutterJsonScan        *self,
                                                     const char            *text,
                                                     gsize                  length);
const RutterJsonValue *rutter_json_scan_find        (const RutterJsonScan  *self,
                                                     const RutterJsonValue *object,
                                                     const char            *path);
gboolean               rutter_json_value_equals     (const RutterJsonValue *value,
                                                     const char            *text);
double                 rutter_json_value_get_number (const RutterJsonValue *value);

G_END_DECLS
