/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"
#include "rutter-theme.h"
#include "rutter-view.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Names and marks share one placer, so that no text crosses another text or another mark. */
typedef struct _RutterNames RutterNames;

RutterNames *rutter_names_new_from_files   (const char         *gazetteer_path,
                                            const char         *cities_path,
                                            const char         *ports_path,
                                            GError            **error);
RutterNames *rutter_names_ref              (RutterNames        *self);
void         rutter_names_unref            (RutterNames        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterNames, rutter_names_unref)

typedef struct
{
  const RutterPicture *picture;    /* NULL for none */
  RutterNames         *names;      /* NULL for none */
  const RutterTheme   *theme;
  /* uid drawn with a halo while the rest steps back; NULL for none */
  const char          *selected;
  gboolean             fast;       /* screen: CAIRO_ANTIALIAS_FAST */
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
