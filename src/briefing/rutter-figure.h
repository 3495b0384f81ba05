/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-basemap.h"
#include "rutter-scene.h"
#include "rutter-theme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A figure: the map that the window shows, with its title, the legend of what is visible, the
 * confidence key, scale, sources and attribution. Always on the embedded basemap.
 */
typedef struct
{
  RutterRecords      *records;
  RutterBasemap      *basemap;   /* NULL: a plain sea */
  RutterNames        *names;     /* NULL: no names */
  const RutterFilter *filter;
  RutterThemeId       theme;
  const char         *title;     /* NULL: a title is made from the layers and actors */
  gboolean            legend;
  int                 width;     /* of the whole figure, logical pixels of 1/96 inch */
  int                 height;
  gboolean            fits_box;  /* the map shows south_west..north_east; else centre and zoom */
  RutterLonLat        south_west;
  RutterLonLat        north_east;
  RutterLonLat        centre;
  double              zoom;
} RutterFigure;

#define RUTTER_FIGURE_MIN_SIZE 200
#define RUTTER_FIGURE_MAX_SIZE 16000

gboolean  rutter_figure_write          (const RutterFigure  *self,
                                        const char          *path,
                                        GError             **error);
gboolean  rutter_figure_can_write      (const char          *path);

G_END_DECLS
