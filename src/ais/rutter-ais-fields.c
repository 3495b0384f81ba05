/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-fields.h"

#define SPARE(n) { RUTTER_AIS_FIELD_SPARE, n, 0, NULL, NULL }
#define NUMBER(n, none, gpsd, aisstream) { RUTTER_AIS_FIELD_NUMBER, n, none, gpsd, aisstream }
#define TEXT(n, gpsd, aisstream) { RUTTER_AIS_FIELD_TEXT, 6 * n, 0, gpsd, aisstream }
#define END { RUTTER_AIS_FIELD_END, 0, 0, NULL, NULL }

#define ACCURACY NUMBER (1, 0, "accuracy", "PositionAccuracy")
#define RAIM NUMBER (1, 0, "raim", "Raim")
#define SPEED { RUTTER_AIS_FIELD_TENTHS, 10, 1023, "speed", "Sog" }
#define LON { RUTTER_AIS_FIELD_DEGREES, 28, 108600000, "lon", "Longitude" }
#define LAT { RUTTER_AIS_FIELD_DEGREES, 27, 54600000, "lat", "Latitude" }
#define COURSE { RUTTER_AIS_FIELD_TENTHS, 12, 3600, "course", "Cog" }
#define HEADING NUMBER (9, 511, "heading", "TrueHeading")
#define SECOND NUMBER (6, 60, "second", "Timestamp")
#define SHIP_TYPE NUMBER (8, 0, "shiptype", "Type")
#define HULL \
  NUMBER (9, 0, "to_bow", "Dimension.A"), NUMBER (9, 0, "to_stern", "Dimension.B"), \
  NUMBER (6, 0, "to_port", "Dimension.C"), NUMBER (6, 0, "to_starboard", "Dimension.D")
#define RADIO(n) NUMBER (n, 0, "radio", "CommunicationState")

static const RutterAisField class_a[] = {
  NUMBER (4, 15, "status", "NavigationalStatus"),
  { RUTTER_AIS_FIELD_TURN, 8, -128, "turn", "RateOfTurn" },
  SPEED, ACCURACY, LON, LAT, COURSE, HEADING, SECOND,
  NUMBER (2, 0, "maneuver", "SpecialManoeuvreIndicator"), SPARE (3), RAIM, RADIO (19), END
};
static const RutterAisField station[] = {
  { RUTTER_AIS_FIELD_YEAR, 14, 0, "timestamp", "UtcYear" },
  { RUTTER_AIS_FIELD_YEAR, 4, 0, "timestamp", "UtcMonth" },
  { RUTTER_AIS_FIELD_YEAR, 5, 0, "timestamp", "UtcDay" },
  { RUTTER_AIS_FIELD_YEAR, 5, 24, "timestamp", "UtcHour" },
  { RUTTER_AIS_FIELD_YEAR, 6, 60, "timestamp", "UtcMinute" },
  { RUTTER_AIS_FIELD_YEAR, 6, 60, "timestamp", "UtcSecond" },
  ACCURACY, LON, LAT, NUMBER (4, 0, "epfd", "FixType"), SPARE (10), RAIM, RADIO (19), END
};
static const RutterAisField voyage[] = {
  NUMBER (2, 0, "ais_version", "AisVersion"), NUMBER (30, 0, "imo", "ImoNumber"),
  TEXT (7, "callsign", "CallSign"), TEXT (20, "shipname", "Name"), SHIP_TYPE, HULL,
  NUMBER (4, 0, "epfd", "FixType"),
  { RUTTER_AIS_FIELD_MONTH, 4, 0, "eta", "Eta.Month" },
  { RUTTER_AIS_FIELD_MONTH, 5, 0, "eta", "Eta.Day" },
  { RUTTER_AIS_FIELD_MONTH, 5, 24, "eta", "Eta.Hour" },
  { RUTTER_AIS_FIELD_MONTH, 6, 60, "eta", "Eta.Minute" },
  { RUTTER_AIS_FIELD_TENTHS, 8, 0, "draught", "MaximumStaticDraught" },
  TEXT (20, "destination", "Destination"), NUMBER (1, 1, "dte", "Dte"), SPARE (1), END
};
static const RutterAisField aircraft[] = {
  NUMBER (12, 4095, "alt", "Altitude"), NUMBER (10, 1023, "speed", "Sog"), ACCURACY, LON, LAT,
  COURSE, SECOND, NUMBER (8, 0, "regional", "Spare1"), NUMBER (1, 1, "dte", "Dte"), SPARE (3),
  NUMBER (1, 0, "assigned", "AssignedMode"), RAIM, RADIO (20), END
};
static const RutterAisField class_b[] = {
  NUMBER (8, 0, "reserved", "Spare1"), SPEED, ACCURACY, LON, LAT, COURSE, HEADING, SECOND,
  NUMBER (2, 0, "regional", "Spare2"), NUMBER (1, 0, "cs", "ClassBUnit"),
  NUMBER (1, 0, "display", "ClassBDisplay"), NUMBER (1, 0, "dsc", "ClassBDsc"),
  NUMBER (1, 0, "band", "ClassBBand"), NUMBER (1, 0, "msg22", "ClassBMsg22"),
  NUMBER (1, 0, "assigned", "AssignedMode"), RAIM, RADIO (20), END
};
static const RutterAisField class_b_extended[] = {
  NUMBER (8, 0, "reserved", "Spare1"), SPEED, ACCURACY, LON, LAT, COURSE, HEADING, SECOND,
  NUMBER (4, 0, "regional", "Spare2"), TEXT (20, "shipname", "Name"), SHIP_TYPE, HULL,
  NUMBER (4, 0, "epfd", "FixType"), RAIM, NUMBER (1, 1, "dte", "Dte"),
  NUMBER (1, 0, "assigned", "AssignedMode"), SPARE (4), END
};
static const RutterAisField aid[] = {
  NUMBER (5, 0, "aid_type", "Type"), TEXT (20, "name", "Name"), ACCURACY, LON, LAT, HULL,
  NUMBER (4, 0, "epfd", "Fixtype"), SECOND, NUMBER (1, 0, "off_position", "OffPosition"),
  NUMBER (8, 0, "regional", "AtoN"), RAIM, NUMBER (1, 0, "virtual_aid", "VirtualAtoN"),
  NUMBER (1, 0, "assigned", "AssignedMode"), SPARE (1), END
};
static const RutterAisField name_part[] = {
  SPARE (2), TEXT (20, "shipname", "ReportA.Name"), END
};
static const RutterAisField rest_part[] = {
  NUMBER (2, 1, NULL, NULL), NUMBER (8, 0, "shiptype", "ReportB.ShipType"),
  TEXT (3, "vendorid", "ReportB.VendorIDName"), NUMBER (4, 0, "model", "ReportB.VenderIDModel"),
  NUMBER (20, 0, "serial", "ReportB.VenderIDSerial"),
  TEXT (7, "callsign", "ReportB.CallSign"),
  NUMBER (9, 0, "to_bow", "ReportB.Dimension.A"),
  NUMBER (9, 0, "to_stern", "ReportB.Dimension.B"),
  NUMBER (6, 0, "to_port", "ReportB.Dimension.C"),
  NUMBER (6, 0, "to_starboard", "ReportB.Dimension.D"),
  NUMBER (4, 0, "epfd", "ReportB.FixType"), SPARE (2), END
};
static const RutterAisField long_range[] = {
  ACCURACY, RAIM, NUMBER (4, 15, "status", "NavigationalStatus"),
  { RUTTER_AIS_FIELD_COARSE, 18, 108600, "lon", "Longitude" },
  { RUTTER_AIS_FIELD_COARSE, 17, 54600, "lat", "Latitude" },
  NUMBER (6, 63, "speed", "Sog"), NUMBER (9, 511, "course", "Cog"),
  NUMBER (1, 0, "gnss", "PositionLatency"), SPARE (1), END
};

/**
 * rutter_ais_fields_get:
 * @type: of a message; 24 is its part B, and -24 its part A
 *
 * Returns: (nullable): the fields behind the MMSI, up to one of the kind %RUTTER_AIS_FIELD_END;
 *   %NULL for a type that is not read from JSON
 */
const RutterAisField *
rutter_ais_fields_get (int type)
{
  switch (type)
    {
    case 1: case 2: case 3: return class_a;
    case 4: case 11: return station;
    case 5: return voyage;
    case 9: return aircraft;
    case 18: return class_b;
    case 19: return class_b_extended;
    case 21: return aid;
    case 24: return rest_part;
    case -24: return name_part;
    case 27: return long_range;
    default: return NULL;
    }
}
