/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-records-loader.h"

#include "rutter-error.h"
#include "rutter-records-loader-private.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Bytes. The longest of the starter has less than a tenth of it. */
#define LONGEST_TEXT 16384

/* A table or column that is missing is the file's fault, not SQLite's. */
static void
set_prepare_error (sqlite3  *db,
                   GError  **error)
{
  if (sqlite3_errcode (db) == SQLITE_ERROR)
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_CORRUPT,
                 _("The catalogue “%s” does not hold what every catalogue holds: %s."),
                 sqlite3_db_filename (db, "main"), sqlite3_errmsg (db));
  else
    rutter_db_set_error (db, sqlite3_errcode (db), error);
}

static gboolean
read_table (RutterRecordsLoader       *self,
            const RutterRecordsTable  *table,
            GError                   **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (self->db, table->sql, NULL);
  gboolean has_row;

  if (stmt == NULL)
    {
      set_prepare_error (self->db, error);
      return FALSE;
    }

  self->table = table->table;
  for (;;)
    {
      if (!rutter_db_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      table->read (self, stmt);
    }
}

/* One statement a table, so the number of statements does not depend on the number of rows. */
gboolean
rutter_records_loader_read_tables (RutterRecordsLoader       *self,
                                   const RutterRecordsTable  *tables,
                                   guint                      n_tables,
                                   GError                   **error)
{
  for (guint i = 0; i < n_tables; i++)
    if (!read_table (self, &tables[i], error))
      return FALSE;

  return TRUE;
}

/* A text that nobody would read to its end is cut: it would only keep painters and lists busy. */
const char *
rutter_records_loader_text (RutterRecordsLoader *self,
                            sqlite3_stmt        *stmt,
                            int                  column)
{
  const char *text = rutter_db_column_text (stmt, column);
  g_autofree char *start = NULL;
  g_autofree char *cut = NULL;

  if (text == NULL || strnlen (text, LONGEST_TEXT + 1) <= LONGEST_TEXT)
    return rutter_records_intern (self->records, text);

  rutter_records_warn (self->records, _("A text in the table %s is longer than %d bytes and was "
                                        "cut."),
                       self->table, LONGEST_TEXT);
  start = g_strndup (text, LONGEST_TEXT);
  cut = g_utf8_make_valid (start, -1);
  return rutter_records_intern (self->records, cut);
}

/* The text is what counts; the day numbers beside it in the table are there for queries. A date
 * that cannot be read is kept as not known, which matches every time window.
 */
void
rutter_records_loader_span (RutterRecordsLoader *self,
                            sqlite3_stmt        *stmt,
                            int                  column,
                            RutterSpan          *span)
{
  const char *edtf = rutter_records_loader_text (self, stmt, column);
  g_autoptr(GError) error = NULL;

  if (rutter_edtf_parse (edtf, span, &error))
    return;

  rutter_records_warn (self->records, _("The date “%s” in the table %s was passed over: %s"), edtf,
                       self->table, error->message);
}

/* The object whose id stands in @column; NULL without a word when there is no id, with a warning
 * when there is no such object.
 */
RutterObject *
rutter_records_loader_find (RutterRecordsLoader *self,
                            sqlite3_stmt        *stmt,
                            int                  column)
{
  gint64 id = sqlite3_column_int64 (stmt, column);
  RutterObject *object;

  if (sqlite3_column_type (stmt, column) == SQLITE_NULL)
    return NULL;

  object = g_hash_table_lookup (self->objects, &id);
  if (object == NULL)
    rutter_records_warn (self->records, _("The table %s refers to object %" PRId64
                           ", which is not there."), self->table, id);

  return object;
}

static RutterClaim *
find_claim (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt,
            int                  column)
{
  gint64 id = sqlite3_column_int64 (stmt, column);
  RutterClaim *claim = g_hash_table_lookup (self->claims, &id);

  if (claim == NULL)
    rutter_records_warn (self->records, _("The table %s refers to claim %" PRId64
                           ", which is not there."), self->table, id);

  return claim;
}

static void
read_object (RutterRecordsLoader *self,
             sqlite3_stmt        *stmt)
{
  GPtrArray *empty = rutter_records_get_empty (self->records);
  const char *uid = rutter_records_loader_text (self, stmt, 1);
  const char *title = rutter_records_loader_text (self, stmt, 3);
  RutterObject *object;
  RutterKind kind;

  if (uid == NULL || title == NULL || !g_hash_table_add (self->uids, (gpointer)uid) ||
      !rutter_kind_from_id (rutter_db_column_text (stmt, 2), &kind))
    {
      rutter_records_warn (self->records, _("Object %" PRId64 " was left out: it has no uid "
                             "or that of another, no title, or a kind that is not known."),
                           (gint64)sqlite3_column_int64 (stmt, 0));
      return;
    }

  object = rutter_records_alloc (self->records, sizeof *object);
  *object = (RutterObject) {
    .id = sqlite3_column_int64 (stmt, 0), .uid = uid, .kind = kind, .title = title,
    .claims = empty, .other_claims = empty, .participants = empty, .participations = empty,
    .identifiers = empty, .links = empty, .listings = empty,
  };
  g_hash_table_insert (self->objects, &object->id, object);
}

static void
read_claim (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt)
{
  GPtrArray *empty = rutter_records_get_empty (self->records);
  RutterObject *object = rutter_records_loader_find (self, stmt, 2);
  const char *uid = rutter_records_loader_text (self, stmt, 1);
  const char *statement = rutter_records_loader_text (self, stmt, 4);
  RutterClaim *claim;
  RutterStatus status;
  gint64 *id;

  if (object == NULL || uid == NULL || statement == NULL ||
      !rutter_status_from_id (rutter_db_column_text (stmt, 8), &status))
    {
      rutter_records_warn (self->records, _("The claim %s was left out: it has no object, no "
                                            "words, "
                             "or a status that is not known."),
                           uid != NULL ? uid : _("without a uid"));
      return;
    }

  claim = rutter_records_alloc (self->records, sizeof *claim);
  *claim = (RutterClaim) {
    .uid = uid, .object = object, .statement = statement, .status = status,
    .kind = rutter_records_loader_text (self, stmt, 3),
    .who = rutter_records_loader_text (self, stmt, 5),
    .place = rutter_records_loader_text (self, stmt, 6),
    .time = rutter_records_loader_text (self, stmt, 7),
    .hedge = rutter_records_loader_text (self, stmt, 9),
    .verification = rutter_records_loader_text (self, stmt, 10),
    .note = rutter_records_loader_text (self, stmt, 12),
    .also = empty, .citations = empty, .denials = empty, .contradictions = empty,
  };
  rutter_records_loader_span (self, stmt, 11, &claim->span);

  if (!rutter_records_add_claim (self->records, claim))
    {
      rutter_records_warn (self->records, _("A second claim %s was left out."), uid);
      return;
    }

  rutter_records_append_claim (self->records, object, claim);
  id = rutter_records_alloc (self->records, sizeof *id);
  *id = sqlite3_column_int64 (stmt, 0);
  g_hash_table_insert (self->claims, id, claim);
}

static void
read_claim_object (RutterRecordsLoader *self,
                   sqlite3_stmt        *stmt)
{
  RutterClaim *claim = find_claim (self, stmt, 0);
  RutterObject *object = rutter_records_loader_find (self, stmt, 1);

  if (claim == NULL || object == NULL)
    return;

  rutter_records_append (self->records, &claim->also, object);
  rutter_records_append (self->records, &object->other_claims, claim);
}

static void
read_citation (RutterRecordsLoader *self,
               sqlite3_stmt        *stmt)
{
  RutterClaim *claim = find_claim (self, stmt, 0);
  RutterObject *source = rutter_records_loader_find (self, stmt, 1);
  RutterCitation *citation;
  RutterStance stance;

  if (claim == NULL || source == NULL)
    return;

  if (source->kind != RUTTER_KIND_SOURCE ||
      !rutter_stance_from_id (rutter_db_column_text (stmt, 2), &stance))
    {
      rutter_records_warn (self->records, _("A citation of the claim %s was left out: %s is no "
                             "source, or the stance is not known."), claim->uid, source->uid);
      return;
    }

  citation = rutter_records_alloc (self->records, sizeof *citation);
  *citation = (RutterCitation) {
    .claim = claim, .source = source->row, .stance = stance,
    .locator = rutter_records_loader_text (self, stmt, 3),
    .quotation = rutter_records_loader_text (self, stmt, 4),
  };
  rutter_records_append (self->records, &claim->citations, citation);
}

static void
read_denial (RutterRecordsLoader *self,
             sqlite3_stmt        *stmt)
{
  RutterClaim *claim = find_claim (self, stmt, 0);
  RutterDenial *denial;

  if (claim == NULL)
    return;

  denial = rutter_records_alloc (self->records, sizeof *denial);
  denial->denier = rutter_records_loader_find (self, stmt, 1);
  denial->who = rutter_records_loader_text (self, stmt, 2);
  if (denial->who == NULL)
    denial->who = denial->denier != NULL ? denial->denier->title : _("not named");
  rutter_records_append (self->records, &claim->denials, denial);
}

static void
read_contradiction (RutterRecordsLoader *self,
                    sqlite3_stmt        *stmt)
{
  RutterClaim *claim = find_claim (self, stmt, 1);
  RutterClaim *other = find_claim (self, stmt, 2);
  RutterContradiction *contradiction;

  if (claim == NULL || other == NULL)
    return;

  contradiction = rutter_records_alloc (self->records, sizeof *contradiction);
  *contradiction = (RutterContradiction) {
    .uid = rutter_records_loader_text (self, stmt, 0), .other = other,
    .topic = rutter_records_loader_text (self, stmt, 3),
    .note = rutter_records_loader_text (self, stmt, 4),
  };
  rutter_records_append (self->records, &claim->contradictions, contradiction);
}

static void
read_participant (RutterRecordsLoader *self,
                  sqlite3_stmt        *stmt)
{
  RutterObject *object = rutter_records_loader_find (self, stmt, 0);
  RutterObject *who = rutter_records_loader_find (self, stmt, 1);
  RutterParticipant *participant;

  if (object == NULL || who == NULL)
    return;

  participant = rutter_records_alloc (self->records, sizeof *participant);
  *participant = (RutterParticipant) {
    .object = object, .who = who, .role = rutter_records_loader_text (self, stmt, 2),
    .position = sqlite3_column_int (stmt, 3),
  };
  rutter_records_append (self->records, &object->participants, participant);
  rutter_records_append (self->records, &who->participations, participant);
}

/* The check is done anew: a file may say of a number that it is valid. */
static void
read_identifier (RutterRecordsLoader *self,
                 sqlite3_stmt        *stmt)
{
  RutterObject *object = rutter_records_loader_find (self, stmt, 0);
  const char *scheme = rutter_records_loader_text (self, stmt, 1);
  const char *value = rutter_records_loader_text (self, stmt, 2);
  RutterIdentifier *identifier;

  if (object == NULL || scheme == NULL || value == NULL)
    return;

  identifier = rutter_records_alloc (self->records, sizeof *identifier);
  *identifier = (RutterIdentifier) {
    .scheme = scheme, .value = value, .as_printed = rutter_records_loader_text (self, stmt, 3),
    .check = rutter_identifier_check (scheme, value),
  };
  rutter_records_append (self->records, &object->identifiers, identifier);
}

/* "layer:transfers" and the bare word both name a layer; layers that are not known are of a newer
 * catalogue or somebody's own, and are passed over.
 */
static gboolean
get_layer (sqlite3_stmt  *stmt,
           int            column,
           RutterLayerId *layer)
{
  const char *uid = rutter_db_column_text (stmt, column);

  if (uid != NULL && g_str_has_prefix (uid, "layer:"))
    uid += strlen ("layer:");

  return rutter_layer_from_id (uid, layer);
}

static void
read_layer (RutterRecordsLoader *self,
            sqlite3_stmt        *stmt)
{
  RutterLayerRow *row;
  RutterLayerId layer;

  if (!get_layer (stmt, 0, &layer))
    return;

  row = rutter_records_alloc (self->records, sizeof *row);
  *row = (RutterLayerRow) {
    .uid = rutter_records_loader_text (self, stmt, 0),
    .title = rutter_records_loader_text (self, stmt, 1),
    .definition = rutter_records_loader_text (self, stmt, 2),
    .data_to = rutter_records_loader_text (self, stmt, 3),
  };
  rutter_records_set_layer (self->records, layer, row);
}

static void
read_layer_member (RutterRecordsLoader *self,
                   sqlite3_stmt        *stmt)
{
  RutterObject *object = rutter_records_loader_find (self, stmt, 1);
  RutterLayerId layer;

  if (object != NULL && get_layer (stmt, 0, &layer))
    object->layers |= 1u << layer;
}

static const RutterRecordsTable object_tables[] = {
  { "object", "SELECT id, uid, kind, title FROM object ORDER BY id", read_object },
};

static const RutterRecordsTable claim_tables[] = {
  { "claim",
    "SELECT id, uid, object_id, kind, statement, who, place, time_as_printed, status, hedge, "
    "verification, edtf, note FROM claim ORDER BY id", read_claim },
  { "claim_object", "SELECT claim_id, object_id FROM claim_object ORDER BY id", read_claim_object },
  { "citation",
    "SELECT claim_id, source_id, stance, locator, quotation FROM citation ORDER BY id",
    read_citation },
  { "denial", "SELECT claim_id, denier_id, who FROM denial ORDER BY id", read_denial },
  /* Seen from both sides, whether the file has one row for the two or two. */
  { "contradiction",
    "SELECT uid, claim_id, other_claim_id, topic, note FROM contradiction UNION "
    "SELECT uid, other_claim_id, claim_id, topic, note FROM contradiction ORDER BY 1, 2, 3",
    read_contradiction },
  { "participant",
    "SELECT object_id, who_id, role, position FROM participant ORDER BY object_id, position, id",
    read_participant },
  { "identifier",
    "SELECT object_id, scheme, value, as_printed FROM identifier ORDER BY id", read_identifier },
  { "layer", "SELECT uid, title, definition, data_to FROM layer ORDER BY position", read_layer },
  { "layer_member",
    "SELECT layer.uid, object_id FROM layer_member JOIN layer ON layer.id = layer_id",
    read_layer_member },
};

/* Orders: g_ptr_array_sort() keeps the file's order among equals. */
static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const RutterClaim *first = *(const RutterClaim *const *)a;
  const RutterClaim *second = *(const RutterClaim *const *)b;

  return (int)second->status - (int)first->status;
}

static int
compare_listings (gconstpointer a,
                  gconstpointer b)
{
  const RutterListing *first = *(const RutterListing *const *)a;
  const RutterListing *second = *(const RutterListing *const *)b;

  return (first->span.earliest > second->span.earliest) -
         (first->span.earliest < second->span.earliest);
}

static void
sort_arrays (RutterRecordsLoader *self)
{
  GHashTableIter iter;
  RutterObject *object;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&object))
    {
      rutter_records_settle_claims (object);
      g_ptr_array_sort (object->claims, compare_claims);
      g_ptr_array_sort (object->other_claims, compare_claims);
      g_ptr_array_sort (object->listings, compare_listings);
    }
}

/**
 * rutter_records_load:
 * @db: a connection to a catalogue whose version was looked at
 *
 * Reads the whole catalogue, one pass a table. Rows that make no sense are left out, each with a
 * warning in the records: a row without its object, a reference that leads nowhere, a word that
 * is not of its list, a geometry that cannot be read.
 *
 * Returns: (transfer full): the records; %NULL with %RUTTER_ERROR_CORRUPT when a table is missing
 *   or damaged, or with what SQLite said
 */
RutterRecords *
rutter_records_load (sqlite3  *db,
                     GError  **error)
{
  g_autoptr(RutterRecords) records = rutter_records_new ();
  g_autoptr(GHashTable) objects = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GHashTable) claims = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  RutterRecordsLoader self = { db, records, objects, claims, uids, NULL };

  g_return_val_if_fail (db != NULL, NULL);

  if (!rutter_records_loader_read_tables (&self, object_tables, G_N_ELEMENTS (object_tables),
                                          error) ||
      !rutter_records_loader_read_rows (&self, error) ||
      !rutter_records_loader_read_tables (&self, claim_tables, G_N_ELEMENTS (claim_tables), error))
    return NULL;

  sort_arrays (&self);
  return g_steal_pointer (&records);
}
