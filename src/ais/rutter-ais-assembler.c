/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-assembler.h"

#include "rutter-ais-bits.h"

#define N_SLOTS 256   /* messages that wait for a part; then the oldest goes */
#define MAX_PARTS 9

typedef struct
{
  guint32            key;        /* talker, sequence and channel */
  guint32            station;    /* hash, 0 when none is named */
  gint64             started_us;
  guint              order;      /* of arrival of the first part */
  RutterAisSentence  first;      /* the part that came first, without its payload */
  guint              n_missing;
  guint8             length[MAX_PARTS];
  guint8             offset[MAX_PARTS];
  gboolean           has[MAX_PARTS];
  guint              fill;
  guint              n_used;
  char               text[RUTTER_AIS_MAX_CHARACTERS];
} Slot;

struct _RutterAisAssembler
{
  Slot     slots[N_SLOTS];  /* the first n_slots are in use */
  guint    n_slots;
  guint    n_begun;
  guint64  n_lost;
  char     whole[RUTTER_AIS_MAX_CHARACTERS];
};

static guint32
make_key (const RutterAisSentence *part)
{
  return (guint32)(guint8)part->talker[0] << 24 | (guint32)(guint8)part->talker[1] << 16 |
         (guint32)(guint8)part->sequence << 8 | (guint8)part->channel;
}

static void
drop (RutterAisAssembler *self,
      guint               i)
{
  self->n_slots--;
  if (i != self->n_slots)
    self->slots[i] = self->slots[self->n_slots];
}

/* A clock that jumps back makes things old as well: what is lost is a message, not the feed. */
static gboolean
is_old (const Slot *slot,
        gint64      now_us)
{
  return slot->started_us != 0 && now_us != 0 &&
         ABS (now_us - slot->started_us) > RUTTER_AIS_PART_TIMEOUT_US;
}

static void
drop_old (RutterAisAssembler *self,
          gint64              now_us)
{
  for (guint i = 0; i < self->n_slots;)
    if (is_old (&self->slots[i], now_us))
      {
        self->n_lost++;
        drop (self, i);
      }
    else
      i++;
}

static gboolean
holds (const Slot              *slot,
       const RutterAisSentence *part)
{
  guint i = part->part - 1;

  return slot->has[i] && slot->length[i] == part->payload_length &&
         memcmp (slot->text + slot->offset[i], part->payload, part->payload_length) == 0;
}

static gboolean
is_kin (const Slot              *slot,
        const RutterAisSentence *part,
        guint32                  key,
        guint32                  station)
{
  return slot->key == key && slot->first.n_parts == part->n_parts &&
         (slot->station == station || slot->station == 0 || station == 0);
}

/* Another message begins with the same marks, so the one before will not end. */
static void
drop_overtaken (RutterAisAssembler      *self,
                const RutterAisSentence *part,
                guint32                  key,
                guint32                  station)
{
  for (guint i = 0; i < self->n_slots;)
    {
      Slot *slot = &self->slots[i];

      if (is_kin (slot, part, key, station) && slot->station == station && slot->has[0] &&
          !holds (slot, part))
        {
          self->n_lost++;
          drop (self, i);
        }
      else
        i++;
    }
}

/* The latest slot that the part may belong to: one that lacks it, or one that holds the very same
 * (heard twice).
 */
static Slot *
find_slot (RutterAisAssembler      *self,
           const RutterAisSentence *part,
           guint32                  key,
           guint32                  station)
{
  Slot *best = NULL;

  for (guint i = 0; i < self->n_slots; i++)
    {
      Slot *slot = &self->slots[i];

      if (!is_kin (slot, part, key, station) ||
          (slot->has[part->part - 1] && !holds (slot, part)))
        continue;
      if (best == NULL || (int)(slot->order - best->order) > 0)
        best = slot;
    }

  return best;
}

static Slot *
begin_slot (RutterAisAssembler      *self,
            const RutterAisSentence *part,
            gint64                   now_us)
{
  Slot *slot;
  guint oldest = 0;

  if (self->n_slots == N_SLOTS)
    {
      for (guint i = 1; i < N_SLOTS; i++)
        if ((int)(self->slots[i].order - self->slots[oldest].order) < 0)
          oldest = i;
      self->n_lost++;
      drop (self, oldest);
    }

  slot = &self->slots[self->n_slots++];
  memset (slot, 0, sizeof *slot);
  slot->started_us = now_us;
  slot->order = self->n_begun++;
  slot->first = *part;
  slot->first.payload = NULL;
  slot->n_missing = part->n_parts;
  return slot;
}

static void
fill_slot (Slot                    *slot,
           const RutterAisSentence *part)
{
  guint i = part->part - 1;

  memcpy (slot->text + slot->n_used, part->payload, part->payload_length);
  slot->offset[i] = (guint8)slot->n_used;
  slot->length[i] = (guint8)part->payload_length;
  slot->has[i] = TRUE;
  slot->n_used += (guint)part->payload_length;
  slot->n_missing--;
  if (part->part == part->n_parts)
    slot->fill = part->fill;
  if (slot->first.stamp.time_us == 0)
    slot->first.stamp.time_us = part->stamp.time_us;
  if (slot->first.stamp.station[0] == '\0')
    g_strlcpy (slot->first.stamp.station, part->stamp.station, sizeof part->stamp.station);
}

RutterAisAssembler *
rutter_ais_assembler_new (void)
{
  return g_new0 (RutterAisAssembler, 1);
}

void
rutter_ais_assembler_free (RutterAisAssembler *self)
{
  g_free (self);
}

/**
 * rutter_ais_assembler_add:
 * @part: a sentence of a message that has several
 * @now_us: the time by the clock that the time-out goes by; 0 when there is none
 * @whole: (out): the message; its payload is good until the next call
 *
 * Returns: whether the message is complete now
 */
gboolean
rutter_ais_assembler_add (RutterAisAssembler      *self,
                          const RutterAisSentence *part,
                          gint64                   now_us,
                          RutterAisSentence       *whole)
{
  guint32 key = make_key (part);
  guint32 station = part->stamp.station[0] != '\0' ? g_str_hash (part->stamp.station) | 1 : 0;
  Slot *slot;
  gsize length = 0;

  drop_old (self, now_us);
  if (part->part == 1)
    drop_overtaken (self, part, key, station);
  slot = find_slot (self, part, key, station);
  if (slot != NULL && holds (slot, part))
    return FALSE;
  if (slot == NULL)
    slot = begin_slot (self, part, now_us);
  slot->key = key;
  if (slot->station == 0)
    slot->station = station;
  if (slot->n_used + part->payload_length > sizeof slot->text)
    {
      self->n_lost++;
      drop (self, (guint)(slot - self->slots));
      return FALSE;
    }

  fill_slot (slot, part);
  if (slot->n_missing > 0)
    return FALSE;

  for (guint i = 0; i < slot->first.n_parts; i++)
    {
      memcpy (self->whole + length, slot->text + slot->offset[i], slot->length[i]);
      length += slot->length[i];
    }
  *whole = slot->first;
  whole->part = 1;
  whole->payload = self->whole;
  whole->payload_length = length;
  whole->fill = slot->fill;
  drop (self, (guint)(slot - self->slots));
  return TRUE;
}

/* Messages given up for want of a part. */
guint64
rutter_ais_assembler_get_n_lost (RutterAisAssembler *self)
{
  return self->n_lost;
}

/* Messages that wait for a part. */
guint
rutter_ais_assembler_count_open (RutterAisAssembler *self)
{
  return self->n_slots;
}
