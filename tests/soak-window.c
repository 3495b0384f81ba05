/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* soak-window RUTTER-CLI SECONDS
 *
 * Puts the real window, on the present display, through what live feeds may bring: ten thousand
 * messages a second, a hundred thousand targets, servers that die, floods, and what is no AIS at
 * all. Prints what it measured: name, value, unit and target, parted by tabs; what is judged, by
 * counts alone, begins with "ok" or "FAILED". Ends with 1 when something has failed. Under a
 * minute it is the short form, with less of everything.
 */
#include "explore-meter.h"
#include "soak-server.h"

#include "rutter-application.h"
#include "rutter-feed-private.h"
#include "rutter-layer-item.h"
#include "rutter-window.h"

#include <stdlib.h>
#include <string.h>

#define SHORT_S 60
#define PATIENCE_MS 30000
#define DAY_US (24 * 3600 * (gint64)G_USEC_PER_SEC)
#define LONG_LINE (100 << 20)
/* What may come on top while the same goes on, and for a line that must not be kept. */
#define MAX_GROWTH (24 << 20)

typedef struct
{
  const char        *cli;
  guint              seconds;
  gboolean           is_short;
  RutterApplication *application;
  RutterFeeds       *feeds;
  RutterTraffic     *traffic;
  ExploreMeter       meter;
  guint              n_failed;
} Soak;

static gint64 jump_us;   /* atomic enough: set while nothing depends on the instant */

static gint64
get_jumping_now (void)
{
  return g_get_real_time () + jump_us;
}

static gboolean
on_time_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, on_time_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void G_GNUC_PRINTF (3, 4)
judge (Soak       *self,
       gboolean    is_right,
       const char *format,
       ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_print ("%s\t%s\n", is_right ? "ok" : "FAILED", text);
  self->n_failed += !is_right;
}

static void
report (const char *of,
        const char *name,
        double      value,
        const char *unit,
        const char *target)
{
  g_print ("%s, %s\t%.1f\t%s\t%s\n", of, name, value, unit, target);
}

static RutterFeed *
hear (Soak       *self,
      const char *address,
      double      seconds)
{
  const RutterFeedTuning tuning = { .seconds = seconds, .get_now = get_jumping_now };
  g_autoptr(GError) error = NULL;
  RutterFeed *feed = rutter_feeds_add (self->feeds, address, &error);

  if (feed == NULL)
    g_error ("%s", error->message);
  rutter_feed_tune (feed, &tuning);
  rutter_feed_start (feed);

  return feed;
}

static RutterFeed *
hear_port (Soak       *self,
           const char *format,
           guint16     port,
           double      seconds)
{
  g_autofree char *address = g_strdup_printf ("%s%u", format, port);

  return hear (self, address, seconds);
}

static guint64
count_heard (RutterFeed *feed)
{
  return rutter_feed_get_counts (feed)->n_messages;
}

/* Until so many messages were heard, and no longer than patience lasts. */
static gboolean
wait_heard (RutterFeed *feed,
            guint64     n)
{
  for (guint ms = 0; count_heard (feed) < n && ms < PATIENCE_MS; ms += 20)
    run_for (20);

  return count_heard (feed) >= n;
}

static guint
count_points (Soak *self)
{
  RutterPointSet *points = rutter_traffic_get_points (self->traffic);

  return points != NULL ? points->n : 0;
}

static void
on_told_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, user_data, NULL, NULL);
}

/* What is heard is painted as well. */
static void
show_live (RutterWindow *window)
{
  RutterChoices *choices = rutter_session_get_choices (rutter_window_get_session (window));
  GListModel *layers = rutter_choices_get_layers (choices);

  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr(RutterLayerItem) item = g_list_model_get_item (layers, i);

      rutter_layer_item_set_visible (item, TRUE);
    }
}

/* So many vessels at such a rate: all that is sent is heard, all are targets. */
static void
bear (Soak       *self,
      const char *name,
      guint       n_vessels,
      guint       rate,
      guint       seconds)
{
  g_autoptr(GSubprocess) simulator = NULL;
  guint16 port = soak_start_simulator (self->cli, n_vessels, rate, seconds, &simulator);
  guint64 n_dropped = rutter_traffic_count_dropped (self->traffic), n_sent;
  RutterFeed *feed;
  ExploreMemory early = { 0 }, late = { 0 };
  g_autofree char *told = NULL;
  double main_ms = explore_meter_get_main_ms ();

  explore_meter_reset (&self->meter);
  feed = hear_port (self, "tcp://127.0.0.1:", port, 1);
  g_subprocess_communicate_utf8_async (simulator, NULL, NULL, on_told_cb, &told);
  run_for (seconds * 1000 / 2);
  explore_memory_read (&early);
  for (guint ms = 0; told == NULL && ms < seconds * 1000 + PATIENCE_MS; ms += 50)
    run_for (50);
  n_sent = soak_find_number (told, "\"messages\":");
  wait_heard (feed, n_sent);
  run_for (500);
  explore_memory_read (&late);

  judge (self, n_sent > (guint64)rate * seconds && count_heard (feed) == n_sent,
         "%s: %" G_GUINT64_FORMAT " messages sent, %" G_GUINT64_FORMAT " heard", name, n_sent,
         count_heard (feed));
  judge (self, rutter_feed_get_counts (feed)->n_bad == 0 &&
         rutter_traffic_count_dropped (self->traffic) == n_dropped,
         "%s: none damaged, none dropped on the way to the table", name);
  judge (self, count_points (self) == n_vessels, "%s: %u vessels, %u targets", name, n_vessels,
         count_points (self));
  if (!self->is_short)
    judge (self, late.used < early.used + MAX_GROWTH, "%s: memory level: %.1f MB at half time, "
           "%.1f MB at the end", name, early.used / 1e6, late.used / 1e6);
  report (name, "main thread, the longest stretch", explore_meter_get_longest_ms (&self->meter),
          "ms CPU", "50");
  report (name, "main thread", (explore_meter_get_main_ms () - main_ms) / (seconds * 10.0),
          "% of a core", "-");
  report (name, "resident memory", late.resident / 1e6, "MB", "-");
  rutter_feeds_remove (self->feeds, feed);
  rutter_traffic_clear (self->traffic);
  run_for (300);
}

static void
die_soon (SoakServer *server,
          GSocket    *client,
          guint       number)
{
  soak_server_send_lines (server, client, 50);
  soak_server_pause (server, 100 + number % 5 * 100);
}

/* A server that dies every few moments: it is found again each time, and what it sent is heard. */
static void
bear_deaths (Soak *self,
             guint seconds)
{
  SoakServer *server = soak_server_new (die_soon, 0);
  RutterFeed *feed = hear_port (self, "tcp://127.0.0.1:", soak_server_get_port (server), 0.005);
  guint n_clients;
  guint64 n_sent;

  run_for (seconds * 1000);
  rutter_feed_stop (feed);
  run_for (1000);
  n_clients = soak_server_count (server);
  n_sent = soak_server_get_n_lines (server);
  judge (self, n_clients >= seconds / 2 + 1 && count_heard (feed) + 50 >= n_sent,
         "a server that died %u times: %" G_GUINT64_FORMAT " messages sent, %" G_GUINT64_FORMAT
         " heard", n_clients, n_sent, count_heard (feed));
  rutter_feeds_remove (self->feeds, feed);
  soak_server_free (server);
}

static void
talk_nonsense (SoakServer *server,
               GSocket    *client,
               guint       number)
{
  static const char *const words[] = {
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>not found</html>\r\n",
    "\x1f\x8b\x08\x01\x02\x03\x04", "{\"class\":\"VERSION\"}\n{\"MessageType\":[[[[[[\n",
    "!AIVDM,1,1,,A,", "$GPGGA,120000,,,,,,,,,,,,,*00\r\n", "SSH-2.0-x\r\n", "\r\n\r\n\n\n",
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (number);

  if (number < G_N_ELEMENTS (words))
    soak_server_send (server, client, words[number], strlen (words[number]));
  else if (number < 2 * G_N_ELEMENTS (words))
    for (guint i = 0; i < 20000; i++)
      {
        guint32 noise = g_rand_int (random);

        if (!soak_server_send (server, client, (const char *)&noise, sizeof noise))
          break;
      }
  else if (soak_server_send_lines (server, client, 100))
    soak_server_pause (server, 3600 * 1000);
}

/* After much that is no AIS, what is AIS is heard, all of it. */
static void
bear_nonsense (Soak *self)
{
  SoakServer *server = soak_server_new (talk_nonsense, 0);
  RutterFeed *feed = hear_port (self, "tcp://127.0.0.1:", soak_server_get_port (server), 0.001);
  gboolean is_heard = wait_heard (feed, 100);

  judge (self, is_heard, "wrong formats: %u connections, then %" G_GUINT64_FORMAT " of 100 heard; "
         "damaged: %" G_GUINT64_FORMAT, soak_server_count (server), count_heard (feed),
         rutter_feed_get_counts (feed)->n_bad);
  rutter_feeds_remove (self->feeds, feed);
  soak_server_free (server);
}

static void
send_long_line (SoakServer *server,
                GSocket    *client,
                guint       number)
{
  g_autofree char *piece = g_malloc (1 << 20);

  memset (piece, 'A', 1 << 20);
  for (guint i = 0; i < LONG_LINE >> 20; i++)
    if (!soak_server_send (server, client, piece, 1 << 20))
      return;
  if (soak_server_send (server, client, "\r\n", 2) && soak_server_send_lines (server, client, 10))
    soak_server_pause (server, 3600 * 1000);
}

static void
bear_long_line (Soak *self)
{
  SoakServer *server = soak_server_new (send_long_line, 0);
  ExploreMemory before = { 0 }, after = { 0 };
  RutterFeed *feed;
  gboolean is_heard;

  explore_memory_read (&before);
  feed = hear_port (self, "tcp://127.0.0.1:", soak_server_get_port (server), 1);
  is_heard = wait_heard (feed, 10);
  explore_memory_read (&after);
  judge (self, is_heard && after.used < before.used + MAX_GROWTH,
         "a line of 100 MB: %" G_GUINT64_FORMAT " of 10 messages behind it heard, memory %+.1f MB",
         count_heard (feed), ((double)after.used - before.used) / 1e6);
  rutter_feeds_remove (self->feeds, feed);
  soak_server_free (server);
}

static gpointer
flood (gpointer data)
{
  const guint *order = data;

  return GUINT_TO_POINTER (soak_flood ((guint16)order[0], order[1]));
}

/* More datagrams than there is room for: some are lost, that is told, and it goes on. */
static void
bear_flood (Soak *self,
            guint n)
{
  guint order[] = { soak_find_port (G_SOCKET_TYPE_DATAGRAM), n };
  RutterFeed *feed = hear_port (self, "udp://:", (guint16)order[0], 1);
  const RutterFeedCounts *counts = rutter_feed_get_counts (feed);
  GThread *thread;
  guint n_sent;
  guint64 n_heard;

  while (rutter_feed_get_state (feed) == RUTTER_FEED_STOPPED ||
         rutter_feed_get_state (feed) == RUTTER_FEED_CONNECTING)
    run_for (10);
  explore_meter_reset (&self->meter);
  thread = g_thread_new ("flood", flood, order);
  run_for (self->is_short ? 500 : 10000);
  n_sent = GPOINTER_TO_UINT (g_thread_join (thread));
  run_for (1000);
  n_heard = count_heard (feed);
  for (guint i = 0; count_heard (feed) == n_heard && i < 100; i++)
    {
      soak_flood ((guint16)order[0], 1);
      run_for (100);
    }
  judge (self, n_heard > 0 && n_heard + counts->n_lost <= (guint64)n_sent + 100 &&
         count_heard (feed) > n_heard, "a flood of %u datagrams: %" G_GUINT64_FORMAT " heard, %"
         G_GUINT64_FORMAT " lost and told so, then heard again", n_sent, n_heard, counts->n_lost);
  report ("flood", "main thread, the longest stretch", explore_meter_get_longest_ms (&self->meter),
          "ms CPU", "50");
  rutter_feeds_remove (self->feeds, feed);
}

static void
send_on (SoakServer *server,
         GSocket    *client,
         guint       number)
{
  while (soak_server_send_lines (server, client, 10) && soak_server_pause (server, 50));
}

static void
send_json (SoakServer *server,
           GSocket    *client,
           guint       number)
{
  static const char line[] =
    "{\"class\":\"AIS\",\"type\":1,\"repeat\":0,\"mmsi\":799000001,\"scaled\":true,\"status\":0,"
    "\"turn\":0,\"speed\":10.0,\"accuracy\":true,\"lon\":1.0,\"lat\":50.0,\"course\":90.0,"
    "\"heading\":90,\"second\":1,\"maneuver\":0,\"raim\":false,\"radio\":0}\r\n";

  while (soak_server_send (server, client, line, strlen (line)) && soak_server_pause (server, 50));
}

/* The clock jumps by days both ways while messages come; they go on, and targets stay. */
static void
bear_clock (Soak *self)
{
  static const int days[] = { 0, 1, -2, 400, 0 };
  SoakServer *server = soak_server_new (send_on, 0);
  RutterFeed *feed = hear_port (self, "tcp://127.0.0.1:", soak_server_get_port (server), 1);
  guint n_right = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      jump_us = days[i] * DAY_US;
      n_right += wait_heard (feed, count_heard (feed) + 30);
    }
  run_for (500);
  judge (self, n_right == G_N_ELEMENTS (days) && count_points (self) >= 10,
         "a clock that jumped %u times: heard on after %u, %u targets",
         (guint)G_N_ELEMENTS (days), n_right, count_points (self));
  jump_us = 0;
  rutter_feeds_remove (self->feeds, feed);
  soak_server_free (server);
}

/* A server that goes and is back at the same port after a while: heard again, by itself. */
static void
bear_unplugging (Soak       *self,
                 const char *scheme,
                 SoakScript  script,
                 guint       n)
{
  SoakServer *server = soak_server_new (script, 0);
  guint16 port = soak_server_get_port (server);
  RutterFeed *feed = hear_port (self, scheme, port, 0.05);
  guint n_back = 0;

  wait_heard (feed, 5);
  for (guint i = 0; i < n; i++)
    {
      guint64 n_heard;

      soak_server_free (server);
      for (guint ms = 0; rutter_feed_get_state (feed) != RUTTER_FEED_WAITING && ms < PATIENCE_MS;
           ms += 20)
        run_for (20);
      n_heard = count_heard (feed);
      server = soak_server_new (script, port);
      n_back += wait_heard (feed, n_heard + 5);
    }
  judge (self, n_back == n, "%s unplugged %u times: heard again %u times", scheme, n, n_back);
  rutter_feeds_remove (self->feeds, feed);
  soak_server_free (server);
}

static void
start (Soak *self)
{
  GtkWindow *window;
  guint n_quiet = 0;

  self->application = rutter_application_new ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_application_set_flags (G_APPLICATION (self->application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->application), NULL, NULL);
  g_application_activate (G_APPLICATION (self->application));
  window = gtk_application_get_active_window (GTK_APPLICATION (self->application));
  while (n_quiet < 3)
    {
      run_for (20);
      n_quiet = rutter_window_is_settled (RUTTER_WINDOW (window)) ? n_quiet + 1 : 0;
    }
  show_live (RUTTER_WINDOW (window));
  self->feeds = rutter_application_get_feeds (self->application);
  self->traffic = rutter_application_get_traffic (self->application);
  explore_meter_init (&self->meter);
  explore_meter_start (&self->meter);
}

int
main (int    argc,
      char **argv)
{
  Soak self = { .cli = argv[1], .seconds = argc > 2 ? (guint)strtoul (argv[2], NULL, 10) : 600 };

  gtk_init ();
  self.is_short = self.seconds < SHORT_S;
  start (&self);

  /* Of ten minutes: one of the full rate, most of the rest of deaths and of the full table. */
  bear (&self, "10,000 messages/s", 5000, 10000, self.is_short ? 2 : self.seconds / 10);
  bear (&self, self.is_short ? "many targets" : "100,000 targets", self.is_short ? 10000 : 100000,
        20000, self.is_short ? 2 : MAX (self.seconds / 4, 20));
  bear_deaths (&self, self.is_short ? 2 : self.seconds / 3);
  bear_nonsense (&self);
  bear_long_line (&self);
  bear_flood (&self, self.is_short ? 20000 : 300000);
  bear_clock (&self);
  bear_unplugging (&self, "tcp://127.0.0.1:", send_on, self.is_short ? 1 : 10);
  bear_unplugging (&self, "gpsd://127.0.0.1:", send_json, self.is_short ? 1 : 10);
  g_print ("%s\n", self.n_failed == 0 ? "nothing failed" : "something failed");

  return self.n_failed > 0;
}
