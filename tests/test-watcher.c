/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watcher.h"

#define START ((gint64)1700000000 * G_USEC_PER_SEC)
#define MINUTE ((gint64)60 * G_USEC_PER_SEC)
#define IMO 9074729
#define OTHER_IMO 9319466

static const char *const words[] = {
  "heard", "silent", "inside", "entered", "left", "name", "mmsi", "destination", "draught",
};

/* What was told, as words with what makes them worth telling. */
typedef struct
{
  RutterWatcher *watcher;
  GPtrArray     *watches;
  GString       *told;
} Desk;

static void
on_alert_cb (const RutterAlert *alert,
             gpointer           user_data)
{
  Desk *desk = user_data;

  g_string_append_printf (desk->told, "%s%s", desk->told->len > 0 ? " " : "", words[alert->kind]);
  if (alert->before != NULL)
    g_string_append_printf (desk->told, "(%s>%s)", alert->before, alert->after);
  if (alert->silence_us != 0)
    g_string_append_printf (desk->told, "(%d min)", (int)(alert->silence_us / MINUTE));
}

static void
set_up (Desk          *desk,
        gconstpointer  unused)
{
  desk->watcher = rutter_watcher_new (on_alert_cb, desk);
  desk->watches = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_watch_unref);
  desk->told = g_string_new (NULL);
}

static void
tear_down (Desk          *desk,
           gconstpointer  unused)
{
  rutter_watcher_free (desk->watcher);
  g_ptr_array_unref (desk->watches);
  g_string_free (desk->told, TRUE);
}

static void
watch (Desk        *desk,
       RutterWatch *added)
{
  g_ptr_array_add (desk->watches, added);
  rutter_watcher_set_watches (desk->watcher, desk->watches);
}

#define expect(desk, what) \
  G_STMT_START { \
    g_assert_cmpstr ((desk)->told->str, ==, what); \
    g_string_truncate ((desk)->told, 0); \
  } G_STMT_END

static RutterTarget
make_target (guint32 mmsi,
             guint32 imo)
{
  return (RutterTarget) {
    .mmsi = mmsi, .kind = RUTTER_MMSI_SHIP, .imo = imo, .is_imo_sure = imo != 0,
    .heard_us = START, .draught_m = NAN, .position = { NAN, NAN },
  };
}

/* A message at a minute after the start. */
static void
see (Desk         *desk,
     RutterTarget *target,
     int           minute)
{
  target->heard_us = START + minute * MINUTE;
  rutter_watcher_see (desk->watcher, target);
  rutter_watcher_tick (desk->watcher, target->feed, target->heard_us);
}

static void
see_at (Desk         *desk,
        RutterTarget *target,
        double        lon,
        double        lat,
        int           minute)
{
  target->position = (RutterLonLat) { lon, lat };
  target->position_us = START + minute * MINUTE;
  see (desk, target, minute);
}

static void
see_voyage (Desk         *desk,
            RutterTarget *target,
            const char   *destination,
            double        draught_m,
            int           minute)
{
  g_strlcpy (target->destination, destination, sizeof target->destination);
  target->draught_m = draught_m;
  target->voyage_us = START + minute * MINUTE;
  see (desk, target, minute);
}

/* Others are heard from one minute to another, one a minute. */
static void
let_others_speak (Desk *desk,
                  int   from,
                  int   to)
{
  for (int minute = from; minute <= to; minute++)
    rutter_watcher_tick (desk->watcher, 0, START + minute * MINUTE);
}

static void
test_heard (Desk          *desk,
            gconstpointer  unused)
{
  RutterTarget other = make_target (273000001, OTHER_IMO);
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 60));
  see (desk, &other, 0);
  expect (desk, "");
  see (desk, &target, 1);
  expect (desk, "heard");
  see (desk, &target, 2);
  expect (desk, "");
}

static void
test_unsure_imo (Desk          *desk,
                 gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 60));
  target.is_imo_sure = FALSE;
  see (desk, &target, 0);
  expect (desk, "");
}

static void
test_silence (Desk          *desk,
              gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 60));
  see (desk, &target, 0);
  expect (desk, "heard");
  let_others_speak (desk, 1, 59);
  expect (desk, "");
  let_others_speak (desk, 60, 200);
  expect (desk, "silent(60 min)");
  see (desk, &target, 201);
  expect (desk, "heard(201 min)");
}

/* While nobody is heard nobody is silent: the receiver is. */
static void
test_deaf (Desk          *desk,
           gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 60));
  see (desk, &target, 0);
  let_others_speak (desk, 1, 30);
  let_others_speak (desk, 500, 529);
  expect (desk, "heard");
  let_others_speak (desk, 530, 531);
  expect (desk, "silent(60 min)");
}

static void
test_clock_jumps (Desk          *desk,
                  gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 60));
  see (desk, &target, 1000);
  rutter_watcher_tick (desk->watcher, 0, START);
  rutter_watcher_tick (desk->watcher, 0, START + 5000 * MINUTE);
  rutter_watcher_tick (desk->watcher, 0, START + 4999 * MINUTE);
  expect (desk, "heard");
}

static void
test_no_silence_wanted (Desk          *desk,
                        gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 0));
  see (desk, &target, 0);
  let_others_speak (desk, 1, 5000);
  expect (desk, "heard");
}

static void
test_changes (Desk          *desk,
              gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO), second;

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 0));
  see_voyage (desk, &target, "OLYA", 4.5, 0);
  expect (desk, "heard");

  /* Damaged once, then as before: no change. Twice: one. */
  see_voyage (desk, &target, "AMIRABAD", 4.5, 6);
  see_voyage (desk, &target, "OLYA", 4.5, 12);
  see_voyage (desk, &target, "AMIRABAD", 4.5, 18);
  expect (desk, "");
  see (desk, &target, 19);
  expect (desk, "");
  see_voyage (desk, &target, "AMIRABAD", 4.5, 24);
  expect (desk, "destination(OLYA>AMIRABAD)");
  see_voyage (desk, &target, "", NAN, 30);
  see_voyage (desk, &target, "AMIRABAD", 6.1, 36);
  see_voyage (desk, &target, "AMIRABAD", 6.1, 42);
  expect (desk, "draught(4.5>6.1)");

  g_strlcpy (target.name, "ONE", sizeof target.name);
  target.is_name_sure = TRUE;
  see (desk, &target, 43);
  expect (desk, "");
  g_strlcpy (target.name, "TWO", sizeof target.name);
  see (desk, &target, 44);
  expect (desk, "name(ONE>TWO)");

  second = target;
  second.mmsi = 620000001;
  see (desk, &second, 45);
  expect (desk, "mmsi(273000002>620000001)");
  see (desk, &target, 46);
  see (desk, &second, 47);
  expect (desk, "");
}

/* Two that use one IMO number are each compared with themselves, and told apart once. */
static void
test_two_senders (Desk          *desk,
                  gconstpointer  unused)
{
  RutterTarget one = make_target (273000002, IMO), two = make_target (620000001, IMO);

  one.is_name_sure = two.is_name_sure = TRUE;
  g_strlcpy (one.name, "ONE", sizeof one.name);
  g_strlcpy (two.name, "TWO", sizeof two.name);
  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 0));
  see_voyage (desk, &one, "OLYA", 4.5, 0);
  see_voyage (desk, &two, "AMIRABAD", 4.5, 1);
  see_voyage (desk, &one, "OLYA", 4.5, 2);
  see_voyage (desk, &two, "AMIRABAD", 4.5, 3);
  expect (desk, "heard mmsi(273000002>620000001) name(ONE>TWO) destination(OLYA>AMIRABAD)");
  for (int minute = 4; minute < 20; minute++)
    see_voyage (desk, minute % 2 != 0 ? &two : &one, minute % 2 != 0 ? "AMIRABAD" : "OLYA", 4.5,
                minute);
  expect (desk, "");
}

/* Anybody can send her number under ever new ones: that has an end. */
static void
test_many_senders (Desk          *desk,
                   gconstpointer  unused)
{
  guint n = 0;

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 0));
  for (guint i = 0; i < 1000; i++)
    {
      RutterTarget target = make_target (273000000 + i, IMO);

      see (desk, &target, (int)i);
    }
  for (const char *told = desk->told->str; (told = strstr (told, "mmsi(")) != NULL; told++)
    n++;
  g_assert_cmpuint (n, ==, 31);
}

static const RutterLonLat square[] = { { 48, 40 }, { 50, 40 }, { 50, 42 }, { 48, 42 } };

static void
test_area (Desk          *desk,
           gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, 0);
  RutterTarget stranger = make_target (273000003, 0);

  watch (desk, rutter_watch_new_vessel ("A", 0, 273000002, 0));
  watch (desk, rutter_watch_new_shape (RUTTER_WATCH_AREA, "Square", square, 4,
                                       RUTTER_WATCH_WATCHED));
  see_at (desk, &target, 47, 41, 0);
  expect (desk, "heard");
  see_at (desk, &target, 49, 41, 1);
  see_at (desk, &target, 47, 41, 2);
  see_at (desk, &target, 49, 41, 3);
  see (desk, &target, 4);
  expect (desk, "");
  see_at (desk, &target, 49, 41, 5);
  expect (desk, "entered");
  see_at (desk, &target, 51, 41, 6);
  see_at (desk, &target, 49, 41, 7);
  see_at (desk, &target, 51, 41, 8);
  expect (desk, "");
  see_at (desk, &target, 51, 41, 9);
  expect (desk, "left");

  see_at (desk, &stranger, 47, 41, 10);
  see_at (desk, &stranger, 49, 41, 11);
  see_at (desk, &stranger, 49, 41, 12);
  expect (desk, "");
}

/* One report that comes by two feeds is one position; a ship at rest sends the same again. */
static void
test_one_report (Desk          *desk,
                 gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, 0);

  watch (desk, rutter_watch_new_vessel ("A", 0, 273000002, 0));
  watch (desk, rutter_watch_new_shape (RUTTER_WATCH_AREA, "Square", square, 4,
                                       RUTTER_WATCH_WATCHED));
  see_at (desk, &target, 47, 41, 0);
  see_at (desk, &target, 49, 41, 1);
  target.position_us += 5 * G_USEC_PER_SEC;
  target.feed = 1;
  see (desk, &target, 1);
  expect (desk, "heard");
  see_at (desk, &target, 49, 41, 4);
  expect (desk, "entered");
}

/* A feed that lags behind the other adds no time, whoever speaks. */
static void
test_lagging_feed (Desk          *desk,
                   gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 60));
  see (desk, &target, 0);
  for (int minute = 1; minute < 60; minute++)
    {
      rutter_watcher_tick (desk->watcher, 0, START + minute * MINUTE);
      rutter_watcher_tick (desk->watcher, 1, START + (minute - 4) * MINUTE);
    }
  expect (desk, "heard");
  rutter_watcher_tick (desk->watcher, 0, START + 60 * MINUTE);
  expect (desk, "silent(60 min)");
}

/* A log that plays anew counts again from where it begins. */
static void
test_clock_put_back (Desk          *desk,
                     gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 60));
  see (desk, &target, 1000);
  let_others_speak (desk, 0, 59);
  expect (desk, "heard");
  let_others_speak (desk, 60, 60);
  expect (desk, "silent(60 min)");
}

static void
test_scopes (Desk          *desk,
             gconstpointer  unused)
{
  const guint32 imos[] = { IMO }, mmsis[] = { 273000009 };
  RutterTarget known = make_target (273000002, IMO);
  RutterTarget number = make_target (273000009, 0);
  RutterTarget stranger = make_target (273000003, 0);
  RutterTarget station = make_target (2733700, 0);

  station.kind = RUTTER_MMSI_COAST;
  rutter_watcher_set_catalogue (desk->watcher, imos, 1, mmsis, 1);
  watch (desk, rutter_watch_new_shape (RUTTER_WATCH_AREA, "Square", square, 4,
                                       RUTTER_WATCH_CATALOGUE));
  see_at (desk, &known, 49, 41, 0);
  see_at (desk, &known, 49, 41, 1);
  expect (desk, "inside");
  see_at (desk, &number, 49, 41, 0);
  see_at (desk, &number, 49, 41, 1);
  expect (desk, "inside");
  see_at (desk, &stranger, 49, 41, 0);
  see_at (desk, &stranger, 49, 41, 1);
  expect (desk, "");

  g_ptr_array_set_size (desk->watches, 0);
  watch (desk, rutter_watch_new_shape (RUTTER_WATCH_AREA, "Square", square, 4,
                                       RUTTER_WATCH_ANYONE));
  see_at (desk, &stranger, 49, 41, 2);
  see_at (desk, &stranger, 49, 41, 3);
  see_at (desk, &station, 51, 41, 2);
  see_at (desk, &station, 49, 41, 3);
  see_at (desk, &station, 49, 41, 4);
  expect (desk, "");
  see_at (desk, &stranger, 47, 41, 4);
  see_at (desk, &stranger, 47, 41, 5);
  expect (desk, "left");
}

/* A watch that stays keeps what it saw; one that was changed begins anew. */
static void
test_taking_over (Desk          *desk,
                  gconstpointer  unused)
{
  RutterTarget target = make_target (273000002, IMO);

  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 60));
  see (desk, &target, 0);
  expect (desk, "heard");
  watch (desk, rutter_watch_new_vessel ("B", OTHER_IMO, 0, 60));
  see (desk, &target, 1);
  expect (desk, "");
  g_ptr_array_remove_index (desk->watches, 0);
  watch (desk, rutter_watch_new_vessel ("A", IMO, 0, 30));
  see (desk, &target, 2);
  expect (desk, "heard");
  g_assert_false (rutter_watcher_is_idle (desk->watcher));
  g_ptr_array_set_size (desk->watches, 0);
  rutter_watcher_set_watches (desk->watcher, desk->watches);
  g_assert_true (rutter_watcher_is_idle (desk->watcher));
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/watcher/heard", test_heard);
  ADD ("/watcher/unsure-imo", test_unsure_imo);
  ADD ("/watcher/silence", test_silence);
  ADD ("/watcher/deaf", test_deaf);
  ADD ("/watcher/clock-jumps", test_clock_jumps);
  ADD ("/watcher/no-silence-wanted", test_no_silence_wanted);
  ADD ("/watcher/changes", test_changes);
  ADD ("/watcher/area", test_area);
  ADD ("/watcher/two-senders", test_two_senders);
  ADD ("/watcher/many-senders", test_many_senders);
  ADD ("/watcher/one-report", test_one_report);
  ADD ("/watcher/lagging-feed", test_lagging_feed);
  ADD ("/watcher/clock-put-back", test_clock_put_back);
  ADD ("/watcher/scopes", test_scopes);
  ADD ("/watcher/taking-over", test_taking_over);

  return g_test_run ();
}
