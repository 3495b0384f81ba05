/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget-finder.h"

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *text,
      gboolean    only_shown)
{
  if (only_shown && !gtk_widget_get_visible (root))
    return NULL;
  if (text == NULL && g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  if (text != NULL && GTK_IS_LABEL (root) &&
      g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), text) == 0)
    return g_type_is_a (GTK_TYPE_LABEL, type) ? root : gtk_widget_get_ancestor (root, type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text, only_shown);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
widget_finder_find (GtkWidget  *root,
                    GType       type,
                    const char *text)
{
  return find (root, type, text, FALSE);
}

GtkWidget *
widget_finder_find_shown (GtkWidget  *root,
                          GType       type,
                          const char *text)
{
  return find (root, type, text, TRUE);
}
