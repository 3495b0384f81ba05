/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed-fixture.h"

#include "ais-encoder.h"

#include <string.h>

/* A second of a feed's clocks takes so long. */
#define SECOND 0.05
/* Nothing here takes so long but a fault. */
#define LIMIT_US (30 * G_USEC_PER_SEC)

static gboolean
on_incoming_cb (GSocketService    *service,
                GSocketConnection *connection,
                GObject           *source,
                gpointer           user_data)
{
  FeedFixture *self = user_data;

  g_ptr_array_add (self->clients, g_object_ref (connection));
  return TRUE;
}

void
feed_fixture_set_up (FeedFixture   *self,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->clients = g_ptr_array_new_with_free_func (g_object_unref);
  self->server = g_socket_service_new ();
  self->port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->server), NULL,
                                                    &error);
  g_assert_no_error (error);
  g_signal_connect (self->server, "incoming", G_CALLBACK (on_incoming_cb), self);
  self->gate = rutter_net_gate_new (NULL);
  self->traffic = rutter_traffic_new ();
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
feed_fixture_tear_down (FeedFixture   *self,
                        gconstpointer  data)
{
  if (self->feed != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->feed));
  settle ();
  g_assert_finalize_object (g_steal_pointer (&self->traffic));
  g_assert_finalize_object (g_steal_pointer (&self->gate));
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_clear_pointer (&self->web, g_free);
  g_socket_service_stop (self->server);
  settle ();
  g_socket_listener_close (G_SOCKET_LISTENER (self->server));
  g_clear_object (&self->server);
}

static void
on_changed_cb (RutterFeed *feed,
               gpointer    user_data)
{
  ((FeedFixture *)user_data)->n_changes++;
}

/* Makes the feed with a fast clock and starts it. */
void
feed_fixture_open (FeedFixture *self,
                   const char  *format,
                   ...)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *address = NULL;
  va_list arguments;

  va_start (arguments, format);
  address = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->feed = rutter_feed_new (self->gate, self->traffic, address, 7, &error);
  g_assert_no_error (error);
  g_signal_connect (self->feed, "changed", G_CALLBACK (on_changed_cb), self);
  rutter_feed_tune (self->feed, &(RutterFeedTuning) {
    self->second > 0 ? self->second : SECOND,
    self->get_now != NULL ? self->get_now : g_get_real_time, self->web });
  rutter_feed_start (self->feed);
}

static gboolean
on_limit_cb (gpointer data)
{
  FeedFixture *self = data;
  g_autofree char *text = rutter_feed_dup_state_text (self->feed);

  g_error ("%s: %" G_GUINT64_FORMAT " messages", text,
           rutter_feed_get_counts (self->feed)->n_messages);
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @condition, which looks at the fixture. */
#define WAIT_UNTIL(self, condition) \
  G_STMT_START { \
    guint limit = g_timeout_add (LIMIT_US / 1000, on_limit_cb, self); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (limit); \
  } G_STMT_END

void
feed_fixture_wait_state (FeedFixture     *self,
                         RutterFeedState  state)
{
  WAIT_UNTIL (self, rutter_feed_get_state (self->feed) == state);
}

void
feed_fixture_wait_count (FeedFixture *self,
                         guint64      n_messages)
{
  WAIT_UNTIL (self, rutter_feed_get_counts (self->feed)->n_messages >= n_messages);
  g_assert_cmpuint (rutter_feed_get_counts (self->feed)->n_messages, ==, n_messages);
}

void
feed_fixture_wait_client (FeedFixture *self,
                          guint        n_clients)
{
  WAIT_UNTIL (self, self->clients->len >= n_clients);
}

void
feed_fixture_wait_points (FeedFixture *self,
                          guint        n_points)
{
  WAIT_UNTIL (self, rutter_traffic_get_points (self->traffic) != NULL &&
                    rutter_traffic_get_points (self->traffic)->n == n_points);
}

/* To the client that came last. */
void
feed_fixture_send (FeedFixture *self,
                   const char  *bytes,
                   gsize        length)
{
  GIOStream *client = self->clients->pdata[self->clients->len - 1];

  g_output_stream_write_all (g_io_stream_get_output_stream (client), bytes, length, NULL, NULL,
                             NULL);
}

void
feed_fixture_send_text (FeedFixture *self,
                        const char  *text)
{
  feed_fixture_send (self, text, strlen (text));
}

/* On the client that came last. */
void
feed_fixture_hang_up (FeedFixture *self)
{
  g_io_stream_close (self->clients->pdata[self->clients->len - 1], NULL, NULL);
}

/* Returns: (transfer full): where a ship is, as a sentence with its line end */
char *
feed_fixture_make_line (guint32 mmsi)
{
  g_autoptr(AisEncoder) encoder = ais_encoder_new (1, mmsi);

  ais_encoder_set (encoder, "lon", 600000 * (gint64)(mmsi % 300 - 150));
  ais_encoder_set (encoder, "lat", 600000 * (gint64)(mmsi % 140 - 70));
  ais_encoder_set (encoder, "speed", 120);
  return ais_encoder_make (encoder, 0, 'A');
}
