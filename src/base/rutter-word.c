/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An id is the word with its blanks as hyphens or as they are. What another catalogue has beside
 * these is shown as it stands there.
 */
static const char *const words[] = {
  /* Translators: words of the catalogue; they stand alone, or behind a comma. */
  /* Kinds of events. */
  NC_("word", "legal"), NC_("word", "listing"), NC_("word", "accord"), NC_("word", "port call"),
  NC_("word", "disclosure"), NC_("word", "resolution"), NC_("word", "strike"),
  NC_("word", "seizure"), NC_("word", "other"), NC_("word", "statement"), NC_("word", "shipment"),
  NC_("word", "delivery"), NC_("word", "incident"), NC_("word", "signal gap"),
  NC_("word", "deployment"),
  /* Kinds of places. */
  NC_("word", "port"), NC_("word", "city"), NC_("word", "site"), NC_("word", "area"),
  /* Kinds of actors and parties. */
  NC_("word", "state"), NC_("word", "territory (hub)"), NC_("word", "former state"),
  NC_("word", "organisation of states"), NC_("word", "organisation"), NC_("word",
                                                                          "company"), NC_("word",
                                                                                          "actor"),
  NC_("word", "person"), NC_("word", "agency"), NC_("word", "group"),
  /* Ways of transport. */
  NC_("word", "sea"), NC_("word", "network"), NC_("word", "rail"), NC_("word", "river"),
  NC_("word", "canal"), NC_("word", "air"), NC_("word", "road"),
  /* Kinds of a vessel's names. */
  NC_("word", "current"), NC_("word", "former"), NC_("word", "later"), NC_("word", "alias"),
  /* Types of vessels. */
  NC_("word", "general cargo"), NC_("word", "ro-ro cargo"), NC_("word", "crude oil tanker"),
  NC_("word", "hopper barge"), NC_("word", "cargo ship (type not verified)"),
  NC_("word", "crude oil tanker (suezmax)"), NC_("word", "container ship"),
  NC_("word", "dredger"), NC_("word", "bulk carrier"), NC_("word", "chemical/oil tanker"),
  NC_("word", "ro-ro"), NC_("word", "ro-ro passenger"), NC_("word", "tug"),
  /* Categories of arms. */
  NC_("word", "SAM"), NC_("word", "combat aircraft"), NC_("word", "ammunition"),
  NC_("word", "ballistic missile"), NC_("word", "air defence"),
  NC_("word", "armour and aircraft"), NC_("word", "missiles"), NC_("word", "armour, artillery"),
  NC_("word", "submarine"), NC_("word", "aircraft and SAM"), NC_("word", "one-way attack UAV"),
  NC_("word", "UAV production"), NC_("word", "artillery"), NC_("word", "personnel"),
  NC_("word", "general arms"), NC_("word", "aircraft"),
  /* Kinds of regimes. */
  NC_("word", "targeted"), NC_("word", "embargo"), NC_("word", "embargo widened"),
  NC_("word", "embargo (comprehensive base)"), NC_("word", "embargo and maritime"),
  NC_("word", "monitoring"), NC_("word", "endorsement with phased limits"),
  NC_("word", "targeted blocking"), NC_("word", "targeted / broad blocking"),
  NC_("word", "targeted port ban"),
  /* Kinds of sources. */
  NC_("word", "press"), NC_("word", "trade press"), NC_("word", "agency copy"),
  NC_("word", "press copy"), NC_("word", "law firm"), NC_("word", "official"),
  NC_("word", "state agency"), NC_("word", "NGO"), NC_("word", "aggregator"),
  NC_("word", "encyclopaedia"), NC_("word", "think tank"), NC_("word", "official (copy)"),
  NC_("word", "official list (copy)"), NC_("word", "P&I club circular"),
  NC_("word", "research institute"), NC_("word", "analysis"),
  NC_("word", "official (authority page)"), NC_("word", "press (reprints Council statement)"),
  NC_("word", "press (executive summary)"), NC_("word", "court digest"), NC_("word", "industry"),
  NC_("word", "data analysis"), NC_("word", "reference"), NC_("word", "official study (copy)"),
  NC_("word", "blog (secondary)"), NC_("word", "academic"),
  NC_("word", "official data, public domain"), NC_("word", "official data (copy), PDDL"),
  NC_("word", "derived data"), NC_("word", "open data"), NC_("word", "reference data"),
  NC_("word", "gazetteer, CC BY 4.0"), NC_("word", "maritime data company"),
};

/**
 * rutter_word_to_text:
 * @id: (nullable): a word as the catalogue has it
 *
 * Returns: (transfer full) (nullable): the word in the running language, in small letters where
 *   that language writes them so; %NULL for nothing
 */
char *
rutter_word_to_text (const char *id)
{
  g_autofree char *word = NULL;

  if (id == NULL || *id == '\0')
    return NULL;

  word = g_strdelimit (g_strdup (id), "-", ' ');
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], id) || g_str_equal (words[i], word))
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "word", words[i]));

  return strchr (id, ' ') != NULL ? g_strdup (id) : g_steal_pointer (&word);
}
