/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-table.h"

#include "rutter-target-merge.h"

#define CHUNK 1024
#define NOBODY G_MAXUINT32

typedef struct
{
  RutterTarget         target;
  RutterTargetDoubt    doubt;
  guint32              x, y;         /* of the position, for the point set */
  guint32              newer, older; /* by the last message */
} Slot;

struct _RutterTargetTable
{
  GPtrArray  *chunks;      /* of CHUNK slots: growing moves nothing and wastes little */
  guint       n_slots;
  guint       max_slots;
  GHashTable *slot_by_mmsi;
  guint32     newest, oldest;
  guint64     n_dropped;
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

/* A slot that is free, or that of whoever was silent for longest. */
static guint32
take_slot (RutterTargetTable *self)
{
  guint32 i;

  if (self->n_slots < self->max_slots)
    {
      if (self->n_slots % CHUNK == 0)
        g_ptr_array_add (self->chunks, g_new (Slot, CHUNK));
      return self->n_slots++;
    }

  i = self->oldest;
  g_hash_table_remove (self->slot_by_mmsi, GUINT_TO_POINTER (get_slot (self, i)->target.mmsi));
  unlink_slot (self, i);
  self->n_dropped++;
  return i;
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
  self->newest = self->oldest = NOBODY;
  return self;
}

void
rutter_target_table_free (RutterTargetTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->chunks);
  g_hash_table_unref (self->slot_by_mmsi);
  g_free (self);
}

/**
 * rutter_target_table_add:
 * @now_us: the clock that ages go by. The time that a report tells is used when it is not later
 *   than this by more than a minute: a sender's clock may be wrong.
 */
void
rutter_target_table_add (RutterTargetTable      *self,
                         const RutterAisReport  *report,
                         const RutterAisMessage *message,
                         gint64                  now_us)
{
  gint64 heard_us = report->time_us;
  Slot *slot;
  gint64 position_us;

  if (message->mmsi == 0)
    return;

  if (heard_us <= 0 || heard_us > now_us + 60 * G_USEC_PER_SEC)
    heard_us = now_us;
  slot = find_or_begin (self, message->mmsi, heard_us);
  position_us = slot->target.position_us;
  slot->target.is_own |= report->is_own;
  rutter_target_merge (&slot->target, &slot->doubt, message, heard_us);
  if (slot->target.position_us != position_us)
    {
      RutterPointRecord record;

      rutter_point_record_place (&record, slot->target.position);
      slot->x = record.x;
      slot->y = record.y;
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

guint
rutter_target_table_count (RutterTargetTable *self)
{
  return self->n_slots;
}

/* Targets that had to make room. */
guint64
rutter_target_table_count_dropped (RutterTargetTable *self)
{
  return self->n_dropped;
}

static guint16
to_tenths (double  value,
           guint16 none)
{
  return isnan (value) ? none : (guint16)CLAMP (value * 10 + 0.5, 0, G_MAXUINT16 - 1);
}

/**
 * rutter_target_table_make_points:
 *
 * Returns: (transfer full): all targets that have a position, as they stand: id is the MMSI, kind
 *   a #RutterTargetClass, category the ship type as sent, state a #RutterTargetState
 */
RutterPointSet *
rutter_target_table_make_points (RutterTargetTable *self,
                                 gint64             now_us)
{
  g_autofree RutterPointRecord *records = g_new (RutterPointRecord, MAX (self->n_slots, 1));
  guint n = 0;

  for (guint i = 0; i < self->n_slots; i++)
    {
      const Slot *slot = get_slot (self, i);
      const RutterTarget *target = &slot->target;

      if (target->position_us == 0)
        continue;
      records[n++] = (RutterPointRecord) {
        .id = target->mmsi,
        .x = slot->x,
        .y = slot->y,
        .heard_s = (guint32)CLAMP (target->heard_us / G_USEC_PER_SEC, 0, (gint64)G_MAXUINT32),
        .course = to_tenths (target->course_deg, RUTTER_POINT_NO_ANGLE),
        .heading = to_tenths (target->heading_deg, RUTTER_POINT_NO_ANGLE),
        .speed = to_tenths (target->speed_kn, RUTTER_POINT_NO_SPEED),
        .kind = (guint8)target->class,
        .category = (guint8)target->ship_type,
        .state = (guint8)rutter_target_get_state (target, now_us),
      };
    }

  return rutter_point_set_new (records, n);
}
