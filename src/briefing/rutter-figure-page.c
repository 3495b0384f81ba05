/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-figure-page.h"

#include "rutter-actor-name.h"
#include "rutter-dossier.h"
#include "rutter-edtf.h"
#include "rutter-ground.h"
#include "rutter-legend-painter.h"
#include "rutter-figure-text.h"

#include <glib/gi18n-lib.h>

#define MARGIN 20.0
#define GAP 12.0
#define SIDE_WIDTH 290.0
#define LINE_SIZE 11.0

typedef struct
{
  double x, y, width, height;
} Frame;

struct _RutterFigurePage
{
  const RutterFigure *figure;
  const RutterTheme  *theme;
  RutterPicture      *picture;
  RutterLegend       *legend;
  GPtrArray          *sources;   /* RutterSource of what the map shows, by first use */
  RutterView          view;
  Frame               map;
  Frame               side;      /* legend and key; no width without a legend */
  double              footer_y;
  char               *title;
  char               *subtitle;
  char               *footer;
};

static RutterFigureFont
make_style (const RutterFigurePage *self,
            double                  size,
            gboolean                bold,
            gboolean                dim,
            int                     max_lines)
{
  return (RutterFigureFont) {
    size, bold, dim ? self->theme->text_dim : self->theme->text, max_lines
  };
}

/* "Arms-transfer routes, Caspian shipments: Russia, Iran" from what the filter shows. */
static char *
make_title (const RutterFigure *figure)
{
  g_autoptr(GPtrArray) layers = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (figure->title != NULL)
    return g_strdup (figure->title);

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if ((figure->filter->layers & 1u << i) != 0)
      g_ptr_array_add (layers, (gpointer)rutter_layer_get_title (i));
  if (layers->len == 0)
    return g_strdup (_("No layer is shown"));

  g_ptr_array_add (layers, NULL);
  joined = g_strjoinv (", ", (char **)layers->pdata);
  return g_steal_pointer (&joined);
}

static char *
write_day (int day_number)
{
  int year, month, day;

  rutter_edtf_split_day (day_number, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* In digits, which every language reads and none takes for a claim's own wording. */
static char *
describe_window (const RutterFilter *filter)
{
  gboolean from = filter->first_day != RUTTER_DAY_BEFORE_ALL;
  gboolean to = filter->last_day != RUTTER_DAY_AFTER_ALL;
  g_autofree char *first = from ? write_day (filter->first_day) : NULL;
  g_autofree char *last = to ? write_day (filter->last_day) : NULL;

  if (!from && !to)
    return g_strdup (_("All dates"));
  if (!from)
    return g_strdup_printf (C_("time window", "Up to %s"), last);
  if (!to)
    return g_strdup_printf (C_("time window", "From %s"), first);

  return g_strdup_printf (C_("time window", "%s to %s"), first, last);
}

static const char *
get_data_date (const RutterFigure *figure)
{
  const char *newest = NULL;

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      const RutterLayerRow *layer = rutter_records_get_layer (figure->records, i);

      if (layer != NULL && (figure->filter->layers & 1u << i) != 0 &&
          g_strcmp0 (layer->data_to, newest) > 0)
        newest = layer->data_to;
    }

  return newest;
}

static char *
make_subtitle (const RutterFigure *figure)
{
  g_autofree char *window = describe_window (figure->filter);
  g_autofree char *actors = NULL;
  const char *data_date = get_data_date (figure);
  GString *text = g_string_new (window);

  if (figure->filter->actors != NULL && figure->filter->actors[0] != NULL)
    {
      g_autoptr(GPtrArray) names = g_ptr_array_new ();

      for (guint i = 0; figure->filter->actors[i] != NULL; i++)
        {
          const char *code = figure->filter->actors[i];
          const RutterObject *actor = rutter_records_find_actor (figure->records, code);

          g_ptr_array_add (names, (gpointer)(actor != NULL
                                             ? rutter_actor_name_to_text (actor->title) : code));
        }
      g_ptr_array_add (names, NULL);
      actors = g_strjoinv (", ", (char **)names->pdata);
      g_string_append (text, " · ");
      g_string_append_printf (text, _("only what involves %s"), actors);
    }
  if (data_date != NULL)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("data to %s"), data_date);
    }
  g_string_append_printf (text, " · %s",
                          _("a claim is not a finding of guilt; not for navigation"));

  return g_string_free (text, FALSE);
}

/* The publishers in order of first use; the whole list follows on the PDF's next pages. */
static char *
make_footer (const RutterFigurePage *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text = g_string_new (NULL);

  if (self->sources->len == 0)
    g_string_append (text, _("Nothing is shown that a source is cited for"));
  else
    g_string_append_printf (text, ngettext ("%u source", "%u sources", self->sources->len),
                            self->sources->len);
  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autofree char *name = rutter_dossier_name_source (g_ptr_array_index (self->sources, i));

      if (g_hash_table_contains (seen, name))
        continue;
      g_hash_table_add (seen, g_strdup (name));
      g_string_append_printf (text, "%s%s", g_hash_table_size (seen) == 1 ? ": " : "; ", name);
    }

  return g_string_free (text, FALSE);
}

static void
place_map (RutterFigurePage *self,
           cairo_t          *cr)
{
  const RutterFigure *figure = self->figure;
  RutterFigureFont title = make_style (self, 20, TRUE, FALSE, 2);
  RutterFigureFont line = make_style (self, LINE_SIZE, FALSE, TRUE, 3);
  double width = figure->width - 2 * MARGIN;
  double top = MARGIN + rutter_figure_text_measure (cr, &title, self->title, width) + 2 +
               rutter_figure_text_measure (cr, &line, self->subtitle, width) + GAP;
  /* Three lines of sources and one of attribution, whatever there is to say: a figure's map does
   * not change its size with the number of its sources.
   */
  double bottom = figure->height - MARGIN - 4 * LINE_SIZE * 1.45;
  gboolean has_side = figure->legend && figure->width >= 2.4 * SIDE_WIDTH;

  self->footer_y = bottom;
  self->map = (Frame) { MARGIN, top, width - (has_side ? SIDE_WIDTH + GAP : 0),
                        MAX (bottom - GAP - top, 40) };
  self->side = (Frame) { MARGIN + self->map.width + GAP, top, has_side ? SIDE_WIDTH : 0,
                         self->map.height };
}

static void
place_view (RutterFigurePage *self)
{
  const RutterFigure *figure = self->figure;

  self->view = (RutterView) {
    .centre = rutter_mercator_project (figure->centre), .zoom = figure->zoom,
    .width = (int)self->map.width, .height = (int)self->map.height, .scale = 1,
  };
  if (figure->fits_box)
    rutter_view_fit (&self->view, figure->south_west, figure->north_east);
  rutter_view_clamp (&self->view);
}

/**
 * rutter_figure_page_new:
 * @figure: must outlive the page
 *
 * Filters, lays out, and counts: everything but the painting.
 */
RutterFigurePage *
rutter_figure_page_new (const RutterFigure *figure)
{
  RutterFigurePage *self = g_new0 (RutterFigurePage, 1);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  self->figure = figure;
  self->theme = rutter_theme_get (figure->theme);
  self->title = make_title (figure);
  self->subtitle = make_subtitle (figure);
  self->picture = rutter_atlas_build_picture (figure->records, figure->filter);
  place_map (self, cr);
  place_view (self);
  self->legend = rutter_legend_new (figure->records, self->picture, &self->view);
  self->sources = rutter_legend_list_sources (figure->records, self->picture, &self->view);
  self->footer = make_footer (self);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return self;
}

void
rutter_figure_page_free (RutterFigurePage *self)
{
  g_clear_pointer (&self->picture, rutter_picture_unref);
  g_clear_pointer (&self->legend, rutter_legend_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->footer);
  g_free (self);
}

static void
paint_map (const RutterFigurePage *self,
           cairo_t                *cr)
{
  RutterScenePaint scene = {
    .picture = self->picture, .names = self->figure->names, .theme = self->theme,
  };

  cairo_save (cr);
  cairo_rectangle (cr, self->map.x, self->map.y, self->view.width, self->view.height);
  cairo_clip (cr);
  cairo_translate (cr, self->map.x, self->map.y);
  rutter_ground_paint (cr, self->figure->basemap, &self->view, self->theme, FALSE);
  rutter_scene_paint (cr, &self->view, &scene);
  rutter_scale_bar_paint (cr, &self->view, self->theme, 12, self->view.height - 12);
  cairo_restore (cr);

  rutter_theme_set_source (cr, self->theme->coast);
  cairo_set_line_width (cr, 0.75);
  cairo_rectangle (cr, self->map.x, self->map.y, self->view.width, self->view.height);
  cairo_stroke (cr);
}

static void
paint_side (const RutterFigurePage *self,
            cairo_t                *cr)
{
  double y = self->side.y;
  double key_height;

  if (self->side.width <= 0)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, self->side.x, self->side.y, self->side.width, self->side.height);
  cairo_clip (cr);
  key_height = rutter_confidence_key_measure (cr, self->theme, self->side.width);
  rutter_legend_paint (cr, self->legend, self->theme, self->side.x, y, self->side.width,
                       self->side.height - key_height - GAP);
  rutter_confidence_key_paint (cr, self->theme, self->side.x,
                               self->side.y + self->side.height - key_height, self->side.width);
  cairo_restore (cr);
}

/* Paints the figure at (0, 0), its size in logical pixels. */
void
rutter_figure_page_paint (const RutterFigurePage *self,
                          cairo_t                *cr)
{
  RutterFigureFont title = make_style (self, 20, TRUE, FALSE, 2);
  RutterFigureFont line = make_style (self, LINE_SIZE, FALSE, TRUE, 3);
  RutterFigureFont attribution = make_style (self, LINE_SIZE, FALSE, TRUE, 1);
  double width = self->figure->width - 2 * MARGIN;
  double y = MARGIN;

  rutter_theme_set_source (cr, self->theme->panel);
  cairo_rectangle (cr, 0, 0, self->figure->width, self->figure->height);
  cairo_fill (cr);

  y += rutter_figure_text_paint (cr, &title, self->title, MARGIN, y, width) + 2;
  rutter_figure_text_paint (cr, &line, self->subtitle, MARGIN, y, width);
  paint_map (self, cr);
  paint_side (self, cr);

  y = self->footer_y;
  y += rutter_figure_text_paint (cr, &line, self->footer, MARGIN, y, width);
  rutter_figure_text_paint (cr, &attribution, rutter_ground_get_attribution (), MARGIN, y, width);
}

const char *
rutter_figure_page_get_title (const RutterFigurePage *self)
{
  return self->title;
}

/**
 * rutter_figure_page_describe:
 *
 * What the figure shows in words, for formats that carry a description.
 *
 * Returns: (transfer full): a few sentences
 */
char *
rutter_figure_page_describe (const RutterFigurePage *self)
{
  GString *text = g_string_new (self->subtitle);

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if ((self->figure->filter->layers & 1u << i) != 0)
      {
        const RutterLegendLayer *layer = rutter_legend_get_layer (self->legend, i);

        g_string_append (text, ". ");
        g_string_append_printf (text, _("%s: %u in view of %u"), layer->title, layer->n_in_view,
                                layer->n_total);
      }
  g_string_append_printf (text, ". %s. %s", self->footer, rutter_ground_get_attribution ());

  return g_string_free (text, FALSE);
}

/* Returns: (transfer none) (element-type RutterSource): by first use */
GPtrArray *
rutter_figure_page_list_sources (const RutterFigurePage *self)
{
  return self->sources;
}
