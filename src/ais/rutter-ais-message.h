/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-ais-bits.h"

#include <math.h>

G_BEGIN_DECLS

/* What ships and stations say, as in ITU-R M.1371. Every number stands as it was sent; beside it,
 * where it has a unit, the value in that unit, which is NAN when the sender said "not available"
 * or something that cannot be. Texts are ASCII without padding, empty when not given.
 */
#define RUTTER_AIS_N_TYPES 28  /* 0 is no type */
#define RUTTER_AIS_TEXT_SIZE 164
#define RUTTER_AIS_DATA_SIZE 130

/* A field as sent when there is no value for it. */
#define RUTTER_AIS_NO_LON 108600000      /* 181 degrees; 108600 in types 17 and 27 */
#define RUTTER_AIS_NO_LAT 54600000       /* 91 degrees */
#define RUTTER_AIS_NO_SPEED 1023
#define RUTTER_AIS_FAST 1022             /* that or more: 102.2 knots, type 9: 1022 knots */
#define RUTTER_AIS_NO_SPEED_LONG 63      /* type 27 */
#define RUTTER_AIS_NO_COURSE 3600
#define RUTTER_AIS_NO_COURSE_LONG 511    /* type 27 */
#define RUTTER_AIS_NO_HEADING 511
#define RUTTER_AIS_NO_TURN (-128)
#define RUTTER_AIS_TURN_UNMEASURED 127   /* +/-: over 5 degrees in 30 s, without an indicator */
#define RUTTER_AIS_NO_SECOND 60          /* 61 by hand, 62 dead reckoning, 63 out of order */
#define RUTTER_AIS_NO_ALTITUDE 4095
#define RUTTER_AIS_HIGH 4094             /* metres, that or more */

typedef struct
{
  gint32    lon, lat;          /* 1/600000 degree; types 17 and 27: 1/600 degree */
  double    lon_deg, lat_deg;  /* both NAN when either is not available */
  gboolean  accurate;          /* better than 10 m */
} RutterAisPosition;

/* Types 1, 2, 3 (class A), 9 (aircraft), 18, 19 (class B), 27 (from afar). */
typedef struct
{
  int       status;         /* 0 to 15; 15 undefined; class A and 27 */
  int       turn;           /* class A */
  double    turn_deg_min;   /* to starboard; NAN as well when there is no indicator */
  int       speed;          /* 1/10 knot; types 9 and 27: knots */
  double    speed_kn;
  int       course;         /* over ground, 1/10 degree; type 27: degrees */
  double    course_deg;
  int       heading;        /* degrees; not in 9 and 27 */
  double    heading_deg;
  int       altitude;       /* metres, type 9 */
  double    altitude_m;
  int       second;         /* of the UTC minute in which the position was taken */
  int       maneuver;       /* class A: 0 not available, 1 none, 2 special */
  int       reserved;       /* class B: 8 bits */
  int       regional;
  gboolean  raim;
  gboolean  assigned;
  gboolean  not_ready;      /* DTE as sent: 1 is "not available" */
  gboolean  carrier_sense, has_display, has_dsc, whole_band, takes_msg22;  /* type 18 */
  gboolean  stale;          /* type 27: the position is older than 5 s */
  guint32   radio;          /* communication state */
} RutterAisMotion;

/* Types 4 and 11: a station's clock in UTC. */
typedef struct
{
  int       year;           /* 0 when not available, as month and day */
  int       month, day;
  int       hour;           /* 24 when not available */
  int       minute, second; /* 60 when not available */
  int       epfd;
  gboolean  raim;
  guint32   radio;
} RutterAisStation;

/* From the antenna to the ends of the hull, in metres. 511 and 63 mean that or more. When bow and
 * starboard or stern and port are 0 with the rest set, the antenna's place is not known.
 */
typedef struct
{
  int  to_bow, to_stern, to_port, to_starboard;
} RutterAisHull;

typedef enum
{
  RUTTER_AIS_WHOLE,   /* types 5 and 19 */
  RUTTER_AIS_PART_A,  /* type 24: the name */
  RUTTER_AIS_PART_B   /* type 24: all but the name */
} RutterAisPart;

/* Types 5, 19, 24. */
typedef struct
{
  RutterAisPart  part;
  int            version;
  guint32        imo;             /* 0 when not available; unchecked */
  char           callsign[8];
  char           name[21];
  int            ship_type;       /* 0 when not available */
  gboolean       has_hull;        /* not in part A, nor for a craft that has a mother ship */
  RutterAisHull  hull;
  guint32        mothership;      /* MMSI, or 0 */
  int            epfd;            /* kind of position receiver; 0 and 15 unset */
  int            eta_month, eta_day, eta_hour, eta_minute;  /* 0, 0, 24, 60 when not available */
  int            draught;         /* 1/10 m; 0 not available, 255 that or more */
  double         draught_m;
  char           destination[21];
  gboolean       not_ready;       /* DTE as sent */
  char           vendor[4];
  int            vendor_model;
  guint32        vendor_serial;
} RutterAisIdentity;

/* Type 21. */
typedef struct
{
  int            kind;            /* 0 not given, 1 to 19 fixed, 20 to 31 floating */
  char           name[35];
  RutterAisHull  hull;
  int            epfd;
  int            second;
  gboolean       off_position;    /* as sent */
  gboolean       knows_position;  /* whether off_position means anything: second is at most 59 */
  int            regional;
  gboolean       raim;
  gboolean       is_virtual;
  gboolean       assigned;
} RutterAisAid;

/* Types 6, 8, 17, 25, 26. */
typedef struct
{
  int       sequence;
  gboolean  addressed;
  guint32   to;                   /* MMSI, or 0 */
  gboolean  retransmitted;
  gboolean  structured;           /* whether dac and fid mean anything */
  int       dac, fid;             /* area code and function */
  guint32   radio;                /* type 26 */
  guint     n_bits;
  guint8    data[RUTTER_AIS_DATA_SIZE];
} RutterAisBinary;

/* Types 12 and 14: words about safety. */
typedef struct
{
  int       sequence;
  guint32   to;
  gboolean  retransmitted;
  char      text[RUTTER_AIS_TEXT_SIZE];
} RutterAisText;

/* Types 7 and 13, and 10 with one. */
typedef struct
{
  guint    n;
  guint32  to[4];
  int      sequence[4];
} RutterAisReceipt;

/* Type 15; a message type of 0 asks nothing. */
typedef struct
{
  guint32  to[2];
  int      type[3], offset[3];    /* first, second for to[0]; third for to[1] */
} RutterAisInterrogation;

/* Types 16 (to) and 20 (number, timeout): slots to send in. */
typedef struct
{
  guint    n;
  guint32  to[4];
  int      offset[4], number[4], timeout[4], increment[4];
} RutterAisSlots;

/* Types 22 and 23: what holds in an area, given in 1/600 degree, or for two stations. */
typedef struct
{
  int       channel_a, channel_b, txrx;
  gboolean  low_power, addressed, narrow_a, narrow_b;
  int       zone;
  gint32    ne_lon, ne_lat, sw_lon, sw_lat;
  guint32   to[2];
  int       station_type, ship_type, interval, quiet;
} RutterAisRegion;

typedef struct
{
  int                type;        /* 1 to 27 */
  int                repeat;
  guint32            mmsi;        /* nine digits with the zeros in front that it lacks */
  gboolean           has_position;
  RutterAisPosition  position;
  union
  {
    struct
    {
      RutterAisMotion    motion;
      RutterAisIdentity  identity;
    };
    RutterAisStation        station;
    RutterAisAid            aid;
    RutterAisBinary         binary;
    RutterAisText           words;
    RutterAisReceipt        receipt;
    RutterAisInterrogation  interrogation;
    RutterAisSlots          slots;
    RutterAisRegion         region;
  };
} RutterAisMessage;

typedef enum
{
  RUTTER_AIS_DECODED,
  RUTTER_AIS_UNKNOWN_TYPE,
  RUTTER_AIS_WRONG_LENGTH   /* too short for its fields or far too long for its type */
} RutterAisOutcome;

RutterAisOutcome  rutter_ais_message_decode  (RutterAisMessage *self,
                                              RutterAisBits    *bits);

G_END_DECLS
