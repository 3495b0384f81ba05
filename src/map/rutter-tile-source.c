/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-tile-source.h"

#include "rutter-tile-image.h"
#include "rutter-view.h"

#define TILE_SIZE 256
#define N_THREADS 2
/* An enlarged tile tells nothing more beyond this. */
#define MOST_LEVELS 5

struct _RutterTileSource
{
  ShumateMapSource     parent_instance;

  RutterTileFetchFunc  fetch;
  gpointer             data;
  GDestroyNotify       destroy;
  guint                min_zoom, max_zoom;
  guint                n_pending;
  GThreadPool         *pool;
};

G_DEFINE_FINAL_TYPE (RutterTileSource, rutter_tile_source, SHUMATE_TYPE_MAP_SOURCE)

/* One tile on its way. */
typedef struct
{
  GTask        *task;
  GCancellable *cancellable; /* of the task */
  RutterTileCut cut;
  GBytes       *bytes;
  GdkTexture   *texture;     /* NULL: blank */
} Fill;

/* Main thread. Whoever cancelled is told so: libshumate has forgotten the tile by then. */
static void
end_fill (Fill *fill)
{
  RutterTileSource *self = g_task_get_source_object (fill->task);
  GdkPaintable *paintable = fill->texture != NULL
                            ? GDK_PAINTABLE (g_steal_pointer (&fill->texture))
                            : gdk_paintable_new_empty (TILE_SIZE, TILE_SIZE);

  self->n_pending--;
  g_task_return_pointer (fill->task, paintable, g_object_unref);
  g_object_unref (fill->task);
  g_clear_pointer (&fill->bytes, g_bytes_unref);
  g_clear_object (&fill->texture);
  g_free (fill);
}

static gboolean
on_decoded_cb (gpointer user_data)
{
  end_fill (user_data);

  return G_SOURCE_REMOVE;
}

/* Worker thread. All references are let go of on the main thread. */
static void
decode (gpointer data,
        gpointer user_data)
{
  Fill *fill = data;

  if (!g_cancellable_is_cancelled (fill->cancellable))
    fill->texture = rutter_tile_image_decode (fill->bytes, &fill->cut);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_decoded_cb, fill, NULL);
}

static void
on_fetched_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  RutterTileSource *self = RUTTER_TILE_SOURCE (source);
  Fill *fill = user_data;

  fill->bytes = g_task_propagate_pointer (G_TASK (result), NULL);
  if (fill->bytes != NULL && g_bytes_get_size (fill->bytes) > 0)
    g_thread_pool_push (self->pool, fill, NULL);
  else
    end_fill (fill);
}

static void
rutter_tile_source_fill_tile_async (ShumateMapSource    *source,
                                    ShumateTile         *tile,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  RutterTileSource *self = RUTTER_TILE_SOURCE (source);
  guint zoom = shumate_tile_get_zoom_level (tile);
  guint n_levels = zoom > self->max_zoom ? zoom - self->max_zoom : 0;
  Fill *fill = g_new0 (Fill, 1);
  GTask *fetch_task;

  fill->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (fill->task, rutter_tile_source_fill_tile_async);
  g_task_set_task_data (fill->task, g_object_ref (tile), g_object_unref);
  fill->cancellable = cancellable;
  fill->cut = (RutterTileCut) { .n_levels = n_levels, .x = shumate_tile_get_x (tile),
                                .y = shumate_tile_get_y (tile) };
  self->n_pending++;
  if (zoom < self->min_zoom || n_levels > MOST_LEVELS)
    {
      end_fill (fill);
      return;
    }

  fetch_task = g_task_new (self, cancellable, on_fetched_cb, fill);
  g_task_set_source_tag (fetch_task, rutter_tile_source_fill_tile_async);
  self->fetch (zoom - n_levels, fill->cut.x >> n_levels, fill->cut.y >> n_levels, fetch_task,
               self->data);
}

static gboolean
rutter_tile_source_fill_tile_finish (ShumateMapSource  *source,
                                     GAsyncResult      *result,
                                     GError           **error)
{
  g_autoptr(GdkPaintable) paintable = g_task_propagate_pointer (G_TASK (result), error);
  ShumateTile *tile = g_task_get_task_data (G_TASK (result));

  if (paintable == NULL)
    return FALSE;

  shumate_tile_set_paintable (tile, paintable);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  return TRUE;
}

static void
rutter_tile_source_finalize (GObject *object)
{
  RutterTileSource *self = RUTTER_TILE_SOURCE (object);

  /* Each tile on its way holds the source, so there is none. */
  g_thread_pool_free (self->pool, TRUE, FALSE);
  if (self->destroy != NULL)
    self->destroy (self->data);

  G_OBJECT_CLASS (rutter_tile_source_parent_class)->finalize (object);
}

static void
rutter_tile_source_class_init (RutterTileSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rutter_tile_source_finalize;

  source_class->fill_tile_async = rutter_tile_source_fill_tile_async;
  source_class->fill_tile_finish = rutter_tile_source_fill_tile_finish;
}

static void
rutter_tile_source_init (RutterTileSource *self)
{
  self->pool = g_thread_pool_new (decode, self, N_THREADS, FALSE, NULL);
}

/* Tiles are asked for on the main thread, on which @destroy runs too. */
RutterTileSource *
rutter_tile_source_new (RutterTileFetchFunc  fetch,
                        gpointer             data,
                        GDestroyNotify       destroy,
                        guint                min_zoom,
                        guint                max_zoom)
{
  static guint n_made;
  /* libshumate keeps tiles in its memory under this name. */
  g_autofree char *id = g_strdup_printf ("rutter-tiles-%u", n_made++);
  RutterTileSource *self = g_object_new (RUTTER_TYPE_TILE_SOURCE,
                                         "id", id,
                                         "min-zoom-level", (guint)RUTTER_MIN_ZOOM,
                                         "max-zoom-level", (guint)RUTTER_MAX_ZOOM,
                                         "tile-size", TILE_SIZE,
                                         "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                                         NULL);

  self->fetch = fetch;
  self->data = data;
  self->destroy = destroy;
  self->min_zoom = min_zoom;
  self->max_zoom = max_zoom;

  return self;
}

/* Whether no tile is on its way. */
gboolean
rutter_tile_source_is_idle (RutterTileSource *self)
{
  g_return_val_if_fail (RUTTER_IS_TILE_SOURCE (self), TRUE);

  return self->n_pending == 0;
}
