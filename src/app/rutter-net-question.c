/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-question.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>

/* Each gate has its questions. */
static G_DEFINE_QUARK (rutter-net-queue, rutter_net_queue)

typedef struct _Queue Queue;

typedef struct
{
  Queue     *queue;   /* of the gate, which the task holds */
  GtkWindow *window;  /* weak */
  GtkWidget *dialog;  /* NULL: not asked yet */
  char      *host;
  char      *why;
  char      *reveals; /* NULL: nothing beyond what any contact reveals */
  gboolean   is_wanted;
  guint      number;
  gulong     cancelled_id;
} Question;

/* Of one gate. */
struct _Queue
{
  RutterNetGate *gate;    /* borrowed: it owns this */
  GQueue         waiting; /* GTask with a Question; the first is the one on the screen */
  GHashTable    *refused; /* host: the number of the latest question when it was refused */
  guint          n_asked;
  guint          next_id;
};

static void ask_next (Queue *queue);

static void
free_queue (gpointer data)
{
  Queue *queue = data;

  g_clear_handle_id (&queue->next_id, g_source_remove);
  g_hash_table_unref (queue->refused);
  g_free (queue);
}

static Queue *
ensure_queue (RutterNetGate *gate)
{
  Queue *queue = g_object_get_qdata (G_OBJECT (gate), rutter_net_queue_quark ());

  if (queue == NULL)
    {
      queue = g_new0 (Queue, 1);
      queue->gate = gate;
      g_queue_init (&queue->waiting);
      queue->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_qdata_full (G_OBJECT (gate), rutter_net_queue_quark (), queue, free_queue);
    }

  return queue;
}

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_weak_pointer (&question->window);
  g_free (question->host);
  g_free (question->why);
  g_free (question->reveals);
  g_free (question);
}

static gboolean
on_next_cb (gpointer user_data)
{
  Queue *queue = user_data;

  queue->next_id = 0;
  ask_next (queue);

  return G_SOURCE_REMOVE;
}

/* Never from within what asks or answers. */
static void
ask_next_later (Queue *queue)
{
  if (queue->next_id == 0)
    queue->next_id = g_idle_add_full (G_PRIORITY_DEFAULT, on_next_cb, queue, NULL);
}

/* Takes a question out and answers whoever asked; the next is asked once the dialog is gone. */
static void
end_question (GTask *task)
{
  Question *question = g_task_get_task_data (task);
  Queue *queue = question->queue;
  g_autoptr(RutterNetGate) gate = g_object_ref (queue->gate);
  RutterNetPolicy *policy = rutter_net_gate_get_policy (gate);

  g_cancellable_disconnect (g_task_get_cancellable (task), question->cancelled_id);
  g_queue_remove (&queue->waiting, task);
  if (rutter_net_policy_permits (policy, question->host))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_REFUSED,
                             rutter_net_policy_is_on (policy)
                             ? _("“%s” was not contacted, because you have not allowed it.")
                             : _("“%s” was not contacted, because the network is off."),
                             question->host);
  g_object_unref (task);
  if (!g_queue_is_empty (&queue->waiting))
    ask_next_later (queue);
}

static void
take_answer (Question   *question,
             const char *response)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (question->queue->gate);
  RutterNetGrant grant = RUTTER_NET_NEVER;

  if (g_strcmp0 (response, "once") == 0)
    grant = RUTTER_NET_ONCE;
  else if (g_strcmp0 (response, "run") == 0)
    grant = RUTTER_NET_RUN;
  else if (g_strcmp0 (response, "always") == 0)
    grant = RUTTER_NET_ALWAYS;

  if (grant == RUTTER_NET_NEVER)
    {
      g_hash_table_replace (question->queue->refused, g_strdup (question->host),
                            GUINT_TO_POINTER (question->queue->n_asked));
      return;
    }

  g_hash_table_remove (question->queue->refused, question->host);
  if (rutter_net_policy_allow (policy, question->host, grant, NULL))
    rutter_net_policy_set_on (policy, TRUE);
}

static void
on_response_cb (GTask      *task,
                const char *response)
{
  Question *question = g_task_get_task_data (task);

  g_signal_handlers_disconnect_by_data (question->dialog, task);
  question->dialog = NULL;
  /* Whoever hears that the host is allowed may cancel the question, which is answered by now. */
  g_cancellable_disconnect (g_task_get_cancellable (task), question->cancelled_id);
  question->cancelled_id = 0;
  take_answer (question, response);
  end_question (task);
}

/* The window went, and the question with it. */
static void
on_destroy_cb (GTask *task)
{
  on_response_cb (task, NULL);
}

static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  Question *question = g_task_get_task_data (user_data);

  /* Its end is an answer, which is no refusal: nobody refused. */
  if (question->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (question->dialog, user_data);
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&question->dialog)));
    }
  /* Not from within the cancelling, where the handler cannot be taken away. */
  question->cancelled_id = 0;
  end_question (user_data);
}

static char *
make_body (Question *question)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (question->queue->gate);
  g_auto(GStrv) hosts = rutter_net_policy_list_hosts (policy);
  guint n_hosts = g_strv_length (hosts);
  GString *body = g_string_new (NULL);

  g_string_append_printf (body, _("Needed for: %s"), question->why);
  g_string_append (body, "\n\n");
  if (question->reveals != NULL)
    g_string_append_printf (body, "%s\n\n", question->reveals);
  g_string_append (body, _("Like every host it learns your network address, the time, and that it "
                           "is Rutter that asks."));
  if (!rutter_net_policy_is_on (policy))
    {
      g_string_append (body, "\n\n");
      g_string_append (body, _("The network is off now. To allow this host turns it on."));
      if (n_hosts > 0)
        {
          g_string_append_c (body, ' ');
          g_string_append_printf (body,
                                  ngettext ("%u other host, which you allowed before, can then "
                                            "be contacted too.",
                                            "%u other hosts, which you allowed before, can then "
                                            "be contacted too.", n_hosts), n_hosts);
        }
    }

  return g_string_free (body, FALSE);
}

static void
present (GTask *task)
{
  Question *question = g_task_get_task_data (task);
  g_autofree char *body = make_body (question);
  GtkWidget *dialog = adw_message_dialog_new (question->window, NULL, body);
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_format_heading (self, _("Contact “%s”?"), question->host);
  adw_message_dialog_add_responses (self, "no", _("_No"), "once", _("Allow _Once"),
                                    "run", _("Allow until Rutter _Ends"),
                                    "always", _("_Always Allow"), NULL);
  adw_message_dialog_set_default_response (self, "no");
  adw_message_dialog_set_close_response (self, "no");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  question->dialog = dialog;
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response_cb), task);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (on_destroy_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_refused (Question *question)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (question->queue->gate);
  gpointer number;

  if (question->window == NULL)
    return TRUE;

  /* Off was chosen. Only the user's own act asks whether that is to end. */
  if (!question->is_wanted && !rutter_net_policy_is_on (policy))
    return TRUE;

  return g_hash_table_lookup_extended (question->queue->refused, question->host, NULL, &number) &&
         (!question->is_wanted || GPOINTER_TO_UINT (number) >= question->number);
}

static void
ask_next (Queue *queue)
{
  GTask *task = g_queue_peek_head (&queue->waiting);
  Question *question;

  if (task == NULL)
    return;

  question = g_task_get_task_data (task);
  if (question->dialog != NULL)
    return;

  if (rutter_net_policy_permits (rutter_net_gate_get_policy (queue->gate), question->host) ||
      is_refused (question))
    end_question (task);
  else
    present (task);
}

/**
 * rutter_net_question_ask_async:
 * @window: over which the question is asked
 * @host: whom to contact
 * @why: a few words, as the ledger has them
 * @reveals: (nullable): what will be sent and what the host learns from it, in whole sentences
 * @is_wanted: the user has just asked for what needs the host: then an earlier refusal does not
 *   count, nor does that the network is off
 *
 * Asks nothing if the host is allowed, or if it has been refused in this run and @is_wanted is
 * %FALSE. Once allowed, the host is in the policy, which is on; “once” is to be spent by whoever
 * asked. Ends with %RUTTER_ERROR_INVALID for what is no host, or %RUTTER_ERROR_REFUSED.
 */
void
rutter_net_question_ask_async (GtkWindow           *window,
                               RutterNetGate       *gate,
                               const char          *host,
                               const char          *why,
                               const char          *reveals,
                               gboolean             is_wanted,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Queue *queue;
  Question *question;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (RUTTER_IS_NET_GATE (gate));
  g_return_if_fail (host != NULL && why != NULL);

  queue = ensure_queue (gate);
  task = g_task_new (gate, cancellable, callback, user_data);
  g_task_set_source_tag (task, rutter_net_question_ask_async);
  question = g_new0 (Question, 1);
  question->queue = queue;
  question->host = rutter_net_host_from_text (host, &error);
  question->why = g_strdup (why);
  question->reveals = g_strdup (reveals);
  question->is_wanted = is_wanted;
  question->number = ++queue->n_asked;
  g_set_weak_pointer (&question->window, window);
  g_task_set_task_data (task, question, free_question);
  if (error != NULL || g_task_return_error_if_cancelled (task))
    {
      if (error != NULL)
        g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  if (cancellable != NULL)
    question->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb),
                                                    task, NULL);
  g_queue_push_tail (&queue->waiting, task);
  ask_next_later (queue);
}

/* Returns: whether the host may be contacted now; with @error set if not */
gboolean
rutter_net_question_ask_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, rutter_net_question_ask_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
