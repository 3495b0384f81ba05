/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-catalog.h"
#include "rutter-geo.h"

G_BEGIN_DECLS

/* A stop of a route as it was typed, and what it was taken for. */
typedef struct
{
  char         *asked;
  char         *name;      /* as found; NULL for a bare position */
  char         *kind;      /* "place", "port", "city"; or that of the catalogue's object; or NULL */
  char         *code;      /* uid, UN/LOCODE or the country's code; or NULL */
  RutterLonLat  position;
  guint         n_others;  /* other places of that name, where the catalogue has none */
} RutterStop;

/* What ships may be sent to by name: the catalogue's places, then the map's ports and cities. */
typedef struct _RutterStopNames RutterStopNames;

void             rutter_stop_clear             (RutterStop       *stop);

RutterStopNames *rutter_stop_names_new         (RutterRecords    *records,
                                                GError          **error);
void             rutter_stop_names_free        (RutterStopNames  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterStopNames, rutter_stop_names_free)

gboolean         rutter_stop_names_find        (RutterStopNames  *self,
                                                const char       *asked,
                                                RutterStop       *stop);
gboolean         rutter_stop_names_find_locode (RutterStopNames  *self,
                                                const char       *asked,
                                                RutterStop       *stop);
char            *rutter_stop_names_list_near   (RutterStopNames  *self,
                                                const char       *asked);

G_END_DECLS
