/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-message.h"

G_BEGIN_DECLS

/* Tables of positions with a column of names before them, as MarineCadastre (both forms) and the
 * Danish Maritime Authority publish them. A row is turned back into the messages that it was made
 * of, as JSON is.
 */
#define RUTTER_AIS_CSV_COLUMNS 40
#define RUTTER_AIS_CSV_MESSAGES 2

typedef struct
{
  guint8  what[RUTTER_AIS_CSV_COLUMNS];   /* which column is which; 0: of no use */
  guint   n;
} RutterAisCsv;

gboolean rutter_ais_csv_read_header  (RutterAisCsv       *self,
                                      const char         *line,
                                      gsize               length);
guint    rutter_ais_csv_read         (const RutterAisCsv *self,
                                      const char         *line,
                                      gsize               length,
                                      RutterAisMessage   *messages,
                                      gint64             *time_us);

G_END_DECLS
