/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-searcher.h"

#include "rutter-number.h"
#include "rutter-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  char              *words;    /* asked and not yet answered, or NULL */
  GCancellable      *indexing; /* NULL when none is under way */
  gboolean           is_asking;
};

typedef struct
{
  RutterSearchIndex *index;
  char              *words;
} Question;

G_DEFINE_FINAL_TYPE (RutterSearcher, rutter_searcher, G_TYPE_OBJECT)

static void
question_free (gpointer data)
{
  Question *question = data;

  rutter_search_index_unref (question->index);
  g_free (question->words);
  g_free (question);
}

static const char *
get_remark (RutterSearchRank rank)
{
  switch (rank)
    {
    case RUTTER_SEARCH_RANK_TYPO:
      return _("one letter differs");
    case RUTTER_SEARCH_RANK_SOUND:
      return _("only sounds alike");
    case RUTTER_SEARCH_RANK_IDENTIFIER:
    case RUTTER_SEARCH_RANK_NAME:
    case RUTTER_SEARCH_RANK_PREFIX:
    case RUTTER_SEARCH_RANK_WORDS:
    case RUTTER_SEARCH_N_RANK:
    default:
      return NULL;
    }
}

static char *
describe_group (const RutterSearchGroup *group)
{
  const char *title = rutter_search_group_get_title (group);
  g_autofree char *shown = rutter_count_to_text (group->hits->len);
  g_autofree char *found = rutter_count_to_text (group->n_found);
  g_autofree char *text = NULL;

  /* Translators: a group of search results, such as "Vessels that only sound alike". */
  text = group->is_sound ? g_strdup_printf (_("%s that only sound alike"), title)
                         : g_strdup (title);
  if (group->n_found <= group->hits->len)
    return g_steal_pointer (&text);

  /* Translators: a group of search results, how many of it are shown, of how many. */
  return g_strdup_printf (_("%s · %s of %s"), text, shown, found);
}

static RutterSearchItem *
make_item (const char            *group,
           const RutterSearchHit *hit)
{
  RutterSearchEntry entry = {
    .uid = hit->object->uid,
    .group = group,
    .title = hit->object->title,
    .label = hit->text != hit->object->title ? hit->label : NULL,
    .text = hit->text,
    .spans = (const guint *)(gpointer)hit->spans->data,
    .n_spans = hit->spans->len,
    .remark = get_remark (hit->rank),
  };

  G_STATIC_ASSERT (sizeof (RutterSearchSpan) == 2 * sizeof (guint));

  if (hit->claim != NULL)
    {
      entry.label = C_("what matched", "statement");
      entry.has_status = TRUE;
      entry.status = hit->claim->status;
      entry.denied = hit->claim->denials->len > 0;
    }

  return rutter_search_item_new (&entry);
}

static void
show_results (RutterSearcher     *self,
              const char         *words,
              const RutterSearch *search)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < search->groups->len; i++)
    {
      const RutterSearchGroup *group = g_ptr_array_index (search->groups, i);
      g_autofree char *title = describe_group (group);

      for (guint j = 0; j < group->hits->len; j++)
        g_ptr_array_add (items, make_item (title, g_ptr_array_index (group->hits, j)));
    }

  if (self->field != NULL)
    rutter_search_field_show_results (self->field, words, items, search->n_found);
}

/* Worker thread. */
static void
answer (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  Question *question = task_data;

  g_task_return_pointer (task, rutter_search_new (question->index, question->words, LIMIT),
                         (GDestroyNotify)rutter_search_free);
}

static void ask (RutterSearcher *self);

static void
on_answered_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  RutterSearcher *self = RUTTER_SEARCHER (object);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr(RutterSearch) search = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_asking = FALSE;
  /* Of a catalogue that was closed meanwhile nothing is shown. */
  if (search != NULL && search->index == self->index)
    show_results (self, question->words, search);
  if (self->words != NULL)
    ask (self);
}

/* One question at a time; of those that come meanwhile only the last is asked. */
static void
ask (RutterSearcher *self)
{
  g_autoptr(GTask) task = NULL;
  Question *question;

  if (self->is_asking || self->index == NULL || self->words == NULL)
    return;

  question = g_new0 (Question, 1);
  question->index = rutter_search_index_ref (self->index);
  question->words = g_steal_pointer (&self->words);
  self->is_asking = TRUE;
  task = g_task_new (self, NULL, on_answered_cb, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, answer);
}

static void
on_asked_cb (RutterSearcher *self,
             const char     *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  ask (self);
}

/* Worker thread. */
static void
make_index (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  g_task_return_pointer (task, rutter_search_index_new (task_data),
                         (GDestroyNotify)rutter_search_index_unref);
}

static void
on_index_made_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  RutterSearcher *self = RUTTER_SEARCHER (object);
  g_autoptr(GError) error = NULL;
  RutterSearchIndex *index = g_task_propagate_pointer (G_TASK (result), &error);

  /* Cancelled: another catalogue is being indexed. */
  if (index == NULL)
    return;

  g_clear_object (&self->indexing);
  self->index = index;
  ask (self);
}

static void
on_opened_cb (RutterSearcher *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->field != NULL)
    rutter_search_field_forget (self->field);
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_pointer (&self->index, rutter_search_index_unref);
  self->indexing = g_cancellable_new ();
  task = g_task_new (self, self->indexing, on_index_made_cb, NULL);
  g_task_set_source_tag (task, on_opened_cb);
  g_task_set_task_data (task, rutter_records_ref (rutter_session_get_records (self->session)),
                        (GDestroyNotify)rutter_records_unref);
  g_task_run_in_thread (task, make_index);
}

/* Where an object is when the picture does not have it, because its layer is off or a filter hides
 * it.
 */
static gboolean
find_position (const RutterObject *object,
               RutterLonLat       *position)
{
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
  double zoom = MAX (rutter_map_view_get_view (self->map).zoom, POINT_ZOOM);

  position.lon += COVERED_PX / 2 * 360 / (256 * exp2 (zoom));
  position.lon = rutter_geo_unwrap_lon (position.lon, 0);
  rutter_map_view_go_to (self->map, position, zoom, TRUE);
}

static void
on_chosen_cb (RutterSearcher *self,
              const char     *uid)
{
  RutterRecords *records = rutter_session_get_records (self->session);
  const RutterObject *object = rutter_records_find (records, uid);
  RutterLonLat position;
  RutterBox box;

  if (object == NULL || self->map == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self->map), "win.show-object", "s", uid);
  if (rutter_session_find_box (self->session, uid, &box))
    gtk_widget_activate_action (GTK_WIDGET (self->map), "win.show-on-map", NULL);
  else if (find_position (object, &position))
    fly_to (self, position);
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
