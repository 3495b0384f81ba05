/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-matcher.h"

#define LOOK_US G_USEC_PER_SEC

struct _RutterMatcher
{
  GObject        parent_instance;

  RutterTraffic *traffic;
  RutterSession *session;
  RutterRecords *records;    /* what the fleet is of; to tell another one by */
  RutterFleet   *fleet;
  GArray        *hits;
  GCancellable  *cancellable;
  gint64         looked_us;
  guint          delay_id;
  gboolean       is_looking;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterMatcher, rutter_matcher, G_TYPE_OBJECT)

static void
add_vessel (RutterFleet        *fleet,
            const RutterObject *object)
{
  const RutterVessel *row = object->row;
  guint vessel = rutter_fleet_add (fleet, object->uid, object->title);

  rutter_fleet_add_name (fleet, vessel, object->title);
  for (guint i = 0; i < row->names->len; i++)
    rutter_fleet_add_name (fleet, vessel,
                           ((const RutterVesselName *)g_ptr_array_index (row->names, i))->name);
  for (guint i = 0; i < object->identifiers->len; i++)
    {
      const RutterIdentifier *identifier = g_ptr_array_index (object->identifiers, i);

      if (identifier->check == RUTTER_CHECK_VALID)
        rutter_fleet_add_number (fleet, vessel, identifier->scheme, identifier->value);
    }
}

RutterFleet *
rutter_matcher_make_fleet (RutterRecords *records)
{
  GPtrArray *objects = rutter_records_get_objects (records, RUTTER_KIND_VESSEL);
  RutterFleet *fleet = rutter_fleet_new ();

  for (guint i = 0; i < objects->len; i++)
    add_vessel (fleet, g_ptr_array_index (objects, i));

  return fleet;
}

static gboolean
is_same (GArray *hits,
         GArray *other)
{
  return hits->len == other->len &&
         (hits->len == 0 || memcmp (hits->data, other->data,
                                    hits->len * sizeof (RutterFleetHit)) == 0);
}

/* On the traffic's thread. */
static gpointer
match_all (RutterTargetTable *table,
           gpointer           data)
{
  return rutter_fleet_match_all (data, table);
}

static void
on_matched_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(RutterMatcher) self = user_data;
  GArray *hits = rutter_traffic_run_finish (RUTTER_TRAFFIC (object), result, NULL);

  self->is_looking = FALSE;
  if (hits == NULL)
    return;

  if (is_same (hits, self->hits))
    {
      g_array_unref (hits);
      return;
    }

  g_array_unref (self->hits);
  self->hits = hits;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look (RutterMatcher *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (self->fleet == NULL || self->is_looking)
    return;

  self->is_looking = TRUE;
  self->looked_us = g_get_monotonic_time ();
  rutter_traffic_run_async (self->traffic, match_all, rutter_fleet_ref (self->fleet),
                            (GDestroyNotify)rutter_fleet_unref, (GDestroyNotify)g_array_unref,
                            self->cancellable, on_matched_cb, g_object_ref (self));
}

static gboolean
on_delay_cb (gpointer user_data)
{
  RutterMatcher *self = user_data;

  self->delay_id = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

static void
on_published_cb (RutterMatcher *self)
{
  gint64 wait_us = self->looked_us + LOOK_US - g_get_monotonic_time ();

  if (wait_us <= 0 && !self->is_looking)
    look (self);
  else if (self->delay_id == 0)
    self->delay_id = g_timeout_add ((guint)(MAX (wait_us, 0) / 1000) + 1, on_delay_cb, self);
}

/* Worker thread. */
static void
make_fleet (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  g_task_return_pointer (task, rutter_matcher_make_fleet (task_data),
                         (GDestroyNotify)rutter_fleet_unref);
}

static void
on_fleet_made_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  RutterMatcher *self = RUTTER_MATCHER (object);
  RutterFleet *fleet = g_task_propagate_pointer (G_TASK (result), NULL);

  if (fleet == NULL || g_task_get_task_data (G_TASK (result)) != self->records)
    {
      rutter_fleet_unref (fleet);
      return;
    }

  rutter_fleet_unref (self->fleet);
  self->fleet = fleet;
  g_array_set_size (self->hits, 0);
  g_signal_emit (self, signals[CHANGED], 0);
  look (self);
}

/* What is written to a catalogue comes as other records. */
static void
on_records_changed_cb (RutterMatcher *self)
{
  RutterRecords *records = rutter_session_get_records (self->session);
  g_autoptr(GTask) task = NULL;

  if (records == NULL || records == self->records)
    return;

  g_clear_pointer (&self->records, rutter_records_unref);
  self->records = rutter_records_ref (records);
  task = g_task_new (self, self->cancellable, on_fleet_made_cb, NULL);
  g_task_set_source_tag (task, on_records_changed_cb);
  g_task_set_task_data (task, rutter_records_ref (records), (GDestroyNotify)rutter_records_unref);
  g_task_run_in_thread (task, make_fleet);
}

static void
rutter_matcher_dispose (GObject *object)
{
  RutterMatcher *self = RUTTER_MATCHER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_pointer (&self->records, rutter_records_unref);
  g_clear_object (&self->traffic);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rutter_matcher_parent_class)->dispose (object);
}

static void
rutter_matcher_finalize (GObject *object)
{
  RutterMatcher *self = RUTTER_MATCHER (object);

  rutter_fleet_unref (self->fleet);
  g_array_unref (self->hits);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (rutter_matcher_parent_class)->finalize (object);
}

static void
rutter_matcher_class_init (RutterMatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_matcher_dispose;
  object_class->finalize = rutter_matcher_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rutter_matcher_init (RutterMatcher *self)
{
  self->cancellable = g_cancellable_new ();
  self->hits = g_array_new (FALSE, FALSE, sizeof (RutterFleetHit));
}

RutterMatcher *
rutter_matcher_new (RutterTraffic *traffic,
                    RutterSession *session)
{
  RutterMatcher *self = g_object_new (RUTTER_TYPE_MATCHER, NULL);

  self->traffic = g_object_ref (traffic);
  self->session = g_object_ref (session);
  g_signal_connect_object (traffic, "published", G_CALLBACK (on_published_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < 3; i++)
    g_signal_connect_object (session,
                             (const char *[]) { "opened", "records-changed",
                                                "picture-changed" }[i],
                             G_CALLBACK (on_records_changed_cb), self, G_CONNECT_SWAPPED);
  on_records_changed_cb (self);

  return self;
}

RutterFleet *
rutter_matcher_get_fleet (RutterMatcher *self)
{
  g_return_val_if_fail (RUTTER_IS_MATCHER (self), NULL);

  return self->fleet;
}

GArray *
rutter_matcher_get_hits (RutterMatcher *self)
{
  g_return_val_if_fail (RUTTER_IS_MATCHER (self), NULL);

  return self->hits;
}

/* @uid: (nullable): a vessel's; NULL: all */
GArray *
rutter_matcher_list_mmsis (RutterMatcher *self,
                           const char    *uid)
{
  GArray *mmsis = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (RUTTER_IS_MATCHER (self), mmsis);

  for (guint i = 0; i < self->hits->len; i++)
    {
      const RutterFleetHit *hit = &g_array_index (self->hits, RutterFleetHit, i);

      if (uid == NULL || g_str_equal (uid, rutter_fleet_get_uid (self->fleet, hit->vessel)))
        g_array_append_val (mmsis, hit->mmsi);
    }

  return mmsis;
}

const char *
rutter_matcher_resolve (RutterMatcher *self,
                        const char    *uid)
{
  guint32 mmsi = rutter_live_uid_parse (uid);

  g_return_val_if_fail (RUTTER_IS_MATCHER (self), uid);

  for (guint i = 0; mmsi != 0 && i < self->hits->len; i++)
    {
      const RutterFleetHit *hit = &g_array_index (self->hits, RutterFleetHit, i);

      if (hit->mmsi == mmsi)
        return rutter_fleet_get_uid (self->fleet, hit->vessel);
    }

  return uid;
}
