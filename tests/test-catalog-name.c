/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-name.h"

static void
test_proposed (void)
{
  static const struct
  {
    const char *path;
    const char *expected;
  } cases[] = {
    { "/home/a/catalogue.gpkg", "catalogue.rutter.gpkg" },
    { "/home/a/Caspian 2023.GPKG", "Caspian 2023.rutter.gpkg" },
    { "/home/a/caspian.rutter.gpkg", "copy-of-caspian.rutter.gpkg" },
    { "/home/a/no ending", "no ending.rutter.gpkg" },
    { "/home/a/.gpkg", ".gpkg.rutter.gpkg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = rutter_catalog_name_propose (cases[i].path);
      g_autofree char *complete = rutter_catalog_name_complete (name);

      g_assert_cmpstr (name, ==, cases[i].expected);
      g_assert_cmpstr (complete, ==, name);
    }
}

static void
test_completed (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
  } cases[] = {
    { "/tmp/mine", "/tmp/mine.rutter.gpkg" },
    { "/tmp/mine.v2", "/tmp/mine.v2.rutter.gpkg" },
    { "/tmp/mine.gpkg", "/tmp/mine.gpkg" },
    { "/tmp/mine.Gpkg", "/tmp/mine.Gpkg" },
    { "/tmp/mine.rutter.gpkg", "/tmp/mine.rutter.gpkg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *complete = rutter_catalog_name_complete (cases[i].typed);

      g_assert_cmpstr (complete, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog-name/proposed", test_proposed);
  g_test_add_func ("/catalog-name/completed", test_completed);

  return g_test_run ();
}
