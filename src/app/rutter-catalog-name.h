/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How files with catalogues are called: `NAME.rutter.gpkg`, the ending that opens Rutter by double
 * click. Any other `.gpkg` is a catalogue as well, if it has the tables of one.
 */

/* @path: of a catalogue. Returns: a file name for a copy of it */
char          *rutter_catalog_name_propose      (const char  *path);
/* @path: as typed. Returns: the same with the ending of catalogues, if it has none */
char          *rutter_catalog_name_complete     (const char  *path);
/* Returns: (transfer full): shows what the two above name, and every other GeoPackage */
GtkFileFilter *rutter_catalog_name_make_filter  (void);

G_END_DECLS
