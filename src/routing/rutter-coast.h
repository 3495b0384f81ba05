/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-basemap.h"

G_BEGIN_DECLS

/* A run of the coast, in the copy of the world that is asked for. */
typedef struct
{
  RutterBasemapRun run;
  double           shift;     /* to be added to its x */
  gboolean         has_ends;  /* known without decoding it */
} RutterCoastRun;

GArray   *rutter_coast_list    (RutterBasemap    *basemap,
                                const RutterBox  *box);
gboolean  rutter_coast_is_land (GArray           *coast,
                                RutterPoint       world);

G_END_DECLS
