/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A thread with a main context of its own, and the way back to the thread that made it, its home,
 * which starts and ends it.
 */
typedef struct _RutterFeedThread RutterFeedThread;

RutterFeedThread *rutter_feed_thread_new          (void);
RutterFeedThread *rutter_feed_thread_ref          (RutterFeedThread  *self);
void              rutter_feed_thread_unref        (RutterFeedThread  *self);
void              rutter_feed_thread_start        (RutterFeedThread  *self);
void              rutter_feed_thread_end          (RutterFeedThread  *self);
gboolean          rutter_feed_thread_has_ended    (RutterFeedThread  *self);
GMainContext     *rutter_feed_thread_get_context  (RutterFeedThread  *self);
void              rutter_feed_thread_run          (RutterFeedThread  *self,
                                                   GSourceFunc        func,
                                                   gpointer           data,
                                                   GDestroyNotify     destroy);
void              rutter_feed_thread_run_at_home  (RutterFeedThread  *self,
                                                   GSourceFunc        func,
                                                   gpointer           data,
                                                   GDestroyNotify     destroy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterFeedThread, rutter_feed_thread_unref)

G_END_DECLS
