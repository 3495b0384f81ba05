/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search-query.h"

#include "rutter-search-match.h"

#include <string.h>

/* Of a longer question the rest is not heard. */
#define MAX_WORDS 16

/* A consonant key of fewer letters is shared by too many names. */
#define MIN_SOUND 3

/* The last of several words may be unfinished when it has so many letters: the R of Lady R is no
 * beginning of Rason.
 */
#define MIN_PREFIX 3

static const RutterSearchText *
get_text (RutterSearchIndex *index,
          guint32            text)
{
  return &g_array_index (index->texts, RutterSearchText, text);
}

/* Whole names and identifiers; then those that begin so. */
static void
on_whole_cb (const guint32 *texts,
             guint          n_texts,
             gpointer       user_data)
{
  RutterSearchQuery *query = user_data;

  for (guint i = 0; i < n_texts; i++)
    {
      const RutterSearchText *text = get_text (query->index, texts[i]);
      RutterSearchState *state = &query->states[text->document];
      guint8 rank = (guint8)query->rank;

      if (rank == RUTTER_SEARCH_RANK_PREFIX && text->kind == RUTTER_SEARCH_TEXT_UID)
        continue;
      if (rank == RUTTER_SEARCH_RANK_NAME && text->kind != RUTTER_SEARCH_TEXT_NAME)
        rank = RUTTER_SEARCH_RANK_IDENTIFIER;

      /* Of equal findings in one document a present name counts. */
      if (rank < state->rank || (rank == state->rank && state->is_former && !text->is_former))
        {
          state->rank = rank;
          state->text = texts[i];
          state->is_former = text->is_former;
        }
    }
}

/* A document stays in the running as long as each asked word in turn is found in it. The word
 * itself is looked up before what is only near it, so the better finding counts.
 */
static void
on_word_cb (const guint32 *texts,
            guint          n_texts,
            gpointer       user_data)
{
  RutterSearchQuery *query = user_data;

  for (guint i = 0; i < n_texts; i++)
    {
      const RutterSearchText *text = get_text (query->index, texts[i]);
      RutterSearchState *state = &query->states[text->document];

      if (state->n_words != query->word)
        continue;
      if (query->rank == RUTTER_SEARCH_RANK_TYPO && text->kind != RUTTER_SEARCH_TEXT_NAME)
        continue;

      state->n_words++;
      state->is_near |= query->rank == RUTTER_SEARCH_RANK_TYPO;
      state->has_former_word |= text->is_former;
    }
}

/**
 * rutter_search_query_is_unfinished:
 *
 * Returns: whether words that only begin like word number @i of those asked are meant, too
 */
gboolean
rutter_search_query_is_unfinished (const RutterTextKey *words,
                                   guint                i)
{
  return i == words->n_words - 1 && (i == 0 || words->words[i].length >= MIN_PREFIX);
}

static void
find_words (RutterSearchQuery *query)
{
  guint n_words = query->words.n_words;

  for (query->word = 0; query->word < n_words; query->word++)
    {
      const RutterTextWord *word = &query->words.words[query->word];
      g_autofree char *text = g_strndup (query->words.folded + word->at, word->length);

      query->rank = RUTTER_SEARCH_RANK_WORDS;
      rutter_term_list_foreach_exact (query->index->words, text, on_word_cb, query);
      if (rutter_search_query_is_unfinished (&query->words, query->word))
        rutter_term_list_foreach_prefix (query->index->words, text, on_word_cb, query);

      query->rank = RUTTER_SEARCH_RANK_TYPO;
      rutter_term_list_foreach_near (query->index->words, text, on_word_cb, query);
    }

  for (guint i = 0; i < query->index->documents->len; i++)
    {
      RutterSearchState *state = &query->states[i];
      guint8 rank = state->is_near ? RUTTER_SEARCH_RANK_TYPO : RUTTER_SEARCH_RANK_WORDS;

      if (state->n_words < n_words || state->rank <= rank)
        continue;

      state->rank = rank;
      state->is_former = state->has_former_word;
    }
}

/* Whether the keys asked stand in the name one behind the other. */
static void
on_sound_cb (const guint32 *texts,
             guint          n_texts,
             gpointer       user_data)
{
  RutterSearchQuery *query = user_data;
  g_autofree char *wanted = g_strdup_printf (" %s ", query->sound);

  for (guint i = 0; i < n_texts; i++)
    {
      const RutterSearchText *text = get_text (query->index, texts[i]);
      RutterSearchState *state = &query->states[text->document];
      g_autofree char *folded = NULL, *sound = NULL, *padded = NULL;

      if (state->rank <= RUTTER_SEARCH_RANK_SOUND)
        continue;

      folded = rutter_text_key_fold (text->text);
      sound = rutter_text_key_sound (folded);
      padded = g_strdup_printf (" %s ", sound);
      if (strstr (padded, wanted) == NULL)
        continue;

      state->rank = RUTTER_SEARCH_RANK_SOUND;
      state->text = texts[i];
      state->is_former = text->is_former;
      query->has_sound = TRUE;
    }
}

/* Looks up the longest word of the key, which the fewest names have. */
static void
find_sounds (RutterSearchQuery *query)
{
  g_auto(GStrv) words = g_strsplit (query->sound, " ", -1);
  const char *longest = "";
  gsize n_letters = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      n_letters += strlen (words[i]);
      if (strlen (words[i]) > strlen (longest))
        longest = words[i];
    }

  if (n_letters >= MIN_SOUND)
    rutter_term_list_foreach_exact (query->index->sounds, longest, on_sound_cb, query);
}

/* One word in one script may be two in another: 羅津 is Rajin. */
static void
find_joined_sound (RutterSearchQuery *query)
{
  char *joined = rutter_text_key_squash (query->sound);

  g_free (query->sound);
  query->sound = joined;
  find_sounds (query);
}

void
rutter_search_query_init (RutterSearchQuery *self,
                          RutterSearchIndex *index,
                          const char        *words)
{
  self->index = index;
  rutter_text_key_init (&self->words, words);
  if (self->words.n_words > MAX_WORDS)
    {
      const RutterTextWord *last = &self->words.words[MAX_WORDS - 1];

      self->words.n_words = MAX_WORDS;
      self->words.folded[last->at + last->length] = '\0';
    }

  self->squashed = rutter_text_key_squash (self->words.folded);
  self->sound = rutter_text_key_sound (self->words.folded);
  self->states = g_new (RutterSearchState, MAX (index->documents->len, 1));
  for (guint i = 0; i < index->documents->len; i++)
    self->states[i] = (RutterSearchState) { .text = RUTTER_SEARCH_NO_TEXT,
                                              .rank = RUTTER_SEARCH_N_RANK };
}

void
rutter_search_query_clear (RutterSearchQuery *self)
{
  rutter_text_key_clear (&self->words);
  g_free (self->squashed);
  g_free (self->sound);
  g_free (self->states);
}

void
rutter_search_query_run (RutterSearchQuery *self)
{
  self->rank = RUTTER_SEARCH_RANK_NAME;
  rutter_term_list_foreach_exact (self->index->wholes, self->squashed, on_whole_cb, self);
  self->rank = RUTTER_SEARCH_RANK_PREFIX;
  rutter_term_list_foreach_prefix (self->index->wholes, self->squashed, on_whole_cb, self);
  find_words (self);
  find_sounds (self);
  if (!self->has_sound && strchr (self->sound, ' ') != NULL)
    find_joined_sound (self);
}

/* The text of a document that shows the most of what was asked. */
guint32
rutter_search_query_find_text (RutterSearchQuery          *self,
                               const RutterSearchDocument *document)
{
  guint32 best = document->first;
  guint most = 0;

  for (guint32 i = document->first; i < document->first + document->n_texts; i++)
    {
      const RutterSearchText *text = get_text (self->index, i);
      guint n = text->kind != RUTTER_SEARCH_TEXT_UID
                  ? rutter_search_match_count (&self->words, text->text) : 0;

      if (n > most)
        {
          most = n;
          best = i;
        }
    }

  return best;
}
