/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-merge-plan.h"

#include "rutter-statement.h"

/* That a row of one unit refers to another. Both uids belong to the list. */
typedef struct
{
  char *from;
  char *to;
} Edge;

static void
clear_edge (gpointer data)
{
  Edge *edge = data;

  g_free (edge->from);
  g_free (edge->to);
}

/* Calls for each row of two texts; NULL in the second is passed over. */
static gboolean
read_pairs (sqlite3     *db,
            const char  *sql,
            GArray      *pairs,
            GError     **error)
{
  g_autoptr(sqlite3_stmt) stmt = rutter_db_prepare (db, sql, error);
  gboolean has_row;

  if (stmt == NULL || !rutter_db_step (stmt, &has_row, error))
    return FALSE;

  while (has_row)
    {
      const char *from = rutter_db_column_text (stmt, 0);
      const char *to = rutter_db_column_text (stmt, 1);

      if (from != NULL && to != NULL)
        {
          Edge edge = { g_strdup (from), g_strdup (to) };

          g_array_append_val (pairs, edge);
        }
      if (!rutter_db_step (stmt, &has_row, error))
        return FALSE;
    }

  return TRUE;
}

static GArray *
new_pairs (void)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Edge));

  g_array_set_clear_func (pairs, clear_edge);
  return pairs;
}

/* Every reference between units of a catalogue. */
static GArray *
read_edges (sqlite3     *db,
            const char  *schema,
            GError     **error)
{
  g_autoptr(GArray) edges = new_pairs ();

  for (guint i = 0; i < rutter_n_unit_tables; i++)
    {
      const RutterUnitTable *table = &rutter_unit_tables[i];
      g_autoptr(GArray) columns = rutter_unit_table_get_columns (table, db, error);

      for (guint j = 0; columns != NULL && j < columns->len; j++)
        {
          const RutterUnitColumn *column = &g_array_index (columns, RutterUnitColumn, j);
          g_autofree char *sql = NULL;

          if (!column->is_reference)
            continue;

          sql = g_strdup_printf ("SELECT u.uid, r.uid FROM %s.%s t JOIN %s.%s u ON u.id = t.%s "
                                 "JOIN %s.%s r ON r.id = t.%s", schema, table->table, schema,
                                 rutter_registry_get_table (table->registry), table->owner, schema,
                                 rutter_registry_get_table (column->registry), column->name);
          if (!read_pairs (db, sql, edges, error))
            return NULL;
        }
      if (columns == NULL)
        return NULL;
    }

  return g_steal_pointer (&edges);
}

static GHashTable *
read_origin (sqlite3  *db,
             GError  **error)
{
  g_autoptr(GHashTable) origin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GArray) pairs = new_pairs ();

  if (!read_pairs (db, "SELECT uid, digest FROM main.origin", pairs, error))
    return NULL;

  for (guint i = 0; i < pairs->len; i++)
    {
      const Edge *pair = &g_array_index (pairs, Edge, i);

      g_hash_table_insert (origin, g_strdup (pair->from), g_strdup (pair->to));
    }

  return g_steal_pointer (&origin);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* One unit of the starter: new, changed, the same, or the user's own by now. */
static void
decide (RutterMergePlan  *self,
        const char       *uid,
        const RutterUnit *unit)
{
  const RutterUnit *own = g_hash_table_lookup (self->own, uid);
  const char *before = g_hash_table_lookup (self->origin, uid);

  if (own == NULL && before == NULL)
    g_hash_table_add (self->add, g_strdup (uid));
  else if (own == NULL)
    self->report.n_kept += !g_str_equal (before, unit->digest); /* deleted by the user */
  else if (own->registry == unit->registry && g_str_equal (own->digest, unit->digest))
    g_hash_table_add (self->adopt, g_strdup (uid));
  else if (own->registry == unit->registry && g_strcmp0 (before, own->digest) == 0)
    g_hash_table_add (self->update, g_strdup (uid));
  else
    self->report.n_kept++;
}

/* A unit of another kind under the same uid is another thing. */
static gboolean
keep_other_kinds (RutterMergePlan  *self,
                  sqlite3          *db,
                  GError          **error)
{
  g_autoptr(GArray) pairs = new_pairs ();

  if (!read_pairs (db, "SELECT o.uid, s.kind FROM main.object o JOIN starter.object s USING (uid) "
                       "WHERE o.kind <> s.kind", pairs, error))
    return FALSE;

  for (guint i = 0; i < pairs->len; i++)
    self->report.n_kept += g_hash_table_remove (self->update,
                                                g_array_index (pairs, Edge, i).from);

  return TRUE;
}

/* How a line was computed is said of that line alone: where the route is the user's own by now, the
 * claim is left out with it.
 */
static gboolean
leave_computations (RutterMergePlan  *self,
                    sqlite3          *db,
                    GError          **error)
{
  g_autoptr(GArray) pairs = new_pairs ();

  if (!read_pairs (db, "SELECT c.uid, o.uid FROM starter.claim c JOIN starter.object o "
                       "ON o.id = c.object_id WHERE c.kind = 'computed'", pairs, error))
    return FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      const Edge *pair = &g_array_index (pairs, Edge, i);

      if (g_hash_table_contains (self->add, pair->to) ||
          g_hash_table_contains (self->update, pair->to) ||
          g_hash_table_contains (self->adopt, pair->to))
        continue;
      if (g_hash_table_remove (self->add, pair->from) ||
          g_hash_table_remove (self->update, pair->from))
        self->report.n_kept++;
    }

  return TRUE;
}

/* What refers to something that the user deleted is left out as well. */
static gboolean
leave_dangling (RutterMergePlan  *self,
                sqlite3          *db,
                GError          **error)
{
  g_autoptr(GArray) edges = read_edges (db, "starter", error);
  gboolean again = edges != NULL;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < edges->len; i++)
        {
          const Edge *edge = &g_array_index (edges, Edge, i);

          if (g_hash_table_contains (self->own, edge->to) ||
              g_hash_table_contains (self->add, edge->to))
            continue;
          if (g_hash_table_remove (self->add, edge->from) ||
              g_hash_table_remove (self->update, edge->from))
            {
              self->report.n_kept++;
              again = TRUE;
            }
        }
    }

  return edges != NULL;
}

/**
 * rutter_merge_plan_new:
 *
 * Decides what is added and updated. Nothing of the user's own is among it: no unit that did not
 * come with a starter, and none that says something else than the starter it came with.
 */
RutterMergePlan *
rutter_merge_plan_new (sqlite3  *db,
                       GError  **error)
{
  g_autoptr(RutterMergePlan) self = g_new0 (RutterMergePlan, 1);
  GHashTableIter iter;
  gpointer uid;
  gpointer unit;

  self->add = new_set ();
  self->update = new_set ();
  self->adopt = new_set ();
  self->remove = new_set ();
  self->own = rutter_origin_digest_units (db, "main", error);
  self->starter = self->own != NULL ? rutter_origin_digest_units (db, "starter", error) : NULL;
  self->origin = self->starter != NULL ? read_origin (db, error) : NULL;
  if (self->origin == NULL)
    return NULL;

  g_hash_table_iter_init (&iter, self->starter);
  while (g_hash_table_iter_next (&iter, &uid, &unit))
    decide (self, uid, unit);

  if (!keep_other_kinds (self, db, error) || !leave_computations (self, db, error) ||
      !leave_dangling (self, db, error))
    return NULL;

  self->report.n_added = g_hash_table_size (self->add);
  self->report.n_updated = g_hash_table_size (self->update);
  return g_steal_pointer (&self);
}

/**
 * rutter_merge_plan_find_withdrawn:
 *
 * To be called when all else is written. What the newer starter no longer says leaves the
 * catalogue, unless it was changed or something that stays refers to it.
 */
gboolean
rutter_merge_plan_find_withdrawn (RutterMergePlan  *self,
                                  sqlite3          *db,
                                  GError          **error)
{
  g_autoptr(GArray) edges = read_edges (db, "main", error);
  gboolean again = edges != NULL;
  GHashTableIter iter;
  gpointer uid;
  gpointer digest;

  g_hash_table_iter_init (&iter, self->origin);
  while (g_hash_table_iter_next (&iter, &uid, &digest))
    {
      const RutterUnit *own = g_hash_table_lookup (self->own, uid);

      if (own == NULL || g_hash_table_contains (self->starter, uid))
        continue;
      if (own->registry != RUTTER_REGISTRY_LAYER && g_str_equal (own->digest, digest))
        g_hash_table_add (self->remove, g_strdup (uid));
      else
        self->report.n_kept++;
    }

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < edges->len; i++)
        {
          const Edge *edge = &g_array_index (edges, Edge, i);

          if (!g_hash_table_contains (self->remove, edge->from) &&
              g_hash_table_remove (self->remove, edge->to))
            {
              self->report.n_kept++;
              again = TRUE;
            }
        }
    }

  self->report.n_removed = g_hash_table_size (self->remove);
  return edges != NULL;
}

void
rutter_merge_plan_free (RutterMergePlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->own, g_hash_table_unref);
  g_clear_pointer (&self->starter, g_hash_table_unref);
  g_clear_pointer (&self->origin, g_hash_table_unref);
  g_clear_pointer (&self->add, g_hash_table_unref);
  g_clear_pointer (&self->update, g_hash_table_unref);
  g_clear_pointer (&self->adopt, g_hash_table_unref);
  g_clear_pointer (&self->remove, g_hash_table_unref);
  g_free (self);
}
