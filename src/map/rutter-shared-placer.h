/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-placer.h"

G_BEGIN_DECLS

/* A placer that outlives the painters, so that names stay where they are from one painting to the
 * next, whatever changed between. Reference-counted; workers borrow it one at a time.
 */
typedef struct _RutterSharedPlacer RutterSharedPlacer;

RutterSharedPlacer *rutter_shared_placer_new     (void);
RutterSharedPlacer *rutter_shared_placer_ref     (RutterSharedPlacer *self);
void                rutter_shared_placer_unref   (RutterSharedPlacer *self);
RutterPlacer       *rutter_shared_placer_borrow  (RutterSharedPlacer *self);
void                rutter_shared_placer_return  (RutterSharedPlacer *self);
/* Where its texts stood when it was returned last, in pixels of a view: boxes (RutterBox) that
 * whoever writes above them keeps off. From any thread.
 */
GArray             *rutter_shared_placer_list_taken
                                                 (RutterSharedPlacer *self,
                                                  const RutterView   *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSharedPlacer, rutter_shared_placer_unref)

G_END_DECLS
