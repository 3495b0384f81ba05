/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Layers are few and everywhere, in the sidebar, legend and lists, so the starter's words for them
 * are translated.
 */

#include "rutter-phrases.h"

#include <glib/gi18n-lib.h>

static const char *const definitions[] = {
  N_("Supplies of arms, munitions and troops between states, and the ways on which arms or "
     "dual-use goods were or are said to have been moved outside the Caspian; a line joins the "
     "two sides or the places named and is not the track of a ship."),
  N_("Voyages and events on the way between Iran and Russia over the Caspian Sea; a line joins "
     "the ports that the sources name and says nothing of the course sailed, and most cargoes "
     "are claims that Iran denies."),
  N_("Ships that a listing or a claim in the catalogue names, matched by IMO number and never "
     "by name; to be listed is not to be guilty, and a position is that of a dated event, not "
     "of the ship today."),
  N_("Places where, according to authorities or the press, companies procured or paid for "
     "others; the point is the place and not the address of a company, and a listed company is "
     "not thereby a front."),
  N_("Treaties, contracts, resolutions, listings and other acts of law; the point is the seat "
     "of the authority or the place named, and an act without a place is shown on the timeline "
     "only."),
  N_("Seizures, port calls, strikes, losses, gaps in AIS, disclosures and accusations, with the "
     "voyages that belong to them; the point is the place named in the sources, and an incident "
     "whose position is not in them is shown on the timeline only."),
  N_("Ports and other places that the catalogue names; a place is shown because a row refers to "
     "it, which says nothing about what happens there."),
  N_("Ways over the water that were computed and kept on request; a line is not the track of a "
     "ship and says nothing of what anybody did."),
};

const char *
rutter_phrase_layer (RutterRecords *records,
                     RutterLayerId  layer)
{
  const RutterLayerRow *row = rutter_records_get_layer (records, layer);

  if (row == NULL || row->title == NULL || *row->title == '\0')
    return rutter_layer_get_title (layer);

  return _(row->title);
}

/* What is in no catalogue is defined by the map itself.
 * Returns: (nullable): what belongs to the layer, in a sentence
 */
const char *
rutter_phrase_layer_definition (RutterRecords *records,
                                RutterLayerId  layer)
{
  const RutterLayerRow *row = rutter_records_get_layer (records, layer);
  const char *definition = row != NULL ? row->definition : NULL;

  if (layer == RUTTER_LAYER_PASSAGES)
    return _("Canals, straits, rivers and seaways as lines along their water, and gates: lines "
             "drawn across open water. All of it is of the map itself, which nobody claims; no "
             "line is a limit, a border or a track.");

  for (guint i = 0; definition != NULL && i < G_N_ELEMENTS (definitions); i++)
    if (g_str_equal (definitions[i], definition))
      return _(definitions[i]);

  return definition;
}
