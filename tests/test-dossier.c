/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-records.h"
#include "rutter-dossier-text.h"

#include <string.h>

static RutterRecords *records;

static const RutterDossierRow *
find_row (const RutterDossier *dossier,
          const char          *section_id,
          const char          *label,
          const char          *text)
{
  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const RutterDossierSection *section = g_ptr_array_index (dossier->sections, i);

      g_assert_cmpuint (section->rows->len, >, 0);
      if (!g_str_equal (section->id, section_id))
        continue;

      for (guint j = 0; j < section->rows->len; j++)
        {
          const RutterDossierRow *row = g_ptr_array_index (section->rows, j);

          if (g_strcmp0 (row->label, label) == 0 && g_str_equal (row->text, text))
            return row;
        }
    }

  return NULL;
}

/* One row of every kind of dossier that must be there, with what it links to. */
static const struct
{
  const char *uid;
  const char *section;
  const char *label;
  const char *text;
  const char *link;
} row_cases[] = {
  { "vessel:one", "identity", "Type", "Ro-ro cargo", NULL },
  { "vessel:one", "identity", "Gross tonnage", "7260", NULL },
  { "vessel:one", "identity", "IMO", "9161003", NULL },
  { "vessel:one", "identity", "MMSI", "12345", NULL },
  { "vessel:one", "names", "Former", "First", NULL },
  { "vessel:one", "flags", "Flag", "Russia", "party:RU" },
  { "vessel:one", "owners", "Owned by", "The Line", "party:line" },
  { "vessel:one", "listings", "Listed by OFAC", "since 8 May 2022, P, entry 7", "listing:ofac" },
  { "vessel:one", "listings", "Listed by Elsewhere", "date not known, P, entry 7",
    "listing:odd" },
  { "vessel:one", "events", "1 March 2022", "One at Rajin", "event:call" },
  { "vessel:one", "routes", "March 2022 to May 2022", "Rajin to Apia", "route:pacific" },
  { "vessel:two", "identity", "IMO", "none in the sources", NULL },
  { "vessel:two", "flags", "Flag", "LR", NULL },
  { "transfer:jets", "identity", "Supplier", "USSR", "party:SU" },
  { "transfer:jets", "identity", "Years", "1985-90", NULL },
  { "transfer:jets", "identity", "Quantity", "(4-6)", NULL },
  { "transfer:guns", "identity", "Quantity", "12", NULL },
  { "route:pacific", "identity", "Stop", "Suva", "place:suva" },
  { "route:pacific", "cargo", "Vessel", "One", "vessel:one" },
  { "hub:one", "companies", NULL, "The Line", "party:line" },
  { "hub:one", "identity", "Said to have served", "Russia", "party:RU" },
  { "regime:un", "identity", "Who is bound", "all members", NULL },
  { "regime:un", "targets", NULL, "North Korea", "party:KP" },
  { "regime:un", "listings", "since 8 May 2022", "One", "vessel:one" },
  { "event:call", "identity", "Place", "Rajin", "place:rajin" },
  { "event:call", "actors", "Actor", "Russia", "party:RU" },
  { "event:call", "vessels", NULL, "One", "vessel:one" },
  { "place:rajin", "identity", "UN/LOCODE", "KPRJN", NULL },
  { "place:rajin", "identity", "Position", "42.2333° N, 130.3000° E", NULL },
  { "place:rajin", "notes", NULL, "Call of One in 2022.", NULL },
  { "place:rajin", "events", "1 March 2022", "One at Rajin", "event:call" },
  { "place:rajin", "routes", "March 2022 to May 2022", "Rajin to Apia", "route:pacific" },
  { "place:moscow", "anchors", "For", "USSR", "party:SU" },
  { "place:tehran", "hubs", NULL, "Hub of one", "hub:one" },
  { "place:apia", "identity", "Position", "13.8300° S, 171.7600° W", NULL },
  { "party:line", "vessels", "Owns", "One", "vessel:one" },
  { "party:line", "identity", "Jurisdiction", "Russia", "party:RU" },
  { "party:line", "hubs", "2022 to 2023", "Hub of one", "hub:one" },
  { "party:KP", "supplies", "To Russia", "Shells", "transfer:shells" },
  { "party:KP", "receives", "From USSR", "Jets", "transfer:jets" },
  { "party:KP", "relations", NULL, "The two", "relation:two" },
  { "party:KP", "regimes", "since 14 October 2006", "Resolution 1", "regime:un" },
  { "party:KP", "events", "19 June 2024", "Treaty", "event:treaty" },
  { "relation:two", "members", NULL, "Russia", "party:RU" },
  { "topic:silence", "identity", NULL, "Ships that go dark.", NULL },
  { "listing:ofac", "identity", "Who is listed", "One", "vessel:one" },
  { "listing:ofac", "identity", "Regime", "Resolution 1", "regime:un" },
  { "link:line-owns-one", "identity", "Owns", "One", "vessel:one" },
  { "source:A", "identity", "Address", "https://example.org/a", "https://example.org/a" },
  { "source:B", "identity", "Publisher", "Office", NULL },
  { "source:B", "identity", NULL, "Read in a copy: Archive", NULL },
  { "source:B", "identity", "Address", "https://example.org/b…", NULL },
  { "source:B", "supports", "Vessel, ro-ro cargo", "One", "vessel:one" },
};

static void
test_rows (void)
{

  for (guint i = 0; i < G_N_ELEMENTS (row_cases); i++)
    {
      g_autoptr(RutterDossier) dossier = rutter_dossier_new (records, row_cases[i].uid, NULL);
      const RutterDossierRow *row;

      g_test_message ("%s: %s %s", row_cases[i].uid, row_cases[i].label, row_cases[i].text);
      g_assert_nonnull (dossier);
      row = find_row (dossier, row_cases[i].section, row_cases[i].label, row_cases[i].text);
      g_assert_nonnull (row);
      g_assert_cmpstr (row->uid, ==, row_cases[i].link);
    }
}

static void
test_badges (void)
{
  g_autoptr(RutterDossier) vessel = rutter_dossier_new (records, "vessel:one", NULL);
  g_autoptr(RutterDossier) hub = rutter_dossier_new (records, "hub:one", NULL);
  const RutterDossierRow *row = find_row (vessel, "owners", "Owned by", "The Line");

  /* How sure the ownership is, not who the company is. */
  g_assert_true (row->has_status);
  g_assert_cmpint (row->status, ==, RUTTER_STATUS_REPORTED);
  g_assert_cmpstr (row->tie_uid, ==, "link:line-owns-one");
  g_assert_cmpstr (row->note, ==, "2021 to 2022; The Line (owner); denied");
  row = find_row (hub, "companies", NULL, "The Line");
  g_assert_false (row->has_status);
  g_assert_cmpstr (row->note, ==, "Listed company");
  row = find_row (hub, "companies", NULL, "Clean Company");
  g_assert_cmpstr (row->note, ==, "Company");
  row = find_row (vessel, "role", NULL, "Said to have carried arms.");
  g_assert_cmpint (row->status, ==, RUTTER_STATUS_ALLEGED);
  row = find_row (vessel, "identity", "MMSI", "12345");
  g_assert_cmpstr (row->note, ==, rutter_identifier_explain ("mmsi", RUTTER_CHECK_INVALID));
}

static void
test_as_of (void)
{
  static const struct
  {
    int         year, month, day;
    const char *label;
    const char *text;
    const char *note;
  } cases[] = {
    { 2021, 10, 6, "Listed by OFAC", "since 8 May 2022, P, entry 7",
      "not yet listed on 6 October 2021; listed 214 days later" },
    { 2022, 5, 7, "Listed by OFAC", "since 8 May 2022, P, entry 7",
      "not yet listed on 7 May 2022; listed 1 day later" },
    { 2022, 5, 8, "Listed by OFAC", "since 8 May 2022, P, entry 7", "listed on 8 May 2022" },
    { 2030, 1, 1, "Listed by OFAC", "since 8 May 2022, P, entry 7", "listed on 1 January 2030" },
    { 2022, 5, 31, "Listed by EU", "June 2022, P, entry 7",
      "not yet listed on 31 May 2022; listed at least 1 day later" },
    { 2022, 6, 15, "Listed by EU", "June 2022, P, entry 7",
      "may have been listed by 15 June 2022: the exact day is not known" },
    { 2022, 6, 30, "Listed by EU", "June 2022, P, entry 7", "listed on 30 June 2022" },
    { 2021, 1, 1, "Listed by UK", "1 January 2020 to 1 January 2021, P, entry 7",
      "listed on 1 January 2021" },
    { 2021, 1, 2, "Listed by UK", "1 January 2020 to 1 January 2021, P, entry 7",
      "no longer listed on 2 January 2021" },
    { 2021, 1, 2, "Listed by Elsewhere", "date not known, P, entry 7",
      "whether it was listed on 2 January 2021 is not known: the date is missing" },
  };
  RutterFilter filter;

  rutter_filter_init (&filter);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RutterDossier) dossier = NULL;
      const RutterDossierRow *row;

      filter.last_day = rutter_edtf_day (cases[i].year, cases[i].month, cases[i].day);
      dossier = rutter_dossier_new (records, "vessel:one", &filter);
      g_test_message ("%s: %s", cases[i].label, cases[i].note);
      row = find_row (dossier, "listings", cases[i].label, cases[i].text);
      g_assert_nonnull (row);
      g_assert_true (g_str_has_prefix (row->note, cases[i].note));
      g_assert_nonnull (strstr (row->note, "; as printed: "));
    }
  rutter_filter_clear (&filter);
}

static void
test_reasons (void)
{
  static const struct
  {
    const char *uid;
    guint       layers;
    const char *actor;
    int         last_year;
    const char *expected;
  } cases[] = {
    { "transfer:guns", 1u << RUTTER_LAYER_TRANSFERS, NULL, 2030,
      "Drawn in Arms-transfer routes because of 2 claims, the strongest official accusation, "
      "denied (schematic arc: the way is not known)." },
    { "transfer:guns", 0, NULL, 2030, "Not drawn: Arms-transfer routes is switched off." },
    { "transfer:guns", 0x7f, "IR", 2030, "Not drawn: it involves none of the chosen actors." },
    { "transfer:guns", 0x7f, NULL, 2020,
      "Not drawn: none of its claims falls in the chosen time." },
    { "transfer:home", 0x7f, NULL, 2030,
      "Not drawn, but counted in Arms-transfer routes: an arc needs a point for each of two "
      "sides." },
    { "event:resolution", 0x7f, NULL, 2030,
      "Not drawn, but counted in Sanctions and accords: no source gives it a place." },
    { "vessel:two", 0x7f, NULL, 2030,
      "Not drawn, but counted in Tracked vessels: no dated event in the chosen time puts the "
      "vessel at a place." },
    { "vessel:one", 0x7f, NULL, 2030,
      "Drawn in Tracked vessels, not where it is today. Last dated position: “One goes dark”, "
      "June 2022; alleged." },
    { "party:line", 0x7f, NULL, 2030,
      "Not drawn: it has no place of its own on the map; lists and details of other objects name "
      "it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *actors[] = { cases[i].actor, NULL };
      g_autoptr(RutterDossier) dossier = NULL;
      RutterFilter filter;

      rutter_filter_init (&filter);
      filter.layers = cases[i].layers;
      filter.actors = g_strdupv ((char **)actors);
      filter.last_day = rutter_edtf_day (cases[i].last_year, 12, 31);
      dossier = rutter_dossier_new (records, cases[i].uid, &filter);
      g_assert_cmpstr (dossier->drawn_because, ==, cases[i].expected);
      rutter_filter_clear (&filter);
    }
}

static void
test_claims (void)
{
  g_autoptr(RutterDossier) guns = rutter_dossier_new (records, "transfer:guns", NULL);
  g_autoptr(RutterDossier) source = rutter_dossier_new (records, "source:C", NULL);
  const RutterClaim *claim = g_ptr_array_index (guns->claims, 0);
  g_autofree char *denials = rutter_dossier_describe_denials (claim);
  g_autofree char *none = NULL;
  g_autofree char *status = NULL;
  g_autofree char *differs = NULL;

  g_assert_cmpuint (guns->n_own_claims, ==, 1);
  g_assert_cmpuint (guns->claims->len, ==, 2);
  g_assert_true (guns->denied);
  g_assert_cmpstr (guns->kind_title, ==, "Arms transfer");
  g_assert_cmpstr (guns->subtitle, ==, "since 2024");
  g_assert_cmpstr (denials, ==, "Denied by Russia and North Korea");
  g_assert_cmpuint (source->claims->len, ==, 0);
  g_assert_null (rutter_dossier_new (records, "vessel:none", NULL));

  claim = rutter_records_find_claim (records, "C001");
  status = rutter_dossier_describe_claim_status (claim);
  g_assert_cmpstr (status, ==, "Alleged — the source says “arguably”");
  none = rutter_dossier_describe_denials (claim);
  g_assert_null (none);

  claim = rutter_records_find_claim (records, "C002");
  g_assert_cmpuint (claim->contradictions->len, ==, 1);
  differs = rutter_dossier_describe_contradiction (g_ptr_array_index (claim->contradictions, 0));
  g_assert_cmpstr (differs, ==, "Differs on the month of the call (D01): It was on 1 March.");
}

static void
test_sources (void)
{
  static const struct
  {
    const char *uid;
    const char *expected;
    const char *copy;
  } cases[] = {
    { "source:A", "Paper: First report (n.d.)" },
    { "source:B", "Office: A list of ships [described title] (2023) [address incomplete]",
      "Read in a copy: Archive" },
    { "source:C", "Never used on the map" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RutterObject *object = rutter_records_find (records, cases[i].uid);
      g_autofree char *text = rutter_dossier_describe_source (object->row);
      g_autofree char *copy = rutter_dossier_describe_copy (object->row);

      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpstr (copy, ==, cases[i].copy);
    }
}

/* Text is wrapped at 80 columns but for single words that are longer. */
static void
check_text (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) > 80)
      g_assert_null (strchr (g_strstrip (lines[i]), ' '));
}

static void
test_text (void)
{
  g_autoptr(RutterDossier) dossier = rutter_dossier_new (records, "vessel:one", NULL);
  g_autofree char *text = rutter_dossier_to_text (dossier);
  g_autofree char *claim
    = rutter_dossier_claim_to_text (rutter_records_find_claim (records, "C001"));

  check_text (text);
  g_assert_true (g_str_has_prefix (text, "One\nVessel, ro-ro cargo  <vessel:one>\n"));
  g_assert_nonnull (strstr (text, "Status of what is claimed of it: Alleged"));
  g_assert_nonnull (strstr (text, "\nLISTINGS\n"));
  g_assert_nonnull (strstr (claim, "    About: The two <relation:two>\n"));
  g_assert_nonnull (strstr (claim, "    Bears on: Guns <transfer:guns>\n"));
  g_assert_nonnull (strstr (claim, "at “First words”"));
}

/* Every object of the real facts has a dossier whose links lead somewhere. */
static void
test_starter (void)
{
  g_autoptr(RutterRecords) starter = fixture_records_new_starter ();
  g_autoptr(RutterDossier) lady_r = rutter_dossier_new (starter, "vessel:lady-r", NULL);
  g_autofree char *text = rutter_dossier_to_text (lady_r);
  guint n_rows = 0;

  g_assert_nonnull (strstr (text, "Simon's Town"));
  g_assert_nonnull (strstr (text, "Denied by "));
  g_assert_true (lady_r->denied);

  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (starter, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          const RutterObject *object = g_ptr_array_index (objects, i);
          g_autoptr(RutterDossier) dossier = rutter_dossier_new (starter, object->uid, NULL);

          g_assert_nonnull (dossier->kind_title);
          g_assert_nonnull (dossier->drawn_because);
          for (guint j = 0; j < dossier->sections->len; j++)
            {
              const RutterDossierSection *section = g_ptr_array_index (dossier->sections, j);

              for (guint k = 0; k < section->rows->len; k++, n_rows++)
                {
                  const RutterDossierRow *row = g_ptr_array_index (section->rows, k);

                  g_assert_true (row->uid == NULL || g_str_has_prefix (row->uid, "http") ||
                                 rutter_records_find (starter, row->uid) != NULL);
                }
            }
        }
    }
  g_assert_cmpuint (n_rows, >, 3000);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  records = fixture_records_new ();
  g_test_add_func ("/dossier/rows", test_rows);
  g_test_add_func ("/dossier/badges", test_badges);
  g_test_add_func ("/dossier/as-of", test_as_of);
  g_test_add_func ("/dossier/reasons", test_reasons);
  g_test_add_func ("/dossier/claims", test_claims);
  g_test_add_func ("/dossier/sources", test_sources);
  g_test_add_func ("/dossier/text", test_text);
  g_test_add_func ("/dossier/starter", test_starter);
  result = g_test_run ();
  rutter_records_unref (records);
  return result;
}
