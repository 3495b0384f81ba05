/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-mid.h"

/* From the ITU's table, a run's ends and the digits beside them among them. */
static void
test_territories (void)
{
  static const struct { guint mid; const char *territory; } cases[] = {
    { 0, NULL }, { 199, NULL }, { 200, NULL }, { 201, "AL" }, { 209, "CY" }, { 212, "CY" },
    { 217, NULL }, { 229, "MT" }, { 232, "GB" }, { 235, "GB" }, { 236, "GI" }, { 237, "GR" },
    { 241, "GR" }, { 255, "PT" }, { 271, "TR" }, { 272, "UA" }, { 273, "RU" }, { 274, "MK" },
    { 303, "US" }, { 304, "AG" }, { 334, "HN" }, { 335, NULL }, { 338, "US" }, { 351, "PA" },
    { 352, "PA" }, { 366, "US" }, { 369, "US" }, { 370, "PA" }, { 373, "PA" }, { 374, "PA" },
    { 412, "CN" }, { 414, "CN" }, { 416, "TW" }, { 422, "IR" }, { 431, "JP" }, { 440, "KR" },
    { 441, "KR" }, { 445, "KP" }, { 468, "SY" }, { 470, "AE" }, { 471, "AE" }, { 477, "HK" },
    { 501, "FR" }, { 511, "PW" }, { 518, "CK" }, { 538, "MH" }, { 550, "TL" }, { 563, "SG" },
    { 601, "ZA" }, { 613, "CM" }, { 620, "KM" }, { 626, "GA" }, { 636, "LR" }, { 637, "LR" },
    { 667, "SL" }, { 671, "TG" }, { 701, "AR" }, { 775, "VE" }, { 799, NULL }, { 800, NULL },
    { 973, NULL }, { G_MAXUINT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", cases[i].mid);
      g_assert_cmpstr (rutter_mid_get_territory (cases[i].mid), ==, cases[i].territory);
      g_assert_true (rutter_mid_is_of (cases[i].mid, cases[i].territory) ==
                     (cases[i].territory != NULL));
    }

  g_assert_false (rutter_mid_is_of (273, "IR"));
}

/* The digits of what were the Netherlands Antilles. */
static void
test_shared (void)
{
  g_autofree char *name = rutter_mid_dup_name (306);

  g_assert_true (rutter_mid_is_of (306, "CW"));
  g_assert_true (rutter_mid_is_of (306, "SX"));
  g_assert_true (rutter_mid_is_of (306, "BQ"));
  g_assert_false (rutter_mid_is_of (306, "AW"));
  g_assert_nonnull (strstr (name, "Curaçao"));
  g_assert_nonnull (strstr (name, "Sint Maarten"));
}

/* Every one of the digits that are given out has a name of its own, in order. */
static void
test_names (void)
{
  guint n = 0;

  for (guint mid = 0; mid < 1000; mid++)
    {
      const char *territory = rutter_mid_get_territory (mid);
      g_autofree char *name = rutter_mid_dup_name (mid);

      g_assert_true ((territory == NULL) == (name == NULL));
      if (territory == NULL)
        continue;
      n++;
      g_assert_cmpstr (name, !=, territory);
      g_assert_cmpuint (strlen (name), >, 2);
    }

  g_assert_cmpuint (n, ==, 292);
  g_assert_cmpstr (rutter_territory_get_name ("RU"), ==, "Russia");
  g_assert_cmpstr (rutter_territory_get_name ("HK"), ==, "Hong Kong");
  g_assert_cmpstr (rutter_territory_get_name ("KP"), ==, "North Korea");
  g_assert_null (rutter_territory_get_name (NULL));
  g_assert_null (rutter_territory_get_name (""));
  g_assert_null (rutter_territory_get_name ("RUS"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mid/territories", test_territories);
  g_test_add_func ("/mid/shared", test_shared);
  g_test_add_func ("/mid/names", test_names);

  return g_test_run ();
}
