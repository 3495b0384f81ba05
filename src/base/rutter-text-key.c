/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-text-key.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Cyrillic by the rules of the BGN, as maps and ship lists print it (Махачкала is Makhachkala), all
 * other scripts as ICU knows them.
 */
#define ROMANISATION \
  "Russian-Latin/BGN; Any-Latin; Latin-ASCII; NFD; [:Mn:] Remove; NFC; Lower" /* untranslated */

/* A word longer than this is no name; it is cut, so that a hostile text costs no more. */
#define MAX_WORD 128

/* A transliterator is not said to be safe for several threads at once: each has its own. */
static GPrivate transliterators = G_PRIVATE_INIT ((GDestroyNotify)utrans_close);

static UTransliterator *
get_transliterator (void)
{
  UTransliterator *transliterator = g_private_get (&transliterators);
  UErrorCode code = U_ZERO_ERROR;
  UChar id[sizeof ROMANISATION];

  if (transliterator != NULL)
    return transliterator;

  u_uastrcpy (id, ROMANISATION);
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  if (U_FAILURE (code))
    return NULL;

  g_private_set (&transliterators, transliterator);
  return transliterator;
}

/* An apostrophe, a soft sign, a joiner or an accent parts no word and is left out. */
static gboolean
is_silent (gunichar c)
{
  switch (c)
    {
    case '\'':
    case '`':
    case 0x00ad:
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0x2018:
    case 0x2019:
    case 0x2032:
      return TRUE;
    default:
      return g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_MODIFIER_LETTER;
    }
}

/* Latin form of a word, "" when ICU cannot make one. */
static char *
romanise (const char *word,
          gsize       length)
{
  UTransliterator *transliterator = get_transliterator ();
  UErrorCode code = U_ZERO_ERROR;
  UChar buffer[MAX_WORD * 8];
  char utf8[sizeof buffer * 3];
  int32_t n_units = 0, limit;

  if (transliterator == NULL)
    return g_utf8_strdown (word, (gssize)length);

  u_strFromUTF8 (buffer, G_N_ELEMENTS (buffer), &n_units, word, (int32_t)length, &code);
  limit = n_units;
  utrans_transUChars (transliterator, buffer, &n_units, G_N_ELEMENTS (buffer), 0, &limit, &code);
  u_strToUTF8 (utf8, sizeof utf8 - 1, NULL, buffer, n_units, &code);
  if (U_FAILURE (code))
    return g_utf8_strdown (word, (gssize)length);

  return g_strdup (utf8);
}

static void
append_word (GString *folded,
             GArray  *words,
             guint    at,
             guint    start,
             guint    end)
{
  RutterTextWord word = { at, (guint)folded->len - at, start, end };

  if (word.length > 0)
    g_array_append_val (words, word);
}

/* Adds one word of the text. Its Latin form may be several words (羅津 is "luo jin"). */
static void
fold_word (GString    *folded,
           GArray     *words,
           const char *text,
           guint       start,
           guint       end,
           gboolean    is_ascii)
{
  gsize length = MIN (end - start, MAX_WORD);
  g_autofree char *latin = NULL;
  guint at;

  while (length < end - start && ((guchar)text[start + length] & 0xc0) == 0x80)
    length--;
  if (!is_ascii)
    latin = romanise (text + start, length);
  else
    latin = g_ascii_strdown (text + start, (gssize)length);

  if (folded->len > 0)
    g_string_append_c (folded, ' ');
  at = (guint)folded->len;

  for (const char *p = latin; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' && folded->len > at)
        {
          append_word (folded, words, at, start, end);
          g_string_append_c (folded, ' ');
          at = (guint)folded->len;
        }
      else if (g_unichar_isalnum (c) && !is_silent (c))
        g_string_append_unichar (folded, c);
    }

  append_word (folded, words, at, start, end);
  while (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
}

/**
 * rutter_text_key_init:
 * @text: any text; what is no UTF-8 in it parts words
 *
 * Folds a text and remembers where each word came from.
 */
void
rutter_text_key_init (RutterTextKey *self,
                      const char    *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  const char *start = NULL, *from = valid != NULL ? valid : text;
  GArray *words = g_array_new (FALSE, FALSE, sizeof (RutterTextWord));
  GString *folded = g_string_new (NULL);
  gboolean is_ascii = TRUE;

  for (const char *p = from;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_part = g_unichar_isalnum (c) || (start != NULL && is_silent (c));

      if (is_part && start == NULL)
        {
          start = p;
          is_ascii = TRUE;
        }
      else if (!is_part && start != NULL)
        {
          fold_word (folded, words, from, (guint)(start - from), (guint)(p - from), is_ascii);
          start = NULL;
        }

      if (is_part && (c >= 0x80 || c == '\'' || c == '`'))
        is_ascii = FALSE;
      if (c == 0)
        break;
    }

  self->folded = g_string_free (folded, FALSE);
  self->n_words = words->len;
  self->words = (RutterTextWord *)(gpointer)g_array_free (words, FALSE);
}

void
rutter_text_key_clear (RutterTextKey *self)
{
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->words, g_free);
  self->n_words = 0;
}

/**
 * rutter_text_key_fold:
 *
 * Returns: (transfer full): the words of @text in Latin letters without case and diacritics, parted
 *   by single spaces
 */
char *
rutter_text_key_fold (const char *text)
{
  g_auto(RutterTextKey) key = { NULL };

  rutter_text_key_init (&key, text);
  return g_steal_pointer (&key.folded);
}

/**
 * rutter_text_key_squash:
 *
 * Returns: (transfer full): @folded without its spaces: "Maia-1", "Maia 1" and "MAIA1" are one name
 */
char *
rutter_text_key_squash (const char *folded)
{
  GString *squashed = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (squashed, *p);

  return g_string_free (squashed, FALSE);
}

/**
 * rutter_text_key_sound:
 * @folded: what rutter_text_key_fold() made
 *
 * The consonant key: l as r, without a e i o u y w h, doubles collapsed, word by word. What one
 * script does not write (vowels in Persian) and another does not tell apart (l and r in Korean)
 * is left out, so that Lady R, Леди Р, 레이디 알 and لیدی آر are all "rd r".
 *
 * Returns: (transfer full): the keys of the words, parted by spaces; words of vowels have none
 */
char *
rutter_text_key_sound (const char *folded)
{
  GString *sound = g_string_new (NULL);
  gboolean starts = TRUE;

  for (const char *p = folded; *p != '\0'; p++)
    {
      char c = *p == 'l' ? 'r' : *p;

      if (c == ' ')
        starts = TRUE;
      if (c == ' ' || strchr ("aeiouywh", c) != NULL)
        continue;

      if (starts && sound->len > 0)
        g_string_append_c (sound, ' ');
      if (starts || sound->str[sound->len - 1] != c || g_ascii_isdigit (c))
        g_string_append_c (sound, c);
      starts = FALSE;
    }

  return g_string_free (sound, FALSE);
}
