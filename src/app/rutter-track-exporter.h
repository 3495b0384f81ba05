/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-track-writer.h"
#include "rutter-traffic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Writes the track of a target to a file: aside, then renamed, so that the file is old or new and
 * never half.
 */
void      rutter_track_exporter_run_async  (RutterTraffic        *traffic,
                                            guint32               mmsi,
                                            const char           *feed,
                                            RutterTrackFormat     format,
                                            const char           *path,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean  rutter_track_exporter_run_finish (RutterTraffic        *traffic,
                                            GAsyncResult         *result,
                                            GError              **error);
/* Asks where. */
GtkNativeDialog *
          rutter_track_exporter_create_dialog (GtkWindow         *parent,
                                               guint32            mmsi,
                                               RutterTrackFormat  format);

G_END_DECLS
