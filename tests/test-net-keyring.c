/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-error.h"
#include "rutter-net-gate.h"
#include "rutter-net-keyring.h"

#include <string.h>

#define KEY "k3y-0f-the-t3st"

typedef struct
{
  GSubprocess      *daemon;
  char             *folder;
  RutterNetKeyring *keyring;
  gboolean          is_done;
  gboolean          is_stored;
  char             *key;
  GError           *error;
} Fixture;

static void
on_done_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *fixture = user_data;
  RutterNetKeyring *keyring = RUTTER_NET_KEYRING (source);
  gpointer tag = g_task_get_source_tag (G_TASK (result));

  if (tag == rutter_net_keyring_store_async)
    fixture->is_stored = rutter_net_keyring_store_finish (keyring, result, &fixture->error);
  else if (tag == rutter_net_keyring_clear_async)
    fixture->is_stored = !rutter_net_keyring_clear_finish (keyring, result, &fixture->error);
  else
    fixture->key = rutter_net_keyring_look_up_finish (keyring, result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
begin (Fixture *fixture)
{
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->key, rutter_net_key_free);
  fixture->is_done = FALSE;
}

static void
finish (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
store (Fixture    *fixture,
       const char *key)
{
  begin (fixture);
  rutter_net_keyring_store_async (fixture->keyring, "aisstream", key, NULL, on_done_cb, fixture);
  finish (fixture);
}

static void
look_up (Fixture    *fixture,
         const char *service)
{
  begin (fixture);
  rutter_net_keyring_look_up_async (fixture->keyring, service, NULL, on_done_cb, fixture);
  finish (fixture);
}

static void
clear (Fixture *fixture)
{
  begin (fixture);
  rutter_net_keyring_clear_async (fixture->keyring, "aisstream", NULL, on_done_cb, fixture);
  finish (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("rutter-test-XXXXXX", NULL);
  fixture->keyring = rutter_net_keyring_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  const char *argv[] = { "rm", "-r", fixture->folder, NULL };

  g_clear_pointer (&fixture->key, rutter_net_key_free);
  g_clear_error (&fixture->error);
  g_assert_finalize_object (g_steal_pointer (&fixture->keyring));
  if (fixture->daemon != NULL)
    {
      g_subprocess_force_exit (fixture->daemon);
      g_subprocess_wait (fixture->daemon, NULL, NULL);
      g_clear_object (&fixture->daemon);
    }
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  g_free (fixture->folder);
}

/* A bus, and nobody on it yet who keeps secrets. */
static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const bad[] = { "", "  ", "two\nlines", "caf\xc3\xa9", "a\tb" };

  look_up (fixture, "aisstream");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (fixture->error->message, "until Rutter ends"));
  g_assert_nonnull (strstr (fixture->error->message, "“AISStream”"));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      store (fixture, bad[i]);
      g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_INVALID);
    }
  look_up (fixture, "aisstream");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);

  store (fixture, " " KEY "\n");
  g_assert_false (fixture->is_stored);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
  g_assert_null (strstr (fixture->error->message, KEY));
  look_up (fixture, "aisstream");
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->key, ==, KEY);
  look_up (fixture, "barentswatch");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);

  clear (fixture);
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_WRITE);
  look_up (fixture, "aisstream");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
}

static void
on_name_cb (GDBusConnection *connection,
            const char      *name,
            const char      *owner,
            gpointer         user_data)
{
  ((Fixture *)user_data)->is_done = TRUE;
}

/* The keyring that GNOME has, with its files in a folder of the test's own. */
static gboolean
start_daemon (Fixture *fixture)
{
  g_autofree char *program = g_find_program_in_path ("gnome-keyring-daemon");
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
    G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr(GError) error = NULL;
  GOutputStream *password;
  guint watch;

  if (program == NULL)
    return FALSE;

  /* What our own memory is tried with is not meant for it. */
  g_subprocess_launcher_unsetenv (launcher, "MALLOC_PERTURB_");
  g_subprocess_launcher_unsetenv (launcher, "MALLOC_CHECK_");
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_setenv (launcher, "HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", fixture->folder, TRUE);
  fixture->daemon = g_subprocess_launcher_spawn (launcher, &error, program, "--foreground",
                                                 "--unlock", "--components=secrets", NULL);
  g_assert_no_error (error);
  password = g_subprocess_get_stdin_pipe (fixture->daemon);
  g_output_stream_write_all (password, "password", 8, NULL, NULL, NULL);
  g_output_stream_close (password, NULL, NULL);

  fixture->is_done = FALSE;
  watch = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.secrets",
                            G_BUS_NAME_WATCHER_FLAGS_NONE, on_name_cb, NULL, fixture, NULL);
  finish (fixture);
  g_bus_unwatch_name (watch);
  return TRUE;
}

static void
test_daemon (Fixture       *fixture,
             gconstpointer  data)
{
  if (!start_daemon (fixture))
    {
      g_test_skip ("There is no gnome-keyring-daemon");
      return;
    }

  look_up (fixture, "aisstream");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
  g_assert_null (strstr (fixture->error->message, "until Rutter ends"));
  store (fixture, KEY);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->is_stored);

  /* Another run. */
  g_clear_object (&fixture->keyring);
  fixture->keyring = rutter_net_keyring_new ();
  look_up (fixture, "aisstream");
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (fixture->key, ==, KEY);
  store (fixture, KEY "2");
  look_up (fixture, "aisstream");
  g_assert_cmpstr (fixture->key, ==, KEY "2");

  clear (fixture);
  g_assert_no_error (fixture->error);
  clear (fixture);
  g_assert_no_error (fixture->error);
  look_up (fixture, "aisstream");
  g_assert_error (fixture->error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *program = g_find_program_in_path ("dbus-daemon");
  static GTestDBus *bus;   /* libsecret keeps its connection: nobody can wait for its end */
  int status;

  g_test_init (&argc, &argv, NULL);
  if (program != NULL)
    {
      bus = g_test_dbus_new (G_TEST_DBUS_NONE);
      g_test_dbus_up (bus);
      g_test_add ("/net/keyring/none", Fixture, NULL, set_up, test_none, tear_down);
      g_test_add ("/net/keyring/daemon", Fixture, NULL, set_up, test_daemon, tear_down);
    }

  status = g_test_run ();
  if (bus != NULL)
    g_test_dbus_stop (bus);

  return status;
}
