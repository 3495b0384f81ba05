/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-verdict.h"

#include <string.h>

static gboolean
involves (const RutterObject *object,
          char              **actors)
{
  g_autoptr(GPtrArray) codes = rutter_atlas_list_actors (object);

  for (guint i = 0; i < codes->len; i++)
    if (g_strv_contains ((const char *const *)actors, g_ptr_array_index (codes, i)))
      return TRUE;

  return FALSE;
}

/* A discrepancy says what others hold against a claim, a computation how a line was made: both show
 * beside the claims, but how sure the object is does not grow by them.
 */
static gboolean
asserts (const RutterClaim *claim)
{
  return g_strcmp0 (claim->kind, "discrepancy") != 0 && g_strcmp0 (claim->kind, "computed") != 0;
}

static RutterDecision
decide (const RutterObject *object,
        const RutterFilter *filter,
        guint               n_living)
{
  if (object->layers != 0 && (object->layers & filter->layers) == 0)
    return RUTTER_DECISION_LAYER_OFF;
  /* What is of the map is everybody's, at all times, and nobody claims it. */
  if (object->kind == RUTTER_KIND_PASSAGE)
    return RUTTER_DECISION_KEPT;
  if (filter->actors != NULL && filter->actors[0] != NULL && !involves (object, filter->actors))
    return RUTTER_DECISION_OTHER_ACTORS;
  /* Sources are what claims cite; nothing is claimed of them. */
  if (object->claims->len == 0 && object->kind != RUTTER_KIND_SOURCE)
    return RUTTER_DECISION_NO_CLAIM;
  if (object->claims->len > 0 && n_living == 0)
    return RUTTER_DECISION_OTHER_TIME;

  return RUTTER_DECISION_KEPT;
}

/* One pass over the claims that live in `filter`, or over all when it is NULL. Returns how many of
 * the object's own claims were met.
 */
static guint
sum_claims (RutterVerdict      *self,
            const RutterObject *object,
            const RutterFilter *filter)
{
  gboolean has_status = FALSE;
  guint n_own = 0;
  guint n_computed = 0;

  for (int pass = 0; pass < 2 && !has_status; pass++)
    {
      n_own = 0;
      n_computed = 0;
      for (guint i = 0; i < object->claims->len; i++)
        {
          const RutterClaim *claim = g_ptr_array_index (object->claims, i);

          if (filter != NULL && !rutter_claim_lives (claim, filter))
            continue;

          n_own++;
          n_computed += g_strcmp0 (claim->kind, "computed") == 0;
          /* The second pass is for objects that nothing else speaks of. */
          if (pass == 0 && !asserts (claim))
            continue;

          self->status = has_status ? MAX (self->status, claim->status) : claim->status;
          self->denied |= rutter_claim_is_denied (claim);
          has_status = TRUE;
        }
    }

  self->computed = n_own > 0 && n_computed == n_own;
  return n_own;
}

void
rutter_verdict_init (RutterVerdict      *self,
                     const RutterObject *object,
                     const RutterFilter *filter)
{
  guint n_living;

  g_return_if_fail (object != NULL);
  g_return_if_fail (filter != NULL);

  *self = (RutterVerdict) { .status = RUTTER_STATUS_ALLEGED };
  n_living = sum_claims (self, object, filter);
  self->n_claims = self->n_living = n_living;
  for (guint i = 0; i < object->other_claims->len; i++)
    self->n_claims += rutter_claim_lives (g_ptr_array_index (object->other_claims, i), filter);

  self->decision = decide (object, filter, n_living);
  if (n_living == 0)
    sum_claims (self, object, NULL);
}

RutterSpan
rutter_claim_get_span (const RutterClaim *claim)
{
  RutterSpan span = claim->span;

  if (claim->object != NULL
      && (!rutter_span_is_known (&span) || g_strcmp0 (claim->kind, "row") == 0))
    {
      RutterSpan own = rutter_object_get_span (claim->object);

      if (rutter_span_is_known (&own))
        span = own;
    }

  return span;
}

gboolean
rutter_claim_lives (const RutterClaim  *claim,
                    const RutterFilter *filter)
{
  RutterSpan span;

  g_return_val_if_fail (claim != NULL, FALSE);

  span = rutter_claim_get_span (claim);
  return !rutter_span_is_known (&span)
         || rutter_span_meets (&span, filter->first_day, filter->last_day);
}

gboolean
rutter_claim_is_denied (const RutterClaim *claim)
{
  if (claim->status == RUTTER_STATUS_DENIED || claim->denials->len > 0)
    return TRUE;

  for (guint i = 0; i < claim->citations->len; i++)
    {
      const RutterCitation *citation = g_ptr_array_index (claim->citations, i);

      if (citation->stance == RUTTER_STANCE_DENIES)
        return TRUE;
    }

  return FALSE;
}

/* A listing, a link or a regime with a single date began then and is not known to have ended. */
static RutterSpan
get_open_ended (RutterSpan span)
{
  if (span.edtf != NULL && strchr (span.edtf, '/') == NULL)
    span.latest = RUTTER_DAY_AFTER_ALL;

  return span;
}

RutterSpan
rutter_object_get_span (const RutterObject *object)
{
  switch (object->kind)
    {
    case RUTTER_KIND_ROUTE:
      return ((const RutterRoute *)object->row)->span;
    case RUTTER_KIND_EVENT:
      return ((const RutterEvent *)object->row)->span;
    case RUTTER_KIND_HUB:
      return ((const RutterHub *)object->row)->span;
    case RUTTER_KIND_REGIME:
      return get_open_ended (((const RutterRegime *)object->row)->span);
    case RUTTER_KIND_LISTING:
      return get_open_ended (((const RutterListing *)object->row)->span);
    case RUTTER_KIND_LINK:
      return get_open_ended (((const RutterLink *)object->row)->span);
    case RUTTER_KIND_TRANSFER:
      return ((const RutterTransfer *)object->row)->span;
    case RUTTER_KIND_PLACE:
    case RUTTER_KIND_PARTY:
    case RUTTER_KIND_VESSEL:
    case RUTTER_KIND_RELATION:
    case RUTTER_KIND_TOPIC:
    case RUTTER_KIND_SOURCE:
    case RUTTER_KIND_PASSAGE:
    case RUTTER_N_KIND:
    default:
      return (RutterSpan) { NULL, RUTTER_DAY_BEFORE_ALL, RUTTER_DAY_AFTER_ALL, FALSE, FALSE };
    }
}
