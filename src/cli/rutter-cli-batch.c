/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli-batch.h"

#include "rutter-cli-json.h"
#include "rutter-json-text.h"
#include "rutter-route-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Answered side by side, then printed in the order of the file. */
#define CHUNK 256

/* A line of the file and its answer. */
typedef struct
{
  guint           number;
  char           *id;
  RutterLonLat    stops[2];
  RutterSeaRoute *route;
  GError         *error;
} Task;

typedef struct
{
  RutterCli              *cli;
  RutterSeaPlanner       *planner;
  const RutterSeaRequest *request;  /* without stops */
  const char             *path;
  GPtrArray              *tasks;    /* Task */
  guint                   n_done;
  guint                   n_failed;
} Batch;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_free (task->id);
  g_clear_pointer (&task->route, rutter_sea_route_unref);
  g_clear_error (&task->error);
  g_free (task);
}

static gboolean
read_degrees (const char *text,
              double     *degrees)
{
  char *end = NULL;

  *degrees = g_ascii_strtod (text, &end);
  while (g_ascii_isspace (*end))
    end++;
  return end != text && *end == '\0';
}

static Task *
read_task (const char *line,
           guint       number)
{
  g_auto(GStrv) fields = g_strsplit (line, "\t", -1);
  Task *task = g_new0 (Task, 1);
  double *const degrees[] = { &task->stops[0].lon, &task->stops[0].lat, &task->stops[1].lon,
                              &task->stops[1].lat };
  gboolean is_read = g_strv_length (fields) >= 5;

  task->number = number;
  task->id = g_strdup (fields[0] != NULL ? fields[0] : "");
  for (guint i = 0; i < 4 && is_read; i++)
    is_read = read_degrees (fields[i + 1], degrees[i]);
  if (!is_read)
    g_set_error (&task->error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_REQUEST,
                 _("a line has five fields parted by tabs: id, from_lon, from_lat, to_lon, "
                   "to_lat"));

  return task;
}

/* In a thread of the pool. */
static void
answer (gpointer data,
        gpointer user_data)
{
  Task *task = data;
  Batch *batch = user_data;
  RutterSeaRequest request = *batch->request;

  if (task->error != NULL)
    return;

  request.stops = task->stops;
  request.n_stops = 2;
  task->route = rutter_sea_planner_find (batch->planner, &request, NULL, &task->error);
}

static void
print_json (Batch      *batch,
            const Task *task)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  RutterRouteReport report = { task->route, NULL, task->id, batch->request->speed_kn };
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  rutter_route_report_add_json (&report, builder);
  root = json_builder_get_root (builder);
  text = rutter_json_text_write (root, FALSE);
  g_print ("%s%s", batch->n_done > 0 ? ",\n" : "", text);
}

static void
print_line (const Task *task)
{
  g_autofree char *passages = rutter_route_report_get_passages (task->route, FALSE);
  g_autofree char *line = rutter_route_report_get_wkt (task->route);

  g_print ("%s\t%.2f\t%s\t%.3f\t%.3f\t%s\n", task->id, task->route->length_nm, passages,
           task->route->stops[0].snap_km, task->route->stops[1].snap_km, line);
}

static void
print_tasks (Batch *batch)
{
  for (guint i = 0; i < batch->tasks->len; i++)
    {
      const Task *task = g_ptr_array_index (batch->tasks, i);

      if (task->error != NULL)
        {
          /* Translators: a file, the number of a line in it, and what is wrong with it. */
          rutter_cli_complain (_("route: %s, line %u: %s"), batch->path, task->number,
                               task->error->message);
          batch->n_failed++;
          continue;
        }

      if (batch->cli->json)
        print_json (batch, task);
      else
        print_line (task);
      batch->n_done++;
    }
  g_ptr_array_set_size (batch->tasks, 0);
}

static void
answer_tasks (Batch *batch)
{
  GThreadPool *pool = g_thread_pool_new (answer, batch, (int)g_get_num_processors (), FALSE, NULL);

  for (guint i = 0; i < batch->tasks->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (batch->tasks, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  print_tasks (batch);
}

/* A line of names is answered with one. */
static gboolean
pass_header (Batch      *batch,
             const char *line)
{
  if (!g_str_has_prefix (line, "id\tfrom_lon\t"))
    return FALSE;

  if (!batch->cli->json)
    g_print ("id\tnm\tpassages\tsnap_from_km\tsnap_to_km\tline\n");
  return TRUE;
}

static gboolean
read_lines (Batch             *batch,
            GDataInputStream  *stream,
            GError           **error)
{
  GError *local_error = NULL;
  char *line;

  for (guint number = 1;
       (line = g_data_input_stream_read_line (stream, NULL, NULL, &local_error)) != NULL; number++)
    {
      g_autofree char *owned = line;

      if (*line == '\0' || *line == '#' || (number == 1 && pass_header (batch, line)))
        continue;

      g_ptr_array_add (batch->tasks, read_task (line, number));
      if (batch->tasks->len == CHUNK)
        answer_tasks (batch);
    }
  answer_tasks (batch);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static GInputStream *
open_stream (const char  *path,
             GError     **error)
{
  g_autoptr(GFile) file = NULL;

  if (strcmp (path, "-") == 0)
    file = g_file_new_for_path ("/dev/stdin");
  else
    file = g_file_new_for_commandline_arg (path);

  return (GInputStream *)g_file_read (file, NULL, error);
}

/**
 * rutter_cli_batch:
 * @request: what is asked of every line but for its stops
 * @path: a file, "-" for standard input
 *
 * Answers each line of the file with one; a line that has no answer is told of, and the others go
 * on.
 */
RutterCliStatus
rutter_cli_batch (RutterCli              *cli,
                  RutterSeaPlanner       *planner,
                  const RutterSeaRequest *request,
                  const char             *path)
{
  g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func (task_free);
  Batch batch = { cli, planner, request, path, tasks };
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = open_stream (path, &error);
  g_autoptr(GDataInputStream) lines = NULL;
  gboolean is_read;

  if (stream == NULL)
    {
      rutter_cli_complain ("route: %s", error->message);
      return RUTTER_CLI_FAILED;
    }

  lines = g_data_input_stream_new (stream);
  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  if (cli->json)
    g_print ("[");
  is_read = read_lines (&batch, lines, &error);
  if (cli->json)
    g_print ("]\n");
  if (!is_read)
    rutter_cli_complain ("route: %s", error->message);

  return is_read && batch.n_failed == 0 ? RUTTER_CLI_DONE : RUTTER_CLI_FAILED;
}
