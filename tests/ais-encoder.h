/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes AIS messages and sentences for the tests and the bench: written from the tables of ITU-R
 * M.1371 on its own, so that it can disagree with the decoder. A message begins with every field
 * "not available"; fields are set by the names that the tables below give them.
 */
typedef struct _AisEncoder AisEncoder;

#define AIS_ENCODER_MAX_BITS 1400

AisEncoder *ais_encoder_new           (int         type,
                                       guint32     mmsi);
void        ais_encoder_free          (AisEncoder *self);
void        ais_encoder_set           (AisEncoder *self,
                                       const char *field,
                                       gint64      value);
void        ais_encoder_set_text      (AisEncoder *self,
                                       const char *field,
                                       const char *text);
void        ais_encoder_add_bits      (AisEncoder *self,
                                       guint64     value,
                                       guint       n_bits);
void        ais_encoder_add_text      (AisEncoder *self,
                                       const char *text,
                                       guint       n_characters);
guint       ais_encoder_get_width     (AisEncoder *self,
                                       const char *field);
void        ais_encoder_set_length    (AisEncoder *self,
                                       guint       n_bits);
guint       ais_encoder_get_length    (AisEncoder *self);
char       *ais_encoder_make_payload  (AisEncoder *self,
                                       guint      *fill);
char       *ais_encoder_make          (AisEncoder *self,
                                       char        sequence,
                                       char        channel);
char       *ais_encoder_make_sentence (const char *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AisEncoder, ais_encoder_free)

G_END_DECLS
