/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-view.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* Between libshumate's viewport (degrees, one world) and the painters' view (world square). */
void      rutter_camera_read   (ShumateViewport   *viewport,
                                GtkWidget         *widget,
                                RutterView        *view);
void      rutter_camera_write  (ShumateViewport   *viewport,
                                const RutterView  *view);
void      rutter_camera_zoom   (RutterView        *view,
                                RutterPoint        pixel,
                                double             steps);
/* How much larger than usual the desktop writes. */
double    rutter_camera_get_text_scale (GtkWidget *widget);

G_END_DECLS
