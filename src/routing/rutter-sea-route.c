/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-route.h"

G_DEFINE_QUARK (rutter-sea-error-quark, rutter_sea_error)

RutterSeaRoute *
rutter_sea_route_ref (RutterSeaRoute *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_sea_route_unref (RutterSeaRoute *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->points, g_free);
  g_clear_pointer (&self->stops, g_free);
  g_clear_pointer (&self->crossings, g_free);
  g_clear_pointer (&self->avoided, g_strfreev);
  g_clear_pointer (&self->opened, g_strfreev);
  g_clear_pointer (&self->passages, rutter_passages_unref);
  g_free (self);
}
