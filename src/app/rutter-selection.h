/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details-pane.h"
#include "rutter-matcher.h"
#include "rutter-session.h"

G_BEGIN_DECLS

/* The object that is looked at: which one it is, whether the map shows it, and its details, read
 * in a worker and shown in the pane. They are read again when another picture is drawn, for why
 * the object is drawn may be another reason then.
 *
 * A target that is only heard has no details but what is heard, which comes from elsewhere.
 *
 * Signals:
 *   changed ()         another object, or the map began or ceased to show it
 *   loaded (title)     the details are shown; NULL: nothing is selected any more
 *   told (message)     a sentence for the user
 */
#define RUTTER_TYPE_SELECTION (rutter_selection_get_type ())

G_DECLARE_FINAL_TYPE (RutterSelection, rutter_selection, RUTTER, SELECTION, GObject)

/* @revealer: holds @pane */
RutterSelection *rutter_selection_new         (RutterSession      *session,
                                               RutterDetailsPane  *pane,
                                               GtkRevealer        *revealer);
void             rutter_selection_set         (RutterSelection    *self,
                                               const char         *uid);
void             rutter_selection_clear       (RutterSelection    *self);
/* Returns: (nullable) (transfer none): the uid */
const char      *rutter_selection_get_uid     (RutterSelection    *self);
gboolean         rutter_selection_is_on_map   (RutterSelection    *self);
/* Where it is on the map; FALSE when it is not there. */
gboolean         rutter_selection_find_box    (RutterSelection    *self,
                                               RutterBox          *box);
/* Which targets that are heard are vessels of the catalogue: these are selected instead. */
void             rutter_selection_set_matcher (RutterSelection    *self,
                                               RutterMatcher      *matcher);
/* Where what is selected is heard right now; NULL: nowhere. */
void             rutter_selection_set_live_position
                                              (RutterSelection    *self,
                                               const RutterLonLat *position);
/* Whether no details are being read. */
gboolean         rutter_selection_is_settled  (RutterSelection    *self);

G_END_DECLS
