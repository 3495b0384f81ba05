/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-term-list.h"

#include "rutter-typo.h"

#include <string.h>

typedef struct
{
  const char *text;     /* in `strings` */
  guint32     length;
  guint32     number;   /* in the order of first use, until sealed; then the first of `texts` */
  guint32     n_texts;
} Term;

typedef struct
{
  guint32 term;
  guint32 text;
} Pair;

struct _RutterTermList
{
  GStringChunk *strings;
  GArray       *terms;   /* Term */
  GHashTable   *numbers; /* text -> number + 1; NULL once sealed */
  GArray       *pairs;   /* Pair; NULL once sealed */
  guint32      *texts;   /* of all terms, one behind the other */
};

RutterTermList *
rutter_term_list_new (void)
{
  RutterTermList *self = g_new0 (RutterTermList, 1);

  self->strings = g_string_chunk_new (64 * 1024);
  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  return self;
}

void
rutter_term_list_free (RutterTermList *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_array_unref (self->terms);
  g_string_chunk_free (self->strings);
  g_free (self->texts);
  g_free (self);
}

static guint32
get_number (RutterTermList *self,
            const char     *text,
            gsize           length)
{
  g_autofree char *key = g_strndup (text, length);
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  Term term;

  if (number > 0)
    return number - 1;

  term.text = g_string_chunk_insert_len (self->strings, key, (gssize)length);
  term.length = (guint32)length;
  term.number = self->terms->len;
  term.n_texts = 0;
  g_array_append_val (self->terms, term);
  g_hash_table_insert (self->numbers, (gpointer)term.text, GUINT_TO_POINTER (term.number + 1));
  return term.number;
}

/**
 * rutter_term_list_add:
 * @length: of @term in bytes; an empty term is passed over
 */
void
rutter_term_list_add (RutterTermList *self,
                      const char     *term,
                      gsize           length,
                      guint32         text)
{
  Pair pair;

  g_return_if_fail (self->pairs != NULL);

  if (length == 0)
    return;

  pair.term = get_number (self, term, length);
  pair.text = text;
  g_array_index (self->terms, Term, pair.term).n_texts++;
  g_array_append_val (self->pairs, pair);
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Term *)a)->text, ((const Term *)b)->text);
}

/* Puts the texts of each term together and the terms in order. */
void
rutter_term_list_seal (RutterTermList *self)
{
  g_autofree guint32 *next = g_new (guint32, MAX (self->terms->len, 1));
  guint32 first = 0;

  g_return_if_fail (self->pairs != NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      Term *term = &g_array_index (self->terms, Term, i);

      term->number = next[i] = first;
      first += term->n_texts;
    }

  self->texts = g_new (guint32, MAX (self->pairs->len, 1));
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      self->texts[next[pair->term]++] = pair->text;
    }

  g_array_sort (self->terms, compare_terms);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
}

guint
rutter_term_list_get_n_terms (RutterTermList *self)
{
  return self->terms->len;
}

/* The first term that is not before `text`. */
static guint
find_first (RutterTermList *self,
            const char     *text)
{
  guint low = 0, high = self->terms->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_array_index (self->terms, Term, middle).text, text) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
call (RutterTermList *self,
      const Term     *term,
      RutterTermFunc  func,
      gpointer        user_data)
{
  func (self->texts + term->number, term->n_texts, user_data);
}

void
rutter_term_list_foreach_exact (RutterTermList *self,
                                const char     *term,
                                RutterTermFunc  func,
                                gpointer        user_data)
{
  guint at = find_first (self, term);

  g_return_if_fail (self->pairs == NULL);

  if (at < self->terms->len && strcmp (g_array_index (self->terms, Term, at).text, term) == 0)
    call (self, &g_array_index (self->terms, Term, at), func, user_data);
}

/* Terms that begin with `prefix` and go on. */
void
rutter_term_list_foreach_prefix (RutterTermList *self,
                                 const char     *prefix,
                                 RutterTermFunc  func,
                                 gpointer        user_data)
{
  gsize length = strlen (prefix);

  g_return_if_fail (self->pairs == NULL);

  for (guint i = find_first (self, prefix); i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      if (strncmp (term->text, prefix, length) != 0)
        return;
      if (term->length > length)
        call (self, term, func, user_data);
    }
}

/* Terms one wrong letter away. All are looked at: four hundred thousand take some 2 ms. */
void
rutter_term_list_foreach_near (RutterTermList *self,
                               const char     *term,
                               RutterTermFunc  func,
                               gpointer        user_data)
{
  gsize length = strlen (term);

  g_return_if_fail (self->pairs == NULL);

  if (!rutter_typo_is_allowed (term, length))
    return;

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *other = &g_array_index (self->terms, Term, i);

      if (rutter_typo_is_near (term, length, other->text, other->length))
        call (self, other, func, user_data);
    }
}
