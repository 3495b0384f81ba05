/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-dossier.h"

G_BEGIN_DECLS

/* Dossiers and claims as plain text for a terminal: UTF-8, wrapped at 80 columns, ends with a line
 * break. Returns: (transfer full).
 */
char *rutter_dossier_to_text       (const RutterDossier *self);
char *rutter_dossier_claim_to_text (const RutterClaim   *claim);

G_END_DECLS
