/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-records-private.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>

#define BLOCK_SIZE (256 * 1024)
/* A file that is wrong all over needs no longer list to be told so. */
#define MAX_WARNINGS 1000

struct _RutterRecords
{
  gatomicrefcount ref_count;

  GStringChunk   *strings;
  GPtrArray      *memory;         /* every block and line */
  char           *block;          /* the last one, where the next row goes */
  gsize           block_used;

  GPtrArray      *arrays;         /* every array that a row points to */
  GPtrArray      *empty;          /* stands for all arrays without a row */

  GPtrArray      *objects[RUTTER_N_KIND];
  GPtrArray      *claims;
  RutterLayerRow *layers[RUTTER_N_LAYER];
  GHashTable     *objects_by_uid;
  GHashTable     *claims_by_uid;
  GHashTable     *actors_by_code;

  GPtrArray      *warnings;

  GMutex          lock;           /* of the extra, all that changes */
  gpointer        extra;
  GDestroyNotify  destroy_extra;

  gpointer        guests;
  GDestroyNotify  release_guests;
};

G_DEFINE_BOXED_TYPE (RutterRecords, rutter_records, rutter_records_ref, rutter_records_unref)

RutterRecords *
rutter_records_new (void)
{
  RutterRecords *self = g_new0 (RutterRecords, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (64 * 1024);
  self->memory = g_ptr_array_new_with_free_func (g_free);
  self->block_used = BLOCK_SIZE;
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->empty = g_ptr_array_new ();
  for (guint i = 0; i < RUTTER_N_KIND; i++)
    self->objects[i] = g_ptr_array_new ();
  self->claims = g_ptr_array_new ();
  self->objects_by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->claims_by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->actors_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&self->lock);

  return self;
}

static void
free_records (RutterRecords *self)
{
  if (self->extra != NULL)
    self->destroy_extra (self->extra);
  if (self->guests != NULL)
    self->release_guests (self->guests);
  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->objects_by_uid);
  g_hash_table_unref (self->claims_by_uid);
  g_hash_table_unref (self->actors_by_code);
  for (guint i = 0; i < RUTTER_N_KIND; i++)
    g_ptr_array_unref (self->objects[i]);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->arrays);
  g_ptr_array_unref (self->empty);
  g_ptr_array_unref (self->memory);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * rutter_records_alloc:
 *
 * Returns: (transfer none): room for one row, all zero, that lives as long as the records
 */
gpointer
rutter_records_alloc (RutterRecords *self,
                      gsize          size)
{
  const gsize alignment = G_ALIGNOF (max_align_t);
  gpointer row;

  g_assert (size <= BLOCK_SIZE);

  size = (size + alignment - 1) / alignment * alignment;
  if (size > BLOCK_SIZE - self->block_used)
    {
      self->block = g_malloc0 (BLOCK_SIZE);
      self->block_used = 0;
      g_ptr_array_add (self->memory, self->block);
    }

  row = self->block + self->block_used;
  self->block_used += size;
  return row;
}

/**
 * rutter_records_take:
 * @memory: (transfer full): freed with the records by g_free()
 */
void
rutter_records_take (RutterRecords *self,
                     gpointer       memory)
{
  g_ptr_array_add (self->memory, memory);
}

/**
 * rutter_records_intern:
 * @text: (nullable): text as it stands in the file, of whatever bytes
 *
 * Returns: (transfer none) (nullable): the same as valid UTF-8, once for all rows that say it
 */
const char *
rutter_records_intern (RutterRecords *self,
                       const char    *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;

  if (g_utf8_validate (text, -1, NULL))
    return g_string_chunk_insert_const (self->strings, text);

  valid = g_utf8_make_valid (text, -1);
  return g_string_chunk_insert_const (self->strings, valid);
}

/**
 * rutter_records_get_empty:
 *
 * Returns: (transfer none): the array that every array of a row begins as
 */
GPtrArray *
rutter_records_get_empty (RutterRecords *self)
{
  return self->empty;
}

/**
 * rutter_records_append:
 * @array: an array of a row; becomes an array of its own with its first row
 */
void
rutter_records_append (RutterRecords  *self,
                       GPtrArray     **array,
                       gconstpointer   row)
{
  if (*array == self->empty)
    {
      *array = g_ptr_array_new ();
      g_ptr_array_add (self->arrays, *array);
    }

  g_ptr_array_add (*array, (gpointer)row);
}

/* What was computed is put apart: see rutter_records_settle_claims(). */
void
rutter_records_append_claim (RutterRecords     *self,
                             RutterObject      *object,
                             const RutterClaim *claim)
{
  gboolean is_computed = g_strcmp0 (claim->kind, "computed") == 0;

  rutter_records_append (self, is_computed ? &object->computed : &object->claims, claim);
}

/* Once all claims are there. Nobody else speaks of a way that was computed and kept: then what was
 * computed are its claims.
 */
void
rutter_records_settle_claims (RutterObject *object)
{
  GPtrArray *claims = object->claims;

  if (claims->len > 0)
    return;

  object->claims = object->computed;
  object->computed = claims;
}

/**
 * rutter_records_add_object:
 * @object: with its typed row, and a uid that no other has
 */
void
rutter_records_add_object (RutterRecords *self,
                           RutterObject  *object)
{
  const RutterParty *party;

  if (object->computed == NULL)
    object->computed = self->empty;

  g_hash_table_insert (self->objects_by_uid, (gpointer)object->uid, object);
  g_ptr_array_add (self->objects[object->kind], object);

  if (object->kind == RUTTER_KIND_PARTY)
    {
      party = object->row;
      if (party->code != NULL && g_strcmp0 (party->kind, "actor") == 0)
        g_hash_table_insert (self->actors_by_code, (gpointer)party->code, object);
    }
}

gboolean
rutter_records_add_claim (RutterRecords *self,
                          RutterClaim   *claim)
{
  if (g_hash_table_contains (self->claims_by_uid, claim->uid))
    return FALSE;

  g_hash_table_insert (self->claims_by_uid, (gpointer)claim->uid, claim);
  g_ptr_array_add (self->claims, claim);
  return TRUE;
}

void
rutter_records_set_layer (RutterRecords  *self,
                          RutterLayerId   layer,
                          RutterLayerRow *row)
{
  self->layers[layer] = row;
}

/**
 * rutter_records_warn:
 *
 * Notes in one sentence what of the file was left out, and why.
 */
void
rutter_records_warn (RutterRecords *self,
                     const char    *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (self->warnings->len == MAX_WARNINGS)
    return;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (self->warnings, g_utf8_make_valid (text, -1));
}

RutterRecords *
rutter_records_ref (RutterRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_records_unref (RutterRecords *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    free_records (self);
}

/**
 * rutter_records_get_objects:
 *
 * Returns: (transfer none) (element-type RutterObject): all of one kind, in the file's order
 */
GPtrArray *
rutter_records_get_objects (RutterRecords *self,
                            RutterKind     kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint)kind < RUTTER_N_KIND, NULL);

  return self->objects[kind];
}

/**
 * rutter_records_get_claims:
 *
 * Returns: (transfer none) (element-type RutterClaim): all, in the file's order
 */
GPtrArray *
rutter_records_get_claims (RutterRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->claims;
}

/**
 * rutter_records_find:
 *
 * Returns: (transfer none) (nullable): the object of that uid
 */
const RutterObject *
rutter_records_find (RutterRecords *self,
                     const char    *uid)
{
  g_return_val_if_fail (self != NULL, NULL);

  return uid != NULL ? g_hash_table_lookup (self->objects_by_uid, uid) : NULL;
}

/**
 * rutter_records_find_claim:
 *
 * Returns: (transfer none) (nullable): the claim of that uid
 */
const RutterClaim *
rutter_records_find_claim (RutterRecords *self,
                           const char    *uid)
{
  g_return_val_if_fail (self != NULL, NULL);

  return uid != NULL ? g_hash_table_lookup (self->claims_by_uid, uid) : NULL;
}

/**
 * rutter_records_find_actor:
 * @code: as in "RU", in capitals
 *
 * Returns: (transfer none) (nullable): the party that is this actor
 */
const RutterObject *
rutter_records_find_actor (RutterRecords *self,
                           const char    *code)
{
  g_return_val_if_fail (self != NULL, NULL);

  return code != NULL ? g_hash_table_lookup (self->actors_by_code, code) : NULL;
}

/**
 * rutter_records_get_layer:
 *
 * Returns: (transfer none) (nullable): what the file says of the layer
 */
const RutterLayerRow *
rutter_records_get_layer (RutterRecords *self,
                          RutterLayerId  layer)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint)layer < RUTTER_N_LAYER, NULL);

  return self->layers[layer];
}

/**
 * rutter_records_get_warnings:
 *
 * Returns: (transfer none) (element-type utf8): what of the file was left out and why, one
 *   sentence each, at most a thousand; empty for a sound file
 */
GPtrArray *
rutter_records_get_warnings (RutterRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->warnings;
}

/**
 * rutter_records_dup_notice:
 *
 * Returns: (transfer full) (nullable): the first of the warnings and how many more there are, for
 *   whoever opened the file; %NULL for a sound file
 */
char *
rutter_records_dup_notice (RutterRecords *self)
{
  const char *first;
  guint n_more;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->warnings->len == 0)
    return NULL;

  first = g_ptr_array_index (self->warnings, 0);
  if (self->warnings->len == 1)
    return g_strdup (first);

  n_more = self->warnings->len - 1;
  return g_strdup_printf (ngettext ("%s %u more thing was passed over; “rutter-cli check” lists "
                                    "all.",
                                    "%s %u more things were passed over; “rutter-cli check” lists "
                                    "all.", n_more), first, n_more);
}

gpointer
rutter_records_get_extra (RutterRecords   *self,
                          gpointer       (*make) (RutterRecords *records),
                          GDestroyNotify   destroy)
{
  gpointer extra;

  g_return_val_if_fail (self != NULL && make != NULL && destroy != NULL, NULL);

  g_mutex_lock (&self->lock);
  if (self->extra == NULL)
    {
      self->extra = make (self);
      self->destroy_extra = destroy;
    }
  extra = self->extra;
  g_mutex_unlock (&self->lock);

  return extra;
}

void
rutter_records_take_guests (RutterRecords  *self,
                            gpointer        keeper,
                            GDestroyNotify  release)
{
  g_return_if_fail (self != NULL && keeper != NULL && release != NULL);
  g_return_if_fail (self->guests == NULL);

  self->guests = keeper;
  self->release_guests = release;
}

void
rutter_records_add_guest (RutterRecords *self,
                          RutterKind     kind,
                          const char    *uid,
                          const char    *title,
                          guint          layers,
                          gconstpointer  row)
{
  RutterObject *object;

  g_return_if_fail (self != NULL && self->guests != NULL);

  object = rutter_records_alloc (self, sizeof *object);
  *object = (RutterObject) {
    .uid = rutter_records_intern (self, uid), .kind = kind,
    .title = rutter_records_intern (self, title), .layers = layers, .row = row,
    .claims = self->empty, .other_claims = self->empty, .computed = self->empty,
    .participants = self->empty, .participations = self->empty, .identifiers = self->empty,
    .links = self->empty, .listings = self->empty,
  };
  rutter_records_add_object (self, object);
}

gpointer
rutter_records_get_guests (RutterRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->guests;
}
