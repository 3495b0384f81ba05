/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "live-fleet.h"

#include <math.h>

#define MINUTE ((gint64)60 * G_USEC_PER_SEC)
#define STEP_MIN 3
#define BATCH 4096

typedef struct
{
  double        share;      /* of the fleet */
  double        spread_deg; /* to both sides */
  guint         n;
  RutterLonLat  points[11];
} Lane;

static const Lane lanes[] = {
  { 0.20, 0.10, 10, { { 29.2, 60.0 }, { 27, 59.95 }, { 24.8, 59.8 }, { 22.5, 59.4 },
                      { 20.5, 58.4 }, { 19.4, 57 }, { 18, 55.7 }, { 15.6, 55.1 },
                      { 13.5, 54.85 }, { 12, 54.5 } } },
  { 0.07, 0.15, 5, { { 19.6, 59.6 }, { 20, 61 }, { 19.2, 62.4 }, { 21, 63.8 }, { 23.6, 65.1 } } },
  { 0.05, 0.08, 4, { { 23.6, 57.6 }, { 22.2, 57.9 }, { 20.6, 57.4 }, { 19, 55.3 } } },
  { 0.18, 0.20, 11, { { 11.1, 54.9 }, { 11.2, 56.8 }, { 10.7, 57.9 }, { 8, 57.7 }, { 5, 56.2 },
                      { 3.4, 54 }, { 2.6, 51.9 }, { 1.4, 50.85 }, { -1.5, 50.1 },
                      { -5.6, 48.9 }, { -8.5, 44.5 } } },
  { 0.08, 0.25, 5, { { 48.6, 43.3 }, { 50, 41.6 }, { 51.2, 40 }, { 51.3, 38.6 }, { 51.6, 37.4 } } },
  { 0.06, 0.20, 5, { { 132, 42.9 }, { 132.6, 41.5 }, { 131, 38.5 }, { 129.6, 35.4 },
                     { 126, 33 } } },
  { 0.14, 0.35, 8, { { -9.6, 38 }, { -6.2, 35.95 }, { 3, 37.6 }, { 11.8, 37.6 }, { 20, 35.6 },
                     { 27, 33.5 }, { 32.2, 31.9 }, { 32.4, 31.6 } } },
  { 0.22, 0.45, 9, { { 44.2, 12.2 }, { 52, 13 }, { 72, 8 }, { 80, 5.6 }, { 94.5, 6.2 },
                     { 109, 8 }, { 114, 19.5 }, { 122.5, 28 }, { 126, 32 } } },
};

/* Of two numbers, from 0 to 1, and always the same. */
static double
mix (guint a,
     guint b)
{
  guint64 x = ((guint64)a << 20 ^ b) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  x ^= x >> 29;
  x *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x ^= x >> 32;
  return (double)(x >> 11) / 9007199254740992.0;
}

static const Lane *
choose_lane (guint index)
{
  double left = mix (index, 1);

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      left -= lanes[i].share;
      if (left < 0)
        return &lanes[i];
    }

  return &lanes[0];
}

guint32
live_fleet_get_mmsi (guint index)
{
  static const guint mids[] = { 273, 230, 276, 265, 211, 636, 538, 351, 255, 257, 422, 412 };

  if (index % 9973 == 500)
    return 970000000 + index;
  if (index % 40 == 7)
    return 992110000 + index % 9999;
  return mids[(guint)(mix (index, 2) * G_N_ELEMENTS (mids))] * 1000000 + index;
}

static RutterLonLat
find_place (const Lane *lane,
            guint       index,
            double      along)
{
  guint leg;
  double part, dx, dy, side = (mix (index, 4) + mix (index, 5) - 1) * lane->spread_deg;

  along = CLAMP (along, 0, 0.9999) * (lane->n - 1);
  leg = (guint)along;
  part = along - leg;
  dx = lane->points[leg + 1].lon - lane->points[leg].lon;
  dy = lane->points[leg + 1].lat - lane->points[leg].lat;
  return (RutterLonLat) { lane->points[leg].lon + dx * part - dy / hypot (dx, dy) * side,
                          lane->points[leg].lat + dy * part + dx / hypot (dx, dy) * side };
}

RutterTrafficItem
live_fleet_make_item (guint  index,
                      guint  n_targets,
                      double minutes_ago,
                      gint64 now_us)
{
  const Lane *lane = choose_lane (index);
  gboolean is_moored = mix (index, 6) < 0.4, is_back = mix (index, 7) < 0.5;
  double silent = index % 10 == 3 ? 5 + 40 * mix (index, 8) : 0;
  double knots = is_moored ? 0 : 6 + 12 * mix (index, 9);
  double step = knots * (60 - minutes_ago) / 60 / 60 / 8 / lane->n * (is_back ? -1 : 1);
  double along = mix (index, 3) + step;
  RutterLonLat at = find_place (lane, index, along);
  RutterLonLat next = find_place (lane, index, along + (is_back ? -1e-4 : 1e-4));
  RutterTrafficItem item = { .heard_us = now_us - (gint64)((minutes_ago + silent) * MINUTE),
                             .feed = 1 };
  double course = rutter_geo_bearing_deg (at, next);
  gboolean is_aid = index % 40 == 7, is_small = mix (index, 10) < 0.25;

  item.message.type = is_aid ? 21 : is_small ? 18 : 1;
  item.message.mmsi = live_fleet_get_mmsi (index);
  item.message.has_position = TRUE;
  item.message.position.lon_deg = at.lon;
  item.message.position.lat_deg = at.lat;
  if (is_aid)
    {
      g_snprintf (item.message.aid.name, sizeof item.message.aid.name, "BUOY %u", index);
      return item;
    }

  item.message.motion.status = is_moored ? 5 : 0;
  item.message.motion.speed_kn = knots;
  item.message.motion.course_deg = is_moored ? NAN : course;
  item.message.motion.heading_deg = is_moored && mix (index, 11) < 0.6 ? NAN
                                    : is_moored ? mix (index, 12) * 359 : course;
  item.message.motion.turn_deg_min = NAN;
  return item;
}

RutterTrafficItem
live_fleet_make_name (guint  index,
                      gint64 now_us)
{
  static const char *const first[] = { "BALTIC", "NORD", "VOLGO", "SEA", "ARCTIC", "EASTERN",
                                       "STELLA", "OCEAN", "AMBER", "POLAR" };
  static const char *const second[] = { "PIONEER", "STAR", "BALT", "WIND", "BREEZE", "TRADER",
                                        "CARRIER", "SPIRIT", "DAWN", "QUEEN" };
  RutterTrafficItem item = { .heard_us = now_us - 59 * MINUTE, .feed = 1 };

  item.message.type = mix (index, 10) < 0.25 ? 24 : 5;
  item.message.mmsi = live_fleet_get_mmsi (index);
  item.message.identity.part = item.message.type == 24 ? RUTTER_AIS_PART_A : RUTTER_AIS_WHOLE;
  item.message.identity.ship_type = 70 + (int)index % 15;
  item.message.identity.imo = 9000000 + index;
  item.message.identity.draught_m = 7.5;
  item.message.identity.eta_hour = 24;
  item.message.identity.eta_minute = 60;
  g_snprintf (item.message.identity.name, sizeof item.message.identity.name, "%s %s %u",
              first[index % 10], second[index / 10 % 10], index / 100);
  g_strlcpy (item.message.identity.destination, "SIMULATED", 21);
  return item;
}

static void
send (RutterTraffic *traffic,
      GArray        *items)
{
  rutter_traffic_add (traffic, (RutterTrafficItem *)(gpointer)items->data, items->len);
  g_array_set_size (items, 0);
}

static void
on_listed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(gboolean *)user_data = TRUE;
}

/* Whoever asks is answered after all that was added before. */
static void
wait_for_merged (RutterTraffic *traffic)
{
  gboolean is_done = FALSE;
  guint32 mmsi = 1;

  rutter_traffic_find_async (traffic, &mmsi, 1, NULL, on_listed_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

void
live_fleet_hear (RutterTraffic *traffic,
                 guint          n_targets)
{
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (RutterTrafficItem));
  gint64 now_us = g_get_real_time ();

  for (int minutes = 60; minutes >= 0; minutes -= STEP_MIN)
    for (guint i = 0; i < n_targets; i++)
      {
        RutterTrafficItem item = live_fleet_make_item (i, n_targets, minutes, now_us);
        RutterTrafficItem name = live_fleet_make_name (i, now_us);

        g_array_append_val (items, item);
        if (minutes == 60 && i % 40 != 7 && i % 9973 != 500)
          g_array_append_val (items, name);
        if (items->len >= BATCH)
          {
            send (traffic, items);
            wait_for_merged (traffic);
          }
      }
  send (traffic, items);
  wait_for_merged (traffic);
}
