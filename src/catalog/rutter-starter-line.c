/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter-line.h"

void
rutter_starter_line_free (RutterStarterLine *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_strfreev (self->passages);
  g_free (self->parameters);
  g_free (self);
}
