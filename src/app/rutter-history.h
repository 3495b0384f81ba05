/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The objects that were looked at, one after the other, as in a browser. */
typedef struct
{
  GPtrArray *uids;
  guint      position; /* of the present one; 0 while there is none */
} RutterHistory;

void        rutter_history_init    (RutterHistory        *self);
void        rutter_history_clear   (RutterHistory        *self);
void        rutter_history_reset   (RutterHistory        *self);
void        rutter_history_visit   (RutterHistory        *self,
                                    const char           *uid);
gboolean    rutter_history_can_go  (const RutterHistory  *self,
                                    int                   steps);
const char *rutter_history_go      (RutterHistory        *self,
                                    int                   steps);

G_END_DECLS
