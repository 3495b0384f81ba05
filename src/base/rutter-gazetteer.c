/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-gazetteer-private.h"

#include "rutter-text-key.h"
#include "rutter-typo.h"

#include <math.h>
#include <string.h>

RutterGazetteer *
rutter_gazetteer_ref (RutterGazetteer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
rutter_gazetteer_unref (RutterGazetteer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_chunk_free (self->strings);
  g_array_unref (self->entries);
  g_array_unref (self->names);
  g_free (self);
}

/* Whether a word of @folded is or begins with @word, or else differs in one letter. */
static gboolean
has_word (const char *folded,
          const char *word,
          gsize       length,
          gboolean    may_go_on,
          gboolean   *is_near)
{
  gboolean near = FALSE;

  for (const char *at = folded; *at != '\0';)
    {
      gsize at_length = strcspn (at, " ");

      if (at_length >= length && memcmp (at, word, length) == 0 &&
          (at_length == length || may_go_on))
        return TRUE;
      if (is_near != NULL && rutter_typo_is_near (word, length, at, at_length))
        near = TRUE;
      at += at_length;
      at += strspn (at, " ");
    }

  if (near)
    *is_near = TRUE;
  return near;
}

/* Every asked word has to stand in the name, the last one may be unfinished. */
static gboolean
match (const RutterGazetteerName *name,
       const RutterTextKey       *asked,
       gboolean                   forgives,
       RutterGazetteerRank       *rank)
{
  gboolean is_near = FALSE;
  gsize length = strlen (asked->folded);

  if (strncmp (name->folded, asked->folded, length) == 0)
    {
      *rank = name->folded[length] == '\0' ? RUTTER_GAZETTEER_NAME : RUTTER_GAZETTEER_PREFIX;
      return TRUE;
    }

  for (guint i = 0; i < asked->n_words; i++)
    {
      const char *word = asked->folded + asked->words[i].at;
      gsize word_length = asked->words[i].length;

      if (!has_word (name->folded, word, word_length, i + 1 == asked->n_words,
                     forgives && rutter_typo_is_allowed (word, word_length) ? &is_near : NULL))
        return FALSE;
    }

  *rank = is_near ? RUTTER_GAZETTEER_TYPO : RUTTER_GAZETTEER_WORDS;
  return TRUE;
}

/* Keeps the best @limit; of equals those that come first in the tables. */
static void
keep (GArray             *hits,
      RutterGazetteerHit  hit,
      guint               limit)
{
  guint at = hits->len;

  while (at > 0 && g_array_index (hits, RutterGazetteerHit, at - 1).rank > hit.rank)
    at--;
  if (at >= limit)
    return;

  g_array_insert_val (hits, at, hit);
  if (hits->len > limit)
    g_array_set_size (hits, limit);
}

static guint
collect (RutterGazetteer     *self,
         const RutterTextKey *asked,
         guint                limit,
         gboolean             forgives,
         GArray              *hits)
{
  guint n_found = 0;

  for (guint i = 0; i < self->names->len;)
    {
      guint32 entry = g_array_index (self->names, RutterGazetteerName, i).entry;
      RutterGazetteerHit hit = { NULL };

      /* Of the names of one entry the best counts. */
      for (; i < self->names->len &&
             g_array_index (self->names, RutterGazetteerName, i).entry == entry; i++)
        {
          const RutterGazetteerName *name =
            &g_array_index (self->names, RutterGazetteerName, i);
          RutterGazetteerRank rank;

          if (!match (name, asked, forgives, &rank) || (hit.entry != NULL && hit.rank <= rank))
            continue;

          hit.entry = &g_array_index (self->entries, RutterGazetteerEntry, entry);
          hit.text = name->text;
          hit.rank = rank;
        }

      if (hit.entry == NULL)
        continue;

      n_found++;
      keep (hits, hit, limit);
    }

  return n_found;
}

/**
 * rutter_gazetteer_search:
 * @words: as typed, in any script; the last word may be unfinished
 * @n_found: (out): how many there are, of which @limit are returned
 *
 * A wrong letter is forgiven only where nothing else is found.
 *
 * Returns: (transfer full) (element-type RutterGazetteerHit): best first; good as long as @self
 */
GArray *
rutter_gazetteer_search (RutterGazetteer *self,
                         const char      *words,
                         guint            limit,
                         guint           *n_found)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (RutterGazetteerHit));
  g_auto(RutterTextKey) asked = { NULL };

  g_return_val_if_fail (self != NULL && words != NULL && n_found != NULL, hits);

  *n_found = 0;
  rutter_text_key_init (&asked, words);
  if (asked.n_words == 0)
    return hits;

  *n_found = collect (self, &asked, limit, FALSE, hits);
  if (*n_found == 0)
    *n_found = collect (self, &asked, limit, TRUE, hits);

  return hits;
}

const char *
rutter_gazetteer_rank_get_id (RutterGazetteerRank rank)
{
  static const char *const ids[] = { "name", "prefix", "words", "typo" };

  g_return_val_if_fail (rank < G_N_ELEMENTS (ids), NULL);

  return ids[rank];
}

/**
 * rutter_gazetteer_find_nearest:
 * @kind: as in the entries: "port", "city"
 *
 * Returns: (transfer none) (nullable): the nearest entry of that kind within @max_km
 */
const RutterGazetteerEntry *
rutter_gazetteer_find_nearest (RutterGazetteer *self,
                               RutterLonLat     position,
                               const char      *kind,
                               double           max_km)
{
  const RutterGazetteerEntry *best = NULL;
  double nearest_m = max_km * 1000;
  double reach_deg = max_km / 110;

  g_return_val_if_fail (self != NULL && kind != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RutterGazetteerEntry *entry = &g_array_index (self->entries, RutterGazetteerEntry, i);
      double distance_m;

      /* Most are ruled out without a sine. */
      if (fabs (entry->position.lat - position.lat) > reach_deg || strcmp (entry->kind, kind) != 0)
        continue;

      distance_m = rutter_geo_distance_m (entry->position, position);
      if (distance_m <= nearest_m)
        {
          nearest_m = distance_m;
          best = entry;
        }
    }

  return best;
}
