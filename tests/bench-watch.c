/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures what watching costs the traffic's thread: ten thousand messages a second from as many
 * ships, merged into the table of targets alone, and with vessels and areas watched. Prints name,
 * value, unit and target, parted by tabs; figures are of this thread's CPU time, the median of
 * several runs.
 */
#include "rutter-target-table.h"
#include "rutter-watcher.h"

#include <stdlib.h>
#include <time.h>

#define A_SECOND 10000
#define N_SECONDS 30
#define N_SHIPS 10000
#define N_VESSELS 50
#define N_AREAS 10
#define N_CORNERS 12
#define N_RUNS 5

static double
get_cpu_s (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

static void
on_alert_cb (const RutterAlert *alert,
             gpointer           user_data)
{
  ++*(guint *)user_data;
}

static void
on_target_cb (const RutterTarget *target,
              gpointer            user_data)
{
  rutter_watcher_see (user_data, target);
  rutter_watcher_tick (user_data, target->feed, target->heard_us);
}

/* Ships that go round in circles of a few hundred metres, all over the seas that are watched. */
static void
hear (RutterTargetTable *table,
      guint              i,
      gint64             now_us)
{
  guint ship = i % N_SHIPS;
  RutterAisMessage message = { .type = 1, .has_position = TRUE, .mmsi = 201000000 + ship * 7 };
  double angle = i / N_SHIPS * 0.1;

  if (i / N_SHIPS % 30 == 29)
    message.type = 5;
  message.position.lon_deg = 20 + ship % 100 * 0.3 + 0.003 * cos (angle);
  message.position.lat_deg = 30 + ship / 100 * 0.2 + 0.003 * sin (angle);
  rutter_target_table_hear (table, &message, now_us, 0, FALSE, now_us);
}

/* Outlines with many corners; anyone who comes or goes is told of. */
static GPtrArray *
make_watches (void)
{
  GPtrArray *watches = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_watch_unref);

  for (guint i = 0; i < N_VESSELS; i++)
    g_ptr_array_add (watches, rutter_watch_new_vessel ("Vessel", 0, 201000000 + i * 1400, 60));
  for (guint i = 0; i < N_AREAS; i++)
    {
      RutterLonLat corners[N_CORNERS];

      for (guint j = 0; j < N_CORNERS; j++)
        corners[j] = (RutterLonLat) { 22 + 2.8 * i + 2 * cos (j * G_PI / 6),
                                      32 + 1.6 * i + 2 * sin (j * G_PI / 6) };
      g_ptr_array_add (watches, rutter_watch_new_shape (RUTTER_WATCH_AREA, "Area", corners,
                                                        N_CORNERS, RUTTER_WATCH_ANYONE));
    }

  return watches;
}

/* Returns: the share of a core that ten thousand messages a second take, percent */
static double
measure (GPtrArray *watches,
         guint     *n_alerts)
{
  g_autoptr(RutterTargetTable) table = rutter_target_table_new (RUTTER_TARGET_TABLE_USUAL_SIZE);
  g_autoptr(RutterWatcher) watcher = rutter_watcher_new (on_alert_cb, n_alerts);
  const gint64 begin_us = (gint64)1700000000 * G_USEC_PER_SEC;
  double start;

  if (watches != NULL)
    {
      rutter_watcher_set_watches (watcher, watches);
      rutter_target_table_set_observer (table, on_target_cb, watcher, NULL);
    }
  start = get_cpu_s ();
  for (guint i = 0; i < A_SECOND * N_SECONDS; i++)
    hear (table, i, begin_us + (gint64)i * G_USEC_PER_SEC / A_SECOND);

  return (get_cpu_s () - start) / N_SECONDS * 100;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) watches = make_watches ();
  double alone[N_RUNS], watching[N_RUNS];
  guint n_alerts = 0;

  for (guint run = 0; run < N_RUNS; run++)
    {
      alone[run] = measure (NULL, &n_alerts);
      watching[run] = measure (watches, &n_alerts);
    }
  if (n_alerts < N_VESSELS * N_RUNS)
    {
      g_printerr ("bench-watch: only %u alerts came\n", n_alerts);
      return 1;
    }

  qsort (alone, N_RUNS, sizeof *alone, compare_doubles);
  qsort (watching, N_RUNS, sizeof *watching, compare_doubles);
  g_print ("AIS 10,000 messages/s into the table\t%.2f\t%%core\t<= 25\n", alone[N_RUNS / 2]);
  g_print ("AIS the same, 50 vessels and 10 areas watched\t%.2f\t%%core\t<= 25\n",
           watching[N_RUNS / 2]);

  return 0;
}
