/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture-records.h"
#include "rutter-verdict.h"

#include <math.h>

#define ALL_LAYERS ((1u << RUTTER_N_LAYER) - 1)
#define DAY(y, m, d) rutter_edtf_day (y, m, d)

static RutterRecords *records;

static const RutterObject *
find (const char *uid)
{
  const RutterObject *object = rutter_records_find (records, uid);

  g_assert_nonnull (object);
  return object;
}

static void
init_filter (RutterFilter *filter,
             guint         layers,
             const char   *actors,
             int           first_day,
             int           last_day)
{
  rutter_filter_init (filter);
  filter->layers = layers;
  filter->actors = actors != NULL ? g_strsplit (actors, " ", -1) : NULL;
  filter->first_day = first_day;
  filter->last_day = last_day;
}

static void
check_detail (const RutterMark *mark,
              const char       *expected)
{
  g_autofree char *detail = rutter_mark_dup_detail (mark);

  g_assert_cmpstr (detail, ==, expected);
}

static const RutterMark *
find_mark (const RutterPicture *picture,
           const char          *uid,
           RutterShape          shape)
{
  for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);

      if (g_str_equal (mark->uid, uid) && mark->shape == shape)
        return mark;
    }

  return NULL;
}

static void
test_filter (void)
{
  RutterFilter filter, copy;

  rutter_filter_init (&filter);
  g_assert_cmpuint (filter.layers, ==, 0x8f);
  g_assert_cmpfloat (filter.opacity[RUTTER_LAYER_PORTS], ==, 1.0);
  filter.actors = g_strsplit ("RU IR", " ", -1);
  rutter_filter_copy (&filter, &copy);
  g_assert_true (copy.actors != filter.actors);
  rutter_filter_clear (&filter);
  g_assert_null (filter.actors);
  g_assert_cmpstr (copy.actors[1], ==, "IR");
  rutter_filter_clear (&copy);
}

static void
test_actors (void)
{
  static const struct
  {
    const char *uid;
    const char *expected;
  } cases[] = {
    { "place:rajin", "KP" },
    { "place:nowhere", "" },
    { "party:SU", "SU" },
    { "party:line", "RU" },
    { "vessel:one", "IR RU KP" },
    { "vessel:two", "LR" },
    { "transfer:jets", "SU KP" },
    { "transfer:far", "RU ZA" },
    { "route:pacific", "KP FJ WS IR RU" },
    { "event:call", "KP RU" },
    { "hub:one", "RU IR" },
    { "hub:many", "RU IR KP" },
    { "regime:un", "KP" },
    { "listing:ofac", "IR RU KP" },
    { "link:line-owns-one", "RU IR" },
    { "relation:two", "RU KP" },
    { "source:A", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) codes = rutter_atlas_list_actors (find (cases[i].uid));
      g_autofree char *joined = NULL;

      g_test_message ("%s", cases[i].uid);
      g_ptr_array_add (codes, NULL);
      joined = g_strjoinv (" ", (char **)codes->pdata);
      g_assert_cmpstr (joined, ==, cases[i].expected);
    }
}

static const struct
{
  const char    *label;
  const char    *uid;
  guint          layers;
  const char    *actors;
  int            first[3], last[3]; /* year, month, day; year 0: open */
  RutterDecision decision;
  RutterStatus   status;
  gboolean       denied;
  guint          n_claims;
} verdict_cases[] = {
  { "everything", "transfer:guns", ALL_LAYERS, NULL, { 0 }, { 0 }, RUTTER_DECISION_KEPT,
    RUTTER_STATUS_OFFICIAL_ACCUSATION, TRUE, 2 },
  { "its layer is off", "transfer:guns", 1u << RUTTER_LAYER_HUBS, NULL, { 0 }, { 0 },
    RUTTER_DECISION_LAYER_OFF, RUTTER_STATUS_OFFICIAL_ACCUSATION, TRUE, 2 },
  { "one of its two layers is on", "event:dark", 1u << RUTTER_LAYER_INCIDENTS, NULL, { 0 },
    { 0 }, RUTTER_DECISION_KEPT, RUTTER_STATUS_ALLEGED, FALSE, 1 },
  { "the USSR is not Russia", "transfer:jets", ALL_LAYERS, "RU", { 0 }, { 0 },
    RUTTER_DECISION_OTHER_ACTORS, RUTTER_STATUS_REPORTED, FALSE, 1 },
  { "any of the chosen actors", "transfer:jets", ALL_LAYERS, "RU SU", { 0 }, { 0 },
    RUTTER_DECISION_KEPT, RUTTER_STATUS_REPORTED, FALSE, 1 },
  { "too early", "transfer:guns", ALL_LAYERS, NULL, { 0 }, { 2023, 12, 31 },
    RUTTER_DECISION_OTHER_TIME, RUTTER_STATUS_OFFICIAL_ACCUSATION, TRUE, 0 },
  { "on its first day", "transfer:guns", ALL_LAYERS, NULL, { 0 }, { 2024, 1, 1 },
    RUTTER_DECISION_KEPT, RUTTER_STATUS_OFFICIAL_ACCUSATION, TRUE, 2 },
  { "a discrepancy lends no strength, an undated claim has the event's date", "event:call",
    ALL_LAYERS, NULL, { 2022, 3, 1 }, { 2022, 3, 1 }, RUTTER_DECISION_KEPT,
    RUTTER_STATUS_REPORTED, TRUE, 3 },
  { "nor does anything of it live the day after", "event:call", ALL_LAYERS, NULL,
    { 2022, 3, 2 }, { 0 }, RUTTER_DECISION_OTHER_TIME, RUTTER_STATUS_REPORTED, TRUE, 0 },
  { "the strongest of all claims", "hub:one", ALL_LAYERS, NULL, { 0 }, { 0 },
    RUTTER_DECISION_KEPT, RUTTER_STATUS_CONFIRMED, FALSE, 2 },
  { "the strongest of the living claims", "hub:one", ALL_LAYERS, NULL, { 2022, 1, 1 }, { 0 },
    RUTTER_DECISION_KEPT, RUTTER_STATUS_OFFICIAL_ACCUSATION, FALSE, 1 },
  { "a dated claim outlives the object's own dates", "hub:one", ALL_LAYERS, NULL,
    { 2005, 1, 1 }, { 2005, 12, 31 }, RUTTER_DECISION_KEPT, RUTTER_STATUS_CONFIRMED, FALSE,
    1 },
  { "what has no date always passes", "hub:many", ALL_LAYERS, NULL, { 1900, 1, 1 },
    { 1900, 1, 1 }, RUTTER_DECISION_KEPT, RUTTER_STATUS_REPORTED, FALSE, 1 },
  { "denied and nothing else", "route:caspian", ALL_LAYERS, NULL, { 0 }, { 0 },
    RUTTER_DECISION_KEPT, RUTTER_STATUS_DENIED, TRUE, 1 },
  { "a listing without an end goes on", "listing:eu", ALL_LAYERS, NULL, { 2025, 1, 1 }, { 0 },
    RUTTER_DECISION_KEPT, RUTTER_STATUS_CONFIRMED, FALSE, 1 },
  { "a listing with one does not", "listing:uk", ALL_LAYERS, NULL, { 2022, 1, 1 }, { 0 },
    RUTTER_DECISION_OTHER_TIME, RUTTER_STATUS_CONFIRMED, FALSE, 0 },
  { "outside all layers", "party:line", 0, NULL, { 0 }, { 0 }, RUTTER_DECISION_KEPT,
    RUTTER_STATUS_OFFICIAL_ACCUSATION, FALSE, 1 },
  { "nothing is claimed of a source", "source:A", 0, NULL, { 0 }, { 0 }, RUTTER_DECISION_KEPT,
    RUTTER_STATUS_ALLEGED, FALSE, 0 },
};

static int
get_day (const int day[3],
         int       open)
{
  return day[0] != 0 ? DAY (day[0], day[1], day[2]) : open;
}

static void
test_verdicts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdict_cases); i++)
    {
      const RutterObject *object = find (verdict_cases[i].uid);
      RutterFilter filter;
      RutterVerdict verdict;

      g_test_message ("%s: %s", verdict_cases[i].uid, verdict_cases[i].label);
      init_filter (&filter, verdict_cases[i].layers, verdict_cases[i].actors,
                   get_day (verdict_cases[i].first, RUTTER_DAY_BEFORE_ALL),
                   get_day (verdict_cases[i].last, RUTTER_DAY_AFTER_ALL));
      rutter_verdict_init (&verdict, object, &filter);
      g_assert_cmpint (verdict.decision, ==, verdict_cases[i].decision);
      g_assert_cmpint (verdict.status, ==, verdict_cases[i].status);
      g_assert_cmpint (verdict.denied, ==, verdict_cases[i].denied);
      g_assert_cmpuint (verdict.n_claims, ==, verdict_cases[i].n_claims);
      g_assert_cmpint (rutter_atlas_keeps (object, &filter), ==,
                       verdict_cases[i].decision == RUTTER_DECISION_KEPT);
      rutter_filter_clear (&filter);
    }
}

static void
test_claims (void)
{
  RutterFilter filter;

  init_filter (&filter, ALL_LAYERS, "RU", DAY (2024, 1, 1), DAY (2024, 12, 31));
  g_assert_true (rutter_atlas_keeps_claim (rutter_records_find_claim (records, "C001"), &filter));
  g_assert_false (rutter_atlas_keeps_claim (rutter_records_find_claim (records, "C004"), &filter));
  filter.first_day = RUTTER_DAY_BEFORE_ALL;
  g_assert_true (rutter_atlas_keeps_claim (rutter_records_find_claim (records, "C004"), &filter));
  rutter_filter_clear (&filter);

  init_filter (&filter, ALL_LAYERS, "ZA", RUTTER_DAY_BEFORE_ALL, RUTTER_DAY_AFTER_ALL);
  g_assert_false (rutter_atlas_keeps_claim (rutter_records_find_claim (records, "C001"), &filter));
  rutter_filter_clear (&filter);
}

static RutterPicture *
build (guint       layers,
       const char *actors,
       int         first_day,
       int         last_day)
{
  RutterFilter filter;
  RutterPicture *picture;

  init_filter (&filter, layers, actors, first_day, last_day);
  filter.opacity[RUTTER_LAYER_HUBS] = 0.25;
  picture = rutter_atlas_build_picture (records, &filter);
  rutter_filter_clear (&filter);
  return picture;
}

static RutterPicture *
build_all (void)
{
  return build (ALL_LAYERS, NULL, RUTTER_DAY_BEFORE_ALL, RUTTER_DAY_AFTER_ALL);
}

/* Russia and the USSR share an anchor: their flows to North Korea are one bundle of three. */
static void
test_flows (void)
{
  static const char *const bundle[] = { "transfer:radar", "transfer:guns", "transfer:jets" };
  g_autoptr(RutterPicture) picture = build_all ();
  const RutterMark *mark;

  for (int i = 0; i < 3; i++)
    {
      mark = find_mark (picture, bundle[i], RUTTER_SHAPE_FLOW);
      g_assert_nonnull (mark);
      g_assert_cmpint (mark->slot, ==, i);
      g_assert_cmpint (mark->n_slots, ==, 3);
      g_assert_cmpstr (mark->actor, ==, i == 2 ? "SU" : "RU");
      g_assert_true (mark->inferred);
      g_assert_cmpstr (mark->inference, ==, "schematic arc: the way is not known");
    }

  mark = find_mark (picture, "transfer:guns", RUTTER_SHAPE_FLOW);
  g_assert_cmpuint (mark->n_claims, ==, 2);
  g_assert_true (mark->denied);
  check_detail (mark,
                "Russia to North Korea, since 2024; schematic arc: the way is not known; "
                "official accusation, denied");
  mark = find_mark (picture, "transfer:shells", RUTTER_SHAPE_FLOW);
  g_assert_cmpint (mark->n_slots, ==, 1);

  /* Neither what has no second point nor what has the same one twice. */
  g_assert_null (find_mark (picture, "transfer:far", RUTTER_SHAPE_FLOW));
  g_assert_null (find_mark (picture, "transfer:home", RUTTER_SHAPE_FLOW));
}

static void
test_routes (void)
{
  g_autoptr(RutterPicture) picture = build_all ();
  const RutterMark *mark = find_mark (picture, "route:pacific", RUTTER_SHAPE_LINE);

  g_assert_nonnull (mark);
  g_assert_cmpstr (mark->actor, ==, "KP");
  g_assert_cmpstr (mark->inference, ==, "schematic great circle, not a track");
  g_assert_cmpuint (mark->n_points, >, 100);
  for (guint i = 1; i < mark->n_points; i++)
    g_assert_cmpfloat (fabs (mark->points[i].x - mark->points[i - 1].x), <, 0.01);
  /* Apia lies beyond the date line. */
  g_assert_cmpfloat_with_epsilon (mark->points[mark->n_points - 1].x, (360 - 171.76 + 180) / 360,
                                  1e-6);
}

/* Lines from elsewhere may jump at the date line and hold what is no position. */
static void
test_given_route (void)
{
  static const RutterLonLat points[] = {
    { 178.4, -18.13 }, { NAN, 0 }, { 0, 91 }, { -171.76, -13.83 }, { -171.76, -13.83 },
  };
  g_autoptr(RutterRecords) own = fixture_records_new ();
  g_autoptr(RutterRecords) other = fixture_records_new ();
  RutterRoute *route = (RutterRoute *)rutter_records_find (own, "route:pacific")->row;
  g_autoptr(RutterPicture) picture = NULL;
  const RutterMark *mark;
  RutterFilter filter;

  route->points = points;
  route->n_points = G_N_ELEMENTS (points);
  route->method = "given";
  rutter_filter_init (&filter);
  picture = rutter_atlas_build_picture (own, &filter);
  mark = find_mark (picture, "route:pacific", RUTTER_SHAPE_LINE);
  g_assert_false (mark->inferred);
  g_assert_null (mark->inference);
  g_assert_cmpuint (mark->n_points, ==, 2);
  g_assert_cmpfloat_with_epsilon (mark->points[1].x, (360 - 171.76 + 180) / 360, 1e-6);
  rutter_picture_unref (g_steal_pointer (&picture));

  route->method = "computed";
  picture = rutter_atlas_build_picture (own, &filter);
  mark = find_mark (picture, "route:pacific", RUTTER_SHAPE_LINE);
  g_assert_cmpstr (mark->inference, ==, "computed way, not a track");
  rutter_picture_unref (g_steal_pointer (&picture));

  route = (RutterRoute *)rutter_records_find (other, "route:pacific")->row;
  route->n_points = 1;
  picture = rutter_atlas_build_picture (other, &filter);
  g_assert_null (find_mark (picture, "route:pacific", RUTTER_SHAPE_LINE));
  rutter_filter_clear (&filter);
}

static void
test_vessels (void)
{
  g_autoptr(RutterPicture) picture = build_all ();
  g_autoptr(RutterPicture) early = build (ALL_LAYERS, NULL, RUTTER_DAY_BEFORE_ALL,
                                          DAY (2022, 4, 30));
  g_autoptr(RutterPicture) late = build (ALL_LAYERS, NULL, DAY (2023, 1, 1), RUTTER_DAY_AFTER_ALL);
  const RutterMark *mark = find_mark (picture, "vessel:one", RUTTER_SHAPE_POINT);

  /* The listing of 2023 at Moscow puts no ship into Moscow. */
  g_assert_cmpint (mark->symbol, ==, RUTTER_SYMBOL_SILENCE);
  g_assert_cmpfloat_with_epsilon (mark->points[0].x, (51.0 + 180) / 360, 1e-9);
  g_assert_cmpint (mark->status, ==, RUTTER_STATUS_ALLEGED);
  g_assert_false (mark->denied);
  g_assert_cmpstr (mark->actor, ==, "RU");
  mark = find_mark (picture, "vessel:one", RUTTER_SHAPE_LINE);
  g_assert_cmpstr (mark->inference, ==, "joins dated places; not a track");
  g_assert_cmpint (mark->status, ==, RUTTER_STATUS_ALLEGED);
  g_assert_true (mark->denied);

  mark = find_mark (early, "vessel:one", RUTTER_SHAPE_POINT);
  g_assert_cmpint (mark->symbol, ==, RUTTER_SYMBOL_VESSEL);
  g_assert_cmpint (mark->status, ==, RUTTER_STATUS_REPORTED);
  g_assert_cmpstr (mark->actor, ==, "IR");
  check_detail (mark, "Last dated place: Rajin, 1 March 2022; reported, denied");
  g_assert_null (find_mark (early, "vessel:one", RUTTER_SHAPE_LINE));
  g_assert_null (find_mark (late, "vessel:one", RUTTER_SHAPE_POINT));
  g_assert_null (find_mark (picture, "vessel:two", RUTTER_SHAPE_POINT));
  g_assert_cmpuint (rutter_picture_get_n_kept (late, RUTTER_LAYER_VESSELS), ==, 2);
}

static void
test_points (void)
{
  static const struct
  {
    const char   *uid;
    RutterLayerId layer;
    RutterSymbol  symbol;
    const char   *actor;
  } cases[] = {
    { "hub:one", RUTTER_LAYER_HUBS, RUTTER_SYMBOL_HUB, "RU" },
    { "hub:many", RUTTER_LAYER_HUBS, RUTTER_SYMBOL_HUB, "KP" },
    { "event:dark", RUTTER_LAYER_CASPIAN, RUTTER_SYMBOL_SILENCE, "RU" },
    { "event:call", RUTTER_LAYER_INCIDENTS, RUTTER_SYMBOL_INCIDENT, "KP" },
    { "event:treaty", RUTTER_LAYER_ACCORDS, RUTTER_SYMBOL_ACCORD, "RU" },
    { "event:load", RUTTER_LAYER_TRANSFERS, RUTTER_SYMBOL_SHIPMENT, "SU" },
    { "place:suva", RUTTER_LAYER_PORTS, RUTTER_SYMBOL_PLACE, NULL },
  };
  g_autoptr(RutterPicture) picture = build_all ();
  const RutterMark *mark;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].uid);
      mark = find_mark (picture, cases[i].uid, RUTTER_SHAPE_POINT);
      g_assert_nonnull (mark);
      g_assert_cmpint (mark->layer, ==, cases[i].layer);
      g_assert_cmpint (mark->symbol, ==, cases[i].symbol);
      g_assert_cmpstr (mark->actor, ==, cases[i].actor);
    }

  mark = find_mark (picture, "hub:one", RUTTER_SHAPE_POINT);
  g_assert_cmpuint (mark->n_claims, ==, 2);
  g_assert_cmpfloat (mark->opacity, ==, 0.25);
  g_assert_null (find_mark (picture, "place:nowhere", RUTTER_SHAPE_POINT));
  g_assert_null (find_mark (picture, "event:resolution", RUTTER_SHAPE_POINT));
  g_assert_cmpuint (rutter_picture_get_n_kept (picture, RUTTER_LAYER_ACCORDS), ==, 4);
}

/* An object of two layers is drawn once, in the first that is on; ranks are dense and by claims. */
static void
test_layers (void)
{
  g_autoptr(RutterPicture) both = build_all ();
  g_autoptr(RutterPicture) one = build (1u << RUTTER_LAYER_INCIDENTS, "RU",
                                        RUTTER_DAY_BEFORE_ALL, RUTTER_DAY_AFTER_ALL);
  g_autofree char *ranks = g_new0 (char, rutter_picture_get_n_marks (both));
  const RutterMark *mark;
  guint n_dark = 0;

  for (guint i = 0; i < rutter_picture_get_n_marks (both); i++)
    {
      mark = rutter_picture_get_mark (both, i);
      n_dark += g_str_equal (mark->uid, "event:dark");
      g_assert_cmpint (mark->rank, <, rutter_picture_get_n_marks (both));
      g_assert_cmpint (ranks[mark->rank]++, ==, 0);
    }
  g_assert_cmpuint (n_dark, ==, 1);
  g_assert_cmpint (find_mark (both, "event:call", RUTTER_SHAPE_POINT)->rank, ==, 0);

  g_assert_cmpint (find_mark (one, "event:dark", RUTTER_SHAPE_POINT)->layer, ==,
                   RUTTER_LAYER_INCIDENTS);
  g_assert_cmpint (find_mark (one, "route:pacific", RUTTER_SHAPE_LINE)->layer, ==,
                   RUTTER_LAYER_INCIDENTS);
  g_assert_cmpuint (rutter_picture_get_n_marks (one), ==, 3);
  /* A layer that is off still says what it would keep, of the chosen actors. */
  g_assert_cmpuint (rutter_picture_get_n_kept (one, RUTTER_LAYER_TRANSFERS), ==, 6);
}

static void
test_starter (void)
{
  g_autoptr(RutterRecords) starter = fixture_records_new_starter ();
  g_autoptr(RutterPicture) picture = NULL;
  const RutterMark *mark;
  RutterFilter filter;

  init_filter (&filter, ALL_LAYERS, NULL, RUTTER_DAY_BEFORE_ALL, RUTTER_DAY_AFTER_ALL);
  picture = rutter_atlas_build_picture (starter, &filter);
  rutter_filter_clear (&filter);

  g_assert_cmpuint (rutter_picture_get_n_kept (picture, RUTTER_LAYER_VESSELS), ==, 91);
  g_assert_cmpuint (rutter_picture_get_n_kept (picture, RUTTER_LAYER_HUBS), ==, 10);
  g_assert_cmpuint (rutter_picture_get_n_kept (picture, RUTTER_LAYER_PORTS), ==, 78);
  mark = find_mark (picture, "vessel:lady-r", RUTTER_SHAPE_POINT);
  g_assert_nonnull (mark);
  g_assert_true (mark->denied);
  g_assert_cmpstr (mark->actor, ==, "RU");
  mark = find_mark (picture, "transfer:kp-ru-shells", RUTTER_SHAPE_FLOW);
  g_assert_cmpint (mark->n_slots, ==, 5);
  g_assert_cmpint (mark->status, ==, RUTTER_STATUS_OFFICIAL_ACCUSATION);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  records = fixture_records_new ();
  g_test_add_func ("/atlas/filter", test_filter);
  g_test_add_func ("/atlas/actors", test_actors);
  g_test_add_func ("/atlas/verdicts", test_verdicts);
  g_test_add_func ("/atlas/claims", test_claims);
  g_test_add_func ("/atlas/flows", test_flows);
  g_test_add_func ("/atlas/routes", test_routes);
  g_test_add_func ("/atlas/given-route", test_given_route);
  g_test_add_func ("/atlas/vessels", test_vessels);
  g_test_add_func ("/atlas/points", test_points);
  g_test_add_func ("/atlas/layers", test_layers);
  g_test_add_func ("/atlas/starter", test_starter);
  result = g_test_run ();
  rutter_records_unref (records);
  return result;
}
