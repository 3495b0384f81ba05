/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-row.h"

typedef struct
{
  RutterTargetSort  sort;
  gboolean          is_reversed;
} Order;

void
rutter_target_row_init (RutterTargetRow    *self,
                        const RutterTarget *target,
                        gint64              now_us)
{
  *self = (RutterTargetRow) {
    .mmsi = target->mmsi,
    .imo = target->imo,
    .heard_us = target->heard_us,
    .lon = (float)target->position.lon,
    .lat = (float)target->position.lat,
    .speed_kn = (float)target->speed_kn,
    .course_deg = (float)target->course_deg,
    .class = (guint8)target->class,
    .state = (guint8)rutter_target_get_state (target, now_us),
    .ship_type = (guint8)target->ship_type,
    .feed = target->feed,
  };
  g_strlcpy (self->callsign, target->callsign, sizeof self->callsign);
  g_strlcpy (self->name, target->name, sizeof self->name);
  g_strlcpy (self->destination, target->destination, sizeof self->destination);
}

/* 0 when both are or neither is: else what is missing comes last, whichever way it is sorted. */
static int
compare_missing (gboolean a,
                 gboolean b)
{
  return (a ? 1 : 0) - (b ? 1 : 0);
}

static int
compare_values (const RutterTargetRow *a,
                const RutterTargetRow *b,
                RutterTargetSort       sort)
{
  switch (sort)
    {
    case RUTTER_TARGET_SORT_NAME:
      return strcmp (a->name, b->name);

    case RUTTER_TARGET_SORT_HEARD:
      return (a->heard_us < b->heard_us) - (a->heard_us > b->heard_us);

    case RUTTER_TARGET_SORT_SPEED:
      return (a->speed_kn < b->speed_kn) - (a->speed_kn > b->speed_kn);

    case RUTTER_TARGET_SORT_TYPE:
      return a->ship_type - b->ship_type;

    case RUTTER_TARGET_SORT_MMSI:
    default:
      return (a->mmsi > b->mmsi) - (a->mmsi < b->mmsi);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const RutterTargetRow *row = a, *other = b;
  const Order *order = user_data;
  int result = 0;

  if (order->sort == RUTTER_TARGET_SORT_NAME)
    result = compare_missing (row->name[0] == '\0', other->name[0] == '\0');
  else if (order->sort == RUTTER_TARGET_SORT_SPEED)
    result = compare_missing (isnan (row->speed_kn), isnan (other->speed_kn));
  if (result != 0)
    return result;

  result = compare_values (row, other, order->sort);
  if (result == 0)
    result = compare_values (row, other, RUTTER_TARGET_SORT_MMSI);
  return order->is_reversed ? -result : result;
}

/* @rows: (element-type RutterTargetRow) */
void
rutter_target_row_sort (GArray           *rows,
                        RutterTargetSort  sort,
                        gboolean          is_reversed)
{
  Order order = { sort, is_reversed };

  g_array_sort_with_data (rows, compare_rows, &order);
}
