/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-node-queue.h"
#include "rutter-path-finder.h"

G_BEGIN_DECLS

/* What searching for ways and looking for their rivals share. */
typedef struct
{
  guint32 cost;
  guint32 parent;
  guint32 search;    /* the search that wrote this: older ones do not count */
  guint32 expanded;  /* the search that went on from here */
} RutterPathMark;

struct _RutterPathFinder
{
  const RutterSeaGraph    *graph;
  const RutterLandmarkRow *landmarks;
  RutterPathMark          *marks;     /* of the survey */
  guint32                  search;
  RutterPathMark          *back;      /* of the tracing */
  guint32                  back_search;
  RutterNodeQueue          queue;
  guint32                  limit;     /* of the latest survey */
  GArray                  *expanded;  /* guint32: its nodes, in order */
  guint64                 *taken;     /* zero but in list_rivals(): passages on the way to a node */
};

G_END_DECLS
