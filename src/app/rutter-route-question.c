/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-question.h"

/* What the other ways differ by: they are compared as if nobody had asked for it. */
#define SUEZ "suez"
#define NORTH "northern-sea-route"
/* A way that is shorter by less is the same one, nautical miles. */
#define SAME_NM 0.5

typedef struct
{
  RutterSeaPlanner  *planner;
  RutterLonLat      *stops;
  guint              n_stops;
  char             **avoid;
  char             **open;
  double             speed_kn;
  gboolean           is_whole;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  rutter_sea_planner_unref (question->planner);
  g_free (question->stops);
  g_strfreev (question->avoid);
  g_strfreev (question->open);
  g_free (question);
}

static RutterSeaRequest
get_request (const Question *question)
{
  return (RutterSeaRequest) { question->stops, question->n_stops,
                              (const char *const *)question->avoid,
                              (const char *const *)question->open, question->speed_kn };
}

static const char **
leave_out (char       **ids,
           const char  *id)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_ptr_array_add (rest, ids[i]);
  g_ptr_array_add (rest, NULL);

  return (const char **)g_ptr_array_free (rest, FALSE);
}

/* Whatever of it cannot be had is left out: the answer proper is there already. */
static void
compare (const Question    *question,
         RutterRouteAnswer *answer,
         GCancellable      *cancellable)
{
  g_autofree const char **avoid = leave_out (question->avoid, SUEZ);
  g_autofree const char **open = leave_out (question->open, NORTH);
  RutterSeaRequest request = get_request (question);

  if (g_strv_length (question->avoid) + g_strv_length (question->open) > 0)
    {
      request.avoid = NULL;
      request.open = NULL;
      answer->usual = rutter_sea_planner_find (question->planner, &request, cancellable, NULL);
    }

  request.avoid = avoid;
  request.open = open;
  answer->ways = rutter_sea_planner_alternatives (question->planner, &request, cancellable, NULL);
}

/* The ids and one more, which all stay where they are. */
static const char **
put_in (char       **ids,
        const char  *id)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (all, ids[i]);
  g_ptr_array_add (all, (gpointer)id);
  g_ptr_array_add (all, NULL);

  return (const char **)g_ptr_array_free (all, FALSE);
}

/* Whether a shut passage lies within this route's reach, or on another ocean. */
static gboolean
helps (const Question       *question,
       const RutterSeaRoute *route,
       const RutterPassage  *passage,
       GCancellable         *cancellable)
{
  g_autofree const char **open = put_in (question->open, passage->id);
  RutterSeaRequest request = get_request (question);
  g_autoptr(RutterSeaRoute) other = NULL;

  request.open = open;
  other = rutter_sea_planner_find (question->planner, &request, cancellable, NULL);

  return other != NULL && route->length_nm - other->length_nm >= SAME_NM;
}

static char **
list_helpful (const Question       *question,
              const RutterSeaRoute *route,
              GCancellable         *cancellable)
{
  RutterPassages *passages = rutter_sea_planner_get_passages (question->planner);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    {
      const RutterPassage *passage = rutter_passages_get (passages, i);

      if (passage->is_shut &&
          (question->open == NULL ||
           !g_strv_contains ((const char *const *)question->open, passage->id)) &&
          !g_cancellable_is_cancelled (cancellable) &&
          helps (question, route, passage, cancellable))
        g_strv_builder_add (ids, passage->id);
    }

  return g_strv_builder_end (ids);
}

/* Worker thread. */
static void
answer (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  const Question *question = task_data;
  RutterSeaRequest request = get_request (question);
  g_autoptr(RutterRouteAnswer) result = g_new0 (RutterRouteAnswer, 1);
  GError *error = NULL;

  result->route = rutter_sea_planner_find (question->planner, &request, cancellable, &error);
  if (result->route == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (question->is_whole)
    {
      compare (question, result, cancellable);
      result->helpful = list_helpful (question, result->route, cancellable);
    }
  g_task_return_pointer (task, g_steal_pointer (&result),
                         (GDestroyNotify)rutter_route_answer_free);
}

void
rutter_route_ask_async (gpointer                owner,
                        RutterSeaPlanner       *planner,
                        const RutterSeaRequest *request,
                        gboolean                is_whole,
                        GCancellable           *cancellable,
                        GAsyncReadyCallback     callback,
                        gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (owner, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->planner = rutter_sea_planner_ref (planner);
  question->stops = g_memdup2 (request->stops, request->n_stops * sizeof *request->stops);
  question->n_stops = request->n_stops;
  question->avoid = g_strdupv ((char **)request->avoid);
  question->open = g_strdupv ((char **)request->open);
  question->speed_kn = request->speed_kn;
  question->is_whole = is_whole;
  g_task_set_source_tag (task, rutter_route_ask_async);
  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, answer);
}

RutterRouteAnswer *
rutter_route_ask_finish (gpointer       owner,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, owner), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rutter_route_answer_inherit (RutterRouteAnswer *self,
                             RutterRouteAnswer *before)
{
  if (self->ways != NULL)
    return;

  self->ways = g_steal_pointer (&before->ways);
  self->usual = g_steal_pointer (&before->usual);
  self->helpful = g_steal_pointer (&before->helpful);
}

void
rutter_route_answer_free (RutterRouteAnswer *self)
{
  g_clear_pointer (&self->route, rutter_sea_route_unref);
  g_clear_pointer (&self->usual, rutter_sea_route_unref);
  g_clear_pointer (&self->helpful, g_strfreev);
  g_clear_pointer (&self->ways, g_ptr_array_unref);
  g_free (self);
}
