/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-details.h"

G_BEGIN_DECLS

/* From what atlas/ knows of an object to the texts that the details pane shows, in a worker.
 * @source: asks, and is the source of the result
 */
void           rutter_details_maker_run_async   (gpointer              source,
                                                 RutterRecords        *records,
                                                 const char           *uid,
                                                 const RutterFilter   *filter,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
RutterDetails *rutter_details_maker_run_finish  (gpointer              source,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
