/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Terms in the order of their bytes, each with the numbers of the texts it stands in: added to,
 * then sealed, then only read (by any thread).
 */
typedef struct _RutterTermList RutterTermList;

/* Called with the texts of one term, in the order in which they were added. */
typedef void (*RutterTermFunc) (const guint32  *texts,
                                guint           n_texts,
                                gpointer        user_data);

RutterTermList *rutter_term_list_new             (void);
void            rutter_term_list_free            (RutterTermList  *self);
void            rutter_term_list_add             (RutterTermList  *self,
                                                  const char      *term,
                                                  gsize            length,
                                                  guint32          text);
void            rutter_term_list_seal            (RutterTermList  *self);
guint           rutter_term_list_get_n_terms     (RutterTermList  *self);
void            rutter_term_list_foreach_exact   (RutterTermList  *self,
                                                  const char      *term,
                                                  RutterTermFunc   func,
                                                  gpointer         user_data);
void            rutter_term_list_foreach_prefix  (RutterTermList  *self,
                                                  const char      *prefix,
                                                  RutterTermFunc   func,
                                                  gpointer         user_data);
void            rutter_term_list_foreach_near    (RutterTermList  *self,
                                                  const char      *term,
                                                  RutterTermFunc   func,
                                                  gpointer         user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTermList, rutter_term_list_free)

G_END_DECLS
