/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-catalog.h"
#include "rutter-db.h"

G_BEGIN_DECLS

RutterDb *rutter_catalog_get_db (RutterCatalog *self);

G_END_DECLS
