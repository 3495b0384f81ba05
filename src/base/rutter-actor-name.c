/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-actor-name.h"

#include <glib/gi18n-lib.h>

/* The actors of the starter catalogue. */
static const char *const names[] = {
  NC_("actor", "Russia"), NC_("actor", "Iran"), NC_("actor", "North Korea"), NC_("actor", "China"),
  NC_("actor", "Hong Kong"), NC_("actor", "Ukraine"), NC_("actor", "United States"),
  NC_("actor", "South Korea"), NC_("actor", "South Africa"), NC_("actor", "Greece"),
  NC_("actor", "India"), NC_("actor", "USSR"), NC_("actor", "Japan"),
  NC_("actor", "United Kingdom"), NC_("actor", "European Union"), NC_("actor", "Switzerland"),
  NC_("actor", "Canada"), NC_("actor", "France"), NC_("actor", "UN Security Council"),
  NC_("actor", "Syria"),
};

/**
 * rutter_actor_name_to_text:
 * @title: (nullable): an actor's title
 *
 * A title of the user's own choice is not known here and stays as it was written.
 *
 * Returns: (transfer none) (nullable): @title itself, or its translation, which is kept for ever
 */
const char *
rutter_actor_name_to_text (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], title) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "actor", names[i]);

  return title;
}
