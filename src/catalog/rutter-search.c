/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search.h"

#include "rutter-search-match.h"
#include "rutter-search-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A document with its place among those of its group: small is better. */
typedef struct
{
  guint64 score;
  guint32 document;
} Candidate;

/* In the order of the groups. */
static const struct
{
  RutterKind  kind;
  const char *title;
} kinds[] = {
  { RUTTER_KIND_VESSEL, N_("Vessels") },
  { RUTTER_KIND_PARTY, N_("Actors and parties") },
  { RUTTER_KIND_PLACE, N_("Places") },
  { RUTTER_KIND_HUB, N_("Front-company hubs") },
  { RUTTER_KIND_EVENT, N_("Events") },
  { RUTTER_KIND_ROUTE, N_("Routes") },
  { RUTTER_KIND_PASSAGE, N_("Passages") },
  { RUTTER_KIND_TRANSFER, N_("Arms transfers") },
  { RUTTER_KIND_REGIME, N_("Sanctions regimes") },
  { RUTTER_KIND_LISTING, N_("Listings") },
  { RUTTER_KIND_RELATION, N_("Relations") },
  { RUTTER_KIND_TOPIC, N_("Topics") },
  { RUTTER_KIND_LINK, N_("Links") },
  { RUTTER_KIND_SOURCE, N_("Sources") },
};

#define CLAIMS G_N_ELEMENTS (kinds)
#define N_GROUPS (2 * (CLAIMS + 1))

static const struct
{
  const char *id;
  const char *title;
} ranks[RUTTER_SEARCH_N_RANK] = {
  [RUTTER_SEARCH_RANK_IDENTIFIER] = { "identifier", N_("Identifier") },
  [RUTTER_SEARCH_RANK_NAME] = { "name", N_("Name") },
  [RUTTER_SEARCH_RANK_PREFIX] = { "prefix", N_("Begins so") },
  [RUTTER_SEARCH_RANK_WORDS] = { "words", N_("Words") },
  [RUTTER_SEARCH_RANK_TYPO] = { "typo", N_("One letter differs") },
  [RUTTER_SEARCH_RANK_SOUND] = { "sounds-like", N_("Sounds like") },
};

static void
hit_free (gpointer data)
{
  RutterSearchHit *hit = data;

  g_array_unref (hit->spans);
  g_free (hit);
}

static RutterSearchHit *
make_hit (RutterSearchQuery *query,
          guint32            number)
{
  const RutterSearchDocument *document =
    &g_array_index (query->index->documents, RutterSearchDocument, number);
  const RutterSearchState *state = &query->states[number];
  guint32 at = state->text != RUTTER_SEARCH_NO_TEXT
                 ? state->text : rutter_search_query_find_text (query, document);
  const RutterSearchText *text = &g_array_index (query->index->texts, RutterSearchText, at);
  RutterSearchHit *hit = g_new0 (RutterSearchHit, 1);

  hit->rank = state->rank;
  hit->object = document->object;
  hit->claim = document->claim;
  hit->text = text->text;
  hit->label = text->label;
  hit->spans = rutter_search_match_mark (&query->words, text->text, hit->rank);
  return hit;
}

/* Keeps the best `limit` in order. */
static void
keep_candidate (GArray    *candidates,
                Candidate  candidate,
                guint      limit)
{
  guint at = candidates->len;

  if (at == limit && g_array_index (candidates, Candidate, at - 1).score <= candidate.score)
    return;

  while (at > 0 && g_array_index (candidates, Candidate, at - 1).score > candidate.score)
    at--;
  g_array_insert_val (candidates, at, candidate);
  if (candidates->len > limit)
    g_array_set_size (candidates, limit);
}

static guint
get_group (const RutterSearchDocument *document,
           const RutterSearchState    *state)
{
  guint group = 0;

  if (document->claim != NULL)
    group = CLAIMS;
  else
    while (group < CLAIMS && kinds[group].kind != document->object->kind)
      group++;

  return state->rank == RUTTER_SEARCH_RANK_SOUND ? group + CLAIMS + 1 : group;
}

/* Better ranks first, then what bears the name now, then the shorter title, then the order of the
 * catalogue.
 */
static guint64
get_score (const RutterSearchDocument *document,
           const RutterSearchState    *state,
           guint32                     number)
{
  gsize length = strlen (document->claim != NULL ? document->claim->statement
                                                 : document->object->title);

  return (guint64)state->rank << 49 | (guint64)(state->is_former != 0) << 48 |
         (guint64)MIN (length, 0xffff) << 32 | number;
}

static void
group_free (gpointer data)
{
  RutterSearchGroup *group = data;

  g_ptr_array_unref (group->hits);
  g_free (group);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const RutterSearchGroup *group_a = *(RutterSearchGroup *const *)a;
  const RutterSearchGroup *group_b = *(RutterSearchGroup *const *)b;
  const RutterSearchHit *hit_a = g_ptr_array_index (group_a->hits, 0);
  const RutterSearchHit *hit_b = g_ptr_array_index (group_b->hits, 0);

  return (int)hit_a->rank - (int)hit_b->rank;
}

static void
add_group (RutterSearch      *self,
           RutterSearchQuery *query,
           guint              number,
           GArray            *candidates,
           guint              n_found)
{
  RutterSearchGroup *group = g_new0 (RutterSearchGroup, 1);

  group->is_sound = number > CLAIMS;
  number %= CLAIMS + 1;
  group->is_claims = number == CLAIMS;
  group->kind = group->is_claims ? RUTTER_N_KIND : kinds[number].kind;
  group->n_found = n_found;
  group->hits = g_ptr_array_new_with_free_func (hit_free);
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (group->hits,
                     make_hit (query, g_array_index (candidates, Candidate, i).document));

  g_ptr_array_add (self->groups, group);
  self->n_found += n_found;
}

static void
collect (RutterSearch         *self,
         RutterSearchQuery    *query,
         guint                 limit,
         RutterSearchKeepFunc  keep,
         gpointer              user_data)
{
  GArray *candidates[N_GROUPS];
  guint n_found[N_GROUPS] = { 0 };

  for (guint i = 0; i < N_GROUPS; i++)
    candidates[i] = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint32 i = 0; i < query->index->documents->len; i++)
    {
      const RutterSearchState *state = &query->states[i];
      const RutterSearchDocument *document;
      guint group;

      if (state->rank == RUTTER_SEARCH_N_RANK)
        continue;

      document = &g_array_index (query->index->documents, RutterSearchDocument, i);
      if (keep != NULL && !keep (document->object, document->claim, user_data))
        continue;

      group = get_group (document, state);
      n_found[group]++;
      keep_candidate (candidates[group],
                      (Candidate) { get_score (document, state, i), i }, limit);
    }

  for (guint i = 0; i < N_GROUPS; i++)
    {
      if (candidates[i]->len > 0)
        add_group (self, query, i, candidates[i], n_found[i]);
      g_array_unref (candidates[i]);
    }

  g_ptr_array_sort (self->groups, compare_groups);
}

/**
 * rutter_search_new:
 * @words: as typed, in any script; the last word may be unfinished
 * @limit: hits a group at most, at least 1
 *
 * Thread-safe. With 100,000 objects it takes some milliseconds.
 *
 * Returns: (transfer full): what was found; nothing when there is no letter or digit in @words
 */
RutterSearch *
rutter_search_new (RutterSearchIndex *index,
                   const char        *words,
                   guint              limit)
{
  return rutter_search_new_filtered (index, words, limit, NULL, NULL);
}

/* As above; what @keep refuses is neither found nor counted. */
RutterSearch *
rutter_search_new_filtered (RutterSearchIndex    *index,
                            const char           *words,
                            guint                 limit,
                            RutterSearchKeepFunc  keep,
                            gpointer              user_data)
{
  RutterSearch *self = g_new0 (RutterSearch, 1);
  g_auto(RutterSearchQuery) query = { NULL };

  self->index = rutter_search_index_ref (index);
  self->groups = g_ptr_array_new_with_free_func (group_free);

  rutter_search_query_init (&query, index, words);
  if (query.words.n_words > 0)
    {
      rutter_search_query_run (&query);
      collect (self, &query, MAX (limit, 1), keep, user_data);
    }

  return self;
}

void
rutter_search_free (RutterSearch *self)
{
  g_ptr_array_unref (self->groups);
  rutter_search_index_unref (self->index);
  g_free (self);
}

const char *
rutter_search_rank_get_id (RutterSearchRank rank)
{
  g_return_val_if_fail (rank < RUTTER_SEARCH_N_RANK, NULL);

  return ranks[rank].id;
}

const char *
rutter_search_rank_get_title (RutterSearchRank rank)
{
  g_return_val_if_fail (rank < RUTTER_SEARCH_N_RANK, NULL);

  return ranks[rank].title;
}

const char *
rutter_search_group_get_id (const RutterSearchGroup *group)
{
  return group->is_claims ? "claim" : rutter_kind_get_id (group->kind);
}

const char *
rutter_search_group_get_title (const RutterSearchGroup *group)
{
  for (guint i = 0; !group->is_claims && i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == group->kind)
      return _(kinds[i].title);

  return _("Claims");
}
