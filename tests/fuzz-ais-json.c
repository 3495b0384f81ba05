/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever text comes from a feed of JSON: run by `./dev fuzz`. */
#include "rutter-ais-json-reader.h"
#include "rutter-ais-json.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  const RutterAisReport report = { .station = "", .talker = "" };
  RutterAisMessage message;
  RutterAisStamp stamp;
  char line[RUTTER_AIS_JSON_SIZE];

  if (rutter_ais_json_read ((const char *)data, size, &message, &stamp) == RUTTER_AIS_JSON_READ &&
      rutter_ais_json_write (&report, &message, line) == 0)
    abort ();
  return 0;
}
