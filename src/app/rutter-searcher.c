/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-searcher.h"

#include "rutter-error.h"
#include "rutter-hidden.h"
#include "rutter-passage.h"
#include "rutter-search-rows.h"
#include "rutter-window.h"

#include <glib/gi18n-lib.h>

/* Rows of each kind; who wants more asks for more. */
#define LIMIT 6

/* How close the map goes to a point. */
#define POINT_ZOOM 6.0

/* What the details, which open beside it, cover of the map: the point comes into the middle of the
 * rest.
 */
#define COVERED_PX 380.0

struct _RutterSearcher
{
  GObject            parent_instance;

  RutterSession     *session;
  RutterSearchField *field;    /* weak */
  RutterMapView     *map;      /* weak */
  RutterSearchIndex *index;    /* NULL while it is made */
  RutterGazetteer   *gazetteer; /* NULL before the first index, or where it cannot be read */
  char              *words;    /* asked and not yet answered, or NULL */
  GCancellable      *indexing; /* NULL when none is under way */
  gboolean           is_asking;
};

typedef struct
{
  RutterSearchIndex *index;
  RutterGazetteer   *gazetteer;
  char              *words;
} Question;

/* What an index is made of, and what came of it. */
typedef struct
{
  RutterRecords     *records;
  RutterSearchIndex *index;
  RutterGazetteer   *gazetteer;
} Making;

G_DEFINE_FINAL_TYPE (RutterSearcher, rutter_searcher, G_TYPE_OBJECT)

static void
question_free (gpointer data)
{
  Question *question = data;

  rutter_search_index_unref (question->index);
  g_clear_pointer (&question->gazetteer, rutter_gazetteer_unref);
  g_free (question->words);
  g_free (question);
}

static void
show_results (RutterSearcher       *self,
              const char           *words,
              const RutterFindings *findings)
{
  g_autoptr(GPtrArray) items = NULL;
  RutterFilter filter;

  if (self->field == NULL)
    return;

  rutter_choices_fill_filter (rutter_session_get_choices (self->session), &filter);
  items = rutter_search_rows_new (findings, &filter);
  rutter_filter_clear (&filter);
  rutter_search_field_show_results (self->field, words, items,
                                    findings->search->n_found + findings->n_ground);
}

/* Worker thread. */
static void
answer (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  Question *question = task_data;

  g_task_return_pointer (task, rutter_findings_new (question->index, question->gazetteer,
                                                    question->words, LIMIT),
                         (GDestroyNotify)rutter_findings_free);
}

static void ask (RutterSearcher *self);

static void
on_answered_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  RutterSearcher *self = RUTTER_SEARCHER (object);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr(RutterFindings) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_asking = FALSE;
  /* Of a catalogue that was closed meanwhile nothing is shown. */
  if (findings != NULL && findings->search->index == self->index)
    show_results (self, question->words, findings);
  if (self->words != NULL)
    ask (self);
}

static void
run_question (RutterSearcher      *self,
              const char          *words,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->index = rutter_search_index_ref (self->index);
  if (self->gazetteer != NULL)
    question->gazetteer = rutter_gazetteer_ref (self->gazetteer);
  question->words = g_strdup (words);
  g_task_set_source_tag (task, run_question);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, answer);
}

/* One question at a time; of those that come meanwhile only the last is asked. */
static void
ask (RutterSearcher *self)
{
  g_autofree char *words = NULL;

  if (self->is_asking || self->index == NULL || self->words == NULL)
    return;

  words = g_steal_pointer (&self->words);
  self->is_asking = TRUE;
  run_question (self, words, on_answered_cb, NULL);
}

static void
on_asked_cb (RutterSearcher *self,
             const char     *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  ask (self);
}

static void
making_free (gpointer data)
{
  Making *making = data;

  g_clear_pointer (&making->records, rutter_records_unref);
  g_clear_pointer (&making->index, rutter_search_index_unref);
  g_clear_pointer (&making->gazetteer, rutter_gazetteer_unref);
  g_free (making);
}

/* Worker thread. That the map's names cannot be read, the map itself tells. */
static void
make_index (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Making *making = task_data;

  if (making->gazetteer == NULL)
    making->gazetteer = rutter_gazetteer_new (NULL);
  making->index = rutter_search_index_new (making->records);
  g_task_return_boolean (task, TRUE);
}

static void
on_index_made_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  RutterSearcher *self = RUTTER_SEARCHER (object);
  Making *making = g_task_get_task_data (G_TASK (result));

  /* Cancelled: another catalogue is being indexed. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_object (&self->indexing);
  self->index = g_steal_pointer (&making->index);
  g_clear_pointer (&self->gazetteer, rutter_gazetteer_unref);
  self->gazetteer = g_steal_pointer (&making->gazetteer);
  ask (self);
}

static void
on_opened_cb (RutterSearcher *self)
{
  g_autoptr(GTask) task = NULL;
  Making *making = g_new0 (Making, 1);

  if (self->field != NULL)
    rutter_search_field_forget (self->field);
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_pointer (&self->index, rutter_search_index_unref);
  self->indexing = g_cancellable_new ();
  task = g_task_new (self, self->indexing, on_index_made_cb, NULL);
  g_task_set_source_tag (task, on_opened_cb);
  making->records = rutter_records_ref (rutter_session_get_records (self->session));
  if (self->gazetteer != NULL)
    making->gazetteer = rutter_gazetteer_ref (self->gazetteer);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_index);
}

/* Where an object is when the picture does not have it, because its layer is off or a filter hides
 * it.
 */
static gboolean
find_position (const RutterObject *object,
               RutterLonLat       *position)
{
  const RutterPassage *passage;
  const RutterPlace *place = NULL;

  switch (object->kind)
    {
    case RUTTER_KIND_PLACE:
      place = object->row;
      break;
    case RUTTER_KIND_EVENT:
      *position = ((const RutterEvent *)object->row)->position;
      if (((const RutterEvent *)object->row)->has_position)
        return TRUE;
      place = ((const RutterEvent *)object->row)->place;
      break;
    case RUTTER_KIND_HUB:
      *position = ((const RutterHub *)object->row)->position;
      if (((const RutterHub *)object->row)->has_position)
        return TRUE;
      place = ((const RutterHub *)object->row)->place;
      break;
    case RUTTER_KIND_PASSAGE:
      passage = object->row;
      *position = passage->line[passage->n_points / 2];
      return TRUE;
    case RUTTER_KIND_PARTY:
      place = ((const RutterParty *)object->row)->anchor;
      break;
    case RUTTER_KIND_VESSEL:
    case RUTTER_KIND_ROUTE:
    case RUTTER_KIND_RELATION:
    case RUTTER_KIND_TOPIC:
    case RUTTER_KIND_REGIME:
    case RUTTER_KIND_LISTING:
    case RUTTER_KIND_LINK:
    case RUTTER_KIND_TRANSFER:
    case RUTTER_KIND_SOURCE:
    case RUTTER_N_KIND:
    default:
      break;
    }

  if (place == NULL || !place->has_position)
    return FALSE;

  *position = place->position;
  return TRUE;
}

static void
fly_to (RutterSearcher *self,
        RutterLonLat    position)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self->map));
  int below = RUTTER_IS_WINDOW (window) ? rutter_window_get_sheet_height (RUTTER_WINDOW (window))
                                        : 0;
  double zoom = MAX (rutter_map_view_get_view (self->map).zoom, POINT_ZOOM);
  RutterView view = { rutter_mercator_project (position), zoom, 0, 1, 1, 1 };

  if (below > 0)
    view.centre.y += below / 2.0 / rutter_view_get_world_size (&view);
  else
    view.centre.x += COVERED_PX / 2 / rutter_view_get_world_size (&view);
  position = rutter_mercator_unproject (view.centre);
  position.lon = rutter_geo_unwrap_lon (position.lon, 0);
  rutter_map_view_go_to (self->map, position, zoom, TRUE);
}

/* A name of the map has no details. */
static void
fly_to_ground (RutterSearcher *self,
               RutterLonLat    position,
               double          zoom)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self->map));

  if (RUTTER_IS_WINDOW (window))
    rutter_window_leave_place (RUTTER_WINDOW (window));
  rutter_map_view_go_to (self->map, position, zoom, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

/* What was chosen and is not on the map is not brought there unasked. */
static void
offer_to_show (RutterSearcher     *self,
               const RutterObject *object)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self->map));
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  RutterHidden hidden;
  RutterFilter filter;
  AdwToast *toast;

  rutter_choices_fill_filter (rutter_session_get_choices (self->session), &filter);
  hidden = rutter_hidden_find (object, NULL, &filter, NULL);
  rutter_filter_clear (&filter);
  if (hidden == 0 || !RUTTER_IS_WINDOW (window))
    return;

  /* Translators: the second is why an object is not on the map, such as "layer off". */
  title = g_strdup_printf (_("“%s” is not on the map: %s"), object->title,
                           rutter_hidden_describe (hidden));
  escaped = g_markup_escape_text (title, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Show It"));
  /* There is something to reach in it. */
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_action_name (toast, "win.show-hidden");
  adw_toast_set_action_target (toast, "s", object->uid);
  rutter_window_add_toast (RUTTER_WINDOW (window), toast);
}

static void
on_chosen_cb (RutterSearcher *self,
              const char     *uid)
{
  RutterRecords *records = rutter_session_get_records (self->session);
  const RutterObject *object = rutter_records_find (records, uid);
  RutterLonLat position;
  RutterBox box;
  double zoom;

  if (self->map != NULL && rutter_search_rows_read_ground (uid, &position, &zoom))
    fly_to_ground (self, position, zoom);
  if (object == NULL || self->map == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self->map), "win.show-object", "s", uid);
  if (rutter_session_find_box (self->session, uid, &box))
    gtk_widget_activate_action (GTK_WIDGET (self->map), "win.show-on-map", NULL);
  else if (find_position (object, &position))
    fly_to (self, position);
  offer_to_show (self, object);
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
on_left_cb (RutterSearcher *self)
{
  g_clear_pointer (&self->words, g_free);
  if (self->map != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
rutter_searcher_dispose (GObject *object)
{
  RutterSearcher *self = RUTTER_SEARCHER (object);

  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_weak_pointer (&self->field);
  g_clear_weak_pointer (&self->map);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rutter_searcher_parent_class)->dispose (object);
}

static void
rutter_searcher_finalize (GObject *object)
{
  RutterSearcher *self = RUTTER_SEARCHER (object);

  g_clear_pointer (&self->index, rutter_search_index_unref);
  g_clear_pointer (&self->gazetteer, rutter_gazetteer_unref);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (rutter_searcher_parent_class)->finalize (object);
}

static void
rutter_searcher_class_init (RutterSearcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_searcher_dispose;
  object_class->finalize = rutter_searcher_finalize;
}

static void
rutter_searcher_init (RutterSearcher *self)
{
}

RutterSearcher *
rutter_searcher_new (RutterSession     *session,
                     RutterSearchField *field,
                     RutterMapView     *map)
{
  RutterSearcher *self = g_object_new (RUTTER_TYPE_SEARCHER, NULL);

  g_set_object (&self->session, session);
  g_set_weak_pointer (&self->field, field);
  g_set_weak_pointer (&self->map, map);
  g_signal_connect_object (session, "opened", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "records-changed", G_CALLBACK (on_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "asked", G_CALLBACK (on_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "left", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* Whether every question was answered. */
gboolean
rutter_searcher_is_settled (RutterSearcher *self)
{
  g_return_val_if_fail (RUTTER_IS_SEARCHER (self), TRUE);

  return !self->is_asking && self->indexing == NULL;
}

void
rutter_searcher_find_async (RutterSearcher      *self,
                            const char          *words,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (RUTTER_IS_SEARCHER (self));
  g_return_if_fail (words != NULL);

  if (self->index != NULL)
    run_question (self, words, callback, user_data);
  else
    g_task_report_new_error (self, callback, user_data, rutter_searcher_find_async, RUTTER_ERROR,
                             RUTTER_ERROR_NOT_FOUND,
                             _("The catalogue is still being read; search again in a moment."));
}

RutterFindings *
rutter_searcher_find_finish (RutterSearcher  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
