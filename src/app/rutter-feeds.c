/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feeds.h"

#include "rutter-error.h"
#include "rutter-net-pass.h"

#include <glib/gi18n-lib.h>

#define KEY "feeds"

typedef struct
{
  RutterFeed *feed;
  gboolean    starts;   /* with the program */
} Entry;

struct _RutterFeeds
{
  GObject        parent_instance;

  GSettings     *settings;   /* NULL: nothing is kept */
  RutterNetGate *gate;
  RutterTraffic *traffic;
  GArray        *entries;    /* of Entry */
  guint8         number;     /* of the feed that was made last */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RutterFeeds, rutter_feeds, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static Entry *
get_entry (RutterFeeds *self,
           guint        position)
{
  return &g_array_index (self->entries, Entry, position);
}

static Entry *
find_entry (RutterFeeds *self,
            RutterFeed  *feed,
            guint       *position)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->feed == feed)
      {
        if (position != NULL)
          *position = i;
        return get_entry (self, i);
      }

  return NULL;
}

static void
save (RutterFeeds *self)
{
  GVariantBuilder kept;

  if (self->settings == NULL)
    return;

  g_variant_builder_init (&kept, G_VARIANT_TYPE ("a(sb)"));
  for (guint i = 0; i < self->entries->len; i++)
    g_variant_builder_add (&kept, "(sb)", rutter_feed_get_address (get_entry (self, i)->feed),
                           get_entry (self, i)->starts);
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&kept));
  g_settings_apply (self->settings);
}

/* One that no feed has, and for as long as may be none had. */
static guint8
choose_number (RutterFeeds *self)
{
  gboolean is_taken = TRUE;

  while (is_taken)
    {
      self->number = self->number == G_MAXUINT8 ? 1 : self->number + 1;
      is_taken = FALSE;
      for (guint i = 0; i < self->entries->len && !is_taken; i++)
        is_taken = rutter_feed_get_number (get_entry (self, i)->feed) == self->number;
    }

  return self->number;
}

/* A feed of that address, as long as no other than @but has it. */
static RutterFeed *
make_feed (RutterFeeds  *self,
           const char   *address,
           RutterFeed   *but,
           GError      **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      RutterFeed *feed = get_entry (self, i)->feed;

      if (feed != but && g_str_equal (rutter_feed_get_address (feed), address))
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                       _("There is a feed of “%s” already."), address);
          return NULL;
        }
    }

  return rutter_feed_new (self->gate, self->traffic, address, choose_number (self), error);
}

static void
load (RutterFeeds *self)
{
  g_autoptr(GVariant) kept = self->settings != NULL ? g_settings_get_value (self->settings, KEY)
                                                    : NULL;
  GVariantIter iter;
  const char *address;
  gboolean starts;

  if (kept == NULL)
    return;

  /* What no longer is an address of a feed is left out: it can't have been added here. */
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sb)", &address, &starts))
    {
      Entry entry = { NULL, starts };

      if (self->entries->len < RUTTER_FEEDS_MAX)
        entry.feed = make_feed (self, address, NULL, NULL);
      if (entry.feed != NULL)
        g_array_append_val (self->entries, entry);
    }
}

static GType
get_item_type (GListModel *model)
{
  return RUTTER_TYPE_FEED;
}

static guint
get_n_items (GListModel *model)
{
  return RUTTER_FEEDS (model)->entries->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  RutterFeeds *self = RUTTER_FEEDS (model);

  return position < self->entries->len ? g_object_ref (get_entry (self, position)->feed) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->feed);
}

static void
rutter_feeds_dispose (GObject *object)
{
  RutterFeeds *self = RUTTER_FEEDS (object);

  if (self->entries != NULL)
    g_array_set_size (self->entries, 0);
  g_clear_object (&self->settings);
  g_clear_object (&self->gate);
  g_clear_object (&self->traffic);

  G_OBJECT_CLASS (rutter_feeds_parent_class)->dispose (object);
}

static void
rutter_feeds_finalize (GObject *object)
{
  g_array_unref (RUTTER_FEEDS (object)->entries);

  G_OBJECT_CLASS (rutter_feeds_parent_class)->finalize (object);
}

static void
rutter_feeds_class_init (RutterFeedsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_feeds_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_feeds_finalize;
}

static void
rutter_feeds_init (RutterFeeds *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
}

/**
 * rutter_feeds_new:
 * @settings: (nullable): where they are kept; %NULL: nowhere
 *
 * Returns: the feeds of before, all stopped
 */
RutterFeeds *
rutter_feeds_new (GSettings     *settings,
                  RutterNetGate *gate,
                  RutterTraffic *traffic)
{
  RutterFeeds *self = g_object_new (RUTTER_TYPE_FEEDS, NULL);

  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->gate = g_object_ref (gate);
  self->traffic = g_object_ref (traffic);
  load (self);

  return self;
}

/**
 * rutter_feeds_add:
 *
 * Returns: (transfer none): the new one, stopped; %NULL with %RUTTER_ERROR_INVALID when the address
 *   is none, is there already, or there are too many
 */
RutterFeed *
rutter_feeds_add (RutterFeeds  *self,
                  const char   *address,
                  GError      **error)
{
  Entry entry = { NULL, FALSE };

  if (self->entries->len >= RUTTER_FEEDS_MAX)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("There are %u feeds already, and more are not kept; remove one first."),
                   self->entries->len);
      return NULL;
    }

  entry.feed = make_feed (self, address, NULL, error);
  if (entry.feed == NULL)
    return NULL;

  g_array_append_val (self->entries, entry);
  save (self);
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1, 0, 1);

  return entry.feed;
}

/* What only this feed heard is forgotten with it. */
static void
forget (RutterFeeds *self,
        RutterFeed  *feed)
{
  rutter_feed_stop (feed);
  rutter_traffic_remove_feed (self->traffic, rutter_feed_get_number (feed));
}

/**
 * rutter_feeds_replace:
 *
 * Gives a feed another address: a new one, stopped, takes its place.
 *
 * Returns: (transfer none): the new one; %NULL as rutter_feeds_add() does, and then the old one
 *   stays
 */
RutterFeed *
rutter_feeds_replace (RutterFeeds  *self,
                      RutterFeed   *feed,
                      const char   *address,
                      GError      **error)
{
  g_autoptr(RutterFeed) old = g_object_ref (feed);
  guint position;
  Entry *entry = find_entry (self, feed, &position);
  RutterFeed *made;

  g_return_val_if_fail (entry != NULL, NULL);

  if ((made = make_feed (self, address, feed, error)) == NULL)
    return NULL;

  forget (self, old);
  g_object_unref (entry->feed);
  entry->feed = made;
  save (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);

  return made;
}

void
rutter_feeds_remove (RutterFeeds *self,
                     RutterFeed  *feed)
{
  guint position;

  g_return_if_fail (find_entry (self, feed, &position) != NULL);

  forget (self, feed);
  g_array_remove_index (self->entries, position);
  save (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Whether the user wants it to start with the program. */
gboolean
rutter_feeds_get_starts (RutterFeeds *self,
                         RutterFeed  *feed)
{
  Entry *entry = find_entry (self, feed, NULL);

  return entry != NULL && entry->starts;
}

void
rutter_feeds_set_starts (RutterFeeds *self,
                         RutterFeed  *feed,
                         gboolean     starts)
{
  Entry *entry = find_entry (self, feed, NULL);

  g_return_if_fail (entry != NULL);

  if (entry->starts == starts)
    return;

  entry->starts = starts;
  save (self);
}

/* Whether any feed is to start with the program; so nothing is made for those who have none. */
gboolean
rutter_feeds_is_wanted_first (GSettings *settings)
{
  g_autoptr(GVariant) kept = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  GVariantIter iter;
  gboolean starts;

  if (kept == NULL)
    return FALSE;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sb)", NULL, &starts))
    if (starts)
      return TRUE;

  return FALSE;
}

/* Every host of it, or none is needed. */
static gboolean
is_allowed_always (RutterNetPolicy *policy,
                   RutterFeed      *feed)
{
  g_auto(GStrv) hosts = rutter_feed_list_hosts (feed);

  for (guint i = 0; hosts[i] != NULL; i++)
    if (!rutter_net_host_is_here (hosts[i]) &&
        (!rutter_net_policy_permits (policy, hosts[i]) ||
         rutter_net_policy_get_grant (policy, hosts[i]) != RUTTER_NET_ALWAYS))
      return FALSE;

  return TRUE;
}

/**
 * rutter_feeds_start_chosen:
 *
 * Starts those that the user wants to start with the program, as far as they contact nobody beyond
 * this machine, or a host that is allowed always: no question is asked and nothing is allowed
 * silently.
 */
void
rutter_feeds_start_chosen (RutterFeeds *self)
{
  RutterNetPolicy *policy = rutter_net_gate_get_policy (self->gate);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);

      if (entry->starts && is_allowed_always (policy, entry->feed))
        rutter_feed_start (entry->feed);
    }
}
