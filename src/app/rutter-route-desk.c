/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-desk-private.h"

#include "rutter-route-link.h"
#include "rutter-route-summary-maker.h"
#include "rutter-sea-loader.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (RutterRouteDesk, rutter_route_desk, G_TYPE_OBJECT)

static void
enable (RutterRouteDesk *self,
        const char      *name,
        gboolean         enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static RutterRecords *
get_records (RutterRouteDesk *self)
{
  return rutter_session_get_records (rutter_window_get_session (self->window));
}

static void
on_changed_cb (RutterRouteDesk *self)
{
  g_autoptr(RutterRouteSummary) report = NULL;

  if (self->window == NULL || self->map == NULL || self->pane == NULL)
    return;

  report = rutter_route_make_summary (self->keeper, self->gazetteer, get_records (self));
  report->why_not_kept = rutter_route_store_why_not (self->store);
  rutter_route_pane_set_report (self->pane, report);
  enable (self, "route-keep", report->length != NULL && report->why_not_kept == NULL);
  enable (self, "route-copy", report->length != NULL);
}

/* What came of it is told once, not with each step of a drag. */
static void
on_settled_cb (RutterRouteDesk *self)
{
  g_autoptr(RutterRouteSummary) report = NULL;
  g_autofree char *sentence = NULL;

  if (self->window == NULL)
    return;

  report = rutter_route_make_summary (self->keeper, self->gazetteer, get_records (self));
  sentence = rutter_route_make_sentence (report);
  if (sentence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.announce", "s", sentence);
}

static void
on_loaded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  RutterRouteDesk *self = RUTTER_ROUTE_DESK (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterSeaTools) tools = rutter_sea_load_finish (self, result, &error);

  g_clear_object (&self->loading);
  if (self->progress != NULL)
    {
      rutter_progress_card_end (self->progress);
      gtk_widget_set_margin_end (GTK_WIDGET (self->progress), 0);
    }
  if (self->window == NULL)
    return;

  if (tools == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        rutter_window_say (self->window, error->message);
      return;
    }

  self->gazetteer = g_steal_pointer (&tools->gazetteer);
  rutter_route_keeper_set_planner (self->keeper, tools->planner);
}

static double
get_fraction (gpointer user_data)
{
  RutterRouteDesk *self = user_data;

  return self->loaded != NULL ? rutter_progress_get_fraction (self->loaded) : -1;
}

/* The chart, unless it is there or under way. */
void
rutter_route_desk_load (RutterRouteDesk *self)
{
  GtkRequisition pane;

  if (self->loading != NULL || rutter_route_keeper_get_planner (self->keeper) != NULL)
    return;

  self->loading = g_cancellable_new ();
  g_clear_pointer (&self->loaded, rutter_progress_unref);
  self->loaded = rutter_progress_new ();
  rutter_sea_load_async (self, self->loaded, self->loading, on_loaded_cb, NULL);
  if (self->progress == NULL)
    return;

  gtk_widget_get_preferred_size (GTK_WIDGET (self->pane), NULL, &pane);
  gtk_widget_set_margin_end (GTK_WIDGET (self->progress), pane.width);
  rutter_progress_card_begin (self->progress, _("Charting the seas for the first route…"), TRUE,
                              get_fraction, self);
}

static void
on_cancelled_cb (RutterRouteDesk *self)
{
  g_cancellable_cancel (self->loading);
}

static void
rutter_route_desk_dispose (GObject *object)
{
  RutterRouteDesk *self = RUTTER_ROUTE_DESK (object);

  g_cancellable_cancel (self->loading);
  self->window = NULL;
  if (self->store != NULL)
    g_object_run_dispose (G_OBJECT (self->store));
  g_clear_object (&self->store);
  g_clear_object (&self->keeper);
  g_clear_weak_pointer (&self->map);
  g_clear_weak_pointer (&self->pane);
  g_clear_weak_pointer (&self->progress);

  G_OBJECT_CLASS (rutter_route_desk_parent_class)->dispose (object);
}

static void
rutter_route_desk_finalize (GObject *object)
{
  RutterRouteDesk *self = RUTTER_ROUTE_DESK (object);

  g_clear_object (&self->loading);
  g_clear_pointer (&self->loaded, rutter_progress_unref);
  g_clear_pointer (&self->gazetteer, rutter_gazetteer_unref);

  G_OBJECT_CLASS (rutter_route_desk_parent_class)->finalize (object);
}

static void
rutter_route_desk_class_init (RutterRouteDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_route_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_route_desk_finalize;
}

static void
rutter_route_desk_init (RutterRouteDesk *self)
{
  self->keeper = rutter_route_keeper_new ();
}

RutterRouteDesk *
rutter_route_desk_new (RutterWindow       *window,
                       RutterMapView      *map,
                       RutterRoutePane    *pane,
                       RutterProgressCard *progress)
{
  RutterRouteDesk *self = g_object_new (RUTTER_TYPE_ROUTE_DESK, NULL);

  self->window = window;
  g_set_weak_pointer (&self->map, map);
  g_set_weak_pointer (&self->pane, pane);
  g_set_weak_pointer (&self->progress, progress);
  self->store = rutter_route_store_new (window);
  rutter_route_desk_add_actions (self);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "settled", G_CALLBACK (on_settled_cb), self,
                           G_CONNECT_SWAPPED);
  rutter_route_link (self->keeper, RUTTER_MAP_ROUTE (rutter_map_view_get_route (map)));
  g_signal_connect_object (progress, "cancelled", G_CALLBACK (on_cancelled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rutter_window_get_session (window), "opened",
                           G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  on_changed_cb (self);

  return self;
}

RutterRouteKeeper *
rutter_route_desk_get_keeper (RutterRouteDesk *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_DESK (self), NULL);

  return self->keeper;
}

gboolean
rutter_route_desk_is_settled (RutterRouteDesk *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_DESK (self), TRUE);

  return self->loading == NULL && rutter_route_keeper_is_settled (self->keeper) &&
         rutter_route_store_is_settled (self->store);
}
