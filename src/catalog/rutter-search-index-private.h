/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-search-index.h"
#include "rutter-term-list.h"

G_BEGIN_DECLS

typedef enum
{
  RUTTER_SEARCH_TEXT_UID,       /* found whole only */
  RUTTER_SEARCH_TEXT_IDENTIFIER,
  RUTTER_SEARCH_TEXT_NAME,
  RUTTER_SEARCH_TEXT_PROSE      /* found by its words only; no letter of it is forgiven */
} RutterSearchTextKind;

typedef struct
{
  const char           *text;
  const char           *label;
  guint32               document;
  RutterSearchTextKind  kind;
  gboolean              is_former; /* a name that is borne no more */
} RutterSearchText;

/* What a hit leads to: an object, or a claim. */
typedef struct
{
  const RutterObject *object;
  const RutterClaim  *claim;
  guint32             first;    /* of its texts; they lie together */
  guint32             n_texts;
} RutterSearchDocument;

struct _RutterSearchIndex
{
  RutterRecords  *records;
  GStringChunk   *strings;      /* texts that the records do not have as such */
  GArray         *documents;    /* RutterSearchDocument */
  GArray         *texts;        /* RutterSearchText */
  RutterTermList *words;        /* the words of all texts */
  RutterTermList *wholes;       /* whole names and identifiers, squashed */
  RutterTermList *sounds;       /* consonant keys of the words of names of what can be named */
};

G_END_DECLS
