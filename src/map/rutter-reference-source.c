/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-reference-source.h"

#include "rutter-view.h"

#include <glib/gi18n-lib.h>

struct _RutterReferenceSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (RutterReferenceSource, rutter_reference_source, SHUMATE_TYPE_MAP_SOURCE)

static void
rutter_reference_source_fill_tile_async (ShumateMapSource    *source,
                                         ShumateTile         *tile,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_task_report_new_error (source, callback, user_data,
                           rutter_reference_source_fill_tile_async,
                           G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("The reference source has no tiles"));
}

static gboolean
rutter_reference_source_fill_tile_finish (ShumateMapSource  *source,
                                          GAsyncResult      *result,
                                          GError           **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
rutter_reference_source_class_init (RutterReferenceSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = rutter_reference_source_fill_tile_async;
  source_class->fill_tile_finish = rutter_reference_source_fill_tile_finish;
}

static void
rutter_reference_source_init (RutterReferenceSource *self)
{
}

ShumateMapSource *
rutter_reference_source_new (void)
{
  return g_object_new (RUTTER_TYPE_REFERENCE_SOURCE,
                       "id", "rutter-reference",
                       "min-zoom-level", (guint)RUTTER_MIN_ZOOM,
                       "max-zoom-level", (guint)RUTTER_MAX_ZOOM,
                       "tile-size", 256,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
}
