/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recording-resolver.h"
#include "rutter-error.h"
#include "rutter-tile-fetcher.h"

#include <libsoup/soup.h>
#include <string.h>

#define TILE "a picture"

typedef struct
{
  SoupServer        *server;
  guint              port;
  guint              n_asked;
  char              *path, *agent; /* of the latest request */
  SoupServerMessage *kept;         /* not answered yet */

  RutterNetGate     *gate;
  RutterTileFetcher *fetcher;
  guint              n_failed;
  GError            *failure;      /* of the first */
  guint              n_answers, n_good;
  GBytes            *bytes;        /* of the last answer */
  GError            *error;
} Fixture;

static RecordingResolver *resolver;

static void
on_request_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  fixture->n_asked++;
  g_free (fixture->path);
  fixture->path = g_strdup (path);
  g_free (fixture->agent);
  fixture->agent = g_strdup (soup_message_headers_get_one (headers, "User-Agent"));
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (g_str_has_prefix (path, "/0/"))
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  else if (g_str_has_prefix (path, "/1/"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "http://other.test/1.png");
  else if (g_str_has_prefix (path, "/2/"))
    soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
  else
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, TILE,
                                      strlen (TILE));
  if (g_str_has_prefix (path, "/4/"))
    {
      g_set_object (&fixture->kept, message);
      soup_server_message_pause (message);
    }
}

static void
on_failed_cb (Fixture      *fixture,
              const GError *error)
{
  fixture->n_failed++;
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(RutterTileAddress) address = NULL;
  g_autofree char *pattern = NULL;
  g_autoptr(GError) error = NULL;
  GSList *uris;

  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, on_request_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  fixture->port = (guint)g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);

  fixture->gate = rutter_net_gate_new (NULL);
  pattern = g_strdup_printf ("http://tiles.test:%u/{z}/{x}/{-y}.png", fixture->port);
  address = rutter_tile_address_new (pattern, "Makers", 19, &error);
  g_assert_no_error (error);
  /* Room for two of its tiles. */
  fixture->fetcher = rutter_tile_fetcher_new (fixture->gate, address, 600);
  g_signal_connect_swapped (fixture->fetcher, "failed", G_CALLBACK (on_failed_cb), fixture);
  g_free (recording_resolver_take (resolver));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->kept);
  g_assert_finalize_object (g_steal_pointer (&fixture->fetcher));
  g_assert_finalize_object (g_steal_pointer (&fixture->gate));
  soup_server_disconnect (fixture->server);
  g_clear_object (&fixture->server);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  g_clear_error (&fixture->error);
  g_clear_error (&fixture->failure);
  g_free (fixture->path);
  g_free (fixture->agent);
}

static void
on_fetched_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->n_answers++;
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  g_clear_error (&fixture->error);
  fixture->bytes = g_task_propagate_pointer (G_TASK (result), &fixture->error);
  fixture->n_good += fixture->bytes != NULL;
}

static void
begin (Fixture      *fixture,
       guint         zoom,
       guint         x,
       GCancellable *cancellable)
{
  rutter_tile_fetcher_fetch (zoom, x, 0, g_task_new (NULL, cancellable, on_fetched_cb, fixture),
                             fixture->fetcher);
}

static void
wait_for (const guint *count,
          guint        n)
{
  while (*count < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
fetch (Fixture *fixture,
       guint    zoom,
       guint    x)
{
  guint n = fixture->n_answers + 1;

  begin (fixture, zoom, x, NULL);
  wait_for (&fixture->n_answers, n);
  /* Whatever was held for the answer is let go of. */
  while (g_main_context_iteration (NULL, FALSE));
}

static void
allow (Fixture *fixture)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);

  rutter_net_policy_set_on (policy, TRUE);
  g_assert_true (rutter_net_policy_allow (policy, "tiles.test", RUTTER_NET_ONCE, NULL));
}

/* Not even its name is looked up. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *names = NULL;

  fetch (fixture, 5, 0);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  fetch (fixture, 5, 1);
  g_assert_cmpuint (fixture->n_asked, ==, 0);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  names = recording_resolver_take (resolver);
  g_assert_cmpstr (names, ==, "");
}

static void
test_tile (Fixture       *fixture,
           gconstpointer  data)
{
  allow (fixture);
  for (guint i = 0; i < 3; i++)
    {
      fetch (fixture, 5, 7);
      g_assert_no_error (fixture->error);
      g_assert_cmpmem (g_bytes_get_data (fixture->bytes, NULL), g_bytes_get_size (fixture->bytes),
                       TILE, strlen (TILE));
    }

  g_test_message ("asked once, and kept");
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_cmpstr (fixture->path, ==, "/5/7/31.png");
  g_assert_true (g_str_has_prefix (fixture->agent, "Rutter/"));

  g_test_message ("no more is kept than there is room for, the latest used first");
  fetch (fixture, 5, 8);
  fetch (fixture, 5, 7);
  g_assert_cmpuint (fixture->n_asked, ==, 2);
  fetch (fixture, 5, 9);
  fetch (fixture, 5, 7);
  g_assert_cmpuint (fixture->n_asked, ==, 3);
  fetch (fixture, 5, 8);
  g_assert_cmpuint (fixture->n_asked, ==, 4);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  allow (fixture);
  fetch (fixture, 0, 0);
  fetch (fixture, 0, 0);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_bytes_get_size (fixture->bytes), ==, 0);
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

static void
test_other_host (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *names = NULL;

  allow (fixture);
  fetch (fixture, 1, 0);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_nonnull (strstr (fixture->error->message, "other.test"));
  names = recording_resolver_take (resolver);
  g_assert_cmpstr (names, ==, "tiles.test");

  g_test_message ("one failure is told, and failures are not kept");
  fetch (fixture, 2, 0);
  fetch (fixture, 2, 0);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  g_assert_cmpuint (fixture->n_asked, ==, 3);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_error (fixture->failure, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
}

/* Many tiles are cut from one: it is asked for once, for as long as anybody waits. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GCancellable) first = g_cancellable_new ();
  g_autoptr(GCancellable) second = g_cancellable_new ();

  allow (fixture);
  begin (fixture, 4, 1, first);
  begin (fixture, 4, 1, second);
  begin (fixture, 4, 1, NULL);
  wait_for (&fixture->n_asked, 1);
  g_cancellable_cancel (first);
  soup_server_message_unpause (fixture->kept);
  wait_for (&fixture->n_answers, 3);
  g_assert_cmpuint (fixture->n_good, ==, 2);
  g_assert_cmpuint (fixture->n_asked, ==, 1);

  g_test_message ("given up by all");
  begin (fixture, 4, 2, second);
  wait_for (&fixture->n_asked, 2);
  g_cancellable_cancel (second);
  g_test_message ("and wanted again at once");
  begin (fixture, 4, 2, NULL);
  wait_for (&fixture->n_asked, 3);
  soup_server_message_unpause (fixture->kept);
  wait_for (&fixture->n_answers, 5);
  g_assert_cmpuint (fixture->n_good, ==, 3);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  while (g_main_context_iteration (NULL, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/tile-fetcher/refused", test_refused },
    { "/tile-fetcher/tile", test_tile },
    { "/tile-fetcher/missing", test_missing },
    { "/tile-fetcher/other-host", test_other_host },
    { "/tile-fetcher/together", test_together },
  };

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  resolver = recording_resolver_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
