/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-coordinates.h"

#include <locale.h>
#include <math.h>

static void
test_forms (void)
{
  static const struct
  {
    const char  *label;
    RutterLonLat position;
    const char  *decimal;
    const char  *minutes;
  } cases[] = {
    { "Baku", { 49.8671, 40.4093 }, "49.86710, 40.40930", "40°24.558′ N, 049°52.026′ E" },
    { "all south and west", { -70.5, -0.25 }, "-70.50000, -0.25000",
      "00°15.000′ S, 070°30.000′ W" },
    { "the origin", { 0, 0 }, "0.00000, 0.00000", "00°00.000′ N, 000°00.000′ E" },
    { "a hair from the origin", { -1e-9, -1e-9 }, "0.00000, 0.00000",
      "00°00.000′ N, 000°00.000′ E" },
    { "minutes that round to a degree", { 9.9999999, -39.9999999 }, "10.00000, -40.00000",
      "40°00.000′ S, 010°00.000′ E" },
    { "North Pole", { 12, 90 }, "12.00000, 90.00000", "90°00.000′ N, 012°00.000′ E" },
    { "South Pole", { 0, -90 }, "0.00000, -90.00000", "90°00.000′ S, 000°00.000′ E" },
    { "date line from the east", { 180, 1 }, "180.00000, 1.00000",
      "01°00.000′ N, 180°00.000′ E" },
    { "date line from the west", { -180, 1 }, "180.00000, 1.00000",
      "01°00.000′ N, 180°00.000′ E" },
    { "all but the date line", { -179.9999999, 1 }, "180.00000, 1.00000",
      "01°00.000′ N, 180°00.000′ E" },
    { "beyond the date line", { 181, 0 }, "-179.00000, 0.00000",
      "00°00.000′ N, 179°00.000′ W" },
    { "two worlds away", { 770, 0 }, "50.00000, 0.00000", "00°00.000′ N, 050°00.000′ E" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *decimal = rutter_coordinates_to_decimal (cases[i].position);
      g_autofree char *minutes = rutter_coordinates_to_minutes (cases[i].position);

      g_test_message ("%s", cases[i].label);
      g_assert_cmpstr (decimal, ==, cases[i].decimal);
      g_assert_cmpstr (minutes, ==, cases[i].minutes);
    }
}

static void
test_no_position (void)
{
  static const RutterLonLat cases[] = {
    { NAN, 0 }, { 0, NAN }, { INFINITY, 0 }, { 0, 90.5 }, { 0, -INFINITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (rutter_coordinates_to_decimal (cases[i]));
      g_assert_null (rutter_coordinates_to_minutes (cases[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  /* Where a comma parts the decimals, when the machine knows such a place. */
  setlocale (LC_ALL, "de_DE.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coordinates/forms", test_forms);
  g_test_add_func ("/coordinates/no-position", test_no_position);

  return g_test_run ();
}
