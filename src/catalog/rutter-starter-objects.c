/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter-objects.h"

#include "rutter-identifier.h"
#include "rutter-starter-geometry.h"
#include "rutter-starter-record.h"

#include <math.h>
#include <string.h>

/* The largest number that a column of numbers may hold: tonnage, year. */
#define LARGEST_NUMBER 10000000

static gboolean
check_uid (const RutterStarterTable  *table,
           const RutterStarterRow    *row,
           const char                *uid,
           GError                   **error)
{
  const char *kind = rutter_kind_get_id (table->kind);
  gsize length = strlen (kind);

  if (strncmp (uid, kind, length) == 0 && uid[length] == ':' && uid[length + 1] != '\0' &&
      strpbrk (uid, " ;#") == NULL)
    return TRUE;

  return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                    "the uid must be \"%s:\" and a name without blanks", kind);
}

/* Gives the row's object its id; titles and claims are looked at by those who write them. */
gboolean
rutter_starter_register_object (RutterStarterContext      *context,
                                const RutterStarterTable  *table,
                                const RutterStarterRow    *row,
                                GError                   **error)
{
  g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("object");
  const char *uid = rutter_starter_row_get (row, "uid");
  RutterStarterObject *object = g_hash_table_lookup (context->objects, uid);

  if (object != NULL)
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "the uid is taken by %s:%u",
                                      rutter_text_table_get_name (object->row.table),
                                      rutter_text_table_get_line (object->row.table,
                                                                  object->row.index));

  if (!check_uid (table, row, uid, error))
    return FALSE;

  object = g_new0 (RutterStarterObject, 1);
  object->kind = table->kind;
  object->row = *row;
  g_hash_table_insert (context->objects, (char *)uid, object);

  rutter_starter_record_add_text (record, "uid", uid);
  rutter_starter_record_add_text (record, "kind", rutter_kind_get_id (table->kind));
  rutter_starter_record_add_text (record, "title", rutter_starter_row_get (row, "title"));
  return rutter_starter_record_insert (record, context, row, &object->id, error);
}

static gboolean
add_participant (RutterStarterContext    *context,
                 const RutterStarterRow  *row,
                 gint64                   object_id,
                 gint64                   who_id,
                 const char              *role,
                 guint                    position,
                 GError                 **error)
{
  g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("participant");

  rutter_starter_record_add_number (record, "object_id", object_id);
  rutter_starter_record_add_number (record, "who_id", who_id);
  rutter_starter_record_add_text (record, "role", role);
  rutter_starter_record_add_number (record, "position", position);
  return rutter_starter_record_insert (record, context, row, NULL, error);
}

static gboolean
write_members (RutterStarterContext      *context,
               const RutterStarterRow    *row,
               const RutterStarterField  *field,
               gint64                     id,
               GError                   **error)
{
  g_auto(GStrv) uids = rutter_starter_row_list (row, field->name, error);

  if (uids == NULL)
    return FALSE;

  for (guint i = 0; uids[i] != NULL; i++)
    {
      RutterStarterObject *who = rutter_starter_context_find (context, row, field->name, uids[i],
                                                              field->kinds, error);

      if (who == NULL)
        return FALSE;

      /* A voyage may come back to a port, but nobody takes part in one role twice. */
      for (guint j = 0; j < i; j++)
        if (g_str_equal (uids[i], uids[j]) && (j + 1 == i || !g_str_equal (field->role, "stop")))
          return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                            "\"%s\" names \"%s\" twice", field->name, uids[i]);

      if (!add_participant (context, row, id, who->id, field->role, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_layer (RutterStarterContext    *context,
           const RutterStarterRow  *row,
           const char              *layer_id,
           gint64                   id,
           GError                 **error)
{
  g_autoptr(RutterStarterRecord) record = rutter_starter_record_new ("layer_member");
  RutterLayerId layer;

  if (!rutter_layer_from_id (layer_id, &layer))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "there is no layer \"%s\"", layer_id);

  rutter_starter_record_add_number (record, "layer_id", context->layer_ids[layer]);
  rutter_starter_record_add_number (record, "object_id", id);
  return rutter_starter_record_insert (record, context, row, NULL, error);
}

static gboolean
write_layers (RutterStarterContext      *context,
              const RutterStarterRow    *row,
              const RutterStarterField  *field,
              gint64                     id,
              GError                   **error)
{
  g_auto(GStrv) layers = rutter_starter_row_list (row, field->name, error);

  if (layers == NULL)
    return FALSE;

  for (guint i = 0; layers[i] != NULL; i++)
    if (!add_layer (context, row, layers[i], id, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_reference (RutterStarterContext      *context,
               const RutterStarterRow    *row,
               const RutterStarterField  *field,
               RutterStarterRecord       *record,
               GError                   **error)
{
  const char *uid = rutter_starter_row_get (row, field->name);
  RutterStarterObject *object;

  if (uid == NULL)
    {
      rutter_starter_record_add_text (record, rutter_starter_field_get_column (field), NULL);
      return TRUE;
    }

  object = rutter_starter_context_find (context, row, field->name, uid, field->kinds, error);
  if (object == NULL)
    return FALSE;

  rutter_starter_record_add_number (record, rutter_starter_field_get_column (field), object->id);
  return TRUE;
}

static gboolean
add_number (const RutterStarterRow    *row,
            const RutterStarterField  *field,
            gint64                     largest,
            RutterStarterRecord       *record,
            GError                   **error)
{
  gint64 number = 0;

  if (!rutter_starter_row_get_number (row, field->name, largest, &number, error))
    return FALSE;

  if (rutter_starter_row_get (row, field->name) != NULL)
    rutter_starter_record_add_number (record, rutter_starter_field_get_column (field), number);
  else
    rutter_starter_record_add_text (record, rutter_starter_field_get_column (field), NULL);

  return TRUE;
}

static gboolean
add_status (const RutterStarterRow    *row,
            const RutterStarterField  *field,
            RutterStarterRecord       *record,
            GError                   **error)
{
  const char *id = rutter_starter_row_get (row, field->name);
  RutterStatus status;

  if (id != NULL && !rutter_status_from_id (id, &status))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "there is no status \"%s\"", id);

  rutter_starter_record_add_text (record, rutter_starter_field_get_column (field), id);
  return TRUE;
}

static gboolean
add_locode (const RutterStarterRow    *row,
            const RutterStarterField  *field,
            RutterStarterRecord       *record,
            GError                   **error)
{
  const char *locode = rutter_starter_row_get (row, field->name);

  if (locode != NULL && rutter_identifier_check ("locode", locode) != RUTTER_CHECK_VALID)
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "\"%s\" has not the form of a UN/LOCODE", locode);

  rutter_starter_record_add_text (record, rutter_starter_field_get_column (field), locode);
  return TRUE;
}

/* A number that fails its check is an error of the facts until the row says, in known_bad, that
 * its source prints it so.
 */
static gboolean
add_identifier (const RutterStarterRow  *row,
                RutterStarterRecord     *record,
                GError                 **error)
{
  static const char *const found[] = {
    [RUTTER_CHECK_UNCHECKED] = "unchecked",
    [RUTTER_CHECK_VALID] = "valid",
    [RUTTER_CHECK_INVALID] = "invalid",
  };
  const char *scheme = rutter_starter_row_get (row, "scheme");
  const char *value = rutter_starter_row_get (row, "value");
  g_autofree char *normal = rutter_identifier_normalize (scheme, value);
  RutterCheck check = rutter_identifier_check (scheme, value);
  gint64 known_bad = 0;

  if (!rutter_starter_row_get_number (row, "known_bad", 1, &known_bad, error))
    return FALSE;

  if (check == RUTTER_CHECK_INVALID && !known_bad)
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "the %s \"%s\" is wrong: it does not pass its check",
                                      scheme, value);

  if (check != RUTTER_CHECK_INVALID && known_bad)
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "the %s \"%s\" is marked as bad, but nothing is wrong with "
                                      "it", scheme, value);

  if (check != RUTTER_CHECK_INVALID && !g_str_equal (normal, value))
    return rutter_starter_row_refuse (row, RUTTER_ERROR_INVALID, error,
                                      "the value \"%s\" must be written \"%s\"", value, normal);

  rutter_starter_record_add_text (record, "value", value);
  rutter_starter_record_add_text (record, "valid", found[check]);
  return TRUE;
}

static gboolean
add_field (RutterStarterContext      *context,
           const RutterStarterRow    *row,
           const RutterStarterField  *field,
           RutterStarterRecord       *record,
           GError                   **error)
{
  switch (field->type)
    {
    case RUTTER_STARTER_FIELD_TEXT:
      rutter_starter_record_add_text (record, rutter_starter_field_get_column (field),
                                      rutter_starter_row_get (row, field->name));
      return TRUE;

    case RUTTER_STARTER_FIELD_NUMBER:
      return add_number (row, field, LARGEST_NUMBER, record, error);

    case RUTTER_STARTER_FIELD_FLAG:
      return add_number (row, field, 1, record, error);

    case RUTTER_STARTER_FIELD_DATE:
      return rutter_starter_record_add_date (record, row, field->name, error);

    case RUTTER_STARTER_FIELD_STATUS:
      return add_status (row, field, record, error);

    case RUTTER_STARTER_FIELD_LOCODE:
      return add_locode (row, field, record, error);

    case RUTTER_STARTER_FIELD_IDENTIFIER:
      return add_identifier (row, record, error);

    case RUTTER_STARTER_FIELD_REFERENCE:
      return add_reference (context, row, field, record, error);

    case RUTTER_STARTER_FIELD_MEMBERS:
    case RUTTER_STARTER_FIELD_LAYERS:
    case RUTTER_STARTER_FIELD_ASIDE:
    default:
      return TRUE;
    }
}

/* What hangs on the row once it is there: who takes part, in which layers it is shown. */
static gboolean
write_surroundings (RutterStarterContext      *context,
                    const RutterStarterTable  *table,
                    const RutterStarterRow    *row,
                    gint64                     id,
                    GError                   **error)
{
  for (const RutterStarterField *field = table->fields; field->name != NULL; field++)
    {
      if (field->type == RUTTER_STARTER_FIELD_LAYERS)
        {
          if (!write_layers (context, row, field, id, error))
            return FALSE;
        }
      else if (field->role != NULL)
        {
          if (!write_members (context, row, field, id, error))
            return FALSE;
        }
    }

  return table->layer == NULL || add_layer (context, row, table->layer, id, error);
}

static RutterStarterRecord *
make_record (RutterStarterContext      *context,
             const RutterStarterTable  *table,
             const RutterStarterRow    *row,
             RutterStarterObject       *object,
             GError                   **error)
{
  g_autoptr(RutterStarterRecord) record = rutter_starter_record_new (table->table);
  g_autoptr(GBytes) geometry = NULL;

  if (object != NULL)
    rutter_starter_record_add_number (record, "id", object->id);
  if (table->party_kind != NULL)
    rutter_starter_record_add_text (record, "kind", table->party_kind);

  if (table->geometry != RUTTER_STARTER_GEOMETRY_NONE)
    {
      if (!rutter_starter_make_geometry (context, table, row, object, &geometry, error))
        return NULL;
      rutter_starter_record_add_bytes (record, "geom", geometry);
    }

  for (const RutterStarterField *field = table->fields; field->name != NULL; field++)
    if (!add_field (context, row, field, record, error))
      return NULL;

  return g_steal_pointer (&record);
}

/* Writes the typed row of a table of facts and what hangs on it. */
gboolean
rutter_starter_write_row (RutterStarterContext      *context,
                          const RutterStarterTable  *table,
                          const RutterStarterRow    *row,
                          GError                   **error)
{
  g_autoptr(RutterStarterRecord) record = NULL;
  RutterStarterObject *object = NULL;

  if (table->is_object)
    {
      object = g_hash_table_lookup (context->objects, rutter_starter_row_get (row, "uid"));
      /* Refused when it was to be registered, and told already. */
      if (object == NULL || object->row.table != row->table || object->row.index != row->index)
        return TRUE;
    }

  record = make_record (context, table, row, object, error);
  if (record == NULL || !rutter_starter_record_insert (record, context, row, NULL, error))
    return FALSE;

  return object == NULL || write_surroundings (context, table, row, object->id, error);
}
