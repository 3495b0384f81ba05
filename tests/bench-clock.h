/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CPU time of the calling thread, milliseconds: what else the machine does is not measured. */
double  bench_clock_get_ms  (void);
/* The median lies in the middle then, the longest is the last. */
void    bench_clock_sort    (double  *times,
                             gsize    n_times);

G_END_DECLS
