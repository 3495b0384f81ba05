/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"

G_BEGIN_DECLS

/* What keeps an object, or a claim, from being shown: bits. */
typedef enum
{
  RUTTER_HIDDEN_BY_LAYER  = 1 << 0,
  RUTTER_HIDDEN_BY_TIME   = 1 << 1,
  RUTTER_HIDDEN_BY_ACTORS = 1 << 2
} RutterHidden;

/**
 * rutter_hidden_find:
 * @claim: (nullable): about @object
 * @shown: (out caller-allocates) (nullable): @filter changed by as little as shows it; clear it
 *
 * Returns: what has to be changed so that it is kept; 0 when it is kept already, or is whatever is
 *   chosen not
 */
RutterHidden  rutter_hidden_find      (const RutterObject  *object,
                                       const RutterClaim   *claim,
                                       const RutterFilter  *filter,
                                       RutterFilter        *shown);
/* Returns: (nullable): for the user, as in "layer off" */
const char   *rutter_hidden_describe  (RutterHidden         hidden);

G_END_DECLS
