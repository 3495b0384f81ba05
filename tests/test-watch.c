/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-watch.h"

#include <glib/gstdio.h>

#define IMO 9074729
#define OTHER_IMO 9319466

static const RutterLonLat square[] = { { 48, 40 }, { 50, 40 }, { 50, 42 }, { 48, 42 } };

static void
test_identity (void)
{
  g_autoptr(RutterWatch) by_both = rutter_watch_new_vessel ("A", IMO, 273000002, 0);
  g_autoptr(RutterWatch) by_mmsi = rutter_watch_new_vessel ("A", 0, 273000002, 0);

  g_assert_true (rutter_watch_means (by_both, IMO, 111111111));
  g_assert_true (rutter_watch_means (by_both, 0, 273000002));
  g_assert_false (rutter_watch_means (by_both, OTHER_IMO, 273000002));
  g_assert_false (rutter_watch_means (by_both, 0, 0));
  g_assert_true (rutter_watch_means (by_mmsi, OTHER_IMO, 273000002));
  g_assert_false (rutter_watch_means (by_mmsi, OTHER_IMO, 273000003));
}

typedef struct
{
  double    lon, lat;
  gboolean  is_held;
} Spot;

static void
check_spots (RutterWatch *watch,
             const Spot  *spots,
             guint        n_spots)
{
  for (guint i = 0; i < n_spots; i++)
    {
      RutterLonLat position = { spots[i].lon, spots[i].lat };

      g_test_message ("%g %g", spots[i].lon, spots[i].lat);
      g_assert_cmpint (rutter_watch_holds (watch, position), ==, spots[i].is_held);
    }
}

static void
test_shapes (void)
{
  /* Over the date line, wrapped as a file may have it; and a horseshoe. */
  const RutterLonLat bering[] = { { 170, 60 }, { -170, 60 }, { -170, 66 }, { 170, 66 } };
  const RutterLonLat horseshoe[] = {
    { 0, 0 }, { 9, 0 }, { 9, 9 }, { 6, 9 }, { 6, 3 }, { 3, 3 }, { 3, 9 }, { 0, 9 },
  };
  const RutterLonLat strait[] = { { 29.0, 41.0 }, { 29.0, 41.2 } };
  const Spot in_bering[] = {
    { 175, 63, TRUE }, { -175, 63, TRUE }, { 180, 63, TRUE }, { -180, 63, TRUE },
    { 165, 63, FALSE }, { -165, 63, FALSE }, { 0, 63, FALSE }, { 175, 67, FALSE },
    { 535, 63, TRUE },
  };
  const Spot in_horseshoe[] = {
    { 1, 8, TRUE }, { 8, 8, TRUE }, { 4.5, 1, TRUE }, { 4.5, 8, FALSE }, { -1, 8, FALSE },
  };
  /* 5 km are 0.0596 degrees of longitude at 41.1 N and 0.045 of latitude. */
  const Spot at_strait[] = {
    { 29.058, 41.1, TRUE }, { 29.061, 41.1, FALSE }, { 28.942, 41.1, TRUE },
    { 28.939, 41.1, FALSE }, { 29.0, 41.244, TRUE }, { 29.0, 41.246, FALSE },
    { 29.0, 40.956, TRUE }, { 29.05, 41.24, FALSE },
  };
  g_autoptr(RutterWatch) sea = rutter_watch_new_shape (RUTTER_WATCH_AREA, "B", bering, 4, 0);
  g_autoptr(RutterWatch) bent = rutter_watch_new_shape (RUTTER_WATCH_AREA, "H", horseshoe, 8, 0);
  g_autoptr(RutterWatch) narrow = rutter_watch_new_shape (RUTTER_WATCH_PASSAGE, "P", strait, 2, 0);

  check_spots (sea, in_bering, G_N_ELEMENTS (in_bering));
  check_spots (bent, in_horseshoe, G_N_ELEMENTS (in_horseshoe));
  check_spots (narrow, at_strait, G_N_ELEMENTS (at_strait));
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rutter-watch-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "watches", NULL);
  g_autoptr(GPtrArray) watches = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                 rutter_watch_unref);
  g_autoptr(GPtrArray) none = NULL, read = NULL;
  g_autoptr(GError) error = NULL;

  none = rutter_watch_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  g_ptr_array_add (watches, rutter_watch_new_vessel ("Леди; [R]", IMO, 273000002, 90));
  g_ptr_array_add (watches, rutter_watch_new_vessel ("=B", 0, 273000002, 0));
  g_ptr_array_add (watches, rutter_watch_new_shape (RUTTER_WATCH_AREA, "Square", square, 4,
                                                    RUTTER_WATCH_ANYONE));
  g_ptr_array_add (watches, rutter_watch_new_shape (RUTTER_WATCH_PASSAGE, "Suez", square, 2,
                                                    RUTTER_WATCH_CATALOGUE));
  g_assert_true (rutter_watch_save (watches, path, &error));
  read = rutter_watch_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, watches->len);
  for (guint i = 0; i < watches->len; i++)
    g_assert_true (rutter_watch_is_same (watches->pdata[i], read->pdata[i]));

  g_remove (path);
  g_rmdir (folder);
  g_assert_false (rutter_watch_save (watches, path, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
}

static void
test_damaged_file (void)
{
  static const char *const texts[] = {
    "no group", "[watch 1]\nkind=tree\ntitle=A\n", "[watch 1]\nkind=vessel\ntitle=A\n",
    "[watch 1]\nkind=vessel\ntitle=A\nimo=9074728\n",
    "[watch 1]\nkind=vessel\ntitle=A\nmmsi=-1\n", "[watch 1]\nkind=vessel\ntitle=\nmmsi=1\n",
    "[watch 1]\nkind=vessel\ntitle=A\nmmsi=1\nsilence-min=99999999999999999999\n",
    "[watch 1]\nkind=area\ntitle=A\nscope=anyone\npoints=1;2;3;4;\n",
    "[watch 1]\nkind=area\ntitle=A\nscope=anyone\npoints=1;2;3;4;5;\n",
    "[watch 1]\nkind=area\ntitle=A\nscope=anyone\npoints=1;2;3;4;5;nan;\n",
    "[watch 1]\nkind=area\ntitle=A\nscope=none\npoints=1;2;3;4;5;6;\n",
    "[watch 1]\nkind=passage\ntitle=A\nscope=watched\npoints=1;2;1e99;4;\n",
  };
  g_autofree char *folder = g_dir_make_tmp ("rutter-watch-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "watches", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_null (rutter_watch_load (path, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT);
    }

  g_remove (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  {
    g_autoptr(GError) error = NULL;

    g_assert_null (rutter_watch_load (path, &error));
    g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_READ);
  }
  g_rmdir (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/watch/identity", test_identity);
  g_test_add_func ("/watch/shapes", test_shapes);
  g_test_add_func ("/watch/file", test_file);
  g_test_add_func ("/watch/damaged-file", test_damaged_file);

  return g_test_run ();
}
