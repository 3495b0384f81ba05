/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-catalog-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ENDING ".gpkg"
#define OWN_ENDING ".rutter.gpkg"

/* Without regard to case, as the filter looks. */
static gboolean
ends_with (const char *name,
           const char *ending)
{
  gsize length = strlen (name);
  gsize ending_length = strlen (ending);

  return length > ending_length &&
         g_ascii_strcasecmp (name + length - ending_length, ending) == 0;
}

char *
rutter_catalog_name_propose (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  gsize length = strlen (name);

  g_return_val_if_fail (path != NULL, NULL);

  if (ends_with (name, OWN_ENDING))
    {
      name[length - strlen (OWN_ENDING)] = '\0';
      /* Translators: a file name; %s is that of the catalogue that is copied. */
      return g_strdup_printf (C_("file name", "copy-of-%s.rutter.gpkg"), name);
    }

  if (ends_with (name, ENDING))
    name[length - strlen (ENDING)] = '\0';

  return g_strconcat (name, OWN_ENDING, NULL);
}

char *
rutter_catalog_name_complete (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return ends_with (path, ENDING) ? g_strdup (path) : g_strconcat (path, OWN_ENDING, NULL);
}

GtkFileFilter *
rutter_catalog_name_make_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Catalogues (GeoPackage)"));
  gtk_file_filter_add_suffix (filter, "gpkg");

  return filter;
}
