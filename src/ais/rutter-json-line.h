/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Writes one JSON object into memory of a fixed size, fast and whatever the locale. What does not
 * fit is left out and remembered in @is_full; the object is no JSON then.
 */
typedef struct
{
  char     *start;
  char     *at;
  char     *end;
  gboolean  is_full;
} RutterJsonLine;

void   rutter_json_line_begin       (RutterJsonLine *self,
                                     char           *memory,
                                     gsize           size);
gsize  rutter_json_line_end         (RutterJsonLine *self);
void   rutter_json_line_put         (RutterJsonLine *self,
                                     const char     *bytes,
                                     gsize           length);
void   rutter_json_line_put_int     (RutterJsonLine *self,
                                     gint64          value);
void   rutter_json_line_put_fixed   (RutterJsonLine *self,
                                     gint64          value,
                                     guint           n_decimals);
void   rutter_json_line_put_padded  (RutterJsonLine *self,
                                     guint           value,
                                     guint           n_digits);
void   rutter_json_line_put_string  (RutterJsonLine *self,
                                     const char     *text);
void   rutter_json_line_put_hex     (RutterJsonLine *self,
                                     const guint8   *data,
                                     gsize           length);

/* @name must be a literal; the comma before a field comes from rutter_json_line_begin() and the
 * field before.
 */
#define RUTTER_JSON_NAME(self, name) \
  rutter_json_line_put (self, ",\"" name "\":", sizeof (",\"" name "\":") - 1)
#define RUTTER_JSON_INT(self, name, value) \
  (RUTTER_JSON_NAME (self, name), rutter_json_line_put_int (self, value))
#define RUTTER_JSON_FIXED(self, name, value, n_decimals) \
  (RUTTER_JSON_NAME (self, name), rutter_json_line_put_fixed (self, value, n_decimals))
#define RUTTER_JSON_STRING(self, name, value) \
  (RUTTER_JSON_NAME (self, name), rutter_json_line_put_string (self, value))
#define RUTTER_JSON_FLAG(self, name, value) \
  ((value) ? rutter_json_line_put (self, ",\"" name "\":true", sizeof (",\"" name "\":true") - 1) \
           : rutter_json_line_put (self, ",\"" name "\":false", \
                                   sizeof (",\"" name "\":false") - 1))

G_END_DECLS
