/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-time-keeper.h"

#include "rutter-histogram.h"

/* A window that is dragged or played is written when it has come to rest for this long. */
#define SAVE_DELAY_MS 500

struct _RutterTimeKeeper
{
  GObject           parent_instance;

  RutterSession    *session;
  GSettings        *settings;   /* NULL: nothing is kept */
  RutterTimeWindow *window;
  GCancellable     *cancellable;
  RutterRecords    *records;    /* what was counted last, and for which choice */
  char             *counted;
  gboolean          is_counting;
  gboolean          count_again;
  guint             save_id;
};

typedef struct
{
  RutterRecords *records;
  RutterFilter   filter;
} Job;

G_DEFINE_FINAL_TYPE (RutterTimeKeeper, rutter_time_keeper, G_TYPE_OBJECT)

static void start_counting (RutterTimeKeeper *self);

static void
free_job (gpointer data)
{
  Job *job = data;

  rutter_records_unref (job->records);
  rutter_filter_clear (&job->filter);
  g_free (job);
}

/* Worker thread. */
static void
count (GTask        *task,
       gpointer      source_object,
       gpointer      task_data,
       GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task, rutter_histogram_new (job->records, &job->filter),
                         (GDestroyNotify)rutter_time_series_unref);
}

static void
on_counted_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  RutterTimeKeeper *self = RUTTER_TIME_KEEPER (object);
  g_autoptr(RutterTimeSeries) series = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_counting = FALSE;
  if (series == NULL)
    return;

  rutter_time_window_set_series (self->window, series);
  if (self->count_again)
    start_counting (self);
}

/* What the bars depend on: layers and actors, not the window. */
static char *
describe_choice (const RutterFilter *filter)
{
  g_autofree char *actors = g_strjoinv (",", filter->actors);

  return g_strdup_printf ("%x %s", filter->layers, actors);
}

/* One count at a time; a choice that changes meanwhile asks for one more. */
static void
start_counting (RutterTimeKeeper *self)
{
  RutterRecords *records = rutter_session_get_records (self->session);
  g_autoptr(GTask) task = NULL;
  g_autofree char *choice = NULL;
  Job *job;

  self->count_again = self->is_counting;
  if (self->is_counting || records == NULL)
    return;

  job = g_new0 (Job, 1);
  job->records = rutter_records_ref (records);
  rutter_choices_fill_filter (rutter_session_get_choices (self->session), &job->filter);
  choice = describe_choice (&job->filter);
  if (records == self->records && g_strcmp0 (choice, self->counted) == 0)
    {
      free_job (job);
      return;
    }

  g_clear_pointer (&self->records, rutter_records_unref);
  self->records = rutter_records_ref (records);
  g_free (self->counted);
  self->counted = g_steal_pointer (&choice);
  self->is_counting = TRUE;
  task = g_task_new (self, self->cancellable, on_counted_cb, NULL);
  g_task_set_source_tag (task, start_counting);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, count);
}

static void
save (RutterTimeKeeper *self)
{
  g_autofree char *edtf =
    rutter_day_range_to_edtf (rutter_time_window_get_range (self->window));

  g_settings_set_string (self->settings, "time", edtf);
  g_settings_apply (self->settings);
}

static gboolean
on_rested_cb (gpointer user_data)
{
  RutterTimeKeeper *self = user_data;

  self->save_id = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
on_range_changed_cb (RutterTimeKeeper *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY_MS, on_rested_cb, self);
}

static void
restore (RutterTimeKeeper *self,
         RutterTimeline   *timeline)
{
  g_autofree char *edtf = g_settings_get_string (self->settings, "time");
  RutterDayRange range;

  /* What a person wrote into the settings may be no date; then all dates are shown. */
  if (rutter_day_range_from_edtf (edtf, &range, NULL))
    rutter_time_window_set_range (self->window, range);

  g_settings_bind (self->settings, "timeline", timeline, "expanded", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-speed", timeline, "speed", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-repeat", timeline, "loop", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->window, "range-changed", G_CALLBACK (on_range_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
rutter_time_keeper_dispose (GObject *object)
{
  RutterTimeKeeper *self = RUTTER_TIME_KEEPER (object);

  if (self->save_id != 0)
    save (self);
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->window);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->records, rutter_records_unref);

  G_OBJECT_CLASS (rutter_time_keeper_parent_class)->dispose (object);
}

static void
rutter_time_keeper_finalize (GObject *object)
{
  RutterTimeKeeper *self = RUTTER_TIME_KEEPER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->counted, g_free);

  G_OBJECT_CLASS (rutter_time_keeper_parent_class)->finalize (object);
}

static void
rutter_time_keeper_class_init (RutterTimeKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_time_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_time_keeper_finalize;
}

static void
rutter_time_keeper_init (RutterTimeKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

RutterTimeKeeper *
rutter_time_keeper_new (RutterSession  *session,
                        RutterTimeline *timeline,
                        GSettings      *settings)
{
  RutterTimeKeeper *self = g_object_new (RUTTER_TYPE_TIME_KEEPER, NULL);
  RutterChoices *choices = rutter_session_get_choices (session);

  g_set_object (&self->session, session);
  g_set_object (&self->settings, settings);
  self->window = g_object_ref (rutter_choices_get_time (choices));
  if (settings != NULL)
    restore (self, timeline);
  rutter_timeline_set_window (timeline, self->window);
  g_signal_connect_object (choices, "changed", G_CALLBACK (start_counting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (start_counting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "records-changed", G_CALLBACK (start_counting), self,
                           G_CONNECT_SWAPPED);
  start_counting (self);

  return self;
}

gboolean
rutter_time_keeper_is_settled (RutterTimeKeeper *self)
{
  g_return_val_if_fail (RUTTER_IS_TIME_KEEPER (self), TRUE);

  return !self->is_counting;
}
