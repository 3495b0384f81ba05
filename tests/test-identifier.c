/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-identifier.h"

static void
test_check (void)
{
  static const struct
  {
    const char *scheme;
    const char *value;
    RutterCheck expected;
  } cases[] = {
    { "imo", "9161003", RUTTER_CHECK_VALID },
    { "imo", "9074729", RUTTER_CHECK_VALID },
    { "imo", "9161004", RUTTER_CHECK_INVALID },
    { "imo", "9611003", RUTTER_CHECK_INVALID }, /* two digits swapped */
    { "imo", "0000000", RUTTER_CHECK_INVALID },
    { "imo", "916100", RUTTER_CHECK_INVALID },
    { "imo", "91610033", RUTTER_CHECK_INVALID },
    { "imo", "916100a", RUTTER_CHECK_INVALID },
    { "imo", "IMO 9161003", RUTTER_CHECK_INVALID }, /* not in its normal form */
    { "imo", "", RUTTER_CHECK_INVALID },
    { "imo", NULL, RUTTER_CHECK_INVALID },
    { "imo-company", "2041999", RUTTER_CHECK_VALID },
    { "imo-company", "6016988", RUTTER_CHECK_VALID },
    { "imo-company", "0555641", RUTTER_CHECK_VALID },
    { "imo-company", "6016989", RUTTER_CHECK_INVALID },
    { "imo-company", "9161003", RUTTER_CHECK_INVALID }, /* a ship's */
    { "imo-company", "0000000", RUTTER_CHECK_INVALID },
    { "mmsi", "273123450", RUTTER_CHECK_VALID },
    { "mmsi", "775999999", RUTTER_CHECK_VALID },
    { "mmsi", "27312345", RUTTER_CHECK_INVALID },
    { "mmsi", "2731234500", RUTTER_CHECK_INVALID },
    { "mmsi", "123456789", RUTTER_CHECK_INVALID },
    { "mmsi", "873123450", RUTTER_CHECK_INVALID },
    { "mmsi", "002731234", RUTTER_CHECK_INVALID }, /* a coast station */
    { "mmsi", "27312345x", RUTTER_CHECK_INVALID },
    { "lei", "5493001KJTIIGC8Y1R12", RUTTER_CHECK_VALID },
    { "lei", "5493001KJTIIGC8Y1R13", RUTTER_CHECK_INVALID },
    { "lei", "5493001KJTIIGC8YR112", RUTTER_CHECK_INVALID },
    { "lei", "5493001kjtiigc8y1r12", RUTTER_CHECK_INVALID },
    { "lei", "5493001KJTIIGC8Y1R1A", RUTTER_CHECK_INVALID },
    { "lei", "5493001KJTIIGC8Y1R1", RUTTER_CHECK_INVALID },
    { "locode", "KPRJN", RUTTER_CHECK_VALID },
    { "locode", "US2NY", RUTTER_CHECK_VALID },
    { "locode", "KPRJ", RUTTER_CHECK_INVALID },
    { "locode", "KPRJ1", RUTTER_CHECK_INVALID },
    { "locode", "K2RJN", RUTTER_CHECK_INVALID },
    { "locode", "kprjn", RUTTER_CHECK_INVALID },
    { "locode", "KPRJNA", RUTTER_CHECK_INVALID },
    { "ofac", "37095", RUTTER_CHECK_UNCHECKED },
    { "callsign", "UBAL7", RUTTER_CHECK_UNCHECKED },
    { "", "1", RUTTER_CHECK_UNCHECKED },
    { NULL, NULL, RUTTER_CHECK_UNCHECKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].scheme, cases[i].value);
      g_assert_cmpint (rutter_identifier_check (cases[i].scheme, cases[i].value), ==,
                       cases[i].expected);
    }
}

static void
test_normalize (void)
{
  static const struct
  {
    const char *scheme;
    const char *as_printed;
    const char *expected;
  } cases[] = {
    { "imo", "9161003", "9161003" },
    { "imo", " IMO 9161003 ", "9161003" },
    { "imo", "imo9161003", "9161003" },
    { "imo", "IMOX9161003", "IMOX9161003" }, /* not mended */
    { "imo", "IMO", "" },
    { "imo-company", "IMO 601 6988", "6016988" },
    { "mmsi", "MMSI 273 123 450", "273123450" },
    { "lei", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R12" },
    { "locode", "KP rjn", "KPRJN" },
    { "ofac", " 37095 ", "37095" },
    { "hk-company", "HK 1 033 045", "HK 1 033 045" },
    { "imo", NULL, "" },
    { NULL, "x", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = rutter_identifier_normalize (cases[i].scheme, cases[i].as_printed);

      g_assert_cmpstr (value, ==, cases[i].expected);
    }
}

static void
test_explain (void)
{
  static const char *const schemes[] = { "imo", "imo-company", "mmsi", "lei", "locode" };
  const char *unchecked = rutter_identifier_explain ("ofac", RUTTER_CHECK_UNCHECKED);

  g_assert_cmpstr (rutter_identifier_explain ("imo", RUTTER_CHECK_VALID), ==,
                   "IMO number passes its check digit");
  g_assert_nonnull (strstr (rutter_identifier_explain ("imo", RUTTER_CHECK_INVALID),
                            "never used to match"));
  g_assert_cmpstr (rutter_identifier_explain (NULL, RUTTER_CHECK_VALID), ==, unchecked);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      const char *passes = rutter_identifier_explain (schemes[i], RUTTER_CHECK_VALID);

      g_assert_cmpstr (passes, !=, unchecked);
      g_assert_cmpstr (passes, !=, rutter_identifier_explain (schemes[i], RUTTER_CHECK_INVALID));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identifier/check", test_check);
  g_test_add_func ("/identifier/normalize", test_normalize);
  g_test_add_func ("/identifier/explain", test_explain);

  return g_test_run ();
}
