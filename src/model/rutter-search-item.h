/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One thing that was found, as data for a row. Immutable. */
typedef struct
{
  const char   *uid;         /* of the object that it opens */
  const char   *group;       /* heading: "Vessels" */
  const char   *title;
  const char   *label;       /* what the matching text is: "former name"; NULL: it is the title */
  const char   *text;        /* the matching text */
  const guint  *spans;       /* start and end of what matched in it, in bytes, by pairs */
  guint         n_spans;
  const char   *remark;      /* how sure the match is: "sounds like"; NULL: it is what was asked */
  gboolean      has_status;  /* a claim: how sure it is */
  RutterStatus  status;
  gboolean      denied;
} RutterSearchEntry;

#define RUTTER_TYPE_SEARCH_ITEM (rutter_search_item_get_type ())

G_DECLARE_FINAL_TYPE (RutterSearchItem, rutter_search_item, RUTTER, SEARCH_ITEM, GObject)

RutterSearchItem        *rutter_search_item_new         (const RutterSearchEntry  *entry);
const RutterSearchEntry *rutter_search_item_get_entry   (RutterSearchItem         *self);
char                    *rutter_search_item_dup_markup  (RutterSearchItem         *self);

G_END_DECLS
