/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-about.h"

#include <glib/gi18n-lib.h>

/* Two paragraphs, so that the first is the same text wherever the program presents itself. */
static char *
create_comments (void)
{
  return g_strconcat (
    _("A desktop map of maritime and arms-trade routes that shows its sources."), "\n\n",
    _("<b>Not for navigation.</b> Not legal or compliance advice. A claim is not a finding of "
      "guilt: <i>listed</i> means that an authority has listed a ship or a company, and accused "
      "is not proven. A way that is computed or schematic is drawn hollow; it is not a track."),
    NULL);
}

static void
add_data_sections (AdwAboutWindow *about)
{
  adw_about_window_add_legal_section (
    about, _("Coasts, lakes, rivers and boundaries"),
    _("GSHHG 2.3.7, Paul Wessel and Walter H. F. Smith. The boundaries are lines of that data set, "
      "drawn thin and without filling any country; the map takes no side."),
    GTK_LICENSE_LGPL_3_0, NULL);
  adw_about_window_add_legal_section (
    about, _("Cities"), "GeoNames (geonames.org)", GTK_LICENSE_CUSTOM,
    /* untranslated: the name of a licence */
    "Creative Commons Attribution 4.0 International "
    "(https://creativecommons.org/licenses/by/4.0/)");
  adw_about_window_add_legal_section (
    about, _("Seaports"), _("The sea-ports package, checked against the coast"),
    GTK_LICENSE_MIT_X11, NULL);
  adw_about_window_add_legal_section (
    about, _("The starter catalogue"),
    _("Follows Eric Woods, “Russia, Iran, North Korea: Not a New Axis” (Riddle, 2024), claim by "
      "claim, with what other sources say beside it. Each claim names its own sources."),
    GTK_LICENSE_UNKNOWN, NULL);
  adw_about_window_add_legal_section (
    about, _("Colours of the actors"),
    _("After Masataka Okabe and Kei Ito, Color Universal Design"),
    GTK_LICENSE_UNKNOWN, NULL);
}

static void
add_code_sections (AdwAboutWindow *about)
{
  /* untranslated: names */
  adw_about_window_add_legal_section (about, "GTK, libadwaita, libshumate, GLib, Pango", NULL,
                                      GTK_LICENSE_LGPL_2_1, NULL);
  adw_about_window_add_legal_section (about, "cairo", NULL, GTK_LICENSE_CUSTOM,
                                      _("LGPL 2.1 or MPL 1.1"));
  adw_about_window_add_legal_section (about, "SQLite", NULL, GTK_LICENSE_CUSTOM,
                                      _("In the public domain"));
  /* untranslated: the name of a licence */
  adw_about_window_add_legal_section (about, "ICU", _("Unicode, Inc. and others"),
                                      GTK_LICENSE_CUSTOM, "Unicode License");
}

void
rutter_about_present (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();
  AdwAboutWindow *self = ADW_ABOUT_WINDOW (about);
  g_autofree char *comments = create_comments ();

  adw_about_window_set_application_name (self, "Rutter");
  adw_about_window_set_application_icon (self, "org.rutter.Rutter");
  adw_about_window_set_version (self, RUTTER_VERSION);
  adw_about_window_set_developer_name (self, _("The Rutter authors"));
  adw_about_window_set_copyright (self, _("© 2026 The Rutter authors"));
  adw_about_window_set_license_type (self, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (self, comments);
  add_data_sections (self);
  add_code_sections (self);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}
