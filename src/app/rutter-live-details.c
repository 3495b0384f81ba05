/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-live-details.h"

#include "rutter-feed.h"
#include "rutter-target-details.h"

#include <glib/gi18n-lib.h>

struct _RutterLiveDetails
{
  GObject            parent_instance;

  RutterTraffic     *traffic;
  RutterMatcher     *matcher;
  RutterSession     *session;
  RutterSelection   *selection;
  RutterDetailsPane *pane;
  GtkRevealer       *revealer;
  GListModel        *feeds;       /* NULL: none are known */
  GCancellable      *cancellable; /* of what is being asked; NULL: nothing is */
  char              *uid;         /* for which it is being asked */
  guint              tick_id;
};

G_DEFINE_FINAL_TYPE (RutterLiveDetails, rutter_live_details, G_TYPE_OBJECT)

/* Returns: (transfer full): never NULL; a feed that was removed has its number left */
char *
rutter_live_details_name_feed (GListModel *feeds,
                               guint8      number)
{
  guint n = feeds != NULL ? g_list_model_get_n_items (feeds) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(RutterFeed) feed = g_list_model_get_item (feeds, i);

      if (rutter_feed_get_number (feed) == number)
        return g_strdup (rutter_feed_get_title (feed));
    }

  return g_strdup_printf (_("Feed %u"), number);
}

/* Returns: (transfer full): codes of the flags that the catalogue has for a vessel */
static GStrv
list_flags (RutterLiveDetails *self,
            const char        *uid,
            guint32           *mmsi)
{
  RutterRecords *records = rutter_session_get_records (self->session);
  const RutterObject *object = records != NULL ? rutter_records_find (records, uid) : NULL;
  g_autoptr(GStrvBuilder) flags = g_strv_builder_new ();
  const RutterVessel *vessel;

  if (object == NULL || object->kind != RUTTER_KIND_VESSEL)
    return g_strv_builder_end (flags);

  vessel = object->row;
  for (guint i = 0; i < vessel->flags->len; i++)
    g_strv_builder_add (flags,
                        ((const RutterVesselFlag *)g_ptr_array_index (vessel->flags, i))->flag);
  for (guint i = 0; i < object->identifiers->len; i++)
    {
      const RutterIdentifier *identifier = g_ptr_array_index (object->identifiers, i);

      if (identifier->check == RUTTER_CHECK_VALID && g_str_equal (identifier->scheme, "mmsi"))
        *mmsi = (guint32)g_ascii_strtoull (identifier->value, NULL, 10);
    }

  return g_strv_builder_end (flags);
}

static void
show (RutterLiveDetails  *self,
      const RutterTarget *target)
{
  RutterFleet *fleet = rutter_matcher_get_fleet (self->matcher);
  g_autofree char *feed = rutter_live_details_name_feed (self->feeds, target->feed);
  g_autoptr(GArray) possible = NULL;
  g_auto(GStrv) flags = NULL;
  g_autoptr(RutterDetails) details = NULL;
  RutterMatch match;
  RutterTargetSurroundings around = { .now_us = g_get_real_time (), .feed = feed };

  if (fleet != NULL && rutter_fleet_match (fleet, target, &match))
    {
      flags = list_flags (self, match.uid, &around.known_mmsi);
      around.flags = (const char *const *)flags;
      around.match = &match;
    }
  else if (fleet != NULL)
    {
      possible = rutter_fleet_list_possible (fleet, target);
      around.possible = possible;
    }

  details = rutter_target_details_new (target, &around);
  rutter_details_pane_set_live (self->pane, details);
  if (rutter_live_uid_parse (self->uid) != 0)
    rutter_details_pane_set_head (self->pane, details->title, details->kind);
  rutter_selection_set_live_position (self->selection, target->position_us != 0
                                                       ? &target->position : NULL);
}

/* Of more than one that match the vessel, the one that was heard last. */
static const RutterTarget *
choose (GArray *targets)
{
  const RutterTarget *chosen = NULL;

  for (guint i = 0; i < targets->len; i++)
    {
      const RutterTarget *target = &g_array_index (targets, RutterTarget, i);

      if (chosen == NULL || target->heard_us > chosen->heard_us)
        chosen = target;
    }

  return chosen;
}

static void
on_found_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(RutterLiveDetails) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) targets = rutter_traffic_find_finish (RUTTER_TRAFFIC (object), result, &error);
  const RutterTarget *target;

  if (targets == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (g_strcmp0 (self->uid, rutter_selection_get_uid (self->selection)) != 0)
    return;

  target = choose (targets);
  if (target != NULL)
    show (self, target);
  else
    rutter_details_pane_set_live (self->pane, NULL);
}

static void
cancel (RutterLiveDetails *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (RutterLiveDetails *self)
{
  const char *uid = rutter_selection_get_uid (self->selection);
  guint32 mmsi = rutter_live_uid_parse (uid);
  g_autoptr(GArray) mmsis = NULL;

  if (uid == NULL || self->cancellable != NULL ||
      !gtk_revealer_get_reveal_child (self->revealer))
    return;

  mmsis = mmsi != 0 ? g_array_new (FALSE, FALSE, sizeof (guint32))
                    : rutter_matcher_list_mmsis (self->matcher, uid);
  if (mmsi != 0)
    g_array_append_val (mmsis, mmsi);
  if (mmsis->len == 0)
    {
      rutter_details_pane_set_live (self->pane, NULL);
      return;
    }

  g_free (self->uid);
  self->uid = g_strdup (uid);
  self->cancellable = g_cancellable_new ();
  rutter_traffic_find_async (self->traffic, &g_array_index (mmsis, guint32, 0), mmsis->len,
                             self->cancellable, on_found_cb, g_object_ref (self));
}

/* Ages go on when nothing more is heard. */
static gboolean
on_tick_cb (gpointer user_data)
{
  ask (user_data);

  return G_SOURCE_CONTINUE;
}

/* There is no use in it while nothing is selected or nobody sees it. */
static void
on_shown_cb (RutterLiveDetails *self)
{
  gboolean is_shown = rutter_selection_get_uid (self->selection) != NULL &&
                      gtk_revealer_get_reveal_child (self->revealer);

  if (is_shown && self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (1, on_tick_cb, self);
  else if (!is_shown)
    g_clear_handle_id (&self->tick_id, g_source_remove);
}

static void
on_selected_cb (RutterLiveDetails *self)
{
  if (g_strcmp0 (self->uid, rutter_selection_get_uid (self->selection)) != 0)
    cancel (self);
  on_shown_cb (self);
  ask (self);
}

static void
rutter_live_details_dispose (GObject *object)
{
  RutterLiveDetails *self = RUTTER_LIVE_DETAILS (object);

  cancel (self);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->traffic);
  g_clear_object (&self->matcher);
  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_object (&self->pane);
  g_clear_object (&self->revealer);
  g_clear_object (&self->feeds);

  G_OBJECT_CLASS (rutter_live_details_parent_class)->dispose (object);
}

static void
rutter_live_details_finalize (GObject *object)
{
  g_free (RUTTER_LIVE_DETAILS (object)->uid);

  G_OBJECT_CLASS (rutter_live_details_parent_class)->finalize (object);
}

static void
rutter_live_details_class_init (RutterLiveDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_live_details_dispose;
  object_class->finalize = rutter_live_details_finalize;
}

static void
rutter_live_details_init (RutterLiveDetails *self)
{
}

RutterLiveDetails *
rutter_live_details_new (RutterTraffic     *traffic,
                         RutterMatcher     *matcher,
                         RutterSession     *session,
                         RutterSelection   *selection,
                         RutterDetailsPane *pane,
                         GtkRevealer       *revealer)
{
  RutterLiveDetails *self = g_object_new (RUTTER_TYPE_LIVE_DETAILS, NULL);

  self->traffic = g_object_ref (traffic);
  self->matcher = g_object_ref (matcher);
  self->session = g_object_ref (session);
  self->selection = g_object_ref (selection);
  self->pane = g_object_ref (pane);
  self->revealer = g_object_ref (revealer);
  g_signal_connect_object (matcher, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "loaded", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (revealer, "notify::reveal-child", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
rutter_live_details_set_feeds (RutterLiveDetails *self,
                               GListModel        *feeds)
{
  g_return_if_fail (RUTTER_IS_LIVE_DETAILS (self));

  g_set_object (&self->feeds, feeds);
}
