/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mark-list.h"

struct _RutterMarkList
{
  GPtrArray    *marks;
  GStringChunk *strings;
};

static void
free_mark (gpointer data)
{
  RutterMark *mark = data;

  g_free ((gpointer)mark->points);
  g_free (mark);
}

RutterMarkList *
rutter_mark_list_new (void)
{
  RutterMarkList *self = g_new0 (RutterMarkList, 1);

  self->marks = g_ptr_array_new_with_free_func (free_mark);
  self->strings = g_string_chunk_new (4096);
  return self;
}

void
rutter_mark_list_free (RutterMarkList *self)
{
  g_ptr_array_unref (self->marks);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static const char *
keep (RutterMarkList *self,
      const char     *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

void
rutter_mark_list_add (RutterMarkList   *self,
                      const RutterMark *mark)
{
  RutterMark *copy = g_memdup2 (mark, sizeof *mark);

  copy->uid = keep (self, mark->uid);
  copy->title = keep (self, mark->title);
  copy->detail = keep (self, mark->detail);
  copy->actor = keep (self, mark->actor);
  copy->inference = keep (self, mark->inference);
  copy->points = g_memdup2 (mark->points, mark->n_points * sizeof *mark->points);
  g_ptr_array_add (self->marks, copy);
}

const RutterMark *
rutter_mark_list_get_last (RutterMarkList *self)
{
  return self->marks->len > 0 ? g_ptr_array_index (self->marks, self->marks->len - 1) : NULL;
}

/* Lines lie under flows, flows under symbols; among symbols, what there are few of and what the
 * map is about lies over the many ports.
 */
static int
get_band (const RutterMark *mark)
{
  static const int symbols[RUTTER_N_SYMBOL] = {
    [RUTTER_SYMBOL_NONE] = 3,     [RUTTER_SYMBOL_PLACE] = 4,    [RUTTER_SYMBOL_ACCORD] = 5,
    [RUTTER_SYMBOL_INCIDENT] = 6, [RUTTER_SYMBOL_SHIPMENT] = 7, [RUTTER_SYMBOL_HUB] = 8,
    [RUTTER_SYMBOL_VESSEL] = 9,   [RUTTER_SYMBOL_SILENCE] = 9,
  };

  if (mark->shape == RUTTER_SHAPE_LINE)
    return mark->kind == RUTTER_KIND_VESSEL ? 1 : 0;
  if (mark->shape == RUTTER_SHAPE_FLOW)
    return 2;

  return symbols[mark->symbol];
}

/* More claims first; of equals, what lies on top; then by uid, so that the order never changes
 * between two pictures of the same objects.
 */
static int
compare_importance (gconstpointer a,
                    gconstpointer b)
{
  const RutterMark *first = *(const RutterMark *const *)a;
  const RutterMark *second = *(const RutterMark *const *)b;
  int first_band = get_band (first);
  int second_band = get_band (second);

  if (first->n_claims != second->n_claims)
    return first->n_claims > second->n_claims ? -1 : 1;
  if (first_band != second_band)
    return first_band > second_band ? -1 : 1;
  if (first->shape != second->shape)
    return first->shape > second->shape ? -1 : 1;

  return g_strcmp0 (first->uid, second->uid);
}

static int
compare_drawing (gconstpointer a,
                 gconstpointer b)
{
  const RutterMark *first = *(const RutterMark *const *)a;
  const RutterMark *second = *(const RutterMark *const *)b;
  int first_band = get_band (first);
  int second_band = get_band (second);

  if (first_band != second_band)
    return first_band < second_band ? -1 : 1;

  /* The most important last, on top. */
  return second->rank - first->rank;
}

void
rutter_mark_list_write (RutterMarkList       *self,
                        RutterPictureBuilder *builder)
{
  g_ptr_array_sort (self->marks, compare_importance);
  for (guint i = 0; i < self->marks->len; i++)
    ((RutterMark *)g_ptr_array_index (self->marks, i))->rank = i;

  g_ptr_array_sort (self->marks, compare_drawing);
  for (guint i = 0; i < self->marks->len; i++)
    rutter_picture_builder_add (builder, g_ptr_array_index (self->marks, i));
}
