/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-catalog.h"
#include "rutter-db.h"

G_BEGIN_DECLS

/* Runs @func on the catalogue's own thread; %NULL is an error, all else is handed over.
 * @free_data frees @data, @free_result a result that nobody takes.
 */
void      rutter_catalog_run_async   (RutterCatalog        *self,
                                      RutterDbFunc          func,
                                      gpointer              data,
                                      GDestroyNotify        free_data,
                                      GDestroyNotify        free_result,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gpointer  rutter_catalog_run_finish  (RutterCatalog        *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
