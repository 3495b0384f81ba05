/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RUTTER_PASSAGE_CANAL,
  RUTTER_PASSAGE_STRAIT,
  RUTTER_PASSAGE_RIVER,
  RUTTER_PASSAGE_SEAWAY,
  RUTTER_PASSAGE_GATE       /* open water: a line across it, that is reported and can be closed */
} RutterPassageKind;

/* A named narrow or gate of the sea, as `data/passages.tsv` states it. The line of a gate lies
 * across the water; that of every other kind is the way that ships take through it, from one end's
 * open water to the other's, as given: not yet drawn along the water.
 */
typedef struct
{
  char              *id;             /* lower case, a-z and hyphens: "suez" */
  char              *name;           /* English, as on the map */
  char              *name_ru;        /* or NULL */
  RutterPassageKind  kind;
  gboolean           is_shut;        /* closed unless a request opens it */
  char              *network;        /* the inland waterways that it belongs to, which nobody takes
                                        who only passes by: "volga"; or NULL */
  RutterLonLat      *line;           /* two or more points, longitudes unwrapped */
  guint              n_points;
  RutterLonLat      *gate;           /* across the water, where a way may pass beside the line: who
                                        crosses it uses the passage too; or NULL, as of a gate */
  guint              n_gate;
  char              *season;         /* usual season or closing dates in words, or NULL */
  char              *source;         /* where the season was read, or NULL */
} RutterPassage;

/* All passages in the file's order; immutable, shared by every thread. */
typedef struct _RutterPassages RutterPassages;

RutterPassages       *rutter_passages_load   (const char            *path,
                                              GError               **error);
RutterPassages       *rutter_passages_ref    (RutterPassages        *self);
void                  rutter_passages_unref  (RutterPassages        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPassages, rutter_passages_unref)

guint                 rutter_passages_get_n  (const RutterPassages  *self);
const RutterPassage  *rutter_passages_get    (const RutterPassages  *self,
                                              guint                  index);
const RutterPassage  *rutter_passages_find   (const RutterPassages  *self,
                                              const char            *id);
guint64               rutter_passages_digest (const RutterPassages  *self);

const char           *rutter_passage_get_name      (const RutterPassage *self);
const char           *rutter_passage_kind_get_nick (RutterPassageKind  kind);

G_END_DECLS
