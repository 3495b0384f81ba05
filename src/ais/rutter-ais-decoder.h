/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-message.h"
#include "rutter-ais-stamp.h"

G_BEGIN_DECLS

/* Decodes a stream of lines: whatever bytes come, in whatever pieces. It belongs to one thread. */
typedef struct _RutterAisDecoder RutterAisDecoder;

/* How a message came. */
typedef struct
{
  gint64       time_us;      /* when it was heard, by the line or a header; 0 when not said */
  const char  *station;      /* by whom; empty when not said */
  const char  *talker;       /* two characters */
  char         channel;      /* 0 when not said */
  gboolean     is_own;       /* of the ship that the receiver is on */
} RutterAisReport;

typedef void (*RutterAisMessageFunc) (const RutterAisReport  *report,
                                      const RutterAisMessage *message,
                                      gpointer                user_data);

typedef struct
{
  guint64  n_lines;
  guint64  n_sentences;         /* well formed, checksum right */
  guint64  n_messages[RUTTER_AIS_N_TYPES];   /* by type; 0: all */
  guint64  n_json;              /* lines of JSON that were messages */
  guint64  n_unread_json;       /* and those of types that are not read from JSON */
  guint64  n_no_checksum;
  guint64  n_bad_checksum;
  guint64  n_malformed;
  guint64  n_bad_payload;       /* empty, far too long, or with a character that no payload has */
  guint64  n_incomplete;        /* messages of which a part did not come in time */
  guint64  n_wrong_length;
  guint64  n_unknown_type;
  guint64  n_bad_tags;          /* tag blocks left out; their sentences count */
  guint64  n_long_lines;        /* left out */
} RutterAisCounts;

/* All that was left out, but for messages of which a part did not come. */
static inline guint64
rutter_ais_counts_sum_bad (const RutterAisCounts *self)
{
  return self->n_no_checksum + self->n_bad_checksum + self->n_malformed + self->n_bad_payload +
         self->n_wrong_length + self->n_unknown_type + self->n_unread_json + self->n_long_lines;
}

RutterAisDecoder      *rutter_ais_decoder_new         (RutterAisMessageFunc  func,
                                                       gpointer              user_data);
void                   rutter_ais_decoder_free        (RutterAisDecoder     *self);
void                   rutter_ais_decoder_push        (RutterAisDecoder     *self,
                                                       const char           *bytes,
                                                       gsize                 length,
                                                       gint64                now_us);
void                   rutter_ais_decoder_flush       (RutterAisDecoder     *self,
                                                       gint64                now_us);
const RutterAisCounts *rutter_ais_decoder_get_counts  (RutterAisDecoder     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterAisDecoder, rutter_ais_decoder_free)

G_END_DECLS
