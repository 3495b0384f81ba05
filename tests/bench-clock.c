/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-clock.h"

#include <stdlib.h>
#include <time.h>

double
bench_clock_get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

static int
compare_times (const void *a,
               const void *b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

void
bench_clock_sort (double *times,
                  gsize   n_times)
{
  qsort (times, n_times, sizeof *times, compare_times);
}
