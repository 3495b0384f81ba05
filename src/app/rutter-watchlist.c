/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watchlist.h"

#include "rutter-error.h"
#include "rutter-paths.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gtk/gtk.h>

/* So many sentences stand in one message of the desktop; the rest is counted. */
#define MOST_SENTENCES 3

/* The desktop is told at most so often; what comes meanwhile is told together. */
#define TELL_EVERY_S 10

struct _RutterWatchlist
{
  GObject         parent_instance;

  GApplication   *application; /* borrowed; NULL: nothing is told on the desktop */
  RutterWatchman *watchman;
  GPtrArray      *untold;      /* notes that the desktop was not told of yet, the last ones */
  guint           n_untold;
  guint           telling_id;  /* not before this is it told again */
  char           *path;
  gboolean        is_ready;    /* the file was read */
  gboolean        is_writing;
  gboolean        is_stale;    /* the file, while it is being written */
};

enum { CHANGED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterWatchlist, rutter_watchlist, G_TYPE_OBJECT)

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_watch_unref);
}

static void
tell_desktop (RutterWatchlist *self)
{
  g_autoptr(GNotification) notification = NULL;
  g_autoptr(GString) body = g_string_new (NULL);
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->untold->len; i++)
    g_string_append_printf (body, "%s%s", body->len > 0 ? "\n" : "",
                            rutter_alert_note_get_sentence (self->untold->pdata[i]));
  if (self->n_untold == 1)
    g_string_append_printf (body, "\n%s",
                            rutter_alert_note_get_definition (self->untold->pdata[0]));
  title = g_strdup_printf (ngettext ("Watchlist: %u alert", "Watchlist: %u alerts",
                                     self->n_untold), self->n_untold);

  notification = g_notification_new (title);
  g_notification_set_body (notification, body->str);
  g_notification_set_default_action (notification, "app.show-watchlist");
  g_application_send_notification (self->application, "watchlist", notification);
  g_ptr_array_set_size (self->untold, 0);
  self->n_untold = 0;
}

static gboolean
on_tell_again_cb (gpointer user_data)
{
  RutterWatchlist *self = user_data;

  if (self->n_untold > 0)
    {
      tell_desktop (self);
      return G_SOURCE_CONTINUE;
    }

  self->telling_id = 0;
  return G_SOURCE_REMOVE;
}

static void
on_alerted_cb (RutterWatchlist *self,
               GPtrArray       *notes)
{
  if (self->application == NULL || notes->len == 0)
    return;

  for (guint i = 0; i < notes->len; i++)
    {
      if (self->untold->len == MOST_SENTENCES)
        g_ptr_array_remove_index (self->untold, 0);
      g_ptr_array_add (self->untold, g_object_ref (notes->pdata[i]));
    }
  self->n_untold += notes->len;
  if (self->telling_id != 0)
    return;

  tell_desktop (self);
  self->telling_id = g_timeout_add_seconds (TELL_EVERY_S, on_tell_again_cb, self);
}

/* A file that is damaged is kept beside under another name, and said. Worker thread. */
static gboolean
set_aside (const char  *path,
           GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", path, date);  /* untranslated */

  if (g_rename (path, aside) == 0)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE,
               _("The watchlist “%s” is damaged and cannot be set aside: %s"), path,
               g_strerror (errno));
  return FALSE;
}

typedef struct
{
  GPtrArray *watches;
  char      *notice;   /* what went wrong with what was there, or NULL */
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->watches, g_ptr_array_unref);
  g_free (reading->notice);
  g_free (reading);
}

/* Worker thread. A file that cannot be read must not be written over either. */
static void
read_file (GTask        *task,
           gpointer      source_object,
           gpointer      task_data,
           GCancellable *cancellable)
{
  const char *path = task_data;
  Reading *reading = g_new0 (Reading, 1);
  GError *error = NULL;

  reading->watches = rutter_watch_load (path, &error);
  if (reading->watches == NULL && g_error_matches (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT))
    {
      reading->notice = g_strdup_printf (_("%s It was set aside; the watchlist is empty."),
                                         error->message);
      reading->watches = make_list ();
      g_clear_error (&error);
      set_aside (path, &error);
    }

  if (error == NULL)
    {
      g_task_return_pointer (task, reading, free_reading);
      return;
    }

  free_reading (reading);
  g_task_return_error (task, error);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  RutterWatchlist *self = RUTTER_WATCHLIST (source);
  g_autoptr(GError) error = NULL;
  Reading *reading = g_task_propagate_pointer (G_TASK (result), &error);

  if (reading == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  rutter_watchman_set_watches (self->watchman, reading->watches);
  self->is_ready = TRUE;
  if (reading->notice != NULL)
    g_signal_emit (self, signals[FAILED], 0, reading->notice);
  g_signal_emit (self, signals[CHANGED], 0);
  free_reading (reading);
}

static void
rutter_watchlist_finalize (GObject *object)
{
  RutterWatchlist *self = RUTTER_WATCHLIST (object);

  g_clear_handle_id (&self->telling_id, g_source_remove);
  g_ptr_array_unref (self->untold);
  g_clear_object (&self->watchman);
  g_free (self->path);

  G_OBJECT_CLASS (rutter_watchlist_parent_class)->finalize (object);
}

static void
rutter_watchlist_class_init (RutterWatchlistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_watchlist_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rutter_watchlist_init (RutterWatchlist *self)
{
  self->untold = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Where a message of the desktop leads to. */
static void
on_show_watchlist_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  GtkWindow *window;

  g_application_activate (user_data);
  window = gtk_application_get_active_window (user_data);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-watchlist", NULL);
}

/* Returns: (transfer full): beside the user's own catalogue */
static char *
get_usual_path (void)
{
  g_autofree char *own = rutter_paths_get_own ();
  g_autofree char *folder = g_path_get_dirname (own);

  return g_build_filename (folder, "watchlist", NULL);
}

/**
 * rutter_watchlist_new:
 * @application: (nullable): on whose behalf the desktop is told, with an action that leads back
 *   (app.show-watchlist); outlives this
 * @path: (nullable): the file, which is read at once; there need be none. NULL: the user's own
 */
RutterWatchlist *
rutter_watchlist_new (GApplication  *application,
                      RutterTraffic *traffic,
                      const char    *path)
{
  static const GActionEntry entry = { .name = "show-watchlist",
                                      .activate = on_show_watchlist_cb };
  RutterWatchlist *self = g_object_new (RUTTER_TYPE_WATCHLIST, NULL);
  g_autoptr(GTask) task = g_task_new (self, NULL, on_read_cb, NULL);

  self->application = application;
  if (application != NULL)
    g_action_map_add_action_entries (G_ACTION_MAP (application), &entry, 1, application);
  self->path = path != NULL ? g_strdup (path) : get_usual_path ();
  self->watchman = rutter_watchman_new (traffic);
  g_signal_connect_object (self->watchman, "alerted", G_CALLBACK (on_alerted_cb), self,
                           G_CONNECT_SWAPPED);
  g_task_set_source_tag (task, rutter_watchlist_new);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, read_file);

  return self;
}

RutterWatchman *
rutter_watchlist_get_watchman (RutterWatchlist *self)
{
  g_return_val_if_fail (RUTTER_IS_WATCHLIST (self), NULL);

  return self->watchman;
}

/* Returns: (transfer none) (element-type RutterWatch): good until "changed" */
GPtrArray *
rutter_watchlist_get_watches (RutterWatchlist *self)
{
  g_return_val_if_fail (RUTTER_IS_WATCHLIST (self), NULL);

  return rutter_watchman_get_watches (self->watchman);
}

/* Whether the file was read; before, and when it cannot be, nothing can be changed. */
gboolean
rutter_watchlist_is_ready (RutterWatchlist *self)
{
  g_return_val_if_fail (RUTTER_IS_WATCHLIST (self), FALSE);

  return self->is_ready;
}

/* Whether what was changed is in the file. */
gboolean
rutter_watchlist_is_settled (RutterWatchlist *self)
{
  g_return_val_if_fail (RUTTER_IS_WATCHLIST (self), TRUE);

  return !self->is_writing;
}

/* Worker thread. */
static void
write_file (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  RutterWatchlist *self = RUTTER_WATCHLIST (source_object);
  g_autofree char *folder = g_path_get_dirname (self->path);
  GError *error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (rutter_watch_save (task_data, self->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void write_watches (RutterWatchlist *self);

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  RutterWatchlist *self = RUTTER_WATCHLIST (source);
  g_autoptr(GError) error = NULL;

  self->is_writing = FALSE;
  if (self->application != NULL)
    g_application_release (self->application);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  if (self->is_stale)
    write_watches (self);
}

static void
write_watches (RutterWatchlist *self)
{
  g_autoptr(GTask) task = NULL;

  self->is_stale = self->is_writing;
  if (self->is_writing)
    return;

  self->is_writing = TRUE;
  if (self->application != NULL)
    g_application_hold (self->application);
  task = g_task_new (self, NULL, on_written_cb, NULL);
  g_task_set_source_tag (task, write_watches);
  g_task_set_task_data (task, g_ptr_array_ref (rutter_watchlist_get_watches (self)),
                        (GDestroyNotify)g_ptr_array_unref);
  g_task_run_in_thread (task, write_file);
}

/* The watchman and a worker may hold the list there was: another takes its place. */
static void
change (RutterWatchlist *self,
        RutterWatch     *old,
        RutterWatch     *watch)
{
  GPtrArray *before = rutter_watchlist_get_watches (self);
  g_autoptr(GPtrArray) after = make_list ();
  gboolean is_put = FALSE;

  for (guint i = 0; i < before->len; i++)
    {
      RutterWatch *kept = before->pdata[i] == old ? watch : before->pdata[i];

      is_put |= before->pdata[i] == old;
      if (kept != NULL)
        g_ptr_array_add (after, rutter_watch_ref (kept));
    }
  if (watch != NULL && !is_put)
    g_ptr_array_add (after, rutter_watch_ref (watch));

  rutter_watchman_set_watches (self->watchman, after);
  write_watches (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* @old: (nullable): in whose place @watch is put, else at the end. Only when it is ready. */
void
rutter_watchlist_put (RutterWatchlist *self,
                      RutterWatch     *old,
                      RutterWatch     *watch)
{
  g_return_if_fail (RUTTER_IS_WATCHLIST (self));
  g_return_if_fail (self->is_ready);
  g_return_if_fail (watch != NULL);

  change (self, old, watch);
}

void
rutter_watchlist_remove (RutterWatchlist *self,
                         RutterWatch     *watch)
{
  g_return_if_fail (RUTTER_IS_WATCHLIST (self));
  g_return_if_fail (self->is_ready);
  g_return_if_fail (watch != NULL);

  change (self, watch, NULL);
}

/* Returns: (nullable) (transfer none): the watch that means her */
RutterWatch *
rutter_watchlist_find_vessel (RutterWatchlist *self,
                              guint32          imo,
                              guint32          mmsi)
{
  GPtrArray *watches = rutter_watchlist_get_watches (self);

  for (guint i = 0; i < watches->len; i++)
    if (rutter_watch_means (watches->pdata[i], imo, mmsi))
      return watches->pdata[i];

  return NULL;
}

/* Returns: (nullable) (transfer none): the watch of the very same outline or line */
RutterWatch *
rutter_watchlist_find_shape (RutterWatchlist *self,
                             RutterWatch     *shape)
{
  GPtrArray *watches = rutter_watchlist_get_watches (self);

  for (guint i = 0; i < watches->len; i++)
    if (rutter_watch_has_shape_of (watches->pdata[i], shape))
      return watches->pdata[i];

  return NULL;
}
