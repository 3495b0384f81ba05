/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-number.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* The user's way of writing numbers, whatever the process's is; none until a program asks for it.
 * Set while there is one thread.
 */
static locale_t user;

/* Writes numbers as the environment says. A locale in another character set than ours is left
 * alone: its blanks and commas would not be text.
 */
void
rutter_number_start (void)
{
  rutter_number_stop ();
  user = newlocale (LC_NUMERIC_MASK | LC_CTYPE_MASK, "", (locale_t)0);
  if (user != (locale_t)0 && strcmp (nl_langinfo_l (CODESET, user), "UTF-8") != 0)
    rutter_number_stop ();
}

/* Writes numbers as C does, for what machines read. */
void
rutter_number_stop (void)
{
  if (user != (locale_t)0)
    freelocale (user);
  user = (locale_t)0;
}

/**
 * rutter_number_to_text:
 *
 * Returns: (transfer full): "12,345.7" in English, "12 345,7" in Russian with a thin space
 */
char *
rutter_number_to_text (double value,
                       int    n_decimals)
{
  locale_t before = user != (locale_t)0 ? uselocale (user) : (locale_t)0;
  char *text = g_strdup_printf ("%'.*f", n_decimals, value);

  if (before != (locale_t)0)
    uselocale (before);

  return text;
}

/**
 * rutter_count_to_text:
 *
 * Returns: (transfer full): a whole number, its digits in groups
 */
char *
rutter_count_to_text (gint64 count)
{
  locale_t before = user != (locale_t)0 ? uselocale (user) : (locale_t)0;
  char *text = g_strdup_printf ("%'" G_GINT64_MODIFIER "d", count);

  if (before != (locale_t)0)
    uselocale (before);

  return text;
}
