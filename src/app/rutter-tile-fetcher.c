/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-tile-fetcher.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>

#define MOST_TILE_BYTES (4u << 20)
#define TIMEOUT_MS 30000
/* What a tile costs beside its bytes, about. */
#define OVERHEAD 256

typedef struct
{
  gint64  key;
  GBytes *bytes; /* empty: there is none */
} Tile;

/* A request, and all who wait for it: below the deepest zoom many tiles are cut from one. */
typedef struct
{
  RutterTileFetcher *fetcher;
  gint64             key;
  GCancellable      *stop;
  GPtrArray         *waiting; /* GTask */
  GArray            *ids;     /* gulong, of the handlers on their cancellables */
} Request;

struct _RutterTileFetcher
{
  GObject            parent_instance;

  RutterNetGate     *gate;
  RutterTileAddress *address;
  gsize              most_bytes;
  gsize              n_bytes;
  GQueue             tiles;    /* Tile, the latest used first */
  GHashTable        *links;    /* of `tiles`, by key */
  GHashTable        *requests; /* Request, by key */
  gboolean           has_failed;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterTileFetcher, rutter_tile_fetcher, G_TYPE_OBJECT)

static gsize
get_cost (const Tile *tile)
{
  return g_bytes_get_size (tile->bytes) + OVERHEAD;
}

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  g_bytes_unref (tile->bytes);
  g_free (tile);
}

static GBytes *
look_up (RutterTileFetcher *self,
         gint64             key)
{
  GList *link = g_hash_table_lookup (self->links, &key);

  if (link == NULL)
    return NULL;

  g_queue_unlink (&self->tiles, link);
  g_queue_push_head_link (&self->tiles, link);
  return g_bytes_ref (((Tile *)link->data)->bytes);
}

static void
keep (RutterTileFetcher *self,
      gint64             key,
      GBytes            *bytes)
{
  Tile *tile = g_new0 (Tile, 1);

  tile->key = key;
  tile->bytes = g_bytes_ref (bytes);
  g_queue_push_head (&self->tiles, tile);
  g_hash_table_insert (self->links, &tile->key, self->tiles.head);
  self->n_bytes += get_cost (tile);
  while (self->n_bytes > self->most_bytes)
    {
      Tile *oldest = g_queue_pop_tail (&self->tiles);

      g_hash_table_remove (self->links, &oldest->key);
      self->n_bytes -= get_cost (oldest);
      free_tile (oldest);
    }
}

static void
free_request (Request *request)
{
  g_clear_object (&request->fetcher);
  g_clear_object (&request->stop);
  g_ptr_array_unref (request->waiting);
  g_array_unref (request->ids);
  g_free (request);
}

static void
forget (Request *request)
{
  GHashTable *requests = request->fetcher->requests;

  if (g_hash_table_lookup (requests, &request->key) == request)
    g_hash_table_remove (requests, &request->key);
}

static void
on_fetched_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Request *request = user_data;
  RutterTileFetcher *self = request->fetcher;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes =
    rutter_net_gate_fetch_finish (RUTTER_NET_GATE (source), result, &error);

  /* It is no fault that a map has no tile somewhere; it need not be asked again. */
  if (g_error_matches (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND))
    {
      g_clear_error (&error);
      bytes = g_bytes_new_static (NULL, 0);
    }
  forget (request);
  if (bytes != NULL && !g_hash_table_contains (self->links, &request->key))
    keep (self, request->key, bytes);

  for (guint i = 0; i < request->waiting->len; i++)
    {
      GTask *task = request->waiting->pdata[i];

      g_cancellable_disconnect (g_task_get_cancellable (task),
                                g_array_index (request->ids, gulong, i));
      if (bytes != NULL)
        g_task_return_pointer (task, g_bytes_ref (bytes), (GDestroyNotify)g_bytes_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }

  if (error != NULL && !self->has_failed &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->has_failed = TRUE;
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  free_request (request);
}

/* A request that nobody waits for any more is given up; whoever wants the tile again asks anew. */
static void
on_cancelled_cb (GCancellable *cancellable,
                 gpointer      user_data)
{
  Request *request = user_data;

  for (guint i = 0; i < request->waiting->len; i++)
    if (!g_cancellable_is_cancelled (g_task_get_cancellable (request->waiting->pdata[i])))
      return;

  forget (request);
  g_cancellable_cancel (request->stop);
}

static void
start (RutterTileFetcher *self,
       Request           *request,
       guint              zoom,
       guint              x,
       guint              y)
{
  g_autofree char *uri = rutter_tile_address_make_uri (self->address, zoom, x, y);

  rutter_net_gate_fetch_async (self->gate,
                               &(RutterNetRequest) { .uri = uri, .why = _("Map tiles"),
                                                     .max_bytes = MOST_TILE_BYTES,
                                                     .timeout_ms = TIMEOUT_MS, .is_part = TRUE },
                               request->stop, on_fetched_cb, request);
}

static void
rutter_tile_fetcher_finalize (GObject *object)
{
  RutterTileFetcher *self = RUTTER_TILE_FETCHER (object);

  g_queue_clear_full (&self->tiles, free_tile);
  g_hash_table_unref (self->links);
  g_hash_table_unref (self->requests);
  rutter_tile_address_free (self->address);
  g_object_unref (self->gate);

  G_OBJECT_CLASS (rutter_tile_fetcher_parent_class)->finalize (object);
}

static void
rutter_tile_fetcher_class_init (RutterTileFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_tile_fetcher_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
rutter_tile_fetcher_init (RutterTileFetcher *self)
{
  g_queue_init (&self->tiles);
  self->links = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->requests = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/* @most_bytes: of tiles that are kept */
RutterTileFetcher *
rutter_tile_fetcher_new (RutterNetGate           *gate,
                         const RutterTileAddress *address,
                         gsize                    most_bytes)
{
  RutterTileFetcher *self = g_object_new (RUTTER_TYPE_TILE_FETCHER, NULL);

  self->gate = g_object_ref (gate);
  self->address = rutter_tile_address_copy (address);
  self->most_bytes = most_bytes;

  return self;
}

/* A #RutterTileFetchFunc. Empty bytes where the host has no tile. */
void
rutter_tile_fetcher_fetch (guint     zoom,
                           guint     x,
                           guint     y,
                           GTask    *task,
                           gpointer  data)
{
  RutterTileFetcher *self = data;
  gint64 key = (gint64)zoom << 56 | (gint64)x << 28 | y;
  g_autoptr(GBytes) bytes = look_up (self, key);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Request *request;
  gulong id = 0;

  if (bytes != NULL || g_cancellable_is_cancelled (cancellable))
    {
      g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify)g_bytes_unref);
      g_object_unref (task);
      return;
    }

  request = g_hash_table_lookup (self->requests, &key);
  if (request == NULL)
    {
      request = g_new0 (Request, 1);
      request->fetcher = g_object_ref (self);
      request->key = key;
      request->stop = g_cancellable_new ();
      request->waiting = g_ptr_array_new_with_free_func (g_object_unref);
      request->ids = g_array_new (FALSE, FALSE, sizeof (gulong));
      g_hash_table_insert (self->requests, &request->key, request);
      start (self, request, zoom, x, y);
    }

  g_ptr_array_add (request->waiting, task);
  if (cancellable != NULL)
    id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), request, NULL);
  g_array_append_val (request->ids, id);
}
