/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target.h"

G_BEGIN_DECLS

/* What was heard once against what is known, and waits to be heard again. */
typedef struct
{
  guint32  imo;
  char     callsign[8];
  char     name[35];
} RutterTargetDoubt;

void  rutter_target_begin  (RutterTarget           *target,
                            guint32                 mmsi,
                            gint64                  heard_us);
void  rutter_target_merge  (RutterTarget           *target,
                            RutterTargetDoubt      *doubt,
                            const RutterAisMessage *message,
                            gint64                  heard_us);

G_END_DECLS
