/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-phrases.h"

#include "rutter-language.h"

#include <glib/gi18n-lib.h>

const char *
rutter_phrase_passage (const RutterPassage *passage)
{
  gboolean is_russian = g_strcmp0 (rutter_language_get_id (), "ru") == 0;

  return is_russian && passage->name_ru != NULL ? passage->name_ru : passage->name;
}

const char *
rutter_phrase_passage_kind (RutterPassageKind kind)
{
  switch (kind)
    {
    case RUTTER_PASSAGE_CANAL:
      return C_("passage", "Canal");
    case RUTTER_PASSAGE_STRAIT:
      return C_("passage", "Strait");
    case RUTTER_PASSAGE_RIVER:
      return C_("passage", "River");
    case RUTTER_PASSAGE_SEAWAY:
      return C_("passage", "Seaway");
    case RUTTER_PASSAGE_GATE:
    default:
      return C_("passage", "Open water");
    }
}
