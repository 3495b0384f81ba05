/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-bits.h"
#include "rutter-ais-fields.h"

G_BEGIN_DECLS

/* Makes one AIS message and the sentences that carry it. A message begins with every field "not
 * available"; fields have the names that gpsd gives them and take values as they are sent. Naming a
 * field that the type does not have is a mistake of the program.
 */
typedef struct
{
  const RutterAisField *fields;
  RutterAisBits         bits;
} RutterAisEncoder;

/* How a message is sent: all of it but its bits. */
typedef struct
{
  char         sequence;   /* '0' to '9', of a message in several parts */
  char         channel;    /* A or B */
  const char  *station;    /* for a tag block, or NULL */
  gint64       time_s;     /* since 1970, for a tag block; 0 for none */
} RutterAisEnvelope;

/* More than the sentences of the longest message of these types, with tag blocks. */
#define RUTTER_AIS_ENVELOPE_SIZE 512

void   rutter_ais_encoder_init      (RutterAisEncoder         *self,
                                     int                       type,
                                     guint32                   mmsi);
void   rutter_ais_encoder_set       (RutterAisEncoder         *self,
                                     const char               *field,
                                     gint64                    value);
void   rutter_ais_encoder_set_parts (RutterAisEncoder         *self,
                                     const char               *field,
                                     const int                *values,
                                     guint                     n_values);
void   rutter_ais_encoder_set_text  (RutterAisEncoder         *self,
                                     const char               *field,
                                     const char               *text);
gsize  rutter_ais_encoder_write     (const RutterAisEncoder   *self,
                                     const RutterAisEnvelope  *envelope,
                                     char                     *lines);

G_END_DECLS
