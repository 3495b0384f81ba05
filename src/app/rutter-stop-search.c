/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-stop-search.h"

struct _RutterStopSearch
{
  GObject            parent_instance;

  RutterSession     *session;
  RutterSearcher    *searcher;
  RutterRouteKeeper *route;
  RutterRoutePane   *pane;      /* weak */
  char              *words;     /* asked and not yet answered, or NULL */
  char              *asked;     /* under way, or NULL */
};

G_DEFINE_FINAL_TYPE (RutterStopSearch, rutter_stop_search, G_TYPE_OBJECT)

static void ask (RutterStopSearch *self);

static gboolean
find_position (RutterRecords *records,
               const char    *uid,
               RutterLonLat  *position)
{
  const RutterObject *object = rutter_records_find (records, uid);
  const RutterPlace *place =
    object != NULL && object->kind == RUTTER_KIND_PLACE ? object->row : NULL;
  double zoom;

  if (place == NULL || !place->has_position)
    return rutter_search_rows_read_ground (uid, position, &zoom);

  *position = place->position;
  return TRUE;
}

GPtrArray *
rutter_stop_search_pick (GPtrArray     *items,
                         RutterRecords *records)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      RutterSearchItem *item = g_ptr_array_index (items, i);
      const RutterSearchEntry *entry = rutter_search_item_get_entry (item);
      RutterLonLat position;

      if (!entry->has_status && find_position (records, entry->uid, &position))
        g_ptr_array_add (picked, g_object_ref (item));
    }

  return picked;
}

static void
on_found_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(RutterStopSearch) self = user_data;
  g_autofree char *asked = g_steal_pointer (&self->asked);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterFindings) findings =
    rutter_searcher_find_finish (RUTTER_SEARCHER (object), result, &error);
  RutterRecords *records = rutter_session_get_records (self->session);

  if (self->pane == NULL)
    return;

  if (findings != NULL && records != NULL)
    {
      g_autoptr(GPtrArray) items = NULL;
      g_autoptr(GPtrArray) picked = NULL;
      RutterFilter filter;

      /* Whether its layer is on is nothing to a route. */
      rutter_filter_init (&filter);
      filter.layers = (1u << RUTTER_N_LAYER) - 1;
      items = rutter_search_rows_new (findings, &filter);
      rutter_filter_clear (&filter);
      picked = rutter_stop_search_pick (items, records);
      rutter_search_field_show_results (rutter_route_pane_get_search (self->pane), asked, picked,
                                        picked->len);
    }
  else if (error != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->pane), "win.say", "s", error->message);
    }

  if (self->words != NULL)
    ask (self);
}

/* One question at a time; of those that come meanwhile only the last is asked. */
static void
ask (RutterStopSearch *self)
{
  if (self->asked != NULL)
    return;

  self->asked = g_steal_pointer (&self->words);
  rutter_searcher_find_async (self->searcher, self->asked, on_found_cb, g_object_ref (self));
}

static void
on_asked_cb (RutterStopSearch *self,
             const char       *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  ask (self);
}

static void
on_chosen_cb (RutterStopSearch *self,
              const char       *uid)
{
  RutterRecords *records = rutter_session_get_records (self->session);
  guint replaced = rutter_route_pane_get_replaced (self->pane);
  const char *action = !rutter_route_keeper_has_start (self->route) ? "win.route-from"
                       : !rutter_route_keeper_has_end (self->route) ? "win.route-to"
                                                                   : "win.route-via";
  RutterLonLat position;

  if (records == NULL || !find_position (records, uid, &position))
    return;

  rutter_search_field_clear (rutter_route_pane_get_search (self->pane));
  rutter_route_pane_replace (self->pane, RUTTER_ROUTE_PANE_NONE);
  if (replaced < rutter_route_keeper_get_n_stops (self->route))
    {
      rutter_route_keeper_drag_stop (self->route, replaced, position);
      rutter_route_keeper_let_go (self->route);
    }
  else
    {
      gtk_widget_activate_action (GTK_WIDGET (self->pane), action, "(dd)", position.lon,
                                  position.lat);
    }
}

/* Escape. */
static void
on_left_cb (RutterStopSearch *self)
{
  g_clear_pointer (&self->words, g_free);
  rutter_route_pane_replace (self->pane, RUTTER_ROUTE_PANE_NONE);
}

static void
rutter_stop_search_dispose (GObject *object)
{
  RutterStopSearch *self = RUTTER_STOP_SEARCH (object);

  g_clear_weak_pointer (&self->pane);
  g_clear_object (&self->route);
  g_clear_object (&self->searcher);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rutter_stop_search_parent_class)->dispose (object);
}

static void
rutter_stop_search_finalize (GObject *object)
{
  g_free (RUTTER_STOP_SEARCH (object)->words);
  g_free (RUTTER_STOP_SEARCH (object)->asked);

  G_OBJECT_CLASS (rutter_stop_search_parent_class)->finalize (object);
}

static void
rutter_stop_search_class_init (RutterStopSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_stop_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_stop_search_finalize;
}

static void
rutter_stop_search_init (RutterStopSearch *self)
{
}

RutterStopSearch *
rutter_stop_search_new (RutterSession     *session,
                        RutterSearcher    *searcher,
                        RutterRouteKeeper *route,
                        RutterRoutePane   *pane)
{
  RutterStopSearch *self = g_object_new (RUTTER_TYPE_STOP_SEARCH, NULL);
  RutterSearchField *field = rutter_route_pane_get_search (pane);

  g_set_object (&self->session, session);
  g_set_object (&self->searcher, searcher);
  g_set_object (&self->route, route);
  g_set_weak_pointer (&self->pane, pane);
  g_signal_connect_object (field, "asked", G_CALLBACK (on_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "left", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* Whether every question was answered. */
gboolean
rutter_stop_search_is_settled (RutterStopSearch *self)
{
  g_return_val_if_fail (RUTTER_IS_STOP_SEARCH (self), TRUE);

  return self->asked == NULL;
}
