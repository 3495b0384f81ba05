/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-planner.h"

#include "rutter-sea-cache.h"
#include "rutter-sea-chart.h"
#include "rutter-sea-inland.h"
#include "rutter-sea-legs.h"
#include "rutter-sea-order.h"
#include "rutter-sea-seal.h"
#include "rutter-sea-voyage.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Farther than any land lies from the sea. */
#define MAX_INLAND_KM 4000.0

struct _RutterSeaPlanner
{
  gatomicrefcount  ref_count;
  RutterSeaChart   chart;
  RutterPassages  *passages;
  RutterSeaLegs   *legs;
};

/* Says how far a stop lies from the water: too far. */
static void
explain_inland (RutterSeaPlanner  *self,
                RutterLonLat       stop,
                guint              number,
                GError           **error)
{
  RutterSeaBerth berth;

  if (rutter_sea_berth_init (&berth, &self->chart, stop, MAX_INLAND_KM))
    g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_INLAND,
                 _("Stop %u lies %.0f nautical miles (%.0f km) from the nearest water that ships "
                   "reach, more than %.0f km; choose a place on the coast."), number,
                 berth.km * 1000 / RUTTER_NM_M, berth.km, RUTTER_SEA_MAX_SNAP_KM);
  else
    g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_INLAND,
                 _("Stop %u lies more than %.0f km from any water that ships reach; choose a "
                   "place on the coast."), number, RUTTER_SEA_MAX_SNAP_KM);
}

static gboolean
find_berths (RutterSeaPlanner        *self,
             const RutterSeaRequest  *request,
             RutterSeaBerth          *berths,
             GError                 **error)
{
  for (guint i = 0; i < request->n_stops; i++)
    if (!rutter_sea_berth_init (&berths[i], &self->chart, request->stops[i],
                                RUTTER_SEA_MAX_SNAP_KM))
      {
        explain_inland (self, request->stops[i], i + 1, error);
        return FALSE;
      }

  return TRUE;
}

static void
on_build_progress_cb (double   fraction,
                      gpointer user_data)
{
  gpointer *closure = user_data;
  RutterSeaProgress progress = (RutterSeaProgress)closure[0];

  if (progress != NULL)
    progress (fraction, closure[1]);
}

/* Takes the chart from the cache, else makes and keeps it. */
static gboolean
get_chart (RutterSeaPlanner   *self,
           RutterBasemap      *basemap,
           const char         *cache_dir,
           RutterSeaProgress   progress,
           gpointer            user_data,
           GCancellable       *cancellable,
           GError            **error)
{
  gpointer closure[] = { (gpointer)progress, user_data };
  g_autoptr(GBytes) bytes = cache_dir != NULL ? rutter_sea_cache_load (cache_dir) : NULL;
  g_autoptr(GBytes) kept = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (bytes != NULL && rutter_sea_chart_init (&self->chart, bytes, basemap, self->passages))
    return TRUE;

  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = rutter_sea_chart_build (basemap, self->passages, on_build_progress_cb, closure,
                                  cancellable, error);
  if (bytes == NULL)
    return FALSE;

  /* The file's pages can be given back when memory is short; the bytes just made cannot. */
  if (cache_dir != NULL && rutter_sea_cache_store (cache_dir, bytes))
    kept = rutter_sea_cache_load (cache_dir);
  if (kept == NULL || !rutter_sea_chart_init (&self->chart, kept, basemap, self->passages))
    return rutter_sea_chart_init (&self->chart, bytes, basemap, self->passages);

  return TRUE;
}

/**
 * rutter_sea_planner_new:
 * @cache_dir: (nullable): where the chart is kept between starts; it need neither exist nor be
 *   writable
 * @progress: (nullable) (scope call): told while the chart is made, not when the cache has it
 *
 * Makes or loads the chart of the seas. Takes a second or two without the cache: call it in a
 * worker.
 *
 * Returns: (transfer full): NULL when cancelled, or with %RUTTER_SEA_ERROR_REQUEST when there are
 *   too many passages
 */
RutterSeaPlanner *
rutter_sea_planner_new (RutterBasemap      *basemap,
                        RutterPassages     *passages,
                        const char         *cache_dir,
                        RutterSeaProgress   progress,
                        gpointer            user_data,
                        GCancellable       *cancellable,
                        GError            **error)
{
  RutterSeaPlanner *self;

  g_return_val_if_fail (basemap != NULL && passages != NULL, NULL);

  if (rutter_passages_get_n (passages) > RUTTER_PASSAGE_SET_SIZE)
    {
      g_set_error (error, RUTTER_SEA_ERROR, RUTTER_SEA_ERROR_REQUEST,
                   _("The table of passages has more than %u lines; shorten it."),
                   RUTTER_PASSAGE_SET_SIZE);
      return NULL;
    }

  self = g_new0 (RutterSeaPlanner, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->passages = rutter_passages_ref (passages);
  self->legs = rutter_sea_legs_new (&self->chart, rutter_passage_set_unite (
    rutter_sea_chart_get_shut (passages), rutter_sea_inland_list (passages)));

  if (!get_chart (self, basemap, cache_dir, progress, user_data, cancellable, error))
    g_clear_pointer (&self, rutter_sea_planner_unref);

  return self;
}

RutterSeaPlanner *
rutter_sea_planner_ref (RutterSeaPlanner *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_sea_planner_unref (RutterSeaPlanner *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->legs, rutter_sea_legs_free);
  g_clear_pointer (&self->passages, rutter_passages_unref);
  rutter_sea_chart_clear (&self->chart);
  g_free (self);
}

RutterPassages *
rutter_sea_planner_get_passages (RutterSeaPlanner *self)
{
  return self->passages;
}

/* Whether there is open water at a position: the narrow water of rivers and canals is none. */
gboolean
rutter_sea_planner_is_water (RutterSeaPlanner *self,
                             RutterLonLat      position)
{
  RutterWaterPoint point = rutter_water_from_lon_lat (position);

  return rutter_water_mask_get_span (&self->chart.mask, (int)floor (point.x),
                                     (int)floor (point.y)) > 0;
}

/**
 * rutter_sea_planner_find:
 *
 * Finds the shortest way over the water by all stops in order. Both directions take the same line,
 * and equal requests give the same one. May be called from every thread at once.
 *
 * Inland waterways that join seas (the passages that name a network, as the Volga's) are no way to
 * get past: a request may use a network only when one of its stops meets the water on it, when one
 * lies on a water that the ocean reaches by such a network alone (the Caspian), or when the request
 * opens one of its passages. So St Petersburg to Vladivostok goes around Europe, Amirabad to St
 * Petersburg by the Volga. This depends on the stops and what is opened, never on lengths: closing
 * a passage more never shortens a way.
 *
 * Returns: (transfer full): NULL with %RUTTER_SEA_ERROR, or with %G_IO_ERROR_CANCELLED
 */
RutterSeaRoute *
rutter_sea_planner_find (RutterSeaPlanner        *self,
                         const RutterSeaRequest  *request,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  g_autofree RutterSeaBerth *berths = NULL;
  RutterSeaRoute *route = NULL;
  RutterSeaVoyage voyage;
  RutterSeaOrder order;
  RutterPassageSet inland, closed;
  guint i;

  g_return_val_if_fail (self != NULL && request != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !rutter_sea_order_init (&order, request, self->passages, error))
    return NULL;

  berths = g_new (RutterSeaBerth, request->n_stops);
  if (!find_berths (self, request, berths, error))
    {
      rutter_sea_order_clear (&order);
      return NULL;
    }

  inland = rutter_sea_inland_close (&self->chart, self->passages, &order.open, berths,
                                    request->n_stops);
  closed = rutter_passage_set_unite (order.closed, inland);
  rutter_sea_voyage_init (&voyage, &berths[0]);
  for (i = 1; i < request->n_stops; i++)
    {
      gboolean is_reversed;
      g_autoptr(RutterSeaLeg) leg = rutter_sea_legs_find (self->legs, closed, &berths[i - 1],
                                                          &berths[i], &is_reversed, cancellable);

      if (leg == NULL)
        {
          rutter_sea_seal_explain (self->legs, self->passages, order.closed, inland,
                                   &berths[i - 1], &berths[i], cancellable, error);
          break;
        }
      rutter_sea_voyage_add_leg (&voyage, leg, is_reversed, &berths[i]);
    }

  if (i == request->n_stops)
    {
      route = rutter_sea_voyage_finish (&voyage, &self->chart.barriers, self->passages,
                                        request->speed_kn);
      route->avoided = g_steal_pointer (&order.avoided);
      route->opened = g_steal_pointer (&order.opened);
    }
  rutter_sea_voyage_clear (&voyage);
  rutter_sea_order_clear (&order);

  return route;
}

/* The ids of a list, and one more. */
static const char **
add_id (const char *const *ids,
        const char        *more)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (list, (gpointer)ids[i]);
  g_ptr_array_add (list, (gpointer)more);
  g_ptr_array_add (list, NULL);

  return (const char **)g_ptr_array_free (list, FALSE);
}

static gboolean
uses (const RutterSeaRoute *route,
      const char           *id)
{
  for (guint i = 0; i < route->n_crossings; i++)
    if (strcmp (route->crossings[i].passage->id, id) == 0)
      return TRUE;

  return FALSE;
}

/**
 * rutter_sea_planner_alternatives:
 *
 * Finds what one may want to compare: the shortest way, the one without Suez when that one uses it,
 * the one without the Volga-Baltic waterway when a stop lies on the Volga's network and the
 * shortest way takes it, and the one by the north when opening the Northern Sea Route makes another
 * way. The waterway is never proposed to who only passes by.
 *
 * Returns: (transfer full) (element-type RutterSeaRoute): one to four routes, the one that was
 *   asked for first; NULL as of rutter_sea_planner_find()
 */
GPtrArray *
rutter_sea_planner_alternatives (RutterSeaPlanner        *self,
                                 const RutterSeaRequest  *request,
                                 GCancellable            *cancellable,
                                 GError                 **error)
{
  static const struct { const char *id; gboolean is_opened; } VARIANTS[] = {
    { "suez", FALSE }, { "volga-baltic", FALSE }, { "northern-sea-route", TRUE },
  };
  g_autoptr(GPtrArray) routes =
    g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_sea_route_unref);
  RutterSeaRoute *shortest = rutter_sea_planner_find (self, request, cancellable, error);

  if (shortest == NULL)
    return NULL;

  g_ptr_array_add (routes, shortest);
  for (guint i = 0; i < G_N_ELEMENTS (VARIANTS); i++)
    {
      const char *id = VARIANTS[i].id;
      gboolean is_opened = VARIANTS[i].is_opened;
      g_autofree const char **ids = add_id (is_opened ? request->open : request->avoid, id);
      RutterSeaRequest variant = *request;
      g_autoptr(RutterSeaRoute) route = NULL;

      if (rutter_passages_find (self->passages, id) == NULL || uses (shortest, id) == is_opened)
        continue;

      if (is_opened)
        variant.open = ids;
      else
        variant.avoid = ids;
      route = rutter_sea_planner_find (self, &variant, cancellable, NULL);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (route != NULL && uses (route, id) == is_opened)
        g_ptr_array_add (routes, g_steal_pointer (&route));
    }

  return g_steal_pointer (&routes);
}
