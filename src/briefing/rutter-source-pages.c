/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-source-pages.h"

#include "rutter-dossier.h"
#include "rutter-figure-text.h"

#include <glib/gi18n-lib.h>

#define MARGIN 36.0
#define GUTTER 24.0
#define COLUMN_WIDTH 480.0

typedef struct
{
  cairo_t           *cr;
  const RutterTheme *theme;
  double             width, height;
  double             column_width;
  guint              n_columns, column;
  double             y, top;
} Flow;

static void
begin_page (Flow *flow)
{
  RutterFigureFont title = { 16, TRUE, flow->theme->text, 1 };

  rutter_theme_set_source (flow->cr, flow->theme->panel);
  cairo_rectangle (flow->cr, 0, 0, flow->width, flow->height);
  cairo_fill (flow->cr);
  flow->top = MARGIN + 12 +
              rutter_figure_text_paint (flow->cr, &title, _("Sources of what the figure shows"),
                                        MARGIN, MARGIN, flow->width - 2 * MARGIN);
  flow->y = flow->top;
  flow->column = 0;
}

static void
make_room (Flow   *flow,
           double  height)
{
  if (flow->y + height <= flow->height - MARGIN || flow->y == flow->top)
    return;

  flow->y = flow->top;
  if (++flow->column < flow->n_columns)
    return;

  cairo_show_page (flow->cr);
  begin_page (flow);
}

/**
 * rutter_source_pages_paint:
 * @sources: (element-type RutterSource): in the order in which they are numbered
 * @width: of a page, logical pixels
 *
 * Lists the sources on as many pages as they take, each page ended. Nothing for an empty list.
 */
void
rutter_source_pages_paint (cairo_t           *cr,
                           GPtrArray         *sources,
                           const RutterTheme *theme,
                           double             width,
                           double             height)
{
  Flow flow = { .cr = cr, .theme = theme, .width = width, .height = height };
  RutterFigureFont style = { 10.5, FALSE, theme->text, 0 };

  if (sources->len == 0)
    return;

  flow.n_columns = MAX (1, (guint)((width - 2 * MARGIN + GUTTER) / (COLUMN_WIDTH + GUTTER)));
  flow.column_width = (width - 2 * MARGIN - (flow.n_columns - 1) * GUTTER) / flow.n_columns;
  begin_page (&flow);
  for (guint i = 0; i < sources->len; i++)
    {
      const RutterSource *source = g_ptr_array_index (sources, i);
      g_autofree char *described = rutter_dossier_describe_source (source);
      g_autofree char *copy = rutter_dossier_describe_copy (source);
      g_autofree char *text = g_strdup_printf ("%u. %s%s%s%s%s", i + 1, described,
                                               copy != NULL ? "\n" : "",
                                               copy != NULL ? copy : "",
                                               source->url != NULL ? "\n" : "",
                                               source->url != NULL ? source->url : "");
      double text_height = rutter_figure_text_measure (cr, &style, text, flow.column_width);

      make_room (&flow, text_height);
      rutter_figure_text_paint (cr, &style, text,
                         MARGIN + flow.column * (flow.column_width + GUTTER), flow.y,
                         flow.column_width);
      flow.y += text_height + 6;
    }
  cairo_show_page (cr);
}
