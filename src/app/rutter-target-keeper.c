/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-keeper.h"

#define LIVE_PAGE "live"  /* untranslated */

struct _RutterTargetKeeper
{
  GObject             parent_instance;

  RutterTraffic      *traffic;
  RutterMatcher      *matcher;
  GtkStack           *lists;       /* weak */
  GtkRevealer        *revealer;    /* weak */
  RutterTargetPane   *pane;        /* of lists */
  GCancellable       *cancellable;
  gboolean            is_asking;
  gboolean            ask_again;   /* something else is wanted meanwhile */
  gboolean            wants_focus; /* it was opened and has no rows yet */
  guint               tick_id;
};

typedef struct
{
  RutterTargetFilter filter;
  RutterFleet       *fleet;
} Job;

typedef struct
{
  RutterTargetList   *list;
  RutterTargetColumn  order;
  gboolean            descending;
} Sorting;

G_DEFINE_FINAL_TYPE (RutterTargetKeeper, rutter_target_keeper, G_TYPE_OBJECT)

static void ask (RutterTargetKeeper *self);

static void
free_job (gpointer data)
{
  Job *job = data;

  rutter_fleet_unref (job->fleet);
  g_free (job);
}

static void
free_sorting (gpointer data)
{
  Sorting *sorting = data;

  rutter_target_list_unref (sorting->list);
  g_free (sorting);
}

static gboolean
is_shown (RutterTargetKeeper *self)
{
  return self->revealer != NULL && gtk_revealer_get_reveal_child (self->revealer) &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->lists), LIVE_PAGE) == 0;
}

static void
finish_asking (RutterTargetKeeper *self)
{
  self->is_asking = FALSE;
  if (self->ask_again)
    ask (self);
}

/* On the traffic's thread. */
static gpointer
copy_list (RutterTargetTable *table,
           gpointer           data)
{
  Job *job = data;

  return rutter_target_list_new (table, &job->filter, job->fleet);
}

/* Worker thread. */
static void
sort_list (GTask        *task,
           gpointer      source_object,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Sorting *sorting = task_data;

  rutter_target_list_sort (sorting->list, sorting->order, sorting->descending);
  g_task_return_boolean (task, TRUE);
}

static void
on_sorted_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  RutterTargetKeeper *self = RUTTER_TARGET_KEEPER (object);
  Sorting *sorting = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self->revealer == NULL)
    return;

  rutter_target_pane_set_list (self->pane, sorting->list);
  if (self->wants_focus && is_shown (self))
    rutter_target_pane_focus_rows (self->pane);
  self->wants_focus = FALSE;
  finish_asking (self);
}

static void
on_list_copied_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(RutterTargetKeeper) self = user_data;
  RutterTargetList *list = rutter_traffic_run_finish (RUTTER_TRAFFIC (object), result, NULL);
  g_autoptr(GTask) task = NULL;
  Sorting *sorting;

  if (list == NULL || self->revealer == NULL)
    {
      rutter_target_list_unref (list);
      return;
    }

  sorting = g_new0 (Sorting, 1);
  sorting->list = list;
  sorting->order = rutter_target_pane_get_order (self->pane, &sorting->descending);
  task = g_task_new (self, self->cancellable, on_sorted_cb, NULL);
  g_task_set_source_tag (task, on_list_copied_cb);
  g_task_set_task_data (task, sorting, free_sorting);
  g_task_run_in_thread (task, sort_list);
}

static void
on_seen_found_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(RutterTargetKeeper) self = user_data;
  g_autoptr(GArray) targets = rutter_traffic_find_finish (RUTTER_TRAFFIC (object), result, NULL);

  if (targets == NULL || self->revealer == NULL)
    return;

  rutter_target_model_tell (rutter_target_pane_get_model (self->pane), targets);
  finish_asking (self);
}

static void
ask_for_seen (RutterTargetKeeper *self)
{
  g_autoptr(GArray) seen =
    rutter_target_model_list_seen (rutter_target_pane_get_model (self->pane));

  rutter_traffic_find_async (self->traffic, (const guint32 *)(gpointer)seen->data, seen->len,
                             self->cancellable, on_seen_found_cb, g_object_ref (self));
}

static void
ask_for_all (RutterTargetKeeper *self)
{
  RutterFleet *fleet = rutter_matcher_get_fleet (self->matcher);
  const char *words = rutter_target_pane_get_words (self->pane);
  Job *job = g_new0 (Job, 1);

  /* What is searched in the list takes the place of the name that the map goes by. */
  job->filter = *rutter_traffic_get_filter (self->traffic);
  if (*words != '\0')
    g_strlcpy (job->filter.name, words, sizeof job->filter.name);
  job->fleet = fleet != NULL ? rutter_fleet_ref (fleet) : NULL;
  rutter_traffic_run_async (self->traffic, copy_list, job, free_job,
                            (GDestroyNotify)rutter_target_list_unref, self->cancellable,
                            on_list_copied_cb, g_object_ref (self));
}

/* One question at a time; what changes meanwhile asks once more. */
static void
ask (RutterTargetKeeper *self)
{
  self->ask_again = self->is_asking;
  if (self->is_asking || !is_shown (self))
    return;

  self->is_asking = TRUE;
  if (rutter_target_pane_is_held (self->pane))
    ask_for_seen (self);
  else
    ask_for_all (self);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  RutterTargetKeeper *self = user_data;

  /* What takes longer than a second is asked for less often. */
  if (!self->is_asking)
    ask (self);

  return G_SOURCE_CONTINUE;
}

static void
on_shown_cb (RutterTargetKeeper *self)
{
  gboolean shown = is_shown (self);

  if (shown && self->tick_id == 0)
    {
      self->wants_focus = TRUE;
      self->tick_id = g_timeout_add_seconds (1, on_tick_cb, self);
      ask (self);
    }
  else if (!shown)
    {
      g_clear_handle_id (&self->tick_id, g_source_remove);
    }
}

static void
on_row_activated_cb (RutterTargetKeeper *self,
                     guint               mmsi)
{
  g_autofree char *uid = rutter_live_uid_new (mmsi);

  gtk_widget_activate_action (GTK_WIDGET (self->pane), "win.show-object", "s",
                              rutter_matcher_resolve (self->matcher, uid));
}

static void
rutter_target_keeper_dispose (GObject *object)
{
  RutterTargetKeeper *self = RUTTER_TARGET_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_weak_pointer (&self->lists);
  g_clear_weak_pointer (&self->revealer);
  g_clear_object (&self->traffic);
  g_clear_object (&self->matcher);

  G_OBJECT_CLASS (rutter_target_keeper_parent_class)->dispose (object);
}

static void
rutter_target_keeper_finalize (GObject *object)
{
  g_object_unref (RUTTER_TARGET_KEEPER (object)->cancellable);

  G_OBJECT_CLASS (rutter_target_keeper_parent_class)->finalize (object);
}

static void
rutter_target_keeper_class_init (RutterTargetKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_target_keeper_dispose;
  object_class->finalize = rutter_target_keeper_finalize;
}

static void
rutter_target_keeper_init (RutterTargetKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

RutterTargetKeeper *
rutter_target_keeper_new (RutterTraffic *traffic,
                          RutterMatcher *matcher,
                          GtkStack      *lists,
                          GtkRevealer   *revealer)
{
  RutterTargetKeeper *self = g_object_new (RUTTER_TYPE_TARGET_KEEPER, NULL);

  self->traffic = g_object_ref (traffic);
  self->matcher = g_object_ref (matcher);
  g_set_weak_pointer (&self->lists, lists);
  g_set_weak_pointer (&self->revealer, revealer);
  self->pane = RUTTER_TARGET_PANE (rutter_target_pane_new ());
  gtk_stack_add_named (lists, GTK_WIDGET (self->pane), LIVE_PAGE);

  g_signal_connect_object (lists, "notify::visible-child", G_CALLBACK (on_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (revealer, "notify::reveal-child", G_CALLBACK (on_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "wanted-changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "row-activated", G_CALLBACK (on_row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
rutter_target_keeper_set_feeds (RutterTargetKeeper *self,
                                GListModel         *feeds)
{
  g_return_if_fail (RUTTER_IS_TARGET_KEEPER (self));

  rutter_target_model_set_feeds (rutter_target_pane_get_model (self->pane), feeds);
}
