/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-net-policy.h"

static void
test_hosts (void)
{
  static const struct
  {
    const char *text, *host; /* NULL: refused */
  } cases[] = {
    { "tiles.example.org", "tiles.example.org" },
    { " Tiles.Example.ORG. ", "tiles.example.org" },
    { "bücher.example", "xn--bcher-kva.example" },
    { "127.0.0.1", "127.0.0.1" },
    { "[::1]", "::1" },
    { "::1", "::1" },
    { "localhost", "localhost" },
    { "a_b.example", "a_b.example" },
    { "", NULL },
    { ".", NULL },
    { "   ", NULL },
    { "https://example.org", NULL },
    { "example.org/path", NULL },
    { "example.org:80", NULL },
    { "me@example.org", NULL },
    { "two words", NULL },
    { "a..b", NULL },
    { "-a.org", NULL },
    { "*.example.org", NULL },
    { "\xff", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *host = rutter_net_host_from_text (cases[i].text, &error);

      g_assert_cmpstr (host, ==, cases[i].host);
      if (cases[i].host == NULL)
        g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }
}

static void
count (gpointer user_data)
{
  ++*(guint *)user_data;
}

static void
test_grants (void)
{
  g_autoptr(RutterNetPolicy) policy = rutter_net_policy_new (NULL);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) hosts = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (policy, "changed", G_CALLBACK (count), &n_changes);
  g_assert_false (rutter_net_policy_is_on (policy));
  g_assert_true (rutter_net_policy_allow (policy, "b.test", RUTTER_NET_ONCE, &error));
  g_assert_true (rutter_net_policy_allow (policy, "a.test", RUTTER_NET_RUN, &error));
  g_assert_false (rutter_net_policy_permits (policy, "a.test"));
  rutter_net_policy_set_on (policy, TRUE);
  rutter_net_policy_set_on (policy, TRUE);
  g_assert_true (rutter_net_policy_permits (policy, "A.TEST."));
  g_assert_false (rutter_net_policy_permits (policy, "test"));
  g_assert_false (rutter_net_policy_permits (policy, "x.a.test"));
  hosts = rutter_net_policy_list_hosts (policy);
  g_assert_true (g_strv_equal ((const char *const *)hosts,
                               (const char *const[]) { "a.test", "b.test", NULL }));

  rutter_net_policy_spend (policy, "a.test");
  rutter_net_policy_spend (policy, "b.test");
  g_assert_true (rutter_net_policy_permits (policy, "a.test"));
  g_assert_false (rutter_net_policy_permits (policy, "b.test"));
  rutter_net_policy_forbid (policy, "a.test");
  rutter_net_policy_forbid (policy, "a.test");
  g_assert_false (rutter_net_policy_permits (policy, "a.test"));
  g_assert_cmpuint (n_changes, ==, 5);

  g_assert_false (rutter_net_policy_allow (policy, "no host", RUTTER_NET_RUN, &error));
  g_assert_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
}

/* Only what is allowed always is there in the next run, and nobody is at the first. */
static void
test_kept (void)
{
  g_autofree char *schemas = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data", NULL);
  g_autoptr(GSettingsSchemaSource) source =
    g_settings_schema_source_new_from_directory (schemas, NULL, TRUE, NULL);
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) settings = NULL;
  g_autoptr(RutterNetPolicy) first = NULL;
  g_autoptr(RutterNetPolicy) second = NULL;

  g_assert_nonnull (source);
  schema = g_settings_schema_source_lookup (source, "org.rutter.Rutter", FALSE);
  settings = g_settings_new_full (schema, NULL, NULL);
  first = rutter_net_policy_new (settings);
  g_assert_false (rutter_net_policy_is_on (first));
  g_assert_true (rutter_net_policy_allow (first, "run.test", RUTTER_NET_RUN, NULL));
  g_assert_true (rutter_net_policy_allow (first, "once.test", RUTTER_NET_ONCE, NULL));
  g_assert_true (rutter_net_policy_allow (first, "always.test", RUTTER_NET_ALWAYS, NULL));
  rutter_net_policy_set_on (first, TRUE);

  second = rutter_net_policy_new (settings);
  g_assert_true (rutter_net_policy_is_on (second));
  g_assert_true (rutter_net_policy_permits (second, "always.test"));
  g_assert_false (rutter_net_policy_permits (second, "run.test"));
  g_assert_false (rutter_net_policy_permits (second, "once.test"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/policy/hosts", test_hosts);
  g_test_add_func ("/net/policy/grants", test_grants);
  g_test_add_func ("/net/policy/kept", test_kept);

  return g_test_run ();
}
