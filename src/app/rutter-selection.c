/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-selection.h"

#include <glib/gi18n-lib.h>

struct _RutterSelection
{
  GObject            parent_instance;

  RutterSession     *session;
  RutterDetailsPane *pane;
  GtkRevealer       *revealer;

  char              *uid; /* NULL: nothing is selected */
  gboolean           is_on_map;
  RutterMatcher     *matcher; /* NULL: nothing is heard */
  gboolean           is_live; /* where it is heard is known */
  RutterLonLat       live;
  GCancellable      *loading;     /* of details; NULL when none are under way */
  gboolean           load_again;  /* the picture changed meanwhile */
  gboolean           keep_folded; /* nobody asked: a closed pane stays closed */
  gboolean           has_told;    /* that the map ceased to show this object */
};

enum
{
  CHANGED,
  LOADED,
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterSelection, rutter_selection, G_TYPE_OBJECT)

static void
update (RutterSelection *self)
{
  RutterBox box;

  self->is_on_map = self->uid != NULL && rutter_session_find_box (self->session, self->uid, &box);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cancel_loading (RutterSelection *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void reload (RutterSelection *self);

static void
on_loaded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(RutterSelection) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterDetails) details =
    rutter_session_load_details_finish (RUTTER_SESSION (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (details == NULL)
    {
      g_signal_emit (self, signals[TOLD], 0, error->message);
      return;
    }

  rutter_details_pane_set_details (self->pane, details);
  g_signal_emit (self, signals[LOADED], 0, details->title);
  if (!self->keep_folded)
    gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (self->load_again)
    reload (self);
}

/* What is heard of it fills the page by and by. */
static void
show_target (RutterSelection *self,
             guint32          mmsi)
{
  g_autoptr(RutterDetails) details = rutter_details_new ();
  g_autofree char *title = g_strdup_printf (_("MMSI %09u"), mmsi);

  details->uid = rutter_details_keep (details, self->uid);
  details->title = rutter_details_keep (details, title);
  details->kind = _("Heard by AIS, not in the catalogue");
  rutter_details_pane_set_details (self->pane, details);
  if (!self->keep_folded)
    gtk_revealer_set_reveal_child (self->revealer, TRUE);
  update (self);
  g_signal_emit (self, signals[LOADED], 0, details->title);
}

static void
load (RutterSelection *self)
{
  guint32 mmsi = rutter_live_uid_parse (self->uid);

  cancel_loading (self);
  if (mmsi != 0)
    {
      show_target (self, mmsi);
      return;
    }

  self->loading = g_cancellable_new ();
  self->load_again = FALSE;
  rutter_session_load_details_async (self->session, self->uid, self->loading, on_loaded_cb,
                                     g_object_ref (self));
  update (self);
}

static void
reload (RutterSelection *self)
{
  if (rutter_session_get_path (self->session) == NULL)
    return;

  self->keep_folded = TRUE;
  load (self);
}

/* Another choice of layers, actors or time: why the object is drawn may change. */
static void
on_picture_changed_cb (RutterSelection *self)
{
  gboolean was_on_map = self->is_on_map;

  self->load_again = self->loading != NULL;
  if (self->uid != NULL && self->loading == NULL && rutter_live_uid_parse (self->uid) == 0)
    reload (self);
  else
    update (self);

  /* Once is enough for an object, however often a window of time is dragged over it. */
  if (was_on_map && self->uid != NULL && !self->is_on_map && !self->has_told)
    {
      self->has_told = TRUE;
      g_signal_emit (self, signals[TOLD], 0,
                     _("What is selected is not among what the map shows now. It stays "
                       "selected."));
    }
}

static void
rutter_selection_dispose (GObject *object)
{
  RutterSelection *self = RUTTER_SELECTION (object);

  cancel_loading (self);
  g_clear_object (&self->session);
  g_clear_object (&self->matcher);
  g_clear_object (&self->pane);
  g_clear_object (&self->revealer);

  G_OBJECT_CLASS (rutter_selection_parent_class)->dispose (object);
}

static void
rutter_selection_finalize (GObject *object)
{
  g_free (RUTTER_SELECTION (object)->uid);

  G_OBJECT_CLASS (rutter_selection_parent_class)->finalize (object);
}

static void
rutter_selection_class_init (RutterSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_selection_dispose;
  object_class->finalize = rutter_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rutter_selection_init (RutterSelection *self)
{
}

RutterSelection *
rutter_selection_new (RutterSession     *session,
                      RutterDetailsPane *pane,
                      GtkRevealer       *revealer)
{
  RutterSelection *self = g_object_new (RUTTER_TYPE_SELECTION, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->pane, pane);
  g_set_object (&self->revealer, revealer);
  g_signal_connect_object (session, "picture-changed", G_CALLBACK (on_picture_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/* While no catalogue is open this does nothing. */
void
rutter_selection_set (RutterSelection *self,
                      const char      *uid)
{
  char *copy;

  g_return_if_fail (RUTTER_IS_SELECTION (self));

  if (rutter_session_get_path (self->session) == NULL)
    return;

  if (self->matcher != NULL)
    uid = rutter_matcher_resolve (self->matcher, uid);
  /* It may be the very one that is selected. */
  if (g_strcmp0 (uid, self->uid) != 0)
    self->has_told = self->is_live = FALSE;
  copy = g_strdup (uid);
  g_free (self->uid);
  self->uid = copy;
  self->keep_folded = FALSE;
  load (self);
}

void
rutter_selection_clear (RutterSelection *self)
{
  g_return_if_fail (RUTTER_IS_SELECTION (self));

  cancel_loading (self);
  self->is_live = FALSE;
  g_clear_pointer (&self->uid, g_free);
  rutter_details_pane_set_details (self->pane, NULL);
  g_signal_emit (self, signals[LOADED], 0, NULL);
  update (self);
}

const char *
rutter_selection_get_uid (RutterSelection *self)
{
  g_return_val_if_fail (RUTTER_IS_SELECTION (self), NULL);

  return self->uid;
}

gboolean
rutter_selection_is_on_map (RutterSelection *self)
{
  g_return_val_if_fail (RUTTER_IS_SELECTION (self), FALSE);

  return self->is_on_map;
}

gboolean
rutter_selection_is_settled (RutterSelection *self)
{
  g_return_val_if_fail (RUTTER_IS_SELECTION (self), FALSE);

  return self->loading == NULL;
}

gboolean
rutter_selection_find_box (RutterSelection *self,
                           RutterBox       *box)
{
  RutterPoint point;

  g_return_val_if_fail (RUTTER_IS_SELECTION (self), FALSE);

  if (self->uid == NULL)
    return FALSE;
  if (rutter_live_uid_parse (self->uid) == 0 &&
      rutter_session_find_box (self->session, self->uid, box))
    return TRUE;
  if (!self->is_live)
    return FALSE;

  point = rutter_mercator_project (self->live);
  *box = (RutterBox) { point.x, point.y, point.x, point.y };
  return TRUE;
}

void
rutter_selection_set_matcher (RutterSelection *self,
                              RutterMatcher   *matcher)
{
  g_return_if_fail (RUTTER_IS_SELECTION (self));

  g_set_object (&self->matcher, matcher);
}

void
rutter_selection_set_live_position (RutterSelection    *self,
                                    const RutterLonLat *position)
{
  gboolean was_live;

  g_return_if_fail (RUTTER_IS_SELECTION (self));

  was_live = self->is_live;
  self->is_live = position != NULL;
  if (self->is_live)
    self->live = *position;
  if (self->is_live != was_live)
    update (self);
}
