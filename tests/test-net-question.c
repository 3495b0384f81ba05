/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-question.h"

#include "rutter-error.h"

#include <string.h>

#define HOST "tiles.test"

typedef struct
{
  RutterNetGate   *gate;
  RutterNetPolicy *policy;
  GtkWidget       *window;
  guint            n_answers;
  gboolean         is_allowed; /* by the last answer */
  GError          *error;      /* of the last answer */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->gate = rutter_net_gate_new (NULL);
  fixture->policy = rutter_net_gate_get_policy (fixture->gate);
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
let_rest (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  let_rest ();
  g_assert_finalize_object (g_steal_pointer (&fixture->gate));
  g_clear_error (&fixture->error);
}

static void
on_answered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->n_answers++;
  g_clear_error (&fixture->error);
  fixture->is_allowed = rutter_net_question_ask_finish (result, &fixture->error);
  g_assert_true (fixture->is_allowed == (fixture->error == NULL));
}

static void
ask (Fixture      *fixture,
     const char   *host,
     gboolean      is_wanted,
     GCancellable *cancellable)
{
  rutter_net_question_ask_async (GTK_WINDOW (fixture->window), fixture->gate, host, "map tiles",
                                 "It learns where you look.", is_wanted, cancellable,
                                 on_answered_cb, fixture);
  let_rest ();
}

/* The one question on the screen, if there is one. */
static AdwMessageDialog *
find_question (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  AdwMessageDialog *found = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      {
        g_assert_null (found);
        found = l->data;
      }

  return found;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_question ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  let_rest ();
}

static void
test_grants (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char    *response;
    RutterNetGrant grant;
  } cases[] = {
    { "no", RUTTER_NET_NEVER },
    { "once", RUTTER_NET_ONCE },
    { "run", RUTTER_NET_RUN },
    { "always", RUTTER_NET_ALWAYS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwMessageDialog *dialog;

      g_test_message ("%s", cases[i].response);
      rutter_net_policy_forbid (fixture->policy, HOST);
      rutter_net_policy_set_on (fixture->policy, FALSE);
      fixture->n_answers = 0;
      ask (fixture, HOST, TRUE, NULL);
      dialog = find_question ();
      g_assert_nonnull (dialog);
      g_assert_nonnull (strstr (adw_message_dialog_get_heading (dialog), HOST));
      g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "map tiles"));
      g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "It learns where you look."));
      g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "The network is off"));
      g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "no");
      g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "no");
      g_assert_cmpuint (fixture->n_answers, ==, 0);
      g_assert_cmpint (rutter_net_policy_get_grant (fixture->policy, HOST), ==, RUTTER_NET_NEVER);

      answer (cases[i].response);
      g_assert_cmpuint (fixture->n_answers, ==, 1);
      g_assert_cmpint (rutter_net_policy_get_grant (fixture->policy, HOST), ==, cases[i].grant);
      g_assert_true (fixture->is_allowed == (cases[i].grant != RUTTER_NET_NEVER));
      g_assert_true (rutter_net_policy_is_on (fixture->policy) == fixture->is_allowed);
      if (!fixture->is_allowed)
        g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
    }
}

static void
test_not_asked (Fixture       *fixture,
                gconstpointer  data)
{
  g_test_message ("no host");
  ask (fixture, "no host at all", TRUE, NULL);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_INVALID);

  g_test_message ("off, and nobody wants it now");
  ask (fixture, HOST, FALSE, NULL);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_nonnull (strstr (fixture->error->message, "is off"));

  g_test_message ("allowed already");
  rutter_net_policy_set_on (fixture->policy, TRUE);
  rutter_net_policy_allow (fixture->policy, HOST, RUTTER_NET_RUN, NULL);
  ask (fixture, HOST, FALSE, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (fixture->n_answers, ==, 3);
  g_assert_null (find_question ());
}

/* A refusal stays for the run, until the user asks anew. */
static void
test_refusal_stays (Fixture       *fixture,
                    gconstpointer  data)
{
  rutter_net_policy_set_on (fixture->policy, TRUE);
  ask (fixture, HOST, FALSE, NULL);
  g_assert_nonnull (find_question ());
  gtk_window_close (GTK_WINDOW (find_question ()));
  let_rest ();
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);

  ask (fixture, "TILES.test.", FALSE, NULL);
  g_assert_cmpuint (fixture->n_answers, ==, 2);
  g_assert_null (find_question ());
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);

  ask (fixture, HOST, TRUE, NULL);
  answer ("run");
  g_assert_no_error (fixture->error);

  g_test_message ("what was allowed after the refusal and forbidden then is asked again");
  rutter_net_policy_forbid (fixture->policy, HOST);
  ask (fixture, HOST, FALSE, NULL);
  answer ("no");
}

static void
test_queue (Fixture       *fixture,
            gconstpointer  data)
{
  rutter_net_policy_set_on (fixture->policy, TRUE);
  ask (fixture, HOST, TRUE, NULL);
  ask (fixture, HOST, TRUE, NULL);
  ask (fixture, "two.test", TRUE, NULL);
  ask (fixture, "two.test", TRUE, NULL);
  g_assert_cmpuint (fixture->n_answers, ==, 0);

  g_test_message ("one answer serves all who asked meanwhile");
  answer ("no");
  g_assert_cmpuint (fixture->n_answers, ==, 2);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (find_question ()), "two.test"));
  answer ("run");
  g_assert_cmpuint (fixture->n_answers, ==, 4);
  g_assert_no_error (fixture->error);
  g_assert_null (find_question ());
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  ask (fixture, HOST, TRUE, cancellable);
  g_assert_nonnull (find_question ());
  g_cancellable_cancel (cancellable);
  let_rest ();
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (find_question ());

  ask (fixture, HOST, TRUE, cancellable);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_answers, ==, 2);

  g_test_message ("nobody refused");
  rutter_net_policy_set_on (fixture->policy, TRUE);
  ask (fixture, HOST, FALSE, NULL);
  answer ("no");
}

/* Whoever waits may see in the policy that the answer is there, and wait no longer. */
static void
test_cancelled_by_answer (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  ask (fixture, HOST, TRUE, cancellable);
  g_signal_connect_swapped (fixture->policy, "changed", G_CALLBACK (g_cancellable_cancel),
                            cancellable);
  answer ("run");
  g_signal_handlers_disconnect_by_data (fixture->policy, cancellable);
  g_assert_cmpuint (fixture->n_answers, ==, 1);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (rutter_net_policy_permits (fixture->policy, HOST));
}

static void
test_window_goes (Fixture       *fixture,
                  gconstpointer  data)
{
  ask (fixture, HOST, TRUE, NULL);
  ask (fixture, "two.test", TRUE, NULL);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  let_rest ();
  g_assert_cmpuint (fixture->n_answers, ==, 2);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_REFUSED);
  g_assert_null (find_question ());
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
    { "/net-question/grants", test_grants },
    { "/net-question/not-asked", test_not_asked },
    { "/net-question/refusal-stays", test_refusal_stays },
    { "/net-question/queue", test_queue },
    { "/net-question/cancelled", test_cancelled },
    { "/net-question/cancelled-by-answer", test_cancelled_by_answer },
    { "/net-question/window-goes", test_window_goes },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
