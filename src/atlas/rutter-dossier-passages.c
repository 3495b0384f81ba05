/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the map has to say of a passage: nothing that anybody claims. */

#include "rutter-dossier-writer.h"

#include "rutter-mark-list.h"
#include "rutter-number.h"
#include "rutter-passage.h"
#include "rutter-phrases.h"
#include "rutter-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A computed way that comes so near to the middle of a canal or river goes through it. */
#define NEAR_KM 3.0

static char *
describe_length (const RutterPassage *passage)
{
  g_autofree char *nautical = NULL, *metric = NULL;
  double length_m = 0;

  for (guint i = 1; i < passage->n_points; i++)
    length_m += rutter_geo_distance_m (passage->line[i - 1], passage->line[i]);

  nautical = rutter_number_to_text (length_m / RUTTER_NM_M, length_m < 20 * RUTTER_NM_M ? 1 : 0);
  metric = rutter_number_to_text (length_m / 1000, length_m < 20 * RUTTER_NM_M ? 1 : 0);
  /* Translators: nautical miles and kilometres. */
  return g_strdup_printf (_("%s nm · %s km"), nautical, metric);
}

/* Sources are parted by semicolons; each ends with its address. */
static void
write_sources (RutterDossierWriter *self,
               const char          *sources)
{
  g_auto(GStrv) parts = g_strsplit (sources, "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *address = strstr (parts[i], ", http");
      RutterDossierRow *row;

      if (address != NULL)
        *address = '\0';
      row = rutter_dossier_writer_add (self, _("Source"), parts[i], NULL);
      if (row != NULL && address != NULL)
        row->uid = g_string_chunk_insert (self->strings, address + 2);
    }
}

/* Whether b lies to the left of the way from a, above 0, or to its right, below. */
static double
get_side (RutterPoint from,
          RutterPoint to,
          RutterPoint at)
{
  return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}

static gboolean
crosses (RutterPoint a,
         RutterPoint b,
         RutterPoint c,
         RutterPoint d)
{
  return get_side (a, b, c) * get_side (a, b, d) <= 0 &&
         get_side (c, d, a) * get_side (c, d, b) <= 0;
}

static gboolean
line_crosses (const GArray       *way,
              const RutterLonLat *gate,
              guint               n_gate)
{
  for (guint i = 1; i < n_gate; i++)
    {
      RutterPoint from = rutter_mercator_project (gate[i - 1]);
      RutterPoint to = rutter_mercator_project (gate[i]);

      for (guint k = 1; k < way->len; k++)
        {
          RutterPoint a = g_array_index (way, RutterPoint, k - 1);
          RutterPoint b = g_array_index (way, RutterPoint, k);
          double turn = round (a.x - from.x);

          a.x -= turn;
          b.x -= turn;
          if (crosses (from, to, a, b))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
line_passes (const GArray *way,
             RutterLonLat  place)
{
  RutterPoint at = rutter_mercator_project (place);
  double near = NEAR_KM * 1000 / (2 * G_PI * RUTTER_EARTH_RADIUS_M * cos (place.lat * G_PI / 180));

  for (guint i = 1; i < way->len; i++)
    {
      RutterPoint a = g_array_index (way, RutterPoint, i - 1);
      RutterPoint b = g_array_index (way, RutterPoint, i);
      double turn = round (a.x - at.x);
      double dx = b.x - a.x, dy = b.y - a.y;
      double square = dx * dx + dy * dy;
      double share = square > 0 ? ((at.x - a.x + turn) * dx + (at.y - a.y) * dy) / square : 0;

      share = CLAMP (share, 0.0, 1.0);
      if (hypot (at.x - a.x + turn - dx * share, at.y - a.y - dy * share) <= near)
        return TRUE;
    }

  return FALSE;
}

static gboolean
uses (const GArray        *way,
      const RutterPassage *passage)
{
  if (passage->kind == RUTTER_PASSAGE_GATE)
    return line_crosses (way, passage->line, passage->n_points);
  if (passage->gate != NULL)
    return line_crosses (way, passage->gate, passage->n_gate);

  return line_passes (way, passage->line[passage->n_points / 2]);
}

/* Computed ways alone: a schematic line says nothing of the water. */
static void
write_routes (RutterDossierWriter *self,
              const RutterPassage *passage)
{
  GPtrArray *routes = rutter_records_get_objects (self->records, RUTTER_KIND_ROUTE);
  RutterSheet *sheet = rutter_sheet_get (self->records);

  rutter_dossier_writer_begin (self, "routes", _("Routes whose computed line uses it"));
  for (guint i = 0; i < routes->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (routes, i);
      const RutterRoute *route = object->row;
      guint index;

      if (g_strcmp0 (route->method, "computed") == 0 &&
          rutter_sheet_find (sheet, object->uid, &index) &&
          uses (rutter_sheet_get_line (sheet, index)->points, passage))
        rutter_dossier_writer_add_object (self, NULL, object, NULL);
    }
}

void
rutter_dossier_write_passage (RutterDossierWriter *self,
                              const RutterObject  *object)
{
  const RutterPassage *passage = object->row;
  gboolean is_gate = passage->kind == RUTTER_PASSAGE_GATE;

  rutter_dossier_writer_begin (self, "identity", _("The passage"));
  rutter_dossier_writer_add (self, _("Kind"), rutter_phrase_passage_kind (passage->kind), NULL);
  rutter_dossier_writer_add (self, _("At the start"),
                             passage->is_shut ? _("Shut") : _("Open"),
                             passage->is_shut
                               ? _("No route takes it unless it is opened for that route.")
                               : _("Routes take it where it is the shorter way, whatever the "
                                   "season."));
  rutter_dossier_writer_take (self, is_gate ? _("Length of the bar") : _("Length of the line"),
                              describe_length (passage));
  if (passage->season != NULL)
    {
      rutter_dossier_writer_begin (self, "season", _("Season"));
      rutter_dossier_writer_add (self, _("Usual season"), passage->season, NULL);
      write_sources (self, passage->source);
    }
  write_routes (self, passage);
  rutter_dossier_writer_begin (self, "origin", _("Where the line comes from"));
  rutter_dossier_writer_add (self, NULL,
                             is_gate ? _("Drawn across open water for this map, so that "
                                         "routes can be told to keep off it. It is no limit, no "
                                         "border and no track, and nobody claims it.")
                                     : _("Drawn for this map along the coasts, rivers and canals "
                                         "of GSHHG 2.3.7, simplified. It is no chart and no "
                                         "track, and nobody claims it."), NULL);
}
