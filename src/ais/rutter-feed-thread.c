/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-thread.h"

struct _RutterFeedThread
{
  gatomicrefcount  n_refs;
  GMainContext    *home;
  GMainContext    *context;
  GThread         *thread;    /* of the home; NULL until it is started, and when it has ended */
  gboolean         is_over;   /* of the thread */

  GMutex           lock;
  gboolean         is_gone;
};

static void
attach (GMainContext   *context,
        GSourceFunc     func,
        gpointer        data,
        GDestroyNotify  destroy)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, context);
}

static gboolean
on_over_cb (gpointer data)
{
  ((RutterFeedThread *)data)->is_over = TRUE;

  return G_SOURCE_REMOVE;
}

static gpointer
run_thread (gpointer data)
{
  RutterFeedThread *self = data;

  g_main_context_push_thread_default (self->context);
  while (!self->is_over)
    g_main_context_iteration (self->context, TRUE);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

RutterFeedThread *
rutter_feed_thread_new (void)
{
  RutterFeedThread *self = g_new0 (RutterFeedThread, 1);

  g_atomic_ref_count_init (&self->n_refs);
  g_mutex_init (&self->lock);
  self->home = g_main_context_ref_thread_default ();
  self->context = g_main_context_new ();
  return self;
}

RutterFeedThread *
rutter_feed_thread_ref (RutterFeedThread *self)
{
  g_atomic_ref_count_inc (&self->n_refs);

  return self;
}

/* On any thread; it must have ended before the last. */
void
rutter_feed_thread_unref (RutterFeedThread *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_main_context_unref (self->context);
  g_main_context_unref (self->home);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* What was to be run before it starts is run then. */
void
rutter_feed_thread_start (RutterFeedThread *self)
{
  if (self->thread == NULL && !self->is_gone)
    self->thread = g_thread_new ("rutter-feed", run_thread, self);
}

/* Waits until what was to be run by now has run; what comes later is let go. */
void
rutter_feed_thread_end (RutterFeedThread *self)
{
  g_mutex_lock (&self->lock);
  if (!self->is_gone)
    attach (self->context, on_over_cb, self, NULL);
  self->is_gone = TRUE;
  g_mutex_unlock (&self->lock);

  g_clear_pointer (&self->thread, g_thread_join);
}

/* On the home alone. */
gboolean
rutter_feed_thread_has_ended (RutterFeedThread *self)
{
  return self->is_gone;
}

GMainContext *
rutter_feed_thread_get_context (RutterFeedThread *self)
{
  return self->context;
}

/* Never at once. @data is destroyed after it, or instead. */
void
rutter_feed_thread_run (RutterFeedThread *self,
                        GSourceFunc       func,
                        gpointer          data,
                        GDestroyNotify    destroy)
{
  gboolean is_gone;

  g_mutex_lock (&self->lock);
  is_gone = self->is_gone;
  if (!is_gone)
    attach (self->context, func, data, destroy);
  g_mutex_unlock (&self->lock);

  if (is_gone && destroy != NULL)
    destroy (data);
}

void
rutter_feed_thread_run_at_home (RutterFeedThread *self,
                                GSourceFunc       func,
                                gpointer          data,
                                GDestroyNotify    destroy)
{
  attach (self->home, func, data, destroy);
}
