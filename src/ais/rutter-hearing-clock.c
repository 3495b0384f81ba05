/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-hearing-clock.h"

/* While nothing at all was heard for longer than this, nobody was silent: nobody listened. */
#define LONGEST_PAUSE_US (5 * 60 * G_USEC_PER_SEC)

/* @heard_us: of a message, since 1970 */
void
rutter_hearing_clock_hear (RutterHearingClock *self,
                           guint8              feed,
                           gint64              heard_us)
{
  gint64 last_us = self->feeds_us[feed];
  gint64 passed_us = heard_us - last_us;

  self->feeds_us[feed] = heard_us;
  if (last_us == 0)
    return;

  /* This feed's clock was put back, or its log plays anew: what comes counts from here. */
  if (passed_us < -LONGEST_PAUSE_US)
    self->counted_us = heard_us;
  if (passed_us <= 0 || passed_us > LONGEST_PAUSE_US)
    return;

  self->total_us += MAX (heard_us - MAX (last_us, self->counted_us), 0);
  self->counted_us = MAX (self->counted_us, heard_us);
}
