/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-opening.h"

#include "rutter-catalog-copy.h"
#include "rutter-catalog-merge.h"
#include "rutter-catalog-own.h"
#include "rutter-catalog.h"
#include "rutter-paths.h"

#include <glib/gi18n-lib.h>

static void
take_notice (RutterOpening *self,
             char          *notice)
{
  g_free (self->notice);
  self->notice = notice;
}

static RutterOpening *
open_file (const char         *path,
           RutterCatalogMode   mode,
           GError            **error)
{
  RutterOpening *self;
  RutterRecords *records = rutter_catalog_load (path, mode, error);

  if (records == NULL)
    return NULL;

  self = g_new0 (RutterOpening, 1);
  self->records = records;
  self->path = g_strdup (path);
  self->notice = rutter_records_dup_notice (records);
  self->is_read_only = mode == RUTTER_CATALOG_FOREIGN;

  return self;
}

/* The user's, there or elsewhere. Not to know whether a newer starter is there is no failure. */
static RutterOpening *
open_writable (const char  *path,
               const char  *starter_path,
               GError     **error)
{
  RutterOpening *self = open_file (path, RUTTER_CATALOG_OWN, error);

  if (self != NULL)
    rutter_catalog_merge_is_due (path, starter_path, &self->has_newer_starter, NULL);

  return self;
}

static RutterOpening *
merge (const char  *path,
       const char  *starter_path,
       GError     **error)
{
  RutterMergeReport report;
  RutterOpening *self;

  if (!rutter_catalog_merge_starter (path, starter_path, &report, error))
    return NULL;

  self = open_writable (path, starter_path, error);
  if (self != NULL)
    take_notice (self, g_strdup_printf (_("The newer facts are in your catalogue. Entries added: "
                                          "%u, updated: %u, withdrawn: %u; left as you made or "
                                          "changed them: %u."), report.n_added, report.n_updated,
                                        report.n_removed, report.n_kept));

  return self;
}

/* The user's own; when it cannot be had, the starter as it came, with a sentence that says why. */
static RutterOpening *
open_own (const char  *starter_path,
          const char  *own_path,
          GError     **error)
{
  RutterOpening *self = NULL;
  g_autoptr(GError) reason = NULL;

  if (rutter_catalog_prepare_own (starter_path, own_path, &reason))
    self = open_writable (own_path, starter_path, &reason);
  if (self != NULL)
    return self;

  self = open_file (starter_path, RUTTER_CATALOG_FOREIGN, error);
  if (self != NULL)
    take_notice (self, g_strdup_printf (_("%s The starter catalogue is shown instead, read-only."),
                                        reason->message));

  return self;
}

static RutterOpening *
restore (const char  *starter_path,
         const char  *own_path,
         GError     **error)
{
  g_autofree char *kept_path = NULL;
  RutterOpening *self;

  if (!rutter_catalog_restore_starter (starter_path, own_path, &kept_path, error))
    return NULL;

  self = open_file (own_path, RUTTER_CATALOG_OWN, error);
  if (self != NULL && kept_path != NULL)
    take_notice (self, g_strdup_printf (_("The starter catalogue is restored. The one of before "
                                          "is kept as “%s”."), kept_path));

  return self;
}

/**
 * rutter_opening_new:
 * @path: (nullable): the file; not for the user's usual one, %RUTTER_OPENING_OWN and
 *   %RUTTER_OPENING_RESTORE
 * @present: (nullable): the catalogue that is open now; only for %RUTTER_OPENING_COPY
 *
 * Reads a whole catalogue. Blocks; meant for a worker thread.
 */
RutterOpening *
rutter_opening_new (RutterOpeningKind   kind,
                    const char         *path,
                    const char         *present,
                    GError            **error)
{
  g_autofree char *starter_path = rutter_paths_get_data ("starter.gpkg");
  g_autofree char *own_path = rutter_paths_get_own ();

  switch (kind)
    {
    case RUTTER_OPENING_FILE:
      return open_file (path, RUTTER_CATALOG_FOREIGN, error);

    case RUTTER_OPENING_OWN_FILE:
      return open_writable (path, starter_path, error);

    case RUTTER_OPENING_NEW:
      if (!rutter_catalog_copy_empty (starter_path, path, error))
        return NULL;
      return open_file (path, RUTTER_CATALOG_OWN, error);

    case RUTTER_OPENING_COPY:
      if (!rutter_catalog_copy (present, path, error))
        return NULL;
      return open_file (path, RUTTER_CATALOG_OWN, error);

    case RUTTER_OPENING_MERGE:
      return merge (path, starter_path, error);

    case RUTTER_OPENING_DECLINE:
      if (!rutter_catalog_merge_decline (path, starter_path, error))
        return NULL;
      return open_file (path, RUTTER_CATALOG_OWN, error);

    case RUTTER_OPENING_RESTORE:
      return restore (starter_path, own_path, error);

    case RUTTER_OPENING_OWN:
    default:
      return open_own (starter_path, own_path, error);
    }
}

void
rutter_opening_free (RutterOpening *self)
{
  g_clear_pointer (&self->records, rutter_records_unref);
  g_free (self->path);
  g_free (self->notice);
  g_free (self);
}
