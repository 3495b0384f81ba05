/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The objects in the first array of a JSON text, one after the other, however many: for texts that
 * are too large to be scanned at once.
 */
typedef struct
{
  const char *at;
  const char *end;
} RutterJsonItems;

gboolean  rutter_json_items_begin  (RutterJsonItems  *self,
                                    const char       *text,
                                    gsize             length);
gboolean  rutter_json_items_next   (RutterJsonItems  *self,
                                    const char      **item,
                                    gsize            *length);

G_END_DECLS
