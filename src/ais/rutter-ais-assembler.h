/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-sentence.h"

G_BEGIN_DECLS

/* Puts the parts of messages together, whatever else comes in between and in whatever order. Parts
 * belong together by talker, sequence, channel and station; a part that names no station, as the
 * later parts of a tag block group do, goes to the latest message that lacks it.
 */
typedef struct _RutterAisAssembler RutterAisAssembler;

#define RUTTER_AIS_PART_TIMEOUT_US (10 * G_USEC_PER_SEC)

RutterAisAssembler *rutter_ais_assembler_new          (void);
void                rutter_ais_assembler_free         (RutterAisAssembler      *self);
gboolean            rutter_ais_assembler_add          (RutterAisAssembler      *self,
                                                       const RutterAisSentence *part,
                                                       gint64                   now_us,
                                                       RutterAisSentence       *whole);
guint64             rutter_ais_assembler_get_n_lost   (RutterAisAssembler      *self);
guint               rutter_ais_assembler_count_open   (RutterAisAssembler      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterAisAssembler, rutter_ais_assembler_free)

G_END_DECLS
