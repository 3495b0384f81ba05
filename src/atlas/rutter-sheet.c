/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sheet.h"

#include "rutter-atlas.h"
#include "rutter-lanes.h"
#include "rutter-line-maker.h"
#include "rutter-passage.h"
#include "rutter-sheet-row.h"
#include "rutter-verdict.h"
#include "rutter-vessel-path.h"

#include <math.h>
#include <string.h>

struct _RutterSheet
{
  GArray           *rows;    /* RutterSheetRow */
  GMutex            lock;    /* of the lines */
  RutterSheetLine **lines;   /* of each row, NULL until it is asked for */
  guint8           *lanes;   /* of each row, NULL until one is asked for */
};

static void
free_line (RutterSheetLine *line)
{
  g_array_unref (line->points);
  g_clear_pointer (&line->stops, g_array_unref);
  g_free (line);
}

static void
free_sheet (gpointer data)
{
  RutterSheet *self = data;

  for (guint i = 0; i < self->rows->len; i++)
    g_clear_pointer (&self->lines[i], free_line);
  g_free (self->lines);
  g_free (self->lanes);
  g_array_unref (self->rows);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return strcmp (((const RutterSheetRow *)a)->object->uid,
                 ((const RutterSheetRow *)b)->object->uid);
}

static gpointer
make_sheet (RutterRecords *records)
{
  RutterSheet *self = g_new0 (RutterSheet, 1);

  g_mutex_init (&self->lock);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RutterSheetRow));
  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (records, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          RutterSheetRow row;

          if (rutter_sheet_row_init (&row, g_ptr_array_index (objects, i), records))
            g_array_append_val (self->rows, row);
        }
    }

  g_array_sort (self->rows, compare_rows);
  rutter_sheet_rows_order_transfers ((RutterSheetRow *)(gpointer)self->rows->data,
                                     self->rows->len);
  self->lines = g_new0 (RutterSheetLine *, self->rows->len + 1);
  return self;
}

RutterSheet *
rutter_sheet_get (RutterRecords *records)
{
  return rutter_records_get_extra (records, make_sheet, free_sheet);
}

guint
rutter_sheet_get_n_rows (const RutterSheet *self)
{
  return self->rows->len;
}

const RutterSheetRow *
rutter_sheet_get_row (const RutterSheet *self,
                      guint              index)
{
  return &g_array_index (self->rows, RutterSheetRow, index);
}

gboolean
rutter_sheet_find (const RutterSheet *self,
                   const char        *uid,
                   guint             *index)
{
  RutterObject object = { .uid = uid };
  RutterSheetRow row = { .object = &object };

  return g_array_binary_search (self->rows, &row, compare_rows, index);
}

static void
measure_points (RutterSheetLine *line)
{
  rutter_box_init (&line->box);
  for (guint i = 0; i < line->points->len; i++)
    {
      RutterPoint point = g_array_index (line->points, RutterPoint, i);
      RutterPoint before = g_array_index (line->points, RutterPoint, i > 0 ? i - 1 : 0);

      rutter_box_add (&line->box, point);
      line->step = MAX (line->step, hypot (point.x - before.x, point.y - before.y));
    }
}

static RutterSheetLine *
make_route (const RutterRoute *route)
{
  RutterSheetLine *line = g_new0 (RutterSheetLine, 1);

  line->points = rutter_line_maker_make (route->points,
                                         route->points != NULL ? route->n_points : 0,
                                         g_strcmp0 (route->method, "schematic") == 0, NULL);
  measure_points (line);
  return line;
}

static void
measure_stops (RutterSheetLine *line,
               const guint     *vertices)
{
  for (guint i = 0; i < line->stops->len; i++)
    {
      RutterSheetStop *stop = &g_array_index (line->stops, RutterSheetStop, i);

      stop->vertex = vertices[i];
      rutter_box_init (&stop->box);
      for (guint k = i > 0 ? vertices[i - 1] : stop->vertex;
           k <= stop->vertex && k < line->points->len; k++)
        rutter_box_add (&stop->box, g_array_index (line->points, RutterPoint, k));
    }
}

static RutterSheetLine *
make_passage (const RutterPassage *passage)
{
  RutterSheetLine *line = g_new0 (RutterSheetLine, 1);

  line->points = rutter_line_maker_make (passage->line, passage->n_points, FALSE, NULL);
  measure_points (line);
  return line;
}

/* The line through all that puts a vessel somewhere, whatever the time. */
static RutterSheetLine *
make_vessel_line (RutterSheet        *self,
                  const RutterObject *vessel)
{
  RutterSheetLine *line = g_new0 (RutterSheetLine, 1);
  g_autoptr(GPtrArray) events = rutter_vessel_path_list_all (vessel);
  g_autofree RutterLonLat *positions = g_new (RutterLonLat, events->len + 1);
  g_autofree guint *vertices = g_new (guint, events->len + 1);

  line->stops = g_array_new (FALSE, FALSE, sizeof (RutterSheetStop));
  for (guint i = 0; i < events->len; i++)
    {
      RutterSheetStop stop = { .event = g_ptr_array_index (events, i) };

      rutter_event_get_position (stop.event, &positions[i]);
      /* Every event has a row. */
      rutter_sheet_find (self, stop.event->object->uid, &stop.row);
      g_array_append_val (line->stops, stop);
    }

  line->points = rutter_line_maker_make (positions, events->len, TRUE, vertices);
  measure_points (line);
  measure_stops (line, vertices);
  return line;
}

/* With the lock held. */
static const RutterSheetLine *
get_line (RutterSheet *self,
          guint        index)
{
  const RutterObject *object = rutter_sheet_get_row (self, index)->object;

  if (self->lines[index] == NULL)
    self->lines[index] = object->kind == RUTTER_KIND_ROUTE     ? make_route (object->row)
                         : object->kind == RUTTER_KIND_PASSAGE ? make_passage (object->row)
                                                               : make_vessel_line (self, object);
  return self->lines[index];
}

const RutterSheetLine *
rutter_sheet_get_line (RutterSheet *self,
                       guint        index)
{
  const RutterObject *object = rutter_sheet_get_row (self, index)->object;
  const RutterSheetLine *line;

  g_return_val_if_fail (object->kind == RUTTER_KIND_ROUTE || object->kind == RUTTER_KIND_VESSEL ||
                        object->kind == RUTTER_KIND_PASSAGE, NULL);

  g_mutex_lock (&self->lock);
  line = get_line (self, index);
  g_mutex_unlock (&self->lock);

  return line;
}

/* Over all routes, whatever is filtered away: a way keeps its lane while the time goes on. */
static void
make_lanes (RutterSheet *self)
{
  g_autoptr(RutterLanes) lanes = rutter_lanes_new ();

  self->lanes = g_new0 (guint8, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RutterObject *object = rutter_sheet_get_row (self, i)->object;
      const RutterSheetLine *line;

      if (object->kind != RUTTER_KIND_ROUTE ||
          g_strcmp0 (((const RutterRoute *)object->row)->method, "computed") != 0)
        continue;

      line = get_line (self, i);
      self->lanes[i] = rutter_lanes_add (lanes, (const RutterPoint *)(gpointer)line->points->data,
                                         line->points->len);
    }
}

guint
rutter_sheet_get_lane (RutterSheet *self,
                       guint        index)
{
  guint lane;

  g_mutex_lock (&self->lock);
  if (self->lanes == NULL)
    make_lanes (self);
  lane = self->lanes[index];
  g_mutex_unlock (&self->lock);

  return lane;
}
