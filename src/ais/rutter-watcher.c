/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watcher.h"

#include "rutter-hearing-clock.h"
#include "rutter-watched-shape.h"

/* Silences are judged so often, by the time in which anything was heard. */
#define JUDGE_US G_USEC_PER_SEC

/* Anybody can send any number: what is remembered has an end, and then it is forgotten. */
#define MOST_SENDERS 32

/* A value as last told, and another one that waits to be received again. */
typedef struct
{
  char    known[21];
  char    waiting[21];
  gint64  waiting_us;
} Value;

/* What one MMSI says of the vessel: of two that use her IMO number each is compared with itself, or
 * their difference would be told for ever.
 */
typedef struct
{
  char   name[35];
  Value  destination, draught;
} Sender;

typedef struct
{
  RutterWatch  *watch;
  RutterTarget  last;         /* as it was seen last; mmsi is 0 before */
  GHashTable   *senders;      /* by MMSI */
  gint64        listened_us;  /* on the watcher's clock, when she was heard last */
  gboolean      is_silent;    /* and it was told */
} Vessel;

struct _RutterWatcher
{
  RutterAlertFunc     func;
  gpointer            user_data;

  GPtrArray          *vessels;
  GPtrArray          *shapes;
  GHashTable         *imos;      /* of the catalogue */
  GHashTable         *mmsis;

  RutterHearingClock  clock;
  gint64              judged_us; /* on the clock, when silences were judged last */
};

static void
free_vessel (gpointer data)
{
  Vessel *vessel = data;

  rutter_watch_unref (vessel->watch);
  g_hash_table_unref (vessel->senders);
  g_free (vessel);
}

RutterWatcher *
rutter_watcher_new (RutterAlertFunc func,
                    gpointer        user_data)
{
  RutterWatcher *self = g_new0 (RutterWatcher, 1);

  self->func = func;
  self->user_data = user_data;
  self->vessels = g_ptr_array_new_with_free_func (free_vessel);
  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_watched_shape_free);
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

  if (rutter_watch_get_kind (watch) != RUTTER_WATCH_VESSEL)
    return rutter_watched_shape_new (watch);

  vessel = g_new0 (Vessel, 1);
  vessel->watch = rutter_watch_ref (watch);
  vessel->senders = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return vessel;
}

/* @watches: (element-type RutterWatch): what was seen for those that stay is not forgotten */
void
rutter_watcher_set_watches (RutterWatcher *self,
                            GPtrArray     *watches)
{
  g_autoptr(GPtrArray) vessels = g_steal_pointer (&self->vessels);
  g_autoptr(GPtrArray) shapes = g_steal_pointer (&self->shapes);

  self->vessels = g_ptr_array_new_with_free_func (free_vessel);
  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_watched_shape_free);
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
follow_sender (RutterWatcher      *self,
               Vessel             *vessel,
               Sender             *sender,
               const RutterTarget *target)
{
  char draught[8] = "";

  if (target->is_name_sure && !g_str_equal (sender->name, target->name))
    {
      if (sender->name[0] != '\0')
        tell_change (self, RUTTER_ALERT_NAME, vessel, target, sender->name, target->name);
      g_strlcpy (sender->name, target->name, sizeof sender->name);
    }
  if (target->voyage_us == 0)
    return;

  if (!isnan (target->draught_m))
    g_snprintf (draught, sizeof draught, "%.1f", target->draught_m);
  follow_value (self, RUTTER_ALERT_DESTINATION, vessel, &sender->destination, target,
                target->destination);
  follow_value (self, RUTTER_ALERT_DRAUGHT, vessel, &sender->draught, target, draught);
}

/* A second MMSI is told once, and begins with what was known of her under the one before.
 *
 * Returns: (nullable): none when there are too many already
 */
static Sender *
find_or_begin_sender (RutterWatcher      *self,
                      Vessel             *vessel,
                      const RutterTarget *target)
{
  gpointer key = GUINT_TO_POINTER (target->mmsi);
  Sender *sender = g_hash_table_lookup (vessel->senders, key);
  const Sender *before;
  char mmsi_before[10], mmsi_after[10];

  if (sender != NULL || g_hash_table_size (vessel->senders) >= MOST_SENDERS)
    return sender;

  before = g_hash_table_lookup (vessel->senders, GUINT_TO_POINTER (vessel->last.mmsi));
  sender = before != NULL ? g_memdup2 (before, sizeof *before) : g_new0 (Sender, 1);
  g_hash_table_insert (vessel->senders, key, sender);
  if (vessel->last.mmsi == 0)
    return sender;

  g_snprintf (mmsi_before, sizeof mmsi_before, "%09u", vessel->last.mmsi);
  g_snprintf (mmsi_after, sizeof mmsi_after, "%09u", target->mmsi);
  tell_change (self, RUTTER_ALERT_MMSI, vessel, target, mmsi_before, mmsi_after);
  return sender;
}

static void
tell_heard (RutterWatcher      *self,
            Vessel             *vessel,
            const RutterTarget *target)
{
  const RutterAlert alert = {
    .kind = RUTTER_ALERT_HEARD, .watch = vessel->watch, .target = target,
    .time_us = target->heard_us,
    .silence_us = vessel->is_silent ? self->clock.total_us - vessel->listened_us : 0,
  };

  if (vessel->last.mmsi == 0 || vessel->is_silent)
    self->func (&alert, self->user_data);
}

static void
follow_vessel (RutterWatcher      *self,
               Vessel             *vessel,
               const RutterTarget *target)
{
  Sender *sender;

  tell_heard (self, vessel, target);
  sender = find_or_begin_sender (self, vessel, target);
  if (sender != NULL)
    follow_sender (self, vessel, sender, target);

  vessel->last = *target;
  vessel->listened_us = self->clock.total_us;
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

/* @target: something of it is new */
void
rutter_watcher_see (RutterWatcher      *self,
                    const RutterTarget *target)
{
  guint32 imo = target->is_imo_sure ? target->imo : 0;
  gboolean is_watched = FALSE;

  rutter_hearing_clock_hear (&self->clock, target->feed, target->heard_us);
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
      RutterWatchedShape *shape = self->shapes->pdata[i];
      RutterAlertKind kind;

      if (is_in_scope (self, rutter_watch_get_scope (shape->watch), target, is_watched) &&
          rutter_watched_shape_follow (shape, target, &kind))
        tell (self, kind, shape->watch, target, target->position_us);
    }
}

static void
judge_silence (RutterWatcher *self,
               Vessel        *vessel)
{
  gint64 limit_us = (gint64)rutter_watch_get_silence_min (vessel->watch) * 60 * G_USEC_PER_SEC;
  gint64 silence_us = self->clock.total_us - vessel->listened_us;
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
 * @feed: that heard something
 * @heard_us: when that was, since 1970
 *
 * Lets time pass. It is the messages' time that counts: while no feed hears anything, nobody falls
 * silent. Called after each message that was seen.
 */
void
rutter_watcher_tick (RutterWatcher *self,
                     guint8         feed,
                     gint64         heard_us)
{
  rutter_hearing_clock_hear (&self->clock, feed, heard_us);
  if (self->clock.total_us - self->judged_us < JUDGE_US)
    return;

  self->judged_us = self->clock.total_us;
  for (guint i = 0; i < self->vessels->len; i++)
    judge_silence (self, self->vessels->pdata[i]);
}
