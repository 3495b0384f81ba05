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

/* Copies the mark, its points and its texts. */
void            rutter_mark_list_add      (RutterMarkList       *self,
                                           const RutterMark     *mark);
/* The mark added last, NULL when there is none. */
const RutterMark *rutter_mark_list_get_last (RutterMarkList     *self);
void            rutter_mark_list_write    (RutterMarkList       *self,
                                           RutterPictureBuilder *builder);

G_END_DECLS
