/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch-sign.h"

#include "rutter-watch-subject.h"

struct _RutterWatchSign
{
  GObject            parent_instance;

  RutterWatchlist   *list;
  RutterTraffic     *traffic;
  RutterSession     *session;
  RutterSelection   *selection;
  RutterDetailsPane *pane;
  GCancellable      *cancellable;  /* of the target that is being asked for; NULL: none is */
};

G_DEFINE_FINAL_TYPE (RutterWatchSign, rutter_watch_sign, G_TYPE_OBJECT)

/* @draft: (nullable): what would watch it; NULL: it cannot be watched */
static void
show (RutterWatchSign *self,
      RutterWatch     *draft)
{
  rutter_details_pane_set_watched (self->pane, draft != NULL,
                                   draft != NULL &&
                                   rutter_watch_subject_find (self->list, draft) != NULL);
}

static void
on_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(RutterWatchSign) self = user_data;
  g_autoptr(GArray) targets = rutter_traffic_find_finish (RUTTER_TRAFFIC (source), result, NULL);
  g_autoptr(RutterWatch) draft = NULL;

  if (targets == NULL || self->list == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (targets->len > 0)
    draft = rutter_watch_subject_from_target (&g_array_index (targets, RutterTarget, 0));
  show (self, draft);
}

static void
cancel (RutterWatchSign *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
update (RutterWatchSign *self)
{
  const char *uid = rutter_selection_get_uid (self->selection);
  RutterRecords *records = rutter_session_get_records (self->session);
  guint32 mmsi = rutter_live_uid_parse (uid);
  const RutterObject *object = uid != NULL && records != NULL && mmsi == 0
                               ? rutter_records_find (records, uid) : NULL;
  g_autoptr(RutterWatch) draft = NULL;

  cancel (self);
  if (mmsi != 0)
    {
      self->cancellable = g_cancellable_new ();
      rutter_traffic_find_async (self->traffic, &mmsi, 1, self->cancellable, on_found_cb,
                                 g_object_ref (self));
      return;
    }

  if (object != NULL)
    draft = rutter_watch_subject_from_object (object);
  show (self, draft);
}

static void
rutter_watch_sign_dispose (GObject *object)
{
  RutterWatchSign *self = RUTTER_WATCH_SIGN (object);

  cancel (self);
  g_clear_object (&self->list);
  g_clear_object (&self->traffic);
  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_object (&self->pane);

  G_OBJECT_CLASS (rutter_watch_sign_parent_class)->dispose (object);
}

static void
rutter_watch_sign_class_init (RutterWatchSignClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_watch_sign_dispose;
}

static void
rutter_watch_sign_init (RutterWatchSign *self)
{
}

RutterWatchSign *
rutter_watch_sign_new (RutterWatchlist   *list,
                       RutterTraffic     *traffic,
                       RutterSession     *session,
                       RutterSelection   *selection,
                       RutterDetailsPane *pane)
{
  RutterWatchSign *self = g_object_new (RUTTER_TYPE_WATCH_SIGN, NULL);

  self->list = g_object_ref (list);
  self->traffic = g_object_ref (traffic);
  self->session = g_object_ref (session);
  self->selection = g_object_ref (selection);
  self->pane = g_object_ref (pane);
  g_signal_connect_object (selection, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return self;
}
