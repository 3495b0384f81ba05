/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"

G_BEGIN_DECLS

typedef enum
{
  RUTTER_DECISION_KEPT,
  RUTTER_DECISION_LAYER_OFF,    /* none of its layers is on */
  RUTTER_DECISION_OTHER_ACTORS, /* it involves none of the chosen actors */
  RUTTER_DECISION_OTHER_TIME,   /* none of its claims lives in the time window */
  RUTTER_DECISION_NO_CLAIM      /* nothing is claimed of it, or no longer */
} RutterDecision;

/* What a filter finds about one object: whether it stays, and how sure what is said of it is. The
 * one place where layers, actors and time decide.
 */
typedef struct
{
  RutterDecision decision;
  RutterStatus   status;    /* the strongest among its living claims; of all when none lives */
  gboolean       denied;    /* somebody denies one of these */
  gboolean       computed;  /* nothing but a computation speaks for it: its status says nothing */
  guint          n_claims;  /* living claims about it or bearing on it */
  guint          n_living;  /* of these the ones about it */
} RutterVerdict;

void      rutter_verdict_init        (RutterVerdict      *self,
                                      const RutterObject *object,
                                      const RutterFilter *filter);

/* Whether a claim says something about the time window. An object's own claim, and one without a
 * date, has the dates of the object; what has no known date at all always lives.
 */
/* When it was, for that question. */
RutterSpan rutter_claim_get_span     (const RutterClaim  *claim);
gboolean  rutter_claim_lives         (const RutterClaim  *claim,
                                      const RutterFilter *filter);
gboolean  rutter_claim_is_denied     (const RutterClaim  *claim);

/* The dates of an object's own row; a span that knows nothing for kinds without dates. */
RutterSpan rutter_object_get_span    (const RutterObject *object);

G_END_DECLS
