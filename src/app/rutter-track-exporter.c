/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-track-exporter.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>

/* A target as it was, with its track. */
typedef struct
{
  RutterTarget  target;
  GArray       *points;
} Copy;

typedef struct
{
  guint32            mmsi;
  char              *feed, *path;
  RutterTrackFormat  format;
  Copy              *copy;
} Job;

static void
free_copy (gpointer data)
{
  Copy *copy = data;

  if (copy == NULL)
    return;

  g_array_unref (copy->points);
  g_free (copy);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  free_copy (job->copy);
  g_free (job->feed);
  g_free (job->path);
  g_free (job);
}

/* On the traffic's thread. */
static gpointer
copy_target (RutterTargetTable *table,
             gpointer           data)
{
  guint32 mmsi = GPOINTER_TO_UINT (data);
  const RutterTarget *target = rutter_target_table_find (table, mmsi);
  Copy *copy;

  if (target == NULL)
    return NULL;

  copy = g_new (Copy, 1);
  copy->target = *target;
  copy->points = rutter_track_list (rutter_target_table_find_track (table, mmsi));
  return copy;
}

/* Worker thread. */
static void
write_file (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *text = rutter_track_write (job->format, &job->copy->target, job->feed,
                                              job->copy->points);
  g_autofree char *name = g_path_get_basename (job->path);
  g_autoptr(GError) error = NULL;

  if (g_file_set_contents_full (job->path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0666, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                             _("The track was not written to “%s”: %s. Choose another place."),
                             name, error->message);
}

static void
on_copied_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->copy = rutter_traffic_run_finish (RUTTER_TRAFFIC (object), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->copy == NULL || job->copy->points->len == 0)
    {
      g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                               _("No position of the MMSI %09u was heard in the last hour that it "
                                 "was heard: there is no track to export."), job->mmsi);
      return;
    }

  g_task_run_in_thread (task, write_file);
}

/**
 * rutter_track_exporter_run_async:
 * @feed: the title of what heard it
 *
 * Fails with %RUTTER_ERROR_NOT_FOUND when there is no track, with %RUTTER_ERROR_WRITE when the file
 * cannot be written.
 */
void
rutter_track_exporter_run_async (RutterTraffic       *traffic,
                                 guint32              mmsi,
                                 const char          *feed,
                                 RutterTrackFormat    format,
                                 const char          *path,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (traffic, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->mmsi = mmsi;
  job->feed = g_strdup (feed);
  job->path = g_strdup (path);
  job->format = format;
  g_task_set_source_tag (task, rutter_track_exporter_run_async);
  g_task_set_task_data (task, job, free_job);
  rutter_traffic_run_async (traffic, copy_target, GUINT_TO_POINTER (mmsi), NULL, free_copy,
                            cancellable, on_copied_cb, task);
}

gboolean
rutter_track_exporter_run_finish (RutterTraffic  *traffic,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, traffic), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

GtkNativeDialog *
rutter_track_exporter_create_dialog (GtkWindow         *parent,
                                     guint32            mmsi,
                                     RutterTrackFormat  format)
{
  static const char *const names[RUTTER_N_TRACK_FORMAT] = {
    [RUTTER_TRACK_GPX] = N_("GPX, for chart plotters and GIS"),
    [RUTTER_TRACK_CSV] = N_("CSV, for tables"),
    [RUTTER_TRACK_GEOJSON] = N_("GeoJSON, for maps"),
  };
  const char *suffix = rutter_track_format_get_suffix (format);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Export the Track"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Save"), NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  /* Translators: the name of a file: a target's number, then the ending that says the format. */
  g_autofree char *name = g_strdup_printf (C_("file name", "MMSI-%09u%s"), mmsi, suffix);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_filter_set_name (filter, _(names[format]));
  gtk_file_filter_add_suffix (filter, suffix + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  return GTK_NATIVE_DIALOG (dialog);
}
