/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"

G_BEGIN_DECLS

/* The small catalogue of tests/data/atlas, which has every kind of object, compiled and read. */
RutterRecords *fixture_records_new          (void);

/* The catalogue that the build made of the real facts. */
RutterRecords *fixture_records_new_starter  (void);

G_END_DECLS
