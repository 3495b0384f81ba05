/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-policy.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As long as a name can be (RFC 1035, 2.3.4). */
#define MOST_BYTES_A_HOST 253
#define MOST_HOSTS 500

struct _RutterNetPolicy
{
  GObject     parent_instance;

  GSettings  *settings; /* NULL: nothing is kept */
  gboolean    on;
  GHashTable *hosts;    /* name: RutterNetGrant */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterNetPolicy, rutter_net_policy, G_TYPE_OBJECT)

static void
set_host_error (const char  *text,
                GError     **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, MIN (strlen (text), 80));

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               _("“%s” is not the name of a host, such as tiles.example.org."), shown);
}

/* Letters, digits, hyphens and dots; or an IPv6 address. */
static gboolean
is_host (const char *host)
{
  gsize length = strlen (host);

  if (length == 0 || length > MOST_BYTES_A_HOST)
    return FALSE;

  if (g_hostname_is_ip_address (host))
    return TRUE;

  for (const char *c = host; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-._", *c) == NULL)
      return FALSE;

  return *host != '.' && *host != '-' && strstr (host, "..") == NULL;
}

/**
 * rutter_net_host_from_text:
 * @text: what a user typed or an address holds
 *
 * Returns: (transfer full): the host as it is kept and compared: small letters, in the form that
 *   goes over the wire, with no dot at its end and no brackets; %NULL with %RUTTER_ERROR_INVALID
 */
char *
rutter_net_host_from_text (const char  *text,
                           GError     **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *ascii = NULL;
  g_autofree char *host = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate_len (text, strlen (text), NULL) || strlen (text) > 4 * MOST_BYTES_A_HOST)
    {
      set_host_error (text, error);
      return NULL;
    }

  stripped = g_strstrip (g_strdup (text));
  length = strlen (stripped);
  if (length > 2 && stripped[0] == '[' && stripped[length - 1] == ']')
    {
      stripped[length - 1] = '\0';
      memmove (stripped, stripped + 1, length - 1);
    }
  else if (length > 1 && stripped[length - 1] == '.')
    {
      stripped[length - 1] = '\0';
    }

  ascii = g_hostname_to_ascii (stripped);
  host = ascii != NULL ? g_ascii_strdown (ascii, -1) : NULL;
  if (host != NULL && is_host (host))
    return g_steal_pointer (&host);

  set_host_error (text, error);
  return NULL;
}

static void
save (RutterNetPolicy *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) hosts = NULL;
  g_auto(GStrv) kept = NULL;

  if (self->settings == NULL)
    return;

  hosts = rutter_net_policy_list_hosts (self);
  for (guint i = 0; hosts[i] != NULL; i++)
    if (rutter_net_policy_get_grant (self, hosts[i]) == RUTTER_NET_ALWAYS)
      g_strv_builder_add (builder, hosts[i]);

  kept = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "network-hosts", (const char *const *)kept);
  g_settings_set_boolean (self->settings, "network", self->on);
  g_settings_apply (self->settings);
}

static void
load (RutterNetPolicy *self)
{
  g_auto(GStrv) kept = g_settings_get_strv (self->settings, "network-hosts");

  self->on = g_settings_get_boolean (self->settings, "network");
  for (guint i = 0; kept[i] != NULL && i < MOST_HOSTS; i++)
    {
      char *host = rutter_net_host_from_text (kept[i], NULL);

      if (host != NULL)
        g_hash_table_insert (self->hosts, host, GUINT_TO_POINTER (RUTTER_NET_ALWAYS));
    }
}

static void
rutter_net_policy_finalize (GObject *object)
{
  RutterNetPolicy *self = RUTTER_NET_POLICY (object);

  g_clear_object (&self->settings);
  g_hash_table_unref (self->hosts);

  G_OBJECT_CLASS (rutter_net_policy_parent_class)->finalize (object);
}

static void
rutter_net_policy_class_init (RutterNetPolicyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_net_policy_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_net_policy_init (RutterNetPolicy *self)
{
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* @settings: (nullable): with the keys “network” and “network-hosts” */
RutterNetPolicy *
rutter_net_policy_new (GSettings *settings)
{
  RutterNetPolicy *self = g_object_new (RUTTER_TYPE_NET_POLICY, NULL);

  g_set_object (&self->settings, settings);
  if (settings != NULL)
    load (self);

  return self;
}

gboolean
rutter_net_policy_is_on (RutterNetPolicy *self)
{
  g_return_val_if_fail (RUTTER_IS_NET_POLICY (self), FALSE);

  return self->on;
}

void
rutter_net_policy_set_on (RutterNetPolicy *self,
                          gboolean         on)
{
  g_return_if_fail (RUTTER_IS_NET_POLICY (self));

  if (self->on == !!on)
    return;

  self->on = !!on;
  save (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * rutter_net_policy_allow:
 *
 * Allows a host for as long as @grant says, whatever was said of it before. Opens nothing while the
 * policy is off.
 *
 * Returns: %FALSE with %RUTTER_ERROR_INVALID for what is no host
 */
gboolean
rutter_net_policy_allow (RutterNetPolicy  *self,
                         const char       *host,
                         RutterNetGrant    grant,
                         GError          **error)
{
  char *name;

  g_return_val_if_fail (RUTTER_IS_NET_POLICY (self), FALSE);
  g_return_val_if_fail (grant != RUTTER_NET_NEVER, FALSE);

  name = rutter_net_host_from_text (host, error);
  if (name == NULL)
    return FALSE;

  g_hash_table_replace (self->hosts, name, GUINT_TO_POINTER (grant));
  save (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
rutter_net_policy_forbid (RutterNetPolicy *self,
                          const char      *host)
{
  g_autofree char *name = NULL;

  g_return_if_fail (RUTTER_IS_NET_POLICY (self));

  name = rutter_net_host_from_text (host, NULL);
  if (name == NULL || !g_hash_table_remove (self->hosts, name))
    return;

  save (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What was allowed once has been used; every other grant stays. */
void
rutter_net_policy_spend (RutterNetPolicy *self,
                         const char      *host)
{
  if (rutter_net_policy_get_grant (self, host) == RUTTER_NET_ONCE)
    rutter_net_policy_forbid (self, host);
}

/* What was said of a host, whether the policy is on or off. */
RutterNetGrant
rutter_net_policy_get_grant (RutterNetPolicy *self,
                             const char      *host)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (RUTTER_IS_NET_POLICY (self), RUTTER_NET_NEVER);

  name = rutter_net_host_from_text (host, NULL);
  if (name == NULL)
    return RUTTER_NET_NEVER;

  return (RutterNetGrant)GPOINTER_TO_UINT (g_hash_table_lookup (self->hosts, name));
}

gboolean
rutter_net_policy_permits (RutterNetPolicy *self,
                           const char      *host)
{
  g_return_val_if_fail (RUTTER_IS_NET_POLICY (self), FALSE);

  return self->on && rutter_net_policy_get_grant (self, host) != RUTTER_NET_NEVER;
}

static int
compare_hosts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full): the hosts of which something was said, a to z */
GStrv
rutter_net_policy_list_hosts (RutterNetPolicy *self)
{
  g_autoptr(GPtrArray) hosts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer host;

  g_return_val_if_fail (RUTTER_IS_NET_POLICY (self), NULL);

  g_hash_table_iter_init (&iter, self->hosts);
  while (g_hash_table_iter_next (&iter, &host, NULL))
    g_ptr_array_add (hosts, g_strdup (host));
  g_ptr_array_sort (hosts, compare_hosts);
  g_ptr_array_add (hosts, NULL);

  return (GStrv)g_ptr_array_steal (hosts, NULL);
}
