/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-starter.h"

/* Usage: rutter-build-starter FOLDER OUTPUT.gpkg */
int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: rutter-build-starter FOLDER OUTPUT.gpkg\n");
      return 2;
    }

  if (!rutter_starter_compile (argv[1], argv[2], &error))
    {
      g_printerr ("rutter-build-starter: %s\n", error->message);
      return 1;
    }

  return 0;
}
