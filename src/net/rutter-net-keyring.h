/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The keys that services ask for, such as AISStream's. They are kept in the keyring of the desktop
 * and, while Rutter runs, in memory that is not paged out; nowhere else: in no file, ledger, log,
 * message, export or address. Where there is no keyring, a key is good for this run. Belongs to the
 * main thread.
 *
 * A service is a name such as “aisstream”: small letters, digits, hyphens.
 */
#define RUTTER_TYPE_NET_KEYRING (rutter_net_keyring_get_type ())

G_DECLARE_FINAL_TYPE (RutterNetKeyring, rutter_net_keyring, RUTTER, NET_KEYRING, GObject)

RutterNetKeyring *rutter_net_keyring_new            (void);
void              rutter_net_keyring_store_async    (RutterNetKeyring     *self,
                                                     const char           *service,
                                                     const char           *key,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean          rutter_net_keyring_store_finish   (RutterNetKeyring     *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void              rutter_net_keyring_look_up_async  (RutterNetKeyring     *self,
                                                     const char           *service,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
char             *rutter_net_keyring_look_up_finish (RutterNetKeyring     *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void              rutter_net_keyring_clear_async    (RutterNetKeyring     *self,
                                                     const char           *service,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean          rutter_net_keyring_clear_finish   (RutterNetKeyring     *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void              rutter_net_key_free               (gpointer              key);

G_END_DECLS
