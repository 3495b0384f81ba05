/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-typo.h"

#include <string.h>

/* In a shorter word one letter is too much of it: "Sea" is no misspelt "Tea". */
#define MIN_LENGTH 4

/**
 * rutter_typo_is_allowed:
 *
 * Returns: whether a wrong letter in @word is forgiven. A wrong digit never is: a number with
 *   another digit is another ship's.
 */
gboolean
rutter_typo_is_allowed (const char *word,
                        gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (word[i]))
      return FALSE;

  return length >= MIN_LENGTH;
}

/**
 * rutter_typo_is_near:
 * @a: folded, so mostly ASCII; compared by bytes
 *
 * Whether one letter was changed, left out, put in or swapped with its neighbour. A bound of one
 * needs no table: behind the first difference the rest must be equal in one of four ways.
 *
 * Returns: %TRUE when @a and @b are exactly one such step apart; %FALSE also when they are equal
 */
gboolean
rutter_typo_is_near (const char *a,
                     gsize       a_length,
                     const char *b,
                     gsize       b_length)
{
  gsize same = 0, a_rest, b_rest;

  if (a_length > b_length + 1 || b_length > a_length + 1)
    return FALSE;

  while (same < a_length && same < b_length && a[same] == b[same])
    same++;

  a += same;
  b += same;
  a_rest = a_length - same;
  b_rest = b_length - same;

  if (a_rest == b_rest + 1)
    return memcmp (a + 1, b, b_rest) == 0;
  if (b_rest == a_rest + 1)
    return memcmp (b + 1, a, a_rest) == 0;
  if (a_rest == 0)
    return FALSE;
  if (memcmp (a + 1, b + 1, a_rest - 1) == 0)
    return TRUE;

  return a_rest >= 2 && a[0] == b[1] && a[1] == b[0] && memcmp (a + 2, b + 2, a_rest - 2) == 0;
}
