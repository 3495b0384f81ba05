/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-net-pass.h"
#include "rutter-net-stream.h"

G_BEGIN_DECLS

RutterNetStream *rutter_net_stream_new_take  (RutterNetPass *pass,
                                              GIOStream     *connection,
                                              GSocket       *socket);

G_END_DECLS
