/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-connection.h"

G_BEGIN_DECLS

/* How a file becomes a catalogue in use: looked at first, then opened as its mode needs it. */
RutterConnection *rutter_catalog_file_create        (const char  *path,
                                                     GError     **error);
RutterConnection *rutter_catalog_file_open_own      (const char  *path,
                                                     GError     **error);
RutterConnection *rutter_catalog_file_open_foreign  (const char  *path,
                                                     GError     **error);

G_END_DECLS
