/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The embedded basemap: one file, mapped, read-only, shared by every thread. Its format is
 * documented in rutter-basemap.c.
 */
typedef struct _RutterBasemap RutterBasemap;

RutterBasemap *rutter_basemap_open   (const char      *path,
                                      GError         **error);
RutterBasemap *rutter_basemap_ref    (RutterBasemap   *self);
void           rutter_basemap_unref  (RutterBasemap   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterBasemap, rutter_basemap_unref)

G_END_DECLS
