/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recording-resolver.h"
#include "rutter-error.h"
#include "rutter-net-gate.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#define MOST_BYTES 1000

typedef struct
{
  SoupServer        *server;
  SoupServer        *tls_server;
  guint              port, tls_port;
  guint              n_asked;
  char              *agent;
  SoupServerMessage *kept;    /* never answered */
  GCancellable      *cancellable;
  RutterNetGate     *gate;
  gboolean           is_done;
  GBytes            *body;
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
  g_autofree char *big = g_strnfill (MOST_BYTES + 1, 'x');
  g_autofree char *away = g_strdup_printf ("http://two.test:%u/ok", fixture->port);
  g_autofree char *nowhere = g_strdup_printf ("http://elsewhere.invalid:%u/ok", fixture->port);
  const struct
  {
    const char *path, *location;
  } redirects[] = {
    { "/away", away },           { "/nowhere", nowhere },    { "/here", "ok" },
    { "/loop", "/loop" },        { "/file", "file:///etc/passwd" },
    { "/nonsense", "http://[" }, { "/password", "http://me:secret@one.test/" },
  };

  fixture->n_asked++;
  g_free (fixture->agent);
  fixture->agent = g_strdup (soup_message_headers_get_one (
                               soup_server_message_get_request_headers (message), "User-Agent"));
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    if (g_str_equal (path, redirects[i].path))
      soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "http://x.test/");
  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    if (g_str_equal (path, redirects[i].path))
      soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                    redirects[i].location);

  if (g_str_equal (path, "/ok"))
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_COPY, "hello", 5);
  else if (g_str_equal (path, "/exact"))
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_COPY, big, MOST_BYTES);
  else if (g_str_equal (path, "/big"))
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_COPY, big,
                                      MOST_BYTES + 1);
  else if (g_str_equal (path, "/stream"))
    {
      soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                         SOUP_ENCODING_CHUNKED);
      soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_COPY,
                                big, MOST_BYTES + 1);
      soup_message_body_complete (soup_server_message_get_response_body (message));
    }
  else if (g_str_equal (path, "/slow"))
    {
      g_set_object (&fixture->kept, message);
      soup_server_message_pause (message);
      g_cancellable_cancel (fixture->cancellable);
    }
  else if (g_str_equal (path, "/missing"))
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  else if (g_str_equal (path, "/broken"))
    soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
}

static guint
listen_locally (SoupServer              *server,
                SoupServerListenOptions  options)
{
  g_autoptr(GError) error = NULL;
  GSList *uris;
  guint port;

  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY | options, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  port = (guint)g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);

  return port;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "self-signed.pem", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, on_request_cb, fixture, NULL);
  fixture->port = listen_locally (fixture->server, 0);
  fixture->tls_server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (fixture->tls_server, NULL, on_request_cb, fixture, NULL);
  fixture->tls_port = listen_locally (fixture->tls_server, SOUP_SERVER_LISTEN_HTTPS);
  fixture->gate = rutter_net_gate_new (NULL);
  g_free (recording_resolver_take (resolver));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->kept);
  g_clear_object (&fixture->cancellable);
  g_assert_finalize_object (g_steal_pointer (&fixture->gate));
  soup_server_disconnect (fixture->server);
  soup_server_disconnect (fixture->tls_server);
  g_clear_object (&fixture->server);
  g_clear_object (&fixture->tls_server);
  g_clear_pointer (&fixture->body, g_bytes_unref);
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->agent, g_free);
}

static void
on_fetched_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->body = rutter_net_gate_fetch_finish (RUTTER_NET_GATE (source), result,
                                                &fixture->error);
  fixture->is_done = TRUE;
}

static void
begin (Fixture    *fixture,
       const char *uri,
       guint       timeout_ms)
{
  RutterNetRequest request = { .uri = uri, .why = "Test", .max_bytes = MOST_BYTES,
                               .timeout_ms = timeout_ms };

  g_clear_pointer (&fixture->body, g_bytes_unref);
  g_clear_error (&fixture->error);
  fixture->is_done = FALSE;
  fixture->n_asked = 0;
  rutter_net_gate_fetch_async (fixture->gate, &request, fixture->cancellable, on_fetched_cb,
                               fixture);
}

static void
finish (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  /* The task and its request go with the call that has just returned. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static char *
make_uri (Fixture    *fixture,
          const char *host,
          const char *path)
{
  return g_strdup_printf ("http://%s:%u%s", host, fixture->port, path);
}

static void
fetch (Fixture    *fixture,
       const char *host,
       const char *path)
{
  g_autofree char *uri = make_uri (fixture, host, path);

  begin (fixture, uri, 60000);
  finish (fixture);
}

static void
allow (Fixture        *fixture,
       const char     *host,
       RutterNetGrant  grant)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);
  g_autoptr(GError) error = NULL;

  rutter_net_policy_allow (policy, host, grant, &error);
  g_assert_no_error (error);
  rutter_net_policy_set_on (policy, TRUE);
}

/* The ledger in words: "host allowed 1; ..." */
static void
assert_ledger (Fixture    *fixture,
               const char *expected)
{
  GListModel *ledger = G_LIST_MODEL (rutter_net_gate_get_ledger (fixture->gate));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (ledger); i++)
    {
      g_autoptr(RutterNetEntry) entry = g_list_model_get_item (ledger, i);

      g_assert_cmpstr (rutter_net_entry_get_why (entry), ==, "Test");
      /* Nothing was sent where nothing was allowed. */
      if (!rutter_net_entry_is_allowed (entry))
        g_assert_cmpuint (rutter_net_entry_get_sent (entry) +
                          rutter_net_entry_get_received (entry), ==, 0);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "",
                              rutter_net_entry_get_host (entry),
                              rutter_net_entry_is_allowed (entry) ? "allowed" : "refused");
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_resolved (const char *expected)
{
  g_autofree char *names = recording_resolver_take (resolver);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);
  static const char *const bad[] = { "", "no address", "ftp://one.test/", "file:///etc/passwd",
                                     "http://", "http://me:secret@one.test/", "//one.test/",
                                     "http://one test/", "data:,x" };

  /* Off at first, and off again: what is allowed does not count. */
  fetch (fixture, "one.test", "/ok");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  allow (fixture, "one.test", RUTTER_NET_RUN);
  rutter_net_policy_set_on (policy, FALSE);
  fetch (fixture, "one.test", "/ok");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_nonnull (strstr (fixture->error->message, "network is off"));

  /* On, but another host; neither above nor below what is allowed. */
  rutter_net_policy_set_on (policy, TRUE);
  fetch (fixture, "two.test", "/ok");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  fetch (fixture, "www.one.test", "/ok");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  fetch (fixture, "127.0.0.1", "/ok");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      begin (fixture, bad[i], 60000);
      finish (fixture);
      g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }

  g_assert_cmpuint (fixture->n_asked, ==, 0);
  assert_ledger (fixture, "one.test refused; two.test refused; www.one.test refused; "
                          "127.0.0.1 refused");
  assert_resolved ("");
}

static void
test_allowed (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *path;
    gsize       size;
    int         code; /* of RUTTER_ERROR; -1: none */
  } cases[] = {
    { "/ok", 5, -1 },
    { "/here", 5, -1 },
    { "/exact", MOST_BYTES, -1 },
    { "/big", 0, RUTTER_ERROR_NETWORK },
    { "/stream", 0, RUTTER_ERROR_NETWORK },
    { "/missing", 0, RUTTER_ERROR_NOT_FOUND },
    { "/broken", 0, RUTTER_ERROR_NETWORK },
    { "/loop", 0, RUTTER_ERROR_NETWORK },
    { "/nonsense", 0, RUTTER_ERROR_NETWORK },
    { "/file", 0, RUTTER_ERROR_INVALID },
    { "/password", 0, RUTTER_ERROR_INVALID },
  };
  GListModel *ledger = G_LIST_MODEL (rutter_net_gate_get_ledger (fixture->gate));
  g_autoptr(RutterNetEntry) entry = NULL;

  allow (fixture, "ONE.test.", RUTTER_NET_RUN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].path);
      fetch (fixture, "one.test", cases[i].path);
      if (cases[i].code >= 0)
        g_assert_error (fixture->error, RUTTER_ERROR, cases[i].code);
      else
        g_assert_no_error (fixture->error);
      g_assert_cmpuint (fixture->body != NULL ? g_bytes_get_size (fixture->body) : 0, ==,
                        cases[i].size);
    }

  g_assert_cmpstr (fixture->agent, ==, "Rutter/" RUTTER_VERSION " (+no address)");
  entry = g_list_model_get_item (ledger, 0);
  g_assert_cmpstr (rutter_net_entry_get_host (entry), ==, "one.test");
  g_assert_cmpuint (rutter_net_entry_get_sent (entry), >, 50);
  g_assert_cmpuint (rutter_net_entry_get_received (entry), >, MOST_BYTES);
}

static void
test_redirect (Fixture       *fixture,
               gconstpointer  data)
{
  allow (fixture, "one.test", RUTTER_NET_RUN);
  fetch (fixture, "one.test", "/nowhere");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  fetch (fixture, "one.test", "/away");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_nonnull (strstr (fixture->error->message, "two.test"));
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  assert_ledger (fixture, "one.test allowed; elsewhere.invalid refused; two.test refused");
  assert_resolved ("one.test");

  allow (fixture, "two.test", RUTTER_NET_RUN);
  fetch (fixture, "one.test", "/away");
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->n_asked, ==, 2);
  assert_resolved ("two.test");
}

static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);

  /* A second hop to the same host is of the same request. */
  allow (fixture, "one.test", RUTTER_NET_ONCE);
  fetch (fixture, "one.test", "/here");
  g_assert_no_error (fixture->error);
  g_assert_cmpint (rutter_net_policy_get_grant (policy, "one.test"), ==, RUTTER_NET_NEVER);
  fetch (fixture, "one.test", "/ok");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

/* The host never answers: neither when the time is over, nor when the user has enough of it, nor
 * when it is forbidden meanwhile, is anything left waiting.
 */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *uri = make_uri (fixture, "one.test", "/slow");

  allow (fixture, "one.test", RUTTER_NET_RUN);
  begin (fixture, uri, 1);
  finish (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  g_assert_nonnull (strstr (fixture->error->message, "in time"));

  fixture->cancellable = g_cancellable_new ();
  begin (fixture, uri, 60000);
  finish (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  begin (fixture, uri, 60000);
  finish (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&fixture->cancellable);

  g_clear_object (&fixture->kept);
  begin (fixture, uri, 60000);
  while (fixture->kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  rutter_net_policy_set_on (rutter_net_gate_get_policy (fixture->gate), FALSE);
  finish (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
}

static void
test_tls (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *uri = g_strdup_printf ("https://one.test:%u/ok", fixture->tls_port);

  allow (fixture, "one.test", RUTTER_NET_RUN);
  begin (fixture, uri, 60000);
  finish (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NETWORK);
  g_assert_nonnull (strstr (fixture->error->message, "prove"));
  g_assert_cmpuint (fixture->n_asked, ==, 0);
  assert_ledger (fixture, "one.test allowed");
}

static void
on_exported_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Fixture *fixture = user_data;

  rutter_net_ledger_export_finish (RUTTER_NET_LEDGER (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
export (Fixture *fixture,
        GFile   *file)
{
  g_clear_error (&fixture->error);
  fixture->is_done = FALSE;
  rutter_net_ledger_export_async (rutter_net_gate_get_ledger (fixture->gate), file, NULL,
                                  on_exported_cb, fixture);
  finish (fixture);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  RutterNetLedger *ledger = rutter_net_gate_get_ledger (fixture->gate);
  g_autofree char *folder = g_dir_make_tmp ("rutter-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ledger.csv", NULL);
  g_autofree char *no_path = g_build_filename (folder, "none", "ledger.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) no_file = g_file_new_for_path (no_path);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  rutter_net_ledger_note (ledger, "one.test", "\"Tiles\",\tof a\nmap", FALSE);
  rutter_net_entry_add_bytes (rutter_net_ledger_note (ledger, "two.test", "Test", TRUE), 10, 20);
  export (fixture, file);
  g_assert_no_error (fixture->error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "time,host,why,verdict,contacts,sent,received");
  g_assert_true (g_str_has_suffix (lines[1],
                                    "Z,one.test,\"\"\"Tiles\"\", of a map\",refused,1,0,0"));
  g_assert_true (g_str_has_suffix (lines[2], ",two.test,\"Test\",allowed,1,10,20"));

  export (fixture, no_file);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_WRITE);

  rutter_net_ledger_clear (ledger);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ledger)), ==, 0);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/net/refused", test_refused },   { "/net/allowed", test_allowed },
    { "/net/redirect", test_redirect }, { "/net/once", test_once },
    { "/net/stopped", test_stopped },   { "/net/tls", test_tls },
    { "/net/export", test_export },
  };

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  resolver = recording_resolver_install ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
