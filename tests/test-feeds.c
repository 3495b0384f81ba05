/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-feed-kind.h"
#include "rutter-feeds.h"

#include <string.h>

typedef struct
{
  GSettings     *settings;
  RutterNetGate *gate;
  RutterTraffic *traffic;
  guint          n_changes;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *schemas = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data", NULL);
  g_autoptr(GSettingsSchemaSource) source =
    g_settings_schema_source_new_from_directory (schemas, NULL, TRUE, NULL);
  g_autoptr(GSettingsSchema) schema = g_settings_schema_source_lookup (source, "org.rutter.Rutter",
                                                                       FALSE);

  fixture->settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_reset (fixture->settings, "feeds");
  fixture->gate = rutter_net_gate_new (NULL);
  fixture->traffic = rutter_traffic_new ();
}

static void
let_rest (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  let_rest ();
  g_object_unref (fixture->traffic);
  g_object_unref (fixture->gate);
  g_object_unref (fixture->settings);
}

static void
on_changed_cb (GListModel *model,
               guint       position,
               guint       n_removed,
               guint       n_added,
               gpointer    user_data)
{
  ((Fixture *)user_data)->n_changes++;
}

static RutterFeeds *
make_feeds (Fixture *fixture)
{
  RutterFeeds *feeds = rutter_feeds_new (fixture->settings, fixture->gate, fixture->traffic);

  g_signal_connect (feeds, "items-changed", G_CALLBACK (on_changed_cb), fixture);

  return feeds;
}

/* The addresses, a star behind those that start with the program. */
static void
assert_feeds (RutterFeeds *feeds,
              const char  *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (feeds)); i++)
    {
      g_autoptr(RutterFeed) feed = g_list_model_get_item (G_LIST_MODEL (feeds), i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", rutter_feed_get_address (feed),
                              rutter_feeds_get_starts (feeds, feed) ? "*" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(RutterFeeds) feeds = make_feeds (fixture);
  g_autoptr(RutterFeeds) again = NULL;
  g_autoptr(RutterFeeds) last = NULL;
  RutterFeed *first, *second;

  assert_feeds (feeds, "");
  g_assert_false (rutter_feeds_is_wanted_first (fixture->settings));
  first = rutter_feeds_add (feeds, "tcp://127.0.0.1:10110", NULL);
  second = rutter_feeds_add (feeds, "udp://:10110", NULL);
  g_assert_cmpuint (rutter_feed_get_number (first), !=, rutter_feed_get_number (second));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_false (rutter_feeds_is_wanted_first (fixture->settings));
  rutter_feeds_set_starts (feeds, second, TRUE);
  g_assert_true (rutter_feeds_is_wanted_first (fixture->settings));

  again = make_feeds (fixture);
  assert_feeds (again, "tcp://127.0.0.1:10110 udp://:10110*");
  rutter_feeds_remove (feeds, first);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  assert_feeds (feeds, "udp://:10110*");
  second = rutter_feeds_replace (feeds, second, "gpsd://127.0.0.1", NULL);
  g_assert_nonnull (second);
  g_assert_cmpuint (fixture->n_changes, ==, 4);
  last = make_feeds (fixture);
  assert_feeds (last, "gpsd://127.0.0.1*");
}

/* What is no address, or there already, changes nothing. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const wrong[] = { "", "tcp://", "http://a.test/", "tcp://key@a.test:1",
                                       "tcp://127.0.0.1:10110" };
  g_autoptr(RutterFeeds) feeds = make_feeds (fixture);
  RutterFeed *other;

  g_assert_nonnull (rutter_feeds_add (feeds, "tcp://127.0.0.1:10110", NULL));
  other = rutter_feeds_add (feeds, "udp://:1", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GError) second = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_null (rutter_feeds_add (feeds, wrong[i], &error));
      g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
      g_assert_null (rutter_feeds_replace (feeds, other, wrong[i], &second));
      g_assert_error (second, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }
  assert_feeds (feeds, "tcp://127.0.0.1:10110 udp://:1");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  /* Its own address it may keep. */
  g_assert_nonnull (rutter_feeds_replace (feeds, other, "udp://:1", NULL));
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(RutterFeeds) feeds = make_feeds (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterFeed) first = NULL;

  for (guint port = 1; port <= RUTTER_FEEDS_MAX; port++)
    {
      g_autofree char *address = g_strdup_printf ("udp://:%u", port);

      g_assert_nonnull (rutter_feeds_add (feeds, address, NULL));
    }
  g_assert_null (rutter_feeds_add (feeds, "udp://:999", &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);

  /* However often they come and go, numbers stay apart and in their bounds. */
  for (guint i = 0; i < 600; i++)
    {
      g_autoptr(RutterFeed) feed = g_list_model_get_item (G_LIST_MODEL (feeds), 7);

      g_assert_nonnull (rutter_feeds_replace (feeds, feed, "udp://:1000", NULL));
    }
  for (guint i = 0; i < RUTTER_FEEDS_MAX; i++)
    for (guint j = 0; j < i; j++)
      {
        g_autoptr(RutterFeed) a = g_list_model_get_item (G_LIST_MODEL (feeds), i);
        g_autoptr(RutterFeed) b = g_list_model_get_item (G_LIST_MODEL (feeds), j);

        g_assert_cmpuint (rutter_feed_get_number (a), !=, rutter_feed_get_number (b));
        g_assert_cmpuint (rutter_feed_get_number (a), >, 0);
      }
}

static RutterFeedState
get_state (RutterFeeds *feeds,
           guint        position)
{
  g_autoptr(RutterFeed) feed = g_list_model_get_item (G_LIST_MODEL (feeds), position);

  return rutter_feed_get_state (feed);
}

/* With the program start those that are chosen and need nobody's leave, and no others. */
static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char     *address;
    gboolean        starts;
    const char     *host;      /* allowed so */
    RutterNetGrant  grant;
    gboolean        expected;
  } cases[] = {
    { "tcp://127.0.0.1:9", TRUE, NULL, 0, TRUE },
    { "tcp://localhost:9", FALSE, NULL, 0, FALSE },
    { "udp://:0", FALSE, NULL, 0, FALSE },
    { "tcp://run.test:9", TRUE, "run.test", RUTTER_NET_RUN, FALSE },
    { "tcp://once.test:9", TRUE, "once.test", RUTTER_NET_ONCE, FALSE },
    { "tcp://nobody.test:9", TRUE, NULL, 0, FALSE },
    { "tcp://192.0.2.7:9", FALSE, "192.0.2.7", RUTTER_NET_ALWAYS, FALSE },
    /* One of its two hosts. */
    { "barentswatch://", TRUE, "live.ais.barentswatch.no", RUTTER_NET_ALWAYS, FALSE },
  };
  g_autoptr(RutterFeeds) feeds = make_feeds (fixture);
  RutterNetPolicy *policy = rutter_net_gate_get_policy (fixture->gate);

  rutter_net_policy_set_on (policy, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterFeed *feed = rutter_feeds_add (feeds, cases[i].address, NULL);

      if (feed != NULL)
        rutter_feeds_set_starts (feeds, feed, cases[i].starts);
      if (cases[i].host != NULL)
        g_assert_true (rutter_net_policy_allow (policy, cases[i].host, cases[i].grant, NULL));
    }
  rutter_feeds_start_chosen (feeds);
  while (get_state (feeds, 0) == RUTTER_FEED_STOPPED)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (feeds)); i++)
    g_assert_cmpint (get_state (feeds, i), ==, RUTTER_FEED_STOPPED);
  /* None of them has stood in the ledger but this machine. */
  for (guint i = 0;; i++)
    {
      g_autoptr(RutterNetEntry) entry =
        g_list_model_get_item (G_LIST_MODEL (rutter_net_gate_get_ledger (fixture->gate)), i);

      if (entry == NULL)
        break;
      g_assert_null (strstr (rutter_net_entry_get_host (entry), ".test"));
      g_assert_cmpstr (rutter_net_entry_get_host (entry), !=, "192.0.2.7");
    }
}

/* What stands in the fields, as an address and back. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *host, *port, *expected;
    const char *scheme;
  } cases[] = {
    { "127.0.0.1", "10110", "tcp://127.0.0.1:10110", "tcp" },
    { " receiver.test ", " 5631 ", "tcp://receiver.test:5631", "tcp" },
    { "::1", "10110", "tcp://[::1]:10110", "tcp" },
    { "[::1]", "10110", "tcp://[::1]:10110", "tcp" },
    { "receiver", "", "gpsd://receiver", "gpsd" },
    { NULL, "10110", "udp://:10110", "udp" },
  };
  g_autoptr(GPtrArray) kinds = rutter_feed_kind_list ();

  g_assert_cmpuint (kinds->len, >=, 3);
  g_assert_null (rutter_feed_kind_find ("http://a.test"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RutterFeedAnswers answers = { .host = (char *)cases[i].host,
                                          .port = (char *)cases[i].port };
      g_autofree char *example = g_strconcat (cases[i].scheme, "://", NULL);
      const RutterFeedKind *kind = rutter_feed_kind_find (example);
      g_autofree char *address = rutter_feed_kind_make_address (kind, &answers);
      g_auto(RutterFeedAnswers) back = { NULL };
      g_autofree char *again = NULL;

      g_test_message ("%s", cases[i].expected);
      g_assert_cmpstr (kind->scheme, ==, cases[i].scheme);
      g_assert_cmpstr (address, ==, cases[i].expected);
      g_assert_true (rutter_feed_kind_find (address) == kind);
      rutter_feed_kind_take_apart (kind, address, &back);
      again = rutter_feed_kind_make_address (kind, &back);
      g_assert_true (g_str_has_prefix (again, address));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/feeds/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/feeds/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/feeds/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/feeds/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add_func ("/feeds/kinds", test_kinds);
  return g_test_run ();
}
