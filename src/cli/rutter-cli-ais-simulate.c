/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli-ais-simulate.h"

#include "rutter-ais-encoder.h"
#include "rutter-cli-filter.h"
#include "rutter-cli-planner.h"
#include "rutter-error.h"
#include "rutter-lane-maker.h"
#include "rutter-net-caster.h"
#include "rutter-number.h"
#include "rutter-simulated-vessel.h"
#include "rutter-simulator.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define VERB "ais simulate" /* untranslated */
#define USUAL_ADDRESS "tcp://127.0.0.1:10110"
/* What a log begins with unless told: the same bytes whenever it is made. */
#define USUAL_FROM "2026-01-01T00:00:00Z"
#define USUAL_FILE_S 600
#define TICK_MS 20
/* After the last message clients may read what waits for so long. */
#define DRAIN_MS 5000

/* As typed. */
typedef struct
{
  int      vessels, seed, seconds, wait_for;
  double   rate, speed;
  char    *listen, *send, *output, *from;
  char   **like;
} Options;

typedef struct
{
  RutterCli        *cli;
  const Options    *options;
  RutterSimulator  *simulator;
  RutterNetCaster  *listener, *sender;   /* either may be NULL */
  GMainLoop        *loop;
  gint64            begin_us;            /* real time of the first message */
  gint64            started_us;          /* monotonic; 0 while clients are waited for */
  gint64            drained_us;          /* monotonic: when no more is waited */
  guint64           n_messages;
  guint64           n_bytes;
} Show;

static void
clear_options (Options *options)
{
  g_free (options->listen);
  g_free (options->send);
  g_free (options->output);
  g_free (options->from);
  g_strfreev (options->like);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* A vessel of the catalogue by its uid, or by its IMO number, and that number. */
static const RutterObject *
find_vessel (RutterRecords *records,
             const char    *asked,
             guint32       *imo)
{
  GPtrArray *vessels = rutter_records_get_objects (records, RUTTER_KIND_VESSEL);

  for (guint i = 0; i < vessels->len; i++)
    {
      const RutterObject *vessel = g_ptr_array_index (vessels, i);
      const char *valid = NULL;

      for (guint j = 0; j < vessel->identifiers->len; j++)
        {
          const RutterIdentifier *identifier = g_ptr_array_index (vessel->identifiers, j);

          if (strcmp (identifier->scheme, "imo") == 0 && identifier->check == RUTTER_CHECK_VALID)
            valid = identifier->value;
        }
      if (strcmp (vessel->uid, asked) != 0 && g_strcmp0 (valid, asked) != 0)
        continue;

      *imo = valid != NULL ? (guint32)strtoul (valid, NULL, 10) : 0;
      return vessel;
    }

  return NULL;
}

static gboolean
add_alike (RutterSimulator  *simulator,
           RutterRecords    *records,
           char            **like,
           GError          **error)
{
  for (guint i = 0; like != NULL && like[i] != NULL; i++)
    {
      guint32 imo = 0;
      const RutterObject *vessel = find_vessel (records, like[i], &imo);

      if (vessel == NULL || imo == 0)
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                       vessel == NULL ? _("--like %s: the catalogue has no such vessel; give a uid "
                                          "or an IMO number that rutter-cli list vessels tells")
                                      : _("--like %s: the catalogue has no sound IMO number of "
                                          "this vessel, so nothing could be matched to it"),
                       like[i]);
          return FALSE;
        }
      rutter_simulator_add_like (simulator, vessel->title, imo);
    }

  return TRUE;
}

static RutterSimulator *
make_simulator (RutterCli      *cli,
                const Options  *options,
                gint64          begin_us,
                gboolean        has_tags,
                GError        **error)
{
  const RutterSimulatorPlan plan = {
    .n_vessels = (guint)options->vessels, .seed = (guint32)options->seed, .begin_us = begin_us,
    .speed_factor = options->speed, .rate = options->rate, .has_tags = has_tags,
  };
  g_autofree char *path = rutter_cli_find_catalog (cli);
  g_autoptr(RutterRecords) records = rutter_catalog_load (path, RUTTER_CATALOG_FOREIGN, error);
  g_autoptr(RutterStopNames) names = records != NULL ? rutter_stop_names_new (records, error)
                                                     : NULL;
  g_autoptr(RutterSeaPlanner) planner = names != NULL ? rutter_cli_open_planner (error) : NULL;
  g_autoptr(GPtrArray) lanes = NULL;
  g_autoptr(RutterSimulator) simulator = NULL;

  if (planner == NULL)
    return NULL;

  lanes = rutter_lane_maker_make (planner, names);
  if (lanes->len == 0)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                   _("the map knows none of the ports between which ships could go"));
      return NULL;
    }

  simulator = rutter_simulator_new (&plan, lanes);
  return add_alike (simulator, records, options->like, error) ? g_steal_pointer (&simulator)
                                                              : NULL;
}

static void
print_sum (const Show *show)
{
  guint64 n_joined = show->listener != NULL ? rutter_net_caster_get_n_joined (show->listener) : 0;
  guint64 n_cut = show->listener != NULL ? rutter_net_caster_get_n_cut (show->listener) : 0;
  guint64 n_lost = show->sender != NULL ? rutter_net_caster_get_n_cut (show->sender) : 0;

  if (show->cli->json)
    g_print ("{\"messages\":%" G_GUINT64_FORMAT ",\"bytes\":%" G_GUINT64_FORMAT
             ",\"clients\":%" G_GUINT64_FORMAT ",\"cut\":%" G_GUINT64_FORMAT
             ",\"lost\":%" G_GUINT64_FORMAT "}\n", show->n_messages, show->n_bytes, n_joined,
             n_cut, n_lost); /* untranslated */
  else
    {
      g_autofree char *messages = rutter_count_to_text ((gint64)show->n_messages);
      g_autofree char *joined = rutter_count_to_text ((gint64)n_joined);
      g_autofree char *cut = rutter_count_to_text ((gint64)n_cut);
      g_autofree char *lost = rutter_count_to_text ((gint64)n_lost);

      g_printerr (_("Simulated messages: %s; clients: %s; cut off as too slow: %s; datagrams that "
                    "were not taken: %s\n"), messages, joined, cut, lost);
    }
}

/* All of it at once, into a file or to standard output. */
static RutterCliStatus
write_log (Show *show)
{
  const Options *options = show->options;
  gboolean is_stdout = strcmp (options->output, "-") == 0;
  FILE *file = is_stdout ? stdout : fopen (options->output, "we");
  gint64 until_us = show->begin_us +
                    (options->seconds > 0 ? options->seconds : USUAL_FILE_S) * G_USEC_PER_SEC;
  char lines[RUTTER_AIS_ENVELOPE_SIZE];
  gboolean is_written = file != NULL;
  gint64 time_us;
  gsize length;
  int reason = errno;

  while (is_written &&
         (length = rutter_simulator_next (show->simulator, until_us, lines, &time_us)) > 0)
    {
      is_written = fwrite (lines, 1, length, file) == length;
      reason = errno;
      show->n_messages++;
      show->n_bytes += length;
    }
  if (file != NULL && (is_stdout ? fflush (file) : fclose (file)) != 0)
    {
      is_written = FALSE;
      reason = errno;
    }
  if (!is_written)
    {
      rutter_cli_complain (_("%s could not be written: %s"),
                           is_stdout ? _("standard output") : options->output,
                           g_strerror (reason));
      return RUTTER_CLI_FAILED;
    }

  if (!show->cli->json || !is_stdout)
    print_sum (show);
  return RUTTER_CLI_DONE;
}

/* A message is a datagram of its own; clients of a connection get a tick's worth at once. */
static void
send_message (Show       *show,
              GString    *tick,
              const char *lines,
              gsize       length)
{
  if (show->sender != NULL)
    {
      g_autoptr(GBytes) datagram = g_bytes_new (lines, length);

      rutter_net_caster_send (show->sender, datagram);
    }
  if (show->listener != NULL)
    g_string_append_len (tick, lines, (gssize)length);
}

static gboolean
is_over (Show   *show,
         gint64  now_us)
{
  gint64 end_us = show->options->seconds * G_USEC_PER_SEC;

  if (show->options->seconds <= 0 || now_us - show->started_us < end_us)
    return FALSE;

  if (show->drained_us == 0)
    show->drained_us = now_us + DRAIN_MS * 1000;
  return now_us >= show->drained_us || show->listener == NULL ||
         rutter_net_caster_get_waiting (show->listener) == 0;
}

static gboolean
on_tick_cb (gpointer user_data)
{
  Show *show = user_data;
  const Options *options = show->options;
  gint64 now_us = g_get_monotonic_time (), elapsed_us, time_us;
  char lines[RUTTER_AIS_ENVELOPE_SIZE];
  GString *tick;
  gsize length;

  if (show->started_us == 0)
    {
      if (show->listener != NULL &&
          rutter_net_caster_count_clients (show->listener) < (guint)options->wait_for)
        return G_SOURCE_CONTINUE;
      show->started_us = now_us;
    }
  elapsed_us = now_us - show->started_us;
  if (options->seconds > 0)
    elapsed_us = MIN (elapsed_us, options->seconds * G_USEC_PER_SEC);
  tick = g_string_new (NULL);
  while ((length = rutter_simulator_next (show->simulator, show->begin_us + elapsed_us, lines,
                                          &time_us)) > 0)
    {
      send_message (show, tick, lines, length);
      show->n_messages++;
      show->n_bytes += length;
    }
  if (show->listener != NULL)
    {
      g_autoptr(GBytes) bytes = g_string_free_to_bytes (g_steal_pointer (&tick));

      rutter_net_caster_send (show->listener, bytes);
    }
  else
    g_string_free (tick, TRUE);
  if (is_over (show, now_us))
    g_main_loop_quit (show->loop);

  return G_SOURCE_CONTINUE;
}

static void
on_clients_changed_cb (RutterNetCaster *listener,
                       gpointer         user_data)
{
  g_printerr (_("Clients now: %u\n"), rutter_net_caster_count_clients (listener));
}

static gboolean
on_signal_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

/* Until it is over, or ended from the keyboard. */
static void
serve (Show *show)
{
  guint tick, interrupt, terminate;

  show->loop = g_main_loop_new (NULL, FALSE);
  tick = g_timeout_add (TICK_MS, on_tick_cb, show);
  interrupt = g_unix_signal_add (SIGINT, on_signal_cb, show->loop);
  terminate = g_unix_signal_add (SIGTERM, on_signal_cb, show->loop);
  if (show->listener != NULL)
    {
      g_signal_connect (show->listener, "clients-changed", G_CALLBACK (on_clients_changed_cb),
                        NULL);
      g_printerr (_("Simulated traffic at %s, for this machine alone; add this address in Rutter "
                    "under Live Feeds. Ctrl+C ends it.\n"),
                  rutter_net_caster_get_address (show->listener));
    }
  if (show->sender != NULL)
    g_printerr (_("Simulated traffic is sent to %s, on this machine alone. Ctrl+C ends it.\n"),
                rutter_net_caster_get_address (show->sender));

  g_main_loop_run (show->loop);

  if (show->listener != NULL)
    g_signal_handlers_disconnect_by_func (show->listener, on_clients_changed_cb, NULL);
  g_source_remove (tick);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  g_clear_pointer (&show->loop, g_main_loop_unref);
  print_sum (show);
}

/* Opens what is asked for. The usual address when nothing is. */
static gboolean
open_ways (Show    *show,
           GError **error)
{
  const Options *options = show->options;
  const char *listen = options->listen != NULL || options->send != NULL ? options->listen
                                                                         : USUAL_ADDRESS;

  if (options->output != NULL)
    return TRUE;

  if (listen != NULL && (show->listener = rutter_net_caster_new (listen, error)) == NULL)
    return FALSE;
  if (show->listener != NULL && rutter_net_caster_is_datagrams (show->listener))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("--listen %s: datagrams are sent, not fetched; write --send %s"), listen,
                   listen);
      return FALSE;
    }
  if (options->send != NULL &&
      (show->sender = rutter_net_caster_new (options->send, error)) == NULL)
    return FALSE;
  if (show->sender != NULL && !rutter_net_caster_is_datagrams (show->sender))
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("--send %s: only datagrams are sent; write udp://127.0.0.1:PORT, or "
                     "--listen %s for whoever connects"), options->send, options->send);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_options (const Options  *options,
               int             n_words,
               GDateTime     **from,
               GError        **error)
{
  const char *begin = options->from != NULL ? options->from
                      : options->output != NULL ? USUAL_FROM : NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  const char *wrong = NULL;

  if (begin != NULL)
    *from = g_date_time_new_from_iso8601 (begin, utc);

  if (n_words > 0)
    wrong = _("there is nothing to name but options");
  else if (options->vessels < 0 || options->vessels > RUTTER_SIMULATED_MOST - 100 ||
           (options->vessels == 0 && options->like == NULL))
    wrong = _("--vessels: a number from 1 to 499900");
  else if (!(options->rate >= 0 && options->rate <= 1e6))
    wrong = _("--rate: messages a second, up to 1000000");
  else if (!(options->speed >= 0 && options->speed <= 100))
    wrong = _("--speed: how many times as fast as ships go, up to 100");
  else if (options->seconds < 0 || options->wait_for < 0 ||
           options->wait_for > RUTTER_NET_CASTER_MAX_CLIENTS)
    wrong = _("--seconds and --wait-for: whole numbers, at most 64 clients");
  else if (begin != NULL && *from == NULL)
    wrong = _("--from: a time such as 2026-01-01T00:00:00Z");
  else if (options->output != NULL && (options->listen != NULL || options->send != NULL))
    wrong = _("-o writes a log and is done; leave --listen and --send away");
  else if (options->like != NULL && g_strv_length (options->like) > 100)
    wrong = _("--like: at most a hundred");

  if (wrong != NULL)
    g_set_error_literal (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, wrong);
  return wrong == NULL;
}

/* rutter-cli ais simulate [OPTION...] */
RutterCliStatus
rutter_cli_ais_simulate (RutterCli  *cli,
                         int         argc,
                         char      **argv)
{
  g_auto(Options) options = { .vessels = 5000, .seed = 1, .speed = 1 };
  const GOptionEntry entries[] = {
    { "vessels", 0, 0, G_OPTION_ARG_INT, &options.vessels, NULL, NULL },
    { "listen", 0, 0, G_OPTION_ARG_STRING, &options.listen, NULL, NULL },
    { "send", 0, 0, G_OPTION_ARG_STRING, &options.send, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "seconds", 0, 0, G_OPTION_ARG_INT, &options.seconds, NULL, NULL },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &options.rate, NULL, NULL },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &options.speed, NULL, NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &options.seed, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, NULL, NULL },
    { "like", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.like, NULL, NULL },
    { "wait-for", 0, 0, G_OPTION_ARG_INT, &options.wait_for, NULL, NULL },
    { NULL },
  };
  g_autoptr(GDateTime) from = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char **words = NULL;
  Show show = { .cli = cli, .options = &options };
  RutterCliStatus status = RUTTER_CLI_FAILED;
  int n_words;

  if (!rutter_cli_parse_options (VERB, entries, argc, argv, &words, &n_words, &error) ||
      !check_options (&options, n_words, &from, &error))
    {
      rutter_cli_complain ("%s: %s", VERB, error->message);
      return RUTTER_CLI_USAGE;
    }

  show.begin_us = from != NULL ? g_date_time_to_unix (from) * G_USEC_PER_SEC
                               : g_get_real_time ();
  if (!open_ways (&show, &error) ||
      (show.simulator = make_simulator (cli, &options, show.begin_us, options.output != NULL,
                                        &error)) == NULL)
    rutter_cli_complain ("%s: %s", VERB, error->message);
  else if (options.output != NULL)
    status = write_log (&show);
  else
    {
      serve (&show);
      status = RUTTER_CLI_DONE;
    }

  g_clear_pointer (&show.simulator, rutter_simulator_free);
  g_clear_object (&show.listener);
  g_clear_object (&show.sender);
  return status;
}
