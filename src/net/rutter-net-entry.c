/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-entry.h"

#include <inttypes.h>

struct _RutterNetEntry
{
  GObject  parent_instance;

  gint64   time_us; /* of the first, since 1970 */
  char    *host;
  char    *why;
  gboolean allowed;
  guint    count;
  guint64  n_sent, n_received; /* bytes, headers and all, without what TLS adds */
};

enum
{
  PROP_0,
  PROP_COUNT,
  PROP_SENT,
  PROP_RECEIVED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (RutterNetEntry, rutter_net_entry, G_TYPE_OBJECT)

static void
rutter_net_entry_finalize (GObject *object)
{
  RutterNetEntry *self = RUTTER_NET_ENTRY (object);

  g_free (self->host);
  g_free (self->why);

  G_OBJECT_CLASS (rutter_net_entry_parent_class)->finalize (object);
}

static void
rutter_net_entry_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  RutterNetEntry *self = RUTTER_NET_ENTRY (object);

  switch (id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_SENT:
      g_value_set_uint64 (value, self->n_sent);
      break;
    case PROP_RECEIVED:
      g_value_set_uint64 (value, self->n_received);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rutter_net_entry_class_init (RutterNetEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rutter_net_entry_finalize;
  object_class->get_property = rutter_net_entry_get_property;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 1, G_MAXUINT, 1, flags);
  properties[PROP_SENT] = g_param_spec_uint64 ("sent", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_RECEIVED] = g_param_spec_uint64 ("received", NULL, NULL, 0, G_MAXUINT64, 0,
                                                   flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
rutter_net_entry_init (RutterNetEntry *self)
{
}

RutterNetEntry *
rutter_net_entry_new (gint64      time_us,
                      const char *host,
                      const char *why,
                      gboolean    allowed)
{
  RutterNetEntry *self = g_object_new (RUTTER_TYPE_NET_ENTRY, NULL);

  self->time_us = time_us;
  self->host = g_strdup (host);
  self->why = g_strdup (why);
  self->allowed = allowed;
  self->count = 1;

  return self;
}

/* Returns: whether this line tells of a contact too: alike in all but bytes, the same minute */
gboolean
rutter_net_entry_fold (RutterNetEntry *self,
                       gint64          time_us,
                       const char     *host,
                       const char     *why,
                       gboolean        allowed)
{
  if (time_us / (60 * G_USEC_PER_SEC) != self->time_us / (60 * G_USEC_PER_SEC) ||
      allowed != self->allowed || g_strcmp0 (host, self->host) != 0 ||
      g_strcmp0 (why, self->why) != 0)
    return FALSE;

  self->count++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  return TRUE;
}

void
rutter_net_entry_add_bytes (RutterNetEntry *self,
                            guint64         n_sent,
                            guint64         n_received)
{
  g_return_if_fail (RUTTER_IS_NET_ENTRY (self));

  self->n_sent += n_sent;
  self->n_received += n_received;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECEIVED]);
}

gint64
rutter_net_entry_get_time_us (RutterNetEntry *self)
{
  return self->time_us;
}

const char *
rutter_net_entry_get_host (RutterNetEntry *self)
{
  return self->host;
}

const char *
rutter_net_entry_get_why (RutterNetEntry *self)
{
  return self->why;
}

gboolean
rutter_net_entry_is_allowed (RutterNetEntry *self)
{
  return self->allowed;
}

guint
rutter_net_entry_get_count (RutterNetEntry *self)
{
  return self->count;
}

guint64
rutter_net_entry_get_sent (RutterNetEntry *self)
{
  return self->n_sent;
}

guint64
rutter_net_entry_get_received (RutterNetEntry *self)
{
  return self->n_received;
}

/* A field of CSV (RFC 4180) that may hold anything, on one line. */
static char *
quote (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strdelimit (g_strjoinv ("\"\"", parts), "\t\r\n", ' ');

  return g_strdup_printf ("\"%s\"", doubled);
}

/* Returns: (transfer full): the line of the exported table as CSV, with its end: for programs, so
 * in UTC and untranslated but for the reason
 */
char *
rutter_net_entry_dup_line (RutterNetEntry *self)
{
  g_autoptr(GDateTime) first = g_date_time_new_from_unix_utc (self->time_us / G_USEC_PER_SEC);
  g_autofree char *time = g_date_time_format_iso8601 (first);
  g_autofree char *why = quote (self->why);

  return g_strdup_printf ("%s,%s,%s,%s,%u,%" PRIu64 ",%" PRIu64 "\r\n", time, self->host, why,
                          self->allowed ? "allowed" : "refused", self->count, self->n_sent,
                          self->n_received);
}
