/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-application.h"
#include "rutter-language.h"
#include "rutter-preferences.h"

#include <gtk/gtk.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr(RutterApplication) application = NULL;
  int status;

  rutter_language_start ();
  gtk_disable_setlocale ();
  g_set_prgname ("rutter");
  g_set_application_name ("Rutter");
  rutter_preferences_guard ();
  application = rutter_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);

  return status != 0 ? status : rutter_application_get_status (application);
}
