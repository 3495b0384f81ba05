/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feed-private.h"

G_BEGIN_DECLS

/* A feed and a server on loopback that it can be sent to. */
typedef struct
{
  GSocketService *server;
  guint16         port;
  GPtrArray      *clients;     /* GSocketConnection, in the order in which they came */

  RutterNetGate  *gate;
  RutterTraffic  *traffic;
  RutterFeed     *feed;
  guint           n_changes;
  double          second;      /* how long one takes; 0: as short as ever */
  gint64        (*get_now) (void);   /* NULL: the real time */
  char           *web;         /* the server of feeds by the web: ws://host:port */
} FeedFixture;

void   feed_fixture_set_up      (FeedFixture     *self,
                                 gconstpointer    data);
void   feed_fixture_tear_down   (FeedFixture     *self,
                                 gconstpointer    data);
void   feed_fixture_open        (FeedFixture     *self,
                                 const char      *format,
                                 ...) G_GNUC_PRINTF (2, 3);
void   feed_fixture_wait_state  (FeedFixture     *self,
                                 RutterFeedState  state);
void   feed_fixture_wait_count  (FeedFixture     *self,
                                 guint64          n_messages);
void   feed_fixture_wait_client (FeedFixture     *self,
                                 guint            n_clients);
void   feed_fixture_wait_points (FeedFixture     *self,
                                 guint            n_points);
void   feed_fixture_send        (FeedFixture     *self,
                                 const char      *bytes,
                                 gsize            length);
void   feed_fixture_send_text   (FeedFixture     *self,
                                 const char      *text);
void   feed_fixture_hang_up     (FeedFixture     *self);
char  *feed_fixture_make_line   (guint32          mmsi);

G_END_DECLS
