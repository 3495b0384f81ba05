/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RUTTER_AIS_FIELD_END,
  RUTTER_AIS_FIELD_SPARE,
  RUTTER_AIS_FIELD_NUMBER,    /* as sent everywhere, flags too */
  RUTTER_AIS_FIELD_TENTHS,    /* scaled: by ten */
  RUTTER_AIS_FIELD_DEGREES,   /* scaled: degrees; sent: 1/600000 */
  RUTTER_AIS_FIELD_COARSE,    /* scaled: degrees; sent: 1/600 */
  RUTTER_AIS_FIELD_TURN,
  RUTTER_AIS_FIELD_TEXT,
  RUTTER_AIS_FIELD_MONTH,     /* this and those behind it: gpsd writes one text for them all */
  RUTTER_AIS_FIELD_YEAR
} RutterAisFieldKind;

/* One field of a message in the order of its bits: its width, its names, and what is sent when
 * there is no value. AISStream's name may be a path.
 */
typedef struct
{
  guint8              kind;
  guint8              n_bits;
  gint32              none;
  const char         *gpsd;
  const char         *aisstream;
} RutterAisField;

const RutterAisField *rutter_ais_fields_get  (int type);

G_END_DECLS
