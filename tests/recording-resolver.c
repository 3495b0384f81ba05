/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recording-resolver.h"

struct _RecordingResolver
{
  GResolver  parent_instance;

  GMutex     lock;  /* the sockets have a thread of their own */
  GString   *names; /* each with a space behind it, those in a row once */
};

G_DEFINE_FINAL_TYPE (RecordingResolver, recording_resolver, G_TYPE_RESOLVER)

static void
record (RecordingResolver *self,
        const char        *name)
{
  g_autofree char *word = g_strdup_printf ("%s ", name);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!g_str_has_suffix (self->names->str, word))
    g_string_append (self->names, word);
}

static void
recording_resolver_lookup_by_name_with_flags_async (GResolver                *resolver,
                                                    const char               *name,
                                                    GResolverNameLookupFlags  flags,
                                                    GCancellable             *cancellable,
                                                    GAsyncReadyCallback       callback,
                                                    gpointer                  user_data)
{
  g_autoptr(GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GInetAddress *address;

  record (RECORDING_RESOLVER (resolver), name);
  if (g_str_has_suffix (name, ".test") && flags != G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY)
    {
      address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
      g_task_return_pointer (task, g_list_prepend (NULL, address), NULL);
    }
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "No such name");
}

static GList *
recording_resolver_lookup_by_name_with_flags_finish (GResolver     *resolver,
                                                     GAsyncResult  *result,
                                                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GList *
recording_resolver_lookup_by_name_with_flags (GResolver                 *resolver,
                                              const char                *name,
                                              GResolverNameLookupFlags   flags,
                                              GCancellable              *cancellable,
                                              GError                   **error)
{
  record (RECORDING_RESOLVER (resolver), name);
  g_set_error (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "No such name");
  return NULL;
}

static void
recording_resolver_finalize (GObject *object)
{
  RecordingResolver *self = RECORDING_RESOLVER (object);

  g_string_free (self->names, TRUE);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (recording_resolver_parent_class)->finalize (object);
}

static void
recording_resolver_class_init (RecordingResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = recording_resolver_finalize;

  resolver_class->lookup_by_name_with_flags = recording_resolver_lookup_by_name_with_flags;
  resolver_class->lookup_by_name_with_flags_async =
    recording_resolver_lookup_by_name_with_flags_async;
  resolver_class->lookup_by_name_with_flags_finish =
    recording_resolver_lookup_by_name_with_flags_finish;
}

static void
recording_resolver_init (RecordingResolver *self)
{
  g_mutex_init (&self->lock);
  self->names = g_string_new (NULL);
}

/* Returns: (transfer full): the resolver of the whole program from now on */
RecordingResolver *
recording_resolver_install (void)
{
  RecordingResolver *self = g_object_new (TYPE_RECORDING_RESOLVER, NULL);

  g_resolver_set_default (G_RESOLVER (self));

  return self;
}

/* Returns: (transfer full): the names asked for since the last call, with spaces between */
char *
recording_resolver_take (RecordingResolver *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  char *names = g_strchomp (g_strdup (self->names->str));

  g_string_truncate (self->names, 0);

  return names;
}
