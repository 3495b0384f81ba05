/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-scene-private.h"

#include "rutter-companions.h"
#include "rutter-flow.h"
#include "rutter-symbol.h"

#include <math.h>

/* What steps back while something else is selected. */
#define DIMMED 0.35
/* Who asked for more contrast still sees it. */
#define DIMMED_CONTRAST 0.6
#define FLOW_OPACITY 0.85
#define HALO_OPACITY 0.6

gboolean
rutter_scene_is_painted (const RutterScenePainting *self,
                         const RutterMark          *mark)
{
  return self->lit == NULL || g_hash_table_contains (self->lit, mark);
}

gboolean
rutter_scene_is_selected (const RutterScenePainting *self,
                          const RutterMark          *mark)
{
  return self->selected != NULL && g_str_equal (self->selected, mark->uid);
}

double
rutter_scene_get_alpha (const RutterScenePainting *self,
                        const RutterMark          *mark)
{
  double alpha = mark->opacity * (mark->shape == RUTTER_SHAPE_FLOW ? FLOW_OPACITY : 1);

  if (self->lit != NULL || self->selected == NULL || rutter_scene_is_selected (self, mark))
    return alpha;

  return alpha * (self->theme->is_contrast ? DIMMED_CONTRAST : DIMMED);
}

double
rutter_scene_get_ground_alpha (double alpha)
{
  return alpha > 0 ? 1 - (1 - alpha) * 0.4 : 0;
}

void
rutter_scene_get_copies (const RutterScenePainting *self,
                         const RutterBox           *box,
                         double                     reach_px,
                         int                       *first,
                         int                       *last)
{
  double reach = reach_px / self->world_size;
  RutterBox wide = { box->x0 - reach, box->y0 - reach, box->x1 + reach, box->y1 + reach };

  rutter_view_get_copies_within (&self->bounds, &wide, first, last);
}

void
rutter_scene_get_spot_box (const RutterScenePainting *self,
                           guint                      index,
                           RutterBox                 *box)
{
  const RutterSpreadPlace *place = rutter_spread_get_place (self->spread, index);
  double c = cos (self->view.rotation) / self->world_size;
  double s = sin (self->view.rotation) / self->world_size;
  double x = place->world.x + place->shift_px.x * c + place->shift_px.y * s;
  double y = place->world.y + place->shift_px.y * c - place->shift_px.x * s;

  *box = (RutterBox) { x, y, x, y };
}

static void
paint_point (RutterScenePainting     *self,
             const RutterMark        *mark,
             const RutterSpreadPlace *place)
{
  double size = rutter_symbol_get_size (mark, self->view.zoom);
  RutterBox box = { place->world.x, place->world.y, place->world.x, place->world.y };
  RutterColor accent = self->theme->accent;
  double alpha = rutter_scene_get_alpha (self, mark);
  int first, last;

  if (size <= 0)
    return;

  accent.a = HALO_OPACITY;
  rutter_scene_get_copies (self, &box, size + hypot (place->shift_px.x, place->shift_px.y),
                           &first, &last);
  for (int k = first; k <= last; k++)
    {
      RutterPoint at = rutter_view_to_pixel (&self->view, (RutterPoint) { place->world.x + k,
                                                                          place->world.y });

      at.x += place->shift_px.x;
      at.y += place->shift_px.y;
      if (rutter_scene_is_selected (self, mark))
        rutter_symbol_paint_halo (self->cr, mark, accent, at, size, self->view.rotation);
      rutter_symbol_paint (self->cr, mark, self->theme, self->texts, at, size,
                           self->view.rotation, alpha, rutter_scene_get_ground_alpha (alpha));
      rutter_placer_add_obstacle (self->placer, (RutterBox) { at.x - size / 2, at.y - size / 2,
                                                              at.x + size / 2, at.y + size / 2 });
      if (mark->denied)
        rutter_placer_add_obstacle (self->placer,
                                    (RutterBox) { at.x, at.y - size * 0.42 - 5,
                                                  at.x + size * 0.42 + 5, at.y });
    }
}

static gboolean
is_in_view (RutterScenePainting *self,
            guint                index)
{
  RutterBox box;
  int first, last;

  rutter_scene_get_spot_box (self, index, &box);
  rutter_scene_get_copies (self, &box, 2 * RUTTER_SYMBOL_MAX, &first, &last);
  return first <= last;
}

static void
paint_points (RutterScenePainting *self)
{
  guint n_marks = self->picture != NULL ? rutter_picture_get_n_marks (self->picture) : 0;
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) selected = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_marks; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (self->picture, i);

      if (mark->shape == RUTTER_SHAPE_POINT && mark->box.x0 <= mark->box.x1 &&
          rutter_scene_is_painted (self, mark) && is_in_view (self, i))
        g_array_append_val (rutter_scene_is_selected (self, mark) ? selected : others, i);
    }

  if (rutter_scene_stamp_points (self, others))
    g_array_set_size (others, 0);

  /* What is selected lies on top. */
  g_array_append_vals (others, selected->data, selected->len);
  for (guint i = 0; i < others->len; i++)
    {
      guint index = g_array_index (others, guint, i);

      paint_point (self, rutter_picture_get_mark (self->picture, index),
                   rutter_spread_get_place (self->spread, index));
    }
}

static const char *
find_selected (const RutterPicture *picture,
               const char          *selected)
{
  if (picture == NULL || selected == NULL)
    return NULL;

  for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
    if (g_str_equal (rutter_picture_get_mark (picture, i)->uid, selected))
      return selected;

  return NULL;
}

static void
add_texts (RutterScenePainting *self,
           RutterNames         *names)
{
  rutter_scene_add_labels (self);
  if (names != NULL)
    rutter_names_add_to_placer (names, &self->view, self->theme, self->placer);
  rutter_placer_place (self->placer);
  rutter_placer_paint (self->placer, self->cr);
}

/**
 * rutter_scene_paint:
 *
 * Paints in logical pixels with the origin at the view's upper left corner. The context's own
 * scale says how fine; nothing is rasterised on the way, so the same call makes vectors.
 */
void
rutter_scene_paint (cairo_t                *cr,
                    const RutterView       *view,
                    const RutterScenePaint *scene)
{
  RutterScenePainting self = { cr, *view, scene->picture, scene->theme };
  g_autoptr(RutterPlacer) own_placer = NULL;
  g_autoptr(GHashTable) lit = NULL;

  g_return_if_fail (scene->theme != NULL);

  if (scene->placer == NULL)
    own_placer = rutter_placer_new ();
  self.placer = scene->placer != NULL ? scene->placer : own_placer;
  self.texts = rutter_placer_get_texts (self.placer);
  if (scene->picture != NULL && scene->lit != NULL)
    lit = rutter_companions_find (scene->picture, scene->lit);
  self.lit = lit;
  self.bounds = rutter_view_get_bounds (view);
  self.world_size = rutter_view_get_world_size (view);
  self.is_fast = scene->fast;
  self.selected = find_selected (scene->picture, lit != NULL ? scene->lit : scene->selected);
  if (self.picture != NULL)
    self.spread = rutter_picture_dup_spread (self.picture, view->zoom);
  rutter_screen_line_init (&self.line);
  rutter_placer_begin (self.placer, view);
  rutter_placer_set_inside (self.placer, !scene->fast);

  cairo_save (cr);
  cairo_set_tolerance (cr, scene->fast ? 0.2 : 0.1);
  cairo_set_antialias (cr, scene->fast ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
  rutter_scene_paint_passages (&self);
  rutter_scene_paint_lines (&self);
  paint_points (&self);

  if (lit == NULL)
    add_texts (&self, scene->names);
  cairo_restore (cr);

  rutter_screen_line_clear (&self.line);
  g_clear_pointer (&self.spread, rutter_spread_unref);
}

/* A legend's sample does not keep a placer: one cache of numbers a thread is enough. */
static RutterTextCache *
get_sample_texts (void)
{
  static GPrivate key = G_PRIVATE_INIT ((GDestroyNotify)rutter_text_cache_free);
  RutterTextCache *texts = g_private_get (&key);

  if (texts == NULL)
    {
      texts = rutter_text_cache_new ();
      g_private_set (&key, texts);
    }
  rutter_text_cache_begin (texts);
  return texts;
}

static void
paint_line_sample (cairo_t           *cr,
                   const RutterMark  *mark,
                   const RutterTheme *theme,
                   double             width,
                   double             height)
{
  RutterView view = { .width = (int)ceil (width), .height = (int)ceil (height), .scale = 1 };
  gboolean is_flow = mark->shape == RUTTER_SHAPE_FLOW;
  RutterPoint points[] = { { 1, height / 2 }, { width - 1, height / 2 } };
  RutterColor color = rutter_theme_get_actor (theme, mark->actor);
  RutterScreenLine line;
  RutterLineStyle style;

  rutter_screen_line_init (&line);
  g_array_append_vals (line.pixels, points, 2);
  if (mark->symbol >= RUTTER_SYMBOL_FAIRWAY)
    {
      rutter_scene_paint_passage (cr, &view, &line, mark, theme, mark->opacity, FALSE);
      rutter_screen_line_clear (&line);
      return;
    }

  color.a = mark->opacity * (is_flow ? FLOW_OPACITY : 1);
  rutter_line_style_init (&style, mark->status, mark->inferred,
                          is_flow ? rutter_flow_get_width (mark->n_claims) : RUTTER_LINE_WIDTH);
  if (is_flow)
    {
      rutter_scene_paint_arrow (cr, &view, &line, &style, color, theme->land);
    }
  else
    {
      rutter_screen_line_cut (&line, &view, 0);
      rutter_line_style_stroke (&style, cr, &line, color, theme->land);
    }
  rutter_screen_line_clear (&line);

  if (mark->denied)
    rutter_line_style_paint_denial (cr, (RutterPoint) { width / 2, height / 2 }, 0, color,
                                    theme->land);
}

/**
 * rutter_scene_paint_sample:
 * @mark: of the class; its position, uid and title are not read
 *
 * Paints what stands for a class in a legend by the same functions that paint the map.
 */
void
rutter_scene_paint_sample (cairo_t           *cr,
                           const RutterMark  *mark,
                           const RutterTheme *theme,
                           double             width,
                           double             height)
{
  cairo_save (cr);
  if (mark->shape == RUTTER_SHAPE_POINT)
    rutter_symbol_paint (cr, mark, theme, get_sample_texts (),
                         (RutterPoint) { width / 2, height / 2 },
                         MIN (rutter_symbol_get_size (mark, 6), MIN (width, height) - 2), 0,
                         mark->opacity, rutter_scene_get_ground_alpha (mark->opacity));
  else
    paint_line_sample (cr, mark, theme, width, height);
  cairo_restore (cr);
}
