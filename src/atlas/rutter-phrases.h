/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-passage.h"

G_BEGIN_DECLS

/* Words that dossiers, marks and legends are made of. All strings are new, NULL where there is
 * nothing to say. Wording rules: "listed", never "guilty"; "listed company", never "front".
 */
char       *rutter_phrase_day            (int                  day);
char       *rutter_phrase_span           (const RutterSpan    *span);
char       *rutter_phrase_join           (GPtrArray           *words);
char       *rutter_phrase_capitalize     (const char          *text);

/* "Vessel, ro-ro cargo", "Listed company", "Shipment" ... */
char       *rutter_phrase_kind           (const RutterObject  *object);

/* An event's or a place's kind for people: "port-call" is "Port call". */
/* The title that the catalogue gives a layer, in the running language when it is our own. */
const char *rutter_phrase_layer          (RutterRecords        *records,
                                          RutterLayerId         layer);
const char *rutter_phrase_layer_definition (RutterRecords      *records,
                                            RutterLayerId       layer);

char       *rutter_phrase_word           (const char          *id);

/* Its name on the map in the running language. */
const char *rutter_phrase_passage        (const RutterPassage  *passage);
const char *rutter_phrase_passage_kind   (RutterPassageKind     kind);

/* What a status means, one sentence. */
const char *rutter_phrase_status_definition (RutterStatus         status);

/* "Owned by" or "Owns", seen from one end of a link. */
const char *rutter_phrase_link           (const RutterLink    *link,
                                          const RutterObject  *seen_from);

/* "Listed by OFAC on 8 May 2022" judged on a day: "listed on 30 June 2023", "not yet listed on 6
 * October 2021; listed 214 days later", "no longer listed on ..." NULL when the window is open.
 */
char       *rutter_phrase_as_of          (const RutterListing *listing,
                                          int                  as_of);

/* Whether what began (and perhaps ended) with `span` holds on a day. A single date is a beginning
 * without a known end; what has no known date holds always.
 */
gboolean    rutter_span_holds            (const RutterSpan    *span,
                                          int                  day);

G_END_DECLS
