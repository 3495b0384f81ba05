/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-database-file.h"

#include "rutter-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file header of SQLite: https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_SIZE 100
#define OFFSET_PAGE_SIZE 16
#define OFFSET_WRITE_VERSION 18
#define OFFSET_CHANGE_COUNTER 24
#define OFFSET_N_PAGES 28
#define OFFSET_VALID_FOR 92
#define WRITE_VERSION_WAL 2

/* How often a file that is being written is copied anew before giving up. */
#define COPY_ATTEMPTS 3

static guint32
read_uint32 (const guint8 *header,
             guint         offset)
{
  return (guint32)header[offset] << 24 | (guint32)header[offset + 1] << 16 |
         (guint32)header[offset + 2] << 8 | header[offset + 3];
}

static void
set_read_error (const char  *path,
                int          saved_errno,
                GError     **error)
{
  if (saved_errno == ENOENT || saved_errno == ENOTDIR)
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND, _("There is no file “%s”."), path);
  else
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_READ, _("The file “%s” cannot be read: %s."),
                 path,
                 g_strerror (saved_errno));
}

/* Fills @header as far as the file goes. */
static gboolean
read_header (const char  *path,
             guint8      *header,
             GError     **error)
{
  /* O_NONBLOCK: a pipe put in the place of a file since it was looked at must not hang us. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int saved_errno;
  gssize n_read;

  if (fd < 0)
    {
      set_read_error (path, errno, error);
      return FALSE;
    }

  n_read = pread (fd, header, HEADER_SIZE, 0);
  saved_errno = errno;
  close (fd);
  if (n_read >= 0)
    return TRUE;

  set_read_error (path, saved_errno, error);
  return FALSE;
}

/* SQLite keeps its other files beside the file itself, not beside a link to it. */
static char *
resolve (const char *path)
{
  char *found = realpath (path, NULL);
  char *resolved = g_strdup (found != NULL ? found : path);

  free (found);
  return resolved;
}

static gboolean
is_beside (const char *path,
           const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (beside, &info) == 0 && info.st_size > 0;
}

/* A rollback journal whose first byte is zero has been dealt with; any other is the only way back
 * to a sound file, and playing it back would write to a file that is not ours.
 */
static gboolean
has_unfinished_change (const char *path)
{
  g_autofree char *journal_path = g_strconcat (path, "-journal", NULL);
  guint8 header[HEADER_SIZE] = { 0 };

  return is_beside (path, "-journal") && read_header (journal_path, header, NULL) &&
         header[0] != 0;
}

static gboolean
check_size (const char    *path,
            const guint8  *header,
            guint64        size,
            GError       **error)
{
  guint64 page_size = (guint)header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];
  guint64 expected;

  if (page_size == 1)
    page_size = 65536;

  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
                   _("The file “%s” is damaged: its header gives a page size of %" PRIu64
                     " bytes."), path, page_size);
      return FALSE;
    }

  /* Programs of before 2010 left the page count stale; then the two counters differ. */
  if (read_uint32 (header, OFFSET_CHANGE_COUNTER) != read_uint32 (header, OFFSET_VALID_FOR))
    return TRUE;

  expected = page_size * read_uint32 (header, OFFSET_N_PAGES);
  if (size >= expected)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
               _("The file “%s” is cut short: it has %" PRIu64 " of %" PRIu64
                 " bytes."), path, size, expected);
  return FALSE;
}

/**
 * rutter_database_file_probe:
 * @file: (out): what was found
 *
 * Tells a database from everything else that may lie under a name. Only reads; never waits.
 *
 * Returns: %FALSE with %RUTTER_ERROR_NOT_FOUND, %RUTTER_ERROR_READ, %RUTTER_ERROR_FOREIGN for
 *   what is no database, or %RUTTER_ERROR_CORRUPT for an empty, cut or half-written one
 */
gboolean
rutter_database_file_probe (const char          *path,
                            RutterDatabaseFile  *file,
                            GError             **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  g_autofree char *real_path = NULL;
  gboolean has_log;
  GStatBuf info;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_stat (path, &info) != 0)
    {
      set_read_error (path, errno, error);
      return FALSE;
    }

  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
                   S_ISDIR (info.st_mode) ? _("“%s” is a folder, not a catalogue file.")
                                          : _("“%s” is a device or pipe, not a catalogue file."),
                   path);
      return FALSE;
    }

  if (!read_header (path, header, error))
    return FALSE;

  if (info.st_size == 0)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT, _("The file “%s” is empty."), path);
      return FALSE;
    }

  if (memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
                   _("The file “%s” is not a catalogue: it is no SQLite database."), path);
      return FALSE;
    }

  if (info.st_size < HEADER_SIZE)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
                   _("The file “%s” is cut short within its header."), path);
      return FALSE;
    }

  real_path = resolve (path);
  file->size = (guint64)info.st_size;
  has_log = is_beside (real_path, "-wal");
  file->has_wal = has_log || header[OFFSET_WRITE_VERSION] == WRITE_VERSION_WAL;
  file->has_hot_journal = has_unfinished_change (real_path);

  /* What a log or journal beside it holds may still make the file longer. */
  return has_log || file->has_hot_journal || check_size (path, header, file->size, error);
}

/**
 * rutter_database_file_make:
 *
 * Makes an empty file that was not there before.
 */
gboolean
rutter_database_file_make (const char  *path,
                           GError     **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE, _("The file “%s” cannot be made: %s."),
               path,
               g_strerror (errno));
  return FALSE;
}

static gboolean
copy_file (const char  *from_path,
           const char  *to_path,
           GError     **error)
{
  g_autoptr(GFile) from = g_file_new_for_path (from_path);
  g_autoptr(GFile) to = g_file_new_for_path (to_path);

  return g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                      NULL, NULL, error);
}

/* What changes with a file when somebody writes to it; 0 throughout when it is not there. */
static void
get_state (const char *path,
           gint64      state[4])
{
  GStatBuf info;

  memset (state, 0, 4 * sizeof *state);
  if (g_stat (path, &info) != 0)
    return;

  state[0] = info.st_size;
  state[1] = info.st_mtim.tv_sec;
  state[2] = info.st_mtim.tv_nsec;
  state[3] = (gint64)info.st_ino;
}

/* The two files belong together only if neither was written to meanwhile. */
static gboolean
copy_pair (const char  *path,
           const char  *copy_path,
           gboolean    *is_calm,
           GError     **error)
{
  g_autofree char *wal_path = g_strconcat (path, "-wal", NULL);
  g_autofree char *wal_copy_path = g_strconcat (copy_path, "-wal", NULL);
  gint64 before[8];
  gint64 after[8];

  get_state (path, before);
  get_state (wal_path, before + 4);
  g_unlink (wal_copy_path);
  if (!copy_file (path, copy_path, error) ||
      (is_beside (path, "-wal") && !copy_file (wal_path, wal_copy_path, error)))
    return FALSE;

  get_state (path, after);
  get_state (wal_path, after + 4);
  *is_calm = memcmp (before, after, sizeof before) == 0;
  return TRUE;
}

/**
 * rutter_database_file_copy:
 * @private_dir: (out): a folder made for the copy that nobody else may enter; the caller removes
 *   it, also when the copy failed
 *
 * Copies a database together with its write-ahead log.
 *
 * Returns: (transfer full): the path of the copy; %NULL with %RUTTER_ERROR_WRITE, or with
 *   %RUTTER_ERROR_READ when another program does not stop writing to it
 */
char *
rutter_database_file_copy (const char  *path,
                           char       **private_dir,
                           GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *real_path = resolve (path);
  g_autofree char *copy_path = NULL;
  gboolean is_calm = FALSE;

  *private_dir = g_dir_make_tmp ("rutter-XXXXXX", &local_error);
  if (*private_dir != NULL)
    copy_path = g_build_filename (*private_dir, "copy.gpkg", NULL);

  for (guint i = 0; i < COPY_ATTEMPTS && local_error == NULL && !is_calm; i++)
    copy_pair (real_path, copy_path, &is_calm, &local_error);

  if (is_calm)
    return g_steal_pointer (&copy_path);

  if (local_error == NULL)
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_READ,
                 _("The file “%s” is being written by another program: try again when it is done."),
                 path);
  else
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                 _("The file “%s” has to be copied before it can be read, and that failed: %s."),
                 path, local_error->message);
  return NULL;
}
