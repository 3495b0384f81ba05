/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mark-list.h"

#include <math.h>
#include <string.h>

/* Drawing bands are counted from 0. */
#define N_BAND 11
#define N_DIGIT 256

struct _RutterMarkList
{
  GArray       *marks;    /* RutterMark */
  GPtrArray    *points;   /* blocks of them */
  GStringChunk *strings;
};

RutterMarkList *
rutter_mark_list_new (void)
{
  RutterMarkList *self = g_new0 (RutterMarkList, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (RutterMark));
  self->points = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (256);
  return self;
}

void
rutter_mark_list_free (RutterMarkList *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_ptr_array_unref (self->points);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
rutter_mark_list_reserve (RutterMarkList *self,
                          guint           n_marks)
{
  guint n = self->marks->len;

  g_array_set_size (self->marks, MAX (n, n_marks));
  g_array_set_size (self->marks, n);
}

void
rutter_mark_list_keep_points (RutterMarkList    *self,
                              const RutterPoint *points,
                              guint              n_points,
                              RutterMark        *mark)
{
  RutterPoint *kept = g_memdup2 (points, n_points * sizeof *points);

  g_ptr_array_add (self->points, kept);
  mark->points = kept;
  mark->n_points = n_points;
  mark->step = 0;
  rutter_box_init (&mark->box);
  for (guint i = 0; i < n_points; i++)
    {
      rutter_box_add (&mark->box, kept[i]);
      if (i > 0)
        mark->step = MAX (mark->step, hypot (kept[i].x - kept[i - 1].x,
                                             kept[i].y - kept[i - 1].y));
    }
}

void
rutter_mark_list_add (RutterMarkList   *self,
                      const RutterMark *mark)
{
  RutterMark copy = *mark;

  if (mark->detail != NULL)
    copy.detail = g_string_chunk_insert (self->strings, mark->detail);
  g_array_append_val (self->marks, copy);
}

const RutterMark *
rutter_mark_list_get_last (RutterMarkList *self)
{
  return self->marks->len > 0 ? &g_array_index (self->marks, RutterMark, self->marks->len - 1)
                              : NULL;
}

const RutterMark *
rutter_mark_list_find (RutterMarkList *self,
                       RutterShape     shape)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, RutterMark, i).shape == shape)
      return &g_array_index (self->marks, RutterMark, i);

  return NULL;
}

/* What is of the map lies under what is claimed, lines under flows, flows under symbols; among
 * symbols, what there are few of and what the map is about lies over the many ports.
 */
static int
get_band (const RutterMark *mark)
{
  static const int symbols[RUTTER_N_SYMBOL] = {
    [RUTTER_SYMBOL_NONE] = 4,     [RUTTER_SYMBOL_PLACE] = 5,    [RUTTER_SYMBOL_ACCORD] = 6,
    [RUTTER_SYMBOL_INCIDENT] = 7, [RUTTER_SYMBOL_SHIPMENT] = 8, [RUTTER_SYMBOL_HUB] = 9,
    [RUTTER_SYMBOL_VESSEL] = 10,  [RUTTER_SYMBOL_SILENCE] = 10,
  };

  if (mark->shape == RUTTER_SHAPE_LINE)
    return mark->kind == RUTTER_KIND_PASSAGE ? 0 : mark->kind == RUTTER_KIND_VESSEL ? 2 : 1;
  if (mark->shape == RUTTER_SHAPE_FLOW)
    return 3;

  return symbols[mark->symbol];
}

/* One pass of a sort that keeps the order of equals: @digits of what @order holds go upwards. */
static void
sort_by (guint        *order,
         guint        *room,
         const guint8 *digits,
         guint         n)
{
  guint firsts[N_DIGIT + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    firsts[digits[i] + 1]++;
  for (guint i = 1; i <= N_DIGIT; i++)
    firsts[i] += firsts[i - 1];
  for (guint i = 0; i < n; i++)
    room[firsts[digits[order[i]]]++] = order[i];
  memcpy (order, room, n * sizeof *order);
}

/* Puts @order by importance: more claims first; of equals, what lies on top; then as they were
 * added, which is by uid, so that the order never changes between two pictures of the same objects.
 */
static void
sort_by_importance (const RutterMark *marks,
                    guint            *order,
                    guint            *room,
                    const guint8     *bands,
                    guint             n)
{
  g_autofree guint8 *digits = g_new (guint8, n + 1);
  guint most = 0;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      digits[i] = N_BAND - 1 - bands[i];
      most = MAX (most, marks[i].n_claims);
    }
  sort_by (order, room, digits, n);

  for (guint shift = 0; shift < 32 && most >> shift > 0; shift += 8)
    {
      for (guint i = 0; i < n; i++)
        digits[i] = (guint8)((most - marks[i].n_claims) >> shift);
      sort_by (order, room, digits, n);
    }
}

GArray *
rutter_mark_list_end (RutterMarkList        *self,
                      const RutterDescriber *describer)
{
  RutterMark *marks = (RutterMark *)(gpointer)self->marks->data;
  guint n = self->marks->len;
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (RutterMark), n);
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree guint *room = g_new (guint, n + 1);
  g_autofree guint8 *bands = g_new (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    bands[i] = (guint8)get_band (&marks[i]);

  sort_by_importance (marks, order, room, bands, n);
  for (guint i = 0; i < n; i++)
    marks[order[i]].rank = (int)i;

  /* Band upon band; in each the most important last, on top. */
  for (guint i = 0; i < n / 2; i++)
    {
      guint other = order[i];

      order[i] = order[n - 1 - i];
      order[n - 1 - i] = other;
    }
  sort_by (order, room, bands, n);

  g_array_set_size (sorted, n);
  for (guint i = 0; i < n; i++)
    {
      RutterMark *mark = &g_array_index (sorted, RutterMark, i);

      *mark = marks[order[i]];
      mark->describer = describer;
    }

  g_array_set_size (self->marks, 0);
  g_clear_pointer (&self->marks, g_array_unref);
  return sorted;
}
