/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-log-reader.h"

#include "rutter-ais-csv.h"
#include "rutter-ais-decoder.h"
#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK 65536
/* A row of a table is well below this. */
#define MOST_BYTES_A_LINE 4096
/* A file that has no message in so much of it is taken for something else. */
#define ENOUGH (16 * 1024 * 1024)
/* Between two places from which can be read on. */
#define STRIDE (1024 * 1024)
/* Between messages of a log that tells no times. */
#define PACE_US 20000

typedef struct
{
  goffset  offset;
  gint64   time_us;   /* the latest before it */
} Mark;

struct _RutterLogReader
{
  GFile            *file;
  GInputStream     *stream;
  gboolean          is_packed;
  goffset           offset;       /* of what is read next; not when it is packed */
  gboolean          is_at_end;

  RutterAisDecoder *decoder;
  RutterAisCsv      csv;
  gboolean          is_first_line, is_table;
  gboolean          is_in_midst;  /* the line that comes first began before */
  GString          *line;         /* the beginning of one; more than the most: being left out */

  GArray           *items;        /* RutterLogItem */
  guint             at;
  GArray           *marks;        /* Mark */
  gint64            first_us, last_us, latest_us;
  gboolean          has_times;
  guint64           n_messages, n_table_lines, n_bad_rows, n_bad_before, n_lines_before;
  RutterLogCounts   counts;
  char              block[BLOCK];
};

/* Returns: the error in the user's words */
static gboolean
set_error (RutterLogReader  *self,
           GError          **error,
           RutterError       code,
           const char       *reason)
{
  g_autofree char *name = g_file_get_parse_name (self->file);

  g_set_error (error, RUTTER_ERROR, code, _("“%s” cannot be played as a log: %s."), name, reason);
  return FALSE;
}

static void
keep (RutterLogReader        *self,
      const RutterAisMessage *message,
      gint64                  time_us,
      gboolean                is_own)
{
  RutterLogItem item = { *message, time_us, is_own };

  /* Until a time is told there is only the clock. */
  if (time_us > 0 && !self->has_times)
    self->latest_us = time_us;
  self->has_times |= time_us > 0;
  if (time_us <= 0)
    item.time_us = self->has_times ? self->latest_us : self->latest_us + PACE_US;
  self->latest_us = MAX (self->latest_us, item.time_us);
  self->n_messages++;
  g_array_append_val (self->items, item);
}

static void
on_message_cb (const RutterAisReport  *report,
               const RutterAisMessage *message,
               gpointer                user_data)
{
  keep (user_data, message, report->time_us, report->is_own);
}

static void
take_row (RutterLogReader *self,
          const char      *line,
          gsize            length)
{
  RutterAisMessage messages[RUTTER_AIS_CSV_MESSAGES];
  gint64 time_us;
  guint n;

  length -= length > 0 && line[length - 1] == '\r';
  if (length == 0)
    return;

  self->n_table_lines++;
  n = rutter_ais_csv_read (&self->csv, line, length, messages, &time_us);
  self->n_bad_rows += n == 0;
  for (guint i = 0; i < n; i++)
    keep (self, &messages[i], time_us, FALSE);
}

/* Cuts a table into lines, across blocks. */
static void
take_table (RutterLogReader *self,
            const char      *at,
            const char      *end)
{
  while (at < end)
    {
      const char *stop = memchr (at, '\n', (size_t)(end - at));
      const char *to = stop != NULL ? stop : end;

      if (self->line->len <= MOST_BYTES_A_LINE)
        g_string_append_len (self->line, at, MIN (to - at, MOST_BYTES_A_LINE + 1));
      if (stop == NULL)
        return;

      take_row (self, self->line->str, self->line->len);
      g_string_truncate (self->line, 0);
      at = stop + 1;
    }
}

static void
take_block (RutterLogReader *self,
            gsize            length)
{
  const char *at = self->block;
  const char *end = self->block + length;
  const char *stop = memchr (at, '\n', length);

  if (self->is_first_line)
    {
      const char *to = stop != NULL ? stop : end;

      to -= to > at && to[-1] == '\r';
      self->is_first_line = FALSE;
      self->is_table = rutter_ais_csv_read_header (&self->csv, at, (gsize)(to - at));
      at = self->is_table ? stop != NULL ? stop + 1 : end : at;
    }
  else if (self->is_in_midst)
    at = stop != NULL ? stop + 1 : end;

  self->is_in_midst = self->is_in_midst && stop == NULL;
  if (self->is_table)
    take_table (self, at, end);
  else
    rutter_ais_decoder_push (self->decoder, at, (gsize)(end - at), 0);
}

static void
take_end (RutterLogReader *self)
{
  self->is_at_end = TRUE;
  if (self->is_table)
    take_row (self, self->line->str, self->line->len);
  else
    rutter_ais_decoder_flush (self->decoder, 0);
  g_string_truncate (self->line, 0);
}

static void
leave_mark (RutterLogReader *self)
{
  Mark mark = { self->offset, self->latest_us };
  goffset last = self->marks->len > 0
                   ? g_array_index (self->marks, Mark, self->marks->len - 1).offset : 0;

  if (!self->is_packed && self->has_times && self->offset >= last + STRIDE)
    g_array_append_val (self->marks, mark);
}

static gboolean
read_block (RutterLogReader  *self,
            GError          **error)
{
  g_autoptr(GError) reason = NULL;
  gsize length;

  leave_mark (self);
  if (!g_input_stream_read_all (self->stream, self->block, BLOCK, &length, NULL, &reason))
    return set_error (self, error, RUTTER_ERROR_READ, reason->message);

  self->offset += (goffset)length;
  self->counts.n_bytes += length;
  if (length > 0)
    take_block (self, length);
  if (length < BLOCK)
    take_end (self);

  if (self->n_messages == 0 && (self->is_at_end || self->counts.n_bytes >= ENOUGH))
    return set_error (self, error, RUTTER_ERROR_CORRUPT, _("there is no AIS message in it"));
  return TRUE;
}

/* Begins anew at @offset, which is the beginning or a mark's. */
static gboolean
open_at (RutterLogReader  *self,
         goffset           offset,
         GError          **error)
{
  g_autoptr(GError) reason = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (self->file, NULL, &reason);
  guint8 magic[4] = { 0 };
  gsize n_magic;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), magic, sizeof magic, &n_magic, NULL,
                                &reason) ||
      !g_seekable_seek (G_SEEKABLE (stream), offset, G_SEEK_SET, NULL, &reason))
    return set_error (self, error,
                      g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                        ? RUTTER_ERROR_NOT_FOUND : RUTTER_ERROR_READ, reason->message);
  if (memcmp (magic, "PK\x03\x04", 4) == 0 || memcmp (magic, "\x28\xb5\x2f\xfd", 4) == 0)
    return set_error (self, error, RUTTER_ERROR_CORRUPT, _("it is compressed, unpack it first"));

  g_clear_object (&self->stream);
  self->is_packed = magic[0] == 0x1f && magic[1] == 0x8b;
  if (self->is_packed)
    {
      g_autoptr(GZlibDecompressor) unpacker =
        g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      self->stream = g_converter_input_stream_new (G_INPUT_STREAM (stream),
                                                   G_CONVERTER (unpacker));
    }
  else
    self->stream = G_INPUT_STREAM (g_steal_pointer (&stream));

  if (self->decoder != NULL)
    {
      self->n_bad_before = rutter_log_reader_get_counts (self)->n_bad - self->n_bad_rows;
      self->n_lines_before = self->counts.n_lines - self->n_table_lines;
    }
  g_clear_pointer (&self->decoder, rutter_ais_decoder_free);
  self->decoder = rutter_ais_decoder_new (on_message_cb, self);
  self->offset = offset;
  self->is_at_end = FALSE;
  self->is_in_midst = offset > 0;
  self->is_first_line = offset == 0;
  self->at = 0;
  g_array_set_size (self->items, 0);
  g_string_truncate (self->line, 0);
  return TRUE;
}

/* Reads the last block, for its latest time. */
static gboolean
find_last (RutterLogReader  *self,
           GError          **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
  goffset size = info != NULL ? g_file_info_get_size (info) : 0;

  self->first_us = self->last_us = g_array_index (self->items, RutterLogItem, 0).time_us;
  if (!self->has_times || self->is_packed)
    {
      self->last_us = self->is_at_end ? self->latest_us : 0;
      return TRUE;
    }

  if (!open_at (self, MAX (size - BLOCK, 0), error))
    return FALSE;
  while (!self->is_at_end)
    if (!read_block (self, error))
      return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    self->last_us = MAX (self->last_us,
                         g_array_index (self->items, RutterLogItem, i).time_us);

  g_array_set_size (self->marks, 0);
  memset (&self->counts, 0, sizeof self->counts);
  self->n_table_lines = self->n_bad_rows = 0;
  g_clear_pointer (&self->decoder, rutter_ais_decoder_free);
  self->n_bad_before = self->n_lines_before = 0;
  self->latest_us = self->first_us;
  return open_at (self, 0, error);
}

/* Returns: (transfer full): %NULL with %RUTTER_ERROR_NOT_FOUND, %RUTTER_ERROR_READ,
 *   %RUTTER_ERROR_INVALID for what is no file, or %RUTTER_ERROR_CORRUPT for what is no log
 */
RutterLogReader *
rutter_log_reader_new (GFile   *file,
                       GError **error)
{
  g_autoptr(RutterLogReader) self = g_new0 (RutterLogReader, 1);

  self->file = g_object_ref (file);
  self->line = g_string_new (NULL);
  self->items = g_array_new (FALSE, FALSE, sizeof (RutterLogItem));
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->latest_us = g_get_real_time ();
  /* A device or a pipe would never end. */
  if (g_file_query_exists (file, NULL) &&
      g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    set_error (self, error, RUTTER_ERROR_INVALID, _("it is not a file"));
  else if (open_at (self, 0, error) && rutter_log_reader_peek (self, error) != NULL &&
           find_last (self, error))
    return g_steal_pointer (&self);

  return NULL;
}

void
rutter_log_reader_free (RutterLogReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->decoder, rutter_ais_decoder_free);
  g_clear_object (&self->stream);
  g_clear_object (&self->file);
  g_array_unref (self->items);
  g_array_unref (self->marks);
  g_string_free (self->line, TRUE);
  g_free (self);
}

/* Returns: (nullable): the next message, good until it is skipped; %NULL at the end, or with
 *   @error set
 */
const RutterLogItem *
rutter_log_reader_peek (RutterLogReader  *self,
                        GError          **error)
{
  while (self->at >= self->items->len)
    {
      g_array_set_size (self->items, 0);
      self->at = 0;
      if (self->is_at_end || !read_block (self, error))
        return NULL;
    }

  return &g_array_index (self->items, RutterLogItem, self->at);
}

void
rutter_log_reader_skip (RutterLogReader *self)
{
  g_assert (self->at < self->items->len);
  self->at++;
}

/**
 * rutter_log_reader_seek:
 *
 * Goes to a place from which all that was heard from @time_us on is still to come; earlier things
 * may come as well. Where nothing has been read so far, it stays as near as it was.
 */
gboolean
rutter_log_reader_seek (RutterLogReader  *self,
                        gint64            time_us,
                        GError          **error)
{
  goffset offset = 0;
  const RutterLogItem *next = rutter_log_reader_peek (self, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, Mark, i).time_us < time_us)
      offset = g_array_index (self->marks, Mark, i).offset;

  if (next != NULL && next->time_us <= time_us && offset <= self->offset)
    return TRUE;

  if (offset == 0)
    self->latest_us = self->first_us;
  return open_at (self, offset, error);
}

/* Returns: when the log begins */
gint64
rutter_log_reader_get_first (RutterLogReader *self)
{
  return self->first_us;
}

/* Returns: when it ends; 0: not known, it is compressed or tells no times */
gint64
rutter_log_reader_get_last (RutterLogReader *self)
{
  return self->last_us;
}

/* Returns: since it was opened; what was read twice is counted twice */
const RutterLogCounts *
rutter_log_reader_get_counts (RutterLogReader *self)
{
  const RutterAisCounts *counts = rutter_ais_decoder_get_counts (self->decoder);

  self->counts.n_lines = self->n_lines_before + counts->n_lines + self->n_table_lines;
  self->counts.n_bad = self->n_bad_before + rutter_ais_counts_sum_bad (counts) + self->n_bad_rows;
  return &self->counts;
}
