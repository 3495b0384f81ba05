/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A server on this machine that behaves badly, on a thread of its own. Each who connects is handed
 * to the script, and hung up on when it returns.
 */
typedef struct _SoakServer SoakServer;

/* @number: how many have connected before. On the server's thread. */
typedef void (*SoakScript) (SoakServer *server,
                            GSocket    *client,
                            guint       number);

SoakServer *soak_server_new          (SoakScript   script,
                                      guint16      port);
/* Hangs up on everybody. */
void        soak_server_free         (SoakServer  *self);
guint16     soak_server_get_port     (SoakServer  *self);
guint       soak_server_count        (SoakServer  *self);
guint64     soak_server_get_n_lines  (SoakServer  *self);
/* For scripts. They end at once when the server is freed or the client is gone. */
gboolean    soak_server_send         (SoakServer  *self,
                                      GSocket     *client,
                                      const char  *bytes,
                                      gsize        length);
gboolean    soak_server_send_lines   (SoakServer  *self,
                                      GSocket     *client,
                                      guint        n);
gboolean    soak_server_pause        (SoakServer  *self,
                                      guint        ms);

/* A sentence with its line end, each with another position. */
char       *soak_make_line           (guint        number);
/* A port that nobody has just now. */
guint16     soak_find_port           (GSocketType  type);
/* Sends datagrams, a sentence each, as fast as they are taken. Returns: how many were */
guint       soak_flood               (guint16      port,
                                      guint        n);
/* The simulator as a program of its own. Returns: its port */
guint16     soak_start_simulator     (const char   *cli,
                                      guint         n_vessels,
                                      guint         rate,
                                      guint         seconds,
                                      GSubprocess **simulator);
/* A number of what the simulator tells at its end; @name with its quotes and colon. */
guint64     soak_find_number         (const char   *json,
                                      const char   *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoakServer, soak_server_free)
