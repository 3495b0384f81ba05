/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-view-item.h"

struct _RutterViewItem
{
  GObject  parent_instance;

  char    *uid;
  char    *name;
  char    *about;
};

G_DEFINE_FINAL_TYPE (RutterViewItem, rutter_view_item, G_TYPE_OBJECT)

static void
rutter_view_item_finalize (GObject *object)
{
  RutterViewItem *self = RUTTER_VIEW_ITEM (object);

  g_free (self->uid);
  g_free (self->name);
  g_free (self->about);

  G_OBJECT_CLASS (rutter_view_item_parent_class)->finalize (object);
}

static void
rutter_view_item_class_init (RutterViewItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_view_item_finalize;
}

static void
rutter_view_item_init (RutterViewItem *self)
{
}

RutterViewItem *
rutter_view_item_new (const char *uid,
                      const char *name,
                      const char *about)
{
  RutterViewItem *self = g_object_new (RUTTER_TYPE_VIEW_ITEM, NULL);

  self->uid = g_strdup (uid);
  self->name = g_strdup (name);
  self->about = g_strdup (about);

  return self;
}

const char *
rutter_view_item_get_uid (RutterViewItem *self)
{
  g_return_val_if_fail (RUTTER_IS_VIEW_ITEM (self), NULL);

  return self->uid;
}

const char *
rutter_view_item_get_name (RutterViewItem *self)
{
  g_return_val_if_fail (RUTTER_IS_VIEW_ITEM (self), NULL);

  return self->name;
}

const char *
rutter_view_item_get_about (RutterViewItem *self)
{
  g_return_val_if_fail (RUTTER_IS_VIEW_ITEM (self), NULL);

  return self->about;
}
