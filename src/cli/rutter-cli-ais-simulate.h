/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-cli.h"

G_BEGIN_DECLS

RutterCliStatus rutter_cli_ais_simulate (RutterCli  *cli,
                                         int         argc,
                                         char      **argv);

G_END_DECLS
