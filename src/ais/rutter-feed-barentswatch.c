/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* BarentsWatch of Norway: a token for the client's name and key, then lines of JSON without end. */

#include "rutter-feed-private.h"

#include "rutter-ais-digitraffic.h"
#include "rutter-error.h"
#include "rutter-json-scan.h"
#include "rutter-net-call.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TOKEN_HOST "id.barentswatch.no"
#define TOKEN_PATH "/connect/token"
#define HOST "live.ais.barentswatch.no"
#define PATH "/v1/combined?modelType=Full&modelFormat=Json"
/* Two keys, since the client's name is as good as one: it tells whose account it is. */
#define CLIENT "barentswatch-client"
#define SECRET "barentswatch"
#define MOST_BYTES_A_TOKEN 65536
/* A line has some hundred bytes. */
#define MOST_BYTES_A_LINE 16384
#define TIMEOUT_MS 30000
#define SILENCE_S 120

typedef struct
{
  RutterFeedLine *line;          /* NULL once closed */
  GCancellable   *cancellable;
  char           *client, *secret;   /* not paged out */
  GString        *unread;        /* the beginning of a line */
  gboolean        is_skipping;   /* the rest of a line that is too long */
} BarentsWatch;

static void
clear_watch (gpointer data)
{
  BarentsWatch *self = data;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->client, rutter_net_key_free);
  g_clear_pointer (&self->secret, rutter_net_key_free);
  g_string_free (self->unread, TRUE);
}

static void
release_watch (gpointer data)
{
  g_rc_box_release_full (data, clear_watch);
}

static char *
make_uri (BarentsWatch *self,
          const char   *host,
          const char   *path)
{
  const char *server = rutter_feed_line_get_address (self->line)->server;

  return server != NULL ? g_strconcat ("http", server + strlen ("ws"), path, NULL)
                        : g_strconcat ("https://", host, path, NULL);
}

static void
take_line (BarentsWatch *self,
           const char   *text,
           gsize         length)
{
  RutterAisMessage messages[2];
  gint64 time_us;
  guint n;

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length == 0)
    return;

  n = rutter_ais_barentswatch_read (text, length, messages, &time_us);
  rutter_feed_line_count (self->line, 0, 1, n == 0);
  for (guint i = 0; i < n; i++)
    rutter_feed_line_take_message (self->line, &messages[i], time_us, FALSE);
}

/* A piece holds parts of lines, or many. */
static void
on_bytes_cb (const char *bytes,
             gsize       length,
             gpointer    user_data)
{
  BarentsWatch *self = user_data;
  const char *end = bytes + length;

  if (bytes == NULL)
    {
      rutter_feed_line_opened (self->line);
      return;
    }

  rutter_feed_line_count (self->line, length, 0, 0);
  for (const char *at = bytes, *feed; at < end; at = feed + 1)
    {
      feed = memchr (at, '\n', (gsize)(end - at));
      if (feed == NULL)
        feed = end;
      if (self->unread->len + (gsize)(feed - at) > MOST_BYTES_A_LINE && !self->is_skipping)
        {
          self->is_skipping = TRUE;
          rutter_feed_line_count (self->line, 0, 1, 1);
        }
      if (!self->is_skipping)
        g_string_append_len (self->unread, at, feed - at);
      if (feed == end)
        return;

      if (!self->is_skipping)
        take_line (self, self->unread->str, self->unread->len);
      self->is_skipping = FALSE;
      g_string_truncate (self->unread, 0);
    }
}

static void
on_ended_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  BarentsWatch *self = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) nothing = rutter_net_call_finish (result, &error);

  if (self->line == NULL)
    g_clear_error (&error);
  else if (nothing != NULL)
    rutter_feed_line_fail (self->line,
                           g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                                        _("“%s” has ended the connection."),
                                        rutter_feed_line_get_address (self->line)->host));
  else
    rutter_feed_line_fail (self->line, error);
  release_watch (self);
}

static void
begin_stream (BarentsWatch *self,
              const char   *token)
{
  g_autofree char *uri = make_uri (self, HOST, PATH);
  g_autofree char *authorization = g_strconcat ("Bearer ", token, NULL); /* untranslated */
  const char *const headers[] = { "Authorization", authorization, NULL }; /* untranslated */
  RutterNetCall call = {
    .uri = uri, .why = rutter_feed_line_get_address (self->line)->title, .headers = headers,
    .timeout_ms = TIMEOUT_MS, .func = on_bytes_cb, .user_data = self,
  };

  rutter_net_call_async (rutter_feed_line_get_gate (self->line), &call, self->cancellable,
                         on_ended_cb, g_rc_box_acquire (self));
  explicit_bzero (authorization, strlen (authorization));
}

/* Only what can stand in a header. */
static char *
read_token (GBytes *answer)
{
  gsize length;
  const char *text = g_bytes_get_data (answer, &length);
  const RutterJsonValue *token = NULL;
  RutterJsonScan scan;

  if (text != NULL && rutter_json_scan_read (&scan, text, length))
    token = rutter_json_scan_find (&scan, NULL, "access_token");
  if (token == NULL || token->kind != '"' || token->length == 0)
    return NULL;

  for (gsize i = 0; i < token->length; i++)
    if (!g_ascii_isalnum (token->text[i]) && strchr ("-._~+/=", token->text[i]) == NULL)
      return NULL;

  return g_strndup (token->text, token->length);
}

static void
on_token_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  BarentsWatch *self = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) answer = rutter_net_call_finish (result, &error);
  g_autofree char *token = answer != NULL ? read_token (answer) : NULL;

  if (self->line == NULL)
    g_clear_error (&error);
  else if (answer == NULL)
    rutter_feed_line_fail (self->line, error);
  else if (token == NULL)
    rutter_feed_line_fail (self->line,
                           g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                                        _("“%s” answered without a token."), TOKEN_HOST));
  else
    begin_stream (self, token);
  if (token != NULL)
    explicit_bzero (token, strlen (token));
  release_watch (self);
}

static void
ask_for_token (BarentsWatch *self)
{
  g_autofree char *uri = make_uri (self, TOKEN_HOST, TOKEN_PATH);
  const char *const form[] = {
    "client_id", self->client, "client_secret", self->secret, "scope", "ais", "grant_type",
    "client_credentials", NULL
  };
  RutterNetCall call = {
    .uri = uri, .why = rutter_feed_line_get_address (self->line)->title, .form = form,
    .max_bytes = MOST_BYTES_A_TOKEN, .timeout_ms = TIMEOUT_MS,
  };

  rutter_net_call_async (rutter_feed_line_get_gate (self->line), &call, self->cancellable,
                         on_token_cb, g_rc_box_acquire (self));
}

static void look_up (BarentsWatch *self, const char *service);

static void
take_key (gpointer  instance,
          gpointer  key,
          GError   *error)
{
  BarentsWatch *self = instance;

  if (error != NULL)
    rutter_feed_line_fail (self->line, error);
  else if (self->client == NULL)
    {
      self->client = key;
      look_up (self, SECRET);
    }
  else
    {
      self->secret = key;
      ask_for_token (self);
    }
}

static void
on_looked_up_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GError *error = NULL;
  char *key = rutter_net_keyring_look_up_finish (RUTTER_NET_KEYRING (source), result, &error);

  rutter_feed_errand_return (user_data, take_key, key, rutter_net_key_free, error);
}

static void
look_up_at_home (RutterFeedErrand *errand,
                 RutterNetGate    *gate,
                 GCancellable     *cancellable,
                 gpointer          data)
{
  rutter_net_keyring_look_up_async (rutter_net_gate_get_keyring (gate), data, cancellable,
                                    on_looked_up_cb, errand);
}

static void
look_up (BarentsWatch *self,
         const char   *service)
{
  rutter_feed_line_send_errand (self->line, look_up_at_home, (gpointer)service, NULL);
}

static gpointer
open_watch (RutterFeedLine *line)
{
  BarentsWatch *self = g_rc_box_new0 (BarentsWatch);

  self->line = line;
  self->cancellable = g_cancellable_new ();
  self->unread = g_string_new (NULL);
  look_up (self, CLIENT);
  return self;
}

static void
close_watch (gpointer instance)
{
  BarentsWatch *self = instance;

  self->line = NULL;
  g_cancellable_cancel (self->cancellable);
  release_watch (self);
}

static gboolean
check_watch (RutterFeedAddress  *address,
             GError            **error)
{
  if (address->host != NULL || address->port != 0 || address->path != NULL ||
      address->query != NULL)
    return rutter_feed_address_refuse (address, error);

  address->host = g_strdup (HOST);
  address->title = g_strdup ("BarentsWatch");
  return TRUE;
}

static const char *const hosts[] = { TOKEN_HOST, HOST, NULL };
static const char *const keys[] = { CLIENT, SECRET, NULL };

const RutterFeedDriver rutter_feed_barentswatch = {
  .scheme = "barentswatch", .silence_s = SILENCE_S, .hosts = hosts, .keys = keys,
  .check = check_watch, .open = open_watch, .close = close_watch,
};
