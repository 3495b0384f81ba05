/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For how long anything was heard, by the times of the messages: pauses do not count, time that
 * several feeds hear counts once, and neither a feed that lags behind the others nor a clock that
 * is put back or forward adds any. Zeroed at first.
 */
typedef struct
{
  gint64  total_us;
  gint64  counted_us;    /* up to here, since 1970, time was counted */
  gint64  feeds_us[256]; /* the last message of each, since 1970; 0: none */
} RutterHearingClock;

void  rutter_hearing_clock_hear  (RutterHearingClock *self,
                                  guint8              feed,
                                  gint64              heard_us);

G_END_DECLS
