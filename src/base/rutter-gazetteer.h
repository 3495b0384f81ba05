/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* The map's own names as something to look up: countries, seas, straits, canals, rivers, cities and
 * ports, by their English names, their native ones, those of the running language and the Latin
 * forms of all; ports by their UN/LOCODE too. Immutable once read, so any thread may ask it.
 */
typedef struct _RutterGazetteer RutterGazetteer;

typedef struct
{
  const char   *kind;     /* "country", "strait", "city", "port" ... */
  const char   *name;     /* in English, as the map writes it */
  const char   *title;    /* the same in the running language */
  const char   *where;    /* code of the country; "" where there is none */
  RutterLonLat  position;
  double        zoom;     /* shows it with what lies around */
} RutterGazetteerEntry;

/* How a name was found, best first. */
typedef enum
{
  RUTTER_GAZETTEER_NAME,   /* the whole name */
  RUTTER_GAZETTEER_PREFIX, /* it begins so */
  RUTTER_GAZETTEER_WORDS,  /* every word stands in it */
  RUTTER_GAZETTEER_TYPO    /* so but for one wrong letter in a word */
} RutterGazetteerRank;

typedef struct
{
  const RutterGazetteerEntry *entry;
  const char                 *text;  /* the name that was found, in whatever script */
  RutterGazetteerRank         rank;
} RutterGazetteerHit;

RutterGazetteer *rutter_gazetteer_new_from_files  (const char       *names_path,
                                                   const char       *cities_path,
                                                   const char       *ports_path,
                                                   GError          **error);
/* That of the program. */
RutterGazetteer *rutter_gazetteer_new             (GError          **error);
RutterGazetteer *rutter_gazetteer_ref             (RutterGazetteer  *self);
void             rutter_gazetteer_unref           (RutterGazetteer  *self);
GArray          *rutter_gazetteer_search          (RutterGazetteer  *self,
                                                   const char       *words,
                                                   guint             limit,
                                                   guint            *n_found);
const RutterGazetteerEntry *
                 rutter_gazetteer_find_nearest    (RutterGazetteer  *self,
                                                   RutterLonLat      position,
                                                   const char       *kind,
                                                   double            max_km);
const char      *rutter_gazetteer_rank_get_id     (RutterGazetteerRank rank);
/* "City", for the user */
const char      *rutter_gazetteer_entry_get_title (const RutterGazetteerEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterGazetteer, rutter_gazetteer_unref)

G_END_DECLS
