/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-opening.h"

#include "rutter-catalog-own.h"
#include "rutter-catalog.h"
#include "rutter-paths.h"

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
    self = open_file (own_path, RUTTER_CATALOG_OWN, &reason);
  if (self != NULL)
    return self;

  self = open_file (starter_path, RUTTER_CATALOG_FOREIGN, error);
  if (self != NULL)
    take_notice (self, g_strdup_printf ("%s The starter catalogue is shown instead, read-only.",
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
    take_notice (self, g_strdup_printf ("The starter catalogue is restored. The one of before "
                                        "is kept as “%s”.", kept_path));

  return self;
}

/**
 * rutter_opening_new:
 * @path: (nullable): the file; only for %RUTTER_OPENING_FILE
 *
 * Reads a whole catalogue. Blocks; meant for a worker thread.
 */
RutterOpening *
rutter_opening_new (RutterOpeningKind   kind,
                    const char         *path,
                    GError            **error)
{
  g_autofree char *starter_path = rutter_paths_get_data ("starter.gpkg");
  g_autofree char *own_path = rutter_paths_get_own ();

  switch (kind)
    {
    case RUTTER_OPENING_FILE:
      return open_file (path, RUTTER_CATALOG_FOREIGN, error);

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
