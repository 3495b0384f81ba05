/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-seal.h"

#include <glib/gi18n-lib.h>

/* What is asked: a way from one berth to the other while some passages are closed. Those of
 * @inland stay so, whatever is tried: nobody is told to open five canals to get around a strait.
 */
typedef struct
{
  RutterSeaLegs        *legs;
  const RutterSeaBerth *from;
  const RutterSeaBerth *to;
  RutterPassageSet      closed;
  RutterPassageSet      inland;
  GCancellable         *cancellable;
} Question;

/* Whether there is a way once the passages of a set are open. */
static gboolean
is_open_with (const Question   *question,
              RutterPassageSet  opened)
{
  RutterPassageSet closed =
    rutter_passage_set_unite (rutter_passage_set_subtract (question->closed, opened),
                              question->inland);

  return rutter_sea_legs_has_way (question->legs, closed, question->from, question->to,
                                  question->cancellable);
}

/* The passages each of which would open a way by itself. */
static RutterPassageSet
find_openers (const Question *question)
{
  const RutterPassageSet none = { { 0 } };
  RutterPassageSet openers = none;

  for (guint i = 0; i < RUTTER_PASSAGE_SET_SIZE; i++)
    if (rutter_passage_set_has (&question->closed, i) &&
        is_open_with (question, rutter_passage_set_with (none, i)))
      openers = rutter_passage_set_with (openers, i);

  return openers;
}

/* All that is closed, less what makes no difference. */
static RutterPassageSet
find_needed (const Question *question)
{
  const RutterPassageSet none = { { 0 } };
  RutterPassageSet needed = question->closed;

  if (!is_open_with (question, needed))
    return none;

  for (guint i = 0; i < RUTTER_PASSAGE_SET_SIZE; i++)
    {
      RutterPassageSet rest = rutter_passage_set_subtract (needed,
                                                           rutter_passage_set_with (none, i));

      if (rutter_passage_set_has (&needed, i) && is_open_with (question, rest))
        needed = rest;
    }

  return needed;
}

/* "Bosporus (bosporus), ...": what people call it, and what a request names it by. */
static char *
list_names (RutterPassages   *passages,
            RutterPassageSet  set)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    if (rutter_passage_set_has (&set, i))
      {
        const RutterPassage *passage = rutter_passages_get (passages, i);

        g_string_append_printf (names, names->len > 0 ? ", %s (%s)" : "%s (%s)",
                                rutter_passage_get_name (passage), passage->id);
      }

  return g_string_free (names, FALSE);
}

/**
 * rutter_sea_seal_explain:
 * @closed: the passages that opening may be proposed for
 * @inland: more that are closed, of which nothing is said
 *
 * Says why there is no way: sets %RUTTER_SEA_ERROR_SEALED with the passages that would open one, or
 * %G_IO_ERROR_CANCELLED.
 */
void
rutter_sea_seal_explain (RutterSeaLegs         *self,
                         RutterPassages        *passages,
                         RutterPassageSet       closed,
                         RutterPassageSet       inland,
                         const RutterSeaBerth  *from,
                         const RutterSeaBerth  *to,
                         GCancellable          *cancellable,
                         GError               **error)
{
  const Question question = { self, from, to, closed, inland, cancellable };
  RutterPassageSet openers, needed = { { 0 } };
  g_autofree char *names = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;

  openers = find_openers (&question);
  if (rutter_passage_set_is_empty (&openers))
    needed = find_needed (&question);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;

  names = list_names (passages, rutter_passage_set_unite (openers, needed));
  if (!rutter_passage_set_is_empty (&openers))
    g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_SEALED,
                 /* Translators: a list of canals and straits. */
                 _("No way leads there while passages are closed; open one of: %s."), names);
  else if (!rutter_passage_set_is_empty (&needed))
    g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_SEALED,
                 _("No way leads there while passages are closed; open all of: %s."), names);
  else
    g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_SEALED,
                 _("No way over the water leads there, whatever passage is opened; choose another "
                   "place."));
}
