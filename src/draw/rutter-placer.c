/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-placer.h"

#include "rutter-pixel-grid.h"

#include <math.h>

/* Pixels: between a symbol and its text, and of the halo unless the style says. */
#define GAP 3.0
#define HALO 2.0
/* What a text costs, in lines that it crosses, that is cut by the edge of what is seen. */
#define CUT 40.0
/* The same word twice within so many pixels is one word too many. */
#define SAME_TEXT_DISTANCE 90.0
#define N_ANCHORS 9

typedef struct
{
  RutterPlacerCandidate  it;
  RutterPoint            pixel;
  gboolean               is_known;  /* it stood in the painting before */
} Candidate;

typedef struct
{
  const Candidate *candidate;
  const RutterText      *text;
  RutterAnchor     anchor;
  RutterBox        box;
} Placement;

struct _RutterPlacer
{
  RutterTextCache *texts;
  GHashTable      *anchors;     /* key -> RutterAnchor, of the painting before */

  RutterView       view;
  gboolean         inside;
  RutterPixelGrid *grid;
  GStringChunk    *strings;
  GArray          *candidates;
  GArray          *placements;
};

RutterPlacer *
rutter_placer_new (void)
{
  RutterPlacer *self = g_new0 (RutterPlacer, 1);

  self->texts = rutter_text_cache_new ();
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strings = g_string_chunk_new (4096);
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  self->placements = g_array_new (FALSE, FALSE, sizeof (Placement));
  return self;
}

void
rutter_placer_free (RutterPlacer *self)
{
  rutter_text_cache_free (self->texts);
  g_hash_table_unref (self->anchors);
  g_string_chunk_free (self->strings);
  g_array_unref (self->candidates);
  g_array_unref (self->placements);
  g_clear_pointer (&self->grid, rutter_pixel_grid_free);
  g_free (self);
}

/* Forgets candidates and obstacles; what stood where, and the layouts, are kept. */
void
rutter_placer_begin (RutterPlacer     *self,
                     const RutterView *view)
{
  g_return_if_fail (self != NULL && view != NULL);

  self->view = *view;
  self->inside = FALSE;
  rutter_text_cache_begin (self->texts);
  g_clear_pointer (&self->grid, rutter_pixel_grid_free);
  self->grid = rutter_pixel_grid_new (view->width, view->height);
  g_array_set_size (self->placements, 0);
  g_array_set_size (self->candidates, 0);
  g_string_chunk_clear (self->strings);
}

void
rutter_placer_set_inside (RutterPlacer *self,
                          gboolean      inside)
{
  self->inside = inside;
}

void
rutter_placer_add_obstacle (RutterPlacer *self,
                            RutterBox     box)
{
  g_return_if_fail (self->grid != NULL);
  rutter_pixel_grid_add_box (self->grid, &box);
}

void
rutter_placer_add_line (RutterPlacer      *self,
                        const RutterPoint *points,
                        guint              n_points)
{
  g_return_if_fail (self->grid != NULL);
  rutter_pixel_grid_add_line (self->grid, points, n_points);
}

/* Far enough beyond the view that no text of a usual length reaches back in. */
static gboolean
is_near (const RutterPlacer *self,
         RutterPoint         pixel)
{
  return pixel.x > -300 && pixel.x < self->view.width + 300 &&
         pixel.y > -60 && pixel.y < self->view.height + 60;
}

/* Who reads larger text in every window reads it on the map. */
static void
grow_text (RutterTextStyle *style,
           double           text_scale)
{
  if (text_scale <= 0)
    return;

  style->size_px *= text_scale;
  style->spacing_px *= text_scale;
  style->wrap_px *= text_scale;
  style->max_px *= text_scale;
}

void
rutter_placer_add (RutterPlacer                *self,
                   const RutterPlacerCandidate *candidate)
{
  Candidate copy = { *candidate };
  RutterBox box = { candidate->world.x, -1, candidate->world.x, 2 };
  RutterView wide;
  int first, last;

  g_return_if_fail (self->grid != NULL);
  g_return_if_fail (candidate->key != NULL && candidate->text != NULL);

  if (candidate->text[0] == '\0' || !isfinite (candidate->world.y))
    return;

  wide = self->view;
  wide.width += 600;
  wide.height += 600;
  rutter_view_get_copies (&wide, &box, &first, &last);
  if (first > last)
    return;

  grow_text (&copy.it.style, self->view.text_scale);
  copy.it.key = g_string_chunk_insert_const (self->strings, candidate->key);
  copy.it.text = g_string_chunk_insert_const (self->strings, candidate->text);
  copy.is_known = g_hash_table_contains (self->anchors, candidate->key);
  for (int k = first; k <= last; k++)
    {
      RutterPoint world = { candidate->world.x + k, candidate->world.y };

      copy.pixel = rutter_view_to_pixel (&self->view, world);
      copy.pixel.x += candidate->shift_px.x;
      copy.pixel.y += candidate->shift_px.y;
      if (is_near (self, copy.pixel))
        g_array_append_val (self->candidates, copy);
    }
}

static RutterBox
get_box (const Candidate  *candidate,
         const RutterText *text,
         RutterAnchor      anchor)
{
  double w = text->size.x, h = text->size.y;
  double side = candidate->it.clear_px + GAP - RUTTER_TEXT_PADDING;
  double corner = candidate->it.clear_px * 0.6 + GAP - RUTTER_TEXT_PADDING;
  RutterPoint at = { -w / 2, -h / 2 };

  if (anchor == RUTTER_ANCHOR_RIGHT)
    at.x = side;
  else if (anchor == RUTTER_ANCHOR_LEFT)
    at.x = -side - w;
  else if (anchor == RUTTER_ANCHOR_ABOVE)
    at.y = -side - h;
  else if (anchor == RUTTER_ANCHOR_BELOW)
    at.y = side;
  else if (anchor != RUTTER_ANCHOR_CENTRE)
    {
      gboolean is_right = (anchor & (RUTTER_ANCHOR_ABOVE_RIGHT | RUTTER_ANCHOR_BELOW_RIGHT)) != 0;
      gboolean is_above = (anchor & (RUTTER_ANCHOR_ABOVE_RIGHT | RUTTER_ANCHOR_ABOVE_LEFT)) != 0;

      at.x = is_right ? corner : -corner - w;
      at.y = is_above ? -corner - h : corner;
    }

  at.x += candidate->pixel.x;
  at.y += candidate->pixel.y;
  return (RutterBox) { at.x, at.y, at.x + w, at.y + h };
}

static RutterBox
get_dot_box (const Candidate *candidate)
{
  double r = candidate->it.dot_px;

  return (RutterBox) { candidate->pixel.x - r, candidate->pixel.y - r,
                       candidate->pixel.x + r, candidate->pixel.y + r };
}

static gboolean
is_shown (const RutterPlacer *self,
          const RutterBox    *box)
{
  double width = self->view.width, height = self->view.height;

  if (self->inside)
    return box->x0 >= 0 && box->y0 >= 0 && box->x1 <= width && box->y1 <= height;

  return box->x1 > 0 && box->y1 > 0 && box->x0 < width && box->y0 < height;
}

/* Whether an edge of what is seen goes through the box; the picture itself may be larger. */
static gboolean
is_cut (const RutterPlacer *self,
        const RutterBox    *box)
{
  double left = self->view.margin_x, top = self->view.margin_y;
  double right = self->view.width - left, bottom = self->view.height - top;

  return box->x1 > left && box->x0 < right && box->y1 > top && box->y0 < bottom &&
         (box->x0 < left || box->x1 > right || box->y0 < top || box->y1 > bottom);
}

/* Half a label at the edge of the window is worse than none if it names a point; a country or a
 * sea goes on beyond it as well. What was selected is named in any case.
 */
static gboolean
may_be_cut (const RutterPlacer *self,
            const Candidate    *candidate)
{
  gboolean has_margin = self->view.margin_x > 0 || self->view.margin_y > 0;

  return !has_margin || (candidate->it.anchors & RUTTER_ANCHOR_RIGHT) == 0 ||
         candidate->it.rank < RUTTER_PLACER_RANK_COUNTRY;
}

/* Where a text may stand with the least harm. Returns: FALSE when nowhere */
static gboolean
find_place (RutterPlacer    *self,
            const Candidate *candidate,
            Placement       *placement)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->anchors, candidate->it.key));
  double least = INFINITY;

  for (int i = 0; i < N_ANCHORS; i++)
    {
      RutterAnchor anchor = 1 << i;
      gboolean cut;
      RutterBox box;
      double cost;

      if ((candidate->it.anchors & anchor) == 0)
        continue;

      box = get_box (candidate, placement->text, anchor);
      if (!is_shown (self, &box) || rutter_pixel_grid_meets (self->grid, &box))
        continue;

      cut = is_cut (self, &box);
      if (cut && !may_be_cut (self, candidate))
        continue;

      /* What stood there stays, so that nothing jumps while the map is moved. */
      cost = anchor == known ? -1 : rutter_pixel_grid_count_lines (self->grid, &box) + 0.1 * i;
      if (anchor != known && cut)
        cost += CUT;
      if (cost < least)
        {
          least = cost;
          placement->anchor = anchor;
          placement->box = box;
        }
    }

  return isfinite (least);
}

/* What was selected is named whatever surrounds it: a little farther off each time, and in the end
 * over what is there. */
static void
force_place (RutterPlacer    *self,
             const Candidate *candidate,
             Placement       *placement)
{
  Candidate aside = *candidate;

  for (int i = 0; i < 4; i++)
    {
      aside.it.clear_px += 12;
      if (find_place (self, &aside, placement))
        return;
    }

  placement->anchor = RUTTER_ANCHOR_ABOVE;
  placement->box = get_box (candidate, placement->text, placement->anchor);
}

static gboolean
is_said_nearby (RutterPlacer    *self,
                const Candidate *candidate)
{
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Candidate *other = g_array_index (self->placements, Placement, i).candidate;

      if (hypot (other->pixel.x - candidate->pixel.x, other->pixel.y - candidate->pixel.y) <
            SAME_TEXT_DISTANCE &&
          g_ascii_strcasecmp (other->it.text, candidate->it.text) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
place_candidate (RutterPlacer    *self,
                 const Candidate *candidate)
{
  Placement placement = { candidate };
  RutterBox dot = get_dot_box (candidate);
  gboolean has_dot = candidate->it.dot_px > 0;

  if ((has_dot && rutter_pixel_grid_meets (self->grid, &dot)) ||
      is_said_nearby (self, candidate))
    return;

  placement.text = rutter_text_cache_get (self->texts, candidate->it.text,
                                          &candidate->it.style);
  if (!find_place (self, candidate, &placement))
    {
      if (candidate->it.rank >= RUTTER_PLACER_RANK_COUNTRY)
        return;
      force_place (self, candidate, &placement);
    }

  rutter_pixel_grid_add_box (self->grid, &placement.box);
  if (has_dot)
    rutter_pixel_grid_add_box (self->grid, &dot);
  g_array_append_val (self->placements, placement);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;
  int order;

  if (first->it.rank != second->it.rank)
    return first->it.rank < second->it.rank ? -1 : 1;
  if (first->is_known != second->is_known)
    return first->is_known ? -1 : 1;

  order = g_strcmp0 (first->it.key, second->it.key);
  if (order != 0)
    return order;
  return first->pixel.x < second->pixel.x ? -1 : first->pixel.x > second->pixel.x;
}

guint
rutter_placer_place (RutterPlacer *self)
{
  g_return_val_if_fail (self->grid != NULL, 0);

  g_array_sort (self->candidates, compare_candidates);
  for (guint i = 0; i < self->candidates->len && self->placements->len < RUTTER_PLACER_MAX; i++)
    place_candidate (self, &g_array_index (self->candidates, Candidate, i));

  g_hash_table_remove_all (self->anchors);
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Placement *placement = &g_array_index (self->placements, Placement, i);

      g_hash_table_insert (self->anchors, g_strdup (placement->candidate->it.key),
                           GUINT_TO_POINTER (placement->anchor));
    }

  return self->placements->len;
}

const char *
rutter_placer_get_key (RutterPlacer *self,
                       guint         index,
                       RutterBox    *box)
{
  const Placement *placement;

  g_return_val_if_fail (index < self->placements->len, NULL);

  placement = &g_array_index (self->placements, Placement, index);
  if (box != NULL)
    *box = placement->box;
  return placement->candidate->it.key;
}

/* Of the last rutter_placer_place(). */
guint
rutter_placer_get_n_placed (RutterPlacer *self)
{
  return self->placements->len;
}

/* The one that was begun with last. */
void
rutter_placer_get_view (RutterPlacer *self,
                        RutterView   *view)
{
  *view = self->view;
}

/* All halos first, so that none eats into a neighbour's letters. */
void
rutter_placer_paint (RutterPlacer *self,
                     cairo_t      *cr)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->placements->len; i++)
      {
        const Placement *placement = &g_array_index (self->placements, Placement, i);
        const RutterPlacerCandidate *it = &placement->candidate->it;
        RutterPoint at = placement->candidate->pixel;

        cairo_set_line_width (cr, 2 * (it->style.halo_px > 0 ? it->style.halo_px : HALO));
        rutter_theme_set_source (cr, pass == 0 ? it->style.halo : it->style.color);
        if (it->dot_px > 0)
          {
            cairo_new_sub_path (cr);
            cairo_arc (cr, at.x, at.y, it->dot_px + (pass == 0 ? 1 : 0), 0, 2 * G_PI);
            cairo_fill (cr);
          }

        cairo_move_to (cr, placement->box.x0 + placement->text->origin.x,
                       placement->box.y0 + placement->text->origin.y);
        if (pass == 0)
          {
            pango_cairo_layout_path (cr, placement->text->layout);
            cairo_stroke (cr);
          }
        else
          {
            pango_cairo_show_layout (cr, placement->text->layout);
          }
        cairo_new_path (cr);
      }

  cairo_restore (cr);
}

RutterTextCache *
rutter_placer_get_texts (RutterPlacer *self)
{
  return self->texts;
}
