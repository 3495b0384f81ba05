/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-net-caster.h"

#include <string.h>

#define CHUNK (64 * 1024)
#define LOST_PATIENCE 2000

static void
test_addresses (void)
{
  static const struct
  {
    const char *address;
    int         code;      /* -1: fine */
    gboolean    is_datagrams;
  } cases[] = {
    { "tcp://127.0.0.1:0", -1, FALSE },
    { "tcp://127.9.8.7:0", -1, FALSE },
    { "tcp://localhost:0", -1, FALSE },
    { "udp://127.0.0.1:9", -1, TRUE },
    { "tcp://0.0.0.0:0", RUTTER_ERROR_REFUSED, FALSE },
    { "tcp://[::]:0", RUTTER_ERROR_REFUSED, FALSE },
    { "tcp://192.0.2.1:0", RUTTER_ERROR_REFUSED, FALSE },
    { "udp://255.255.255.255:9", RUTTER_ERROR_REFUSED, FALSE },
    { "udp://224.0.0.1:9", RUTTER_ERROR_REFUSED, FALSE },
    { "tcp://example.org:0", RUTTER_ERROR_REFUSED, FALSE },
    { "tcp://localhost.example.org:0", RUTTER_ERROR_REFUSED, FALSE },
    { "udp://127.0.0.1:0", RUTTER_ERROR_INVALID, FALSE },
    { "tcp://127.0.0.1", RUTTER_ERROR_INVALID, FALSE },
    { "tcp://127.0.0.1:65536", RUTTER_ERROR_INVALID, FALSE },
    { "tcp://127.0.0.1:1/x", RUTTER_ERROR_INVALID, FALSE },
    { "http://127.0.0.1:1", RUTTER_ERROR_INVALID, FALSE },
    { "127.0.0.1:1", RUTTER_ERROR_INVALID, FALSE },
    { "", RUTTER_ERROR_INVALID, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      RutterNetCaster *caster = rutter_net_caster_new (cases[i].address, &error);

      g_test_message ("%s", cases[i].address);
      if (cases[i].code >= 0)
        {
          g_assert_null (caster);
          g_assert_error (error, RUTTER_ERROR, cases[i].code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (rutter_net_caster_is_datagrams (caster), ==, cases[i].is_datagrams);
      g_assert_false (g_str_has_suffix (rutter_net_caster_get_address (caster), ":0"));
      g_assert_finalize_object (caster);
    }
}

static void
test_port_taken (void)
{
  g_autoptr(RutterNetCaster) first = rutter_net_caster_new ("tcp://127.0.0.1:0", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (rutter_net_caster_new (rutter_net_caster_get_address (first), &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
}

static GSocket *
join (RutterNetCaster *caster)
{
  g_autoptr(GUri) uri = g_uri_parse (rutter_net_caster_get_address (caster), G_URI_FLAGS_NONE,
                                     NULL);
  g_autoptr(GSocketAddress) address =
    g_inet_socket_address_new_from_string (g_uri_get_host (uri), (guint)g_uri_get_port (uri));
  GSocket *socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM,
                                  G_SOCKET_PROTOCOL_DEFAULT, NULL);
  guint64 n_joined = rutter_net_caster_get_n_joined (caster);

  g_assert_true (g_socket_connect (socket, address, NULL, NULL));
  g_socket_set_blocking (socket, FALSE);
  while (rutter_net_caster_get_n_joined (caster) == n_joined)
    g_main_context_iteration (NULL, TRUE);

  return socket;
}

/* Takes what there is for it now. */
static void
take (GSocket *socket,
      GString *taken)
{
  char bytes[4096];
  gssize n;

  while ((n = g_socket_receive (socket, bytes, sizeof bytes, NULL, NULL)) > 0)
    g_string_append_len (taken, bytes, n);
}

static GBytes *
make_chunk (guint number)
{
  char *bytes = g_malloc (CHUNK);

  for (guint i = 0; i < CHUNK; i++)
    bytes[i] = (char)(i * 31 + number);

  return g_bytes_new_take (bytes, CHUNK);
}

/* Whoever joins gets all that is sent from then on, the same as everyone. */
static void
test_same_for_all (void)
{
  g_autoptr(RutterNetCaster) caster = rutter_net_caster_new ("tcp://127.0.0.1:0", NULL);
  g_autoptr(GSocket) a = join (caster), b = join (caster);
  g_autoptr(GString) from_a = g_string_new (NULL), from_b = g_string_new (NULL),
                     sent = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(GBytes) chunk = make_chunk (i);

      g_string_append_len (sent, g_bytes_get_data (chunk, NULL), CHUNK);
      rutter_net_caster_send (caster, chunk);
    }
  while (from_a->len < sent->len || from_b->len < sent->len)
    {
      g_main_context_iteration (NULL, FALSE);
      take (a, from_a);
      take (b, from_b);
    }
  g_assert_true (g_string_equal (from_a, sent));
  g_assert_true (g_string_equal (from_b, sent));
  g_assert_cmpuint (rutter_net_caster_get_n_sent (caster), ==, 2 * sent->len);
  g_assert_cmpuint (rutter_net_caster_get_waiting (caster), ==, 0);
}

/* One that does not read is cut off before more than the limit waits; the other loses nothing. */
static void
test_slow (void)
{
  g_autoptr(RutterNetCaster) caster = rutter_net_caster_new ("tcp://127.0.0.1:0", NULL);
  g_autoptr(GSocket) slow = join (caster), good = join (caster);
  g_autoptr(GString) taken = g_string_new (NULL);
  gsize n_sent = 0;

  for (guint i = 0; i < LOST_PATIENCE && rutter_net_caster_get_n_cut (caster) == 0; i++)
    {
      g_autoptr(GBytes) chunk = make_chunk (i);

      rutter_net_caster_send (caster, chunk);
      n_sent += CHUNK;
      g_assert_cmpuint (rutter_net_caster_get_waiting (caster), <=,
                        2 * RUTTER_NET_CASTER_MAX_WAITING);
      while (taken->len < n_sent)
        {
          g_main_context_iteration (NULL, FALSE);
          take (good, taken);
        }
    }
  g_assert_cmpuint (rutter_net_caster_get_n_cut (caster), ==, 1);
  g_assert_cmpuint (rutter_net_caster_count_clients (caster), ==, 1);
  g_assert_cmpuint (rutter_net_caster_get_waiting (caster), ==, 0);
}

/* Clients that go, and some that talk themselves. */
static void
test_come_and_go (void)
{
  g_autoptr(RutterNetCaster) caster = rutter_net_caster_new ("tcp://127.0.0.1:0", NULL);
  g_autoptr(GSocket) stays = join (caster);
  g_autoptr(GString) taken = g_string_new (NULL);
  g_autoptr(GBytes) word = g_bytes_new_static ("word", 4);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(GSocket) goes = join (caster);

      g_assert_cmpint (g_socket_send (goes, "talk", 4, NULL, NULL), ==, 4);
      rutter_net_caster_send (caster, word);
      g_socket_close (goes, NULL);
      while (rutter_net_caster_count_clients (caster) > 1)
        g_main_context_iteration (NULL, TRUE);
    }
  take (stays, taken);
  g_assert_cmpstr (taken->str, ==, "wordwordwordwordword");
  g_assert_cmpuint (rutter_net_caster_get_n_joined (caster), ==, 6);
  g_assert_cmpuint (rutter_net_caster_get_n_cut (caster), ==, 0);
}

static void
test_full (void)
{
  g_autoptr(RutterNetCaster) caster = rutter_net_caster_new ("tcp://127.0.0.1:0", NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GUri) uri = g_uri_parse (rutter_net_caster_get_address (caster), G_URI_FLAGS_NONE,
                                     NULL);
  g_autoptr(GSocketAddress) address =
    g_inet_socket_address_new_from_string ("127.0.0.1", (guint)g_uri_get_port (uri));
  g_autoptr(GSocket) over = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM,
                                          G_SOCKET_PROTOCOL_DEFAULT, NULL);
  g_autoptr(GError) error = NULL;
  char byte;
  gssize n = -1;

  for (guint i = 0; i < RUTTER_NET_CASTER_MAX_CLIENTS; i++)
    g_ptr_array_add (all, join (caster));
  g_assert_true (g_socket_connect (over, address, NULL, NULL));
  g_socket_set_blocking (over, FALSE);
  /* It is told so: the connection ends. */
  while (n < 0)
    {
      g_clear_error (&error);
      g_main_context_iteration (NULL, FALSE);
      n = g_socket_receive (over, &byte, 1, NULL, &error);
      g_assert_true (n == 0 || error->code == G_IO_ERROR_WOULD_BLOCK);
    }
  g_assert_cmpuint (rutter_net_caster_count_clients (caster), ==, RUTTER_NET_CASTER_MAX_CLIENTS);
}

static void
test_datagrams (void)
{
  g_autoptr(GSocket) receiver = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                              G_SOCKET_PROTOCOL_DEFAULT, NULL);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr(GSocketAddress) bound = NULL;
  g_autoptr(RutterNetCaster) caster = NULL;
  g_autofree char *to = NULL;
  g_autoptr(GBytes) word = g_bytes_new_static ("word", 4);
  char bytes[16];

  g_assert_true (g_socket_bind (receiver, any, FALSE, NULL));
  bound = g_socket_get_local_address (receiver, NULL);
  to = g_strdup_printf ("udp://127.0.0.1:%u", g_inet_socket_address_get_port (
                                                G_INET_SOCKET_ADDRESS (bound)));
  caster = rutter_net_caster_new (to, NULL);
  rutter_net_caster_send (caster, word);
  rutter_net_caster_send (caster, word);
  g_assert_cmpint (g_socket_receive (receiver, bytes, sizeof bytes, NULL, NULL), ==, 4);
  g_assert_cmpint (g_socket_receive (receiver, bytes, sizeof bytes, NULL, NULL), ==, 4);
  g_assert_cmpmem (bytes, 4, "word", 4);
  g_assert_cmpuint (rutter_net_caster_get_n_sent (caster), ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net-caster/addresses", test_addresses);
  g_test_add_func ("/net-caster/port-taken", test_port_taken);
  g_test_add_func ("/net-caster/same-for-all", test_same_for_all);
  g_test_add_func ("/net-caster/slow", test_slow);
  g_test_add_func ("/net-caster/come-and-go", test_come_and_go);
  g_test_add_func ("/net-caster/full", test_full);
  g_test_add_func ("/net-caster/datagrams", test_datagrams);
  return g_test_run ();
}
