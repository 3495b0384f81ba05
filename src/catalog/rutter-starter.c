/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter.h"

#include "rutter-connection.h"
#include "rutter-edtf.h"
#include "rutter-origin.h"
#include "rutter-schema.h"
#include "rutter-starter-claims.h"
#include "rutter-starter-objects.h"
#include "rutter-starter-record.h"

#include <glib/gstdio.h>

/* What the GeoPackage gives as the time of its last change: the month in which the facts were
 * collected, and not the time of the build, so that the same facts always give the same bytes.
 */
#define LAST_CHANGE "2026-11-01T00:00:00.000Z"
/* To be raised by one whenever the facts change in a release: a catalogue made of an older edition
 * is offered the newer one.
 */
#define EDITION 2
/* How many faulty rows one message tells of. */
#define MOST_PROBLEMS 40

static const RutterStarterTable *
find_table (const char *file)
{
  for (guint i = 0; i < rutter_starter_n_tables; i++)
    if (g_str_equal (rutter_starter_tables[i].file, file))
      return &rutter_starter_tables[i];

  g_assert_not_reached ();
}

static gboolean
write_layer (RutterStarterContext      *context,
             const RutterStarterTable  *table,
             const RutterStarterRow    *row,
             GError                   **error)
{
  g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("layer");
  g_autoptr(GError) local_error = NULL;
  const char *uid = rutter_starter_row_get (row, "uid");
  const char *data_to = rutter_starter_row_get (row, "data_to");
  RutterLayerId layer;
  RutterSpan span;

  if (!g_str_has_prefix (uid, "layer:") ||
      !rutter_layer_from_id (uid + strlen ("layer:"), &layer))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "there is no such layer");

  if (!rutter_edtf_parse (data_to, &span, &local_error))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error, "%s",
                                      local_error->message);

  rutter_starter_record_add_text (record, "uid", uid);
  rutter_starter_record_add_text (record, "title", rutter_starter_row_get (row, "title"));
  rutter_starter_record_add_text (record, "definition",
                                  rutter_starter_row_get (row, "definition"));
  rutter_starter_record_add_text (record, "data_to", data_to);
  rutter_starter_record_add_number (record, "position", layer);
  return rutter_starter_record_insert (record, context, row, &context->layer_ids[layer], error);
}

static void
check_layers (RutterStarterContext *context)
{
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if (context->layer_ids[i] == 0 && i != RUTTER_LAYER_PASSAGES)
      rutter_starter_context_note (context,
                                   g_error_new (RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                                                "layer.tsv: the layer \"layer:%s\" is missing",
                                                rutter_layer_get_id (i)));
}

/* Whatever the tables were, nothing may be in the catalogue that no claim speaks for, and no
 * claim that no source speaks for.
 */
static gboolean
check_claims (RutterStarterContext  *context,
              GError               **error)
{
  static const char query[] =
    "SELECT uid FROM object WHERE kind <> 'source' AND id NOT IN (SELECT object_id FROM claim) "
    "UNION ALL SELECT NULL FROM claim WHERE id NOT IN "
    "(SELECT claim_id FROM citation WHERE stance = 'supports')";
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (context->db, query, error);
  gboolean has_row = stmt != NULL;

  if (stmt == NULL || !rutter_db_step (stmt, &has_row, error))
    return FALSE;

  while (has_row)
    {
      const char *uid = rutter_db_column_text (stmt, 0);
      RutterStarterObject *object = NULL;
      GError *problem = NULL;

      if (uid != NULL)
        object = g_hash_table_lookup (context->objects, uid);
      if (object == NULL)
        g_set_error (&problem, RUTTER_ERROR, RUTTER_ERROR_INVALID, "a claim has no citation");
      else
        rutter_starter_row_refuse (&object->row, RUTTER_ERROR_INVALID, &problem,
                                   "the object has no claim");
      rutter_starter_context_note (context, problem);

      if (!rutter_db_step (stmt, &has_row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
report_problems (RutterStarterContext  *context,
                 GError               **error)
{
  g_autoptr(GString) message = NULL;
  guint n_told = MIN (context->problems->len, MOST_PROBLEMS);

  if (context->problems->len == 0)
    return TRUE;

  message = g_string_new ("The starter catalogue cannot be made:");
  for (guint i = 0; i < n_told; i++)
    g_string_append_printf (message, "\n%s",
                            (const char *)g_ptr_array_index (context->problems, i));
  if (context->problems->len > n_told)
    g_string_append_printf (message, "\nand %u more", context->problems->len - n_told);

  g_set_error_literal (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, message->str);
  return FALSE;
}

static gboolean
write_catalogue (sqlite3   *db,
                 gpointer   data,
                 GError   **error)
{
  RutterStarterContext *context = data;

  rutter_starter_context_each_row (context, find_table ("layer.tsv"), write_layer);
  check_layers (context);

  for (guint i = 0; i < rutter_starter_n_tables; i++)
    if (rutter_starter_tables[i].is_object)
      rutter_starter_context_each_row (context, &rutter_starter_tables[i],
                                       rutter_starter_register_object);

  rutter_starter_context_each_row (context, find_table ("actor.tsv"), rutter_starter_read_denier);
  rutter_starter_context_each_row (context, find_table ("denier.tsv"),
                                   rutter_starter_read_denier);

  for (guint i = 0; i < rutter_starter_n_tables; i++)
    if (rutter_starter_tables[i].table != NULL)
      rutter_starter_context_each_row (context, &rutter_starter_tables[i],
                                       rutter_starter_write_row);
  for (guint i = 0; i < rutter_starter_n_tables; i++)
    if (rutter_starter_tables[i].is_object)
      rutter_starter_context_each_row (context, &rutter_starter_tables[i],
                                       rutter_starter_write_row_claims);
  rutter_starter_context_each_row (context, find_table ("route.tsv"),
                                   rutter_starter_write_line_claim);

  rutter_starter_context_each_row (context, find_table ("claim.tsv"),
                                   rutter_starter_write_seed_claim);
  rutter_starter_context_each_row (context, find_table ("discrepancy.tsv"),
                                   rutter_starter_write_discrepancy);

  return check_claims (context, error) && report_problems (context, error) &&
         rutter_origin_write (context->db, EDITION, error);
}

static gboolean
fill_file (RutterStarterContext  *context,
           RutterConnection      *connection,
           GError               **error)
{
  gboolean done;

  context->db = rutter_connection_get_db (connection);
  done = rutter_schema_create (context->db, error) &&
         rutter_db_transact (context->db, write_catalogue, context, error);
  g_hash_table_remove_all (context->statements);

  return done && rutter_schema_finish (context->db, error) &&
         rutter_db_exec (context->db, "UPDATE gpkg_contents SET last_change = '" LAST_CHANGE "'",
                         error) &&
         rutter_db_exec (context->db, "VACUUM", error);
}

/**
 * rutter_starter_compile_with_lines:
 * @folder: holds the tables of facts that data/starter/README.md describes
 * @output: the GeoPackage to write; one that is there is replaced once the new one is whole
 * @make_line: (nullable) (scope call): makes the lines of the routes whose method is "computed";
 *   without it such a route is refused
 *
 * Compiles the reviewed facts into a catalogue. The same facts give the same bytes.
 *
 * Returns: FALSE with %RUTTER_ERROR_INVALID, whose message has a line for every faulty row (file,
 *   line, uid, what is wrong), with a #GFileError when a table can't be read, or with the errors
 *   of the database
 */
gboolean
rutter_starter_compile_with_lines (const char             *folder,
                                   const char             *output,
                                   RutterStarterLineFunc   make_line,
                                   gpointer                user_data,
                                   GError                **error)
{
  g_autoptr(RutterStarterContext) context = NULL;
  RutterConnection *connection;
  g_autofree char *aside = NULL;
  gboolean done;

  g_return_val_if_fail (folder != NULL && output != NULL, FALSE);

  context = rutter_starter_context_new (folder, error);
  if (context == NULL)
    return FALSE;

  context->make_line = make_line;
  context->line_data = user_data;

  aside = g_strconcat (output, ".new", NULL);
  g_unlink (aside);
  connection = rutter_connection_create (aside, error);
  if (connection == NULL)
    return FALSE;

  done = fill_file (context, connection, error);
  if (done)
    done = rutter_connection_close (connection, error);
  else
    rutter_connection_free (connection);

  if (done && g_rename (aside, output) != 0)
    {
      int code = errno;

      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                   "The starter catalogue could not be written to “%s”: %s.", output,
                   g_strerror (code));
      done = FALSE;
    }

  if (!done)
    g_unlink (aside);

  return done;
}

/* As rutter_starter_compile_with_lines(), of facts in which no line is computed. */
gboolean
rutter_starter_compile (const char  *folder,
                        const char  *output,
                        GError     **error)
{
  return rutter_starter_compile_with_lines (folder, output, NULL, NULL, error);
}
