/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watcher.h"

/* While nothing at all was heard for longer than this, nobody was silent: nobody listened. */
#define LONGEST_PAUSE_US (5 * 60 * G_USEC_PER_SEC)

/* So many positions in a row tell that somebody came or went: one alone may be damaged, and a ship
 * that lies on an outline swings over it.
 */
#define ENOUGH_POSITIONS 2

/* A value as last told, and another one that waits to be received again. */
typedef struct
{
  char    known[21];
  char    waiting[21];
  gint64  waiting_us;
} Value;

typedef struct
{
  RutterWatch  *watch;
  RutterTarget  last;         /* as it was seen last; mmsi is 0 before */
  GHashTable   *mmsis;        /* that she was heard under */
  Value         destination, draught;
  gint64        listened_us;  /* on the watcher's clock, when she was heard last */
  gboolean      is_silent;    /* and it was told */
} Vessel;

typedef struct
{
  gboolean  is_inside;
  guint     n_against;        /* positions in a row that say otherwise */
  gint64    position_us;
} Presence;

typedef struct
{
  RutterWatch *watch;
  GHashTable  *presences;     /* by MMSI, of those that are inside or may be */
  GHashTable  *outside;       /* the MMSIs of those that were heard elsewhere */
} Shape;

struct _RutterWatcher
{
  RutterAlertFunc  func;
  gpointer         user_data;

  GPtrArray       *vessels;
  GPtrArray       *shapes;
  GHashTable      *imos;      /* of the catalogue */
  GHashTable      *mmsis;

  gint64           heard_us;    /* the last message of all */
  gint64           listened_us; /* for how long something was heard, pauses left out */
};

static void
free_vessel (gpointer data)
{
  Vessel *vessel = data;

  rutter_watch_unref (vessel->watch);
  g_hash_table_unref (vessel->mmsis);
  g_free (vessel);
}

static void
free_shape (gpointer data)
{
  Shape *shape = data;

  rutter_watch_unref (shape->watch);
  g_hash_table_unref (shape->presences);
  g_hash_table_unref (shape->outside);
  g_free (shape);
}

RutterWatcher *
rutter_watcher_new (RutterAlertFunc func,
                    gpointer        user_data)
{
  RutterWatcher *self = g_new0 (RutterWatcher, 1);

  self->func = func;
  self->user_data = user_data;
  self->vessels = g_ptr_array_new_with_free_func (free_vessel);
  self->shapes = g_ptr_array_new_with_free_func (free_shape);
  self->imos = g_hash_table_new (NULL, NULL);
  self->mmsis = g_hash_table_new (NULL, NULL);

  return self;
}

void
rutter_watcher_free (RutterWatcher *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->vessels);
  g_ptr_array_unref (self->shapes);
  g_hash_table_unref (self->imos);
  g_hash_table_unref (self->mmsis);
  g_free (self);
}

/* Moves what was seen for a watch that stays; both kinds begin with the watch.
 *
 * Returns: (nullable)
 */
static gpointer
take_over (GPtrArray   *old,
           RutterWatch *watch)
{
  for (guint i = 0; i < old->len; i++)
    {
      RutterWatch **entry = old->pdata[i];

      if (rutter_watch_is_same (*entry, watch))
        return g_ptr_array_steal_index_fast (old, i);
    }

  return NULL;
}

static gpointer
begin (RutterWatcher *self,
       RutterWatch   *watch)
{
  Vessel *vessel;
  Shape *shape;

  if (rutter_watch_get_kind (watch) == RUTTER_WATCH_VESSEL)
    {
      vessel = g_new0 (Vessel, 1);
      vessel->watch = rutter_watch_ref (watch);
      vessel->mmsis = g_hash_table_new (NULL, NULL);
      return vessel;
    }

  shape = g_new0 (Shape, 1);
  shape->watch = rutter_watch_ref (watch);
  shape->presences = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  shape->outside = g_hash_table_new (NULL, NULL);
  return shape;
}

/* @watches: (element-type RutterWatch): what was seen for those that stay is not forgotten */
void
rutter_watcher_set_watches (RutterWatcher *self,
                            GPtrArray     *watches)
{
  g_autoptr(GPtrArray) vessels = g_steal_pointer (&self->vessels);
  g_autoptr(GPtrArray) shapes = g_steal_pointer (&self->shapes);

  self->vessels = g_ptr_array_new_with_free_func (free_vessel);
  self->shapes = g_ptr_array_new_with_free_func (free_shape);
  for (guint i = 0; i < watches->len; i++)
    {
      RutterWatch *watch = watches->pdata[i];
      gboolean is_vessel = rutter_watch_get_kind (watch) == RUTTER_WATCH_VESSEL;
      gpointer entry = take_over (is_vessel ? vessels : shapes, watch);

      g_ptr_array_add (is_vessel ? self->vessels : self->shapes,
                       entry != NULL ? entry : begin (self, watch));
    }
}

static void
fill (GHashTable    *set,
      const guint32 *numbers,
      guint          n)
{
  g_hash_table_remove_all (set);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (numbers[i]));
}

/* What the vessels of the catalogue are told by. */
void
rutter_watcher_set_catalogue (RutterWatcher *self,
                              const guint32 *imos,
                              guint          n_imos,
                              const guint32 *mmsis,
                              guint          n_mmsis)
{
  fill (self->imos, imos, n_imos);
  fill (self->mmsis, mmsis, n_mmsis);
}

/* Whether nothing is watched, so that it need not be shown anything. */
gboolean
rutter_watcher_is_idle (RutterWatcher *self)
{
  return self->vessels->len == 0 && self->shapes->len == 0;
}

static void
tell (RutterWatcher      *self,
      RutterAlertKind     kind,
      RutterWatch        *watch,
      const RutterTarget *target,
      gint64              time_us)
{
  const RutterAlert alert = { .kind = kind, .watch = watch, .target = target, .time_us = time_us };

  self->func (&alert, self->user_data);
}

static void
tell_change (RutterWatcher      *self,
             RutterAlertKind     kind,
             Vessel             *vessel,
             const RutterTarget *target,
             const char         *before,
             const char         *after)
{
  const RutterAlert alert = {
    .kind = kind, .watch = vessel->watch, .target = target, .time_us = target->heard_us,
    .before = before, .after = after,
  };

  self->func (&alert, self->user_data);
}

/* Not given is no change, and neither is what was not known before. */
static void
follow_value (RutterWatcher      *self,
              RutterAlertKind     kind,
              Vessel             *vessel,
              Value              *value,
              const RutterTarget *target,
              const char         *heard)
{
  if (heard[0] == '\0' || g_str_equal (value->known, heard))
    {
      value->waiting[0] = '\0';
      return;
    }

  if (value->known[0] == '\0')
    {
      g_strlcpy (value->known, heard, sizeof value->known);
    }
  else if (!g_str_equal (value->waiting, heard))
    {
      g_strlcpy (value->waiting, heard, sizeof value->waiting);
      value->waiting_us = target->voyage_us;
    }
  else if (target->voyage_us > value->waiting_us)
    {
      tell_change (self, kind, vessel, target, value->known, heard);
      g_strlcpy (value->known, heard, sizeof value->known);
      value->waiting[0] = '\0';
    }
}

static void
follow_voyage (RutterWatcher      *self,
               Vessel             *vessel,
               const RutterTarget *target)
{
  char draught[8] = "";

  if (target->voyage_us == 0)
    return;

  if (!isnan (target->draught_m))
    g_snprintf (draught, sizeof draught, "%.1f", target->draught_m);
  follow_value (self, RUTTER_ALERT_DESTINATION, vessel, &vessel->destination, target,
                target->destination);
  follow_value (self, RUTTER_ALERT_DRAUGHT, vessel, &vessel->draught, target, draught);
}

/* A second MMSI is told once: two senders with one IMO number would else be told for ever. */
static void
follow_mmsi (RutterWatcher      *self,
             Vessel             *vessel,
             const RutterTarget *target)
{
  char before[10], after[10];

  if (!g_hash_table_add (vessel->mmsis, GUINT_TO_POINTER (target->mmsi)) || vessel->last.mmsi == 0)
    return;

  g_snprintf (before, sizeof before, "%09u", vessel->last.mmsi);
  g_snprintf (after, sizeof after, "%09u", target->mmsi);
  tell_change (self, RUTTER_ALERT_MMSI, vessel, target, before, after);
}

static void
tell_heard (RutterWatcher      *self,
            Vessel             *vessel,
            const RutterTarget *target)
{
  const RutterAlert alert = {
    .kind = RUTTER_ALERT_HEARD, .watch = vessel->watch, .target = target,
    .time_us = target->heard_us,
    .silence_us = vessel->is_silent ? target->heard_us - vessel->last.heard_us : 0,
  };

  if (vessel->last.mmsi == 0 || vessel->is_silent)
    self->func (&alert, self->user_data);
}

static void
follow_vessel (RutterWatcher      *self,
               Vessel             *vessel,
               const RutterTarget *target)
{
  tell_heard (self, vessel, target);
  follow_mmsi (self, vessel, target);
  if (vessel->last.is_name_sure && target->is_name_sure &&
      !g_str_equal (vessel->last.name, target->name))
    tell_change (self, RUTTER_ALERT_NAME, vessel, target, vessel->last.name, target->name);
  follow_voyage (self, vessel, target);

  vessel->last = *target;
  vessel->listened_us = self->listened_us;
  vessel->is_silent = FALSE;
}

static gboolean
is_in_scope (RutterWatcher      *self,
             RutterWatchScope    scope,
             const RutterTarget *target,
             gboolean            is_watched)
{
  if (is_watched)
    return TRUE;
  if (scope == RUTTER_WATCH_ANYONE)
    return target->kind == RUTTER_MMSI_SHIP;

  return scope == RUTTER_WATCH_CATALOGUE &&
         (g_hash_table_contains (self->mmsis, GUINT_TO_POINTER (target->mmsi)) ||
          (target->is_imo_sure &&
           g_hash_table_contains (self->imos, GUINT_TO_POINTER (target->imo))));
}

/* Whoever is first heard inside has not entered; with everybody watched it is not told at all. */
static void
settle_presence (RutterWatcher      *self,
                 Shape              *shape,
                 Presence           *presence,
                 const RutterTarget *target)
{
  gpointer key = GUINT_TO_POINTER (target->mmsi);

  presence->is_inside = !presence->is_inside;
  presence->n_against = 0;
  if (!presence->is_inside)
    {
      tell (self, RUTTER_ALERT_LEFT, shape->watch, target, target->position_us);
      g_hash_table_add (shape->outside, key);
      g_hash_table_remove (shape->presences, key);
    }
  else if (g_hash_table_remove (shape->outside, key))
    tell (self, RUTTER_ALERT_ENTERED, shape->watch, target, target->position_us);
  else if (rutter_watch_get_scope (shape->watch) != RUTTER_WATCH_ANYONE)
    tell (self, RUTTER_ALERT_INSIDE, shape->watch, target, target->position_us);
}

static void
follow_shape (RutterWatcher      *self,
              Shape              *shape,
              const RutterTarget *target)
{
  gpointer key = GUINT_TO_POINTER (target->mmsi);
  Presence *presence = g_hash_table_lookup (shape->presences, key);
  gboolean is_held;

  if (target->position_us == 0 ||
      (presence != NULL && presence->position_us == target->position_us))
    return;

  is_held = rutter_watch_holds (shape->watch, target->position);
  if (presence == NULL)
    {
      if (!is_held)
        {
          g_hash_table_add (shape->outside, key);
          return;
        }
      presence = g_new0 (Presence, 1);
      g_hash_table_insert (shape->presences, key, presence);
    }

  presence->position_us = target->position_us;
  if (is_held != presence->is_inside)
    {
      if (++presence->n_against == ENOUGH_POSITIONS)
        settle_presence (self, shape, presence, target);
    }
  else if (presence->is_inside)
    presence->n_against = 0;
  else
    {
      g_hash_table_add (shape->outside, key);
      g_hash_table_remove (shape->presences, key);
    }
}

/* @target: something of it is new */
void
rutter_watcher_see (RutterWatcher      *self,
                    const RutterTarget *target)
{
  guint32 imo = target->is_imo_sure ? target->imo : 0;
  gboolean is_watched = FALSE;

  for (guint i = 0; i < self->vessels->len; i++)
    {
      Vessel *vessel = self->vessels->pdata[i];

      if (!rutter_watch_means (vessel->watch, imo, target->mmsi))
        continue;
      is_watched = TRUE;
      follow_vessel (self, vessel, target);
    }

  for (guint i = 0; i < self->shapes->len; i++)
    {
      Shape *shape = self->shapes->pdata[i];

      if (is_in_scope (self, rutter_watch_get_scope (shape->watch), target, is_watched))
        follow_shape (self, shape, target);
    }
}

static void
judge_silence (RutterWatcher *self,
               Vessel        *vessel)
{
  gint64 limit_us = (gint64)rutter_watch_get_silence_min (vessel->watch) * 60 * G_USEC_PER_SEC;
  gint64 silence_us = self->listened_us - vessel->listened_us;
  RutterAlert alert = { .kind = RUTTER_ALERT_SILENT, .watch = vessel->watch };

  if (limit_us == 0 || vessel->last.mmsi == 0 || vessel->is_silent || silence_us < limit_us)
    return;

  vessel->is_silent = TRUE;
  alert.target = &vessel->last;
  alert.time_us = vessel->last.heard_us;
  alert.silence_us = silence_us;
  self->func (&alert, self->user_data);
}

/**
 * rutter_watcher_tick:
 * @heard_us: when the last message of all was heard, since 1970
 *
 * Lets time pass. It is the messages' time that counts: while no feed hears anything, nobody falls
 * silent. Called a few times a second, after whatever is new was seen.
 */
void
rutter_watcher_tick (RutterWatcher *self,
                     gint64         heard_us)
{
  gint64 passed_us = heard_us - self->heard_us;

  if (passed_us != 0 && self->heard_us != 0 && ABS (passed_us) <= LONGEST_PAUSE_US)
    self->listened_us += MAX (passed_us, 0);
  self->heard_us = heard_us;

  for (guint i = 0; i < self->vessels->len; i++)
    judge_silence (self, self->vessels->pdata[i]);
}
