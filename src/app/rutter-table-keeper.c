/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-table-keeper.h"

#include "rutter-number.h"
#include "rutter-table-maker.h"

#include <glib/gi18n-lib.h>

/* After the map came to rest for this long the list is made anew. */
#define DELAY_MS 150
/* Of the map's height, and bounds in pixels. */
#define HEIGHT_PERCENT 42
#define MIN_HEIGHT 150
#define MAX_HEIGHT 320

struct _RutterTableKeeper
{
  GObject          parent_instance;

  RutterSession   *session;
  RutterMapView   *map;      /* weak */
  GtkRevealer     *revealer; /* weak; holds the pane */
  GtkStack        *lists;    /* of revealer */
  RutterTablePane *pane;     /* of lists */
  GtkRevealer     *beside;   /* weak; the details, which the list does not go under */
  GCancellable    *cancellable;
  gboolean         is_making;
  gboolean         make_again;
  gboolean         wants_focus; /* it was opened and has no rows yet */
  guint            delay_id;
};

typedef struct
{
  RutterRecords *records;
  RutterPicture *picture;
  RutterFilter   filter;
  gboolean       wants_all;
  RutterView     view;
  RutterColumn   order;
  gboolean       descending;
} Job;

G_DEFINE_FINAL_TYPE (RutterTableKeeper, rutter_table_keeper, G_TYPE_OBJECT)

static void make_table (RutterTableKeeper *self);

static void
free_job (gpointer data)
{
  Job *job = data;

  rutter_records_unref (job->records);
  rutter_picture_unref (job->picture);
  rutter_filter_clear (&job->filter);
  g_free (job);
}

/* Worker thread. */
static void
run_job (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  RutterTable *table = rutter_table_make (job->records, &job->filter, job->picture,
                                          job->wants_all ? NULL : &job->view);

  rutter_table_sort (table, job->order, job->descending);
  g_task_return_pointer (task, table, (GDestroyNotify)rutter_table_unref);
}

static void
on_table_made_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  RutterTableKeeper *self = RUTTER_TABLE_KEEPER (object);
  g_autoptr(RutterTable) table = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_making = FALSE;
  if (table == NULL || self->revealer == NULL)
    return;

  rutter_table_pane_set_table (self->pane, table);
  if (self->wants_focus && gtk_revealer_get_reveal_child (self->revealer) &&
      gtk_stack_get_visible_child (self->lists) == GTK_WIDGET (self->pane))
    rutter_table_pane_focus_rows (self->pane);
  self->wants_focus = FALSE;
  if (self->make_again)
    make_table (self);
}

/* One table at a time; what changes meanwhile asks for one more. */
static void
make_table (RutterTableKeeper *self)
{
  RutterRecords *records = rutter_session_get_records (self->session);
  RutterPicture *picture = rutter_session_get_picture (self->session);
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->make_again = self->is_making;
  if (self->is_making || self->map == NULL || self->revealer == NULL || records == NULL ||
      picture == NULL || !gtk_revealer_get_reveal_child (self->revealer))
    return;

  job = g_new0 (Job, 1);
  job->records = rutter_records_ref (records);
  job->picture = rutter_picture_ref (picture);
  rutter_choices_fill_filter (rutter_session_get_choices (self->session), &job->filter);
  job->wants_all = rutter_table_pane_wants_all (self->pane);
  job->view = rutter_map_view_get_view (self->map);
  job->order = rutter_table_pane_get_order (self->pane, &job->descending);
  self->is_making = TRUE;
  task = g_task_new (self, self->cancellable, on_table_made_cb, NULL);
  g_task_set_source_tag (task, make_table);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run_job);
}

static gboolean
on_delay_cb (gpointer user_data)
{
  RutterTableKeeper *self = user_data;

  self->delay_id = 0;
  make_table (self);

  return G_SOURCE_REMOVE;
}

static void
on_view_changed_cb (RutterTableKeeper *self)
{
  if (self->revealer == NULL || !gtk_revealer_get_reveal_child (self->revealer) ||
      rutter_table_pane_wants_all (self->pane))
    return;

  g_clear_handle_id (&self->delay_id, g_source_remove);
  self->delay_id = g_timeout_add (DELAY_MS, on_delay_cb, self);
}

/* What the details cover: the right side of the map, or the lower part where they lie below. */
static void
measure_details (RutterTableKeeper *self,
                 int               *width,
                 int               *height)
{
  GtkWidget *details = gtk_revealer_get_child (self->beside);

  *width = 0;
  *height = 0;
  if (!gtk_revealer_get_reveal_child (self->beside))
    return;

  if (gtk_widget_get_valign (GTK_WIDGET (self->beside)) == GTK_ALIGN_END)
    gtk_widget_get_size_request (details, NULL, height);
  else
    gtk_widget_measure (details, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
}

/* The list ends where the details begin, and the map's scale and sources stand above it. */
static void
on_room_changed_cb (RutterTableKeeper *self)
{
  int width;
  int below;
  int height = 0;

  if (self->map == NULL || self->revealer == NULL || self->beside == NULL)
    return;

  measure_details (self, &width, &below);
  gtk_widget_set_margin_end (GTK_WIDGET (self->revealer), width);
  if (gtk_revealer_get_reveal_child (self->revealer))
    height = CLAMP (gtk_widget_get_height (GTK_WIDGET (self->map)) * HEIGHT_PERCENT / 100,
                    MIN_HEIGHT, MAX_HEIGHT);
  if (height > 0)
    gtk_widget_set_size_request (GTK_WIDGET (self->lists), -1, height);
  rutter_map_view_set_covered (self->map, width, MAX (height, below));
}

static void
on_revealed_cb (RutterTableKeeper *self)
{
  on_room_changed_cb (self);
  if (gtk_revealer_get_reveal_child (self->revealer))
    {
      self->wants_focus = TRUE;
      make_table (self);
    }
  else if (self->map != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->map));
    }
}

/* Whether an object lies where the map is to be seen, above the list. */
static gboolean
is_to_be_seen (RutterTableKeeper *self,
               const RutterBox   *box)
{
  RutterView view = rutter_map_view_get_view (self->map);
  double world = rutter_view_get_world_size (&view);
  int covered = rutter_map_view_get_covered (self->map).bottom;
  int first, last;

  view.height -= covered;
  view.centre.y -= covered / 2.0 / world;
  rutter_view_get_copies (&view, box, &first, &last);

  return first <= last;
}

static void
on_copied_cb (RutterTableKeeper *self,
              guint              n_rows)
{
  g_autofree char *count = rutter_count_to_text (n_rows);
  g_autofree char *message = g_strdup_printf (ngettext ("Copied: %s row", "Copied: %s rows",
                                                        n_rows), count);

  if (self->map != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->map), "win.say", "s", message);
}

static void
on_row_activated_cb (RutterTableKeeper *self,
                     const char        *uid)
{
  RutterBox box;

  gtk_widget_activate_action (GTK_WIDGET (self->pane), "win.show-object", "s", uid);
  if (self->map != NULL && rutter_session_find_box (self->session, uid, &box) &&
      !is_to_be_seen (self, &box))
    gtk_widget_activate_action (GTK_WIDGET (self->pane), "win.show-on-map", NULL);
}

static void
rutter_table_keeper_dispose (GObject *object)
{
  RutterTableKeeper *self = RUTTER_TABLE_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_weak_pointer (&self->map);
  g_clear_weak_pointer (&self->revealer);
  g_clear_weak_pointer (&self->beside);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rutter_table_keeper_parent_class)->dispose (object);
}

static void
rutter_table_keeper_finalize (GObject *object)
{
  RutterTableKeeper *self = RUTTER_TABLE_KEEPER (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (rutter_table_keeper_parent_class)->finalize (object);
}

static void
rutter_table_keeper_class_init (RutterTableKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_table_keeper_dispose;
  object_class->finalize = rutter_table_keeper_finalize;
}

static void
rutter_table_keeper_init (RutterTableKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

/* @revealer: holds a stack of lists, a #RutterTablePane its page "objects", over the map's lower
 *   part
 * @beside: holds the details, over the map's right part
 */
RutterTableKeeper *
rutter_table_keeper_new (RutterSession *session,
                         RutterMapView *map,
                         GtkRevealer   *revealer,
                         GtkRevealer   *beside)
{
  RutterTableKeeper *self = g_object_new (RUTTER_TYPE_TABLE_KEEPER, NULL);

  g_set_object (&self->session, session);
  g_set_weak_pointer (&self->map, map);
  g_set_weak_pointer (&self->revealer, revealer);
  g_set_weak_pointer (&self->beside, beside);
  self->lists = GTK_STACK (gtk_revealer_get_child (revealer));
  self->pane = RUTTER_TABLE_PANE (gtk_stack_get_child_by_name (self->lists, "objects"));

  g_signal_connect_object (session, "picture-changed", G_CALLBACK (make_table), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "view-changed", G_CALLBACK (on_view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (revealer, "notify::reveal-child", G_CALLBACK (on_revealed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (beside, "notify::reveal-child", G_CALLBACK (on_room_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_revealer_get_child (beside), "notify::height-request",
                           G_CALLBACK (on_room_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "wanted-changed", G_CALLBACK (make_table), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "copied", G_CALLBACK (on_copied_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "row-activated", G_CALLBACK (on_row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
rutter_table_keeper_set_selected (RutterTableKeeper *self,
                                  const char        *uid)
{
  g_return_if_fail (RUTTER_IS_TABLE_KEEPER (self));

  if (self->revealer != NULL)
    rutter_table_pane_set_selected (self->pane, uid);
}

/* Whether the list shows what it should, or is closed. */
gboolean
rutter_table_keeper_is_settled (RutterTableKeeper *self)
{
  g_return_val_if_fail (RUTTER_IS_TABLE_KEEPER (self), TRUE);

  return !self->is_making && self->delay_id == 0;
}
