/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-watcher.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* An alert as it is kept in a list and shown: what was heard, in a sentence, and how that was
 * judged. Never changed once it is made.
 */
#define RUTTER_TYPE_ALERT_NOTE (rutter_alert_note_get_type ())

G_DECLARE_FINAL_TYPE (RutterAlertNote, rutter_alert_note, RUTTER, ALERT_NOTE, GObject)

RutterAlertNote *rutter_alert_note_new            (const RutterAlert *alert);
RutterAlertKind  rutter_alert_note_get_kind       (RutterAlertNote   *self);
RutterWatch     *rutter_alert_note_get_watch      (RutterAlertNote   *self);
guint32          rutter_alert_note_get_mmsi       (RutterAlertNote   *self);
gint64           rutter_alert_note_get_time_us    (RutterAlertNote   *self);
RutterLonLat     rutter_alert_note_get_position   (RutterAlertNote   *self);
const char      *rutter_alert_note_get_sentence   (RutterAlertNote   *self);
const char      *rutter_alert_note_get_definition (RutterAlertNote   *self);

G_END_DECLS
