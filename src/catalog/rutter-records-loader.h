/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"

#include <sqlite3.h>

G_BEGIN_DECLS

RutterRecords *rutter_records_load (sqlite3  *db,
                                    GError  **error);

G_END_DECLS
