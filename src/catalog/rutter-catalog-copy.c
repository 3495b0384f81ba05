/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-copy.h"

#include "rutter-catalog-file.h"
#include "rutter-catalog-place.h"
#include "rutter-error.h"
#include "rutter-statement.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* Between two of these it is told how far it has come, and looked whether to go on. */
#define PAGES_A_STEP 1024

static gboolean
fail (const char  *path,
      const char  *why,
      GError     **error)
{
  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE,
               _("The catalogue “%s” cannot be made: %s."), path, why);
  return FALSE;
}

/* Every page of @db into the empty database @to, which is one file afterwards. */
static gboolean
copy_pages (sqlite3         *db,
            sqlite3         *to,
            const char      *to_path,
            RutterProgress  *progress,
            GCancellable    *cancellable,
            GError         **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", db, "main");
  g_autofree char *mode = NULL;
  int rc;

  if (backup == NULL)
    return fail (to_path, sqlite3_errmsg (to), error);

  while (sqlite3_backup_step (backup, PAGES_A_STEP) == SQLITE_OK &&
         !g_cancellable_is_cancelled (cancellable))
    {
      int n_pages = sqlite3_backup_pagecount (backup);

      rutter_progress_set (progress, n_pages - sqlite3_backup_remaining (backup), n_pages);
    }
  rutter_progress_set (progress, 0, 0);
  rc = sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (rc != SQLITE_OK)
    return fail (to_path, sqlite3_errstr (rc), error);

  mode = rutter_db_query_text (to, "PRAGMA journal_mode = DELETE", error);
  return mode != NULL;
}

/* An empty file beside @path, which becomes @path once it is whole. */
static char *
make_draft (const char  *path,
            GError     **error)
{
  g_autofree char *draft = g_strconcat (path, ".part-XXXXXX", NULL);
  int fd = g_mkstemp (draft);

  if (fd < 0)
    {
      fail (path, g_strerror (errno), error);
      return NULL;
    }

  close (fd);
  return g_steal_pointer (&draft);
}

/* What a database keeps beside it means that a program has it open, or did not end well. */
static gboolean
is_in_use (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-journal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);

      if (rutter_catalog_place_is_taken (beside))
        return TRUE;
    }

  return FALSE;
}

static gboolean
publish (const char  *draft,
         const char  *path,
         GError     **error)
{
  int saved_errno;

  if (is_in_use (path))
    {
      g_unlink (draft);
      return fail (path, _("a program is using the file of that name; choose another name"), error);
    }

  if (rename (draft, path) == 0)
    {
      rutter_catalog_place_sync (path);
      return TRUE;
    }

  saved_errno = errno;
  g_unlink (draft);
  return fail (path, g_strerror (saved_errno), error);
}

static gboolean
copy_to_draft (sqlite3         *db,
               const char      *draft,
               const char      *path,
               RutterProgress  *progress,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autoptr(sqlite3) to = NULL;
  int rc = sqlite3_open_v2 (draft, &to, SQLITE_OPEN_READWRITE, NULL);

  if (rc != SQLITE_OK)
    return fail (path, sqlite3_errstr (rc), error);

  return copy_pages (db, to, path, progress, cancellable, error);
}

static gboolean
is_same_file (const char *path,
              const char *other_path)
{
  GStatBuf info;
  GStatBuf other;

  return g_stat (path, &info) == 0 && g_stat (other_path, &other) == 0 &&
         info.st_dev == other.st_dev && info.st_ino == other.st_ino;
}

/**
 * rutter_catalog_copy:
 * @from_path: a catalogue, which may be in use; it is not changed
 * @to_path: a file that is there is replaced once the copy is whole
 *
 * Saves a catalogue under another name, with what is still in its write-ahead log.
 *
 * Returns: %FALSE with %RUTTER_ERROR_WRITE, or with the errors of
 *   rutter_catalog_file_open_foreign()
 */
gboolean
rutter_catalog_copy (const char  *from_path,
                     const char  *to_path,
                     GError     **error)
{
  return rutter_catalog_copy_full (from_path, to_path, NULL, NULL, error);
}

/**
 * rutter_catalog_copy_full:
 * @progress: (nullable): is told how many of the pages are copied
 * @cancellable: (nullable)
 *
 * As above; when it is cancelled nothing is left behind.
 */
gboolean
rutter_catalog_copy_full (const char      *from_path,
                          const char      *to_path,
                          RutterProgress  *progress,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr(RutterConnection) from = NULL;
  g_autofree char *draft = NULL;

  g_return_val_if_fail (from_path != NULL && to_path != NULL, FALSE);

  if (is_same_file (from_path, to_path))
    return fail (to_path, _("this is the catalogue itself; choose another name"), error);

  from = rutter_catalog_file_open_foreign (from_path, error);
  draft = from != NULL ? make_draft (to_path, error) : NULL;
  if (draft == NULL)
    return FALSE;

  if (copy_to_draft (rutter_connection_get_db (from), draft, to_path, progress, cancellable,
                     error))
    return publish (draft, to_path, error);

  g_unlink (draft);
  return FALSE;
}

/* The layers are the program's own, whatever is in them. */
static gboolean
copy_layers (sqlite3     *db,
             const char  *starter_path,
             GError     **error)
{
  static const char insert[] =
    "INSERT INTO layer (uid, title, definition, data_to, position) VALUES (?1, ?2, ?3, ?4, ?5)";
  g_autoptr(RutterConnection) starter = rutter_catalog_file_open_foreign (starter_path, error);
  g_autoptr(sqlite3_stmt) from = NULL;
  g_autoptr(sqlite3_stmt) to = NULL;
  gboolean has_row = TRUE;

  if (starter == NULL)
    return FALSE;

  from = rutter_db_prepare (rutter_connection_get_db (starter), "SELECT uid, title, definition, "
                            "data_to, position FROM layer ORDER BY position", error);
  to = from != NULL ? rutter_db_prepare (db, insert, error) : NULL;
  if (to == NULL)
    return FALSE;

  while (rutter_db_step (from, &has_row, error) && has_row)
    {
      for (int i = 0; i < 5; i++)
        sqlite3_bind_value (to, i + 1, sqlite3_column_value (from, i));
      if (!rutter_db_run (to, error))
        return FALSE;
    }

  return !has_row;
}

/**
 * rutter_catalog_copy_empty:
 * @starter_path: where the titles of the layers come from
 * @to_path: a file that is there is replaced once the new one is whole
 *
 * Makes a catalogue without any object or claim.
 */
gboolean
rutter_catalog_copy_empty (const char  *starter_path,
                           const char  *to_path,
                           GError     **error)
{
  g_autofree char *draft = make_draft (to_path, error);
  RutterConnection *connection;
  gboolean done;

  if (draft == NULL)
    return FALSE;

  g_unlink (draft);
  connection = rutter_catalog_file_create (draft, error);
  if (connection == NULL)
    return FALSE;

  done = copy_layers (rutter_connection_get_db (connection), starter_path, error);
  if (done)
    done = rutter_connection_close (connection, error);
  else
    rutter_connection_free (connection);

  if (done)
    return publish (draft, to_path, error);

  g_unlink (draft);
  return FALSE;
}

/**
 * rutter_catalog_copy_back_up:
 * @db: a catalogue that is about to be changed throughout
 * @version: of its tables
 *
 * Keeps the file as it is beside it, as `NAME.version-N-YYYY-MM-DD`.
 */
gboolean
rutter_catalog_copy_back_up (sqlite3  *db,
                             int       version,
                             GError  **error)
{
  const char *path = sqlite3_db_filename (db, "main");
  g_autofree char *word = g_strdup_printf ("version-%d", version);
  g_autofree char *kept_path = rutter_catalog_place_make_dated (path, word);
  g_autofree char *draft = make_draft (kept_path, error);

  if (draft == NULL)
    return FALSE;

  if (!copy_to_draft (db, draft, kept_path, NULL, NULL, error))
    {
      g_unlink (draft);
      return FALSE;
    }

  return publish (draft, kept_path, error);
}
