/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What its clients take in one message, bytes. */
#define TRYING_SERVER_MOST_BYTES 10000

guint trying_server_listen (SoupServer        *server);
void  trying_server_refuse (SoupServerMessage *message,
                            const char        *status);

/* Answers a WebSocket's message as the path of its address says: rarely as it should. */
void trying_server_answer_cb (SoupWebsocketConnection *connection,
                              int                      type,
                              GBytes                  *message,
                              gpointer                 user_data);

G_END_DECLS
