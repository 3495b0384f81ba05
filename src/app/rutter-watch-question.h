/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-watchlist.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog that asks how something is to be watched, and puts the watch on the list. It takes its
 * first values from a draft; when that is on the list already, the answer takes its place. A vessel
 * that nothing is known of has no draft.
 */
#define RUTTER_TYPE_WATCH_QUESTION (rutter_watch_question_get_type ())

G_DECLARE_FINAL_TYPE (RutterWatchQuestion,
                      rutter_watch_question,
                      RUTTER,
                      WATCH_QUESTION,
                      AdwMessageDialog)

GtkWidget *rutter_watch_question_new (GtkWindow       *parent,
                                      RutterWatchlist *list,
                                      RutterWatch     *draft);

G_END_DECLS
