/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-seal.h"

#include <glib/gi18n-lib.h>

static gboolean
is_open_with (RutterSeaLegs        *self,
              RutterPassageSet      closed,
              const RutterSeaBerth *from,
              const RutterSeaBerth *to,
              GCancellable         *cancellable)
{
  gboolean is_reversed;
  g_autoptr(RutterSeaLeg) leg = rutter_sea_legs_find (self, closed, from, to, &is_reversed,
                                                      cancellable);

  return leg != NULL;
}

/* Finds which passages would open a way, by trying: one at a time, then all of them, less those
 * without which it works as well.
 */
static RutterPassageSet
find_openers (RutterSeaLegs        *self,
              RutterPassageSet      closed,
              const RutterSeaBerth *from,
              const RutterSeaBerth *to,
              GCancellable         *cancellable)
{
  const RutterPassageSet none = { { 0 } };
  RutterPassageSet openers = none;

  for (guint i = 0; i < RUTTER_PASSAGE_SET_SIZE; i++)
    {
      RutterPassageSet one = rutter_passage_set_with (none, i);

      if (rutter_passage_set_has (&closed, i) &&
          is_open_with (self, rutter_passage_set_subtract (closed, one), from, to, cancellable))
        openers = rutter_passage_set_unite (openers, one);
    }

  return openers;
}

static RutterPassageSet
find_needed (RutterSeaLegs        *self,
             RutterPassageSet      closed,
             const RutterSeaBerth *from,
             const RutterSeaBerth *to,
             GCancellable         *cancellable)
{
  const RutterPassageSet none = { { 0 } };
  RutterPassageSet needed = closed;

  if (!is_open_with (self, none, from, to, cancellable))
    return none;

  for (guint i = 0; i < RUTTER_PASSAGE_SET_SIZE; i++)
    {
      RutterPassageSet rest = rutter_passage_set_subtract (needed,
                                                           rutter_passage_set_with (none, i));

      if (rutter_passage_set_has (&needed, i) &&
          is_open_with (self, rutter_passage_set_subtract (closed, rest), from, to, cancellable))
        needed = rest;
    }

  return needed;
}

static char *
list_ids (RutterPassages   *passages,
          RutterPassageSet  set)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    if (rutter_passage_set_has (&set, i))
      g_string_append_printf (ids, ids->len > 0 ? ", %s" : "%s",
                              rutter_passages_get (passages, i)->id);

  return g_string_free (ids, FALSE);
}

/**
 * rutter_sea_seal_explain:
 *
 * Says why there is no way: sets %RUTTER_SEA_ERROR_SEALED with the passages that would open one, or
 * %G_IO_ERROR_CANCELLED.
 */
void
rutter_sea_seal_explain (RutterSeaLegs         *self,
                         RutterPassages        *passages,
                         RutterPassageSet       closed,
                         const RutterSeaBerth  *from,
                         const RutterSeaBerth  *to,
                         GCancellable          *cancellable,
                         GError               **error)
{
  RutterPassageSet openers, needed = { { 0 } };
  g_autofree char *ids = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;

  openers = find_openers (self, closed, from, to, cancellable);
  if (rutter_passage_set_is_empty (&openers))
    needed = find_needed (self, closed, from, to, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;

  ids = list_ids (passages, rutter_passage_set_unite (openers, needed));
  if (!rutter_passage_set_is_empty (&openers))
    g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_SEALED,
                 /* Translators: a list of identifiers of canals and straits. */
                 _("No way leads there while passages are closed; open one of: %s."), ids);
  else if (!rutter_passage_set_is_empty (&needed))
    g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_SEALED,
                 _("No way leads there while passages are closed; open all of: %s."), ids);
  else
    g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_SEALED,
                 _("No way over the water leads there, whatever passage is opened; choose another "
                   "place."));
}
