/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-stamp.h"

G_BEGIN_DECLS

/* One sentence `!ttVDM,parts,part,sequence,channel,payload,fill*hh` of a line, which it borrows. */
typedef struct
{
  char            talker[3];    /* AI, BS, AB ... */
  gboolean        is_own;       /* VDO: the ship that the receiver is on */
  guint           n_parts;      /* 1 to 9 */
  guint           part;         /* 1 to n_parts */
  char            sequence;     /* a digit, or 0 when empty */
  char            channel;      /* A, B, 1, 2 ..., or 0 when empty */
  const char     *payload;
  gsize           payload_length;
  guint           fill;
  guint8          checksum;
  RutterAisStamp  stamp;
} RutterAisSentence;

typedef enum
{
  RUTTER_AIS_SENTENCE_OK,
  RUTTER_AIS_SENTENCE_NONE,          /* there is no sentence in what is left of the line */
  RUTTER_AIS_SENTENCE_MALFORMED,     /* begins as one and does not go on as one */
  RUTTER_AIS_SENTENCE_NO_CHECKSUM,
  RUTTER_AIS_SENTENCE_BAD_CHECKSUM
} RutterAisSentenceResult;

RutterAisSentenceResult  rutter_ais_sentence_read  (RutterAisSentence  *self,
                                                    const char        **at,
                                                    const char         *end);

G_END_DECLS
