/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The marks that are lines: flows of transfers, routes, and vessels with the way that joins their
 * dated places.
 */

#include "rutter-picture-maker.h"

#include "rutter-actor-name.h"
#include "rutter-flow.h"
#include "rutter-flow-bundler.h"
#include "rutter-line-maker.h"
#include "rutter-phrases.h"
#include "rutter-vessel-path.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A flow and its place in its bundle. */
typedef struct
{
  guint row;
  int   order;
  int   slot;
} Flow;

static char *
describe_flow (const RutterMark     *mark,
               const RutterTransfer *transfer)
{
  g_autofree char *what = NULL;
  g_autofree char *when = rutter_phrase_span (&transfer->span);

  what = g_strdup_printf (C_("supplier to recipient", "%s to %s"),
                          rutter_actor_name_to_text (transfer->supplier->object->title),
                          rutter_actor_name_to_text (transfer->recipient->object->title));
  return rutter_picture_maker_describe (mark, what, when);
}

static void
add_flow (RutterPictureMaker      *self,
          const Flow              *flow,
          const RutterFlowBundler *bundler)
{
  const RutterSheetRow *row = rutter_sheet_get_row (self->sheet, flow->row);
  g_autofree char *detail = NULL;
  RutterMark mark;

  rutter_picture_maker_init_mark (self, flow->row, &mark);
  mark.shape = RUTTER_SHAPE_FLOW;
  mark.points = row->ends;
  mark.n_points = 2;
  mark.slot = flow->slot;
  mark.n_slots = rutter_flow_bundler_get_size (bundler, row->ends);
  mark.inferred = TRUE;
  mark.inference = _("schematic arc: the way is not known");
  rutter_flow_add_to_box (row->ends, mark.slot, mark.n_slots, &mark.box);
  if (self->is_worded)
    mark.detail = detail = describe_flow (&mark, row->object->row);
  rutter_mark_list_add (self->marks, &mark);
}

static int
compare_orders (gconstpointer a,
                gconstpointer b)
{
  return ((const Flow *)a)->order - ((const Flow *)b)->order;
}

static int
compare_flow_rows (gconstpointer a,
                   gconstpointer b)
{
  guint first = ((const Flow *)a)->row, second = ((const Flow *)b)->row;

  return (first > second) - (first < second);
}

/* @rows: guint indexes of transfers */
void
rutter_picture_maker_add_flows (RutterPictureMaker *self,
                                GArray             *rows)
{
  g_autoptr(RutterFlowBundler) bundler = rutter_flow_bundler_new ();
  g_autoptr(GArray) flows = g_array_new (FALSE, FALSE, sizeof (Flow));

  for (guint i = 0; i < rows->len; i++)
    {
      guint index = g_array_index (rows, guint, i);
      const RutterSheetRow *row = rutter_sheet_get_row (self->sheet, index);
      Flow flow = { index, row->order, 0 };

      if (row->has_point)
        g_array_append_val (flows, flow);
    }

  g_array_sort (flows, compare_orders);
  for (guint i = 0; i < flows->len; i++)
    {
      Flow *flow = &g_array_index (flows, Flow, i);

      flow->slot = rutter_flow_bundler_add (bundler,
                                            rutter_sheet_get_row (self->sheet, flow->row)->ends);
    }

  /* The size of a bundle is known when all are in it. */
  g_array_sort (flows, compare_flow_rows);
  for (guint i = 0; i < flows->len; i++)
    add_flow (self, &g_array_index (flows, Flow, i), bundler);
}

static const char *
get_inference (const char *method)
{
  if (g_strcmp0 (method, "given") == 0)
    return NULL;
  if (g_strcmp0 (method, "computed") == 0)
    return _("computed way, not a track");

  return _("schematic great circle, not a track");
}

void
rutter_picture_maker_add_route (RutterPictureMaker *self,
                                guint               index)
{
  const RutterRoute *route = rutter_sheet_get_row (self->sheet, index)->object->row;
  const RutterSheetLine *line = rutter_sheet_get_line (self->sheet, index);
  g_autofree char *when = NULL;
  g_autofree char *detail = NULL;
  RutterMark mark;

  if (line->points->len < 2)
    return;

  rutter_picture_maker_init_mark (self, index, &mark);
  mark.shape = RUTTER_SHAPE_LINE;
  mark.points = (const RutterPoint *)(gpointer)line->points->data;
  mark.n_points = line->points->len;
  mark.box = line->box;
  mark.step = line->step;
  mark.slot = rutter_sheet_get_lane (self->sheet, index);
  mark.inference = get_inference (route->method);
  mark.inferred = mark.inference != NULL;
  if (self->is_worded)
    {
      when = rutter_phrase_span (&route->span);
      mark.detail = detail = rutter_picture_maker_describe (&mark, route->cargo, when);
    }
  rutter_mark_list_add (self->marks, &mark);
}

void
rutter_picture_maker_add_passage (RutterPictureMaker *self,
                                  guint               index)
{
  const RutterPassage *passage = rutter_sheet_get_row (self->sheet, index)->object->row;
  const RutterSheetLine *line = rutter_sheet_get_line (self->sheet, index);
  g_autofree char *detail = NULL;
  RutterMark mark;

  rutter_picture_maker_init_mark (self, index, &mark);
  mark.shape = RUTTER_SHAPE_LINE;
  mark.symbol = passage->kind != RUTTER_PASSAGE_GATE ? RUTTER_SYMBOL_FAIRWAY
                : passage->is_shut                   ? RUTTER_SYMBOL_SHUT_GATE
                                                     : RUTTER_SYMBOL_GATE;
  mark.points = (const RutterPoint *)(gpointer)line->points->data;
  mark.n_points = line->points->len;
  mark.box = line->box;
  mark.step = line->step;
  if (self->is_worded)
    mark.detail = detail = g_strdup_printf ("%s; %s", rutter_phrase_passage_kind (passage->kind),
                                            passage->is_shut
                                              ? _("shut unless a route opens it")
                                              : _("open unless a route closes it"));
  rutter_mark_list_add (self->marks, &mark);
}

/* The flag on a day: of those that held then the one that was hoisted last. */
static const char *
get_flag (const RutterVessel *vessel,
          int                 day)
{
  const RutterVesselFlag *best = NULL;

  for (guint i = 0; i < vessel->flags->len; i++)
    {
      const RutterVesselFlag *flag = g_ptr_array_index (vessel->flags, i);

      if (rutter_span_holds (&flag->span, day)
          && (best == NULL || flag->span.earliest >= best->span.earliest))
        best = flag;
    }
  if (best == NULL && vessel->flags->len > 0)
    best = g_ptr_array_index (vessel->flags, 0);

  return best != NULL ? best->flag : NULL;
}

/* The stops that the filter keeps, one after the other. Returns: how many */
static guint
find_stops (RutterPictureMaker    *self,
            const RutterSheetLine *line,
            GArray                *kept)
{
  g_array_set_size (kept, 0);
  for (guint i = 0; i < line->stops->len; i++)
    {
      const RutterSheetStop *stop = &g_array_index (line->stops, RutterSheetStop, i);

      if (rutter_vessel_path_holds (stop->event, self->filter)
          && rutter_picture_maker_judge (self, stop->row)->n_living > 0)
        g_array_append_val (kept, i);
    }

  return kept->len;
}

/* Without a stop between two others the line is another one. */
static void
take_new_way (RutterPictureMaker    *self,
              const RutterSheetLine *line,
              const GArray          *kept,
              RutterMark            *mark)
{
  g_autofree RutterLonLat *positions = g_new (RutterLonLat, kept->len);
  g_autoptr(GArray) points = NULL;

  for (guint i = 0; i < kept->len; i++)
    rutter_event_get_position (g_array_index (line->stops, RutterSheetStop,
                                              g_array_index (kept, guint, i)).event,
                               &positions[i]);
  points = rutter_line_maker_make (positions, kept->len, TRUE, NULL);
  rutter_mark_list_keep_points (self->marks, (const RutterPoint *)(gpointer)points->data,
                                points->len, mark);
}

/* The part of the line through all stops, or a line of its own where it is not that. */
static void
take_way (RutterPictureMaker    *self,
          const RutterSheetLine *line,
          const GArray          *kept,
          RutterMark            *mark)
{
  guint first = g_array_index (kept, guint, 0);
  guint last = g_array_index (kept, guint, kept->len - 1);
  const RutterSheetStop *stops = (const RutterSheetStop *)(gpointer)line->stops->data;
  const RutterPoint *points = (const RutterPoint *)(gpointer)line->points->data;

  /* A line begins within the world. */
  if (last - first + 1 != kept->len || floor (points[stops[first].vertex].x) != 0)
    {
      take_new_way (self, line, kept, mark);
      return;
    }

  mark->points = points + stops[first].vertex;
  mark->n_points = stops[last].vertex - stops[first].vertex + 1;
  mark->step = line->step;
  rutter_box_init (&mark->box);
  for (guint i = first + 1; i <= last; i++)
    {
      rutter_box_add (&mark->box, (RutterPoint) { stops[i].box.x0, stops[i].box.y0 });
      rutter_box_add (&mark->box, (RutterPoint) { stops[i].box.x1, stops[i].box.y1 });
    }
}

/* The line through the dated places is as sure as the least sure of them. */
static void
add_way (RutterPictureMaker    *self,
         const RutterMark      *vessel,
         const RutterSheetLine *line,
         const GArray          *kept)
{
  g_autofree char *what = NULL;
  g_autofree char *detail = NULL;
  RutterMark mark = *vessel;

  take_way (self, line, kept, &mark);
  if (mark.n_points < 2)
    return;

  for (guint i = 0; i < kept->len; i++)
    {
      guint stop = g_array_index (kept, guint, i);
      const RutterVerdict *verdict =
        rutter_picture_maker_judge (self, g_array_index (line->stops, RutterSheetStop, stop).row);

      mark.status = MIN (mark.status, verdict->status);
      mark.denied |= verdict->denied;
    }

  mark.shape = RUTTER_SHAPE_LINE;
  mark.symbol = RUTTER_SYMBOL_NONE;
  mark.inferred = TRUE;
  mark.inference = _("joins dated places; not a track");
  if (self->is_worded)
    {
      what = g_strdup_printf (ngettext ("%u dated place", "%u dated places", kept->len),
                              kept->len);
      mark.detail = detail = rutter_picture_maker_describe (&mark, what, NULL);
    }
  rutter_mark_list_add (self->marks, &mark);
}

static char *
describe_vessel (const RutterMark  *mark,
                 const RutterEvent *last)
{
  g_autofree char *what = last->place != NULL
           ? g_strdup_printf (_("Last dated place: %s"), last->place->object->title)
           : g_strdup_printf (_("Last dated position: “%s”"), last->object->title);
  g_autofree char *when = rutter_phrase_span (&last->span);

  return rutter_picture_maker_describe (mark, what, when);
}

/* How sure a vessel's place is, is how sure the event is that puts it there; the vessel's own
 * status is about its identity.
 */
void
rutter_picture_maker_add_vessel (RutterPictureMaker *self,
                                 guint               index)
{
  const RutterSheetRow *row = rutter_sheet_get_row (self->sheet, index);
  const RutterSheetLine *line = rutter_sheet_get_line (self->sheet, index);
  g_autofree char *detail = NULL;
  const RutterVerdict *placed;
  const RutterSheetStop *last;
  RutterMark mark;

  if (find_stops (self, line, self->stops) == 0)
    return;

  last = &g_array_index (line->stops, RutterSheetStop,
                         g_array_index (self->stops, guint, self->stops->len - 1));
  placed = rutter_picture_maker_judge (self, last->row);
  rutter_picture_maker_init_mark (self, index, &mark);
  mark.status = placed->status;
  mark.denied = placed->denied;
  mark.actor = rutter_picture_maker_get_actor (self, get_flag (row->object->row,
                                                               self->filter->last_day));
  add_way (self, &mark, line, self->stops);

  mark.shape = RUTTER_SHAPE_POINT;
  mark.symbol = g_strcmp0 (last->event->kind, "signal-gap") == 0 ? RUTTER_SYMBOL_SILENCE
                                                                 : RUTTER_SYMBOL_VESSEL;
  rutter_picture_maker_put_at (self, last->row, &mark);
  if (self->is_worded)
    mark.detail = detail = describe_vessel (&mark, last->event);
  rutter_mark_list_add (self->marks, &mark);
}
