/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli-filter.h"

#include "rutter-day-range.h"
#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
rutter_cli_filter_clear (RutterCliFilter *self)
{
  g_clear_pointer (&self->layers, g_free);
  g_clear_pointer (&self->actors, g_free);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->as_of, g_free);
}

gboolean
rutter_cli_filter_is_set (const RutterCliFilter *self)
{
  return self->layers != NULL || self->actors != NULL || self->time != NULL || self->as_of != NULL;
}

gboolean
rutter_cli_parse_options (const char          *verb,
                          const GOptionEntry  *entries,
                          int                  argc,
                          char               **argv,
                          char              ***words,
                          int                 *n_words,
                          GError             **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  /* GOption wants a program's name first. */
  g_autofree char **parsed = g_new0 (char *, argc + 2);
  char **left = parsed;
  int n = argc + 1;

  parsed[0] = (char *)verb;
  memcpy (parsed + 1, argv, (gsize)argc * sizeof (char *));
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &n, &left, error))
    return FALSE;

  memmove (parsed, parsed + 1, (gsize)n * sizeof (char *));
  *n_words = n - 1;
  *words = g_steal_pointer (&parsed);
  return TRUE;
}

static gboolean
apply_layers (const char    *text,
              RutterFilter  *filter,
              GError       **error)
{
  g_auto(GStrv) layers = g_strsplit (text, ",", -1);

  filter->layers = 0;
  for (guint i = 0; layers[i] != NULL; i++)
    {
      RutterLayerId layer;

      if (!rutter_layer_from_id (layers[i], &layer))
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, _("--layers %s: there is no such "
                         "layer; there are transfers, caspian, vessels, hubs, accords, incidents, "
                         "ports, routes and passages"), layers[i]);
          return FALSE;
        }
      filter->layers |= 1u << layer;
    }

  return TRUE;
}

static gboolean
apply_actors (const char     *text,
              RutterRecords  *records,
              RutterFilter   *filter,
              GError        **error)
{
  g_strfreev (filter->actors);
  filter->actors = g_strsplit (text, ",", -1);
  for (guint i = 0; filter->actors[i] != NULL; i++)
    if (rutter_records_find_actor (records, filter->actors[i]) == NULL)
      {
        g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND, _("--actors %s: the catalogue "
                                                                    "has "
                       "no such actor; rutter-cli list actors tells them"), filter->actors[i]);
        return FALSE;
      }

  return TRUE;
}

static gboolean
apply_time (const char    *time,
            const char    *as_of,
            RutterFilter  *filter,
            GError       **error)
{
  RutterDayRange window, day;

  if (!rutter_day_range_from_edtf (time, &window, error))
    {
      g_prefix_error (error, "--time: ");
      return FALSE;
    }
  if (!rutter_day_range_from_edtf (as_of, &day, error))
    {
      g_prefix_error (error, "--as-of: ");
      return FALSE;
    }

  if (as_of != NULL && (day.last == RUTTER_DAY_AFTER_ALL || window.last != RUTTER_DAY_AFTER_ALL
                        || day.last < window.first))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, _("--as-of %s: it is the end of the "
                     "window, so give one date that does not lie before --time, and leave the end "
                     "of --time open, such as --time 2022/.."), as_of);
      return FALSE;
    }

  filter->first_day = window.first;
  filter->last_day = as_of != NULL ? day.last : window.last;
  return TRUE;
}

gboolean
rutter_cli_filter_apply (const RutterCliFilter  *self,
                         RutterRecords          *records,
                         RutterFilter           *filter,
                         GError                **error)
{
  if (self->layers != NULL && !apply_layers (self->layers, filter, error))
    return FALSE;
  if (self->actors != NULL && !apply_actors (self->actors, records, filter, error))
    return FALSE;

  return (self->time == NULL && self->as_of == NULL)
         || apply_time (self->time, self->as_of, filter, error);
}
