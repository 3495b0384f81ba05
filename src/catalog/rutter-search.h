/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-search-index.h"

G_BEGIN_DECLS

/* Why something was found, best first. */
typedef enum
{
  RUTTER_SEARCH_RANK_IDENTIFIER, /* a whole number or code */
  RUTTER_SEARCH_RANK_NAME,       /* a whole name */
  RUTTER_SEARCH_RANK_PREFIX,     /* a name or number begins so */
  RUTTER_SEARCH_RANK_WORDS,      /* every word stands somewhere */
  RUTTER_SEARCH_RANK_TYPO,       /* so but for one wrong letter in a word */
  RUTTER_SEARCH_RANK_SOUND,      /* only sounds like it: a guess, to be said as one */
  RUTTER_SEARCH_N_RANK
} RutterSearchRank;

typedef struct
{
  guint start;                   /* bytes in the text; `end` is behind the last */
  guint end;
} RutterSearchSpan;

typedef struct
{
  RutterSearchRank    rank;
  const RutterObject *object;    /* found, or what the claim is about */
  const RutterClaim  *claim;     /* or NULL */
  const char         *text;      /* what matched: a name, "IMO 9161003", a statement */
  const char         *label;     /* what that text is: "title", "former name", "identifier" ... */
  GArray             *spans;     /* RutterSearchSpan in `text`, in order, none overlapping */
} RutterSearchHit;

typedef struct
{
  RutterKind          kind;      /* of the objects; meaningless for claims */
  gboolean            is_claims;
  gboolean            is_sound;  /* all of it only sounds like what was asked */
  guint               n_found;   /* may be more than there are hits */
  GPtrArray          *hits;      /* RutterSearchHit, best first */
} RutterSearchGroup;

/* What was found, grouped by kind: groups with better hits first, what only sounds alike last. */
typedef struct
{
  GPtrArray          *groups;    /* RutterSearchGroup */
  guint               n_found;
  RutterSearchIndex  *index;     /* keeps the texts */
} RutterSearch;

/* Whether an object, or a claim about it, may be found. */
typedef gboolean (*RutterSearchKeepFunc) (const RutterObject *object,
                                          const RutterClaim  *claim,
                                          gpointer            user_data);

RutterSearch *rutter_search_new           (RutterSearchIndex  *index,
                                           const char         *words,
                                           guint               limit);
RutterSearch *rutter_search_new_filtered  (RutterSearchIndex  *index,
                                           const char         *words,
                                           guint               limit,
                                           RutterSearchKeepFunc keep,
                                           gpointer            user_data);
void          rutter_search_free          (RutterSearch       *self);
const char   *rutter_search_rank_get_id   (RutterSearchRank    rank);
const char   *rutter_search_rank_get_title (RutterSearchRank   rank);
const char   *rutter_search_group_get_id  (const RutterSearchGroup *group);
const char   *rutter_search_group_get_title (const RutterSearchGroup *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSearch, rutter_search_free)

G_END_DECLS
