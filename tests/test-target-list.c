/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-model.h"

#define SECOND ((gint64)G_USEC_PER_SEC)

typedef struct
{
  guint32     mmsi, imo;
  int         ship_type;
  double      speed_kn;
  const char *name, *destination;
} Ship;

static const Ship ships[] = {
  { 273000001, 9161003, 70, 12, "BRAVO", "ZADAR" },
  { 211000002, 0, 0, NAN, "", "" },
  { 538000003, 9179842, 80, 3, "ALPHA", "AMBARLI" },
  { 422000004, 0, 37, 25, "CHARLIE", "" },
};

static void
hear (RutterTargetTable *table,
      const Ship        *ship,
      gint64             heard_s)
{
  RutterAisMessage identity = { .type = 5, .mmsi = ship->mmsi };
  RutterAisMessage motion = { .type = 1, .mmsi = ship->mmsi };

  identity.identity.imo = ship->imo;
  identity.identity.ship_type = ship->ship_type;
  g_strlcpy (identity.identity.name, ship->name, sizeof identity.identity.name);
  g_strlcpy (identity.identity.destination, ship->destination,
             sizeof identity.identity.destination);
  motion.motion.speed_kn = ship->speed_kn;
  motion.motion.course_deg = motion.motion.heading_deg = NAN;
  for (guint i = 0; i < 2; i++)
    rutter_target_table_hear (table, &identity, heard_s * SECOND, 1, FALSE, heard_s * SECOND);
  rutter_target_table_hear (table, &motion, heard_s * SECOND, 1, FALSE, heard_s * SECOND);
}

static RutterTargetTable *
make_table (void)
{
  RutterTargetTable *table = rutter_target_table_new (100);

  for (guint i = 0; i < G_N_ELEMENTS (ships); i++)
    hear (table, &ships[i], 1000 + i);

  return table;
}

static RutterFleet *
make_fleet (void)
{
  RutterFleet *fleet = rutter_fleet_new ();

  rutter_fleet_add_number (fleet, rutter_fleet_add (fleet, "vessel:angara", "Angara"), "imo",
                           "9179842");
  return fleet;
}

/* The last digit of each MMSI, in the order of the rows. */
static char *
read_order (GListModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(RutterTargetItem) item = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%u", rutter_target_item_get_mmsi (item) % 10);
    }

  return g_string_free (text, FALSE);
}

static RutterTargetList *
make_list (RutterTargetTable  *table,
           RutterFleet        *fleet,
           RutterTargetColumn  column,
           gboolean            descending)
{
  RutterTargetList *list = rutter_target_list_new (table, NULL, fleet);

  rutter_target_list_sort (list, column, descending);
  return list;
}

/* What is not known comes last both ways, and equals are in the order of their MMSIs. */
static void
test_orders (void)
{
  static const struct { RutterTargetColumn column; const char *up, *down; } cases[] = {
    { RUTTER_TARGET_COLUMN_NAME, "3142", "4132" }, { RUTTER_TARGET_COLUMN_MMSI, "2143", "3412" },
    { RUTTER_TARGET_COLUMN_IMO, "1324", "3142" }, { RUTTER_TARGET_COLUMN_FLAG, "2431", "1342" },
    { RUTTER_TARGET_COLUMN_TYPE, "4132", "3142" }, { RUTTER_TARGET_COLUMN_SPEED, "3142", "4132" },
    { RUTTER_TARGET_COLUMN_COURSE, "2143", "3412" },
    { RUTTER_TARGET_COLUMN_DESTINATION, "3124", "1342" },
    { RUTTER_TARGET_COLUMN_HEARD, "4321", "1234" }, { RUTTER_TARGET_COLUMN_FEED, "2143", "3412" },
    { RUTTER_TARGET_COLUMN_MATCH, "3214", "3412" },
  };
  g_autoptr(RutterTargetTable) table = make_table ();
  g_autoptr(RutterFleet) fleet = make_fleet ();

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, RUTTER_N_TARGET_COLUMN);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterTargetList) list = make_list (table, fleet, cases[i / 2].column, i % 2);
      g_autoptr(RutterTargetModel) model = rutter_target_model_new ();
      g_autofree char *order = NULL;

      rutter_target_model_set_list (model, list);
      order = read_order (G_LIST_MODEL (model));
      g_test_message ("%s", rutter_target_column_get_title (cases[i / 2].column));
      g_assert_cmpstr (order, ==, i % 2 ? cases[i / 2].down : cases[i / 2].up);
      for (guint j = 0; j < G_N_ELEMENTS (ships); j++)
        {
          guint at;

          g_assert_true (rutter_target_list_find (list, ships[j].mmsi, &at));
          g_assert_cmpuint (rutter_target_list_get_row (list, at)->target.mmsi, ==,
                            ships[j].mmsi);
        }
      g_assert_false (rutter_target_list_find (list, 7, &(guint) { 0 }));
    }
}

static void
test_filter (void)
{
  g_autoptr(RutterTargetTable) table = make_table ();
  g_autoptr(RutterTargetList) list = NULL;
  RutterTargetFilter filter;

  rutter_target_filter_init (&filter);
  g_strlcpy (filter.name, "alph", sizeof filter.name);
  list = rutter_target_list_new (table, &filter, NULL);
  rutter_target_list_sort (list, RUTTER_TARGET_COLUMN_NAME, FALSE);
  g_assert_cmpuint (rutter_target_list_get_n (list), ==, 1);
  g_assert_cmpuint (rutter_target_list_get_n_all (list), ==, 4);
  g_assert_null (rutter_target_list_get_title (list,
                                               rutter_target_list_get_row (list, 0)->vessel));
}

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static void
on_changed_cb (RutterTargetItem *item,
               guint            *n)
{
  ++*n;
}

/* While targets come and go: a row that is looked at stays the same object wherever it goes, only
 * what moved is announced, and what is told while it is held still moves nothing.
 */
static void
test_change (void)
{
  static const Ship late = { 244000005, 0, 0, NAN, "BETA", "" };
  g_autoptr(RutterTargetTable) table = make_table ();
  g_autoptr(RutterFleet) fleet = make_fleet ();
  g_autoptr(RutterTargetList) list = make_list (table, fleet, RUTTER_TARGET_COLUMN_NAME, FALSE);
  g_autoptr(RutterTargetList) more = NULL;
  g_autoptr(RutterTargetModel) model = rutter_target_model_new ();
  g_autoptr(RutterTargetItem) bravo = NULL;
  g_autoptr(RutterTargetItem) again = NULL;
  g_autoptr(GArray) targets = g_array_new (FALSE, FALSE, sizeof (RutterTarget));
  g_autoptr(GArray) seen = NULL;
  g_autofree char *text = NULL;
  g_autofree char *order = NULL;
  GString *log = g_string_new (NULL);
  RutterTarget target;
  guint n_changed = 0;

  rutter_target_model_set_list (model, list);
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed_cb), log);
  bravo = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_signal_connect (bravo, "changed", G_CALLBACK (on_changed_cb), &n_changed);

  /* Held still: a newcomer is not there, a known one says what is new. */
  hear (table, &late, 2000);
  target = *rutter_target_table_find (table, 273000001);
  target.speed_kn = 13;
  g_array_append_val (targets, target);
  target.mmsi = 244000005;
  g_array_append_val (targets, target);
  rutter_target_model_tell (model, targets);
  text = rutter_target_item_dup_text (bravo, RUTTER_TARGET_COLUMN_SPEED);
  g_assert_cmpstr (text, ==, "13.0 kn");
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (log->str, ==, "");
  seen = rutter_target_model_list_seen (model);
  g_assert_cmpuint (seen->len, ==, 1);

  /* No longer: the newcomer stands where it belongs, and the row that is looked at went on. */
  more = make_list (table, fleet, RUTTER_TARGET_COLUMN_NAME, FALSE);
  rutter_target_model_set_list (model, more);
  g_assert_cmpstr (log->str, ==, "1-0+1 ");
  again = g_list_model_get_item (G_LIST_MODEL (model), 2);
  g_assert_true (again == bravo);
  g_assert_cmpuint (n_changed, ==, 2);
  order = read_order (G_LIST_MODEL (model));
  g_assert_cmpstr (order, ==, "35142");

  /* The same rows again are no news but for what they say. */
  rutter_target_model_set_list (model, more);
  g_assert_cmpstr (log->str, ==, "1-0+1 ");
  g_clear_object (&again);
  g_clear_object (&bravo);
  g_array_unref (g_steal_pointer (&seen));
  seen = rutter_target_model_list_seen (model);
  g_assert_cmpuint (seen->len, ==, 0);
  rutter_target_model_set_list (model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_string_free (log, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target-list/orders", test_orders);
  g_test_add_func ("/target-list/filter", test_filter);
  g_test_add_func ("/target-list/change", test_change);

  return g_test_run ();
}
