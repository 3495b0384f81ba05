/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-table.h"

#include "rutter-target-merge.h"

#define CHUNK 1024
#define NOBODY G_MAXUINT32
/* How far before ours a sender's clock may be. */
#define AHEAD_US (60 * G_USEC_PER_SEC)

typedef struct
{
  RutterTarget         target;
  RutterTargetDoubt   *doubt;        /* NULL without any, as nearly always */
  RutterTrack         *track;
  guint32              x, y;         /* of the position, for the point set */
  guint32              newer, older; /* by the last message; `older` links the free ones */
} Slot;

struct _RutterTargetTable
{
  GPtrArray            *chunks;      /* of CHUNK slots: growing moves nothing and wastes little */
  guint                 n_slots;
  guint                 n_used;      /* of these; the others have no MMSI */
  guint                 max_slots;
  GHashTable           *slot_by_mmsi;
  guint32               newest, oldest, free;
  guint64               n_dropped;
  gint64                next_age_us; /* when the first of the points becomes stale or lost */

  RutterTargetObserver  observer;
  gpointer              observer_data;
  GDestroyNotify        destroy_observer;
};

static Slot *
get_slot (RutterTargetTable *self,
          guint32            i)
{
  return (Slot *)g_ptr_array_index (self->chunks, i / CHUNK) + i % CHUNK;
}

static void
unlink_slot (RutterTargetTable *self,
             guint32            i)
{
  Slot *slot = get_slot (self, i);

  if (slot->newer != NOBODY)
    get_slot (self, slot->newer)->older = slot->older;
  else
    self->newest = slot->older;
  if (slot->older != NOBODY)
    get_slot (self, slot->older)->newer = slot->newer;
  else
    self->oldest = slot->newer;
}

static void
link_newest (RutterTargetTable *self,
             guint32            i)
{
  Slot *slot = get_slot (self, i);

  slot->newer = NOBODY;
  slot->older = self->newest;
  if (self->newest != NOBODY)
    get_slot (self, self->newest)->newer = i;
  else
    self->oldest = i;
  self->newest = i;
}

static void
free_slot (RutterTargetTable *self,
           guint32            i)
{
  Slot *slot = get_slot (self, i);

  g_hash_table_remove (self->slot_by_mmsi, GUINT_TO_POINTER (slot->target.mmsi));
  unlink_slot (self, i);
  g_clear_pointer (&slot->track, g_free);
  g_clear_pointer (&slot->doubt, g_free);
  slot->target.mmsi = 0;
  slot->older = self->free;
  self->free = i;
  self->n_used--;
}

/* A slot that is free, or that of whoever was silent for longest. */
static guint32
take_slot (RutterTargetTable *self)
{
  guint32 i;

  if (self->free == NOBODY && self->n_slots == self->max_slots)
    {
      free_slot (self, self->oldest);
      self->n_dropped++;
    }

  self->n_used++;
  i = self->free;
  if (i != NOBODY)
    {
      self->free = get_slot (self, i)->older;
      return i;
    }

  if (self->n_slots % CHUNK == 0)
    g_ptr_array_add (self->chunks, g_new (Slot, CHUNK));
  return self->n_slots++;
}

static Slot *
find_or_begin (RutterTargetTable *self,
               guint32            mmsi,
               gint64             heard_us)
{
  gpointer found;
  guint32 i;
  Slot *slot;

  if (g_hash_table_lookup_extended (self->slot_by_mmsi, GUINT_TO_POINTER (mmsi), NULL, &found))
    {
      i = GPOINTER_TO_UINT (found);
      unlink_slot (self, i);
      link_newest (self, i);
      return get_slot (self, i);
    }

  i = take_slot (self);
  slot = get_slot (self, i);
  memset (slot, 0, sizeof *slot);
  rutter_target_begin (&slot->target, mmsi, heard_us);
  g_hash_table_insert (self->slot_by_mmsi, GUINT_TO_POINTER (mmsi), GUINT_TO_POINTER (i));
  link_newest (self, i);
  return slot;
}

/* @max_targets: at least 1 */
RutterTargetTable *
rutter_target_table_new (guint max_targets)
{
  RutterTargetTable *self;

  g_return_val_if_fail (max_targets > 0 && max_targets < NOBODY, NULL);

  self = g_new0 (RutterTargetTable, 1);
  self->chunks = g_ptr_array_new_with_free_func (g_free);
  self->max_slots = max_targets;
  self->slot_by_mmsi = g_hash_table_new (NULL, NULL);
  self->newest = self->oldest = self->free = NOBODY;
  return self;
}

void
rutter_target_table_free (RutterTargetTable *self)
{
  if (self == NULL)
    return;

  rutter_target_table_clear (self);
  rutter_target_table_set_observer (self, NULL, NULL, NULL);
  g_ptr_array_unref (self->chunks);
  g_hash_table_unref (self->slot_by_mmsi);
  g_free (self);
}

/* Whatever was heard later than now was so by a clock that has been put back since. */
static void
settle_clock (Slot   *slot,
              gint64  now_us)
{
  RutterTarget *target = &slot->target;

  if (target->heard_us <= now_us + AHEAD_US)
    return;

  target->heard_us = MIN (target->heard_us, now_us);
  target->first_us = MIN (target->first_us, now_us);
  target->position_us = MIN (target->position_us, now_us);
  target->static_us = MIN (target->static_us, now_us);
  target->voyage_us = MIN (target->voyage_us, now_us);
  target->doubted_us = MIN (target->doubted_us, now_us);
  target->two_places_us = MIN (target->two_places_us, now_us);
  rutter_track_set_back (slot->track, (guint32)(now_us / G_USEC_PER_SEC));
}

static guint16
to_tenths (double  value,
           guint16 none)
{
  return isnan (value) ? none : (guint16)CLAMP (value * 10 + 0.5, 0, none - 1);
}

static void
follow (Slot *slot)
{
  const RutterTarget *target = &slot->target;
  RutterPointRecord record;
  RutterTrackFix fix = {
    .time_s = (guint32)CLAMP (target->position_us / G_USEC_PER_SEC, 0, (gint64)G_MAXUINT32),
    .speed = to_tenths (target->speed_kn, RUTTER_POINT_NO_SPEED),
    .course = to_tenths (target->course_deg, RUTTER_TRACK_NO_COURSE) & RUTTER_TRACK_NO_COURSE,
  };

  rutter_point_record_place (&record, target->position);
  fix.x = slot->x = record.x, fix.y = slot->y = record.y;
  rutter_track_add (&slot->track, &fix);
}

static void
merge (Slot                   *slot,
       const RutterAisMessage *message,
       gint64                  heard_us)
{
  RutterTargetDoubt doubt = { 0 };

  if (slot->doubt != NULL)
    doubt = *slot->doubt;
  rutter_target_merge (&slot->target, &doubt, message, heard_us);
  if (doubt.imo == 0 && doubt.callsign[0] == '\0' && doubt.name[0] == '\0')
    {
      g_clear_pointer (&slot->doubt, g_free);
      return;
    }

  if (slot->doubt == NULL)
    slot->doubt = g_new (RutterTargetDoubt, 1);
  *slot->doubt = doubt;
}

/* For a message that a decoder reports. */
void
rutter_target_table_add (RutterTargetTable      *self,
                         const RutterAisReport  *report,
                         const RutterAisMessage *message,
                         gint64                  now_us)
{
  rutter_target_table_hear (self, message, report->time_us, 0, report->is_own, now_us);
}

/**
 * rutter_target_table_hear:
 * @heard_us: used when it is not later than @now_us by more than a minute: a sender's clock may be
 *   wrong
 * @feed: by which it was heard
 * @now_us: the clock that ages go by; it may be put back
 */
void
rutter_target_table_hear (RutterTargetTable      *self,
                          const RutterAisMessage *message,
                          gint64                  heard_us,
                          guint8                  feed,
                          gboolean                is_own,
                          gint64                  now_us)
{
  Slot *slot;
  gint64 position_us;

  if (message->mmsi == 0)
    return;

  if (heard_us <= 0 || heard_us > now_us + AHEAD_US)
    heard_us = now_us;
  slot = find_or_begin (self, message->mmsi, heard_us);
  settle_clock (slot, now_us);
  position_us = slot->target.position_us;
  slot->target.is_own |= is_own != FALSE;
  slot->target.feed = feed;
  slot->target.feeds |= rutter_target_get_feed_bit (feed);
  merge (slot, message, heard_us);
  if (slot->target.position_us != position_us)
    follow (slot);
  if (self->observer != NULL)
    self->observer (&slot->target, self->observer_data);
}

/* @observer: (nullable): in place of the one before */
void
rutter_target_table_set_observer (RutterTargetTable    *self,
                                  RutterTargetObserver  observer,
                                  gpointer              user_data,
                                  GDestroyNotify        destroy)
{
  if (self->destroy_observer != NULL)
    self->destroy_observer (self->observer_data);
  self->observer = observer;
  self->observer_data = user_data;
  self->destroy_observer = destroy;
}

void
rutter_target_table_clear (RutterTargetTable *self)
{
  while (self->oldest != NOBODY)
    free_slot (self, self->oldest);
}

/* Forgets what no other feed has heard. */
void
rutter_target_table_remove_feed (RutterTargetTable *self,
                                 guint8             feed)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      RutterTarget *target = &get_slot (self, i)->target;

      if (target->mmsi == 0)
        continue;
      target->feeds &= ~rutter_target_get_feed_bit (feed);
      if (target->feeds == 0)
        free_slot (self, i);
    }
}

/* Returns: (nullable): good until the next message is added */
const RutterTarget *
rutter_target_table_find (RutterTargetTable *self,
                          guint32            mmsi)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->slot_by_mmsi, GUINT_TO_POINTER (mmsi), NULL, &found))
    return NULL;

  return &get_slot (self, GPOINTER_TO_UINT (found))->target;
}

/* Returns: (nullable): good until the next message is added; nobody and an empty one are alike */
const RutterTrack *
rutter_target_table_find_track (RutterTargetTable *self,
                                guint32            mmsi)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->slot_by_mmsi, GUINT_TO_POINTER (mmsi), NULL, &found))
    return NULL;

  return get_slot (self, GPOINTER_TO_UINT (found))->track;
}

/* Returns: the MMSI of another that sends the IMO number of @target; 0 when there is none. Only
 *   numbers that were heard twice alike count.
 */
guint32
rutter_target_table_find_same_imo (RutterTargetTable  *self,
                                   const RutterTarget *target)
{
  if (target->imo == 0 || !target->is_imo_sure)
    return 0;

  for (guint i = 0; i < self->n_slots; i++)
    {
      const RutterTarget *other = &get_slot (self, i)->target;

      if (other->mmsi != 0 && other->mmsi != target->mmsi && other->imo == target->imo &&
          other->is_imo_sure)
        return other->mmsi;
    }

  return 0;
}

/* Calls @func for every target, in no order. */
void
rutter_target_table_foreach (RutterTargetTable *self,
                             RutterTargetFunc   func,
                             gpointer           user_data)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      const Slot *slot = get_slot (self, i);

      if (slot->target.mmsi != 0)
        func (&slot->target, slot->track, user_data);
    }
}

guint
rutter_target_table_count (RutterTargetTable *self)
{
  return self->n_used;
}

/* Targets that had to make room. */
guint64
rutter_target_table_count_dropped (RutterTargetTable *self)
{
  return self->n_dropped;
}

/* Whether points made now would have other states. */
gboolean
rutter_target_table_is_ageing (RutterTargetTable *self,
                               gint64             now_us)
{
  return self->n_used > 0 && now_us > self->next_age_us;
}

static gint64
get_next_age (const RutterTarget *target,
              RutterTargetState   state)
{
  return state == RUTTER_TARGET_FRESH ? target->heard_us + RUTTER_TARGET_STALE_US
         : state == RUTTER_TARGET_STALE ? target->heard_us + RUTTER_TARGET_LOST_US : G_MAXINT64;
}

static guint8
get_point_kind (const RutterTarget *target)
{
  G_STATIC_ASSERT ((int)RUTTER_TARGET_CLASS_A == (int)RUTTER_POINT_CLASS_A);
  G_STATIC_ASSERT ((int)RUTTER_TARGET_AID == (int)RUTTER_POINT_AID);
  G_STATIC_ASSERT ((int)RUTTER_TARGET_LOST == (int)RUTTER_POINT_LOST);

  if (target->kind == RUTTER_MMSI_SART || target->kind == RUTTER_MMSI_MAN_OVERBOARD ||
      target->kind == RUTTER_MMSI_EPIRB)
    return RUTTER_POINT_EMERGENCY;

  return (guint8)target->class;
}

static void
make_record (const Slot        *slot,
             RutterTargetState  state,
             RutterPointRecord *record)
{
  const RutterTarget *target = &slot->target;

  *record = (RutterPointRecord) {
    .id = target->mmsi,
    .x = slot->x,
    .y = slot->y,
    .heard_s = (guint32)CLAMP (target->heard_us / G_USEC_PER_SEC, 0, (gint64)G_MAXUINT32),
    .course = to_tenths (target->course_deg, RUTTER_POINT_NO_ANGLE),
    .heading = to_tenths (target->heading_deg, RUTTER_POINT_NO_ANGLE),
    .speed = to_tenths (target->speed_kn, RUTTER_POINT_NO_SPEED),
    .kind = get_point_kind (target),
    .category = target->ship_type,
    .state = (guint8)state,
  };
}

/**
 * rutter_target_table_make_points:
 *
 * Returns: (transfer full): all targets that have a position, as they stand: id is the MMSI, kind
 *   a #RutterPointKind by the class, category the ship type as sent
 */
RutterPointSet *
rutter_target_table_make_points (RutterTargetTable *self,
                                 gint64             now_us)
{
  g_autofree RutterPointRecord *records = g_new (RutterPointRecord, MAX (self->n_used, 1));
  guint n = 0;

  self->next_age_us = G_MAXINT64;
  for (guint i = 0; i < self->n_slots; i++)
    {
      Slot *slot = get_slot (self, i);
      const RutterTarget *target = &slot->target;
      RutterTargetState state;

      if (target->mmsi == 0 || target->position_us == 0)
        continue;
      settle_clock (slot, now_us);
      state = rutter_target_get_state (target, now_us);
      self->next_age_us = MIN (self->next_age_us, get_next_age (target, state));
      make_record (slot, state, &records[n++]);
    }

  return rutter_point_set_new (records, n);
}

/* Returns: (transfer full): those of rutter_target_table_make_points() that a filter takes */
RutterPointSet *
rutter_target_table_make_filtered (RutterTargetTable        *self,
                                   const RutterTargetFilter *filter,
                                   gint64                    now_us)
{
  g_autoptr(GArray) records = g_array_new (FALSE, FALSE, sizeof (RutterPointRecord));

  for (guint i = 0; i < self->n_slots; i++)
    {
      const Slot *slot = get_slot (self, i);
      RutterPointRecord record;

      if (slot->target.mmsi == 0 || slot->target.position_us == 0 ||
          !rutter_target_filter_takes (filter, &slot->target))
        continue;
      make_record (slot, rutter_target_get_state (&slot->target, now_us), &record);
      g_array_append_val (records, record);
    }

  return rutter_point_set_new ((RutterPointRecord *)(gpointer)records->data, records->len);
}
