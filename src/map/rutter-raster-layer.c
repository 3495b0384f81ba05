/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-raster-layer.h"

#include "rutter-camera.h"
#include "rutter-painting.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Painted around the view on each side, as a share of its size; half on HiDPI, where an image
 * has four times the pixels.
 */
#define MARGIN 0.25
#define MARGIN_HIDPI 0.125
/* The margin that still has to be left, else the next painting is due. */
#define RESERVE 0.05
/* A zoom difference at which a stretched image looks wrong enough to repaint while moving. */
#define ZOOM_STRETCH 0.6
#define ZOOM_SETTLED_MS 120
/* Another painter first paints the view alone, and its margin when no other one came for so long:
 * while time is dragged the margin would be most of the work.
 */
#define PAINTER_SETTLED_MS 200
#define WORLD_WIDTH 1024

struct _RutterRasterLayer
{
  ShumateLayer    parent_instance;

  gboolean        is_ground; /* opaque, and with a coarse world beneath */
  gboolean        is_lively; /* with a new painter every now and then */
  RutterPainter  *painter;
  RutterPainting *painting;
  RutterPainting *world;

  /* the painting under way */
  GCancellable   *cancellable;
  gboolean        is_busy;

  double          last_zoom;
  guint           settle_id;
  guint           margin_id;  /* until the margin is painted as well */
};

typedef struct
{
  RutterPainter *painter;
  RutterView     view;
  gboolean       opaque;
  gboolean       is_world;
} Job;

enum
{
  PAINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterRasterLayer, rutter_raster_layer, SHUMATE_TYPE_LAYER)

static void
free_job (gpointer data)
{
  Job *job = data;

  rutter_painter_unref (job->painter);
  g_free (job);
}

/* Worker thread. */
static void
paint_job (GTask        *task,
           gpointer      source_object,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Job *job = task_data;
  RutterPainting *painting;

  if (g_task_return_error_if_cancelled (task))
    return;

  painting = job->is_world ? rutter_painting_new_world (job->painter, WORLD_WIDTH) :
                             rutter_painting_new (job->painter, &job->view, job->opaque);
  if (painting != NULL)
    g_task_return_pointer (task, painting, (GDestroyNotify)rutter_painting_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                             _("There is not enough memory for a picture of the map"));
}

/* Whether what was painted last, by whatever painter, is good for the view. */
static gboolean
fits (RutterRasterLayer *self,
      const RutterView  *view)
{
  double reserve = self->margin_id != 0 ? 0 : RESERVE;
  const RutterView *painted = rutter_painting_get_view (self->painting);
  double stretch = fabs (painted->zoom - view->zoom);

  return rutter_painting_covers (self->painting, view, reserve) && stretch <= ZOOM_STRETCH &&
         painted->scale == view->scale && painted->text_scale == view->text_scale &&
         (stretch <= 1e-5 || self->settle_id != 0);
}

static gboolean
needs_painting (RutterRasterLayer *self,
                const RutterView  *view)
{
  return self->painting == NULL ||
         rutter_painting_get_painter (self->painting) != self->painter || !fits (self, view);
}

static void
on_painted_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  RutterRasterLayer *self = RUTTER_RASTER_LAYER (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterPainting) painting = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_busy = FALSE;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("%s", error->message);

  /* One job at a time, so whatever comes in is newer than what is shown. When the painter was
   * replaced meanwhile, snapshot() asks again; dropping this one instead would starve the map
   * while somebody drags a slider.
   */
  if (painting != NULL)
    {
      RutterPainting **place = job->is_world ? &self->world : &self->painting;

      g_clear_pointer (place, rutter_painting_free);
      *place = g_steal_pointer (&painting);
    }

  if (self->painter == NULL)
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[PAINTED], 0);
}

static void
start_job (RutterRasterLayer *self,
           const RutterView  *view,
           gboolean           is_world)
{
  g_autoptr(GTask) task = NULL;
  gboolean is_new = self->margin_id != 0 && self->painting != NULL &&
                    rutter_painting_get_painter (self->painting) != self->painter;
  Job *job = g_new0 (Job, 1);

  job->painter = rutter_painter_ref (self->painter);
  job->view = rutter_view_with_margin (view, is_new ? 0 :
                                             view->scale > 1 ? MARGIN_HIDPI : MARGIN);
  job->opaque = self->is_ground;
  job->is_world = is_world;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_busy = TRUE;

  task = g_task_new (self, self->cancellable, on_painted_cb, NULL);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, paint_job);
}

static void
request_painting (RutterRasterLayer *self,
                  const RutterView  *view)
{
  if (self->is_busy || self->painter == NULL)
    return;

  if (needs_painting (self, view))
    start_job (self, view, FALSE);
  else if (self->is_ground &&
           (self->world == NULL || rutter_painting_get_painter (self->world) != self->painter))
    start_job (self, view, TRUE);
}

static gboolean
on_painter_settled_cb (gpointer user_data)
{
  RutterRasterLayer *self = user_data;

  self->margin_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static gboolean
on_zoom_settled_cb (gpointer user_data)
{
  RutterRasterLayer *self = user_data;

  self->settle_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
on_viewport_notify_cb (RutterRasterLayer *self,
                       GParamSpec        *pspec,
                       ShumateViewport   *viewport)
{
  double zoom = shumate_viewport_get_zoom_level (viewport);

  if (zoom != self->last_zoom)
    {
      self->last_zoom = zoom;
      g_clear_handle_id (&self->settle_id, g_source_remove);
      self->settle_id = g_timeout_add (ZOOM_SETTLED_MS, on_zoom_settled_cb, self);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
draws_textures (GtkWidget *widget)
{
  return !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget)));
}

static void
rutter_raster_layer_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  RutterRasterLayer *self = RUTTER_RASTER_LAYER (widget);
  gboolean as_texture = draws_textures (widget);
  RutterView view;

  rutter_camera_read (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget, &view);
  if (view.width <= 0 || view.height <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, view.width, view.height));
  if (self->world != NULL &&
      (self->painting == NULL || !rutter_painting_covers (self->painting, &view, 0)))
    rutter_painting_append_repeated (self->world, snapshot, &view, as_texture);
  if (self->painting != NULL)
    rutter_painting_append (self->painting, snapshot, &view, as_texture);
  gtk_snapshot_pop (snapshot);

  request_painting (self, &view);
}

static void
rutter_raster_layer_constructed (GObject *object)
{
  RutterRasterLayer *self = RUTTER_RASTER_LAYER (object);
  ShumateViewport *viewport;

  G_OBJECT_CLASS (rutter_raster_layer_parent_class)->constructed (object);

  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));
  self->last_zoom = shumate_viewport_get_zoom_level (viewport);
  g_signal_connect_object (viewport, "notify",
                           G_CALLBACK (on_viewport_notify_cb), self, G_CONNECT_SWAPPED);
  /* Larger text asks for another painting. */
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
rutter_raster_layer_dispose (GObject *object)
{
  RutterRasterLayer *self = RUTTER_RASTER_LAYER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->margin_id, g_source_remove);
  g_clear_pointer (&self->painter, rutter_painter_unref);

  G_OBJECT_CLASS (rutter_raster_layer_parent_class)->dispose (object);
}

static void
rutter_raster_layer_finalize (GObject *object)
{
  RutterRasterLayer *self = RUTTER_RASTER_LAYER (object);

  g_clear_pointer (&self->painting, rutter_painting_free);
  g_clear_pointer (&self->world, rutter_painting_free);

  G_OBJECT_CLASS (rutter_raster_layer_parent_class)->finalize (object);
}

static void
rutter_raster_layer_class_init (RutterRasterLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = rutter_raster_layer_constructed;
  object_class->dispose = rutter_raster_layer_dispose;
  object_class->finalize = rutter_raster_layer_finalize;

  widget_class->snapshot = rutter_raster_layer_snapshot;

  /* A painting has come in. */
  signals[PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "rasterlayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rutter_raster_layer_init (RutterRasterLayer *self)
{
}

/**
 * rutter_raster_layer_new:
 * @is_ground: the painter fills every pixel, and a coarse picture of the world lies beneath, so
 *   that nothing is ever blank
 */
RutterRasterLayer *
rutter_raster_layer_new (ShumateViewport *viewport,
                         gboolean         is_ground)
{
  RutterRasterLayer *self = g_object_new (RUTTER_TYPE_RASTER_LAYER, "viewport", viewport, NULL);

  self->is_ground = is_ground;

  return self;
}

/* @painter's image replaces the present one when it is ready; until then the present one stays.
 * NULL shows nothing, at once.
 */
void
rutter_raster_layer_set_painter (RutterRasterLayer *self,
                                 RutterPainter     *painter)
{
  g_return_if_fail (RUTTER_IS_RASTER_LAYER (self));

  if (self->painter == painter)
    return;

  g_clear_pointer (&self->painter, rutter_painter_unref);
  if (painter != NULL)
    {
      self->painter = rutter_painter_ref (painter);
      g_clear_handle_id (&self->margin_id, g_source_remove);
      if (self->painting != NULL && !self->is_lively)
        self->margin_id = g_timeout_add (PAINTER_SETTLED_MS, on_painter_settled_cb, self);
    }
  else
    {
      /* What is under way for it must not come in later. */
      if (self->cancellable != NULL)
        g_cancellable_cancel (self->cancellable);
      g_clear_pointer (&self->painting, rutter_painting_free);
      g_clear_pointer (&self->world, rutter_painting_free);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rutter_raster_layer_set_lively (RutterRasterLayer *self)
{
  g_return_if_fail (RUTTER_IS_RASTER_LAYER (self));

  self->is_lively = TRUE;
}

gboolean
rutter_raster_layer_is_busy (RutterRasterLayer *self)
{
  g_return_val_if_fail (RUTTER_IS_RASTER_LAYER (self), FALSE);

  return self->is_busy;
}

/* Whether what is shown is what the painter gives at the present view. */
gboolean
rutter_raster_layer_is_settled (RutterRasterLayer *self)
{
  RutterView view;

  g_return_val_if_fail (RUTTER_IS_RASTER_LAYER (self), FALSE);

  if (self->painter == NULL)
    return TRUE;

  rutter_camera_read (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self),
                      &view);

  if (self->is_lively)
    return self->settle_id == 0 && self->painting != NULL && fits (self, &view);

  return self->settle_id == 0 && self->margin_id == 0 && !needs_painting (self, &view);
}
