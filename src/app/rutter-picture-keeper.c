/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-picture-keeper.h"

#include "rutter-picture-maker.h"

struct _RutterPictureKeeper
{
  GObject        parent_instance;

  RutterChoices *choices;
  RutterMapView *map;         /* weak */
  RutterRecords *records;     /* NULL: nothing to show yet */
  RutterPicture *picture;
  GCancellable  *cancellable;

  gboolean       is_making;
  gboolean       make_again;
  gboolean       has_untouched; /* the map has a picture that it has not begun to paint */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterPictureKeeper, rutter_picture_keeper, G_TYPE_OBJECT)

static void start (RutterPictureKeeper *self);

static void
on_made_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  RutterPictureKeeper *self = RUTTER_PICTURE_KEEPER (object);
  g_autoptr(RutterPictureResult) made = rutter_picture_make_finish (self, result, NULL);

  self->is_making = FALSE;
  if (made == NULL)
    return;

  g_clear_pointer (&self->picture, rutter_picture_unref);
  self->picture = rutter_picture_ref (made->picture);
  self->has_untouched = self->map != NULL && rutter_map_view_is_painting (self->map);
  if (self->map != NULL)
    rutter_map_view_take_picture (self->map, g_steal_pointer (&made->picture),
                                  g_steal_pointer (&made->picker));
  g_signal_emit (self, signals[CHANGED], 0);

  if (self->make_again)
    start (self);
}

/* A choice that changes while it has to wait asks for one more. */
static void
start (RutterPictureKeeper *self)
{
  gboolean is_waiting = self->is_making ||
                        (self->map != NULL && self->has_untouched &&
                         rutter_map_view_is_painting (self->map));
  RutterFilter filter;

  self->make_again = is_waiting;
  if (is_waiting || self->records == NULL)
    return;

  self->is_making = TRUE;
  rutter_choices_fill_filter (self->choices, &filter);
  rutter_picture_make_async (self, self->records, &filter, self->cancellable, on_made_cb, NULL);
  rutter_filter_clear (&filter);
}

/* The map goes on to the newest picture. */
static void
on_painted_cb (RutterPictureKeeper *self)
{
  self->has_untouched = FALSE;
  if (self->make_again && !self->is_making)
    start (self);
}

static void
rutter_picture_keeper_dispose (GObject *object)
{
  RutterPictureKeeper *self = RUTTER_PICTURE_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->map);

  G_OBJECT_CLASS (rutter_picture_keeper_parent_class)->dispose (object);
}

static void
rutter_picture_keeper_finalize (GObject *object)
{
  RutterPictureKeeper *self = RUTTER_PICTURE_KEEPER (object);

  g_clear_object (&self->choices);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->records, rutter_records_unref);
  g_clear_pointer (&self->picture, rutter_picture_unref);

  G_OBJECT_CLASS (rutter_picture_keeper_parent_class)->finalize (object);
}

static void
rutter_picture_keeper_class_init (RutterPictureKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_picture_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_picture_keeper_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_picture_keeper_init (RutterPictureKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

RutterPictureKeeper *
rutter_picture_keeper_new (RutterChoices *choices)
{
  RutterPictureKeeper *self = g_object_new (RUTTER_TYPE_PICTURE_KEEPER, NULL);

  g_set_object (&self->choices, choices);
  g_signal_connect_object (choices, "changed", G_CALLBACK (start), self, G_CONNECT_SWAPPED);

  return self;
}

void
rutter_picture_keeper_attach_map (RutterPictureKeeper *self,
                                  RutterMapView       *map)
{
  g_return_if_fail (RUTTER_IS_PICTURE_KEEPER (self));
  g_return_if_fail (self->map == NULL);

  g_set_weak_pointer (&self->map, map);
  g_signal_connect_object (map, "painted", G_CALLBACK (on_painted_cb), self, G_CONNECT_SWAPPED);
}

void
rutter_picture_keeper_set_records (RutterPictureKeeper *self,
                                   RutterRecords       *records)
{
  g_return_if_fail (RUTTER_IS_PICTURE_KEEPER (self));
  g_return_if_fail (records != NULL);

  rutter_records_ref (records);
  g_clear_pointer (&self->records, rutter_records_unref);
  self->records = records;
  start (self);
}

RutterPicture *
rutter_picture_keeper_get_picture (RutterPictureKeeper *self)
{
  g_return_val_if_fail (RUTTER_IS_PICTURE_KEEPER (self), NULL);

  return self->picture;
}

gboolean
rutter_picture_keeper_is_settled (RutterPictureKeeper *self)
{
  g_return_val_if_fail (RUTTER_IS_PICTURE_KEEPER (self), TRUE);

  return !self->is_making && !self->make_again;
}
