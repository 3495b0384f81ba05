/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into gtk4-builder-tool, which knows GTK's own types alone: stands in for gtk_init() and
 * makes the types of libadwaita known behind it. Those of Rutter's widgets come with this module,
 * where GtkBuilder finds them by name. It is not done in a constructor: threads that GTK starts
 * would wait for the loader, and GTK for them.
 *
 * Callbacks of a template belong to its class, which the tool does not make. So each name of a
 * function is answered for; that the names are right, the tests of the widgets see.
 */

#include <adwaita.h>
#include <dlfcn.h>
#include <gmodule.h>

static gboolean is_known;

static void
know_types (void)
{
  if (is_known)
    return;

  is_known = TRUE;
  adw_init ();
  g_type_ensure (ADW_TYPE_APPLICATION_WINDOW);
  g_type_ensure (ADW_TYPE_BIN);
}

void
gtk_init (void)
{
  void (*init) (void) = (void (*) (void))dlsym (RTLD_NEXT, "gtk_init");

  init ();
  know_types ();
}

gboolean
gtk_init_check (void)
{
  gboolean (*init_check) (void) = (gboolean (*) (void))dlsym (RTLD_NEXT, "gtk_init_check");

  if (!init_check ())
    return FALSE;

  know_types ();
  return TRUE;
}

static gpointer
answer_nothing (void)
{
  return NULL;
}

gboolean
g_module_symbol (GModule    *module,
                 const char *name,
                 gpointer   *symbol)
{
  gboolean (*find) (GModule *, const char *, gpointer *) =
    (gboolean (*) (GModule *, const char *, gpointer *))dlsym (RTLD_NEXT, "g_module_symbol");

  if (find (module, name, symbol))
    return TRUE;

  /* A type that nobody has is the mistake that is looked for; and libraries that ask while they
   * are loaded, before GTK is there, ask for others than us.
   */
  if (!is_known || g_str_has_suffix (name, "_get_type"))
    return FALSE;

  *symbol = (gpointer)answer_nothing;
  return TRUE;
}
