/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"

G_BEGIN_DECLS

/* Marks while a picture is made: collected in any order, then ranked and put into drawing order.
 */
typedef struct _RutterMarkList RutterMarkList;

RutterMarkList *rutter_mark_list_new      (void);
void            rutter_mark_list_free     (RutterMarkList       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterMarkList, rutter_mark_list_free)

/* Room for so many, so that they need not be moved while they are added. */
void            rutter_mark_list_reserve  (RutterMarkList       *self,
                                           guint                 n_marks);
/* Copies the mark and its detail; uid, title, actor and points are borrowed, box and step are the
 * caller's. Marks are added by uid.
 */
void            rutter_mark_list_add      (RutterMarkList       *self,
                                           const RutterMark     *mark);
/* Copies points for a mark, and measures them. */
void            rutter_mark_list_keep_points (RutterMarkList    *self,
                                           const RutterPoint    *points,
                                           guint                 n_points,
                                           RutterMark           *mark);
/* The mark added last, NULL when there is none. */
const RutterMark *rutter_mark_list_get_last (RutterMarkList     *self);
/* The first of a shape, NULL when there is none. */
const RutterMark *rutter_mark_list_find   (RutterMarkList       *self,
                                           RutterShape           shape);
/* The marks in drawing order; the list goes on keeping their points. Nothing is added afterwards.
 * Returns: (transfer full) (element-type RutterMark)
 */
GArray         *rutter_mark_list_end      (RutterMarkList       *self,
                                           const RutterDescriber *describer);

G_END_DECLS
