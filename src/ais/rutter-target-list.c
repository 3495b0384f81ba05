/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-list.h"

#include "rutter-mid.h"

struct _RutterTargetList
{
  GArray      *rows;      /* RutterTargetListRow */
  guint32     *by_mmsi;   /* indexes of rows in the order of their MMSIs; made by sorting */
  guint        n_all;
  RutterFleet *fleet;     /* NULL: nothing is matched */
};

typedef struct
{
  RutterTargetList         *list;
  const RutterTargetFilter *filter;
  gint64                    now_us;
} Filling;

typedef struct
{
  RutterTargetColumn  column;
  gboolean            descending;
} Order;

static void
free_list (gpointer data)
{
  RutterTargetList *self = data;

  g_array_unref (self->rows);
  g_free (self->by_mmsi);
  rutter_fleet_unref (self->fleet);
}

static void
add_target (const RutterTarget *target,
            const RutterTrack  *track,
            gpointer            user_data)
{
  Filling *filling = user_data;
  RutterTargetListRow row = { .vessel = 0 };

  filling->list->n_all++;
  if (filling->filter != NULL && !rutter_target_filter_takes (filling->filter, target))
    return;

  rutter_target_row_init (&row.target, target, filling->now_us);
  if (filling->list->fleet != NULL)
    row.vessel = rutter_fleet_find (filling->list->fleet, target);
  g_array_append_val (filling->list->rows, row);
}

/**
 * rutter_target_list_new:
 * @table: on its own thread
 * @filter: (nullable): %NULL takes every target
 * @fleet: (nullable): the vessels to match
 */
RutterTargetList *
rutter_target_list_new (RutterTargetTable        *table,
                        const RutterTargetFilter *filter,
                        RutterFleet              *fleet)
{
  RutterTargetList *self = g_atomic_rc_box_new0 (RutterTargetList);
  Filling filling = { self, filter, g_get_real_time () };

  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (RutterTargetListRow),
                                  rutter_target_table_count (table));
  self->fleet = fleet != NULL ? rutter_fleet_ref (fleet) : NULL;
  rutter_target_table_foreach (table, add_target, &filling);

  return self;
}

RutterTargetList *
rutter_target_list_ref (RutterTargetList *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rutter_target_list_unref (RutterTargetList *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, free_list);
}

/* What is not known comes last, whichever way it is sorted. */
static gboolean
is_missing (const RutterTargetListRow *row,
            RutterTargetColumn         column)
{
  switch (column)
    {
    case RUTTER_TARGET_COLUMN_NAME:
      return row->target.name[0] == '\0';
    case RUTTER_TARGET_COLUMN_IMO:
      return row->target.imo == 0;
    case RUTTER_TARGET_COLUMN_FLAG:
      return rutter_mid_get_territory (rutter_mmsi_get_mid (row->target.mmsi)) == NULL;
    case RUTTER_TARGET_COLUMN_TYPE:
      return row->target.ship_type == 0;
    case RUTTER_TARGET_COLUMN_SPEED:
      return isnan (row->target.speed_kn);
    case RUTTER_TARGET_COLUMN_COURSE:
      return isnan (row->target.course_deg);
    case RUTTER_TARGET_COLUMN_DESTINATION:
      return row->target.destination[0] == '\0';
    case RUTTER_TARGET_COLUMN_MATCH:
      return row->vessel == 0;
    case RUTTER_TARGET_COLUMN_MMSI:
    case RUTTER_TARGET_COLUMN_HEARD:
    case RUTTER_TARGET_COLUMN_FEED:
    case RUTTER_N_TARGET_COLUMN:
    default:
      return FALSE;
    }
}

static int
compare_numbers (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static int
compare_values (const RutterTargetRow *a,
                const RutterTargetRow *b,
                RutterTargetColumn     column)
{
  switch (column)
    {
    case RUTTER_TARGET_COLUMN_NAME:
      return strcmp (a->name, b->name);
    case RUTTER_TARGET_COLUMN_IMO:
      return compare_numbers (a->imo, b->imo);
    case RUTTER_TARGET_COLUMN_FLAG:
      return strcmp (rutter_mid_get_territory (rutter_mmsi_get_mid (a->mmsi)),
                     rutter_mid_get_territory (rutter_mmsi_get_mid (b->mmsi)));
    case RUTTER_TARGET_COLUMN_TYPE:
      return a->ship_type - b->ship_type;
    case RUTTER_TARGET_COLUMN_SPEED:
      return compare_numbers (a->speed_kn, b->speed_kn);
    case RUTTER_TARGET_COLUMN_COURSE:
      return compare_numbers (a->course_deg, b->course_deg);
    case RUTTER_TARGET_COLUMN_DESTINATION:
      return strcmp (a->destination, b->destination);
    case RUTTER_TARGET_COLUMN_HEARD:
      return (a->heard_us < b->heard_us) - (a->heard_us > b->heard_us);
    case RUTTER_TARGET_COLUMN_FEED:
      return a->feed - b->feed;
    case RUTTER_TARGET_COLUMN_MATCH:
    case RUTTER_TARGET_COLUMN_MMSI:
    case RUTTER_N_TARGET_COLUMN:
    default:
      return 0;
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const RutterTargetListRow *row = a, *other = b;
  const Order *order = user_data;
  int result = is_missing (row, order->column) - is_missing (other, order->column);

  if (result != 0)
    return result;

  if (!is_missing (row, order->column))
    result = compare_values (&row->target, &other->target, order->column);
  if (result == 0)
    result = (row->target.mmsi > other->target.mmsi) - (row->target.mmsi < other->target.mmsi);
  return order->descending ? -result : result;
}

static int
compare_mmsis (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  GArray *rows = user_data;
  guint32 mmsi = g_array_index (rows, RutterTargetListRow, *(const guint32 *)a).target.mmsi;
  guint32 other = g_array_index (rows, RutterTargetListRow, *(const guint32 *)b).target.mmsi;

  return (mmsi > other) - (mmsi < other);
}

/* Once, before it is shown: in a worker. */
void
rutter_target_list_sort (RutterTargetList   *self,
                         RutterTargetColumn  column,
                         gboolean            descending)
{
  Order order = { column, descending };

  g_array_sort_with_data (self->rows, compare_rows, &order);
  g_free (self->by_mmsi);
  self->by_mmsi = g_new (guint32, MAX (self->rows->len, 1));
  for (guint i = 0; i < self->rows->len; i++)
    self->by_mmsi[i] = i;
  g_qsort_with_data (self->by_mmsi, (int)self->rows->len, sizeof (guint32), compare_mmsis,
                     self->rows);
}

guint
rutter_target_list_get_n (const RutterTargetList *self)
{
  return self->rows->len;
}

guint
rutter_target_list_get_n_all (const RutterTargetList *self)
{
  return self->n_all;
}

const RutterTargetListRow *
rutter_target_list_get_row (const RutterTargetList *self,
                            guint                   i)
{
  g_return_val_if_fail (i < self->rows->len, NULL);

  return &g_array_index (self->rows, RutterTargetListRow, i);
}

/* @vessel: of a row. Returns: (nullable): what the catalogue calls it */
const char *
rutter_target_list_get_title (const RutterTargetList *self,
                              guint32                 vessel)
{
  return vessel != 0 && self->fleet != NULL ? rutter_fleet_get_title (self->fleet, vessel - 1)
                                            : NULL;
}

/* Returns: whether there is a row of @mmsi, and which; in a list that was sorted */
gboolean
rutter_target_list_find (const RutterTargetList *self,
                         guint32                 mmsi,
                         guint                  *i)
{
  guint low = 0;
  guint high = self->by_mmsi != NULL ? self->rows->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      guint32 at = self->by_mmsi[middle];
      guint32 other = rutter_target_list_get_row (self, at)->target.mmsi;

      if (mmsi == other)
        {
          *i = at;
          return TRUE;
        }
      if (mmsi < other)
        high = middle;
      else
        low = middle + 1;
    }

  return FALSE;
}
