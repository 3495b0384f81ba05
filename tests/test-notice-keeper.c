/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-notice-keeper.h"

#include "catalog-folder.h"
#include "fixture-records.h"
#include "rutter-catalog.h"
#include "rutter-day-range.h"

static void
open_filter (RutterFilter *filter)
{
  rutter_filter_init (filter);
  filter->layers = (1u << RUTTER_N_LAYER) - 1;
  g_clear_pointer (&filter->actors, g_strfreev);
  filter->first_day = RUTTER_DAY_RANGE_ALL.first;
  filter->last_day = RUTTER_DAY_RANGE_ALL.last;
}

static RutterNotice
choose (RutterRecords *records,
        RutterFilter  *filter)
{
  RutterPicture *picture = rutter_atlas_build_picture (records, filter);
  RutterNotice notice = rutter_notice_choose (records, picture, filter);

  rutter_picture_unref (picture);
  return notice;
}

/* Which of the three filters hides all, alone, the notice is the same and never "empty". */
static void
test_hidden (void)
{
  g_autoptr(RutterRecords) records = fixture_records_new ();
  RutterFilter filter;

  open_filter (&filter);
  g_assert_cmpint (choose (records, &filter), ==, RUTTER_NOTICE_NONE);

  filter.layers = 0;
  g_assert_cmpint (choose (records, &filter), ==, RUTTER_NOTICE_HIDDEN);
  rutter_filter_clear (&filter);

  open_filter (&filter);
  filter.actors = g_strsplit ("nobody", " ", -1);
  g_assert_cmpint (choose (records, &filter), ==, RUTTER_NOTICE_HIDDEN);
  rutter_filter_clear (&filter);

  open_filter (&filter);
  filter.layers = 1u << RUTTER_LAYER_INCIDENTS;
  filter.first_day = filter.last_day = -200000;
  g_assert_cmpint (choose (records, &filter), ==, RUTTER_NOTICE_HIDDEN);
  rutter_filter_clear (&filter);
}

/* The catalogue of this test has a topic and nothing with a place; without it, nothing at all. */
static void
test_nothing_to_draw (void)
{
  static const struct
  {
    const char   *sql;
    RutterNotice  expected;
  } cases[] = {
    { "SELECT 1", RUTTER_NOTICE_NO_PLACE },
    { "DELETE FROM citation; DELETE FROM claim; DELETE FROM topic; DELETE FROM source; "
      "DELETE FROM object", RUTTER_NOTICE_EMPTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = catalog_folder_make_catalog ("own.gpkg", cases[i].sql);
      g_autoptr(GError) error = NULL;
      g_autoptr(RutterRecords) records = rutter_catalog_load (path, RUTTER_CATALOG_OWN, &error);
      RutterFilter filter;

      g_assert_no_error (error);
      open_filter (&filter);
      g_assert_cmpint (choose (records, &filter), ==, cases[i].expected);
      rutter_filter_clear (&filter);
      catalog_folder_empty ();
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  catalog_folder_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice-keeper/hidden", test_hidden);
  g_test_add_func ("/notice-keeper/nothing-to-draw", test_nothing_to_draw);
  status = g_test_run ();
  catalog_folder_clear ();

  return status;
}
