/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target-table.h"

G_BEGIN_DECLS

/* The vessels of a catalogue by what AIS tells of a ship: made once, then read by any thread. A
 * number that fails its check is not taken, and one that two vessels have matches neither.
 */
typedef struct _RutterFleet RutterFleet;

typedef enum
{
  RUTTER_MATCH_NONE,
  RUTTER_MATCH_IMO,        /* heard twice alike */
  RUTTER_MATCH_MMSI,
  RUTTER_MATCH_IMO_ONCE,   /* heard but once: no more than "possibly" */
  RUTTER_MATCH_OTHER_IMO,  /* the MMSI is hers, the IMO number is not: no more than "possibly" */
  RUTTER_MATCH_NAME        /* and nothing else: no more than "possibly" */
} RutterMatchKind;

typedef struct
{
  const char      *uid;    /* of the fleet */
  const char      *title;
  RutterMatchKind  kind;
} RutterMatch;

/* Of all targets, for whoever draws them. */
typedef struct
{
  guint32  mmsi;
  guint32  vessel;         /* for rutter_fleet_get_uid () */
} RutterFleetHit;

RutterFleet *rutter_fleet_new        (void);
RutterFleet *rutter_fleet_ref        (RutterFleet         *self);
void         rutter_fleet_unref      (RutterFleet         *self);

/* While it is made. Texts are copied. */
guint        rutter_fleet_add        (RutterFleet         *self,
                                      const char          *uid,
                                      const char          *title);
void         rutter_fleet_add_number (RutterFleet         *self,
                                      guint                vessel,
                                      const char          *scheme,
                                      const char          *value);
void         rutter_fleet_add_name   (RutterFleet         *self,
                                      guint                vessel,
                                      const char          *name);

guint        rutter_fleet_get_n      (const RutterFleet   *self);
const char  *rutter_fleet_get_uid    (const RutterFleet   *self,
                                      guint                vessel);
const char  *rutter_fleet_get_title  (const RutterFleet   *self,
                                      guint                vessel);
GArray      *rutter_fleet_list_numbers (const RutterFleet *self,
                                        gboolean           imo);

/* At most one, by number. */
gboolean     rutter_fleet_match      (const RutterFleet   *self,
                                      const RutterTarget  *target,
                                      RutterMatch         *match);
/* The same, for many: the vessel and 1, or 0 */
guint32      rutter_fleet_find       (const RutterFleet   *self,
                                      const RutterTarget  *target);
GArray      *rutter_fleet_list_possible (const RutterFleet  *self,
                                         const RutterTarget *target);
GArray      *rutter_fleet_match_all  (const RutterFleet   *self,
                                      RutterTargetTable   *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterFleet, rutter_fleet_unref)

/* The uid of a target that no catalogue has: "live:" and its MMSI. */
char        *rutter_live_uid_new     (guint32              mmsi);
guint32      rutter_live_uid_parse   (const char          *uid);

G_END_DECLS
