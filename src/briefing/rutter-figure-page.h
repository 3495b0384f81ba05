/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-figure.h"
#include "rutter-legend.h"

G_BEGIN_DECLS

/* Where the parts of a figure stand, and what is painted in them: made once, painted on any
 * surface.
 */
typedef struct _RutterFigurePage RutterFigurePage;

RutterFigurePage *rutter_figure_page_new            (const RutterFigure      *figure);
void              rutter_figure_page_free           (RutterFigurePage        *self);
void              rutter_figure_page_paint          (const RutterFigurePage  *self,
                                                     cairo_t                 *cr);
const char       *rutter_figure_page_get_title      (const RutterFigurePage  *self);
char             *rutter_figure_page_describe       (const RutterFigurePage  *self);
GPtrArray        *rutter_figure_page_list_sources   (const RutterFigurePage  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterFigurePage, rutter_figure_page_free)

G_END_DECLS
