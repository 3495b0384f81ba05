/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When it is said that something lasts: half a second after it began, not sooner, and what was said
 * stays long enough to be read, so that nothing flashes up. Plain data, all zeros at first; times
 * are microseconds of any one clock that does not go back.
 */
typedef struct
{
  gint64   begun_us;
  gint64   shown_us;
  gboolean is_busy;
  gboolean is_shown;
} RutterPatience;

#define RUTTER_PATIENCE_DELAY_US 500000
#define RUTTER_PATIENCE_LEAST_US 400000

void      rutter_patience_begin   (RutterPatience  *self,
                                   gint64           now_us);
void      rutter_patience_end     (RutterPatience  *self);
/* Returns: whether it is to be seen now */
gboolean  rutter_patience_update  (RutterPatience  *self,
                                   gint64           now_us);
/* Returns: in how many microseconds that changes by itself; -1: it does not */
gint64    rutter_patience_get_wait (const RutterPatience *self,
                                   gint64           now_us);

G_END_DECLS
