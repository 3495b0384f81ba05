/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is written beside some points of a point set, and the ways that they came: made by one
 * thread for what a view shows, then read by any. Never changed.
 */
typedef struct
{
  guint32   x, y;       /* of the world square in 1/2^32 */
  gboolean  after_gap;  /* it is not known how it came here from the fix before */
} RutterPointFix;

typedef struct
{
  guint32               id;      /* of the point */
  const char           *name;    /* empty without one */
  guint                 n_fixes; /* oldest first; 0: its way is not told */
  const RutterPointFix *fixes;
} RutterPointCaption;

typedef struct _RutterPointCaptions RutterPointCaptions;
typedef struct _RutterPointCaptionsBuilder RutterPointCaptionsBuilder;

RutterPointCaptionsBuilder *
      rutter_point_captions_builder_new      (void);
void  rutter_point_captions_builder_add      (RutterPointCaptionsBuilder *self,
                                              guint32                     id,
                                              const char                 *name);
/* Of the one that was added last. */
void  rutter_point_captions_builder_add_fix  (RutterPointCaptionsBuilder *self,
                                              const RutterPointFix       *fix);
/* Eats the builder. */
RutterPointCaptions *
      rutter_point_captions_builder_end      (RutterPointCaptionsBuilder *self);

RutterPointCaptions *
      rutter_point_captions_ref              (RutterPointCaptions        *self);
void  rutter_point_captions_unref            (RutterPointCaptions        *self);
const RutterPointCaption *
      rutter_point_captions_find             (const RutterPointCaptions  *self,
                                              guint32                     id);
const RutterPointCaption *
      rutter_point_captions_get              (const RutterPointCaptions  *self,
                                              guint                      *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPointCaptions, rutter_point_captions_unref)

G_END_DECLS
