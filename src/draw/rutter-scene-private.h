/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-scene.h"

#include "rutter-canvas.h"
#include "rutter-spread.h"

G_BEGIN_DECLS

/* What the parts of one painting share. */
typedef struct
{
  cairo_t             *cr;
  RutterView           view;
  const RutterPicture *picture;
  const RutterTheme   *theme;
  const char          *selected;     /* NULL when the picture has no mark of it */
  GHashTable          *lit;          /* RutterMark: all that is painted; NULL: everything */
  RutterPlacer        *placer;
  RutterTextCache     *texts;
  RutterSpread        *spread;
  RutterScreenLine     line;         /* scratch */
  RutterBox            bounds;       /* of the view, world square */
  double               world_size;   /* pixels */
  gboolean             is_fast;
  gboolean             is_on_canvas; /* lines are painted on the pixels */
  RutterCanvas         canvas;
} RutterScenePainting;

/* Whether the mark is painted at all. */
gboolean  rutter_scene_is_painted       (const RutterScenePainting *self,
                                         const RutterMark          *mark);
gboolean  rutter_scene_is_selected      (const RutterScenePainting *self,
                                         const RutterMark          *mark);
double    rutter_scene_get_alpha        (const RutterScenePainting *self,
                                         const RutterMark          *mark);
/* How opaque the ground under a see-through mark is: more than the mark, so that what is hollow
 * stays hollow when it steps back. */
double    rutter_scene_get_ground_alpha (double                     alpha);
/* Copies of the world in which a mark, painted up to `reach_px` off its box, meets the view. */
void      rutter_scene_get_copies       (const RutterScenePainting *self,
                                         const RutterBox           *box,
                                         double                     reach_px,
                                         int                       *first,
                                         int                       *last);

/* Where a point is painted, in the world. */
void      rutter_scene_get_spot_box     (const RutterScenePainting *self,
                                         guint                      index,
                                         RutterBox                 *box);

/* What is too much for one by one: guint indexes of marks in view, in drawing order. */
gboolean  rutter_scene_begin_lines      (RutterScenePainting       *self,
                                         GArray                    *marks);
gboolean  rutter_scene_stamp_points     (RutterScenePainting       *self,
                                         GArray                    *marks);

/* Passages, under everything else. */
void      rutter_scene_paint_passages   (RutterScenePainting       *self);
/* One, along the pixels of `line`. */
void      rutter_scene_paint_passage    (cairo_t                   *cr,
                                         const RutterView          *view,
                                         RutterScreenLine          *line,
                                         const RutterMark          *mark,
                                         const RutterTheme         *theme,
                                         double                     alpha,
                                         gboolean                   is_selected);
/* Lets no name lie on what was painted along `line`. */
void      rutter_scene_tell_placer      (RutterScenePainting       *self);
/* Lines and flows; the pixels they take are made known to the placer. */
void      rutter_scene_paint_lines      (RutterScenePainting       *self);
/* An arrow along the pixels of `line`, the last ones the recipient's. */
void      rutter_scene_paint_arrow      (cairo_t                   *cr,
                                         const RutterView          *view,
                                         RutterScreenLine          *line,
                                         const RutterLineStyle     *style,
                                         RutterColor                color,
                                         RutterColor                ground);
void      rutter_scene_add_labels       (RutterScenePainting       *self);

G_END_DECLS
