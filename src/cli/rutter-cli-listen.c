/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-ais-json.h"
#include "rutter-error.h"
#include "rutter-feed.h"
#include "rutter-number.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define MOST_SECONDS (30 * 24 * 3600)
#define MOST_SPEED 1000

typedef struct
{
  RutterCli     *cli;
  RutterNetGate *gate;
  const char    *address;
  guint          seconds;       /* 0: until it is stopped */
  gboolean       is_counting;
  double         speed;         /* of a log; 0: as fast as it can be read */

  RutterFeed    *feed;
  GMainLoop     *loop;
  char          *told;          /* what was said last of how it stands */
  int            has_failed;    /* of writing; set on the feed's thread */
  guint64        n_types[RUTTER_AIS_N_TYPES];   /* of the feed's thread */
} Listen;

static void
print_item (const RutterTrafficItem *item)
{
  char line[RUTTER_AIS_JSON_SIZE];
  RutterAisReport report = {
    .time_us = item->heard_us - item->heard_us % G_USEC_PER_SEC,
    .station = "",
    .talker = "",
    .is_own = item->is_own,
  };
  gsize length = rutter_ais_json_write (&report, &item->message, line);

  fwrite (line, 1, length, stdout);
}

/* On the feed's thread: one who reads slowly holds up nothing but the feed. */
static void
on_items_cb (const RutterTrafficItem *items,
             guint                    n_items,
             gpointer                 user_data)
{
  Listen *listen = user_data;

  for (guint i = 0; i < n_items; i++)
    {
      listen->n_types[items[i].message.type]++;
      if (!listen->is_counting)
        print_item (&items[i]);
    }
  if (!listen->is_counting && fflush (stdout) != 0)
    g_atomic_int_set (&listen->has_failed, TRUE);
}

static gboolean
is_final (RutterFeedState state)
{
  return state == RUTTER_FEED_REFUSED || state == RUTTER_FEED_ENDED || state == RUTTER_FEED_FAILED;
}

/* How it stands goes to standard error, once each time that it changes. */
static void
on_changed_cb (RutterFeed *feed,
               gpointer    user_data)
{
  Listen *listen = user_data;
  RutterFeedState state = rutter_feed_get_state (feed);
  g_autofree char *text = rutter_feed_dup_state_text (feed);
  gboolean is_final_state = is_final (state);

  if (!is_final_state && state != RUTTER_FEED_HEARING && g_strcmp0 (text, listen->told) != 0)
    rutter_cli_complain ("%s", text); /* untranslated */
  g_free (listen->told);
  listen->told = g_steal_pointer (&text);
  if (is_final_state || g_atomic_int_get (&listen->has_failed))
    g_main_loop_quit (listen->loop);
}

static gboolean
on_quit_cb (gpointer data)
{
  g_main_loop_quit (data);

  return G_SOURCE_CONTINUE;
}

static void
print_counts (Listen *listen)
{
  const RutterFeedCounts *counts = rutter_feed_get_counts (listen->feed);
  const struct { const char *name; guint64 count; } shown[] = {
    { "bytes", counts->n_bytes },       { "lines", counts->n_lines },
    { "messages", counts->n_messages }, { "bad", counts->n_bad },
    { "lost", counts->n_lost },         { "connects", counts->n_connects },
  };
  g_autoptr(GString) types = g_string_new (NULL);
  gboolean json = listen->cli->json;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_print (json ? "%s\"%s\":%" G_GUINT64_FORMAT : "%s%s\t%" G_GUINT64_FORMAT "\n",
             !json ? "" : i == 0 ? "{" : ",", shown[i].name, shown[i].count);
  for (guint type = 1; type < RUTTER_AIS_N_TYPES; type++)
    if (listen->n_types[type] > 0 && json)
      g_string_append_printf (types, "%s\"%u\":%" G_GUINT64_FORMAT, types->len > 0 ? "," : "",
                              type, listen->n_types[type]);
    else if (listen->n_types[type] > 0)
      g_string_append_printf (types, "type_%u\t%" G_GUINT64_FORMAT "\n", type,
                              listen->n_types[type]);
  g_print (json ? ",\"types\":{%s}}\n" : "%s", types->str);
}

/* Until it stands still, so that what is counted is what was written. */
static void
stop (Listen *listen)
{
  rutter_feed_stop (listen->feed);
  while (rutter_feed_get_state (listen->feed) != RUTTER_FEED_STOPPED)
    g_main_context_iteration (NULL, TRUE);
}

static RutterCliStatus
judge (Listen          *listen,
       RutterFeedState  state,
       const GError    *error)
{
  const RutterFeedCounts *counts = rutter_feed_get_counts (listen->feed);
  g_auto(GStrv) hosts = rutter_feed_list_hosts (listen->feed);
  g_autofree char *names = g_strjoinv (" --allow-host ", hosts); /* untranslated */

  if (g_atomic_int_get (&listen->has_failed))
    rutter_cli_complain (_("standard output could not be written; what was heard is not complete"));
  else if (state == RUTTER_FEED_REFUSED)
    rutter_cli_complain (_("%s To allow it for this run, say --allow-host %s"), error->message,
                         names);
  else if (state == RUTTER_FEED_FAILED)
    rutter_cli_complain ("%s", error->message); /* untranslated */
  else if (counts->n_messages == 0)
    rutter_cli_complain (_("%s: no AIS message was heard"), listen->address);
  else
    return RUTTER_CLI_DONE;

  return RUTTER_CLI_FAILED;
}

static RutterCliStatus
run (Listen *listen)
{
  g_autoptr(RutterTraffic) traffic = rutter_traffic_new ();
  g_autoptr(GError) error = NULL;
  RutterFeedState state;
  RutterCliStatus status;
  guint sources[3];

  listen->feed = rutter_feed_new (listen->gate, traffic, listen->address, 1, &error);
  if (listen->feed == NULL)
    {
      rutter_cli_complain ("%s", error->message); /* untranslated */
      return RUTTER_CLI_USAGE;
    }

  listen->loop = g_main_loop_new (NULL, FALSE);
  rutter_feed_set_listener (listen->feed, on_items_cb, listen);
  g_signal_connect (listen->feed, "changed", G_CALLBACK (on_changed_cb), listen);
  sources[0] = g_unix_signal_add (SIGINT, on_quit_cb, listen->loop);
  sources[1] = g_unix_signal_add (SIGTERM, on_quit_cb, listen->loop);
  sources[2] = listen->seconds > 0 ? g_timeout_add_seconds (listen->seconds, on_quit_cb,
                                                            listen->loop) : 0;
  if (rutter_feed_get_log (listen->feed) != NULL)
    rutter_feed_play (listen->feed, TRUE, listen->speed);
  rutter_feed_start (listen->feed);
  g_main_loop_run (listen->loop);

  g_signal_handlers_disconnect_by_data (listen->feed, listen);
  state = rutter_feed_get_state (listen->feed);
  if (rutter_feed_get_error (listen->feed) != NULL)
    error = g_error_copy (rutter_feed_get_error (listen->feed));
  stop (listen);
  if (listen->is_counting)
    print_counts (listen);
  status = judge (listen, state, error);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i] != 0)
      g_source_remove (sources[i]);
  g_clear_object (&listen->feed);
  g_main_loop_unref (listen->loop);
  g_free (listen->told);
  return status;
}

/* What follows an option, or NULL: then there has been a complaint. */
static const char *
take_value (int    argc,
            char **argv,
            int   *i)
{
  if (*i + 1 < argc)
    return argv[++*i];

  rutter_cli_complain (_("ais listen: %s needs a value"), argv[*i]);
  return NULL;
}

static gboolean
take_option (Listen *listen,
             int     argc,
             char  **argv,
             int    *i)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (listen->gate);
  const char *name = argv[*i];
  g_autoptr(GError) error = NULL;
  guint64 seconds, speed;
  const char *value;

  if (strcmp (name, "--count") == 0)
    {
      listen->is_counting = TRUE;
      return TRUE;
    }
  if (strcmp (name, "--seconds") != 0 && strcmp (name, "--speed") != 0 &&
      strcmp (name, "--allow-host") != 0)
    {
      rutter_cli_complain (_("ais listen: there is no option %s"), name);
      return FALSE;
    }

  value = take_value (argc, argv, i);
  if (value == NULL)
    return FALSE;

  if (strcmp (name, "--seconds") == 0)
    {
      if (g_ascii_string_to_unsigned (value, 10, 1, MOST_SECONDS, &seconds, &error))
        listen->seconds = (guint)seconds;
    }
  else if (strcmp (name, "--speed") == 0)
    {
      if (g_ascii_string_to_unsigned (value, 10, 0, MOST_SPEED, &speed, &error))
        listen->speed = (double)speed;
    }
  else if (rutter_net_policy_allow (policy, value, RUTTER_NET_RUN, &error))
    rutter_net_policy_set_on (policy, TRUE);

  if (error != NULL)
    rutter_cli_complain ("ais listen: %s", error->message); /* untranslated */
  return error == NULL;
}

/* rutter-cli ais listen ADDRESS [--seconds N] [--count] [--speed N] [--allow-host HOST] */
RutterCliStatus
rutter_cli_listen (RutterCli  *cli,
                   int         argc,
                   char      **argv)
{
  g_autoptr(RutterNetGate) gate = rutter_net_gate_new (NULL);
  Listen listen = { .cli = cli, .gate = gate, .speed = 1 };

  for (int i = 0; i < argc; i++)
    if (argv[i][0] == '-')
      {
        if (!take_option (&listen, argc, argv, &i))
          return RUTTER_CLI_USAGE;
      }
    else if (listen.address == NULL)
      listen.address = argv[i];
    else
      listen.address = "";

  if (listen.address == NULL || *listen.address == '\0')
    {
      rutter_cli_complain (_("ais listen: name one feed, such as tcp://receiver:10110"));
      return RUTTER_CLI_USAGE;
    }

  return run (&listen);
}
