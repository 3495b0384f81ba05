/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The three tables of the map's own names. The gazetteer has kind, rank, lon, lat, name and native;
 * cities have name, country, lon, lat, population and capital; ports locode, name, lon and lat.
 * `name` is English; a further column that is called as a language is ("ru") has the names in that
 * language, or nothing where there is none.
 */
typedef enum
{
  RUTTER_PLACE_TABLE_GAZETTEER,
  RUTTER_PLACE_TABLE_CITIES,
  RUTTER_PLACE_TABLE_PORTS
} RutterPlaceTable;

typedef enum
{
  RUTTER_PLACE_COUNTRY,
  RUTTER_PLACE_TERRITORY,
  RUTTER_PLACE_OCEAN,
  RUTTER_PLACE_SEA,
  RUTTER_PLACE_STRAIT,
  RUTTER_PLACE_CANAL,
  RUTTER_PLACE_LAKE,
  RUTTER_PLACE_RIVER,
  RUTTER_PLACE_CITY,
  RUTTER_PLACE_PORT,
  RUTTER_N_PLACES
} RutterPlaceKind;

/* One row; its texts last as long as the call that it is handed to. */
typedef struct
{
  RutterPlaceKind  kind;
  guint            index;      /* of the row in its table */
  const char      *name;       /* in English; never empty */
  const char      *title;      /* in the language that was asked for, else as @name */
  const char      *native;     /* of the gazetteer: names parted by "; ", or "" */
  const char      *code;       /* country of a city, UN/LOCODE of a port, else "" */
  RutterLonLat     position;
  double           rank;       /* of the gazetteer: the zoom at which it may first appear */
  double           population; /* of a city */
  gboolean         is_capital;
} RutterPlaceRow;

typedef void (*RutterPlaceRowFunc) (const RutterPlaceRow *row,
                                    gpointer              data);

gboolean    rutter_place_table_read   (const char           *path,
                                       RutterPlaceTable      which,
                                       const char           *language,
                                       RutterPlaceRowFunc    func,
                                       gpointer              data,
                                       GError              **error);
/* "country", "strait", "city" ...; static */
const char *rutter_place_kind_get_id  (RutterPlaceKind       kind);

G_END_DECLS
