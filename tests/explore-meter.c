/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "explore-meter.h"

#include <malloc.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

/* What poll() has no argument for. */
static ExploreMeter *watched;
static double awake_since_ms;

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

static double
get_worker_ms (void)
{
  return get_ms (CLOCK_PROCESS_CPUTIME_ID) - get_ms (CLOCK_THREAD_CPUTIME_ID);
}

/* Between two waits the main thread answers nobody. */
static int
poll_and_measure (GPollFD *fds,
                  guint    n_fds,
                  int      timeout)
{
  double awake_ms = explore_meter_get_main_ms () - awake_since_ms;
  int result;

  watched->longest_ms = MAX (watched->longest_ms, awake_ms);
  result = g_poll (fds, n_fds, timeout);
  awake_since_ms = explore_meter_get_main_ms ();

  return result;
}

void
explore_meter_init (ExploreMeter *self)
{
  *self = (ExploreMeter) { .paintings = g_array_new (FALSE, FALSE, sizeof (double)) };
}

void
explore_meter_start (ExploreMeter *self)
{
  watched = self;
  awake_since_ms = explore_meter_get_main_ms ();
  g_main_context_set_poll_func (NULL, poll_and_measure);
}

void
explore_meter_reset (ExploreMeter *self)
{
  g_array_set_size (self->paintings, 0);
  self->worker_ms = get_worker_ms ();
  self->longest_ms = 0;
}

void
explore_meter_count_painting (ExploreMeter *self)
{
  double now = get_worker_ms ();
  double spent = now - self->worker_ms;

  self->worker_ms = now;
  g_array_append_val (self->paintings, spent);
}

double
explore_meter_get_main_ms (void)
{
  return get_ms (CLOCK_THREAD_CPUTIME_ID);
}

double
explore_meter_get_longest_ms (ExploreMeter *self)
{
  return self->longest_ms;
}

double
explore_meter_get_painting_ms (ExploreMeter *self,
                               double        share)
{
  return explore_meter_get_share (self->paintings, share);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

double
explore_meter_get_share (GArray *values,
                         double  share)
{
  if (values->len == 0)
    return 0;

  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint)(share * (values->len - 1)));
}

void
explore_memory_read (ExploreMemory *self)
{
  struct mallinfo2 info;
  FILE *file = fopen ("/proc/self/statm", "r");
  unsigned long size = 0, resident = 0;

  malloc_trim (0);
  info = mallinfo2 ();
  if (file != NULL)
    {
      if (fscanf (file, "%lu %lu", &size, &resident) != 2)
        resident = 0;
      fclose (file);
    }
  self->used = info.uordblks + info.hblkhd;
  self->resident = resident * (gsize)sysconf (_SC_PAGESIZE);
}
