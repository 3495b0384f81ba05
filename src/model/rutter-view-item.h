/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A saved view as the sidebar lists it. */
#define RUTTER_TYPE_VIEW_ITEM (rutter_view_item_get_type ())

G_DECLARE_FINAL_TYPE (RutterViewItem, rutter_view_item, RUTTER, VIEW_ITEM, GObject)

RutterViewItem *rutter_view_item_new        (const char      *uid,
                                             const char      *name,
                                             const char      *about);
const char     *rutter_view_item_get_uid    (RutterViewItem  *self);
const char     *rutter_view_item_get_name   (RutterViewItem  *self);
/* What it shows, in words: its layers, actors and time. */
const char     *rutter_view_item_get_about  (RutterViewItem  *self);

G_END_DECLS
