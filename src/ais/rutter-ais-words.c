/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-ais-words.h"

#include <glib/gi18n-lib.h>

static const char *const classes[] = {
  [RUTTER_TARGET_UNKNOWN] = NC_("AIS class", "Not known yet"),
  [RUTTER_TARGET_CLASS_A] = NC_("AIS class", "Class A"),
  [RUTTER_TARGET_CLASS_B] = NC_("AIS class", "Class B"),
  [RUTTER_TARGET_STATION] = NC_("AIS class", "Base station"),
  [RUTTER_TARGET_AIRCRAFT] = NC_("AIS class", "Search and rescue aircraft"),
  [RUTTER_TARGET_AID] = NC_("AIS class", "Aid to navigation"),
};

static const char *const kinds[] = {
  [RUTTER_MMSI_UNKNOWN] = NC_("kind of MMSI", "An MMSI of no known form"),
  [RUTTER_MMSI_SHIP] = NC_("kind of MMSI", "Ship"),
  [RUTTER_MMSI_GROUP] = NC_("kind of MMSI", "Group of ships"),
  [RUTTER_MMSI_COAST] = NC_("kind of MMSI", "Coast station"),
  [RUTTER_MMSI_AIRCRAFT] = NC_("kind of MMSI", "Search and rescue aircraft"),
  [RUTTER_MMSI_HANDHELD] = NC_("kind of MMSI", "Handheld radio"),
  [RUTTER_MMSI_CRAFT] = NC_("kind of MMSI", "Craft of a mother ship"),
  [RUTTER_MMSI_AID] = NC_("kind of MMSI", "Aid to navigation"),
  [RUTTER_MMSI_SART] = NC_("kind of MMSI", "Search and rescue transmitter"),
  [RUTTER_MMSI_MAN_OVERBOARD] = NC_("kind of MMSI", "Man overboard transmitter"),
  [RUTTER_MMSI_EPIRB] = NC_("kind of MMSI", "Emergency beacon"),
};

/* By number; NULL: reserved, or not defined. */
static const char *const statuses[16] = {
  N_("Under way using engine"), N_("At anchor"), N_("Not under command"),
  N_("Restricted in manoeuvring"), N_("Constrained by draught"), N_("Moored"), N_("Aground"),
  N_("Fishing"), N_("Under way under sail"), NULL, NULL, N_("Towing astern"),
  N_("Pushing ahead or towing alongside"), NULL, N_("Distress transmitter is active"), NULL,
};

static const char *const aids[] = {
  NULL, N_("Reference point"), N_("Radar beacon"), N_("Structure off shore"),
  N_("Emergency wreck mark"), N_("Light"), N_("Light with sectors"), N_("Front leading light"),
  N_("Rear leading light"), N_("Beacon, cardinal north"), N_("Beacon, cardinal east"),
  N_("Beacon, cardinal south"), N_("Beacon, cardinal west"), N_("Beacon, port hand"),
  N_("Beacon, starboard hand"), N_("Beacon, preferred channel port"),
  N_("Beacon, preferred channel starboard"), N_("Beacon, isolated danger"),
  N_("Beacon, safe water"), N_("Beacon, special mark"), N_("Buoy, cardinal north"),
  N_("Buoy, cardinal east"), N_("Buoy, cardinal south"), N_("Buoy, cardinal west"),
  N_("Buoy, port hand"), N_("Buoy, starboard hand"), N_("Buoy, preferred channel port"),
  N_("Buoy, preferred channel starboard"), N_("Buoy, isolated danger"), N_("Buoy, safe water"),
  N_("Buoy, special mark"), N_("Light vessel or rig"),
};

/* Types from 30 and from 50, each with a meaning of its own. */
static const char *const thirties[10] = {
  N_("Fishing vessel"), N_("Towing vessel"), N_("Towing vessel, long or wide tow"),
  N_("Dredger or underwater works"), N_("Diving vessel"), N_("Military vessel"),
  N_("Sailing vessel"), N_("Pleasure craft"), NULL, NULL,
};
static const char *const fifties[10] = {
  N_("Pilot vessel"), N_("Search and rescue vessel"), N_("Tug"), N_("Port tender"),
  N_("Anti-pollution vessel"), N_("Law enforcement vessel"), N_("Local vessel"),
  N_("Local vessel"), N_("Medical transport"), N_("Ship of a state not in an armed conflict"),
};
/* The tens whose ones say what is aboard. */
static const char *const tens[10] = {
  [2] = N_("Wing-in-ground craft"), [4] = N_("High-speed craft"), [6] = N_("Passenger ship"),
  [7] = N_("Cargo ship"), [8] = N_("Tanker"), [9] = N_("Other vessel"),
};

static const char *
look_up (const char *const *words,
         gsize              n_words,
         int                i)
{
  return i >= 0 && (gsize)i < n_words && words[i] != NULL ? _(words[i]) : NULL;
}

const char *
rutter_ais_words_get_class (RutterTargetClass class)
{
  g_return_val_if_fail (class < G_N_ELEMENTS (classes), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "AIS class", classes[class]);
}

const char *
rutter_ais_words_get_kind (RutterMmsiKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of MMSI", kinds[kind]);
}

/* Returns: (nullable): NULL for what is not defined */
const char *
rutter_ais_words_get_status (int status)
{
  return look_up (statuses, G_N_ELEMENTS (statuses), status);
}

/* Returns: (nullable): NULL when it was not given */
const char *
rutter_ais_words_get_aid (int kind)
{
  return look_up (aids, G_N_ELEMENTS (aids), kind);
}

/**
 * rutter_ais_words_dup_type:
 * @ship_type: as sent
 *
 * Returns: (nullable): %NULL for a type that was not given or has no meaning
 */
char *
rutter_ais_words_dup_type (int ship_type)
{
  static const char categories[] = "ABCD";
  const char *word;
  int ones = ship_type % 10;

  if (ship_type >= 30 && ship_type <= 39)
    return g_strdup (look_up (thirties, 10, ones));
  if (ship_type >= 50 && ship_type <= 59)
    return g_strdup (look_up (fifties, 10, ones));
  if (ship_type < 20 || ship_type > 99)
    return NULL;

  word = look_up (tens, 10, ship_type / 10);
  if (word == NULL || ones < 1 || ones > 4)
    return g_strdup (word);

  /* Translators: a kind of ship, then a letter from A to D: how hazardous what it carries is. */
  return g_strdup_printf (_("%s, hazardous category %c"), word, categories[ones - 1]);
}

/* Returns: (transfer full): never NULL */
char *
rutter_ais_words_dup_target (RutterTargetClass class,
                             guint32           mmsi,
                             int               ship_type)
{
  RutterMmsiKind kind = rutter_mmsi_get_kind (mmsi);
  const char *aid = rutter_ais_words_get_aid (ship_type);
  char *type;

  if (class == RUTTER_TARGET_AID || kind == RUTTER_MMSI_AID)
    return g_strdup (class == RUTTER_TARGET_AID && aid != NULL
                     ? aid : rutter_ais_words_get_class (RUTTER_TARGET_AID));
  if (class == RUTTER_TARGET_STATION || class == RUTTER_TARGET_AIRCRAFT)
    return g_strdup (rutter_ais_words_get_class (class));
  if (kind != RUTTER_MMSI_SHIP && kind != RUTTER_MMSI_UNKNOWN)
    return g_strdup (rutter_ais_words_get_kind (kind));

  type = rutter_ais_words_dup_type (ship_type);
  return type != NULL ? type : g_strdup (_("Vessel of a type not given"));
}
