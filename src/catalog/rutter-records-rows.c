/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The typed rows of the objects: the part of the loader that knows the columns of each kind. */

#include "rutter-geometry.h"
#include "rutter-records-loader-private.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>

#define TEXT(column) rutter_records_loader_text (self, stmt, column)

/* The object that the row belongs to, by its first column, and room for the row. NULL with a
 * warning when there is no such object of that kind, or it has a row already.
 */
static gpointer
begin_row (RutterRecordsLoader  *self,
           sqlite3_stmt         *stmt,
           RutterKind            kind,
           gsize                 size,
           RutterObject        **object)
{
  *object = rutter_records_loader_find (self, stmt, 0);
  if (*object == NULL)
    return NULL;

  if ((*object)->kind != kind || (*object)->row != NULL)
    {
      rutter_records_warn (self->records, _("A row of the table %s was left out: %s is of another "
                             "kind or has a row already."), self->table, (*object)->uid);
      return NULL;
    }

  return rutter_records_alloc (self->records, size);
}

/* A row that @column refers to, of the kind asked for; it must have been read before. */
static gconstpointer
find_row (RutterRecordsLoader *self,
          sqlite3_stmt        *stmt,
          int                  column,
          RutterKind           kind)
{
  RutterObject *object = rutter_records_loader_find (self, stmt, column);

  if (object == NULL || (object->kind == kind && object->row != NULL))
    return object != NULL ? object->row : NULL;

  rutter_records_warn (self->records, _("The table %s refers to %s as a %s, which it is not."),
                       self->table, object->uid, rutter_kind_get_id (kind));
  return NULL;
}

/* An object that has its row, of whatever kind. */
static RutterObject *
find_whole (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt,
            int                  column)
{
  RutterObject *object = rutter_records_loader_find (self, stmt, column);

  return object != NULL && object->row != NULL ? object : NULL;
}

/* A position that cannot be read is as good as none: the object stays, and is not drawn. */
static gboolean
read_position (RutterRecordsLoader *self,
               sqlite3_stmt        *stmt,
               int                  column,
               const RutterObject  *object,
               RutterLonLat        *position)
{
  g_autoptr(GError) error = NULL;

  if (sqlite3_column_type (stmt, column) == SQLITE_NULL ||
      rutter_geometry_decode_point (sqlite3_column_blob (stmt, column),
                                    (gsize)sqlite3_column_bytes (stmt, column), position, &error))
    return sqlite3_column_type (stmt, column) != SQLITE_NULL;

  rutter_records_warn (self->records, _("The position of %s was passed over: %s"), object->uid,
                       error->message);
  return FALSE;
}

static void
read_place (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt)
{
  RutterObject *object;
  RutterPlace *row = begin_row (self, stmt, RUTTER_KIND_PLACE, sizeof *row, &object);

  if (row == NULL)
    return;

  *row = (RutterPlace) {
    .object = object, .kind = TEXT (2), .country = TEXT (3), .unlocode = TEXT (4),
    .alt_names = TEXT (5), .precision = TEXT (6), .position_source = TEXT (7), .role = TEXT (8),
    .note = TEXT (9),
  };
  row->has_position = read_position (self, stmt, 1, object, &row->position);
  object->row = row;
}

static void
read_source (RutterRecordsLoader *self,
             sqlite3_stmt        *stmt)
{
  RutterObject *object;
  RutterSource *row = begin_row (self, stmt, RUTTER_KIND_SOURCE, sizeof *row, &object);

  if (row == NULL)
    return;

  *row = (RutterSource) {
    .object = object, .publisher = TEXT (1), .author = TEXT (2), .date = TEXT (3),
    .url = TEXT (4), .url_complete = sqlite3_column_int (stmt, 5) != 0, .kind = TEXT (6),
    .read = TEXT (7), .title_is_exact = sqlite3_column_int (stmt, 8) != 0,
  };
  object->row = row;
}

static void
read_party (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt)
{
  RutterObject *object;
  RutterParty *row = begin_row (self, stmt, RUTTER_KIND_PARTY, sizeof *row, &object);

  if (row == NULL)
    return;

  *row = (RutterParty) {
    .object = object, .kind = TEXT (1), .code = TEXT (2), .jurisdiction = TEXT (3),
    .anchor = find_row (self, stmt, 4, RUTTER_KIND_PLACE), .aliases = TEXT (5),
    .business = TEXT (6), .description = TEXT (7), .identifiers_as_printed = TEXT (8),
    .note = TEXT (9),
  };
  object->row = row;
}

static void
read_vessel (RutterRecordsLoader *self,
             sqlite3_stmt        *stmt)
{
  GPtrArray *empty = rutter_records_get_empty (self->records);
  RutterObject *object;
  RutterVessel *row = begin_row (self, stmt, RUTTER_KIND_VESSEL, sizeof *row, &object);

  if (row == NULL)
    return;

  *row = (RutterVessel) {
    .object = object, .type = TEXT (1), .gross_tonnage = sqlite3_column_int (stmt, 2),
    .built = sqlite3_column_int (stmt, 3), .role = TEXT (4), .names_as_printed = TEXT (6),
    .owners_as_printed = TEXT (7), .note = TEXT (8), .names = empty, .flags = empty,
  };
  row->has_role_status = rutter_status_from_id (TEXT (5), &row->role_status);
  if (!row->has_role_status && TEXT (5) != NULL)
    rutter_records_warn (self->records, _("The status “%s” of the role of %s is not known."),
                         TEXT (5),
                         object->uid);
  object->row = row;
}

static void
read_topic_of (RutterRecordsLoader *self,
               sqlite3_stmt        *stmt,
               RutterKind           kind)
{
  RutterObject *object;
  RutterTopic *row = begin_row (self, stmt, kind, sizeof *row, &object);

  if (row == NULL)
    return;

  row->object = object;
  row->description = TEXT (1);
  object->row = row;
}

static void
read_relation (RutterRecordsLoader *self,
               sqlite3_stmt        *stmt)
{
  read_topic_of (self, stmt, RUTTER_KIND_RELATION);
}

static void
read_topic (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt)
{
  read_topic_of (self, stmt, RUTTER_KIND_TOPIC);
}

static void
read_regime (RutterRecordsLoader *self,
             sqlite3_stmt        *stmt)
{
  RutterObject *object;
  RutterRegime *row = begin_row (self, stmt, RUTTER_KIND_REGIME, sizeof *row, &object);

  if (row == NULL)
    return;

  *row = (RutterRegime) {
    .object = object, .authority = TEXT (1), .target = TEXT (2), .type = TEXT (3),
    .start = TEXT (5), .end = TEXT (6), .bound = TEXT (7), .measures = TEXT (8), .note = TEXT (9),
  };
  rutter_records_loader_span (self, stmt, 4, &row->span);
  object->row = row;
}

static void
read_route (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt)
{
  g_autoptr(GError) error = NULL;
  RutterObject *object;
  RutterRoute *row = begin_row (self, stmt, RUTTER_KIND_ROUTE, sizeof *row, &object);
  RutterLonLat *points;

  if (row == NULL)
    return;

  *row = (RutterRoute) {
    .object = object, .mode = TEXT (2), .method = TEXT (3), .cargo = TEXT (4), .period = TEXT (6),
    .note = TEXT (7),
  };
  rutter_records_loader_span (self, stmt, 5, &row->span);
  object->row = row;
  if (sqlite3_column_type (stmt, 1) == SQLITE_NULL)
    return;

  points = rutter_geometry_decode_line (sqlite3_column_blob (stmt, 1),
                                        (gsize)sqlite3_column_bytes (stmt, 1), &row->n_points,
                                        &error);
  row->points = points;
  if (points != NULL)
    rutter_records_take (self->records, points);
  else
    rutter_records_warn (self->records, _("The line of %s was passed over: %s"), object->uid,
                         error->message);
}

static void
read_event (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt)
{
  RutterObject *object;
  RutterEvent *row = begin_row (self, stmt, RUTTER_KIND_EVENT, sizeof *row, &object);

  if (row == NULL)
    return;

  *row = (RutterEvent) {
    .object = object, .kind = TEXT (2), .place = find_row (self, stmt, 3, RUTTER_KIND_PLACE),
    .position_source = TEXT (5), .description = TEXT (6), .note = TEXT (7),
  };
  row->has_position = read_position (self, stmt, 1, object, &row->position);
  rutter_records_loader_span (self, stmt, 4, &row->span);
  object->row = row;
}

static void
read_hub (RutterRecordsLoader *self,
          sqlite3_stmt        *stmt)
{
  RutterObject *object;
  RutterHub *row = begin_row (self, stmt, RUTTER_KIND_HUB, sizeof *row, &object);

  if (row == NULL)
    return;

  *row = (RutterHub) {
    .object = object, .place = find_row (self, stmt, 2, RUTTER_KIND_PLACE), .goods = TEXT (3),
    .period = TEXT (5), .listings_as_printed = TEXT (6), .note = TEXT (7),
  };
  row->has_position = read_position (self, stmt, 1, object, &row->position);
  rutter_records_loader_span (self, stmt, 4, &row->span);
  object->row = row;
}

static void
read_transfer (RutterRecordsLoader *self,
               sqlite3_stmt        *stmt)
{
  RutterObject *object;
  RutterTransfer *row = begin_row (self, stmt, RUTTER_KIND_TRANSFER, sizeof *row, &object);

  if (row == NULL)
    return;

  *row = (RutterTransfer) {
    .object = object, .supplier = find_row (self, stmt, 1, RUTTER_KIND_PARTY),
    .recipient = find_row (self, stmt, 2, RUTTER_KIND_PARTY), .designation = TEXT (3),
    .category = TEXT (4), .years = TEXT (6), .quantity = TEXT (7),
    .quantity_uncertain = sqlite3_column_int (stmt, 8) != 0, .note = TEXT (9),
  };
  rutter_records_loader_span (self, stmt, 5, &row->span);
  if (row->supplier != NULL && row->recipient != NULL)
    object->row = row;
}

static void
read_listing (RutterRecordsLoader *self,
              sqlite3_stmt        *stmt)
{
  RutterObject *subject = find_whole (self, stmt, 1);
  RutterObject *object;
  RutterListing *row = begin_row (self, stmt, RUTTER_KIND_LISTING, sizeof *row, &object);

  if (row == NULL || subject == NULL)
    return;

  *row = (RutterListing) {
    .object = object, .subject = subject, .regime = find_row (self, stmt, 2, RUTTER_KIND_REGIME),
    .authority = TEXT (3), .programme = TEXT (4), .number = TEXT (5), .as_printed = TEXT (7),
    .note = TEXT (8),
  };
  rutter_records_loader_span (self, stmt, 6, &row->span);
  object->row = row;
  rutter_records_append (self->records, &subject->listings, row);
}

static void
read_link (RutterRecordsLoader *self,
           sqlite3_stmt        *stmt)
{
  RutterObject *from = find_whole (self, stmt, 2);
  RutterObject *to = find_whole (self, stmt, 3);
  RutterObject *object;
  RutterLink *row = begin_row (self, stmt, RUTTER_KIND_LINK, sizeof *row, &object);

  if (row == NULL || from == NULL || to == NULL)
    return;

  *row = (RutterLink) {
    .object = object, .kind = TEXT (1), .from = from, .to = to,
    .weak = sqlite3_column_int (stmt, 5) != 0, .as_printed = TEXT (6), .note = TEXT (7),
  };
  rutter_records_loader_span (self, stmt, 4, &row->span);
  object->row = row;
  rutter_records_append (self->records, &from->links, row);
  if (to != from)
    rutter_records_append (self->records, &to->links, row);
}

static void
read_vessel_name (RutterRecordsLoader *self,
                  sqlite3_stmt        *stmt)
{
  RutterVessel *vessel = (RutterVessel *)find_row (self, stmt, 0, RUTTER_KIND_VESSEL);
  RutterVesselName *row;

  if (vessel == NULL || TEXT (1) == NULL)
    return;

  row = rutter_records_alloc (self->records, sizeof *row);
  *row = (RutterVesselName) { .name = TEXT (1), .kind = TEXT (2), .as_printed = TEXT (4) };
  rutter_records_loader_span (self, stmt, 3, &row->span);
  rutter_records_append (self->records, &vessel->names, row);
}

static void
read_vessel_flag (RutterRecordsLoader *self,
                  sqlite3_stmt        *stmt)
{
  RutterVessel *vessel = (RutterVessel *)find_row (self, stmt, 0, RUTTER_KIND_VESSEL);
  RutterVesselFlag *row;

  if (vessel == NULL || TEXT (1) == NULL)
    return;

  row = rutter_records_alloc (self->records, sizeof *row);
  *row = (RutterVesselFlag) { .flag = TEXT (1), .as_printed = TEXT (3) };
  rutter_records_loader_span (self, stmt, 2, &row->span);
  rutter_records_append (self->records, &vessel->flags, row);
}

/* In an order in which a row finds what it refers to. */
static const RutterRecordsTable row_tables[] = {
  { "place",
    "SELECT id, geom, kind, country, unlocode, alt_names, precision, position_source, role, note "
    "FROM place", read_place },
  { "source",
    "SELECT id, publisher, author, date_as_printed, url, url_complete, kind, read, title_is_exact "
    "FROM source", read_source },
  { "party",
    "SELECT id, kind, code, jurisdiction, anchor_id, aliases, business, description, "
    "identifiers_as_printed, note FROM party", read_party },
  { "vessel",
    "SELECT id, type, gross_tonnage, built, role, role_status, names_as_printed, "
    "owners_as_printed, note FROM vessel", read_vessel },
  { "relation", "SELECT id, description FROM relation", read_relation },
  { "topic", "SELECT id, description FROM topic", read_topic },
  { "regime",
    "SELECT id, authority, target, type, edtf, start_as_printed, end_as_printed, bound, measures, "
    "note FROM regime", read_regime },
  { "route",
    "SELECT id, geom, mode, method, cargo, edtf, period_as_printed, note FROM route", read_route },
  { "event",
    "SELECT id, geom, kind, place_id, edtf, position_source, description, note FROM event",
    read_event },
  { "hub",
    "SELECT id, geom, place_id, goods, edtf, period_as_printed, listings_as_printed, note FROM hub",
    read_hub },
  { "transfer",
    "SELECT id, supplier_id, recipient_id, designation, category, edtf, years_as_printed, "
    "quantity, quantity_uncertain, note FROM transfer", read_transfer },
  { "listing",
    "SELECT id, subject_id, regime_id, authority, programme, number, edtf, as_printed, note "
    "FROM listing ORDER BY id", read_listing },
  { "link",
    "SELECT id, kind, from_id, to_id, edtf, weak, as_printed, note FROM link ORDER BY id",
    read_link },
  { "vessel_name",
    "SELECT vessel_id, name, kind, edtf, as_printed FROM vessel_name ORDER BY id",
    read_vessel_name },
  { "vessel_flag",
    "SELECT vessel_id, flag, edtf, as_printed FROM vessel_flag ORDER BY id", read_vessel_flag },
};

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const RutterObject *first = *(const RutterObject *const *)a;
  const RutterObject *second = *(const RutterObject *const *)b;

  return (first->id > second->id) - (first->id < second->id);
}

/* An object without a row is nothing that could be shown; afterwards nobody finds it. */
static void
keep_whole_objects (RutterRecordsLoader *self)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_sized_new (g_hash_table_size (self->objects));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (objects, value);

  g_ptr_array_sort (objects, compare_ids);
  for (guint i = 0; i < objects->len; i++)
    {
      RutterObject *object = g_ptr_array_index (objects, i);

      if (object->row != NULL)
        {
          rutter_records_add_object (self->records, object);
          continue;
        }

      rutter_records_warn (self->records, _("%s was left out: it has no usable row in the table of "
                             "its kind."), object->uid);
      g_hash_table_remove (self->objects, &object->id);
    }
}

gboolean
rutter_records_loader_read_rows (RutterRecordsLoader  *self,
                                 GError              **error)
{
  if (!rutter_records_loader_read_tables (self, row_tables, G_N_ELEMENTS (row_tables), error))
    return FALSE;

  keep_whole_objects (self);
  return TRUE;
}
