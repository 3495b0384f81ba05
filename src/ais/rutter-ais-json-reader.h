/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-message.h"
#include "rutter-ais-stamp.h"

G_BEGIN_DECLS

/* Messages as gpsd, AIS-catcher and AISStream write them in JSON. They are turned back into the
 * bits that were sent and decoded like any other, so that "not available" and what is out of
 * bounds mean the same whatever the way.
 */
typedef enum
{
  RUTTER_AIS_JSON_READ,
  RUTTER_AIS_JSON_OTHER,      /* sound, and no AIS message: a greeting, a confirmation */
  RUTTER_AIS_JSON_UNREAD,     /* an AIS message of a type that is not read from JSON */
  RUTTER_AIS_JSON_MALFORMED
} RutterAisJsonResult;

RutterAisJsonResult  rutter_ais_json_read  (const char       *text,
                                            gsize             length,
                                            RutterAisMessage *message,
                                            RutterAisStamp   *stamp);

G_END_DECLS
