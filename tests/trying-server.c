/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trying-server.h"

static void
write_raw (SoupWebsocketConnection *connection,
           gconstpointer            bytes,
           gsize                    n)
{
  GIOStream *stream = soup_websocket_connection_get_io_stream (connection);

  /* Whoever refuses it hangs up, so an error is welcome. */
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), bytes, n, NULL, NULL, NULL);
}

/* No frame is the last of its message. */
static void
write_endless (SoupWebsocketConnection *connection)
{
  guint8 frame[4 + 1000] = { 0x02, 126, 1000 >> 8, 1000 & 0xff };

  for (guint i = 0; i < 200; i++, frame[0] = 0)
    write_raw (connection, frame, sizeof frame);
}

static void
write_huge (SoupWebsocketConnection *connection)
{
  guint8 frame[10 + 50000] = { 0x82, 127, 0, 0, 0, 0, 0x05, 0xf5, 0xe1, 0x00 };

  write_raw (connection, frame, sizeof frame);
}

void
trying_server_answer_cb (SoupWebsocketConnection *connection,
                         int                      type,
                         GBytes                  *message,
                         gpointer                 user_data)
{
  static const guint8 split[] = { 0x01, 3, 'o', 'n', 'e', 0x89, 0, 0x80, 3, 't', 'w', 'o' };
  static const guint8 half[] = { 0x82, 100, 'h', 'a', 'l', 'f' };
  static const guint8 unknown[] = { 0x83, 1, 'x' };
  static const guint8 no_text[] = { 0x81, 2, 0xc3, 0x28 };
  static const guint8 large[] = { 0x82, 126, 0x27, 0x11 };   /* one byte too many */
  g_autofree char *exact = g_strnfill (TRYING_SERVER_MOST_BYTES, 'x');
  const char *path = g_uri_get_path (soup_websocket_connection_get_uri (connection));

  if (g_str_equal (path, "/echo"))
    soup_websocket_connection_send_message (connection, type, message);
  else if (g_str_equal (path, "/split"))
    write_raw (connection, split, sizeof split);
  else if (g_str_equal (path, "/exact"))
    soup_websocket_connection_send_text (connection, exact);
  else if (g_str_equal (path, "/large"))
    write_raw (connection, large, sizeof large);
  else if (g_str_equal (path, "/huge"))
    write_huge (connection);
  else if (g_str_equal (path, "/endless"))
    write_endless (connection);
  else if (g_str_equal (path, "/unknown"))
    write_raw (connection, unknown, sizeof unknown);
  else if (g_str_equal (path, "/no-text"))
    write_raw (connection, no_text, sizeof no_text);
  else if (g_str_equal (path, "/ended"))
    soup_websocket_connection_close (connection, SOUP_WEBSOCKET_CLOSE_NORMAL, NULL);
  else if (g_str_equal (path, "/policy"))
    soup_websocket_connection_close (connection, SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION, "secret");
  else if (g_str_equal (path, "/half"))
    {
      write_raw (connection, half, sizeof half);
      g_io_stream_close (soup_websocket_connection_get_io_stream (connection), NULL, NULL);
    }
}

/* On this machine, encrypted when it has a certificate. Returns: the port */
guint
trying_server_listen (SoupServer *server)
{
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;
  g_autoptr(GError) error = NULL;
  GSList *uris;
  guint port;

  if (soup_server_get_tls_certificate (server) != NULL)
    options |= SOUP_SERVER_LISTEN_HTTPS;
  soup_server_listen_local (server, 0, options, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  port = (guint)g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);

  return port;
}

/* @status: of HTTP, in digits */
void
trying_server_refuse (SoupServerMessage *message,
                      const char        *status)
{
  soup_server_message_set_status (message, (guint)g_ascii_strtoull (status, NULL, 10), NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                "http://two.test/");
}
