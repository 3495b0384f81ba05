/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-session.h"

#include "rutter-details-maker.h"
#include "rutter-ground-loader.h"
#include "rutter-legend-keeper.h"
#include "rutter-paths.h"
#include "rutter-picture-keeper.h"
#include "rutter-recent-files.h"

#include <glib/gi18n-lib.h>

struct _RutterSession
{
  GObject        parent_instance;

  GSettings     *settings; /* NULL: nothing is kept */
  RutterChoices *choices;
  RutterMapView *map;      /* weak */
  RutterLegendKeeper *legend; /* of the map */
  RutterRecords *records;
  RutterPictureKeeper *picture;
  char          *path;
  char          *wanted_path; /* while a catalogue is being opened */
  GCancellable  *cancellable;
  GCancellable  *opening;  /* ends what is being opened; else NULL */
  RutterOpeningKind kind;  /* of what is being opened or was last */
  RutterProgress *progress;
  char          *busy;     /* what is being done, until its picture is there; else NULL */

  gboolean       is_read_only;
  gboolean       has_newer_starter;
  gboolean       has_news;
  gboolean       is_loading_ground;
  gboolean       is_opening;
};

enum
{
  PICTURE_CHANGED,
  RECORDS_CHANGED,
  BUSY_CHANGED,
  OPENED,
  FAILED,
  WARNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterSession, rutter_session, G_TYPE_OBJECT)

/* Eats @busy. */
static void
set_busy (RutterSession *self,
          char          *busy)
{
  if (self->busy == NULL && busy == NULL)
    return;

  g_free (self->busy);
  self->busy = busy;
  g_signal_emit (self, signals[BUSY_CHANGED], 0);
}

static void
on_picture_changed_cb (RutterSession *self)
{
  if (!self->is_opening && rutter_picture_keeper_is_settled (self->picture))
    set_busy (self, NULL);
  g_signal_emit (self, signals[PICTURE_CHANGED], 0);
}

/* What the user stopped is no failure, but a window that shows nothing yet has to say something. */
static void
fail (RutterSession *self,
      const GError  *error)
{
  g_autofree char *path = g_steal_pointer (&self->wanted_path);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *stopped = g_strdup_printf (_("Opening “%s” was stopped."), name);
  gboolean is_stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  set_busy (self, NULL);
  if (!is_stopped || self->path == NULL)
    g_signal_emit (self, signals[FAILED], 0, is_stopped ? stopped : error->message);
}

static void
on_opened_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  RutterSession *self = RUTTER_SESSION (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterOpening) opening = rutter_opening_run_finish (self, result, &error);

  self->is_opening = FALSE;
  g_clear_object (&self->opening);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (opening == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_pointer (&self->wanted_path, g_free);
  g_clear_pointer (&self->records, rutter_records_unref);
  self->records = g_steal_pointer (&opening->records);
  g_free (self->path);
  self->path = g_steal_pointer (&opening->path);
  self->is_read_only = opening->is_read_only;
  self->has_newer_starter = opening->has_newer_starter;
  self->has_news = opening->is_news;
  if (!self->is_read_only)
    rutter_recent_files_add_own (self->settings, self->path);
  rutter_choices_set_records (self->choices, self->records);
  rutter_picture_keeper_set_records (self->picture, self->records);
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
  g_cancellable_cancel (self->opening);
  if (self->legend != NULL)
    g_object_run_dispose (G_OBJECT (self->legend));
  g_clear_object (&self->legend);
  if (self->picture != NULL)
    g_object_run_dispose (G_OBJECT (self->picture));
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
  g_clear_object (&self->opening);
  g_clear_pointer (&self->progress, rutter_progress_unref);
  g_clear_pointer (&self->busy, g_free);
  g_clear_object (&self->picture);
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
  signals[RECORDS_CHANGED] = g_signal_new ("records-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BUSY_CHANGED] =
    g_signal_new ("busy-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
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
  self->picture = rutter_picture_keeper_new (self->choices);
  g_signal_connect_object (self->picture, "changed", G_CALLBACK (on_picture_changed_cb), self,
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
  rutter_picture_keeper_attach_map (self->picture, map);
  self->legend = rutter_legend_keeper_new (self, map, self->settings);
  self->is_loading_ground = TRUE;
  rutter_ground_load_async (self, self->cancellable, on_ground_loaded_cb, NULL);
}

/* @path: (nullable): only for %RUTTER_OPENING_FILE */
void
rutter_session_open (RutterSession     *self,
                     RutterOpeningKind  kind,
                     const char        *path)
{
  g_return_if_fail (RUTTER_IS_SESSION (self));

  if (self->is_opening)
    return;

  if (kind == RUTTER_OPENING_FILE && rutter_recent_files_has_own (self->settings, path))
    kind = RUTTER_OPENING_OWN_FILE;
  self->is_opening = TRUE;
  self->kind = kind;
  self->wanted_path = path != NULL ? g_strdup (path) : rutter_paths_get_own ();
  self->opening = g_cancellable_new ();
  g_clear_pointer (&self->progress, rutter_progress_unref);
  self->progress = rutter_progress_new ();
  rutter_opening_run_async (self, kind, path, self->path, self->progress, self->opening,
                            on_opened_cb, NULL);
  set_busy (self, rutter_opening_describe (kind, path));
}

/* Returns: (nullable): a catalogue is being opened or copied, and its first picture made: what is
 * being done, for the user
 */
const char *
rutter_session_get_busy (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), NULL);

  return self->busy;
}

/* Returns: 0..1, or -1 where it is not known */
double
rutter_session_get_fraction (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), -1);

  return self->progress != NULL ? rutter_progress_get_fraction (self->progress) : -1;
}

gboolean
rutter_session_can_stop (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), FALSE);

  return self->is_opening && rutter_opening_can_cancel (self->kind);
}

void
rutter_session_stop (RutterSession *self)
{
  g_return_if_fail (RUTTER_IS_SESSION (self));

  if (rutter_session_can_stop (self))
    g_cancellable_cancel (self->opening);
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

/* Eats @records. Those of a catalogue that is no longer shown are dropped. */
void
rutter_session_take_records (RutterSession *self,
                             const char    *path,
                             RutterRecords *records)
{
  if (self->is_opening || g_strcmp0 (path, self->path) != 0)
    {
      rutter_records_unref (records);
      return;
    }
  rutter_records_unref (self->records);
  self->records = records;
  rutter_picture_keeper_set_records (self->picture, records);
  g_signal_emit (self, signals[RECORDS_CHANGED], 0);
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

/* Whether the sentence that “opened” came with only says that something was done as asked. */
gboolean
rutter_session_has_news (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), FALSE);

  return self->has_news;
}

/* Returns: (nullable) (transfer none): what the map shows; NULL before the first */
RutterPicture *
rutter_session_get_picture (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), NULL);

  return rutter_picture_keeper_get_picture (self->picture);
}

/* Whether nothing is under way in a worker. */
gboolean
rutter_session_is_settled (RutterSession *self)
{
  g_return_val_if_fail (RUTTER_IS_SESSION (self), TRUE);

  return !self->is_loading_ground && !self->is_opening &&
         rutter_picture_keeper_is_settled (self->picture) &&
         (self->legend == NULL || rutter_legend_keeper_is_settled (self->legend));
}

/* Where the picture has an object: its first mark's box. */
gboolean
rutter_session_find_box (RutterSession *self,
                         const char    *uid,
                         RutterBox     *box)
{
  RutterPicture *picture;
  guint n_marks;

  g_return_val_if_fail (RUTTER_IS_SESSION (self), FALSE);

  picture = rutter_picture_keeper_get_picture (self->picture);
  n_marks = picture != NULL ? rutter_picture_get_n_marks (picture) : 0;
  for (guint i = 0; i < n_marks; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);

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
