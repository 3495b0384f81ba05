/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-patience.h"

/* What begins while something else is still to be seen is seen at once. */
void
rutter_patience_begin (RutterPatience *self,
                       gint64          now_us)
{
  if (!self->is_busy)
    self->begun_us = now_us;
  self->is_busy = TRUE;
}

void
rutter_patience_end (RutterPatience *self)
{
  self->is_busy = FALSE;
}

gboolean
rutter_patience_update (RutterPatience *self,
                        gint64          now_us)
{
  if (rutter_patience_get_wait (self, now_us) != 0)
    return self->is_shown;

  self->is_shown = !self->is_shown;
  self->shown_us = now_us;

  return self->is_shown;
}

gint64
rutter_patience_get_wait (const RutterPatience *self,
                          gint64                now_us)
{
  if (self->is_busy == self->is_shown)
    return -1;

  return self->is_busy ? MAX (self->begun_us + RUTTER_PATIENCE_DELAY_US - now_us, 0)
                       : MAX (self->shown_us + RUTTER_PATIENCE_LEAST_US - now_us, 0);
}
