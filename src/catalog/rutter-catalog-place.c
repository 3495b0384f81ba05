/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* Also by a link that leads nowhere. */
gboolean
rutter_catalog_place_is_taken (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0;
}

/**
 * rutter_catalog_place_make_dated:
 *
 * Returns: (transfer full): `PATH.WORD-YYYY-MM-DD`, a name that says what and when, and that is
 *   not taken
 */
char *
rutter_catalog_place_make_dated (const char *path,
                                 const char *word)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  char *dated = g_strdup_printf ("%s.%s-%s", path, word, date);

  for (guint i = 2; rutter_catalog_place_is_taken (dated); i++)
    {
      g_free (dated);
      dated = g_strdup_printf ("%s.%s-%s-%u", path, word, date, i);
    }

  return dated;
}

/**
 * rutter_catalog_place_rename_to_new:
 *
 * Like rename(), but a file that is there stays: two Rutters may start at once.
 */
gboolean
rutter_catalog_place_rename_to_new (const char *from,
                                    const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  /* The file system does not know how; then looking first has to do. */
  if (rutter_catalog_place_is_taken (to))
    {
      errno = EEXIST;
      return FALSE;
    }

  return rename (from, to) == 0;
}

/**
 * rutter_catalog_place_sync:
 * @path: of a file that got its name just now
 *
 * Brings the name to the disk.
 */
void
rutter_catalog_place_sync (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}
