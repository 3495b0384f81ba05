/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-fleet.h"

#include "rutter-identifier.h"
#include "rutter-text-key.h"

#define LIVE_PREFIX "live:" /* untranslated */
#define TWO_VESSELS G_MAXUINT32
#define MAX_MMSI 999999999

typedef struct
{
  char    *uid, *title;
  guint32  imo;      /* the first one that she has; 0: none */
} Vessel;

struct _RutterFleet
{
  GArray     *vessels;   /* Vessel */
  GHashTable *by_imo;    /* number -> index + 1, or TWO_VESSELS */
  GHashTable *by_mmsi;
  GHashTable *by_name;   /* folded -> GArray of guint */
};

static void
clear_vessel (gpointer data)
{
  Vessel *vessel = data;

  g_free (vessel->uid);
  g_free (vessel->title);
}

static void
free_fleet (gpointer data)
{
  RutterFleet *self = data;

  g_array_unref (self->vessels);
  g_hash_table_unref (self->by_imo);
  g_hash_table_unref (self->by_mmsi);
  g_hash_table_unref (self->by_name);
}

static const Vessel *
get_vessel (const RutterFleet *self,
            guint              i)
{
  return &g_array_index (self->vessels, Vessel, i);
}

/* Returns: whether a vessel has @number, and no other has it */
static gboolean
look_up (GHashTable *numbers,
         guint32     number,
         guint32    *vessel)
{
  guint32 found = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, GUINT_TO_POINTER (number)));

  *vessel = found - 1;
  return found != 0 && found != TWO_VESSELS;
}

static gboolean
is_imo (guint32 imo)
{
  g_autofree char *text = g_strdup_printf ("%07u", imo);

  return rutter_identifier_check ("imo", text) == RUTTER_CHECK_VALID;
}

static RutterMatchKind
match (const RutterFleet  *self,
       const RutterTarget *target,
       guint32            *vessel)
{
  guint32 other = target->imo;

  /* Few numbers of any kind are in a catalogue; what is not there needs no check. */
  if (other != 0 && look_up (self->by_imo, other, vessel) && is_imo (other))
    return target->is_imo_sure ? RUTTER_MATCH_IMO : RUTTER_MATCH_IMO_ONCE;
  if (!look_up (self->by_mmsi, target->mmsi, vessel))
    return RUTTER_MATCH_NONE;

  /* An MMSI goes on to other ships, an IMO number stays with the hull. */
  if (other != 0 && target->is_imo_sure && get_vessel (self, *vessel)->imo != 0 &&
      other != get_vessel (self, *vessel)->imo && is_imo (other))
    return RUTTER_MATCH_OTHER_IMO;

  return RUTTER_MATCH_MMSI;
}

RutterFleet *
rutter_fleet_new (void)
{
  RutterFleet *self = g_atomic_rc_box_new0 (RutterFleet);

  self->vessels = g_array_new (FALSE, FALSE, sizeof (Vessel));
  g_array_set_clear_func (self->vessels, clear_vessel);
  self->by_imo = g_hash_table_new (NULL, NULL);
  self->by_mmsi = g_hash_table_new (NULL, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify)g_array_unref);
  return self;
}

RutterFleet *
rutter_fleet_ref (RutterFleet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rutter_fleet_unref (RutterFleet *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, free_fleet);
}

/* Returns: what the others call the vessel */
guint
rutter_fleet_add (RutterFleet *self,
                  const char  *uid,
                  const char  *title)
{
  Vessel vessel = { g_strdup (uid), g_strdup (title), 0 };

  g_array_append_val (self->vessels, vessel);
  return self->vessels->len - 1;
}

/**
 * rutter_fleet_add_number:
 * @scheme: "imo" or "mmsi"; of others there is nothing to hear
 * @value: normalized
 */
void
rutter_fleet_add_number (RutterFleet *self,
                         guint        vessel,
                         const char  *scheme,
                         const char  *value)
{
  gboolean imo = g_strcmp0 (scheme, "imo") == 0;
  GHashTable *numbers = imo ? self->by_imo : self->by_mmsi;
  gpointer key;
  guint32 before;

  g_return_if_fail (vessel < self->vessels->len);

  if ((!imo && g_strcmp0 (scheme, "mmsi") != 0) || value == NULL ||
      rutter_identifier_check (scheme, value) != RUTTER_CHECK_VALID)
    return;

  key = GUINT_TO_POINTER ((guint)g_ascii_strtoull (value, NULL, 10));
  before = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));
  g_hash_table_insert (numbers, key,
                       GUINT_TO_POINTER (before != 0 && before != vessel + 1 ? TWO_VESSELS
                                                                             : vessel + 1));
  if (imo && get_vessel (self, vessel)->imo == 0)
    g_array_index (self->vessels, Vessel, vessel).imo = GPOINTER_TO_UINT (key);
}

void
rutter_fleet_add_name (RutterFleet *self,
                       guint        vessel,
                       const char  *name)
{
  g_autofree char *folded = rutter_text_key_fold (name);
  GArray *vessels = g_hash_table_lookup (self->by_name, folded);

  g_return_if_fail (vessel < self->vessels->len);

  if (*folded == '\0')
    return;
  if (vessels == NULL)
    {
      vessels = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded), vessels);
    }
  if (vessels->len == 0 || g_array_index (vessels, guint, vessels->len - 1) != vessel)
    g_array_append_val (vessels, vessel);
}

guint
rutter_fleet_get_n (const RutterFleet *self)
{
  return self->vessels->len;
}

const char *
rutter_fleet_get_uid (const RutterFleet *self,
                      guint              vessel)
{
  g_return_val_if_fail (vessel < self->vessels->len, NULL);

  return get_vessel (self, vessel)->uid;
}

const char *
rutter_fleet_get_title (const RutterFleet *self,
                        guint              vessel)
{
  g_return_val_if_fail (vessel < self->vessels->len, NULL);

  return get_vessel (self, vessel)->title;
}

/* Returns: (transfer full) (element-type guint32): the IMO numbers, or the MMSIs, that match */
GArray *
rutter_fleet_list_numbers (const RutterFleet *self,
                           gboolean           imo)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, imo ? self->by_imo : self->by_mmsi);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint32 number = GPOINTER_TO_UINT (key);

      if (GPOINTER_TO_UINT (value) != TWO_VESSELS)
        g_array_append_val (list, number);
    }

  return list;
}

/**
 * rutter_fleet_match:
 * @match: (out): set when there is one; its texts are the fleet's
 *
 * By the IMO number or the MMSI, so that it may be drawn as the vessel. A name never does it.
 */
gboolean
rutter_fleet_match (const RutterFleet  *self,
                    const RutterTarget *target,
                    RutterMatch        *found)
{
  guint32 vessel;
  RutterMatchKind kind = match (self, target, &vessel);

  if (kind != RUTTER_MATCH_IMO && kind != RUTTER_MATCH_MMSI)
    return FALSE;

  *found = (RutterMatch) { get_vessel (self, vessel)->uid, get_vessel (self, vessel)->title, kind };
  return TRUE;
}

guint32
rutter_fleet_find (const RutterFleet  *self,
                   const RutterTarget *target)
{
  guint32 vessel;
  RutterMatchKind kind = match (self, target, &vessel);

  return kind == RUTTER_MATCH_IMO || kind == RUTTER_MATCH_MMSI ? vessel + 1 : 0;
}

static void
add_possible (const RutterFleet *self,
              GArray            *list,
              guint              vessel,
              RutterMatchKind    kind)
{
  RutterMatch possible = {
    get_vessel (self, vessel)->uid, get_vessel (self, vessel)->title, kind,
  };

  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, RutterMatch, i).uid == possible.uid)
      return;

  g_array_append_val (list, possible);
}

/* Returns: (transfer full) (element-type RutterMatch): which vessels a target that matches none by
 *   its numbers may be. Not one whose IMO number is known to be another
 */
GArray *
rutter_fleet_list_possible (const RutterFleet  *self,
                            const RutterTarget *target)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RutterMatch));
  g_autofree char *folded = rutter_text_key_fold (target->name);
  GArray *named = g_hash_table_lookup (self->by_name, folded);
  guint32 vessel;
  RutterMatchKind kind = match (self, target, &vessel);
  gboolean has_imo = target->imo != 0 && target->is_imo_sure && is_imo (target->imo);

  if (kind == RUTTER_MATCH_IMO || kind == RUTTER_MATCH_MMSI)
    return list;
  if (kind != RUTTER_MATCH_NONE)
    add_possible (self, list, vessel, kind);
  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      guint32 imo;

      vessel = g_array_index (named, guint, i);
      imo = get_vessel (self, vessel)->imo;
      if (!has_imo || imo == 0 || imo == target->imo)
        add_possible (self, list, vessel, RUTTER_MATCH_NAME);
    }

  return list;
}

typedef struct
{
  const RutterFleet *fleet;
  GArray            *hits;
} Search;

static void
match_target (const RutterTarget *target,
              const RutterTrack  *track,
              gpointer            user_data)
{
  Search *search = user_data;
  guint32 vessel;
  RutterMatchKind kind = match (search->fleet, target, &vessel);

  if (kind == RUTTER_MATCH_IMO || kind == RUTTER_MATCH_MMSI)
    {
      RutterFleetHit hit = { target->mmsi, vessel };

      g_array_append_val (search->hits, hit);
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const RutterFleetHit *hit = a, *other = b;

  return (hit->mmsi > other->mmsi) - (hit->mmsi < other->mmsi);
}

/* Returns: (transfer full) (element-type RutterFleetHit): all targets that match, by MMSI */
GArray *
rutter_fleet_match_all (const RutterFleet *self,
                        RutterTargetTable *table)
{
  Search search = { self, g_array_new (FALSE, FALSE, sizeof (RutterFleetHit)) };

  if (self->vessels->len > 0)
    rutter_target_table_foreach (table, match_target, &search);
  g_array_sort (search.hits, compare_hits);

  return search.hits;
}

char *
rutter_live_uid_new (guint32 mmsi)
{
  return g_strdup_printf (LIVE_PREFIX "%09u", mmsi);
}

/* @uid: (nullable). Returns: the MMSI, or 0 when it is no uid of a target */
guint32
rutter_live_uid_parse (const char *uid)
{
  guint64 mmsi;

  if (uid == NULL || !g_str_has_prefix (uid, LIVE_PREFIX) ||
      !g_ascii_string_to_unsigned (uid + sizeof LIVE_PREFIX - 1, 10, 1, MAX_MMSI, &mmsi, NULL))
    return 0;

  return (guint32)mmsi;
}
