/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch-subject.h"

#include "rutter-passage.h"

/* Returns: the number that a catalogue's object has by a scheme; 0: none that is valid */
guint32
rutter_watch_subject_get_number (const RutterObject *object,
                                 const char         *scheme)
{
  for (guint i = 0; i < object->identifiers->len; i++)
    {
      const RutterIdentifier *identifier = g_ptr_array_index (object->identifiers, i);
      guint64 value;

      if (g_str_equal (identifier->scheme, scheme) &&
          identifier->check != RUTTER_CHECK_INVALID &&
          g_ascii_string_to_unsigned (identifier->value, 10, 1, 999999999, &value, NULL))
        return (guint32)value;
    }

  return 0;
}

/* Returns: (transfer full) (nullable): none of what cannot be watched, as a vessel without numbers:
 *   a name alone can be anybody's
 */
RutterWatch *
rutter_watch_subject_from_object (const RutterObject *object)
{
  const RutterPassage *passage = object->row;
  guint32 imo, mmsi;

  if (object->kind == RUTTER_KIND_PASSAGE)
    return rutter_watch_new_shape (RUTTER_WATCH_PASSAGE, object->title, passage->line,
                                   passage->n_points, RUTTER_WATCH_CATALOGUE);
  if (object->kind != RUTTER_KIND_VESSEL)
    return NULL;

  imo = rutter_watch_subject_get_number (object, "imo");
  mmsi = rutter_watch_subject_get_number (object, "mmsi");
  return imo != 0 || mmsi != 0 ? rutter_watch_new_vessel (object->title, imo, mmsi,
                                                          RUTTER_WATCH_USUAL_SILENCE_MIN) : NULL;
}

/* Returns: (transfer full) */
RutterWatch *
rutter_watch_subject_from_target (const RutterTarget *target)
{
  g_autofree char *number = g_strdup_printf ("MMSI %09u", target->mmsi);  /* untranslated */

  return rutter_watch_new_vessel (target->name[0] != '\0' ? target->name : number,
                                  target->is_imo_sure ? target->imo : 0, target->mmsi,
                                  RUTTER_WATCH_USUAL_SILENCE_MIN);
}

/* Returns: (nullable) (transfer none): the watch on the list that means the same */
RutterWatch *
rutter_watch_subject_find (RutterWatchlist *list,
                           RutterWatch     *draft)
{
  if (rutter_watch_get_kind (draft) != RUTTER_WATCH_VESSEL)
    return rutter_watchlist_find_shape (list, draft);

  return rutter_watchlist_find_vessel (list, rutter_watch_get_imo (draft),
                                       rutter_watch_get_mmsi (draft));
}
