/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-records.h"
#include "rutter-legend.h"
#include "rutter-table-maker.h"
#include "rutter-table-model.h"

static void
add (RutterTable  *table,
     const char   *uid,
     const char   *title,
     const char   *date,
     int           first_day,
     RutterStatus  status,
     gboolean      denied,
     guint         n_claims)
{
  RutterTableRow row = {
    .uid = uid, .title = title, .kind = "Event", .kind_id = "event",
    .detail_id = "port-call", .layer_title = "Incidents",
    .date = date, .edtf = date, .actors = NULL, .layer = RUTTER_LAYER_INCIDENTS, .status = status,
    .denied = denied, .n_claims = n_claims, .first_day = first_day, .last_day = first_day,
  };

  rutter_table_add (table, &row);
}

static RutterTable *
make_table (void)
{
  RutterTable *table = rutter_table_new ();

  add (table, "a", "Emile", "2022", 18993, RUTTER_STATUS_REPORTED, TRUE, 3);
  add (table, "b", "zulu", NULL, 0, RUTTER_STATUS_DENIED, TRUE, 12);
  add (table, "c", "Alpha, \"first\"", "1999", 10592, RUTTER_STATUS_REPORTED, FALSE, 3);
  add (table, "d", "edgar", "2021", 18628, RUTTER_STATUS_CONFIRMED, FALSE, 1);

  return table;
}

static char *
list_uids (RutterTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rutter_table_get_n_rows (table); i++)
    g_string_append (text, rutter_table_get_row (table, i)->uid);

  return g_string_free (text, FALSE);
}

static void
test_sort (void)
{
  static const struct
  {
    RutterColumn  column;
    gboolean      descending;
    const char   *expected;
  } cases[] = {
    { RUTTER_COLUMN_TITLE, FALSE, "cdab" },
    { RUTTER_COLUMN_TITLE, TRUE, "badc" },
    { RUTTER_COLUMN_CLAIMS, FALSE, "dacb" },
    { RUTTER_COLUMN_CLAIMS, TRUE, "bacd" },   /* equals keep their order */
    { RUTTER_COLUMN_STATUS, FALSE, "bcad" },  /* the denied one of two reported after the other */
    { RUTTER_COLUMN_DATE, FALSE, "cdab" },    /* what has no date is last ... */
    { RUTTER_COLUMN_DATE, TRUE, "adcb" },     /* ... either way */
    { RUTTER_COLUMN_ACTORS, TRUE, "abcd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterTable) table = make_table ();
      g_autofree char *uids = NULL;

      g_test_message ("%s, %d", rutter_column_get_title (cases[i].column), cases[i].descending);
      rutter_table_sort (table, cases[i].column, cases[i].descending);
      uids = list_uids (table);
      g_assert_cmpstr (uids, ==, cases[i].expected);
    }
}

static void
test_csv (void)
{
  g_autoptr(RutterTable) table = make_table ();
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *some = NULL;
  g_autofree char *all = rutter_table_to_csv (table, NULL);
  g_auto(GStrv) lines = g_strsplit (all, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_array_append_vals (rows, (guint[]) { 2, 99 }, 2);
  some = rutter_table_to_csv (table, rows);
  g_assert_cmpstr (some, ==,
                   "uid,title,kind,detail,layer,status,denied,date,actors,claims\r\n"
                   "c,\"Alpha, \"\"first\"\"\",event,port-call,incidents,reported,no,1999,,3\r\n");
}

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     guint      *counts)
{
  counts[0] = removed;
  counts[1] = added;
}

static void
test_model (void)
{
  RutterTableModel *model = rutter_table_model_new ();
  g_autoptr(RutterTable) table = make_table ();
  RutterTableItem *item;
  g_autofree char *status = NULL;
  g_autofree char *sentence = NULL;
  guint counts[2] = { 9, 9 };

  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed_cb), counts);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 0));
  rutter_table_model_set_table (model, table);
  g_assert_cmpuint (counts[0], ==, 0);
  g_assert_cmpuint (counts[1], ==, 4);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 4));

  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  status = rutter_table_item_dup_text (item, RUTTER_COLUMN_STATUS);
  g_assert_cmpstr (status, ==, "Reported, denied");
  sentence = rutter_table_item_describe (item);
  g_assert_cmpstr (sentence, ==, "Event; Incidents; Reported, denied; 2022; 3 claims");

  /* The same rows again are no news; a row in the middle is one row's. */
  counts[0] = counts[1] = 9;
  {
    g_autoptr(RutterTable) same = make_table ();

    rutter_table_model_set_table (model, same);
  }
  g_assert_cmpuint (counts[1], ==, 9);
  {
    g_autoptr(RutterTable) longer = rutter_table_new ();

    for (guint i = 0; i < 4; i++)
      {
        if (i == 2)
          add (longer, "x", "new", "2020", 18262, RUTTER_STATUS_ALLEGED, FALSE, 1);
        rutter_table_add (longer, rutter_table_get_row (table, i));
      }
    rutter_table_model_set_table (model, longer);
    g_assert_cmpuint (counts[0], ==, 0);
    g_assert_cmpuint (counts[1], ==, 1);
    rutter_table_model_set_table (model, table);
  }

  /* An item that is still held reads its own table after the model has another. */
  rutter_table_model_set_table (model, NULL);
  g_assert_cmpuint (counts[0], ==, 4);
  g_assert_cmpstr (rutter_table_item_get_row (item)->uid, ==, "a");
  g_assert_finalize_object (item);
  g_assert_finalize_object (model);
}

static void
test_find (void)
{
  g_autoptr(RutterTable) table = make_table ();
  guint index;

  g_assert_true (rutter_table_find (table, "d", &index));
  g_assert_cmpuint (index, ==, 3);
  g_assert_false (rutter_table_find (table, "e", &index));
  g_assert_false (rutter_table_find (table, NULL, &index));
}

/* As many rows of each layer as the legend counts, in view and in all. */
static void
check_counts (RutterRecords *records,
              guint          layers,
              RutterView    *view)
{
  g_autoptr(RutterPicture) picture = NULL;
  g_autoptr(RutterLegend) legend = NULL;
  g_autoptr(RutterTable) shown = NULL;
  g_autoptr(RutterTable) all = NULL;
  guint n_shown[RUTTER_N_LAYER] = { 0 };
  RutterFilter filter;

  rutter_filter_init (&filter);
  filter.layers = layers;
  picture = rutter_atlas_build_picture (records, &filter);
  legend = rutter_legend_new (records, picture, view);
  shown = rutter_table_make (records, &filter, picture, view);
  all = rutter_table_make (records, &filter, picture, NULL);
  rutter_filter_clear (&filter);

  for (guint i = 0; i < rutter_table_get_n_rows (shown); i++)
    n_shown[rutter_table_get_row (shown, i)->layer]++;
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    g_assert_cmpuint (n_shown[i], ==, rutter_legend_get_layer (legend, i)->n_in_view);

  g_assert_cmpuint (rutter_table_get_n_total (shown), ==, rutter_table_get_n_rows (all));
  g_assert_cmpuint (rutter_table_get_n_total (all), ==, rutter_table_get_n_rows (all));
  if (g_bit_storage (layers) == 1u + g_bit_nth_lsf (layers, -1))
    g_assert_cmpuint (rutter_table_get_n_rows (all), ==,
                      rutter_legend_get_layer (legend, g_bit_nth_lsf (layers, -1))->n_total);
  else
    g_assert_cmpuint (rutter_table_get_n_rows (shown), >, 0);
}

static void
test_counts (void)
{
  g_autoptr(RutterRecords) small = fixture_records_new ();
  g_autoptr(RutterRecords) starter = fixture_records_new_starter ();
  RutterView views[] = {
    { { 0.5, 0.5 }, 1, 0, 512, 512, 1 },
    { rutter_mercator_project ((RutterLonLat) { 50, 40 }), 4, 0, 900, 600, 1 },
    { { 1.0, 0.45 }, 3, 0, 900, 600, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      check_counts (starter, (1u << RUTTER_N_LAYER) - 1, &views[i]);
      for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
        {
          check_counts (starter, 1u << layer, &views[i]);
          check_counts (small, 1u << layer, &views[i]);
        }
    }
}

static void
test_row (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new ();
  g_autoptr(RutterPicture) picture = NULL;
  g_autoptr(RutterTable) table = NULL;
  RutterFilter filter;

  rutter_filter_init (&filter);
  filter.layers = 1u << RUTTER_LAYER_TRANSFERS;
  picture = rutter_atlas_build_picture (records, &filter);
  table = rutter_table_make (records, &filter, picture, NULL);
  rutter_filter_clear (&filter);
  rutter_table_sort (table, RUTTER_COLUMN_TITLE, FALSE);
  for (guint i = 0; i < rutter_table_get_n_rows (table); i++)
    {
      const RutterTableRow *row = rutter_table_get_row (table, i);
      const RutterObject *object = rutter_records_find (records, row->uid);

      g_test_message ("%s | %s | %s | %s | %s | %u", row->uid, row->kind, row->date, row->edtf,
                      row->actors, row->n_claims);
      g_assert_cmpstr (row->title, ==, object->title);
      g_assert_cmpstr (row->layer_title, ==, "Transfers");
      g_assert_cmpuint (row->n_claims, >, 0);
      g_assert_true ((*row->date == '\0') == (*row->edtf == '\0'));
    }
}

/* Of a vessel the list says what she is said to have done, as her details do. */
static void
test_vessels (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new_starter ();
  g_autoptr(RutterPicture) picture = NULL;
  RutterView view = { { 0.5, 0.5 }, 1, 0, 512, 512, 1 };
  guint n_checked = 0;
  RutterFilter filter;

  rutter_filter_init (&filter);
  picture = rutter_atlas_build_picture (records, &filter);
  for (guint scope = 0; scope < 2; scope++)
    {
      g_autoptr(RutterTable) table = rutter_table_make (records, &filter, picture,
                                                        scope == 0 ? &view : NULL);

      for (guint i = 0; i < rutter_table_get_n_rows (table); i++)
        {
          const RutterTableRow *row = rutter_table_get_row (table, i);
          const RutterObject *object = rutter_records_find (records, row->uid);
          const RutterVessel *vessel = object->row;

          if (object->kind != RUTTER_KIND_VESSEL || !vessel->has_role_status)
            continue;

          g_assert_cmpint (row->status, ==, vessel->role_status);
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >, 0);
  rutter_filter_clear (&filter);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/sort", test_sort);
  g_test_add_func ("/table/csv", test_csv);
  g_test_add_func ("/table/model", test_model);
  g_test_add_func ("/table/find", test_find);
  g_test_add_func ("/table/counts", test_counts);
  g_test_add_func ("/table/row", test_row);
  g_test_add_func ("/table/vessels", test_vessels);

  return g_test_run ();
}
