/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-csv.h"

#include <string.h>

#define OLD "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status," \
            "Length,Width,Draft,Cargo,TransceiverClass"
#define NEW "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign," \
            "vessel_type,status,length,width,draft,cargo,transceiver"
#define DANISH "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG," \
               "COG,Heading,IMO,Callsign,Name,Ship type,Cargo type,Width,Length," \
               "Type of position fixing device,Draught,Destination,ETA,Data source type,A,B,C,D"

static void
test_headers (void)
{
  static const struct
  {
    const char *header;
    gboolean    is_table;
  } cases[] = {
    { OLD, TRUE }, { NEW, TRUE }, { DANISH, TRUE }, { "\xef\xbb\xbf" OLD, TRUE },
    { "MMSI,LAT,LON", FALSE }, { "", FALSE }, { "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A",
    FALSE }, { "time,mmsi,longitude,longitude", FALSE }, { "{\"class\":\"AIS\"}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterAisCsv csv;

      g_test_message ("%s", cases[i].header);
      g_assert_cmpint (rutter_ais_csv_read_header (&csv, cases[i].header,
                                                   strlen (cases[i].header)), ==,
                       cases[i].is_table);
    }
}

/* Whatever the form, the same facts; NAN and 0 stand for what a row does not say. */
static const struct
{
  const char *header, *row;
  gint64      time_s;
  int         types[2];
  guint32     mmsi;
  double      lon, lat, speed, course, heading;
  int         status;
  const char *name;
  guint32     imo;
  int         ship_type, to_stern, to_starboard;
} rows[] = {
  { OLD, "366996430,2022-06-20T00:00:04,38.40362,-82.55641,0.1,360.0,511.0,CAPT JEFF IRBY,"
    "IMO9869693,WDK7088,31,12.0,20,8,3.3,,A",
    1655683204, { 1, 5 }, 366996430, -82.55641, 38.40362, 0.1, NAN, NAN, 12, "CAPT JEFF IRBY",
    9869693, 31, 20, 8 },
  { NEW, "366996430,2026-03-31 00:00:00,-82.55641,38.40362,0.1,295.2,100,CAPT JEFF IRBY,,"
    "WDK7088,31,12,20,8,3.3,,A",
    1774915200, { 1, 5 }, 366996430, -82.55641, 38.40362, 0.1, 295.2, 100, 12,
    "CAPT JEFF IRBY", 0, 31, 20, 8 },
  { NEW, "338123456,2026-03-31 00:00:01,-82,38,,,,\"A, \"\"B\"\"\",,,37,,,,,,B",
    1774915201, { 18, 24 }, 338123456, -82, 38, NAN, NAN, NAN, 0, "A, ?B?", 0, 37, 0, 0 },
  { OLD, "366996430,2015-01-01T00:00:00,38,-82,1,2,3,,,,1004,,,,,,", 1420070400, { 1, 5 },
    366996430, -82, 38, 1, 2, 3, 15, "", 0, 0, 0, 0 },
  { DANISH, "18/03/2023 00:00:00,Class A,219000001,55.5,10.25,Under way using engine,0.0,12.3,"
    "45.6,44,9074729,OXAB2,TESTER,Cargo,,20,120,GPS,6.5,AARHUS,18/03/2023 06:30:00,AIS,"
    "100,20,10,10",
    1679097600, { 1, 5 }, 219000001, 10.25, 55.5, 12.3, 45.6, 44, 0, "TESTER", 9074729, 70, 20,
    10 },
  { DANISH, "18/03/2023 00:00:00,Class B,219000002,91,0,Unknown value,,,,,Unknown,Unknown,,"
    "Undefined,,,,Undefined,,Unknown,,AIS,,,,",
    1679097600, { 18 }, 219000002, NAN, NAN, NAN, NAN, NAN, 0, "", 0, 0, 0, 0 },
  { DANISH, "18/03/2023 00:00:00,Base Station,2190047,55,10,Unknown value,,,,,Unknown,,,"
    "Undefined,,,,GPS,,,,AIS,,,,",
    1679097600, { 4 }, 2190047, 10, 55, NAN, NAN, NAN, 0, NULL, 0, 0, 0, 0 },
  { DANISH, "18/03/2023 00:00:00,AtoN,992190001,55,10,Unknown value,,,,,Unknown,,BUOY,"
    "Undefined,,,,GPS,,,,AIS,,,,",
    1679097600, { 21 }, 992190001, 10, 55, NAN, NAN, NAN, 0, NULL, 0, 0, 0, 0 },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RutterAisMessage messages[RUTTER_AIS_CSV_MESSAGES];
      RutterAisCsv csv;
      gint64 time_us;
      guint n = rows[i].types[1] != 0 ? 2 : 1;

      g_test_message ("%s", rows[i].row);
      g_assert_true (rutter_ais_csv_read_header (&csv, rows[i].header, strlen (rows[i].header)));
      g_assert_cmpuint (rutter_ais_csv_read (&csv, rows[i].row, strlen (rows[i].row), messages,
                                             &time_us), ==, n);
      g_assert_cmpint (time_us / G_USEC_PER_SEC, ==, rows[i].time_s);
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpint (messages[j].type, ==, rows[i].types[j]);
          g_assert_cmpuint (messages[j].mmsi, ==, rows[i].mmsi);
        }
      if (isnan (rows[i].lon))
        g_assert_true (isnan (messages[0].position.lon_deg));
      else
        {
          g_assert_cmpfloat_with_epsilon (messages[0].position.lon_deg, rows[i].lon, 2e-6);
          g_assert_cmpfloat_with_epsilon (messages[0].position.lat_deg, rows[i].lat, 2e-6);
        }
      if (n == 1)
        continue;

#define ASSERT_NUMBER(a, b) \
  g_assert_true ((isnan (a) && isnan (b)) || fabs ((a) - (b)) < 1e-6)
      ASSERT_NUMBER (messages[0].motion.speed_kn, rows[i].speed);
      ASSERT_NUMBER (messages[0].motion.course_deg, rows[i].course);
      ASSERT_NUMBER (messages[0].motion.heading_deg, rows[i].heading);
      if (messages[0].type == 1)
        g_assert_cmpint (messages[0].motion.status, ==, rows[i].status);
      g_assert_cmpstr (messages[1].identity.name, ==, rows[i].name);
      g_assert_cmpuint (messages[1].identity.imo, ==, rows[i].imo);
      g_assert_cmpint (messages[1].identity.ship_type, ==, rows[i].ship_type);
      g_assert_cmpint (messages[1].identity.hull.to_stern, ==, rows[i].to_stern);
      g_assert_cmpint (messages[1].identity.hull.to_starboard, ==, rows[i].to_starboard);
    }
}

static void
test_voyage (void)
{
  static const char row[] =
    "18/03/2023 00:00:00,Class A,219000001,55.5,10.25,Moored,0.0,0.0,45.6,44,9074729,OXAB2,"
    "TESTER,Tanker,,20,120,GPS,6.5,AARHUS,19/03/2023 06:30:00,AIS,,,,";
  RutterAisMessage messages[RUTTER_AIS_CSV_MESSAGES];
  RutterAisCsv csv;
  gint64 time_us;

  g_assert_true (rutter_ais_csv_read_header (&csv, DANISH, strlen (DANISH)));
  g_assert_cmpuint (rutter_ais_csv_read (&csv, row, strlen (row), messages, &time_us), ==, 2);
  g_assert_cmpint (messages[0].motion.status, ==, 5);
  g_assert_cmpint (messages[1].identity.ship_type, ==, 80);
  g_assert_cmpstr (messages[1].identity.callsign, ==, "OXAB2");
  g_assert_cmpstr (messages[1].identity.destination, ==, "AARHUS");
  g_assert_cmpint (messages[1].identity.draught, ==, 65);
  g_assert_cmpint (messages[1].identity.eta_month * 100 + messages[1].identity.eta_day, ==, 319);
  g_assert_cmpint (messages[1].identity.eta_hour * 100 + messages[1].identity.eta_minute, ==, 630);
  g_assert_cmpint (messages[1].identity.hull.to_stern, ==, 120);
  g_assert_cmpint (messages[1].identity.hull.to_bow, ==, 0);
}

static void
test_damaged (void)
{
  static const char *const damaged[] = {
    "", ",", "366996430", "366996430,yesterday,-82,38,0,0,0,,,,,,,,,,A",
    "ship,2026-03-31 00:00:00,-82,38,0,0,0,,,,,,,,,,A",
    ",2026-03-31 00:00:00,-82,38,0,0,0,,,,,,,,,,A",
    "-1,2026-03-31 00:00:00,-82,38,0,0,0,,,,,,,,,,A",
    "366996430,2026-03-31 00:00:00,-82,38,0,0,0,,,,,,,,,,A,more",
    "366996430,2026-13-31 00:00:00,-82,38,0,0,0,,,,,,,,,,A",
    "\"366996430,2026-03-31 00:00:00,-82,38,0,0,0,,,,,,,,,,A",
  };
  g_autofree char *rubbish = g_strnfill (5000, ',');
  RutterAisMessage messages[RUTTER_AIS_CSV_MESSAGES];
  RutterAisCsv csv;
  gint64 time_us;

  g_assert_true (rutter_ais_csv_read_header (&csv, NEW, strlen (NEW)));
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_test_message ("%s", damaged[i]);
      g_assert_cmpuint (rutter_ais_csv_read (&csv, damaged[i], strlen (damaged[i]), messages,
                                             &time_us), ==, 0);
    }
  g_assert_cmpuint (rutter_ais_csv_read (&csv, rubbish, 5000, messages, &time_us), ==, 0);
  g_assert_false (rutter_ais_csv_read_header (&csv, rubbish, 5000));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ais-csv/headers", test_headers);
  g_test_add_func ("/ais-csv/rows", test_rows);
  g_test_add_func ("/ais-csv/voyage", test_voyage);
  g_test_add_func ("/ais-csv/damaged", test_damaged);

  return g_test_run ();
}
