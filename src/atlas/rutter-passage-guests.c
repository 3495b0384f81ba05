/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-passage-guests.h"

#include "rutter-phrases.h"

void
rutter_atlas_add_passages (RutterRecords  *records,
                           RutterPassages *passages)
{
  g_return_if_fail (records != NULL && passages != NULL);

  rutter_records_take_guests (records, rutter_passages_ref (passages),
                              (GDestroyNotify)rutter_passages_unref);
  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    {
      const RutterPassage *passage = rutter_passages_get (passages, i);
      g_autofree char *uid = g_strconcat ("passage:", passage->id, NULL);

      rutter_records_add_guest (records, RUTTER_KIND_PASSAGE, uid,
                                rutter_phrase_passage (passage), 1u << RUTTER_LAYER_PASSAGES,
                                passage);
    }
}

/**
 * rutter_atlas_load_passages:
 * @path: the table of passages
 *
 * Reads a file. Without it the map has no passages, and everything else is as it was.
 *
 * Returns: %FALSE with the errors of rutter_passages_load()
 */
gboolean
rutter_atlas_load_passages (RutterRecords  *records,
                            const char     *path,
                            GError        **error)
{
  g_autoptr(RutterPassages) passages = rutter_passages_load (path, error);

  if (passages == NULL)
    return FALSE;

  rutter_atlas_add_passages (records, passages);
  return TRUE;
}

RutterPassages *
rutter_atlas_get_passages (RutterRecords *records)
{
  return rutter_records_get_guests (records);
}
