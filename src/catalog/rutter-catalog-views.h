/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-catalog.h"
#include "rutter-saved-view.h"

G_BEGIN_DECLS

/* The saved views of a catalogue in use, on its database thread. Each call ends with the views as
 * they are in the file then: another window may have changed them.
 */
void       rutter_catalog_list_views_async   (RutterCatalog          *self,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
void       rutter_catalog_save_view_async    (RutterCatalog          *self,
                                              const RutterSavedView  *view,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
void       rutter_catalog_rename_view_async  (RutterCatalog          *self,
                                              const char             *uid,
                                              const char             *name,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
void       rutter_catalog_delete_view_async  (RutterCatalog          *self,
                                              const char             *uid,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
GPtrArray *rutter_catalog_views_finish       (RutterCatalog          *self,
                                              GAsyncResult           *result,
                                              GError                **error);

G_END_DECLS
