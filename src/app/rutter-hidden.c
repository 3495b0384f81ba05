/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-hidden.h"

#include "rutter-day-range.h"

#include <glib/gi18n-lib.h>

#define ALL_LAYERS ((1u << RUTTER_N_LAYER) - 1)

static gboolean
keeps (const RutterObject *object,
       const RutterClaim  *claim,
       const RutterFilter *filter)
{
  return claim != NULL ? rutter_atlas_keeps_claim (claim, filter)
                       : rutter_atlas_keeps (object, filter);
}

static void
open_up (RutterFilter *filter,
         guint         what)
{
  if ((what & RUTTER_HIDDEN_BY_LAYER) != 0)
    filter->layers = ALL_LAYERS;
  if ((what & RUTTER_HIDDEN_BY_TIME) != 0)
    {
      filter->first_day = RUTTER_DAY_RANGE_ALL.first;
      filter->last_day = RUTTER_DAY_RANGE_ALL.last;
    }
  if ((what & RUTTER_HIDDEN_BY_ACTORS) != 0)
    g_clear_pointer (&filter->actors, g_strfreev);
}

/* Of the layers that were off, only the first that shows it. */
static void
choose_layer (const RutterObject *object,
              const RutterClaim  *claim,
              guint               layers,
              RutterFilter       *filter)
{
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      filter->layers = layers | 1u << i;
      if (keeps (object, claim, filter))
        return;
    }

  filter->layers = ALL_LAYERS;
}

RutterHidden
rutter_hidden_find (const RutterObject *object,
                    const RutterClaim  *claim,
                    const RutterFilter *filter,
                    RutterFilter       *shown)
{
  /* One thing that has to change before two. */
  static const guint tries[] = { 0, 1, 2, 4, 1 | 2, 1 | 4, 2 | 4, 1 | 2 | 4 };

  g_return_val_if_fail (object != NULL && filter != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      RutterFilter opened;
      gboolean is_kept;

      rutter_filter_copy (filter, &opened);
      open_up (&opened, tries[i]);
      is_kept = keeps (object, claim, &opened);
      if (is_kept && shown != NULL)
        {
          if ((tries[i] & RUTTER_HIDDEN_BY_LAYER) != 0)
            choose_layer (object, claim, filter->layers, &opened);
          *shown = opened;
        }
      else
        {
          rutter_filter_clear (&opened);
        }
      if (is_kept)
        return tries[i];
    }

  if (shown != NULL)
    rutter_filter_copy (filter, shown);
  return 0;
}

const char *
rutter_hidden_describe (RutterHidden hidden)
{
  switch ((guint)hidden)
    {
    case 0:
      return NULL;
    case RUTTER_HIDDEN_BY_LAYER:
      return _("layer off");
    case RUTTER_HIDDEN_BY_TIME:
      return _("hidden by the time window");
    case RUTTER_HIDDEN_BY_ACTORS:
      return _("hidden by the chosen actors");
    default:
      return _("hidden by what is chosen");
    }
}
