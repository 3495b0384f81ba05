/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-stop-finder.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _RutterStopFinder
{
  RutterStopLoadFunc  load;
  gpointer            user_data;
  RutterRecords      *records;
  RutterStopNames    *names;     /* NULL until one is asked for */
};

static gboolean
load_records (RutterStopFinder *self)
{
  if (self->records == NULL)
    self->records = self->load (self->user_data);

  return self->records != NULL;
}

static gboolean
load_names (RutterStopFinder  *self,
            GError           **error)
{
  if (self->names == NULL && load_records (self))
    self->names = rutter_stop_names_new (self->records, error);

  return self->names != NULL;
}

/* Reads LON,LAT. NaN and what lies beyond the Earth count as a position too: the planner says what
 * is wrong with it.
 */
static gboolean
read_position (const char   *text,
               RutterLonLat *position)
{
  char *end = NULL;
  const char *second;

  position->lon = g_ascii_strtod (text, &end);
  if (end == text || *end != ',')
    return FALSE;

  second = end + 1;
  position->lat = g_ascii_strtod (second, &end);
  while (g_ascii_isspace (*end))
    end++;
  return end != second && *end == '\0';
}

/* An object that has a position, or lies at a place that has one. */
static gboolean
read_object (const RutterObject *object,
             RutterLonLat       *position)
{
  const RutterPlace *place = NULL;

  if (object->kind == RUTTER_KIND_PLACE)
    place = object->row;
  else if (object->kind == RUTTER_KIND_HUB)
    place = ((const RutterHub *)object->row)->place;
  else if (object->kind == RUTTER_KIND_EVENT)
    {
      const RutterEvent *event = object->row;

      *position = event->position;
      if (event->has_position)
        return TRUE;
      place = event->place;
    }

  if (place == NULL || !place->has_position)
    return FALSE;

  *position = place->position;
  return TRUE;
}

static gboolean
find_uid (RutterStopFinder  *self,
          const char        *uid,
          RutterStop        *stop,
          GError           **error)
{
  const RutterObject *object;

  if (!load_records (self))
    return FALSE;

  object = rutter_records_find (self->records, uid);
  if (object == NULL)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                   _("%s: the catalogue has no such object; rutter-cli list places tells its "
                     "places"), uid);
      return FALSE;
    }
  if (!read_object (object, &stop->position))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                   _("%s: the catalogue gives no position of it; name a place or LON,LAT"), uid);
      return FALSE;
    }

  stop->name = g_strdup (object->title);
  stop->kind = g_strdup (rutter_kind_get_id (object->kind));
  stop->code = g_strdup (object->uid);
  return TRUE;
}

static gboolean
find_by_name (RutterStopFinder  *self,
              const char        *asked,
              RutterStop        *stop,
              GError           **error)
{
  g_autofree char *upper = g_ascii_strup (asked, -1);
  g_autofree char *nearest = NULL;

  if (!load_names (self, error))
    return FALSE;

  /* In capitals it is meant as a code; "Tokyo" is a name first, whatever TOKYO may be. */
  if ((strcmp (upper, asked) == 0 && rutter_stop_names_find_locode (self->names, asked, stop)) ||
      rutter_stop_names_find (self->names, asked, stop) ||
      rutter_stop_names_find_locode (self->names, asked, stop))
    return TRUE;

  nearest = rutter_stop_names_list_near (self->names, asked);
  if (*nearest != '\0')
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                 /* Translators: what was typed, and names with their codes. */
                 _("%s: no port or place is called so; the nearest names are %s"), asked, nearest);
  else
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                 _("%s: no port or place is called so, nor anything like it; give a name, a "
                   "UN/LOCODE, a uid or LON,LAT"), asked);
  return FALSE;
}

RutterStopFinder *
rutter_stop_finder_new (RutterStopLoadFunc load,
                        gpointer           user_data)
{
  RutterStopFinder *self = g_new0 (RutterStopFinder, 1);

  self->load = load;
  self->user_data = user_data;
  return self;
}

void
rutter_stop_finder_free (RutterStopFinder *self)
{
  g_clear_pointer (&self->names, rutter_stop_names_free);
  g_clear_pointer (&self->records, rutter_records_unref);
  g_free (self);
}

/**
 * rutter_stop_finder_find:
 * @stop: (out): to be cleared with rutter_stop_clear(), even on failure
 *
 * Returns: FALSE with %RUTTER_ERROR_NOT_FOUND, with the errors of a table of names; without an
 *   error when the catalogue could not be loaded
 */
gboolean
rutter_stop_finder_find (RutterStopFinder  *self,
                         const char        *asked,
                         RutterStop        *stop,
                         GError           **error)
{
  g_autofree char *text = NULL;

  *stop = (RutterStop) { NULL };
  if (!g_utf8_validate (asked, -1, NULL))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                   _("A stop is no UTF-8 text; write it again"));
      return FALSE;
    }

  text = g_strstrip (g_strdup (asked));
  stop->asked = g_strdup (text);
  if (read_position (text, &stop->position))
    return TRUE;
  if (strchr (text, ':') != NULL)
    return find_uid (self, text, stop, error);

  return find_by_name (self, text, stop, error);
}
