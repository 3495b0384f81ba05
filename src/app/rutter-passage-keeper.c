/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-passage-keeper.h"

#include "rutter-passage-guests.h"

struct _RutterPassageKeeper
{
  GObject             parent_instance;

  RutterSession      *session;
  RutterRouteKeeper  *route;
  RutterDetailsPane  *details;    /* weak */
  gboolean            is_planned;
  char              **closed;     /* as the details were told, or NULL */
};

G_DEFINE_FINAL_TYPE (RutterPassageKeeper, rutter_passage_keeper, G_TYPE_OBJECT)

static char **
list_closed (RutterPassageKeeper *self)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  RutterRecords *records = rutter_session_get_records (self->session);
  RutterPassages *passages = records != NULL ? rutter_atlas_get_passages (records) : NULL;

  for (guint i = 0; passages != NULL && i < rutter_passages_get_n (passages); i++)
    {
      const RutterPassage *passage = rutter_passages_get (passages, i);
      RutterWish wish = rutter_route_keeper_get_wish (self->route, passage->id);

      if (wish == RUTTER_WISH_CLOSED || (wish == RUTTER_WISH_USUAL && passage->is_shut))
        g_strv_builder_add (ids, passage->id);
    }

  return g_strv_builder_end (ids);
}

/* With each step of a drag, so what stays as it was is not told again. */
static void
on_changed_cb (RutterPassageKeeper *self)
{
  g_auto(GStrv) closed = list_closed (self);
  gboolean is_planned = rutter_route_keeper_get_planner (self->route) != NULL &&
                        rutter_route_keeper_get_n_stops (self->route) > 0;

  if (self->details == NULL ||
      (self->closed != NULL && is_planned == self->is_planned &&
       g_strv_equal ((const char *const *)closed, (const char *const *)self->closed)))
    return;

  self->is_planned = is_planned;
  g_strfreev (self->closed);
  self->closed = g_steal_pointer (&closed);
  rutter_details_pane_set_route (self->details, is_planned, (const char *const *)self->closed);
}

static void
rutter_passage_keeper_dispose (GObject *object)
{
  RutterPassageKeeper *self = RUTTER_PASSAGE_KEEPER (object);

  g_clear_weak_pointer (&self->details);
  g_clear_object (&self->route);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rutter_passage_keeper_parent_class)->dispose (object);
}

static void
rutter_passage_keeper_finalize (GObject *object)
{
  g_strfreev (RUTTER_PASSAGE_KEEPER (object)->closed);

  G_OBJECT_CLASS (rutter_passage_keeper_parent_class)->finalize (object);
}

static void
rutter_passage_keeper_class_init (RutterPassageKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_passage_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_passage_keeper_finalize;
}

static void
rutter_passage_keeper_init (RutterPassageKeeper *self)
{
}

RutterPassageKeeper *
rutter_passage_keeper_new (RutterSession     *session,
                           RutterRouteKeeper *route,
                           RutterDetailsPane *details)
{
  RutterPassageKeeper *self = g_object_new (RUTTER_TYPE_PASSAGE_KEEPER, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->route, route);
  g_set_weak_pointer (&self->details, details);
  g_signal_connect_object (route, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_changed_cb (self);

  return self;
}
