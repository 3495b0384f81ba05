/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-connection.h"

#include "rutter-database-file.h"
#include "rutter-error.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* How long to wait for another program that is writing, milliseconds. */
#define BUSY_TIMEOUT_MS 3000
/* The longest pause between two attempts at what SQLite does not wait for itself. */
#define RETRY_MS 40
/* A line of a million points fits; what is longer is no geometry and no text of a catalogue. */
#define MOST_BYTES_A_VALUE (16 * 1024 * 1024)
/* How often a foreign file's reading is looked at, in steps of SQLite's machine, and how many steps
 * it may take altogether between two calls of rutter_connection_renew(). Checking a catalogue of
 * 100,000 objects (30 MB) took 21 million, reading it 12 million; a query that runs away takes
 * any number.
 */
#define STEPS_A_LOOK 10000
#define MOST_STEPS 50000000
#define MOST_STEPS_A_BYTE 10

struct _RutterConnection
{
  sqlite3 *db;
  char    *path;        /* of the file that was asked for */
  char    *copy_path;   /* of the copy that is read in its place, or NULL */
  char    *private_dir; /* holds the copy and is removed with it */
  guint64  max_steps;   /* of a foreign file, after which reading is given up */
  guint64  n_steps;
};

static RutterConnection *
open_file (const char  *path,
           int          flags,
           GError     **error)
{
  g_autoptr(RutterConnection) self = g_new0 (RutterConnection, 1);
  int rc = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                            NULL);

  if (rc != SQLITE_OK)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_DATABASE,
                   _("The file “%s” cannot be opened: %s."), path,
                   self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (rc));
      return NULL;
    }

  self->path = g_strdup (path);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, MOST_BYTES_A_VALUE);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  return g_steal_pointer (&self);
}

/* SQLite calls this now and then; anything but 0 ends the statement. */
static int
on_progress_cb (void *user_data)
{
  RutterConnection *self = user_data;

  self->n_steps += STEPS_A_LOOK;
  return self->n_steps > self->max_steps;
}

/* A file of unknown making gets no more room than a catalogue needs. */
static void
lower_limits (RutterConnection *self,
              guint64           file_size)
{
  static const struct
  {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
    { SQLITE_LIMIT_COLUMN, 200 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
    { SQLITE_LIMIT_VDBE_OP, 100000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 20 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->db, limits[i].limit, limits[i].value);

  self->max_steps = MOST_STEPS + MOST_STEPS_A_BYTE * file_size;
  sqlite3_progress_handler (self->db, STEPS_A_LOOK, on_progress_cb, self);
}

/* quick_check may speak in several lines, of which the first names the database. */
static void
set_damage_error (const char  *path,
                  const char  *verdict,
                  GError     **error)
{
  static const char heading[] = "*** in database main ***\n"; /* SQLite's, untranslated */
  g_autofree char *words = NULL;

  if (g_str_has_prefix (verdict, heading))
    verdict += strlen (heading);
  words = g_strdelimit (g_strdup (verdict), "\n", ' ');
  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
               _("The file “%s” is damaged and was not opened: %s"), path, words);
}

/* quick_check says "ok" in one row, or tells what is wrong in one row each. */
static gboolean
check_quickly (sqlite3     *db,
               const char  *path,
               GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *verdict = rutter_db_query_text (db, "PRAGMA quick_check (1)", &local_error);

  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;

  if (verdict != NULL)
    set_damage_error (path, verdict, error);
  else if (g_error_matches (local_error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT))
    set_damage_error (path, local_error->message, error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The user never heard of the copy: a message tells of the file that it was made of. */
static void
replace_path (GError     *error,
              const char *copy_path,
              const char *path)
{
  g_autoptr(GString) message = g_string_new (error->message);

  g_string_replace (message, copy_path, path, 0);
  g_free (error->message);
  error->message = g_strdup (message->str);
}

/* The copy is ours, so what waits in its write-ahead log may be brought in. */
static gboolean
settle_copy (const char  *copy_path,
             guint64      size,
             GError     **error)
{
  g_autoptr(RutterConnection) self = open_file (copy_path, SQLITE_OPEN_READWRITE, error);
  g_autofree char *mode = NULL;

  if (self == NULL)
    return FALSE;

  lower_limits (self, size);
  mode = rutter_db_query_text (self->db, "PRAGMA journal_mode = DELETE", error);
  if (mode == NULL)
    return FALSE;

  return rutter_connection_close (g_steal_pointer (&self), error);
}

/* The copy at @copy_path of the file at @path, without a log of its own from here on. */
static RutterConnection *
open_copy (const char  *copy_path,
           const char  *path,
           guint64      size,
           GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  RutterConnection *self = NULL;

  if (settle_copy (copy_path, size, &local_error))
    self = open_file (copy_path, SQLITE_OPEN_READONLY, &local_error);
  if (self != NULL)
    return self;

  replace_path (local_error, copy_path, path);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
remove_private_dir (const char *dir_path)
{
  g_autoptr(GDir) dir = g_dir_open (dir_path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir_path, name, NULL);

      g_unlink (path);
    }

  g_rmdir (dir_path);
}

/**
 * rutter_connection_create:
 * @path: where no file may be yet
 *
 * Makes an empty database with a rollback journal, so that it is one file once it is closed: what
 * the starter catalogue and exports are written with.
 *
 * Returns: (transfer full): the connection, or %NULL with %RUTTER_ERROR_WRITE
 */
RutterConnection *
rutter_connection_create (const char  *path,
                          GError     **error)
{
  RutterConnection *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (!rutter_database_file_make (path, error))
    return NULL;

  self = open_file (path, SQLITE_OPEN_READWRITE, error);
  if (self != NULL && rutter_db_exec (self->db, "PRAGMA foreign_keys = ON; "
                                                "PRAGMA synchronous = FULL", error))
    return self;

  g_clear_pointer (&self, rutter_connection_free);
  return NULL;
}

/**
 * rutter_connection_open_own:
 *
 * Opens a file of the user's own for reading and writing, with foreign keys held. Nothing is
 * written yet: the caller first looks whether the file is what it should be, then calls
 * rutter_connection_make_durable(). Until the caller has compared the schema with ours and turned
 * trusted_schema on, triggers that write to virtual tables are refused.
 *
 * Returns: (transfer full): the connection; %NULL with %RUTTER_ERROR_NOT_FOUND,
 *   %RUTTER_ERROR_READ, %RUTTER_ERROR_CORRUPT, %RUTTER_ERROR_FOREIGN, %RUTTER_ERROR_WRITE
 *   or %RUTTER_ERROR_DATABASE
 */
RutterConnection *
rutter_connection_open_own (const char  *path,
                            GError     **error)
{
  g_autoptr(RutterConnection) self = NULL;
  RutterDatabaseFile file;

  g_return_val_if_fail (path != NULL, NULL);

  if (!rutter_database_file_probe (path, &file, error))
    return NULL;

  self = open_file (path, SQLITE_OPEN_READWRITE, error);
  if (self == NULL)
    return NULL;

  if (sqlite3_db_readonly (self->db, "main") == 1)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                   _("The file “%s” may not be written to: make it writable, or open it as a file "
                     "to read only."), path);
      return NULL;
    }

  if (!check_quickly (self->db, path, error) ||
      !rutter_db_exec (self->db, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * rutter_connection_make_durable:
 *
 * From here on the file has a write-ahead log, and every commit is on the disk before it returns.
 */
gboolean
rutter_connection_make_durable (RutterConnection  *self,
                                GError           **error)
{
  gint64 deadline_us = g_get_monotonic_time () + BUSY_TIMEOUT_MS * 1000;

  g_return_val_if_fail (self != NULL, FALSE);

  /* Two programs that turn the log on at once stand in each other's way, and SQLite gives up at
   * once instead of waiting: both would wait for ever.
   */
  for (;;)
    {
      g_autoptr(GError) local_error = NULL;
      g_autofree char *mode = rutter_db_query_text (self->db, "PRAGMA journal_mode = WAL",
                                                    &local_error);

      if (mode != NULL)
        return rutter_db_exec (self->db, "PRAGMA synchronous = FULL", error);

      if ((sqlite3_errcode (self->db) & 0xff) != SQLITE_BUSY ||
          g_get_monotonic_time () > deadline_us)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_usleep ((gulong)g_random_int_range (1, RETRY_MS) * 1000);
    }
}

/**
 * rutter_connection_open_foreign:
 *
 * Opens a file of unknown making for reading. Neither the file nor its folder is changed: a file
 * that has, or would grow, a write-ahead log is read from a private copy. Triggers and views of
 * the file never run.
 *
 * Returns: (transfer full): the connection; %NULL with the errors of rutter_connection_open_own()
 */
RutterConnection *
rutter_connection_open_foreign (const char  *path,
                                GError     **error)
{
  static const char settings[] =
    "PRAGMA query_only = ON;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0";
  g_autoptr(RutterConnection) self = NULL;
  g_autofree char *private_dir = NULL;
  g_autofree char *copy_path = NULL;
  RutterDatabaseFile file;

  g_return_val_if_fail (path != NULL, NULL);

  if (!rutter_database_file_probe (path, &file, error))
    return NULL;

  if (file.has_hot_journal)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
                   _("The file “%s” was left in the middle of a change: open it once with the "
                     "program that wrote it."), path);
      return NULL;
    }

  if (file.has_wal)
    {
      copy_path = rutter_database_file_copy (path, &private_dir, error);
      if (copy_path != NULL)
        self = open_copy (copy_path, path, file.size, error);
      if (self == NULL && private_dir != NULL)
        remove_private_dir (private_dir);
    }
  else
    {
      self = open_file (path, SQLITE_OPEN_READONLY, error);
    }

  if (self == NULL)
    return NULL;

  if (private_dir != NULL)
    {
      g_free (self->path);
      self->path = g_strdup (path);
      self->copy_path = g_steal_pointer (&copy_path);
      self->private_dir = g_steal_pointer (&private_dir);
    }

  lower_limits (self, file.size);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  if (!check_quickly (self->db, path, error) || !rutter_db_exec (self->db, settings, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * rutter_connection_get_db:
 *
 * Returns: (transfer none): the connection as SQLite knows it
 */
sqlite3 *
rutter_connection_get_db (RutterConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->db;
}

/**
 * rutter_connection_renew:
 *
 * Begins a new piece of work, which may take as long as the one before.
 */
void
rutter_connection_renew (RutterConnection *self)
{
  g_return_if_fail (self != NULL);

  self->n_steps = 0;
}

/**
 * rutter_connection_name_file:
 * @error: (nullable): what went wrong on the connection
 *
 * Puts the name of the file that the user knows into a message about the copy that is read in its
 * place.
 */
void
rutter_connection_name_file (RutterConnection *self,
                             GError           *error)
{
  g_return_if_fail (self != NULL);

  if (error != NULL && self->copy_path != NULL)
    replace_path (error, self->copy_path, self->path);
}

/**
 * rutter_connection_close:
 * @self: (transfer full): the connection, with no statement left
 *
 * For those who must know that all is written; else rutter_connection_free() does.
 */
gboolean
rutter_connection_close (RutterConnection  *self,
                         GError           **error)
{
  int rc;

  g_return_val_if_fail (self != NULL, FALSE);

  rc = sqlite3_close (self->db);
  if (rc == SQLITE_OK)
    self->db = NULL;
  else
    rutter_db_set_error (self->db, rc, error);

  rutter_connection_free (self);
  return rc == SQLITE_OK;
}

void
rutter_connection_free (RutterConnection *self)
{
  if (self == NULL)
    return;

  if (self->db != NULL)
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  if (self->private_dir != NULL)
    remove_private_dir (self->private_dir);
  g_free (self->private_dir);
  g_free (self->copy_path);
  g_free (self->path);
  g_free (self);
}
