/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-keeper.h"

#include "rutter-route-stops.h"

struct _RutterRouteKeeper
{
  GObject            parent_instance;

  RutterSeaPlanner  *planner;  /* NULL before the first need of it */

  RutterRouteStops   stops;
  GHashTable        *wishes;   /* id -> RutterWish, but for what is as usual */
  double             speed_kn;

  RutterRouteAnswer *answer;   /* NULL: none */
  GError            *error;
  GCancellable      *asking;   /* of what is under way; NULL: nothing */
  gboolean           asks_whole;
  gboolean           is_waiting; /* a newer question */
  gboolean           is_dragging;
};

enum
{
  CHANGED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterRouteKeeper, rutter_route_keeper, G_TYPE_OBJECT)

static void ask (RutterRouteKeeper *self);

static void
forget_answer (RutterRouteKeeper *self)
{
  g_clear_pointer (&self->answer, rutter_route_answer_free);
  g_clear_error (&self->error);
}

/* Eats both. While a drag goes on, what there is to compare stays as it was. */
static void
take_answer (RutterRouteKeeper *self,
             RutterRouteAnswer *answer,
             GError            *error)
{
  if (answer != NULL && self->answer != NULL)
    rutter_route_answer_inherit (answer, self->answer);
  forget_answer (self);
  self->answer = answer;
  self->error = error;
}

static void
on_answered_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  RutterRouteKeeper *self = RUTTER_ROUTE_KEEPER (object);
  GError *error = NULL;
  RutterRouteAnswer *answer = rutter_route_ask_finish (self, result, &error);
  gboolean is_dropped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
                        !rutter_route_stops_is_complete (&self->stops) ||
                        (answer != NULL && answer->route->n_stops != self->stops.points->len);

  g_clear_object (&self->asking);
  if (is_dropped)
    {
      g_clear_pointer (&answer, rutter_route_answer_free);
      g_clear_error (&error);
    }
  else
    {
      take_answer (self, answer, error);
      g_signal_emit (self, signals[CHANGED], 0);
    }

  if (self->is_waiting)
    ask (self);
  else if (self->asks_whole && !self->is_dragging)
    g_signal_emit (self, signals[SETTLED], 0);
}

static char **
list_wishes (RutterRouteKeeper *self,
             RutterWish         wish)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->wishes);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (GPOINTER_TO_INT (value) == (int)wish)
      g_strv_builder_add (ids, id);

  return g_strv_builder_end (ids);
}

static void
ask (RutterRouteKeeper *self)
{
  g_auto(GStrv) avoid = NULL;
  g_auto(GStrv) open = NULL;
  RutterSeaRequest request;

  if (self->planner == NULL || !rutter_route_stops_is_complete (&self->stops))
    return;

  /* What only compares is not worth waiting for. */
  self->is_waiting = self->asking != NULL;
  if (self->is_waiting)
    {
      if (self->asks_whole)
        g_cancellable_cancel (self->asking);
      return;
    }

  avoid = list_wishes (self, RUTTER_WISH_CLOSED);
  open = list_wishes (self, RUTTER_WISH_OPEN);
  request = (RutterSeaRequest) { (const RutterLonLat *)self->stops.points->data,
                                 self->stops.points->len,
                                 (const char *const *)avoid, (const char *const *)open,
                                 self->speed_kn };
  self->asking = g_cancellable_new ();
  self->asks_whole = !self->is_dragging;
  rutter_route_ask_async (self, self->planner, &request, self->asks_whole, self->asking,
                          on_answered_cb, NULL);
}

/* An answer to other stops is none any more. */
static void
ask_anew (RutterRouteKeeper *self)
{
  if (!rutter_route_stops_is_complete (&self->stops))
    {
      self->is_waiting = FALSE;
      g_cancellable_cancel (self->asking);
      forget_answer (self);
    }
  ask (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rutter_route_keeper_dispose (GObject *object)
{
  g_cancellable_cancel (RUTTER_ROUTE_KEEPER (object)->asking);

  G_OBJECT_CLASS (rutter_route_keeper_parent_class)->dispose (object);
}

static void
rutter_route_keeper_finalize (GObject *object)
{
  RutterRouteKeeper *self = RUTTER_ROUTE_KEEPER (object);

  forget_answer (self);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->planner, rutter_sea_planner_unref);
  rutter_route_stops_clear (&self->stops);
  g_clear_pointer (&self->wishes, g_hash_table_unref);

  G_OBJECT_CLASS (rutter_route_keeper_parent_class)->finalize (object);
}

static void
rutter_route_keeper_class_init (RutterRouteKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_route_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_route_keeper_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_route_keeper_init (RutterRouteKeeper *self)
{
  rutter_route_stops_init (&self->stops);
  self->wishes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->speed_kn = RUTTER_ROUTE_SPEED_KN;
}

RutterRouteKeeper *
rutter_route_keeper_new (void)
{
  return g_object_new (RUTTER_TYPE_ROUTE_KEEPER, NULL);
}

/* What was asked before is answered now. */
void
rutter_route_keeper_set_planner (RutterRouteKeeper *self,
                                 RutterSeaPlanner  *planner)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));
  g_return_if_fail (planner != NULL);

  rutter_sea_planner_ref (planner);
  g_clear_pointer (&self->planner, rutter_sea_planner_unref);
  self->planner = planner;
  ask_anew (self);
}

RutterSeaPlanner *
rutter_route_keeper_get_planner (RutterRouteKeeper *self)
{
  return self->planner;
}

void
rutter_route_keeper_set_start (RutterRouteKeeper *self,
                               RutterLonLat       position)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));

  rutter_route_stops_set_start (&self->stops, position);
  ask_anew (self);
}

void
rutter_route_keeper_set_end (RutterRouteKeeper *self,
                             RutterLonLat       position)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));

  rutter_route_stops_set_end (&self->stops, position);
  ask_anew (self);
}

/* Behind the other stops on the way. */
void
rutter_route_keeper_add_via (RutterRouteKeeper *self,
                             RutterLonLat       position)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));

  rutter_route_stops_add_via (&self->stops, position);
  ask_anew (self);
}

/* On the way: neither first nor last. A drag of it goes on. */
void
rutter_route_keeper_insert_stop (RutterRouteKeeper *self,
                                 guint              index,
                                 RutterLonLat       position)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));
  g_return_if_fail (index > 0 && index < self->stops.points->len);

  rutter_route_stops_insert (&self->stops, index, position);
  self->is_dragging = TRUE;
  ask_anew (self);
}

void
rutter_route_keeper_drag_stop (RutterRouteKeeper *self,
                               guint              index,
                               RutterLonLat       position)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));
  g_return_if_fail (index < self->stops.points->len);

  rutter_route_stops_move (&self->stops, index, position);
  self->is_dragging = TRUE;
  ask_anew (self);
}

void
rutter_route_keeper_let_go (RutterRouteKeeper *self)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));

  self->is_dragging = FALSE;
  ask_anew (self);
}

void
rutter_route_keeper_remove_stop (RutterRouteKeeper *self,
                                 guint              index)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));
  g_return_if_fail (index < self->stops.points->len);

  rutter_route_stops_remove (&self->stops, index);
  self->is_dragging = FALSE;
  ask_anew (self);
}

void
rutter_route_keeper_swap_stops (RutterRouteKeeper *self,
                                guint              index,
                                guint              other)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));
  g_return_if_fail (index < self->stops.points->len && other < self->stops.points->len);

  rutter_route_stops_swap (&self->stops, index, other);
  ask_anew (self);
}

void
rutter_route_keeper_reverse (RutterRouteKeeper *self)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));

  rutter_route_stops_reverse (&self->stops);
  ask_anew (self);
}

/* The speed stays. */
void
rutter_route_keeper_clear (RutterRouteKeeper *self)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));

  rutter_route_stops_remove_all (&self->stops);
  g_hash_table_remove_all (self->wishes);
  self->is_dragging = FALSE;
  ask_anew (self);
}

static void
put_wish (RutterRouteKeeper *self,
          const char        *passage,
          RutterWish         wish)
{
  if (wish == RUTTER_WISH_USUAL)
    g_hash_table_remove (self->wishes, passage);
  else
    g_hash_table_insert (self->wishes, g_strdup (passage), GINT_TO_POINTER (wish));
}

void
rutter_route_keeper_set_wish (RutterRouteKeeper *self,
                              const char        *passage,
                              RutterWish         wish)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));
  g_return_if_fail (passage != NULL);

  put_wish (self, passage, wish);
  ask_anew (self);
}

/* Takes the wishes that made one of the ways to compare. */
void
rutter_route_keeper_take_way (RutterRouteKeeper *self,
                              guint              way)
{
  const RutterSeaRoute *route;

  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));

  if (self->answer == NULL || self->answer->ways == NULL || way >= self->answer->ways->len)
    return;

  route = g_ptr_array_index (self->answer->ways, way);
  g_hash_table_remove_all (self->wishes);
  for (guint i = 0; route->avoided[i] != NULL; i++)
    put_wish (self, route->avoided[i], RUTTER_WISH_CLOSED);
  for (guint i = 0; route->opened[i] != NULL; i++)
    put_wish (self, route->opened[i], RUTTER_WISH_OPEN);
  ask_anew (self);
}

void
rutter_route_keeper_set_speed (RutterRouteKeeper *self,
                               double             speed_kn)
{
  g_return_if_fail (RUTTER_IS_ROUTE_KEEPER (self));
  g_return_if_fail (speed_kn > 0);

  if (speed_kn == self->speed_kn)
    return;

  self->speed_kn = speed_kn;
  ask_anew (self);
}

guint
rutter_route_keeper_get_n_stops (RutterRouteKeeper *self)
{
  return self->stops.points->len;
}

RutterLonLat
rutter_route_keeper_get_stop (RutterRouteKeeper *self,
                              guint              index)
{
  g_return_val_if_fail (index < self->stops.points->len, ((RutterLonLat) { 0, 0 }));

  return g_array_index (self->stops.points, RutterLonLat, index);
}

gboolean
rutter_route_keeper_has_start (RutterRouteKeeper *self)
{
  return self->stops.has_start;
}

gboolean
rutter_route_keeper_has_end (RutterRouteKeeper *self)
{
  return self->stops.has_end;
}

RutterWish
rutter_route_keeper_get_wish (RutterRouteKeeper *self,
                              const char        *passage)
{
  return (RutterWish)GPOINTER_TO_INT (g_hash_table_lookup (self->wishes, passage));
}

double
rutter_route_keeper_get_speed (RutterRouteKeeper *self)
{
  return self->speed_kn;
}

const RutterRouteAnswer *
rutter_route_keeper_get_answer (RutterRouteKeeper *self)
{
  return self->answer;
}

const GError *
rutter_route_keeper_get_error (RutterRouteKeeper *self)
{
  return self->error;
}

gboolean
rutter_route_keeper_is_settled (RutterRouteKeeper *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_KEEPER (self), TRUE);

  return self->asking == NULL &&
         (self->planner != NULL || !rutter_route_stops_is_complete (&self->stops));
}
