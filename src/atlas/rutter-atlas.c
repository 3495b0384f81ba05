/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-atlas.h"

#include "rutter-verdict.h"

static void
add_code (GPtrArray  *codes,
          const char *code)
{
  if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
    g_ptr_array_add (codes, (gpointer)code);
}

/* Whose somebody or something is, without looking at what it takes part in. */
static void
add_own (GPtrArray          *codes,
         const RutterObject *object)
{
  const RutterParty *party;
  const RutterVessel *vessel;

  if (object == NULL)
    return;

  switch ((int)object->kind)
    {
    case RUTTER_KIND_PARTY:
      party = object->row;
      add_code (codes, party->code != NULL ? party->code : party->jurisdiction);
      break;
    case RUTTER_KIND_PLACE:
      add_code (codes, ((const RutterPlace *)object->row)->country);
      break;
    case RUTTER_KIND_VESSEL:
      vessel = object->row;
      for (guint i = 0; i < vessel->flags->len; i++)
        add_code (codes, ((const RutterVesselFlag *)g_ptr_array_index (vessel->flags, i))->flag);
      break;
    default:
      break;
    }
}

/* `is_actor` asks for states and their like alone: a company that takes part in an event does not
 * make its state a party to it.
 */
static void
add_participants (GPtrArray          *codes,
                  const RutterObject *object,
                  RutterKind          kind,
                  gboolean            is_actor)
{
  for (guint i = 0; i < object->participants->len; i++)
    {
      const RutterParticipant *participant = g_ptr_array_index (object->participants, i);
      const RutterObject *who = participant->who;

      if (who == NULL || who->kind != kind)
        continue;
      if (is_actor && ((const RutterParty *)who->row)->code == NULL)
        continue;

      add_own (codes, who);
    }
}

static void
add_vessel_relations (GPtrArray          *codes,
                      const RutterObject *vessel)
{
  for (guint i = 0; i < vessel->links->len; i++)
    {
      const RutterLink *link = g_ptr_array_index (vessel->links, i);
      const RutterObject *other = link->from == vessel ? link->to : link->from;

      if (other != NULL && other->kind == RUTTER_KIND_PARTY)
        add_own (codes, other);
    }
  for (guint i = 0; i < vessel->participations->len; i++)
    {
      const RutterParticipant *part = g_ptr_array_index (vessel->participations, i);

      if (part->object != NULL && part->object->kind == RUTTER_KIND_EVENT)
        add_participants (codes, part->object, RUTTER_KIND_PARTY, TRUE);
    }
}

static void
add_of_feature (GPtrArray          *codes,
                const RutterObject *object)
{
  const RutterEvent *event;
  const RutterHub *hub;

  add_participants (codes, object, RUTTER_KIND_PARTY, TRUE);
  switch ((int)object->kind)
    {
    case RUTTER_KIND_ROUTE:
      add_participants (codes, object, RUTTER_KIND_PLACE, FALSE);
      add_participants (codes, object, RUTTER_KIND_VESSEL, FALSE);
      break;
    case RUTTER_KIND_HUB:
      hub = object->row;
      add_own (codes, hub->place != NULL ? hub->place->object : NULL);
      break;
    case RUTTER_KIND_EVENT:
      event = object->row;
      if (codes->len == 0 && event->place != NULL)
        add_own (codes, event->place->object);
      break;
    default:
      break;
    }
}

static void
add_of_row (GPtrArray          *codes,
            const RutterObject *object)
{
  const RutterListing *listing;
  const RutterLink *link;
  const RutterTransfer *transfer;

  switch ((int)object->kind)
    {
    case RUTTER_KIND_TRANSFER:
      transfer = object->row;
      add_own (codes, transfer->supplier != NULL ? transfer->supplier->object : NULL);
      add_own (codes, transfer->recipient != NULL ? transfer->recipient->object : NULL);
      break;
    case RUTTER_KIND_LISTING:
      listing = object->row;
      add_own (codes, listing->subject);
      if (listing->regime != NULL)
        add_participants (codes, listing->regime->object, RUTTER_KIND_PARTY, TRUE);
      break;
    case RUTTER_KIND_LINK:
      link = object->row;
      add_own (codes, link->from);
      add_own (codes, link->to);
      break;
    default:
      break;
    }
}

GPtrArray *
rutter_atlas_list_actors (const RutterObject *object)
{
  GPtrArray *codes = g_ptr_array_new ();

  g_return_val_if_fail (object != NULL, codes);

  switch (object->kind)
    {
    case RUTTER_KIND_PLACE:
    case RUTTER_KIND_PARTY:
      add_own (codes, object);
      break;
    case RUTTER_KIND_VESSEL:
      add_own (codes, object);
      add_vessel_relations (codes, object);
      break;
    case RUTTER_KIND_ROUTE:
    case RUTTER_KIND_EVENT:
    case RUTTER_KIND_HUB:
    case RUTTER_KIND_REGIME:
      add_of_feature (codes, object);
      break;
    case RUTTER_KIND_RELATION:
    case RUTTER_KIND_TOPIC:
      add_participants (codes, object, RUTTER_KIND_PARTY, FALSE);
      break;
    case RUTTER_KIND_LISTING:
    case RUTTER_KIND_LINK:
    case RUTTER_KIND_TRANSFER:
      add_of_row (codes, object);
      break;
    case RUTTER_KIND_SOURCE:
    case RUTTER_KIND_PASSAGE:
    case RUTTER_N_KIND:
    default:
      break;
    }

  return codes;
}

void
rutter_filter_init (RutterFilter *self)
{
  *self = (RutterFilter) {
    .layers = 1u << RUTTER_LAYER_TRANSFERS | 1u << RUTTER_LAYER_CASPIAN
              | 1u << RUTTER_LAYER_VESSELS | 1u << RUTTER_LAYER_HUBS
              | 1u << RUTTER_LAYER_ROUTES,
    .first_day = RUTTER_DAY_BEFORE_ALL,
    .last_day = RUTTER_DAY_AFTER_ALL,
  };
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    self->opacity[i] = 1.0;
}

void
rutter_filter_clear (RutterFilter *self)
{
  g_clear_pointer (&self->actors, g_strfreev);
}

/* `copy` is not cleared first. */
void
rutter_filter_copy (const RutterFilter *self,
                    RutterFilter       *copy)
{
  *copy = *self;
  copy->actors = g_strdupv (self->actors);
}

gboolean
rutter_atlas_keeps (const RutterObject *object,
                    const RutterFilter *filter)
{
  RutterVerdict verdict;

  g_return_val_if_fail (object != NULL, FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);

  rutter_verdict_init (&verdict, object, filter);
  return verdict.decision == RUTTER_DECISION_KEPT;
}

gboolean
rutter_atlas_keeps_claim (const RutterClaim  *claim,
                          const RutterFilter *filter)
{
  g_return_val_if_fail (claim != NULL, FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);

  return rutter_claim_lives (claim, filter)
         && (claim->object == NULL || rutter_atlas_keeps (claim->object, filter));
}
