/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-pass.h"

#include "rutter-error.h"
#include "rutter-net-trouble.h"

#include <glib/gi18n-lib.h>

/* How often the ledger hears of bytes, in milliseconds. */
#define SETTLE_MS 500

struct _RutterNetPass
{
  /* fixed when it begins */
  char            *host;
  gboolean         is_here;
  GCancellable    *stop;
  GMainContext    *home;       /* of the main thread */

  /* of the main thread */
  RutterNetPolicy *policy;     /* NULL for this machine */
  gulong           changed_id;
  gboolean         was_once;   /* and that has been spent */
  RutterNetEntry  *entry;

  GMutex           lock;       /* for what follows */
  guint64          n_sent, n_received;   /* not in the ledger yet */
  GSource         *settling;
  gboolean         is_off;     /* it is the network that went off, not the host's permission */
};

/* What goes from the thread that asks to the main thread. */
typedef struct
{
  RutterNetGate *gate;
  char          *host;
  char          *why;
} Question;

/* @host: as rutter_net_host_from_text() gives it. The name is never looked up. */
gboolean
rutter_net_host_is_here (const char *host)
{
  g_autoptr(GInetAddress) address = NULL;

  g_return_val_if_fail (host != NULL, FALSE);

  if (g_str_equal (host, "localhost"))
    return TRUE;

  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
is_permitted (RutterNetPass *self)
{
  return rutter_net_policy_permits (self->policy, self->host) ||
         (self->was_once && rutter_net_policy_is_on (self->policy));
}

static GError *
make_refusal (const char *host,
              gboolean    is_off)
{
  if (is_off)
    return g_error_new (RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                        _("“%s” was not contacted, because the network is off."), host);

  return g_error_new (RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                      _("“%s” was not contacted, because you have not allowed it."), host);
}

static void
settle (RutterNetPass *self)
{
  guint64 n_sent, n_received;

  g_mutex_lock (&self->lock);
  n_sent = self->n_sent;
  n_received = self->n_received;
  self->n_sent = self->n_received = 0;
  if (self->settling != NULL)
    g_source_destroy (self->settling);
  g_clear_pointer (&self->settling, g_source_unref);
  g_mutex_unlock (&self->lock);

  if (n_sent + n_received > 0)
    rutter_net_entry_add_bytes (self->entry, n_sent, n_received);
}

static gboolean
on_settle_cb (gpointer data)
{
  settle (data);

  return G_SOURCE_REMOVE;
}

static gboolean
on_end_cb (gpointer data)
{
  RutterNetPass *self = data;

  settle (self);
  g_clear_signal_handler (&self->changed_id, self->policy);
  g_clear_object (&self->policy);
  g_clear_object (&self->entry);
  g_clear_object (&self->stop);
  g_main_context_unref (self->home);
  g_mutex_clear (&self->lock);
  g_free (self->host);
  g_free (self);

  return G_SOURCE_REMOVE;
}

static void
on_policy_changed_cb (RutterNetPolicy *policy,
                      gpointer         user_data)
{
  RutterNetPass *self = user_data;

  if (is_permitted (self))
    return;

  g_mutex_lock (&self->lock);
  self->is_off = !rutter_net_policy_is_on (policy);
  g_mutex_unlock (&self->lock);
  g_cancellable_cancel (self->stop);
}

/**
 * rutter_net_pass_begin:
 * @host: as rutter_net_host_from_text() gives it
 * @why: for the ledger: what the user would call it
 *
 * Uses up what was allowed once.
 *
 * Returns: (transfer full): ends with rutter_net_pass_end(); %NULL with %RUTTER_ERROR_REFUSED
 */
RutterNetPass *
rutter_net_pass_begin (RutterNetGate  *gate,
                       const char     *host,
                       const char     *why,
                       GError        **error)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (gate);
  RutterNetLedger *ledger = rutter_net_gate_get_ledger (gate);
  gboolean is_here = rutter_net_host_is_here (host);
  gboolean is_allowed = is_here || rutter_net_policy_permits (policy, host);
  RutterNetEntry *entry;
  RutterNetPass *self;

  entry = rutter_net_ledger_note (ledger, is_here ? _("this machine") : host, why, is_allowed);
  if (!is_allowed)
    {
      g_propagate_error (error, make_refusal (host, !rutter_net_policy_is_on (policy)));
      return NULL;
    }

  self = g_new0 (RutterNetPass, 1);
  g_mutex_init (&self->lock);
  self->host = g_strdup (host);
  self->is_here = is_here;
  self->stop = g_cancellable_new ();
  self->home = g_main_context_ref_thread_default ();
  self->entry = g_object_ref (entry);
  if (is_here)
    return self;

  self->was_once = rutter_net_policy_get_grant (policy, host) == RUTTER_NET_ONCE;
  rutter_net_policy_spend (policy, host);
  self->policy = g_object_ref (policy);
  self->changed_id = g_signal_connect (policy, "changed", G_CALLBACK (on_policy_changed_cb), self);
  return self;
}

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->gate);
  g_free (question->host);
  g_free (question->why);
  g_free (question);
}

static gboolean
judge (gpointer data)
{
  GTask *task = data;
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *host = rutter_net_host_from_text (question->host, &error);
  RutterNetPass *pass = NULL;

  if (host != NULL)
    pass = rutter_net_pass_begin (question->gate, host, question->why, &error);
  /* Another thread must not be the last to let go of a gate. */
  g_clear_object (&question->gate);

  if (pass == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pass, (GDestroyNotify)rutter_net_pass_end);
  return G_SOURCE_REMOVE;
}

/**
 * rutter_net_pass_ask_async:
 * @host: a name or an address
 *
 * As rutter_net_pass_begin(), on any thread: the answer comes in its default context.
 */
void
rutter_net_pass_ask_async (RutterNetGate       *gate,
                           const char          *host,
                           const char          *why,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Question *question = g_new (Question, 1);

  g_task_set_source_tag (task, rutter_net_pass_ask_async);
  question->gate = g_object_ref (gate);
  question->host = g_strdup (host);
  question->why = g_strdup (why);
  g_task_set_task_data (task, question, free_question);
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, judge, task, g_object_unref);
}

/* Returns: (transfer full): as of rutter_net_pass_begin(); %RUTTER_ERROR_INVALID for no host */
RutterNetPass *
rutter_net_pass_ask_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The contact is over. Later, on the main thread, the ledger has its last bytes. */
void
rutter_net_pass_end (RutterNetPass *self)
{
  g_autoptr(GSource) source = NULL;

  if (self == NULL)
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_end_cb, self, NULL);
  g_source_attach (source, self->home);
}

/* Returns: cancelled when the host is allowed no longer, on the main thread */
GCancellable *
rutter_net_pass_get_stop (RutterNetPass *self)
{
  return self->stop;
}

const char *
rutter_net_pass_get_host (RutterNetPass *self)
{
  return self->host;
}

gboolean
rutter_net_pass_is_here (RutterNetPass *self)
{
  return self->is_here;
}

/* What has gone over the wire since the last call. */
void
rutter_net_pass_count (RutterNetPass *self,
                       guint64        n_sent,
                       guint64        n_received)
{
  g_mutex_lock (&self->lock);
  self->n_sent += n_sent;
  self->n_received += n_received;
  if (self->settling == NULL)
    {
      self->settling = g_timeout_source_new (SETTLE_MS);
      g_source_set_callback (self->settling, on_settle_cb, self, NULL);
      g_source_attach (self->settling, self->home);
    }
  g_mutex_unlock (&self->lock);
}

/**
 * rutter_net_pass_explain:
 * @error: what went wrong on the wire
 *
 * Returns: (transfer full): the same in the user's words: %RUTTER_ERROR_REFUSED when the host is
 *   allowed no longer, %G_IO_ERROR_CANCELLED as it is, else %RUTTER_ERROR_NETWORK
 */
GError *
rutter_net_pass_explain (RutterNetPass *self,
                         const GError  *error)
{
  if (g_cancellable_is_cancelled (self->stop))
    {
      gboolean is_off;

      g_mutex_lock (&self->lock);
      is_off = self->is_off;
      g_mutex_unlock (&self->lock);
      return g_error_new (RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                          is_off ? _("The connection to “%s” was cut, because the network is off.")
                                 : _("The connection to “%s” was cut, because you do not allow it "
                                     "any longer."),
                          self->host);
    }

  return rutter_net_trouble_explain (self->host, error, 0);
}
