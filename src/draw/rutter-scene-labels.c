/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-scene-private.h"

#include "rutter-flow.h"
#include "rutter-symbol.h"

#include <math.h>

#define SIZE 11.0
#define MAX_WIDTH 170.0
/* Pixels round the view: a text and the way of a mark from its spot. */
#define NEAR 400.0
/* More than so many of the most important find no room anyway. */
#define MAX_LABELS 500

/* From which zoom on a point writes its title; what is more important may speak earlier. */
static const double from_zoom[RUTTER_N_SYMBOL] = {
  [RUTTER_SYMBOL_NONE] = 99,    [RUTTER_SYMBOL_PLACE] = 5,    [RUTTER_SYMBOL_HUB] = 3,
  [RUTTER_SYMBOL_INCIDENT] = 6, [RUTTER_SYMBOL_ACCORD] = 6.5, [RUTTER_SYMBOL_SHIPMENT] = 6,
  [RUTTER_SYMBOL_VESSEL] = 4.5, [RUTTER_SYMBOL_SILENCE] = 4.5,
};
#define LINE_FROM_ZOOM 7.0
#define PASSAGE_FROM_ZOOM 2.0

static gboolean
has_label (const RutterScenePainting *self,
           const RutterMark          *mark)
{
  if (mark->title == NULL || !(mark->box.x0 <= mark->box.x1))
    return FALSE;
  if (rutter_scene_is_selected (self, mark))
    return TRUE;
  if (self->selected != NULL || mark->opacity <= 0)
    return FALSE;

  return self->view.zoom >= (mark->shape == RUTTER_SHAPE_POINT  ? from_zoom[mark->symbol]
                             : mark->kind == RUTTER_KIND_PASSAGE ? PASSAGE_FROM_ZOOM
                                                                 : LINE_FROM_ZOOM);
}

/* Lines and flows are named at the middle of their vertices, which is on them. */
static gboolean
find_label_place (const RutterMark *mark,
                  RutterPoint      *place)
{
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  if (mark->shape == RUTTER_SHAPE_FLOW)
    {
      rutter_flow_flatten (mark->points, mark->slot, mark->n_slots, arc);
      *place = arc[RUTTER_FLOW_N_POINTS / 2];
      return TRUE;
    }

  for (guint i = mark->n_points / 2; i < mark->n_points; i++)
    if (isfinite (mark->points[i].x))
      {
        *place = mark->points[i];
        return TRUE;
      }

  return FALSE;
}

static void
add_label (RutterScenePainting *self,
           const RutterMark    *mark,
           guint                index)
{
  gboolean is_selected = rutter_scene_is_selected (self, mark);
  guint n_marks = rutter_picture_get_n_marks (self->picture);
  RutterPlacerCandidate candidate = {
    .key = mark->uid, .text = mark->title, .anchors = RUTTER_ANCHOR_BESIDE,
    .rank = is_selected ? RUTTER_PLACER_RANK_SELECTED :
                          RUTTER_PLACER_RANK_MARK +
                          (int)(CLAMP (mark->rank, 0, (int)n_marks) * 99.0 / MAX (n_marks, 1)),
    .style = { .size_px = SIZE, .bold = is_selected, .color = mark->kind == RUTTER_KIND_PASSAGE
                                                                    ? self->theme->passage
                                                                    : self->theme->text,
               .halo = self->theme->land, .halo_px = self->theme->halo_px,
               .max_px = is_selected ? 2 * MAX_WIDTH : MAX_WIDTH },
  };

  if (mark->shape == RUTTER_SHAPE_POINT)
    {
      const RutterSpreadPlace *place = rutter_spread_get_place (self->spread, index);

      candidate.world = place->world;
      candidate.shift_px = place->shift_px;
      /* A denial stands at the symbol's upper right corner. */
      candidate.clear_px = rutter_symbol_get_size (mark, self->view.zoom) / 2 +
                           (mark->denied ? 5 : 1);
    }
  else
    {
      candidate.clear_px = rutter_flow_get_width (mark->n_claims) / 2;
      if (!find_label_place (mark, &candidate.world))
        return;
    }

  rutter_placer_add (self->placer, &candidate);
}

/* Whether a text at the mark may reach into the view. */
static gboolean
is_near (RutterScenePainting *self,
         const RutterMark    *mark)
{
  int first, last;

  rutter_scene_get_copies (self, &mark->box, NEAR, &first, &last);
  return first <= last;
}

/* One label a uid: a vessel and its way bear the same name, and the vessel is added first. */
void
rutter_scene_add_labels (RutterScenePainting *self)
{
  guint n_marks = self->picture != NULL ? rutter_picture_get_n_marks (self->picture) : 0;
  g_autoptr(GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));
  int end_rank;

  for (guint i = n_marks; i-- > 0;)
    {
      const RutterMark *mark = rutter_picture_get_mark (self->picture, i);

      if (has_label (self, mark) && is_near (self, mark))
        g_array_append_val (near, i);
    }

  end_rank = rutter_picture_find_end_rank (self->picture, near, MAX_LABELS);
  for (guint i = 0; i < near->len; i++)
    {
      guint index = g_array_index (near, guint, i);
      const RutterMark *mark = rutter_picture_get_mark (self->picture, index);

      if ((mark->rank < end_rank || rutter_scene_is_selected (self, mark)) &&
          g_hash_table_add (named, (gpointer)mark->uid))
        add_label (self, mark, index);
    }
}
