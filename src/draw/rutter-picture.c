/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-picture.h"

#include "rutter-edtf.h"
#include "rutter-flow.h"
#include "rutter-spread.h"

#include <math.h>

/* Unwrapped lines may leave the first copy of the world; what is further out is no position. */
#define MAX_WORLDS 64.0

/* Marks that are looked through in a few milliseconds. */
#define N_AT_ONCE 4000

/* What the picture was made from. */
typedef struct
{
  guint n_kept[RUTTER_N_LAYER];
  int   first_day;
  int   last_day;
} Origin;

/* The only thing in a picture that changes: what its painters have worked out. */
typedef struct
{
  GMutex        lock;
  RutterSpread *latest[2]; /* the newest first */
} Spreads;

struct _RutterPicture
{
  gatomicrefcount  ref_count;
  guint            n_marks;
  RutterMark      *marks;
  RutterPoint     *points;
  GStringChunk    *strings;
  Spreads         *spreads;
  Origin           origin;
  gpointer         keeper;   /* of what the marks borrow; or NULL */
  GDestroyNotify   destroy;
};

struct _RutterPictureBuilder
{
  GArray       *marks;
  GArray       *points;
  GStringChunk *strings;
  Origin        origin;
  gpointer      keeper;
  GDestroyNotify destroy;
};

G_DEFINE_BOXED_TYPE (RutterPicture, rutter_picture, rutter_picture_ref, rutter_picture_unref)

RutterPicture *
rutter_picture_ref (RutterPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_picture_unref (RutterPicture *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->spreads->latest); i++)
    g_clear_pointer (&self->spreads->latest[i], rutter_spread_unref);
  g_mutex_clear (&self->spreads->lock);
  g_free (self->spreads);
  g_free (self->marks);
  g_free (self->points);
  g_string_chunk_free (self->strings);
  if (self->destroy != NULL)
    self->destroy (self->keeper);
  g_free (self);
}

char *
rutter_mark_dup_detail (const RutterMark *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->detail == NULL && self->describer != NULL)
    return self->describer->describe (self, self->describer->data);
  return g_strdup (self->detail);
}

guint
rutter_picture_get_n_marks (const RutterPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_marks;
}

const RutterMark *
rutter_picture_get_mark (const RutterPicture *self,
                         guint                index)
{
  g_return_val_if_fail (self != NULL && index < self->n_marks, NULL);
  return &self->marks[index];
}

guint
rutter_picture_get_n_kept (const RutterPicture *self,
                           RutterLayerId        layer)
{
  g_return_val_if_fail (self != NULL && layer < RUTTER_N_LAYER, 0);
  return self->origin.n_kept[layer];
}

void
rutter_picture_get_window (const RutterPicture *self,
                           int                 *first_day,
                           int                 *last_day)
{
  g_return_if_fail (self != NULL && first_day != NULL && last_day != NULL);

  *first_day = self->origin.first_day;
  *last_day = self->origin.last_day;
}

RutterSpread *
rutter_picture_find_spread (const RutterPicture *self,
                            double               zoom)
{
  Spreads *spreads;
  RutterSpread *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  spreads = self->spreads;
  g_mutex_lock (&spreads->lock);
  for (guint i = 0; i < G_N_ELEMENTS (spreads->latest) && found == NULL; i++)
    if (spreads->latest[i] != NULL
        && rutter_spread_get_level (spreads->latest[i]) == (int)floor (zoom))
      found = rutter_spread_ref (spreads->latest[i]);
  g_mutex_unlock (&spreads->lock);

  return found;
}

static guint
count_above (const RutterPicture *self,
             const GArray        *indexes,
             int                  rank)
{
  guint n = 0;

  for (guint i = 0; i < indexes->len; i++)
    n += rutter_picture_get_mark (self, g_array_index (indexes, guint, i))->rank < rank;

  return n;
}

int
rutter_picture_find_end_rank (const RutterPicture *self,
                              const GArray        *indexes,
                              guint                n_most)
{
  int low = 0, high = G_MAXINT;

  if (indexes->len <= n_most)
    return G_MAXINT;

  while (low < high - 1)
    {
      int middle = low + (high - low) / 2;

      if (count_above (self, indexes, middle) <= n_most)
        low = middle;
      else
        high = middle;
    }

  return low;
}

RutterSpread *
rutter_picture_dup_spread (const RutterPicture *self,
                           double               zoom)
{
  RutterSpread *spread = rutter_picture_find_spread (self, zoom);
  RutterSpread *oldest;

  if (spread != NULL)
    return spread;

  /* Without the lock: whoever only looks never waits for this. */
  spread = rutter_spread_new (self, zoom);
  g_mutex_lock (&self->spreads->lock);
  oldest = self->spreads->latest[1];
  self->spreads->latest[1] = self->spreads->latest[0];
  self->spreads->latest[0] = rutter_spread_ref (spread);
  g_mutex_unlock (&self->spreads->lock);
  g_clear_pointer (&oldest, rutter_spread_unref);

  return spread;
}

/* A large picture is not worked through while somebody waits: until its painter has done that at a
 * new level, what is seen is still the level before.
 */
void
rutter_picture_update_spread (const RutterPicture  *self,
                              double                zoom,
                              RutterSpread        **spread)
{
  RutterSpread *found;

  if (*spread != NULL && rutter_spread_get_level (*spread) == (int)floor (zoom))
    return;

  found = rutter_picture_find_spread (self, zoom);
  if (found == NULL && (*spread == NULL || self->n_marks < N_AT_ONCE))
    found = rutter_picture_dup_spread (self, zoom);
  if (found == NULL)
    return;

  g_clear_pointer (spread, rutter_spread_unref);
  *spread = found;
}

RutterPictureBuilder *
rutter_picture_builder_new (void)
{
  RutterPictureBuilder *self = g_new0 (RutterPictureBuilder, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (RutterMark));
  self->points = g_array_new (FALSE, FALSE, sizeof (RutterPoint));
  self->strings = g_string_chunk_new (4096);
  self->origin.first_day = RUTTER_DAY_BEFORE_ALL;
  self->origin.last_day = RUTTER_DAY_AFTER_ALL;
  return self;
}

static const char *
keep_string (RutterPictureBuilder *self,
             const char           *string)
{
  return string != NULL ? g_string_chunk_insert_const (self->strings, string) : NULL;
}

static gboolean
is_position (RutterPoint point)
{
  return isfinite (point.x) && isfinite (point.y) &&
         fabs (point.x) <= MAX_WORLDS && point.y >= -1 && point.y <= 2;
}

static void
keep_points (RutterPictureBuilder *self,
             RutterMark           *mark,
             const RutterPoint    *points)
{
  guint first = self->points->len;
  RutterPoint *kept;

  if (mark->n_points > 0)
    g_array_append_vals (self->points, points, mark->n_points);
  kept = &g_array_index (self->points, RutterPoint, first);

  rutter_box_init (&mark->box);
  for (guint i = 0; i < mark->n_points; i++)
    if (!is_position (kept[i]))
      kept[i] = (RutterPoint) { NAN, NAN };
    else if (mark->shape != RUTTER_SHAPE_FLOW)
      rutter_box_add (&mark->box, kept[i]);

  mark->step = 0;
  for (guint i = 1; i < mark->n_points; i++)
    {
      double piece = hypot (kept[i].x - kept[i - 1].x, kept[i].y - kept[i - 1].y);

      /* Where a line is broken its next part may begin anywhere. */
      mark->step = MAX (mark->step, isfinite (piece) ? piece : INFINITY);
    }

  if (mark->shape == RUTTER_SHAPE_FLOW && mark->n_points == 2 &&
      is_position (kept[0]) && is_position (kept[1]))
    {
      kept[1].x -= round (kept[1].x - kept[0].x);
      rutter_flow_add_to_box (kept, mark->slot, mark->n_slots, &mark->box);
    }

  /* The array may still move: the builder's end turns offsets into addresses. */
  mark->points = GSIZE_TO_POINTER (first);
}

/**
 * rutter_picture_builder_add:
 * @mark: everything it points to is copied; its `box` is not read but worked out
 *
 * A position that is none (NaN, infinite, off the world square) becomes NaN: it breaks a line, and
 * a mark without a single position keeps an empty box, so that it is counted but never painted.
 * The second end of a flow is moved to the copy of the world nearest the first.
 */
void
rutter_picture_builder_add (RutterPictureBuilder *self,
                            const RutterMark     *mark)
{
  RutterMark copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (mark != NULL && mark->uid != NULL);
  g_return_if_fail (mark->n_points == 0 || mark->points != NULL);

  copy = *mark;
  copy.uid = keep_string (self, mark->uid);
  copy.title = keep_string (self, mark->title);
  copy.detail = keep_string (self, mark->detail);
  copy.actor = keep_string (self, mark->actor);
  copy.inference = keep_string (self, mark->inference);
  copy.opacity = isfinite (mark->opacity) ? CLAMP (mark->opacity, 0.0, 1.0) : 1.0;
  keep_points (self, &copy, mark->points);
  g_array_append_val (self->marks, copy);
}

void
rutter_picture_builder_set_n_kept (RutterPictureBuilder *self,
                                   RutterLayerId         layer,
                                   guint                 n_kept)
{
  g_return_if_fail (self != NULL && layer < RUTTER_N_LAYER);
  self->origin.n_kept[layer] = n_kept;
}

void
rutter_picture_builder_set_window (RutterPictureBuilder *self,
                                   int                   first_day,
                                   int                   last_day)
{
  g_return_if_fail (self != NULL);

  self->origin.first_day = first_day;
  self->origin.last_day = last_day;
}

void
rutter_picture_builder_take (RutterPictureBuilder *self,
                             GArray               *marks,
                             gpointer              keeper,
                             GDestroyNotify        destroy)
{
  g_return_if_fail (self != NULL && marks != NULL);
  g_return_if_fail (self->marks->len == 0 && self->destroy == NULL);

  g_array_unref (self->marks);
  self->marks = marks;
  self->keeper = keeper;
  self->destroy = destroy;
}

/**
 * rutter_picture_builder_end:
 * @self: (transfer full): the builder, which is gone afterwards
 *
 * Returns: (transfer full): what was added, in the same order
 */
RutterPicture *
rutter_picture_builder_end (RutterPictureBuilder *self)
{
  RutterPicture *picture;

  g_return_val_if_fail (self != NULL, NULL);

  picture = g_new0 (RutterPicture, 1);
  g_atomic_ref_count_init (&picture->ref_count);
  picture->n_marks = self->marks->len;
  picture->marks = (RutterMark *)g_array_free (self->marks, FALSE);
  picture->points = (RutterPoint *)g_array_free (self->points, FALSE);
  picture->strings = self->strings;
  picture->spreads = g_new0 (Spreads, 1);
  g_mutex_init (&picture->spreads->lock);
  picture->origin = self->origin;
  picture->keeper = self->keeper;
  picture->destroy = self->destroy;
  g_free (self);

  /* What was taken points to where it lies. */
  for (guint i = 0; i < picture->n_marks && picture->destroy == NULL; i++)
    {
      RutterMark *mark = &picture->marks[i];

      mark->points = mark->n_points > 0 ? picture->points + GPOINTER_TO_SIZE (mark->points) : NULL;
    }

  return picture;
}
