/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RUTTER_AIS_STATION_SIZE 24

/* When a sentence was heard and by which station, as far as the line says. */
typedef struct
{
  gint64  time_us;                           /* since 1970 in UTC; 0 when not said */
  char    station[RUTTER_AIS_STATION_SIZE];  /* printable ASCII, cut; empty when not said */
  guint   n_bad_tags;                        /* tag blocks left out for their checksum */
} RutterAisStamp;

void    rutter_ais_stamp_read_prefix  (RutterAisStamp *self,
                                       const char     *text,
                                       gsize           length);
void    rutter_ais_stamp_read_suffix  (RutterAisStamp *self,
                                       const char     *text,
                                       gsize           length);
gint64  rutter_ais_stamp_read_header  (const char     *line,
                                       gsize           length,
                                       guint8         *checksum);

G_END_DECLS
