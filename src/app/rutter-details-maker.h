/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-details.h"

G_BEGIN_DECLS

/* From what atlas/ knows of an object to the texts that the details pane shows. Meant for a
 * worker thread.
 */
RutterDetails *rutter_details_maker_run (RutterRecords       *records,
                                         const char          *uid,
                                         const RutterFilter  *filter,
                                         GError             **error);

G_END_DECLS
