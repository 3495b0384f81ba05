/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-gate.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* May a host be contacted? Asked of the user, one question at a time. */
void     rutter_net_question_ask_async   (GtkWindow            *window,
                                          RutterNetGate        *gate,
                                          const char           *host,
                                          const char           *why,
                                          const char           *reveals,
                                          gboolean              is_wanted,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean rutter_net_question_ask_finish  (GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
