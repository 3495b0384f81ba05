/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

#include <glib.h>

G_BEGIN_DECLS

/* Where the map was, and what was looked at there. */
typedef struct
{
  char         *uid;    /* NULL: nothing was selected */
  RutterLonLat  centre;
  double        zoom;
} RutterVisit;

/* The places and objects that were looked at, one after the other, as in a browser. */
typedef struct
{
  GArray *visits;   /* RutterVisit */
  guint   position; /* of the present one; 0 while there is none */
} RutterHistory;

void               rutter_history_init    (RutterHistory        *self);
void               rutter_history_clear   (RutterHistory        *self);
void               rutter_history_reset   (RutterHistory        *self);
void               rutter_history_visit   (RutterHistory        *self,
                                           const char           *uid,
                                           RutterLonLat          centre,
                                           double                zoom);
void               rutter_history_leave   (RutterHistory        *self,
                                           const char           *uid,
                                           RutterLonLat          centre,
                                           double                zoom);
gboolean           rutter_history_can_go  (const RutterHistory  *self,
                                           int                   steps);
const RutterVisit *rutter_history_go      (RutterHistory        *self,
                                           int                   steps,
                                           RutterLonLat          centre,
                                           double                zoom);

G_END_DECLS
