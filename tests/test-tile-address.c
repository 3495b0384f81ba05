/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-tile-address.h"

#include "rutter-error.h"

static void
test_good (void)
{
  static const struct
  {
    const char *pattern, *host, *uri; /* of tile 3/1/2 */
    gboolean    is_encrypted, is_keepable;
  } cases[] = {
    { "https://tiles.example.org/{z}/{x}/{y}.png", "tiles.example.org",
      "https://tiles.example.org/3/1/2.png", TRUE, TRUE },
    { "  HTTP://Tiles.Example.org:8080/a/{z}/{x}/{-y}.jpg\n", "tiles.example.org",
      "HTTP://Tiles.Example.org:8080/a/3/1/5.jpg", FALSE, TRUE },
    { "https://[::1]/{z}-{x}-{y}", "::1", "https://[::1]/3-1-2", TRUE, TRUE },
    { "https://a.test/t?z={z}&x={x}&y={y}&again={z}&key=x", "a.test",
      "https://a.test/t?z=3&x=1&y=2&again=3&key=x", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(RutterTileAddress) address =
        rutter_tile_address_new (cases[i].pattern, " © Makers\n", 40, &error);
      g_autoptr(RutterTileAddress) copy = NULL;
      g_autofree char *uri = NULL;

      g_test_message ("%s", cases[i].pattern);
      g_assert_no_error (error);
      copy = rutter_tile_address_copy (address);
      uri = rutter_tile_address_make_uri (copy, 3, 1, 2);
      g_assert_cmpstr (uri, ==, cases[i].uri);
      g_assert_cmpstr (copy->host, ==, cases[i].host);
      g_assert_cmpstr (copy->attribution, ==, "© Makers");
      g_assert_cmpuint (copy->max_zoom, ==, RUTTER_MOST_TILE_ZOOM);
      g_assert_true (rutter_tile_address_is_encrypted (copy) == cases[i].is_encrypted);
      g_assert_true (rutter_tile_address_is_keepable (copy) == cases[i].is_keepable);
    }
}

static void
test_bad (void)
{
  static const char *const patterns[] = {
    "", "tiles", "https://a.test", "https://a.test/", "https://a.test/{z}/{x}",
    "https://a.test/{z}/{x}/{y}/{-y}", "https://{s}.a.test/{z}/{x}/{y}",
    "https://{z}.a.test/{z}/{x}/{y}", "https://a.test/{s}/{z}/{x}/{y}",
    "https://a.test/{z}/{x}/{y}}", "https://a.test/{z}/{x}/{y", "ftp://a.test/{z}/{x}/{y}",
    "file:///{z}/{x}/{y}", "https:///{z}/{x}/{y}", "https://me:pw@a.test/{z}/{x}/{y}",
    "https://a.test/{z}/{x}/{y}#part", "https://a b/{z}/{x}/{y}", "\xff://a/{z}/{x}/{y}",
    "javascript://a/{z}/{x}/{y}",
  };
  g_autofree char *text = g_strnfill (3000, 'a');
  g_autofree char *much = g_strconcat ("https://a.test/{z}/{x}/{y}/", text, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_test_message ("%s", patterns[i]);
      g_assert_null (rutter_tile_address_new (patterns[i], "Makers", 19, &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
      g_clear_error (&error);
    }

  g_assert_null (rutter_tile_address_new (much, "Makers", 19, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (rutter_tile_address_new (much, "Makers", 19, NULL));

  g_assert_null (rutter_tile_address_new ("https://a.test/{z}/{x}/{y}", " \n", 19, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (rutter_tile_address_new ("https://a.test/{z}/{x}/{y}", text, 19, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-address/good", test_good);
  g_test_add_func ("/tile-address/bad", test_bad);

  return g_test_run ();
}
