/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-mark-list.h"
#include "rutter-sheet.h"
#include "rutter-verdict.h"

G_BEGIN_DECLS

/* What the makers of marks share while one picture is made. Objects are told by their row of the
 * sheet.
 */
typedef struct
{
  RutterRecords      *records;
  const RutterFilter *filter;
  RutterMarkList     *marks;
  gboolean            is_worded;  /* marks bear their detail */
  RutterSheet        *sheet;
  RutterFilter        all_layers; /* the filter but for its layers; owns nothing */
  RutterVerdict      *verdicts;   /* of each row, once it was judged */
  guint8             *is_judged;
  GArray             *stops;      /* scratch */
} RutterPictureMaker;

void  rutter_picture_maker_init         (RutterPictureMaker  *self,
                                         RutterRecords       *records,
                                         const RutterFilter  *filter,
                                         RutterMarkList      *marks,
                                         gboolean             is_worded);
void  rutter_picture_maker_clear        (RutterPictureMaker  *self);

/* The verdict whatever layers are on. */
const RutterVerdict *
      rutter_picture_maker_judge        (RutterPictureMaker  *self,
                                         guint                index);
/* A mark with all that an object gives to every mark of it; `layer` is the first of the object's
 * layers that is on. Shape, symbol, points, box and detail are the caller's.
 */
void  rutter_picture_maker_init_mark    (RutterPictureMaker  *self,
                                         guint                index,
                                         RutterMark          *mark);
/* Puts a mark where a row has its point. */
void  rutter_picture_maker_put_at       (RutterPictureMaker  *self,
                                         guint                index,
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
                                         const char          *uid);

void  rutter_picture_maker_add_flows    (RutterPictureMaker  *self,
                                         GArray              *rows);
void  rutter_picture_maker_add_route    (RutterPictureMaker  *self,
                                         guint                index);
void  rutter_picture_maker_add_passage  (RutterPictureMaker  *self,
                                         guint                index);
void  rutter_picture_maker_add_vessel   (RutterPictureMaker  *self,
                                         guint                index);

G_END_DECLS
