/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-search-index-private.h"
#include "rutter-search.h"
#include "rutter-text-key.h"

G_BEGIN_DECLS

#define RUTTER_SEARCH_NO_TEXT G_MAXUINT32

/* What is known of one document while a question is answered. */
typedef struct
{
  guint32 text;     /* that shows the match, or RUTTER_SEARCH_NO_TEXT: not looked for yet */
  guint8  n_words;  /* asked words found so far, in their order */
  guint8  rank;     /* RUTTER_SEARCH_N_RANK: not found */
  guint8  is_near;  /* one of the words only with a wrong letter */
  guint8  is_former; /* it stands in a name that is borne no more */
  guint8  has_former_word; /* so does one of the words */
} RutterSearchState;

typedef struct
{
  RutterSearchIndex *index;
  RutterTextKey      words;
  char              *squashed;
  char              *sound;
  RutterSearchState *states;  /* one a document */
  guint              word;    /* that is being looked up */
  RutterSearchRank   rank;    /* that is being given */
  gboolean           has_sound;
} RutterSearchQuery;

void     rutter_search_query_init      (RutterSearchQuery           *self,
                                       RutterSearchIndex           *index,
                                       const char                  *words);
void     rutter_search_query_clear     (RutterSearchQuery           *self);
void     rutter_search_query_run       (RutterSearchQuery           *self);
guint32  rutter_search_query_find_text (RutterSearchQuery           *self,
                                       const RutterSearchDocument  *document);

gboolean rutter_search_query_is_unfinished (const RutterTextKey *words,
                                            guint                i);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RutterSearchQuery, rutter_search_query_clear)

G_END_DECLS
