/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-choices.h"
#include "rutter-details.h"
#include "rutter-map-view.h"
#include "rutter-opening.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One catalogue in use: its records, what the user asked to see, and the picture that comes of
 * it. All reading, filtering and counting happens in workers; models and map are changed on the
 * main thread.
 *
 * Signals:
 *   picture-changed ()  the map got another picture
 *   records-changed ()  something was written to the catalogue that is shown
 *   busy-changed ()    a catalogue is being opened, or no longer: get_busy()
 *   opened (notice)   another catalogue is shown; notice is a sentence or NULL
 *   failed (message)  a catalogue could not be opened; what was shown before stays
 *   warned (message)  something that came with the program is missing or damaged
 */
#define RUTTER_TYPE_SESSION (rutter_session_get_type ())

G_DECLARE_FINAL_TYPE (RutterSession, rutter_session, RUTTER, SESSION, GObject)

RutterSession *rutter_session_new          (GSettings            *settings);
void           rutter_session_attach_map   (RutterSession        *self,
                                            RutterMapView        *map);
void           rutter_session_open         (RutterSession        *self,
                                            RutterOpeningKind     kind,
                                            const char           *path);
const char    *rutter_session_get_busy     (RutterSession        *self);
double         rutter_session_get_fraction (RutterSession        *self);
gboolean       rutter_session_can_stop     (RutterSession        *self);
void           rutter_session_stop         (RutterSession        *self);
RutterChoices *rutter_session_get_choices  (RutterSession        *self);
const char    *rutter_session_get_path     (RutterSession        *self);
const char    *rutter_session_get_wanted_path  (RutterSession        *self);
RutterRecords *rutter_session_get_records  (RutterSession        *self);
void           rutter_session_take_records (RutterSession        *self,
                                            const char           *path,
                                            RutterRecords        *records);
gboolean       rutter_session_is_read_only (RutterSession        *self);
gboolean       rutter_session_has_newer_starter    (RutterSession        *self);
gboolean       rutter_session_has_news     (RutterSession        *self);
RutterPicture *rutter_session_get_picture  (RutterSession        *self);
gboolean       rutter_session_is_settled   (RutterSession        *self);
gboolean       rutter_session_find_box     (RutterSession        *self,
                                            const char           *uid,
                                            RutterBox            *box);
void           rutter_session_load_details_async   (RutterSession        *self,
                                                    const char           *uid,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
RutterDetails *rutter_session_load_details_finish  (RutterSession        *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
