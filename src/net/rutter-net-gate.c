/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-gate.h"

#include "rutter-error.h"
#include "rutter-net-transport.h"
#include "rutter-net-trouble.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* A server that sends on more often than this is not going to answer. */
#define MOST_HOPS 5

struct _RutterNetGate
{
  GObject             parent_instance;

  RutterNetPolicy    *policy;
  RutterNetLedger    *ledger;
  RutterNetKeyring   *keyring;
  RutterNetTransport *transport; /* NULL until something is allowed: its thread is the first cost */
  GPtrArray          *fetches;   /* Fetch, under way */
};

G_DEFINE_FINAL_TYPE (RutterNetGate, rutter_net_gate, G_TYPE_OBJECT)

typedef struct
{
  RutterNetGate  *gate;     /* borrowed from the task */
  GUri           *uri;      /* of this hop */
  char           *host;
  char           *granted;  /* the host that was allowed once, and is spent by this */
  char           *why;
  gsize           max_bytes;
  gboolean        is_part;
  gint64          deadline_us;
  guint           n_hops;
  RutterNetEntry *entry;
  GCancellable   *stop;
  gulong          cancelled_id;
} Fetch;

static void start_hop (GTask *task);

static void
free_fetch (gpointer data)
{
  Fetch *fetch = data;

  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_clear_object (&fetch->entry);
  g_clear_object (&fetch->stop);
  g_free (fetch->host);
  g_free (fetch->granted);
  g_free (fetch->why);
  g_free (fetch);
}

static void
end_fetch (GTask  *task,
           GBytes *body,
           GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_cancellable_disconnect (g_task_get_cancellable (task), fetch->cancelled_id);
  g_ptr_array_remove (fetch->gate->fetches, fetch);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, body, (GDestroyNotify)g_bytes_unref);
  g_object_unref (task);
}

static gboolean
is_permitted (Fetch *fetch)
{
  RutterNetPolicy *policy = fetch->gate->policy;

  return rutter_net_policy_permits (policy, fetch->host) ||
         (rutter_net_policy_is_on (policy) && g_strcmp0 (fetch->granted, fetch->host) == 0);
}

static GError *
make_refusal (Fetch      *fetch,
              const char *from)
{
  if (!rutter_net_policy_is_on (fetch->gate->policy))
    return g_error_new (RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                        _("“%s” was not contacted, because the network is off."), fetch->host);

  if (from != NULL)
    return g_error_new (RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                        _("“%s” sends on to “%s”, which was not contacted, because you have not "
                          "allowed it."), from, fetch->host);

  return g_error_new (RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                      _("“%s” was not contacted, because you have not allowed it."), fetch->host);
}

/* Takes an address for the next hop: http or https, no name and password, never from https back to
 * http.
 */
static gboolean
take_uri (Fetch       *fetch,
          GUri        *uri,
          GError     **error)
{
  g_autofree char *host = NULL;
  gboolean is_secure = g_strcmp0 (g_uri_get_scheme (uri), "https") == 0;

  if ((!is_secure && g_strcmp0 (g_uri_get_scheme (uri), "http") != 0) ||
      g_uri_get_userinfo (uri) != NULL || g_uri_get_host (uri) == NULL)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("Only addresses that begin with https:// or http:// and hold no password can "
                     "be asked."));
      return FALSE;
    }

  host = rutter_net_host_from_text (g_uri_get_host (uri), error);
  if (host == NULL)
    return FALSE;

  if (fetch->uri != NULL && !is_secure && g_str_equal (g_uri_get_scheme (fetch->uri), "https"))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                   _("“%s” sends on to an address without encryption, which was not followed."),
                   fetch->host);
      return FALSE;
    }

  g_clear_pointer (&fetch->uri, g_uri_unref);
  fetch->uri = g_uri_ref (uri);
  g_free (fetch->host);
  fetch->host = g_steal_pointer (&host);
  return TRUE;
}

static GBytes *
judge_answer (Fetch           *fetch,
              RutterNetReply  *reply,
              GError         **error)
{
  if (reply->status >= 200 && reply->status < 300)
    return g_bytes_ref (reply->body);

  g_propagate_error (error, rutter_net_trouble_new_status (fetch->host, reply->status));
  return NULL;
}

static void
follow (GTask          *task,
        RutterNetReply *reply)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *from = g_strdup (fetch->host);
  g_autoptr(GUri) uri = NULL;
  GError *error = NULL;

  if (fetch->n_hops > MOST_HOPS)
    error = g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                         _("“%s” sends on again and again: it was not followed."), from);
  else
    uri = g_uri_parse_relative (fetch->uri, reply->location, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL && error == NULL)
    error = g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                         _("“%s” sends on to what is no address."), from);

  if (error == NULL && take_uri (fetch, uri, &error) && !is_permitted (fetch))
    {
      rutter_net_ledger_note (fetch->gate->ledger, fetch->host, fetch->why, FALSE);
      error = make_refusal (fetch, from);
    }

  if (error != NULL)
    end_fetch (task, NULL, error);
  else
    start_hop (task);
}

static void
on_reply_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(RutterNetReply) reply = rutter_net_transport_get_finish (result);
  GError *error = NULL;
  GBytes *body = NULL;

  rutter_net_entry_add_bytes (fetch->entry, reply->n_sent, reply->n_received);
  if (reply->error != NULL)
    {
      /* Stopped from here, not by who asked: the host is allowed no longer. */
      error = g_steal_pointer (&reply->error);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !is_permitted (fetch))
        {
          g_clear_error (&error);
          error = make_refusal (fetch, NULL);
        }
    }
  else if (reply->location != NULL)
    {
      follow (task, reply);
      return;
    }
  else if (reply->body == NULL)
    error = g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                         _("“%s” sends on to what is no address."), fetch->host);
  else
    body = judge_answer (fetch, reply, &error);

  end_fetch (task, body, error);
}

/* What was allowed is contacted; the rest of the time is left for it. */
static void
start_hop (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  RutterNetGate *self = fetch->gate;
  gint64 left_ms = (fetch->deadline_us - g_get_monotonic_time ()) / 1000;

  fetch->n_hops++;
  g_set_object (&fetch->entry,
                rutter_net_ledger_note (self->ledger, fetch->host, fetch->why, TRUE));
  if (!fetch->is_part &&
      rutter_net_policy_get_grant (self->policy, fetch->host) == RUTTER_NET_ONCE)
    {
      g_free (fetch->granted);
      fetch->granted = g_strdup (fetch->host);
      rutter_net_policy_spend (self->policy, fetch->host);
    }

  if (self->transport == NULL)
    self->transport = rutter_net_transport_new ();
  rutter_net_transport_get_async (self->transport, fetch->uri, fetch->max_bytes,
                                  (guint)MAX (left_ms, 1), fetch->stop, on_reply_cb, task);
}

/* What is under way to a host that is allowed no longer ends at once. */
static void
on_policy_changed_cb (RutterNetGate *self)
{
  for (guint i = 0; i < self->fetches->len; i++)
    {
      Fetch *fetch = self->fetches->pdata[i];

      if (!is_permitted (fetch))
        g_cancellable_cancel (fetch->stop);
    }

  if (!rutter_net_policy_is_on (self->policy) && self->transport != NULL)
    rutter_net_transport_hang_up (self->transport);
}

static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
rutter_net_gate_finalize (GObject *object)
{
  RutterNetGate *self = RUTTER_NET_GATE (object);

  g_clear_pointer (&self->transport, rutter_net_transport_free);
  g_ptr_array_unref (self->fetches);
  g_clear_object (&self->policy);
  g_clear_object (&self->ledger);
  g_clear_object (&self->keyring);

  G_OBJECT_CLASS (rutter_net_gate_parent_class)->finalize (object);
}

static void
rutter_net_gate_class_init (RutterNetGateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_net_gate_finalize;
}

static void
rutter_net_gate_init (RutterNetGate *self)
{
  self->ledger = rutter_net_ledger_new ();
  self->keyring = rutter_net_keyring_new ();
  self->fetches = g_ptr_array_new ();
}

/* @settings: (nullable): where the policy is kept */
RutterNetGate *
rutter_net_gate_new (GSettings *settings)
{
  RutterNetGate *self = g_object_new (RUTTER_TYPE_NET_GATE, NULL);

  self->policy = rutter_net_policy_new (settings);
  g_signal_connect_object (self->policy, "changed", G_CALLBACK (on_policy_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

RutterNetPolicy *
rutter_net_gate_get_policy (RutterNetGate *self)
{
  g_return_val_if_fail (RUTTER_IS_NET_GATE (self), NULL);

  return self->policy;
}

RutterNetLedger *
rutter_net_gate_get_ledger (RutterNetGate *self)
{
  g_return_val_if_fail (RUTTER_IS_NET_GATE (self), NULL);

  return self->ledger;
}

/* What those who are contacted may ask for. */
RutterNetKeyring *
rutter_net_gate_get_keyring (RutterNetGate *self)
{
  g_return_val_if_fail (RUTTER_IS_NET_GATE (self), NULL);

  return self->keyring;
}

/**
 * rutter_net_gate_fetch_async:
 * @cancellable: (nullable): cancelled on the main thread
 *
 * Asks for what lies at an address, if its host is allowed. Ends with %RUTTER_ERROR_INVALID for
 * what is no address, %RUTTER_ERROR_REFUSED, %RUTTER_ERROR_NOT_FOUND, or %RUTTER_ERROR_NETWORK.
 */
void
rutter_net_gate_fetch_async (RutterNetGate          *self,
                             const RutterNetRequest *request,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  g_autoptr(GUri) uri = NULL;
  GError *error = NULL;
  Fetch *fetch;
  GTask *task;

  g_return_if_fail (RUTTER_IS_NET_GATE (self));
  g_return_if_fail (request != NULL && request->uri != NULL && request->why != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rutter_net_gate_fetch_async);
  fetch = g_new0 (Fetch, 1);
  fetch->gate = self;
  fetch->why = g_strdup (request->why);
  fetch->max_bytes = request->max_bytes;
  fetch->is_part = request->is_part;
  fetch->deadline_us = g_get_monotonic_time () + (gint64)request->timeout_ms * 1000;
  fetch->stop = g_cancellable_new ();
  g_task_set_task_data (task, fetch, free_fetch);
  g_ptr_array_add (self->fetches, fetch);

  uri = g_uri_parse (request->uri, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL)
    error = g_error_new (RUTTER_ERROR, RUTTER_ERROR_INVALID, _("This is no address: %s"),
                         request->uri);
  else if (take_uri (fetch, uri, &error) && !is_permitted (fetch))
    {
      rutter_net_ledger_note (self->ledger, fetch->host, fetch->why, FALSE);
      error = make_refusal (fetch, NULL);
    }

  if (error != NULL)
    {
      end_fetch (task, NULL, error);
      return;
    }

  if (cancellable != NULL)
    fetch->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb),
                                                 g_object_ref (fetch->stop), g_object_unref);
  start_hop (task);
}

/* Returns: (transfer full): the body, or %NULL with @error set */
GBytes *
rutter_net_gate_fetch_finish (RutterNetGate  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
