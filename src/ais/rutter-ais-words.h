/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target.h"

G_BEGIN_DECLS

/* What the numbers of AIS mean, for people: ITU-R M.1371-5, tables 45, 53 and 74. */
const char *rutter_ais_words_get_class   (RutterTargetClass   class);
const char *rutter_ais_words_get_kind    (RutterMmsiKind      kind);
const char *rutter_ais_words_get_status  (int                 status);
const char *rutter_ais_words_get_aid     (int                 kind);
char       *rutter_ais_words_dup_type    (int                 ship_type);
/* The above by what the target is: "Cargo ship", "Buoy", "Search and rescue aircraft". */
char       *rutter_ais_words_dup_target  (RutterTargetClass   class,
                                          guint32             mmsi,
                                          int                 ship_type);

G_END_DECLS
