/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-keyring.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

/* As long as the keys of web services are at most, with much to spare. */
#define MOST_BYTES_A_KEY 4096

struct _RutterNetKeyring
{
  GObject     parent_instance;

  GHashTable *keys;   /* service: SecretValue, of this run */
};

G_DEFINE_FINAL_TYPE (RutterNetKeyring, rutter_net_keyring, G_TYPE_OBJECT)

static const SecretSchema schema = {
  "org.rutter.Rutter.Key", SECRET_SCHEMA_NONE,
  { { "service", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } }
};

static void
rutter_net_keyring_finalize (GObject *object)
{
  g_hash_table_unref (RUTTER_NET_KEYRING (object)->keys);

  G_OBJECT_CLASS (rutter_net_keyring_parent_class)->finalize (object);
}

static void
rutter_net_keyring_class_init (RutterNetKeyringClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_net_keyring_finalize;
}

static void
rutter_net_keyring_init (RutterNetKeyring *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, secret_value_unref);
}

RutterNetKeyring *
rutter_net_keyring_new (void)
{
  return g_object_new (RUTTER_TYPE_NET_KEYRING, NULL);
}

/* As the user knows it. */
static const char *
name_service (const char *service)
{
  static const struct
  {
    const char *service, *name;
  } names[] = {
    { "aisstream", "AISStream" },
    { "barentswatch", N_("BarentsWatch (client secret)") },
    { "barentswatch-client", N_("BarentsWatch (client ID)") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (service, names[i].service))
      return _(names[i].name);

  return service;
}

static GTask *
begin (RutterNetKeyring    *self,
       const char          *service,
       gpointer             tag,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_strdup (service), g_free);
  return task;
}

/* In memory that the system does not write to a disk. */
static void
remember (RutterNetKeyring *self,
          const char       *service,
          const char       *key)
{
  g_hash_table_replace (self->keys, g_strdup (service),
                        secret_value_new (key, (gssize)strlen (key), "text/plain"));
}

static void
on_stored_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                             _("The key could not be put into this computer's keyring (%s), so it "
                               "is used until Rutter ends, and then forgotten."), error->message);
}

/**
 * rutter_net_keyring_store_async:
 * @key: printable; blanks around it are left out
 *
 * Keeps a key, from now on for this run and, when it is done, in the keyring of the desktop.
 */
void
rutter_net_keyring_store_async (RutterNetKeyring    *self,
                                const char          *service,
                                const char          *key,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autofree char *label = NULL;
  char *stripped;
  gsize length;
  GTask *task;
  gboolean is_sound;

  g_return_if_fail (RUTTER_IS_NET_KEYRING (self));
  g_return_if_fail (service != NULL && key != NULL);

  task = begin (self, service, rutter_net_keyring_store_async, cancellable, callback, user_data);
  stripped = g_strstrip (g_strdup (key));
  length = strlen (stripped);
  is_sound = length > 0 && length <= MOST_BYTES_A_KEY;
  for (gsize i = 0; is_sound && i < length; i++)
    is_sound = g_ascii_isprint (stripped[i]);

  if (is_sound)
    {
      /* Translators: how the desktop's keyring names what it keeps; %s is a service. */
      label = g_strdup_printf (_("Rutter: key of %s"), name_service (service));
      remember (self, service, stripped);
      secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, stripped, cancellable,
                             on_stored_cb, task, "service", service, NULL);
    }
  else
    {
      g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                               _("This is no key: a key is one line of letters, digits and signs, "
                                 "as the service shows it."));
      g_object_unref (task);
    }

  secret_password_wipe (stripped);
  g_free (stripped);
}

/* Returns: whether the key is in the keyring; when not, with %RUTTER_ERROR_WRITE it is good for
 * this run all the same, with %RUTTER_ERROR_INVALID there was none to keep
 */
gboolean
rutter_net_keyring_store_finish (RutterNetKeyring  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
return_key (GTask      *task,
            const char *key)
{
  SecretValue *value = secret_value_new (key, (gssize)strlen (key), "text/plain");
  gsize length;

  g_task_return_pointer (task, secret_value_unref_to_password (value, &length),
                         rutter_net_key_free);
}

static void
on_looked_up_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  RutterNetKeyring *self = g_task_get_source_object (task);
  const char *service = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  char *key = secret_password_lookup_nonpageable_finish (result, &error);

  if (key != NULL)
    {
      remember (self, service, key);
      g_task_return_pointer (task, key, rutter_net_key_free);
    }
  else if (error == NULL)
    g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                             _("There is no key for “%s” yet: enter the one that the service has "
                               "given you."), name_service (service));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                             _("There is no key for “%s” yet, and this computer's keyring cannot "
                               "be asked (%s): enter the key; it is then used until Rutter ends."),
                             name_service (service), error->message);
}

void
rutter_net_keyring_look_up_async (RutterNetKeyring    *self,
                                  const char          *service,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;
  SecretValue *value;

  g_return_if_fail (RUTTER_IS_NET_KEYRING (self));
  g_return_if_fail (service != NULL);

  task = begin (self, service, rutter_net_keyring_look_up_async, cancellable, callback, user_data);
  value = g_hash_table_lookup (self->keys, service);
  if (value == NULL)
    {
      secret_password_lookup (&schema, cancellable, on_looked_up_cb, task, "service", service,
                              NULL);
      return;
    }

  return_key (task, secret_value_get_text (value));
  g_object_unref (task);
}

/* Returns: (transfer full): to be freed with rutter_net_key_free(); %NULL with
 *   %RUTTER_ERROR_NOT_FOUND
 */
char *
rutter_net_keyring_look_up_finish (RutterNetKeyring  *self,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_cleared_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, RUTTER_ERROR, RUTTER_ERROR_WRITE,
                             _("The key is no longer used, but it could not be taken out of this "
                               "computer's keyring: %s."), error->message);
}

/* Forgets a key, here and in the keyring. */
void
rutter_net_keyring_clear_async (RutterNetKeyring    *self,
                                const char          *service,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (RUTTER_IS_NET_KEYRING (self));
  g_return_if_fail (service != NULL);

  task = begin (self, service, rutter_net_keyring_clear_async, cancellable, callback, user_data);
  g_hash_table_remove (self->keys, service);
  secret_password_clear (&schema, cancellable, on_cleared_cb, task, "service", service, NULL);
}

/* Returns: %FALSE with %RUTTER_ERROR_WRITE; that there was no key is no error */
gboolean
rutter_net_keyring_clear_finish (RutterNetKeyring  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Overwrites it first. */
void
rutter_net_key_free (gpointer key)
{
  secret_password_free (key);
}
