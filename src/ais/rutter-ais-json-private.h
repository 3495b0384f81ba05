/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-json.h"
#include "rutter-json-line.h"

G_BEGIN_DECLS

/* Writes what only its types have. */
typedef void (*RutterAisJsonWrite) (RutterJsonLine         *line,
                                    const RutterAisMessage *message);

#define RUTTER_AIS_JSON_WRITE(name) \
  void rutter_ais_json_write_##name (RutterJsonLine *line, const RutterAisMessage *message)

/* rutter-ais-json-control.c: how stations steer the radio channel */
RUTTER_AIS_JSON_WRITE (receipt);
RUTTER_AIS_JSON_WRITE (inquiry);
RUTTER_AIS_JSON_WRITE (interrogation);
RUTTER_AIS_JSON_WRITE (assignment);
RUTTER_AIS_JSON_WRITE (link_management);
RUTTER_AIS_JSON_WRITE (channels);
RUTTER_AIS_JSON_WRITE (group);
void  rutter_ais_json_put_degrees  (RutterJsonLine *line,
                                    gint64          value,
                                    gint64          per_degree);

G_END_DECLS
