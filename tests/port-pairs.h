/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "land-checker.h"
#include "rutter-sea-planner.h"

G_BEGIN_DECLS

/* A line of tests/data/port-pairs.tsv. */
typedef struct
{
  char         *group;
  char         *from;
  char         *to;
  RutterLonLat  stops[2];
  double        published_nm;   /* 0 when none is */
} PortPair;

GPtrArray      *port_pairs_read      (const char           *path);
RutterSeaRoute *port_pair_find_route (const PortPair       *pair,
                                      RutterSeaPlanner     *planner,
                                      const char *const    *avoid,
                                      const char *const    *open,
                                      gboolean              is_back,
                                      GError              **error);
double          measure_route_land   (LandChecker          *checker,
                                      const RutterSeaRoute *route,
                                      RutterLonLat         *where);

G_END_DECLS
