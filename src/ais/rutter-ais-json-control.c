/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-json-private.h"

/* @value in 1/@per_degree of a degree, as degrees with six decimals */
void
rutter_ais_json_put_degrees (RutterJsonLine *line,
                             gint64          value,
                             gint64          per_degree)
{
  gint64 scaled = value * 2000000 / per_degree;

  rutter_json_line_put_fixed (line, (scaled + (scaled < 0 ? -1 : 1)) / 2, 6);
}

void
rutter_ais_json_write_receipt (RutterJsonLine         *line,
                               const RutterAisMessage *message)
{
  RUTTER_JSON_INT (line, "mmsi1", message->receipt.to[0]);
  RUTTER_JSON_INT (line, "mmsi2", message->receipt.to[1]);
  RUTTER_JSON_INT (line, "mmsi3", message->receipt.to[2]);
  RUTTER_JSON_INT (line, "mmsi4", message->receipt.to[3]);
}

void
rutter_ais_json_write_inquiry (RutterJsonLine         *line,
                               const RutterAisMessage *message)
{
  RUTTER_JSON_INT (line, "dest_mmsi", message->receipt.to[0]);
}

void
rutter_ais_json_write_interrogation (RutterJsonLine         *line,
                                     const RutterAisMessage *message)
{
  const RutterAisInterrogation *asked = &message->interrogation;

  RUTTER_JSON_INT (line, "mmsi1", asked->to[0]);
  RUTTER_JSON_INT (line, "type1_1", asked->type[0]);
  RUTTER_JSON_INT (line, "offset1_1", asked->offset[0]);
  RUTTER_JSON_INT (line, "type1_2", asked->type[1]);
  RUTTER_JSON_INT (line, "offset1_2", asked->offset[1]);
  RUTTER_JSON_INT (line, "mmsi2", asked->to[1]);
  RUTTER_JSON_INT (line, "type2_1", asked->type[2]);
  RUTTER_JSON_INT (line, "offset2_1", asked->offset[2]);
}

void
rutter_ais_json_write_assignment (RutterJsonLine         *line,
                                  const RutterAisMessage *message)
{
  const RutterAisSlots *slots = &message->slots;

  RUTTER_JSON_INT (line, "mmsi1", slots->to[0]);
  RUTTER_JSON_INT (line, "offset1", slots->offset[0]);
  RUTTER_JSON_INT (line, "increment1", slots->increment[0]);
  RUTTER_JSON_INT (line, "mmsi2", slots->to[1]);
  RUTTER_JSON_INT (line, "offset2", slots->offset[1]);
  RUTTER_JSON_INT (line, "increment2", slots->increment[1]);
}

#define WRITE_SLOT(line, slots, n) \
  (RUTTER_JSON_INT (line, "offset" #n, (slots)->offset[n - 1]), \
   RUTTER_JSON_INT (line, "number" #n, (slots)->number[n - 1]), \
   RUTTER_JSON_INT (line, "timeout" #n, (slots)->timeout[n - 1]), \
   RUTTER_JSON_INT (line, "increment" #n, (slots)->increment[n - 1]))

void
rutter_ais_json_write_link_management (RutterJsonLine         *line,
                                       const RutterAisMessage *message)
{
  WRITE_SLOT (line, &message->slots, 1);
  WRITE_SLOT (line, &message->slots, 2);
  WRITE_SLOT (line, &message->slots, 3);
  WRITE_SLOT (line, &message->slots, 4);
}

static void
put_area (RutterJsonLine        *line,
          const RutterAisRegion *region)
{
  RUTTER_JSON_NAME (line, "ne_lon");
  rutter_ais_json_put_degrees (line, region->ne_lon, 600);
  RUTTER_JSON_NAME (line, "ne_lat");
  rutter_ais_json_put_degrees (line, region->ne_lat, 600);
  RUTTER_JSON_NAME (line, "sw_lon");
  rutter_ais_json_put_degrees (line, region->sw_lon, 600);
  RUTTER_JSON_NAME (line, "sw_lat");
  rutter_ais_json_put_degrees (line, region->sw_lat, 600);
}

void
rutter_ais_json_write_channels (RutterJsonLine         *line,
                                const RutterAisMessage *message)
{
  const RutterAisRegion *region = &message->region;

  RUTTER_JSON_INT (line, "channel_a", region->channel_a);
  RUTTER_JSON_INT (line, "channel_b", region->channel_b);
  RUTTER_JSON_INT (line, "txrx", region->txrx);
  RUTTER_JSON_FLAG (line, "power", region->low_power);
  if (region->addressed)
    {
      RUTTER_JSON_INT (line, "dest1", region->to[0]);
      RUTTER_JSON_INT (line, "dest2", region->to[1]);
    }
  else
    {
      put_area (line, region);
    }
  RUTTER_JSON_FLAG (line, "addressed", region->addressed);
  RUTTER_JSON_FLAG (line, "band_a", region->narrow_a);
  RUTTER_JSON_FLAG (line, "band_b", region->narrow_b);
  RUTTER_JSON_INT (line, "zonesize", region->zone);
}

void
rutter_ais_json_write_group (RutterJsonLine         *line,
                             const RutterAisMessage *message)
{
  const RutterAisRegion *region = &message->region;

  put_area (line, region);
  RUTTER_JSON_INT (line, "stationtype", region->station_type);
  RUTTER_JSON_INT (line, "shiptype", region->ship_type);
  RUTTER_JSON_INT (line, "txrx", region->txrx);
  RUTTER_JSON_INT (line, "interval", region->interval);
  RUTTER_JSON_INT (line, "quiet", region->quiet);
}
