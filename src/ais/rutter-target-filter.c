/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-filter.h"

#include "rutter-mid.h"

#include <string.h>

/* It takes every target. */
void
rutter_target_filter_init (RutterTargetFilter *self)
{
  memset (self, 0, sizeof *self);
  self->least_kn = self->most_kn = NAN;
}

gboolean
rutter_target_filter_is_empty (const RutterTargetFilter *self)
{
  return self->classes == 0 && self->territory[0] == '\0' && isnan (self->least_kn) &&
         isnan (self->most_kn) && self->name[0] == '\0';
}

static gboolean
equals_or_both_nan (double a,
                    double b)
{
  return (isnan (a) && isnan (b)) || (!isnan (a) && !isnan (b) && !(a < b) && !(a > b));
}

gboolean
rutter_target_filter_equals (const RutterTargetFilter *self,
                             const RutterTargetFilter *other)
{
  return self->classes == other->classes && strcmp (self->territory, other->territory) == 0 &&
         equals_or_both_nan (self->least_kn, other->least_kn) &&
         equals_or_both_nan (self->most_kn, other->most_kn) &&
         strcmp (self->name, other->name) == 0;
}

/* Names in AIS are capitals of ASCII; whoever looks for one need not type them so. */
static gboolean
contains (const char *text,
          const char *part)
{
  gsize length = strlen (part);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_strncasecmp (at, part, length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
takes_name (const RutterTargetFilter *self,
            const RutterTarget       *target)
{
  char number[16];

  if (contains (target->name, self->name) || contains (target->callsign, self->name))
    return TRUE;
  g_snprintf (number, sizeof number, "%09u", target->mmsi);
  if (strstr (number, self->name) != NULL)
    return TRUE;
  g_snprintf (number, sizeof number, "%u", target->imo);
  return target->imo != 0 && strstr (number, self->name) != NULL;
}

gboolean
rutter_target_filter_takes (const RutterTargetFilter *self,
                            const RutterTarget       *target)
{
  if (self->classes != 0 && (self->classes & 1u << target->class) == 0)
    return FALSE;
  if (!isnan (self->least_kn) && !(target->speed_kn >= self->least_kn))
    return FALSE;
  if (!isnan (self->most_kn) && !(target->speed_kn <= self->most_kn))
    return FALSE;

  if (self->territory[0] != '\0' &&
      !rutter_mid_is_of (rutter_mmsi_get_mid (target->mmsi), self->territory))
    return FALSE;

  return self->name[0] == '\0' || takes_name (self, target);
}
