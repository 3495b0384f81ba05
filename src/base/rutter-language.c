/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-language.h"

#include "rutter-number.h"
#include "rutter-paths.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/**
 * rutter_language_start:
 *
 * Takes the language from the environment and finds its messages. A program calls this first of
 * all: before any thread, before GTK, and before the first message is asked for, because the
 * library remembers then whether there is a translation at all.
 *
 * Numbers stay as C writes them, process-wide, so that no file, query or drawing can get a decimal
 * comma from a printf; what people read is written by rutter_number_to_text(), which asks the
 * user's locale.
 */
void
rutter_language_start (void)
{
  const char *folder = rutter_paths_get_locale_dir ();

  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  rutter_number_start ();
}

/**
 * rutter_language_stop:
 *
 * Speaks English from here on: what a machine reads is the same in every language.
 */
void
rutter_language_stop (void)
{
  setlocale (LC_MESSAGES, "C");
  rutter_number_stop ();
}

/**
 * rutter_language_get_id:
 *
 * Returns: the language that the messages are in, as the columns of the map's names call it: "en"
 *   when there is no translation
 */
const char *
rutter_language_get_id (void)
{
  /* Translators: the code of your language, as in po/LINGUAS; the names of the map follow it. */
  return C_("code of this language", "en");
}
