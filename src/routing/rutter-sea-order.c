/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-order.h"

#include "rutter-sea-chart.h"
#include "rutter-typo.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How far a longitude may be unwrapped: three times around. */
#define MAX_LON 1080.0

static gboolean
is_near (const char *typed,
         const char *name)
{
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return folded != NULL && ((strlen (typed) > 2 && strstr (folded, typed) != NULL) ||
                            rutter_typo_is_near (typed, strlen (typed), folded, strlen (folded)));
}

/* The passages that one may have meant, "suez (Suez Canal)": those whose id or name differs in a
 * letter or so or holds what was typed, else those whose id begins alike; else the ids of all.
 */
static char *
list_meant (RutterPassages *passages,
            const char     *id)
{
  g_autofree char *valid = g_utf8_make_valid (id, -1);
  g_autofree char *typed = g_utf8_casefold (valid, -1);
  GString *list = g_string_new (NULL);

  for (guint pass = 0; pass < 3 && list->len == 0; pass++)
    for (guint i = 0; i < rutter_passages_get_n (passages); i++)
      {
        const RutterPassage *passage = rutter_passages_get (passages, i);
        gboolean is_meant = pass == 2;

        if (*typed != '\0' && pass == 0)
          is_meant = is_near (typed, passage->id) || is_near (typed, passage->name) ||
                     is_near (typed, passage->name_ru);
        else if (*typed != '\0' && pass == 1)
          is_meant = strncmp (typed, passage->id, 3) == 0;
        if (!is_meant)
          continue;

        g_string_append_printf (list, list->len > 0 ? ", %s" : "%s", passage->id);
        if (pass < 2)
          g_string_append_printf (list, " (%s)", rutter_passage_get_name (passage));
      }

  return g_string_free (list, FALSE);
}

/**
 * rutter_sea_order_find_passage:
 * @index: (out): its place in the table
 *
 * Returns: FALSE with %RUTTER_SEA_ERROR_PASSAGE, which offers what may have been meant
 */
gboolean
rutter_sea_order_find_passage (RutterPassages  *passages,
                               const char      *id,
                               guint           *index,
                               GError         **error)
{
  g_autofree char *meant = NULL;

  for (*index = 0; *index < rutter_passages_get_n (passages); ++*index)
    if (strcmp (rutter_passages_get (passages, *index)->id, id) == 0)
      return TRUE;

  meant = list_meant (passages, id);
  g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_PASSAGE,
               /* Translators: the first is what was typed, the second a list of identifiers. */
               _("There is no passage “%s”; use one of: %s."), id, meant);
  return FALSE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* The set of named passages, and their ids sorted, each once. */
static gboolean
read_ids (const char *const  *ids,
          RutterPassages     *passages,
          RutterPassageSet   *set,
          char             ***sorted,
          GError            **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  *set = (RutterPassageSet) { { 0 } };
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      guint index;

      if (!rutter_sea_order_find_passage (passages, ids[i], &index, error))
        return FALSE;

      if (!rutter_passage_set_has (set, index))
        g_ptr_array_add (list, g_strdup (ids[i]));
      *set = rutter_passage_set_with (*set, index);
    }

  g_ptr_array_sort (list, compare_ids);
  g_ptr_array_add (list, NULL);
  *sorted = (char **)g_ptr_array_free (g_steal_pointer (&list), FALSE);

  return TRUE;
}

static gboolean
fail (GError         **error,
      RutterSeaError   code,
      const char      *message)
{
  g_set_error_literal (error, RUTTER_SEA_ERROR, code, message);
  return FALSE;
}

static gboolean
check_stop (RutterLonLat   stop,
            guint          number,
            GError       **error)
{
  g_autofree char *message = NULL;

  if (!isfinite (stop.lon) || !isfinite (stop.lat) || fabs (stop.lon) > MAX_LON ||
      fabs (stop.lat) > 90)
    message = g_strdup_printf (_("Stop %u is no position on Earth; give a longitude from -180 to "
                                 "180 and a latitude from -90 to 90."), number);
  else if (fabs (stop.lat) > 89.99)
    message = g_strdup_printf (_("Stop %u lies at a pole, where no ship goes; choose another "
                                 "place."), number);

  return message == NULL || fail (error, RUTTER_SEA_ERROR_POSITION, message);
}

static gboolean
check_stops (const RutterSeaRequest  *request,
             GError                 **error)
{
  gboolean is_moving = FALSE;

  if (request->n_stops < 2)
    return fail (error, RUTTER_SEA_ERROR_REQUEST,
                 _("A route needs a start and an end; name both."));

  for (guint i = 0; i < request->n_stops; i++)
    {
      RutterLonLat stop = request->stops[i];

      if (!check_stop (stop, i + 1, error))
        return FALSE;

      is_moving |= stop.lat != request->stops[0].lat ||
                   fmod (stop.lon - request->stops[0].lon, 360) != 0;
    }

  if (!is_moving)
    return fail (error, RUTTER_SEA_ERROR_REQUEST,
                 _("The start and the end are the same place; choose two places."));

  return TRUE;
}

/**
 * rutter_sea_order_init:
 *
 * Checks all of a request that needs no chart.
 *
 * Returns: FALSE with %RUTTER_SEA_ERROR_REQUEST, %RUTTER_SEA_ERROR_POSITION or
 *   %RUTTER_SEA_ERROR_PASSAGE
 */
gboolean
rutter_sea_order_init (RutterSeaOrder          *self,
                       const RutterSeaRequest  *request,
                       RutterPassages          *passages,
                       GError                 **error)
{
  RutterPassageSet avoided;

  *self = (RutterSeaOrder) { 0 };
  if (!check_stops (request, error))
    return FALSE;

  if (!isfinite (request->speed_kn) || request->speed_kn <= 0)
    return fail (error, RUTTER_SEA_ERROR_REQUEST,
                 _("The speed is no number above 0; give it in knots."));

  if (!read_ids (request->avoid, passages, &avoided, &self->avoided, error) ||
      !read_ids (request->open, passages, &self->open, &self->opened, error))
    {
      rutter_sea_order_clear (self);
      return FALSE;
    }

  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    if (rutter_passage_set_has (&avoided, i) && rutter_passage_set_has (&self->open, i))
      {
        g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_REQUEST,
                     _("“%s” is both avoided and opened; ask for one of the two."),
                     rutter_passages_get (passages, i)->id);
        rutter_sea_order_clear (self);
        return FALSE;
      }

  self->closed = rutter_passage_set_unite (
    rutter_passage_set_subtract (rutter_sea_chart_get_shut (passages), self->open), avoided);
  return TRUE;
}

void
rutter_sea_order_clear (RutterSeaOrder *self)
{
  g_clear_pointer (&self->avoided, g_strfreev);
  g_clear_pointer (&self->opened, g_strfreev);
}
