/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-watchlist.h"

G_BEGIN_DECLS

/* What can be watched, as a watch that would do it. */

guint32      rutter_watch_subject_get_number   (const RutterObject *object,
                                                const char         *scheme);
RutterWatch *rutter_watch_subject_from_object  (const RutterObject *object);
RutterWatch *rutter_watch_subject_from_target  (const RutterTarget *target);
RutterWatch *rutter_watch_subject_find         (RutterWatchlist    *list,
                                                RutterWatch        *draft);

G_END_DECLS
