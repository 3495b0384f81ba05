/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-session.h"

#include "rutter-details-maker.h"
#include "rutter-ground-loader.h"
#include "rutter-paths.h"
#include "rutter-picture-maker.h"
#include "rutter-recent-files.h"

/* After the map came to rest for this long, counts and legend are made anew. */
#define LEGEND_DELAY_MS 150

struct _RutterSession
{
  GObject        parent_instance;

  GSettings     *settings; /* NULL: nothing is kept */
  RutterChoices *choices;
  RutterMapView *map;      /* weak */
  RutterRecords *records;
  RutterPicture *picture;
  char          *path;
  char          *wanted_path; /* while a catalogue is being opened */
  GCancellable  *cancellable;

  gboolean       is_read_only;
  gboolean       has_newer_starter;
  gboolean       is_loading_ground;
  gboolean       is_opening;
  gboolean       is_making;
  gboolean       make_again;
  gboolean       is_counting;
  gboolean       count_again;
  guint          count_id;
};

typedef struct
{
  RutterOpeningKind  kind;
  char              *path;
  char              *present; /* what was open before; for copies */
} OpenJob;

enum
{
  PICTURE_CHANGED,
  OPENED,
  FAILED,
  WARNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterSession, rutter_session, G_TYPE_OBJECT)

static void start_picture (RutterSession *self);
static void start_legend  (RutterSession *self);

static void
on_legend_made_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  RutterSession *self = RUTTER_SESSION (object);
  g_autoptr(RutterLegend) legend = rutter_legend_make_finish (self, result, NULL);

  self->is_counting = FALSE;
  if (legend == NULL)
    return;

  rutter_choices_show_legend (self->choices, legend);
  if (self->count_again)
    start_legend (self);
}

static void
start_legend (RutterSession *self)
{
  RutterView view;

  self->count_again = self->is_counting;
  if (self->is_counting || self->picture == NULL || self->map == NULL)
    return;

  view = rutter_map_view_get_view (self->map);
  if (view.width <= 0 || view.height <= 0)
    return;

  self->is_counting = TRUE;
  rutter_legend_make_async (self, self->records, self->picture, &view, self->cancellable,
                            on_legend_made_cb, NULL);
}

static gboolean
on_view_settled_cb (gpointer user_data)
{
  RutterSession *self = user_data;
  RutterView view;
  RutterLonLat centre;

  self->count_id = 0;
  if (self->map == NULL)
    return G_SOURCE_REMOVE;

  start_legend (self);
  view = rutter_map_view_get_view (self->map);
  centre = rutter_mercator_unproject (view.centre);
  if (self->settings != NULL && view.width > 0)
    g_settings_set (self->settings, "camera", "(ddd)", centre.lon, centre.lat, view.zoom);

  return G_SOURCE_REMOVE;
}

static void
on_view_changed_cb (RutterSession *self)
{
  g_clear_handle_id (&self->count_id, g_source_remove);
  self->count_id = g_timeout_add (LEGEND_DELAY_MS, on_view_settled_cb, self);
}

static void
on_picture_made_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  RutterSession *self = RUTTER_SESSION (object);
  g_autoptr(RutterPictureResult) made = rutter_picture_make_finish (self, result, NULL);

  self->is_making = FALSE;
  if (made == NULL)
    return;

  g_clear_pointer (&self->picture, rutter_picture_unref);
  self->picture = rutter_picture_ref (made->picture);
  if (self->map != NULL)
    rutter_map_view_take_picture (self->map, g_steal_pointer (&made->picture),
                                  g_steal_pointer (&made->picker));
  g_signal_emit (self, signals[PICTURE_CHANGED], 0);
  start_legend (self);

  if (self->make_again)
    start_picture (self);
}

/* One picture at a time; a choice that changes meanwhile asks for one more. */
static void
start_picture (RutterSession *self)
{
  RutterFilter filter;

  self->make_again = self->is_making;
  if (self->is_making || self->records == NULL)
    return;

  self->is_making = TRUE;
  rutter_choices_fill_filter (self->choices, &filter);
  rutter_picture_make_async (self, self->records, &filter, self->cancellable,
                             on_picture_made_cb, NULL);
  rutter_filter_clear (&filter);
}

static void
free_open_job (gpointer data)
{
  OpenJob *job = data;

  g_free (job->path);
  g_free (job->present);
  g_free (job);
}

/* Worker thread. */
static void
open_catalog (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  OpenJob *job = task_data;
  GError *error = NULL;
  RutterOpening *opening = rutter_opening_new (job->kind, job->path, job->present, &error);

  if (opening != NULL)
    g_task_return_pointer (task, opening, (GDestroyNotify)rutter_opening_free);
  else
    g_task_return_error (task, error);
}

static void
on_opened_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  RutterSession *self = RUTTER_SESSION (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterOpening) opening = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_opening = FALSE;
  g_clear_pointer (&self->wanted_path, g_free);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (opening == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  g_clear_pointer (&self->records, rutter_records_unref);
  self->records = g_steal_pointer (&opening->records);
  g_free (self->path);
  self->path = g_steal_pointer (&opening->path);
  self->is_read_only = opening->is_read_only;
  self->has_newer_starter = opening->has_newer_starter;
  if (!self->is_read_only)
    rutter_recent_files_add_own (self->settings, self->path);
  rutter_choices_set_records (self->choices, self->records);
  start_picture (self);
  g_signal_emit (self, signals[OPENED], 0, opening->notice);
}

static void
on_ground_loaded_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  RutterSession *self = RUTTER_SESSION (object);
  g_autoptr(RutterGroundData) data = rutter_ground_load_finish (self, result, NULL);

  self->is_loading_ground = FALSE;
  if (data == NULL || self->map == NULL)
    return;

  rutter_map_view_set_basemap (self->map, data->basemap);
  rutter_map_view_set_names (self->map, data->names);
  if (data->problem != NULL)
    g_signal_emit (self, signals[WARNED], 0, data->problem);
}

static void
rutter_session_dispose (GObject *object)
{
  RutterSession *self = RUTTER_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_weak_pointer (&self->map);

  G_OBJECT_CLASS (rutter_session_parent_class)->dispose (object);
}

static void
rutter_session_finalize (GObject *object)
{
  RutterSession *self = RUTTER_SESSION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->choices);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->picture, rutter_picture_unref);
  g_clear_pointer (&self->records, rutter_records_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->wanted_path, g_free);

  G_OBJECT_CLASS (rutter_session_parent_class)->finalize (object);
}

static void
rutter_session_class_init (RutterSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_session_dispose;
  object_class->finalize = rutter_session_finalize;

  signals[PICTURE_CHANGED] =
    g_signal_new ("picture-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WARNED] = g_signal_new ("warned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rutter_session_init (RutterSession *self)
{
  self->cancellable = g_cancellable_new ();
}

/* @settings: (nullable) */
RutterSession *
rutter_session_new (GSettings *settings)
{
  RutterSession *self = g_object_new (RUTTER_TYPE_SESSION, NULL);

  g_set_object (&self->settings, settings);
  self->choices = rutter_choices_new (settings);
  g_signal_connect_object (self->choices, "changed", G_CALLBACK (start_picture), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/* Gives the map its ground now, its picture when a catalogue is open, and follows its camera. */
void
rutter_session_attach_map (RutterSession *self,
                           RutterMapView *map)
{
  g_return_if_fail (RUTTER_IS_SESSION (self));
  g_return_if_fail (self->map == NULL);

  g_set_weak_pointer (&self->map, map);
  g_signal_connect_object (map, "view-changed", G_CALLBACK (on_view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->is_loading_ground = TRUE;
  rutter_ground_load_async (self, self->cancellable, on_ground_loaded_cb, NULL);
}

/* @path: (nullable): only for %RUTTER_OPENING_FILE */
void
rutter_session_open (RutterSession     *self,
                     RutterOpeningKind  kind,
                     const char        *path)
{
  g_autoptr(GTask) task = NULL;
  OpenJob *job;

  g_return_if_fail (RUTTER_IS_SESSION (self));

  if (self->is_opening)
    return;

  job = g_new0 (OpenJob, 1);
  job->kind = kind;
  job->path = g_strdup (path);
  job->present = g_strdup (self->path);
  if (kind == RUTTER_OPENING_FILE && rutter_recent_files_has_own (self->settings, path))
    job->kind = RUTTER_OPENING_OWN_FILE;
  self->is_opening = TRUE;
  self->wanted_path = path != NULL ? g_strdup (path) : rutter_paths_get_own ();
  task = g_task_new (self, self->cancellable, on_opened_cb, NULL);
  g_task_set_source_tag (task, rutter_session_open);
  g_task_set_task_data (task, job, free_open_job);
  g_task_run_in_thread (task, open_catalog);
}

RutterChoices *
rutter_session_get_choices (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), NULL);

  return self->choices;
}

/* Returns: (nullable): NULL while no catalogue is open */
const char *
rutter_session_get_path (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), NULL);

  return self->path;
}

/* Returns: (nullable): the catalogue that is being opened, else the one that is open */
const char *
rutter_session_get_wanted_path (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), NULL);

  return self->wanted_path != NULL ? self->wanted_path : self->path;
}

/* Returns: (nullable) (transfer none): NULL while no catalogue is open */
RutterRecords *
rutter_session_get_records (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), NULL);

  return self->records;
}

gboolean
rutter_session_is_read_only (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), TRUE);

  return self->is_read_only;
}

/* Whether the user is to be asked about the starter that came with this program. */
gboolean
rutter_session_has_newer_starter (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), FALSE);

  return self->has_newer_starter;
}

/* Returns: (nullable) (transfer none): what the map shows; NULL before the first */
RutterPicture *
rutter_session_get_picture (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), NULL);

  return self->picture;
}

/* Whether nothing is under way in a worker. */
gboolean
rutter_session_is_settled (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), TRUE);

  return !self->is_loading_ground && !self->is_opening && !self->is_making &&
         !self->is_counting && self->count_id == 0;
}

/* Where the picture has an object: its first mark's box. */
gboolean
rutter_session_find_box (RutterSession *self,
                         const char    *uid,
                         RutterBox     *box)
{
  guint n_marks;

  g_return_val_if_fail (RUTTER_IS_SESSION (self), FALSE);

  n_marks = self->picture != NULL ? rutter_picture_get_n_marks (self->picture) : 0;
  for (guint i = 0; i < n_marks; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (self->picture, i);

      if (g_strcmp0 (mark->uid, uid) == 0)
        {
          *box = mark->box;
          return TRUE;
        }
    }

  return FALSE;
}

void
rutter_session_load_details_async (RutterSession       *self,
                                   const char          *uid,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  RutterFilter filter;

  g_return_if_fail (RUTTER_IS_SESSION (self));
  g_return_if_fail (self->records != NULL);

  rutter_choices_fill_filter (self->choices, &filter);
  rutter_details_maker_run_async (self, self->records, uid, &filter, cancellable, callback,
                                  user_data);
  rutter_filter_clear (&filter);
}

RutterDetails *
rutter_session_load_details_finish (RutterSession  *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  return rutter_details_maker_run_finish (self, result, error);
}
