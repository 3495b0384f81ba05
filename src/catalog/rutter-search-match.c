/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search-match.h"

#include "rutter-search-query.h"
#include "rutter-typo.h"

#include <string.h>

/* How one asked word stands to one word of a text. */
typedef enum
{
  LIKENESS_NONE,
  LIKENESS_NEAR,
  LIKENESS_PREFIX,
  LIKENESS_EXACT
} Likeness;

static Likeness
compare_words (const RutterTextKey *asked,
               guint                i,
               const RutterTextKey *key,
               guint                j)
{
  const RutterTextWord *a = &asked->words[i], *b = &key->words[j];
  const char *a_text = asked->folded + a->at, *b_text = key->folded + b->at;

  if (a->length <= b->length && memcmp (a_text, b_text, a->length) == 0)
    {
      if (a->length == b->length)
        return LIKENESS_EXACT;
      if (rutter_search_query_is_unfinished (asked, i))
        return LIKENESS_PREFIX;
    }

  if (rutter_typo_is_allowed (a_text, a->length) &&
      rutter_typo_is_near (a_text, a->length, b_text, b->length))
    return LIKENESS_NEAR;

  return LIKENESS_NONE;
}

/**
 * rutter_search_match_count:
 *
 * Returns: how well @text shows the words asked: the sum over them of 1 for a near word, 2 for one
 *   that begins so, 3 for the word itself
 */
guint
rutter_search_match_count (const RutterTextKey *words,
                           const char          *text)
{
  g_auto(RutterTextKey) key = { NULL };
  guint sum = 0;

  rutter_text_key_init (&key, text);
  for (guint i = 0; i < words->n_words; i++)
    {
      Likeness best = LIKENESS_NONE;

      for (guint j = 0; j < key.n_words && best < LIKENESS_EXACT; j++)
        best = MAX (best, compare_words (words, i, &key, j));
      sum += best;
    }

  return sum;
}

static void
add_span (GArray *spans,
          guint   start,
          guint   end)
{
  RutterSearchSpan span = { start, end };
  RutterSearchSpan *last = NULL;

  if (spans->len > 0)
    last = &g_array_index (spans, RutterSearchSpan, spans->len - 1);

  /* Several Latin words may come from one written word. */
  if (last != NULL && start < last->end)
    last->end = MAX (last->end, end);
  else
    g_array_append_val (spans, span);
}

/* The beginning of a word that was written as it is asked can be marked alone; of one in another
 * script, or with an accent, all of it is.
 */
static guint
get_end (const RutterTextWord *word,
         guint                 n_letters)
{
  return word->end - word->start == word->length ? word->start + n_letters : word->end;
}

static void
mark_words (GArray              *spans,
            const RutterTextKey *asked,
            const RutterTextKey *key,
            gboolean             forgives)
{
  for (guint j = 0; j < key->n_words; j++)
    {
      const RutterTextWord *word = &key->words[j];
      Likeness best = LIKENESS_NONE;

      for (guint i = 0; i < asked->n_words; i++)
        best = MAX (best, compare_words (asked, i, key, j));

      if (best == LIKENESS_PREFIX)
        add_span (spans, word->start, get_end (word, asked->words[asked->n_words - 1].length));
      else if (best == LIKENESS_EXACT || (best == LIKENESS_NEAR && forgives))
        add_span (spans, word->start, word->end);
    }
}

/* "ladyr" stands in "Lady R" though none of its words does: marks the words from the first at which
 * the text goes on like what was asked, spaces aside.
 */
static void
mark_squashed (GArray              *spans,
               const RutterTextKey *asked,
               const RutterTextKey *key)
{
  g_autofree char *squashed = rutter_text_key_squash (asked->folded);
  gsize length = strlen (squashed);

  for (guint first = 0; first < key->n_words; first++)
    {
      gsize done = 0;

      for (guint j = first; j < key->n_words && done < length; j++)
        {
          gsize n = MIN (key->words[j].length, length - done);

          if (memcmp (key->folded + key->words[j].at, squashed + done, n) != 0)
            break;
          done += n;
          if (done == length)
            {
              for (guint k = first; k < j; k++)
                add_span (spans, key->words[k].start, key->words[k].end);
              add_span (spans, key->words[j].start, get_end (&key->words[j], (guint)n));
              return;
            }
        }
    }
}

/* Marks the words whose keys make up the key of what was asked. */
static void
mark_sounds (GArray              *spans,
             const RutterTextKey *asked,
             const RutterTextKey *key)
{
  g_autofree char *sound = rutter_text_key_sound (asked->folded);
  g_auto(GStrv) wanted = g_strsplit (sound, " ", -1);

  for (guint j = 0; j < key->n_words; j++)
    {
      g_autofree char *word = g_strndup (key->folded + key->words[j].at, key->words[j].length);
      g_autofree char *word_sound = rutter_text_key_sound (word);
      g_autofree char *joined = g_strjoinv ("", wanted);

      if (g_strv_contains ((const char *const *)wanted, word_sound) ||
          (*joined != '\0' && strcmp (joined, word_sound) == 0))
        add_span (spans, key->words[j].start, key->words[j].end);
    }
}

/**
 * rutter_search_match_mark:
 *
 * Returns: (transfer full): the RutterSearchSpan of @text to show as matched
 */
GArray *
rutter_search_match_mark (const RutterTextKey *words,
                          const char          *text,
                          RutterSearchRank     rank)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (RutterSearchSpan));
  g_auto(RutterTextKey) key = { NULL };

  rutter_text_key_init (&key, text);
  if (rank == RUTTER_SEARCH_RANK_SOUND)
    {
      mark_sounds (spans, words, &key);
      return spans;
    }

  if (rank <= RUTTER_SEARCH_RANK_PREFIX)
    mark_squashed (spans, words, &key);
  if (spans->len == 0)
    mark_words (spans, words, &key, rank == RUTTER_SEARCH_RANK_TYPO);

  return spans;
}
