/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-own.h"

#include "rutter-catalog-place.h"
#include "rutter-database-file.h"
#include "rutter-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define CHUNK_SIZE (64 * 1024)
/* What is left of a copy that was killed is removed after this time: a younger one may belong to
 * another Rutter that is starting now.
 */
#define STALE_AFTER_S (60 * 60)

/* The files that SQLite keeps beside a database and that belong to it alone. */
static const char *const companions[] = { "-wal", "-shm", "-journal" };

static gboolean
fail (GError     **error,
      const char  *format,
      const char  *path,
      int          saved_errno)
{
  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE, format, path,
               g_strerror (saved_errno));
  return FALSE;
}

static gboolean
write_all (int         fd,
           const char *data,
           gssize      size)
{
  while (size > 0)
    {
      gssize n_written = write (fd, data, (gsize)size);

      if (n_written < 0 && errno != EINTR)
        return FALSE;

      data += MAX (n_written, 0);
      size -= MAX (n_written, 0);
    }

  return TRUE;
}

/* Until everything is on the disk: what is renamed afterwards is whole or not there. */
static gboolean
copy_to_fd (int from_fd,
            int to_fd)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  gssize n_read;

  while ((n_read = read (from_fd, chunk, CHUNK_SIZE)) != 0)
    if ((n_read < 0 && errno != EINTR) || !write_all (to_fd, chunk, n_read))
      return FALSE;

  return fsync (to_fd) == 0;
}

/* Copies of before that nobody will finish. */
static void
remove_stale_copies (const char *own_path)
{
  g_autofree char *folder_path = g_path_get_dirname (own_path);
  g_autofree char *own_name = g_path_get_basename (own_path);
  g_autofree char *prefix = g_strconcat (own_name, ".part-", NULL);
  g_autoptr(GDir) folder = g_dir_open (folder_path, 0, NULL);
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder_path, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, prefix) && g_lstat (path, &info) == 0 &&
          now_s - info.st_mtime > STALE_AFTER_S)
        g_unlink (path);
    }
}

/* A whole copy of the starter under a name of its own, or NULL. */
static char *
make_copy (const char  *starter_path,
           const char  *own_path,
           GError     **error)
{
  g_autofree char *copy_path = g_strconcat (own_path, ".part-XXXXXX", NULL);
  g_autofree char *folder = g_path_get_dirname (own_path);
  RutterDatabaseFile starter;
  gboolean is_copied;
  int saved_errno;
  int from_fd;
  int to_fd;

  if (!rutter_database_file_probe (starter_path, &starter, error))
    return NULL;

  to_fd = -1;
  if (g_mkdir_with_parents (folder, 0700) == 0)
    to_fd = g_mkstemp_full (copy_path, O_RDWR | O_CLOEXEC, 0600);
  if (to_fd < 0)
    {
      fail (error, _("Your own catalogue cannot be made in the folder “%s”: %s."), folder, errno);
      return NULL;
    }

  from_fd = g_open (starter_path, O_RDONLY | O_CLOEXEC, 0);
  is_copied = from_fd >= 0 && copy_to_fd (from_fd, to_fd);
  saved_errno = errno;
  if (from_fd >= 0)
    close (from_fd);
  close (to_fd);
  if (is_copied)
    return g_steal_pointer (&copy_path);

  g_unlink (copy_path);
  fail (error, _("The starter catalogue cannot be copied to “%s”: %s."), own_path, saved_errno);
  return NULL;
}

/* A log that outlived its database would be played into the next one of that name. */
static gboolean
move_companions (const char  *from_path,
                 const char  *to_path,
                 GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (from_path, companions[i], NULL);
      g_autofree char *to = g_strconcat (to_path, companions[i], NULL);

      if (rutter_catalog_place_is_taken (from) && !rutter_catalog_place_rename_to_new (from, to))
        return fail (error, _("This file cannot be set aside: “%s”: %s."), from, errno);
    }

  return TRUE;
}

static gboolean
move_catalog (const char  *own_path,
              const char  *word,
              char       **kept_path,
              GError     **error)
{
  g_autofree char *dated_path = rutter_catalog_place_make_dated (own_path, word);

  if (rutter_catalog_place_is_taken (own_path) &&
      !rutter_catalog_place_rename_to_new (own_path, dated_path))
    return fail (error, _("This catalogue cannot be set aside: “%s”: %s."), own_path, errno);
  if (!move_companions (own_path, dated_path, error))
    return FALSE;

  rutter_catalog_place_sync (own_path);
  if (kept_path != NULL)
    *kept_path = g_steal_pointer (&dated_path);
  return TRUE;
}

static gboolean
has_companions (const char *own_path)
{
  gboolean has = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (own_path, companions[i], NULL);

      has = has || rutter_catalog_place_is_taken (path);
    }

  return has;
}

/* Eats the copy: it becomes the catalogue, or is removed. */
static gboolean
publish_copy (const char  *copy_path,
              const char  *own_path,
              GError     **error)
{
  int saved_errno;

  if (rutter_catalog_place_rename_to_new (copy_path, own_path))
    {
      rutter_catalog_place_sync (own_path);
      return TRUE;
    }

  saved_errno = errno;
  g_unlink (copy_path);
  if (saved_errno == EEXIST)
    return TRUE;

  return fail (error, _("Your own catalogue cannot be made: “%s”: %s."), own_path, saved_errno);
}

/**
 * rutter_catalog_prepare_own:
 * @starter_path: the starter catalogue that came with the program
 * @own_path: where the user's own catalogue belongs; the folder is made when it is not there
 *
 * Makes the user's catalogue a copy of the starter at the first start. A file that is there, of
 * whatever kind, is left as it is: whether it is any good shows when it is opened. A copy that is
 * interrupted leaves nothing under @own_path.
 *
 * Returns: %FALSE with %RUTTER_ERROR_WRITE when the folder cannot be written to, so that the
 *   starter can be opened to read only; with the errors of rutter_database_file_probe() when
 *   the starter is no good
 */
gboolean
rutter_catalog_prepare_own (const char  *starter_path,
                            const char  *own_path,
                            GError     **error)
{
  g_autofree char *copy_path = NULL;

  g_return_val_if_fail (starter_path != NULL, FALSE);
  g_return_val_if_fail (own_path != NULL, FALSE);

  remove_stale_copies (own_path);
  if (rutter_catalog_place_is_taken (own_path))
    return TRUE;

  copy_path = make_copy (starter_path, own_path, error);
  if (copy_path == NULL)
    return FALSE;

  if (!rutter_catalog_place_is_taken (own_path) && has_companions (own_path) &&
      !move_catalog (own_path, "orphaned", NULL, error))
    {
      g_unlink (copy_path);
      return FALSE;
    }

  return publish_copy (copy_path, own_path, error);
}

/**
 * rutter_catalog_set_aside:
 * @kept_path: (out) (optional): the new name
 *
 * Renames a catalogue that is damaged to `NAME.damaged-YYYY-MM-DD`, with the files that SQLite
 * keeps beside it. Only to be called when the user asked for it; nothing is ever removed.
 *
 * Returns: %FALSE with %RUTTER_ERROR_NOT_FOUND or %RUTTER_ERROR_WRITE
 */
gboolean
rutter_catalog_set_aside (const char  *own_path,
                          char       **kept_path,
                          GError     **error)
{
  g_return_val_if_fail (own_path != NULL, FALSE);

  if (rutter_catalog_place_is_taken (own_path))
    return move_catalog (own_path, "damaged", kept_path, error);

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND, _("There is no file “%s”."), own_path);
  return FALSE;
}

/**
 * rutter_catalog_restore_starter:
 * @kept_path: (out) (optional): the new name of the catalogue of before; %NULL when there was none
 *
 * Makes the user's catalogue the starter again and keeps the one of before beside it as
 * `NAME.kept-YYYY-MM-DD`. When the copy fails the one of before stays in its place.
 *
 * Returns: %FALSE with the errors of rutter_catalog_prepare_own()
 */
gboolean
rutter_catalog_restore_starter (const char  *starter_path,
                                const char  *own_path,
                                char       **kept_path,
                                GError     **error)
{
  g_autofree char *copy_path = NULL;

  g_return_val_if_fail (starter_path != NULL, FALSE);
  g_return_val_if_fail (own_path != NULL, FALSE);

  if (kept_path != NULL)
    *kept_path = NULL;

  copy_path = make_copy (starter_path, own_path, error);
  if (copy_path == NULL)
    return FALSE;

  if ((rutter_catalog_place_is_taken (own_path) || has_companions (own_path)) &&
      !move_catalog (own_path, "kept", kept_path, error))
    {
      g_unlink (copy_path);
      return FALSE;
    }

  return publish_copy (copy_path, own_path, error);
}
