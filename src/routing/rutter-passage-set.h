/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most passages that a table may have. */
#define RUTTER_PASSAGE_SET_SIZE 192u

/* A set of passages, by their index in the table. */
typedef struct
{
  guint64 words[RUTTER_PASSAGE_SET_SIZE / 64];
} RutterPassageSet;

#define RUTTER_PASSAGE_SET_ALL \
  ((RutterPassageSet) { { G_MAXUINT64, G_MAXUINT64, G_MAXUINT64 } })

static inline gboolean
rutter_passage_set_has (const RutterPassageSet *self,
                        guint                   index)
{
  return (self->words[index / 64] >> (index % 64) & 1) != 0;
}

static inline RutterPassageSet
rutter_passage_set_with (RutterPassageSet self,
                         guint            index)
{
  self.words[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
  return self;
}

/* What is in the one, but not in the other. */
static inline RutterPassageSet
rutter_passage_set_subtract (RutterPassageSet self,
                             RutterPassageSet other)
{
  for (guint i = 0; i < G_N_ELEMENTS (self.words); i++)
    self.words[i] &= ~other.words[i];

  return self;
}

static inline RutterPassageSet
rutter_passage_set_unite (RutterPassageSet self,
                          RutterPassageSet other)
{
  for (guint i = 0; i < G_N_ELEMENTS (self.words); i++)
    self.words[i] |= other.words[i];

  return self;
}

static inline gboolean
rutter_passage_set_is_empty (const RutterPassageSet *self)
{
  guint64 any = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    any |= self->words[i];

  return any == 0;
}

static inline gboolean
rutter_passage_set_equal (const RutterPassageSet *self,
                          const RutterPassageSet *other)
{
  guint64 difference = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    difference |= self->words[i] ^ other->words[i];

  return difference == 0;
}

G_END_DECLS
