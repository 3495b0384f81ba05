/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What the main thread and the workers spend, in CPU time; one meter a program. */
typedef struct
{
  GArray *paintings;   /* double: ms of the workers from one painting to the next */
  double  worker_ms;   /* at the last painting */
  double  longest_ms;  /* of the main thread between two waits */
} ExploreMeter;

typedef struct
{
  gsize used;     /* bytes that are allocated */
  gsize resident; /* bytes of the process in memory */
} ExploreMemory;

void   explore_meter_init             (ExploreMeter  *self);
/* From now on the main loop's waits are seen. */
void   explore_meter_start            (ExploreMeter  *self);
void   explore_meter_reset            (ExploreMeter  *self);
void   explore_meter_count_painting   (ExploreMeter  *self);
double explore_meter_get_main_ms      (void);
double explore_meter_get_longest_ms   (ExploreMeter  *self);
double explore_meter_get_painting_ms  (ExploreMeter  *self,
                                       double         share);
/* @values: of double; sorted here. Returns: the value below which `share` of them lie */
double explore_meter_get_share        (GArray        *values,
                                       double         share);
void   explore_memory_read            (ExploreMemory *self);
