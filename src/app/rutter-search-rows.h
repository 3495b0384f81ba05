/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-gazetteer.h"
#include "rutter-search-item.h"
#include "rutter-search.h"

G_BEGIN_DECLS

/* What was found for some words, in the catalogue and among the names of the map. */
typedef struct
{
  RutterSearch    *search;
  RutterGazetteer *gazetteer; /* keeps the names; NULL: there is none */
  GArray          *ground;    /* RutterGazetteerHit; NULL: as above */
  guint            n_ground;  /* may be more than there are hits */
} RutterFindings;

RutterFindings *rutter_findings_new    (RutterSearchIndex  *index,
                                        RutterGazetteer    *gazetteer,
                                        const char         *words,
                                        guint               limit);
void            rutter_findings_free   (RutterFindings     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterFindings, rutter_findings_free)

/* Returns: (transfer full) (element-type RutterSearchItem): the rows; the names of the map come
 * after the objects, but before what only sounds alike, unless a letter of theirs is wrong too.
 * @filter: a row says when this hides its object
 */
GPtrArray *rutter_search_rows_new          (const RutterFindings  *findings,
                                            const RutterFilter    *filter);
/* Whether a row's uid is that of a name of the map, and where the map has to look. */
gboolean   rutter_search_rows_read_ground  (const char            *uid,
                                            RutterLonLat          *position,
                                            double                *zoom);

G_END_DECLS
