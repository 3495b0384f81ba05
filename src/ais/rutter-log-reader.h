/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-message.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a log of sentences, of JSON or of a table, compressed with gzip or not, message by message.
 * It never holds more than a block of it. Belongs to one thread, which it blocks.
 */
typedef struct _RutterLogReader RutterLogReader;

typedef struct
{
  RutterAisMessage  message;
  gint64            time_us;   /* as the log tells; without such, 20 ms after the last */
  gboolean          is_own;
} RutterLogItem;

typedef struct
{
  guint64  n_bytes;   /* unpacked */
  guint64  n_lines;
  guint64  n_bad;
} RutterLogCounts;

RutterLogReader       *rutter_log_reader_new         (GFile            *file,
                                                      GError          **error);
void                   rutter_log_reader_free        (RutterLogReader  *self);
const RutterLogItem   *rutter_log_reader_peek        (RutterLogReader  *self,
                                                      GError          **error);
void                   rutter_log_reader_skip        (RutterLogReader  *self);
gboolean               rutter_log_reader_seek        (RutterLogReader  *self,
                                                      gint64            time_us,
                                                      GError          **error);
gint64                 rutter_log_reader_get_first   (RutterLogReader  *self);
gint64                 rutter_log_reader_get_last    (RutterLogReader  *self);
const RutterLogCounts *rutter_log_reader_get_counts  (RutterLogReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterLogReader, rutter_log_reader_free)

G_END_DECLS
