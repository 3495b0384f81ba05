/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-legend-painter.h"

#include "rutter-scene.h"
#include "rutter-figure-text.h"
#include "rutter-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SAMPLE_WIDTH 44.0
#define SAMPLE_HEIGHT 16.0
#define ROW_GAP 3.0
#define TEXT_X (SAMPLE_WIDTH + 8)
/* Kept free below the legend, to say in two lines what has no room. */
#define MORE_HEIGHT 32.0

/* One entry of the key: the line as it is drawn, and the words. */
typedef struct
{
  RutterStatus  status;
  gboolean      denied;
  gboolean      inferred;
  const char   *text;
} Key;

static const Key keys[] = {
  { RUTTER_STATUS_CONFIRMED, FALSE, FALSE,
    N_("Confirmed: a record, a listing, an undisputed event") },
  { RUTTER_STATUS_OFFICIAL_ACCUSATION, FALSE, FALSE,
    N_("Official accusation: a government or the UN says so") },
  { RUTTER_STATUS_REPORTED, FALSE, FALSE, N_("Reported: press, NGO, court digest") },
  { RUTTER_STATUS_ALLEGED, FALSE, FALSE, N_("Alleged: one unnamed or secondary source") },
  { RUTTER_STATUS_REPORTED, TRUE, FALSE, N_("Somebody denies it") },
  { RUTTER_STATUS_CONFIRMED, FALSE, TRUE, N_("Hollow: inferred, not a track") },
};

static RutterMark
make_mark (const RutterLegendClass *class)
{
  return (RutterMark) {
    .uid = "", .title = "", .actor = class->actor, .layer = class->layer, .shape = class->shape,
    .symbol = class->symbol, .status = class->status, .denied = class->denied,
    .inferred = class->inferred, .n_claims = 1, .n_slots = 1, .course_deg = NAN, .opacity = 1,
  };
}

static double
paint_row (cairo_t           *cr,
           const RutterTheme *theme,
           const RutterMark  *mark,
           const char        *text,
           double             x,
           double             y,
           double             width,
           gboolean           only_measure)
{
  RutterFigureFont style = { 10.5, FALSE, theme->text, 2 };
  double height = rutter_figure_text_measure (cr, &style, text, width - TEXT_X);

  if (!only_measure)
    {
      cairo_save (cr);
      cairo_translate (cr, x, y);
      rutter_scene_paint_sample (cr, mark, theme, SAMPLE_WIDTH, SAMPLE_HEIGHT);
      cairo_restore (cr);
      rutter_figure_text_paint (cr, &style, text, x + TEXT_X,
                                y + MAX (0, (SAMPLE_HEIGHT - height) / 2), width - TEXT_X);
    }

  return MAX (height, SAMPLE_HEIGHT) + ROW_GAP;
}

/* Returns: the height taken, or 0 when it does not fit and nothing was painted */
static double
paint_layer (cairo_t                 *cr,
             const RutterLegendLayer *layer,
             const RutterTheme       *theme,
             double                   x,
             double                   y,
             double                   width,
             double                   bottom)
{
  RutterFigureFont title = { 12, TRUE, theme->text, 1 };
  RutterFigureFont dim = { 10, FALSE, theme->text_dim, 2 };
  g_autofree char *in_view = rutter_count_to_text (layer->n_in_view);
  g_autofree char *total = rutter_count_to_text (layer->n_total);
  g_autofree char *count = g_strdup_printf (ngettext ("%s of %s in view", "%s of %s in view",
                                                      layer->n_total), in_view, total);
  double top = y;
  guint n_left = layer->classes->len;

  if (layer->classes->len == 0 || y + 50 > bottom)
    return 0;

  y += rutter_figure_text_paint (cr, &title, layer->title, x, y, width);
  y += rutter_figure_text_paint (cr, &dim, count, x, y, width) + ROW_GAP;
  for (guint i = 0; i < layer->classes->len; i++)
    {
      const RutterLegendClass *class = g_ptr_array_index (layer->classes, i);
      RutterMark mark = make_mark (class);
      g_autofree char *text = g_strdup_printf ("%s (%u)", class->title, class->n);

      if (y + paint_row (cr, theme, &mark, text, x, y, width, TRUE) + 14 > bottom)
        break;
      y += paint_row (cr, theme, &mark, text, x, y, width, FALSE);
      n_left--;
    }
  if (n_left > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more class", "and %u more classes",
                                                         n_left), n_left);

      y += rutter_figure_text_paint (cr, &dim, more, x + TEXT_X, y, width - TEXT_X);
    }

  return y - top + 8;
}

/**
 * rutter_legend_paint:
 *
 * The layers that have something in view, one under the other, within @height; what does not fit is
 * counted, not squeezed.
 */
void
rutter_legend_paint (cairo_t            *cr,
                     const RutterLegend *legend,
                     const RutterTheme  *theme,
                     double              x,
                     double              y,
                     double              width,
                     double              height)
{
  RutterFigureFont dim = { 10, FALSE, theme->text_dim, 2 };
  double bottom = y + height - MORE_HEIGHT;
  guint n_left = 0;
  guint last = 0;

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if (rutter_legend_get_layer (legend, i)->classes->len > 0)
      last = i;

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      const RutterLegendLayer *layer = rutter_legend_get_layer (legend, i);
      double taken;

      if (layer->classes->len == 0)
        continue;
      /* The last one may use the room for what would be said if it did not fit. */
      taken = paint_layer (cr, layer, theme, x, y, width,
                           i == last && n_left == 0 ? bottom + MORE_HEIGHT : bottom);
      n_left += taken == 0;
      y += taken;
    }

  if (n_left > 0)
    {
      g_autofree char *more = g_strdup_printf (
        ngettext ("%u more layer is drawn; a taller figure has room for its legend.",
                  "%u more layers are drawn; a taller figure has room for their legend.", n_left),
        n_left);

      rutter_figure_text_paint (cr, &dim, more, x, y, width);
    }
}

static double
paint_key (cairo_t           *cr,
           const RutterTheme *theme,
           double             x,
           double             y,
           double             width,
           gboolean           only_measure)
{
  RutterFigureFont title = { 12, TRUE, theme->text, 1 };
  double top = y;

  if (only_measure)
    y += rutter_figure_text_measure (cr, &title, _("How sure"), width);
  else
    y += rutter_figure_text_paint (cr, &title, _("How sure"), x, y, width);
  y += ROW_GAP;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      RutterMark mark = {
        .uid = "", .title = "", .shape = RUTTER_SHAPE_LINE, .status = keys[i].status,
        .denied = keys[i].denied, .inferred = keys[i].inferred, .n_claims = 1, .n_slots = 1,
        .course_deg = NAN, .opacity = 1,
      };

      y += paint_row (cr, theme, &mark, _(keys[i].text), x, y, width, only_measure);
    }

  return y - top;
}

/* Returns: the height that the key takes at @width */
double
rutter_confidence_key_measure (cairo_t           *cr,
                               const RutterTheme *theme,
                               double             width)
{
  return paint_key (cr, theme, 0, 0, width, TRUE);
}

void
rutter_confidence_key_paint (cairo_t           *cr,
                             const RutterTheme *theme,
                             double             x,
                             double             y,
                             double             width)
{
  paint_key (cr, theme, x, y, width, FALSE);
}
