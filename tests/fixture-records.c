/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-records.h"

#include "rutter-catalog.h"
#include "rutter-starter.h"

#include <glib/gstdio.h>

static RutterRecords *
load (const char *path)
{
  g_autoptr(GError) error = NULL;
  RutterRecords *records = rutter_catalog_load (path, RUTTER_CATALOG_FOREIGN, &error);

  g_assert_no_error (error);
  g_assert_nonnull (records);
  return records;
}

RutterRecords *
fixture_records_new (void)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "atlas", NULL);
  g_autofree char *folder = g_dir_make_tmp ("rutter-atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "small.gpkg", NULL);
  g_autoptr(GError) error = NULL;
  RutterRecords *records;

  rutter_starter_compile (source, path, &error);
  g_assert_no_error (error);
  records = load (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return records;
}

RutterRecords *
fixture_records_new_starter (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "starter.gpkg", NULL);

  return load (path);
}
