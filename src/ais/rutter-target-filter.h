/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target.h"

G_BEGIN_DECLS

/* Which targets are meant: one and the same for the map, the list and the count. */
typedef struct
{
  guint   classes;               /* bits of 1 << RutterTargetClass; 0: any */
  char    territory[3];          /* ISO 3166 of the MMSI's country; empty: any */
  double  least_kn, most_kn;     /* NAN: any; one without a speed has none of these */
  char    name[36];              /* in the name, callsign, MMSI or IMO number; empty: any */
} RutterTargetFilter;

void      rutter_target_filter_init      (RutterTargetFilter       *self);
gboolean  rutter_target_filter_is_empty  (const RutterTargetFilter *self);
gboolean  rutter_target_filter_equals    (const RutterTargetFilter *self,
                                          const RutterTargetFilter *other);
gboolean  rutter_target_filter_takes     (const RutterTargetFilter *self,
                                          const RutterTarget       *target);

G_END_DECLS
