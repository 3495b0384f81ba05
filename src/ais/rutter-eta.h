/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When a ship says that it arrives, in UTC. AIS sends no year: it is guessed. */
typedef struct
{
  int  year, month, day;
  int  hour, minute;   /* -1 when not given */
} RutterEta;

gboolean  rutter_eta_guess    (RutterEta       *self,
                               int              month,
                               int              day,
                               int              hour,
                               int              minute,
                               gint64           heard_us);
char     *rutter_eta_to_text  (const RutterEta *self);

G_END_DECLS
