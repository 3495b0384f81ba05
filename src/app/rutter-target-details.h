/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details.h"
#include "rutter-fleet.h"

G_BEGIN_DECLS

/* What is beside a target for saying what is known of it. All borrowed. */
typedef struct
{
  gint64              now_us;
  const char         *feed;      /* its title */
  const RutterMatch  *match;     /* the vessel that it is; NULL: none */
  GArray             *possible;  /* RutterMatch: those that it may be; NULL: not looked for */
  const char *const  *flags;     /* ISO 3166-1 codes of the vessel's; NULL: none are known */
  guint32             known_mmsi; /* which the catalogue has for the vessel; 0: none */
} RutterTargetSurroundings;

/* What was heard of a target, in words: always the sections live, identity and conflicts, which may
 * be without rows. Its uid is that of the target, whatever it matches.
 */
RutterDetails *rutter_target_details_new       (const RutterTarget             *target,
                                                const RutterTargetSurroundings *around);
/* "Lady R", or the MMSI while no name was heard */
char          *rutter_target_details_dup_title (const RutterTarget             *target);
/* "12 seconds ago" */
char          *rutter_target_details_dup_age   (gint64                          heard_us,
                                                gint64                          now_us);

G_END_DECLS
