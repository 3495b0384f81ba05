/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-picker.h"

#include "rutter-mark-line.h"
#include "rutter-spread.h"
#include "rutter-symbol.h"

#include <math.h>

/* Pixels: a symbol is small and lies on top, so a line has to be that much nearer to come first. */
#define LINE_HANDICAP 3.0
/* So many spots are more than anybody walks through; the most important are kept. */
#define MAX_SPOTS 1000

/* Half as large as a mark's own box and next to its neighbours: all are looked through for each
 * question, which takes less time than an index to be built for each picture.
 */
typedef struct
{
  float x0, y0, x1, y1;
} SmallBox;

typedef struct
{
  guint  mark;
  double distance;
} Hit;

struct _RutterPicker
{
  RutterPicture *picture;
  SmallBox      *boxes;            /* of each mark */
  double         first_x, last_x;  /* of all marks */
  RutterSpread  *spread;           /* of the level asked for last, or NULL */
};

/* None is smaller than what it stands for. */
static SmallBox
get_small_box (const RutterBox *box)
{
  return (SmallBox) { nextafterf ((float)box->x0, -INFINITY),
                      nextafterf ((float)box->y0, -INFINITY),
                      nextafterf ((float)box->x1, INFINITY),
                      nextafterf ((float)box->y1, INFINITY) };
}

static gboolean
small_box_meets (const SmallBox *box,
                 const SmallBox *other)
{
  return box->x0 <= other->x1 && box->x1 >= other->x0 && box->y0 <= other->y1 &&
         box->y1 >= other->y0;
}

RutterPicker *
rutter_picker_new (RutterPicture *picture)
{
  RutterPicker *self = g_new0 (RutterPicker, 1);
  guint n_marks = rutter_picture_get_n_marks (picture);

  self->picture = rutter_picture_ref (picture);
  self->boxes = g_new (SmallBox, n_marks + 1);
  self->first_x = INFINITY;
  self->last_x = -INFINITY;
  for (guint i = 0; i < n_marks; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);

      self->boxes[i] = (SmallBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
      if (!(mark->box.x0 <= mark->box.x1))
        continue;

      self->boxes[i] = get_small_box (&mark->box);
      self->first_x = MIN (self->first_x, mark->box.x0);
      self->last_x = MAX (self->last_x, mark->box.x1);
    }

  return self;
}

void
rutter_picker_free (RutterPicker *self)
{
  rutter_picture_unref (self->picture);
  g_free (self->boxes);
  g_clear_pointer (&self->spread, rutter_spread_unref);
  g_free (self);
}

static const RutterSpread *
get_spread (RutterPicker *self,
            double        zoom)
{
  rutter_picture_update_spread (self->picture, zoom, &self->spread);

  return self->spread;
}

/* Pixels from a place of the world to what is painted of a mark; 0 within a symbol. */
static double
get_distance (RutterPicker     *self,
              const RutterView *view,
              guint             index,
              RutterPoint       at,
              double            radius)
{
  const RutterMark *mark = rutter_picture_get_mark (self->picture, index);
  double size = rutter_view_get_world_size (view);
  const RutterSpreadPlace *place;
  RutterPoint pixel, spot;

  if (mark->shape != RUTTER_SHAPE_POINT)
    return rutter_mark_get_line_distance (mark, at, radius / size) * size;
  if (mark->symbol == RUTTER_SYMBOL_NONE)
    return INFINITY;

  place = rutter_spread_get_place (get_spread (self, view->zoom), index);
  pixel = rutter_view_to_pixel (view, at);
  spot = rutter_view_to_pixel (view, place->world);
  return MAX (0, hypot (pixel.x - spot.x - place->shift_px.x,
                        pixel.y - spot.y - place->shift_px.y) -
                 rutter_symbol_get_size (mark, view->zoom) / 2);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  return (first->mark < second->mark) - (first->mark > second->mark);
}

static void
find_hits (RutterPicker     *self,
           const RutterView *view,
           RutterPoint       at,
           double            radius,
           GArray           *hits)
{
  double reach = (radius + RUTTER_SYMBOL_MAX +
                  rutter_spread_get_reach (get_spread (self, view->zoom))) /
                 rutter_view_get_world_size (view);
  RutterBox box = { at.x - reach, at.y - reach, at.x + reach, at.y + reach };
  SmallBox around = get_small_box (&box);

  for (guint i = 0; i < rutter_picture_get_n_marks (self->picture); i++)
    {
      Hit hit = { .mark = i };

      if (!small_box_meets (&self->boxes[i], &around))
        continue;

      hit.distance = get_distance (self, view, i, at, radius);
      if (!(hit.distance <= radius))
        continue;

      if (rutter_picture_get_mark (self->picture, i)->shape != RUTTER_SHAPE_POINT)
        hit.distance += LINE_HANDICAP;
      g_array_append_val (hits, hit);
    }
}

GPtrArray *
rutter_picker_pick (RutterPicker     *self,
                    const RutterView *view,
                    RutterPoint       pixel,
                    double            radius)
{
  GPtrArray *marks = g_ptr_array_new ();
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  RutterPoint at = rutter_view_to_world (view, pixel);

  /* Every copy of the world that something is stored in: unwrapped lines leave the first. */
  if (isfinite (at.x) && self->first_x <= self->last_x)
    for (double x = at.x + floor (self->first_x - at.x); x <= self->last_x + 1; x += 1)
      find_hits (self, view, (RutterPoint) { x, at.y }, radius, hits);

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const RutterMark *mark =
        rutter_picture_get_mark (self->picture, g_array_index (hits, Hit, i).mark);

      if (g_hash_table_add (seen, (gpointer)mark->uid))
        g_ptr_array_add (marks, (gpointer)mark);
    }

  return marks;
}

static RutterBox
get_shown_box (RutterPicker     *self,
               const RutterView *view,
               guint             index)
{
  const RutterMark *mark = rutter_picture_get_mark (self->picture, index);
  const RutterSpreadPlace *place;
  RutterPoint pixel, world;

  if (mark->shape != RUTTER_SHAPE_POINT || !(mark->box.x0 <= mark->box.x1))
    return mark->box;

  place = rutter_spread_get_place (get_spread (self, view->zoom), index);
  pixel = rutter_view_to_pixel (view, place->world);
  pixel.x += place->shift_px.x;
  pixel.y += place->shift_px.y;
  world = rutter_view_to_world (view, pixel);
  return (RutterBox) { world.x, world.y, world.x, world.y };
}

/* @indexes: takes those of the marks that may be in view. */
static GArray *
list_near (RutterPicker     *self,
           const RutterView *view)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  RutterBox bounds = rutter_view_get_bounds (view);
  double reach = (RUTTER_SYMBOL_MAX + rutter_spread_get_reach (get_spread (self, view->zoom))) /
                 rutter_view_get_world_size (view);

  for (guint i = 0; i < rutter_picture_get_n_marks (self->picture); i++)
    {
      const SmallBox *box = &self->boxes[i];
      RutterBox wide = { box->x0 - reach, box->y0 - reach, box->x1 + reach, box->y1 + reach };
      int first, last;

      rutter_view_get_copies_within (&bounds, &wide, &first, &last);
      if (first <= last)
        g_array_append_val (indexes, i);
    }

  return indexes;
}

/* In drawing order, each mark once however many copies of it are in view. */
GPtrArray *
rutter_picker_list (RutterPicker     *self,
                    const RutterView *view)
{
  GPtrArray *marks = g_ptr_array_new ();
  g_autoptr(GArray) near = list_near (self, view);
  RutterBox bounds = rutter_view_get_bounds (view);

  for (guint i = 0; i < near->len; i++)
    {
      guint index = g_array_index (near, guint, i);
      const RutterMark *mark = rutter_picture_get_mark (self->picture, index);
      RutterBox box = get_shown_box (self, view, index);
      gboolean is_point = mark->shape == RUTTER_SHAPE_POINT;
      gboolean is_shown = FALSE;
      int first, last;

      if (is_point && mark->symbol == RUTTER_SYMBOL_NONE)
        continue;

      rutter_view_get_copies_within (&bounds, &box, &first, &last);
      for (int k = first; k <= last && !is_shown; k++)
        is_shown = is_point || rutter_mark_line_is_shown (mark, &bounds, k);
      if (is_shown)
        g_ptr_array_add (marks, (gpointer)mark);
    }

  return marks;
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const RutterSpot *first = a;
  const RutterSpot *second = b;

  if (first->pixel.x != second->pixel.x)
    return first->pixel.x < second->pixel.x ? -1 : 1;
  if (first->pixel.y != second->pixel.y)
    return first->pixel.y < second->pixel.y ? -1 : 1;
  return g_strcmp0 (first->mark->uid, second->mark->uid);
}

static gboolean
find_spot (RutterPicker     *self,
           const RutterView *view,
           const RutterBox  *bounds,
           guint             index,
           RutterSpot       *spot)
{
  const RutterMark *mark = rutter_picture_get_mark (self->picture, index);
  RutterBox box = get_shown_box (self, view, index);
  int first, last;

  rutter_view_get_copies_within (bounds, &box, &first, &last);
  for (int k = first; k <= last; k++)
    {
      RutterPoint world = { box.x0 + k, box.y0 };

      if (mark->shape != RUTTER_SHAPE_POINT && !rutter_mark_find_line_spot (mark, view, k, &world))
        continue;

      *spot = (RutterSpot) { mark, rutter_view_to_pixel (view, world) };
      return TRUE;
    }

  return FALSE;
}

GArray *
rutter_picker_list_spots (RutterPicker     *self,
                          const RutterView *view)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (RutterSpot));
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) near = list_near (self, view);
  RutterBox bounds = rutter_view_get_bounds (view);
  int end_rank = rutter_picture_find_end_rank (self->picture, near, MAX_SPOTS);

  for (guint i = 0; i < near->len; i++)
    {
      guint index = g_array_index (near, guint, i);
      const RutterMark *mark = rutter_picture_get_mark (self->picture, index);
      gboolean is_point = mark->shape == RUTTER_SHAPE_POINT;
      RutterSpot spot;

      if ((is_point && mark->symbol == RUTTER_SYMBOL_NONE) || mark->opacity <= 0 ||
          mark->rank >= end_rank || spots->len >= MAX_SPOTS ||
          g_hash_table_contains (seen, mark->uid) ||
          !find_spot (self, view, &bounds, index, &spot))
        continue;

      g_array_append_val (spots, spot);
      g_hash_table_add (seen, (gpointer)mark->uid);
    }

  g_array_sort (spots, compare_spots);
  return spots;
}
