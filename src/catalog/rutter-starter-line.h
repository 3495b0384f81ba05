/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

G_BEGIN_DECLS

/* A way over the water, as whoever knows how to find one made it. */
typedef struct
{
  GArray  *points;      /* RutterLonLat, unwrapped longitudes; two or more */
  double   length_nm;
  char   **passages;    /* names in the order of sailing */
  char    *parameters;  /* what it was made with */
} RutterStarterLine;

/* Makes the line of a route whose method is "computed" through its stops. What the facts know
 * nothing of, this program's other parts do: so it is handed in. Fills the zeroed @line, which is
 * freed by whoever asked.
 */
typedef gboolean (*RutterStarterLineFunc) (const RutterLonLat  *stops,
                                           guint                n_stops,
                                           RutterStarterLine   *line,
                                           gpointer             user_data,
                                           GError             **error);

void  rutter_starter_line_free  (RutterStarterLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterStarterLine, rutter_starter_line_free)

G_END_DECLS
