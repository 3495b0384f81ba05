/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-mark-list.h"
#include "rutter-verdict.h"

G_BEGIN_DECLS

/* What the makers of marks share while one picture is made. */
typedef struct
{
  RutterRecords      *records;
  const RutterFilter *filter;
  RutterMarkList     *marks;
} RutterPictureMaker;

/* A mark with all that an object gives to every mark of it; `layer` is the first of the object's
 * layers that is on. Shape, symbol, points, actor and detail are the caller's.
 */
void  rutter_picture_maker_init_mark    (RutterPictureMaker  *self,
                                         const RutterObject  *object,
                                         const RutterVerdict *verdict,
                                         RutterMark          *mark);
/* The code when the catalogue knows an actor by it, else NULL: others share one colour. */
const char *
      rutter_picture_maker_get_actor    (RutterPictureMaker  *self,
                                         const char          *code);
/* One line: what, when, how it was inferred, how sure; `what` and `when` may be NULL. */
char *rutter_picture_maker_describe     (const RutterMark    *mark,
                                         const char          *what,
                                         const char          *when);

/* All marks of one object, alone: a flow without the others of its bundle. */
void  rutter_picture_maker_add_single   (RutterPictureMaker  *self,
                                         const RutterObject  *object,
                                         const RutterVerdict *verdict);

void  rutter_picture_maker_add_flows    (RutterPictureMaker  *self,
                                         GPtrArray           *transfers);
void  rutter_picture_maker_add_route    (RutterPictureMaker  *self,
                                         const RutterObject  *object,
                                         const RutterVerdict *verdict);
void  rutter_picture_maker_add_vessel   (RutterPictureMaker  *self,
                                         const RutterObject  *object,
                                         const RutterVerdict *verdict);

G_END_DECLS
