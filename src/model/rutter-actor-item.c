/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-actor-item.h"

struct _RutterActorItem
{
  GObject  parent_instance;

  char    *code;
  char    *title;
  gboolean active;
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RutterActorItem, rutter_actor_item, G_TYPE_OBJECT)

static void
rutter_actor_item_finalize (GObject *object)
{
  RutterActorItem *self = RUTTER_ACTOR_ITEM (object);

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (rutter_actor_item_parent_class)->finalize (object);
}

static void
rutter_actor_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, RUTTER_ACTOR_ITEM (object)->active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rutter_actor_item_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      rutter_actor_item_set_active (RUTTER_ACTOR_ITEM (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rutter_actor_item_class_init (RutterActorItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rutter_actor_item_finalize;
  object_class->get_property = rutter_actor_item_get_property;
  object_class->set_property = rutter_actor_item_set_property;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rutter_actor_item_init (RutterActorItem *self)
{
}

RutterActorItem *
rutter_actor_item_new (const char *code,
                       const char *title)
{
  RutterActorItem *self = g_object_new (RUTTER_TYPE_ACTOR_ITEM, NULL);

  self->code = g_strdup (code);
  self->title = g_strdup (title);

  return self;
}

const char *
rutter_actor_item_get_code (RutterActorItem *self)
{
  g_return_val_if_fail (RUTTER_IS_ACTOR_ITEM (self), NULL);

  return self->code;
}

const char *
rutter_actor_item_get_title (RutterActorItem *self)
{
  g_return_val_if_fail (RUTTER_IS_ACTOR_ITEM (self), NULL);

  return self->title;
}

gboolean
rutter_actor_item_get_active (RutterActorItem *self)
{
  g_return_val_if_fail (RUTTER_IS_ACTOR_ITEM (self), FALSE);

  return self->active;
}

void
rutter_actor_item_set_active (RutterActorItem *self,
                              gboolean         active)
{
  g_return_if_fail (RUTTER_IS_ACTOR_ITEM (self));

  active = !!active;
  if (self->active == active)
    return;

  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}
