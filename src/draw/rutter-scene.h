/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-names.h"
#include "rutter-picture.h"
#include "rutter-placer.h"
#include "rutter-theme.h"
#include "rutter-view.h"

G_BEGIN_DECLS

typedef struct
{
  const RutterPicture *picture;    /* NULL for none */
  RutterNames         *names;      /* NULL for none */
  const RutterTheme   *theme;
  /* uid drawn with a halo while the rest steps back; NULL for none */
  const char          *selected;
  /* uid: only its marks, with a halo, and their companions are painted, and no text; NULL:
   * everything is */
  const char          *lit;
  gboolean             fast;       /* screen: CAIRO_ANTIALIAS_FAST */
  /* kept by who paints again and again, so that names keep their places; NULL: none is kept */
  RutterPlacer        *placer;
} RutterScenePaint;

/* Lines and flows, names, symbols, labels of marks: everything above the ground. */
void         rutter_scene_paint            (cairo_t                *cr,
                                            const RutterView       *view,
                                            const RutterScenePaint *scene);

/* One class's sample for a legend, within width x height logical pixels. */
void         rutter_scene_paint_sample     (cairo_t                *cr,
                                            const RutterMark       *mark,
                                            const RutterTheme      *theme,
                                            double                  width,
                                            double                  height);

G_END_DECLS
