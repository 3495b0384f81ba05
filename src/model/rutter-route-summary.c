/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-summary.h"

G_DEFINE_BOXED_TYPE (RutterRouteSummary, rutter_route_summary, rutter_route_summary_ref,
                     rutter_route_summary_unref)

static void
free_stop (gpointer data)
{
  RutterReportStop *stop = data;

  g_free (stop->role);
  g_free (stop->name);
  g_free (stop->note);
  g_free (stop);
}

static void
free_passage (gpointer data)
{
  RutterReportPassage *passage = data;

  g_free (passage->id);
  g_free (passage->name);
  g_free (passage->about);
  g_free (passage);
}

static void
free_way (gpointer data)
{
  RutterReportWay *way = data;

  g_free (way->title);
  g_free (way->figures);
  g_free (way);
}

RutterRouteSummary *
rutter_route_summary_new (void)
{
  RutterRouteSummary *self = g_rc_box_new0 (RutterRouteSummary);

  self->stops = g_ptr_array_new_with_free_func (free_stop);
  self->passages = g_ptr_array_new_with_free_func (free_passage);
  self->ways = g_ptr_array_new_with_free_func (free_way);

  return self;
}

RutterRouteSummary *
rutter_route_summary_ref (RutterRouteSummary *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RutterRouteSummary *self = data;

  g_ptr_array_unref (self->stops);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->ways);
  g_free (self->length);
  g_free (self->time);
  g_free (self->detour);
  g_free (self->problem);
  g_free (self->why_not_kept);
}

void
rutter_route_summary_unref (RutterRouteSummary *self)
{
  g_rc_box_release_full (self, clear);
}

RutterReportStop *
rutter_route_summary_add_stop (RutterRouteSummary *self)
{
  RutterReportStop *stop = g_new0 (RutterReportStop, 1);

  g_ptr_array_add (self->stops, stop);

  return stop;
}

RutterReportPassage *
rutter_route_summary_add_passage (RutterRouteSummary *self)
{
  RutterReportPassage *passage = g_new0 (RutterReportPassage, 1);

  g_ptr_array_add (self->passages, passage);

  return passage;
}

RutterReportWay *
rutter_route_summary_add_way (RutterRouteSummary *self)
{
  RutterReportWay *way = g_new0 (RutterReportWay, 1);

  g_ptr_array_add (self->ways, way);

  return way;
}

gboolean
rutter_route_summary_has_shape (RutterRouteSummary *self,
                                RutterRouteSummary *other)
{
  if (self->stops->len != other->stops->len || self->passages->len != other->passages->len ||
      self->ways->len != other->ways->len)
    return FALSE;

  for (guint i = 0; i < self->passages->len; i++)
    {
      const RutterReportPassage *a = g_ptr_array_index (self->passages, i);
      const RutterReportPassage *b = g_ptr_array_index (other->passages, i);

      if (!g_str_equal (a->id, b->id) || a->state != b->state)
        return FALSE;
    }

  return TRUE;
}
