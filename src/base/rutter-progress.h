/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far a piece of work has come: told by the thread that does it, read by the one that shows it.
 */
typedef struct _RutterProgress RutterProgress;

RutterProgress *rutter_progress_new           (void);
RutterProgress *rutter_progress_ref           (RutterProgress  *self);
void            rutter_progress_unref         (RutterProgress  *self);
/* @self: (nullable). A @total of 0 or less: how much there is to do is not known any more. */
void            rutter_progress_set           (RutterProgress  *self,
                                               gint64           done,
                                               gint64           total);
/* Returns: 0..1, or -1 where it is not known */
double          rutter_progress_get_fraction  (RutterProgress  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterProgress, rutter_progress_unref)

G_END_DECLS
