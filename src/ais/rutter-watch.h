/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

typedef enum
{
  RUTTER_WATCH_VESSEL,
  RUTTER_WATCH_AREA,     /* who is inside an outline */
  RUTTER_WATCH_PASSAGE   /* who is near a passage's line */
} RutterWatchKind;

/* Whose entering and leaving is told, of an area or a passage. */
typedef enum
{
  RUTTER_WATCH_WATCHED,    /* vessels that are watched themselves */
  RUTTER_WATCH_CATALOGUE,  /* and those of the catalogue */
  RUTTER_WATCH_ANYONE
} RutterWatchScope;

#define RUTTER_WATCH_USUAL_SILENCE_MIN 60
#define RUTTER_WATCH_PASSAGE_REACH_M 5000.0

const char *rutter_watch_scope_get_name (RutterWatchScope scope);

/* One thing to be told of. Never changed once it is made, so that the traffic's thread may hold it
 * while the user makes another.
 */
typedef struct _RutterWatch RutterWatch;

RutterWatch        *rutter_watch_new_vessel       (const char         *title,
                                                   guint32             imo,
                                                   guint32             mmsi,
                                                   guint               silence_min);
RutterWatch        *rutter_watch_new_shape        (RutterWatchKind     kind,
                                                   const char         *title,
                                                   const RutterLonLat *points,
                                                   guint               n_points,
                                                   RutterWatchScope    scope);
RutterWatch        *rutter_watch_ref              (RutterWatch        *self);
void                rutter_watch_unref            (RutterWatch        *self);
RutterWatchKind     rutter_watch_get_kind         (const RutterWatch  *self);
const char         *rutter_watch_get_title        (const RutterWatch  *self);
guint32             rutter_watch_get_imo          (const RutterWatch  *self);
guint32             rutter_watch_get_mmsi         (const RutterWatch  *self);
guint               rutter_watch_get_silence_min  (const RutterWatch  *self);
RutterWatchScope    rutter_watch_get_scope        (const RutterWatch  *self);
const RutterLonLat *rutter_watch_get_points       (const RutterWatch  *self,
                                                   guint              *n_points);
gboolean            rutter_watch_has_shape_of     (const RutterWatch  *self,
                                                   const RutterWatch  *other);
gboolean            rutter_watch_is_same          (const RutterWatch  *self,
                                                   const RutterWatch  *other);
gboolean            rutter_watch_means            (const RutterWatch  *self,
                                                   guint32             imo,
                                                   guint32             mmsi);
gboolean            rutter_watch_holds            (const RutterWatch  *self,
                                                   RutterLonLat        position);
char               *rutter_watch_dup_definition   (const RutterWatch  *self);

/* Watches as they are kept from one run to the next. */
GPtrArray          *rutter_watch_load             (const char         *path,
                                                   GError            **error);
gboolean            rutter_watch_save             (GPtrArray          *watches,
                                                   const char         *path,
                                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterWatch, rutter_watch_unref)

G_END_DECLS
