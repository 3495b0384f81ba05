/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-question.h"

/* What the other ways differ by: they are compared as if nobody had asked for it. */
#define SUEZ "suez"
#define NORTH "northern-sea-route"

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
    compare (question, result, cancellable);
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
rutter_route_answer_free (RutterRouteAnswer *self)
{
  g_clear_pointer (&self->route, rutter_sea_route_unref);
  g_clear_pointer (&self->usual, rutter_sea_route_unref);
  g_clear_pointer (&self->ways, g_ptr_array_unref);
  g_free (self);
}
