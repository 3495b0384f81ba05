/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One claim: what is said, how sure, in whose words, by which sources, who denies it, and what
 * contradicts it, side by side.
 */
#define RUTTER_TYPE_CLAIM_CARD (rutter_claim_card_get_type ())

G_DECLARE_FINAL_TYPE (RutterClaimCard, rutter_claim_card, RUTTER, CLAIM_CARD, AdwBin)

GtkWidget *rutter_claim_card_new (const RutterDetailsClaim *claim);

G_END_DECLS
