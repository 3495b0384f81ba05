/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A catalogue file in use: the user's own (read and write) or a foreign one (read-only). All SQL
 * runs on the connection's own thread.
 */
#define RUTTER_TYPE_CATALOG (rutter_catalog_get_type ())

G_DECLARE_FINAL_TYPE (RutterCatalog, rutter_catalog, RUTTER, CATALOG, GObject)

typedef enum
{
  RUTTER_CATALOG_OWN,     /* read and write, migrated to the newest schema */
  RUTTER_CATALOG_FOREIGN  /* read-only, nothing of it is run or changed */
} RutterCatalogMode;

RutterCatalog *rutter_catalog_new           (const char           *path,
                                             RutterCatalogMode     mode);
const char    *rutter_catalog_get_path      (RutterCatalog        *self);
RutterCatalogMode rutter_catalog_get_mode   (RutterCatalog        *self);
void           rutter_catalog_load_async    (RutterCatalog        *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
RutterRecords *rutter_catalog_load_finish   (RutterCatalog        *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* For programs without a main loop. */
RutterRecords *rutter_catalog_load          (const char           *path,
                                             RutterCatalogMode     mode,
                                             GError              **error);

G_END_DECLS
