/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-painter.h"

#include "rutter-point-density.h"
#include "rutter-point-spots.h"
#include "rutter-point-sprites.h"
#include "rutter-point-tails.h"

#include <math.h>
#include <stdlib.h>

/* A symbol, its halo and ring reach no farther. */
#define REACH 24.0
/* Of two symbols whose middles are in one square of this side one is painted. */
#define CULL 4
/* With more of them in view no line or name would be read. */
#define MOST_VECTORS 3000
#define MOST_NAMED 1500
/* From afar a crowd is a lane, and its names would hide the map: only a few targets have theirs. */
#define NAMES_FROM_ZOOM 8.0
#define FEW 60
/* How long the line of a ship of 15 knots is at most, pixels. */
#define VECTOR_PX 26.0
#define SLOW 5        /* 1/10 knot: what is slower drifts, and its course says nothing */
#define TEXT_SIZE 10.0
#define TEXT_MAX 150.0
#define RING 10.0
#define HALO 12.0

typedef struct
{
  cairo_t                *cr;
  const RutterView       *view;
  const RutterPointPaint *paint;
  GArray                 *spots;    /* those that are painted */
  RutterPointSprites     *sprites;
} Painting;

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;

  return (first > second) - (first < second);
}

static gboolean
is_ringed (const RutterPointPaint *paint,
           guint32                 id)
{
  return paint->n_ringed > 0 &&
         bsearch (&id, paint->ringed, paint->n_ringed, sizeof id, compare_ids) != NULL;
}

/* What is painted wherever it stands, and last. */
static gboolean
is_foremost (const RutterPointPaint *paint,
             guint                   index)
{
  guint32 id = paint->points->id[index];

  return id == paint->selected || paint->points->kind[index] == RUTTER_POINT_EMERGENCY ||
         is_ringed (paint, id);
}

/* Where the bow is, or RUTTER_POINT_NO_ANGLE. */
static guint
get_bow (const RutterPointSet *points,
         guint                 index)
{
  if (points->heading[index] != RUTTER_POINT_NO_ANGLE)
    return points->heading[index];
  if (points->speed[index] == RUTTER_POINT_NO_SPEED || points->speed[index] < SLOW)
    return RUTTER_POINT_NO_ANGLE;

  return points->course[index];
}

double
rutter_point_get_vector_minutes (const RutterView *view)
{
  static const double choices[] = { 30, 20, 10, 5, 2, 1, 0.5 };
  double m_per_px = rutter_view_get_m_per_pixel (view);

  if (view->zoom < 6)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (15 * RUTTER_NM_M / 60 * choices[i] / m_per_px <= VECTOR_PX)
      return choices[i];

  return choices[G_N_ELEMENTS (choices) - 1];
}

static void
add_vector (Painting              *self,
            const RutterPointSpot *spot,
            double                 minutes)
{
  const RutterPointSet *points = self->paint->points;
  guint i = spot->index;
  double angle, length_px, size;
  RutterPoint at = { points->x[i] / 4294967296.0, points->y[i] / 4294967296.0 };

  if (points->course[i] == RUTTER_POINT_NO_ANGLE || points->speed[i] == RUTTER_POINT_NO_SPEED ||
      points->speed[i] < SLOW || points->state[i] == RUTTER_POINT_LOST)
    return;

  angle = points->course[i] * G_PI / 1800 + self->view->rotation;
  length_px = points->speed[i] / 10.0 * RUTTER_NM_M / 60 * minutes /
              (cos (rutter_mercator_unproject (at).lat * G_PI / 180) * 2 * G_PI *
               RUTTER_EARTH_RADIUS_M / rutter_view_get_world_size (self->view));
  size = rutter_point_sprites_get_size ((RutterPointKind)points->kind[i], self->view->zoom) / 2;
  if (length_px <= size)
    return;

  cairo_move_to (self->cr, spot->x + sin (angle) * size, spot->y - cos (angle) * size);
  cairo_line_to (self->cr, spot->x + sin (angle) * length_px, spot->y - cos (angle) * length_px);
}

static void
paint_vectors (Painting *self)
{
  double minutes = rutter_point_get_vector_minutes (self->view);
  RutterColor color = rutter_point_sprites_get_color (self->paint->theme);

  if (minutes <= 0 || self->spots->len > MOST_VECTORS)
    return;

  for (guint i = 0; i < self->spots->len; i++)
    add_vector (self, &g_array_index (self->spots, RutterPointSpot, i), minutes);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (self->cr, 1.2);
  rutter_theme_set_source (self->cr, color);
  cairo_stroke (self->cr);
}

/* Puts what is painted in front; leaves out what lies under another. */
static GArray *
cull (Painting *self,
      GArray   *all)
{
  int n_columns = (int)(self->view->width + 2 * REACH) / CULL + 1;
  int n_rows = (int)(self->view->height + 2 * REACH) / CULL + 1;
  g_autofree guint8 *taken = g_new0 (guint8, n_columns * n_rows);
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (RutterPointSpot), all->len);
  g_autoptr(GArray) foremost = g_array_new (FALSE, FALSE, sizeof (RutterPointSpot));

  for (guint i = 0; i < all->len; i++)
    {
      const RutterPointSpot *spot = &g_array_index (all, RutterPointSpot, i);
      int column = CLAMP ((int)(spot->x + REACH) / CULL, 0, n_columns - 1);
      int row = CLAMP ((int)(spot->y + REACH) / CULL, 0, n_rows - 1);
      guint8 *cell = &taken[row * n_columns + column];

      if (is_foremost (self->paint, spot->index))
        g_array_append_val (foremost, *spot);
      else if (!*cell)
        g_array_append_val (kept, *spot);
      *cell = 1;
    }
  g_array_append_vals (kept, foremost->data, foremost->len);

  return kept;
}

static void
paint_round (Painting              *self,
             const RutterPointSpot *spot,
             double                 radius,
             double                 width,
             RutterColor            color)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, spot->x, spot->y, radius, 0, 2 * G_PI);
  cairo_set_line_width (self->cr, width);
  rutter_theme_set_source (self->cr, color);
  cairo_stroke (self->cr);
}

/* Under their symbols, so that these stay whole. */
static void
paint_marks (Painting *self)
{
  const RutterPointPaint *paint = self->paint;

  for (guint i = self->spots->len; i-- > 0;)
    {
      const RutterPointSpot *spot = &g_array_index (self->spots, RutterPointSpot, i);
      guint32 id = paint->points->id[spot->index];

      if (!is_foremost (paint, spot->index))
        break;
      if (is_ringed (paint, id))
        {
          paint_round (self, spot, RING, 4, paint->theme->land);
          paint_round (self, spot, RING, 1.8, paint->theme->text);
        }
      if (id == paint->selected)
        {
          RutterColor halo = paint->theme->accent;

          halo.a = 0.6;
          paint_round (self, spot, HALO, 5, halo);
        }
    }
}

static void
paint_symbols (Painting *self)
{
  const RutterPointSet *points = self->paint->points;
  cairo_surface_t *image = cairo_get_target (self->cr);
  double dx = 0, dy = 0, scale_x = 1, scale_y = 1;

  g_return_if_fail (cairo_surface_get_type (image) == CAIRO_SURFACE_TYPE_IMAGE);

  cairo_user_to_device (self->cr, &dx, &dy);
  cairo_surface_get_device_scale (image, &scale_x, &scale_y);
  cairo_surface_flush (image);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const RutterPointSpot *spot = &g_array_index (self->spots, RutterPointSpot, i);
      guint at = spot->index;

      rutter_point_sprites_stamp (self->sprites, image, (spot->x + dx) * scale_x,
                                  (spot->y + dy) * scale_y, (RutterPointKind)points->kind[at],
                                  (RutterPointState)points->state[at], get_bow (points, at));
    }
  cairo_surface_mark_dirty (image);
}

static void
add_name (Painting                 *self,
          const RutterPointSpot    *spot,
          const RutterPointCaption *caption)
{
  const RutterPointPaint *paint = self->paint;
  const RutterPointSet *points = paint->points;
  guint i = spot->index;
  gboolean is_selected = points->id[i] == paint->selected;
  gboolean is_first = is_selected || is_foremost (paint, i);
  char key[16];
  RutterPlacerCandidate candidate = {
    .key = key,
    .text = caption->name,
    .world = { points->x[i] / 4294967296.0, points->y[i] / 4294967296.0 },
    .clear_px = is_first ? RING + 2 : 7,
    .anchors = RUTTER_ANCHOR_BESIDE,
    .rank = is_selected ? RUTTER_PLACER_RANK_SELECTED
            : is_first ? RUTTER_PLACER_RANK_MARK : RUTTER_PLACER_RANK_PORT,
    .style = { .size_px = TEXT_SIZE, .bold = is_selected, .max_px = TEXT_MAX,
               .color = is_first ? paint->theme->text : paint->theme->text_dim,
               .halo = paint->theme->sea, .halo_px = paint->theme->halo_px },
  };

  g_snprintf (key, sizeof key, "%09u", points->id[i]);
  rutter_placer_add (paint->placer, &candidate);
}

static void
paint_names (Painting *self)
{
  const RutterPointPaint *paint = self->paint;
  gboolean are_named = self->view->zoom >= NAMES_FROM_ZOOM || self->spots->len <= FEW;

  if (paint->placer == NULL || paint->captions == NULL || self->spots->len > MOST_NAMED)
    return;

  rutter_placer_begin (paint->placer, self->view);
  for (guint i = 0; i < paint->n_taken; i++)
    rutter_placer_add_obstacle (paint->placer, paint->taken[i]);
  for (guint i = 0; i < self->spots->len; i++)
    {
      const RutterPointSpot *spot = &g_array_index (self->spots, RutterPointSpot, i);
      const RutterPointCaption *caption =
        rutter_point_captions_find (paint->captions, paint->points->id[spot->index]);
      double r = 5;

      rutter_placer_add_obstacle (paint->placer, (RutterBox) { spot->x - r, spot->y - r,
                                                               spot->x + r, spot->y + r });
      if (caption != NULL && caption->name[0] != '\0' &&
          (are_named || is_foremost (paint, spot->index)))
        add_name (self, spot, caption);
    }
  rutter_placer_place (paint->placer);
  rutter_placer_paint (paint->placer, self->cr);
}

static GArray *
take_foremost (const RutterPointPaint *paint,
               const GArray           *all)
{
  GArray *foremost = g_array_new (FALSE, FALSE, sizeof (RutterPointSpot));

  for (guint i = 0; i < all->len; i++)
    {
      const RutterPointSpot *spot = &g_array_index (all, RutterPointSpot, i);

      if (is_foremost (paint, spot->index))
        g_array_append_val (foremost, *spot);
    }

  return foremost;
}

/**
 * rutter_point_paint:
 * @cr: onto an image of ARGB32, moved and scaled but not turned
 */
void
rutter_point_paint (cairo_t                *cr,
                    const RutterView       *view,
                    const RutterPointPaint *paint)
{
  g_autoptr(GArray) all = rutter_point_spots_list (paint->points, view, REACH);
  g_autoptr(RutterPointSprites) sprites = rutter_point_sprites_new (paint->theme, view->zoom,
                                                                    view->rotation, view->scale);
  gboolean is_dense = all->len >= RUTTER_POINT_PAINT_DENSE;
  Painting self = { cr, view, paint, NULL, sprites };
  g_autoptr(GArray) spots = NULL;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  if (is_dense)
    rutter_point_density_paint (cr, all, view->width, view->height, paint->theme);
  self.spots = spots = is_dense ? take_foremost (paint, all) : cull (&self, all);
  if (paint->captions != NULL)
    rutter_point_tails_paint (cr, view, paint->captions, paint->theme, paint->selected);
  if (!is_dense)
    paint_vectors (&self);
  paint_marks (&self);
  paint_symbols (&self);
  paint_names (&self);
  cairo_restore (cr);
}
