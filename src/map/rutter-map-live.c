/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-live.h"

#include "rutter-map-areas.h"
#include "rutter-point-painter.h"
#include "rutter-point-spots.h"
#include "rutter-raster-layer.h"

#include <glib/gi18n-lib.h>

/* So long a picture stands while news come in: ships are slow, and a picture takes the time of a
 * processor.
 */
#define STANDS_MS 1000
/* A pointer in a crowd means one of the nearest. */
#define MOST_PICKED 8

struct _RutterMapLive
{
  RutterRasterLayer   *layer;        /* of the map */
  RutterMapAreas      *areas;        /* below it */
  RutterSharedPlacer  *scene_placer;
  RutterSharedPlacer  *placer;       /* of the names of targets */

  RutterThemeId        theme;
  RutterPointSet      *points;
  RutterPointCaptions *captions;
  GArray              *ringed;       /* of guint32, ascending; never changed, but replaced */
  guint32              selected, hovered;
  guint                stand_id;     /* until the next picture may come */
  gboolean             is_changed;   /* since the last one */

  GPtrArray           *picked;       /* of RutterMark, with their strings */
};

/* What a worker paints. */
typedef struct
{
  RutterPointSet      *points;
  RutterPointCaptions *captions;
  GArray              *ringed;
  RutterThemeId        theme;
  guint32              selected;
  RutterSharedPlacer  *placer, *scene_placer;
} Live;

static void
paint_live (cairo_t          *cr,
            const RutterView *view,
            gpointer          data)
{
  Live *live = data;
  g_autoptr(GArray) taken = rutter_shared_placer_list_taken (live->scene_placer, view);
  RutterPointPaint paint = {
    .points = live->points,
    .captions = live->captions,
    .theme = rutter_theme_get (live->theme),
    .selected = live->selected,
    .ringed = (guint32 *)(gpointer)live->ringed->data,
    .n_ringed = live->ringed->len,
    .placer = rutter_shared_placer_borrow (live->placer),
    .taken = (RutterBox *)(gpointer)taken->data,
    .n_taken = taken->len,
  };

  rutter_point_paint (cr, view, &paint);
  if (paint.placer != NULL)
    rutter_shared_placer_return (live->placer);
}

static void
free_live (gpointer data)
{
  Live *live = data;

  rutter_point_set_unref (live->points);
  g_clear_pointer (&live->captions, rutter_point_captions_unref);
  g_array_unref (live->ringed);
  rutter_shared_placer_unref (live->placer);
  rutter_shared_placer_unref (live->scene_placer);
  g_free (live);
}

static void
set_painter (RutterMapLive *self)
{
  Live *live = g_new0 (Live, 1);
  g_autoptr(RutterPainter) painter = rutter_painter_new (paint_live, live, free_live);

  live->points = rutter_point_set_ref (self->points);
  live->captions = self->captions != NULL ? rutter_point_captions_ref (self->captions) : NULL;
  live->ringed = g_array_ref (self->ringed);
  live->theme = self->theme;
  live->selected = self->selected;
  live->placer = rutter_shared_placer_ref (self->placer);
  live->scene_placer = rutter_shared_placer_ref (self->scene_placer);
  rutter_raster_layer_set_painter (self->layer, painter);
  self->is_changed = FALSE;
}

static gboolean
on_stood_cb (gpointer user_data)
{
  RutterMapLive *self = user_data;

  if (!self->is_changed || self->points == NULL)
    {
      self->stand_id = 0;
      return G_SOURCE_REMOVE;
    }

  set_painter (self);
  return G_SOURCE_CONTINUE;
}

/* @at_once: the user waits for it */
static void
update (RutterMapLive *self,
        gboolean       at_once)
{
  self->is_changed = TRUE;
  if (self->points == NULL || (self->stand_id != 0 && !at_once))
    return;

  set_painter (self);
  if (self->stand_id == 0)
    self->stand_id = g_timeout_add (STANDS_MS, on_stood_cb, self);
}

static void
free_mark (gpointer data)
{
  RutterMark *mark = data;

  g_free ((char *)mark->uid);
  g_free ((char *)mark->title);
  g_free ((char *)mark->detail);
  g_free ((RutterPoint *)mark->points);
  g_free (mark);
}

/* @map: a ShumateMap */
RutterMapLive *
rutter_map_live_new (GtkWidget          *map,
                     RutterSharedPlacer *scene_placer)
{
  RutterMapLive *self = g_new0 (RutterMapLive, 1);

  self->layer = rutter_raster_layer_new (shumate_map_get_viewport (SHUMATE_MAP (map)), FALSE);
  rutter_raster_layer_set_lively (self->layer);
  shumate_map_add_layer (SHUMATE_MAP (map), SHUMATE_LAYER (self->layer));
  self->areas = rutter_map_areas_new (SHUMATE_MAP (map), SHUMATE_LAYER (self->layer));
  self->scene_placer = rutter_shared_placer_ref (scene_placer);
  self->placer = rutter_shared_placer_new ();
  self->ringed = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->picked = g_ptr_array_new_with_free_func (free_mark);
  return self;
}

/* The layer is the map's, and may have gone before. */
void
rutter_map_live_free (RutterMapLive *self)
{
  g_clear_handle_id (&self->stand_id, g_source_remove);
  rutter_map_areas_free (self->areas);
  g_clear_pointer (&self->points, rutter_point_set_unref);
  g_clear_pointer (&self->captions, rutter_point_captions_unref);
  g_array_unref (self->ringed);
  g_ptr_array_unref (self->picked);
  rutter_shared_placer_unref (self->placer);
  rutter_shared_placer_unref (self->scene_placer);
  g_free (self);
}

void
rutter_map_live_set_theme (RutterMapLive *self,
                           RutterThemeId  theme)
{
  self->theme = theme;
  rutter_map_areas_set_theme (self->areas, theme);
  update (self, TRUE);
}

void
rutter_map_live_set_areas (RutterMapLive  *self,
                           RutterOutlines *areas)
{
  rutter_map_areas_set (self->areas, areas);
}

void
rutter_map_live_set_points (RutterMapLive  *self,
                            RutterPointSet *points)
{
  gboolean is_first = self->points == NULL;

  if (self->points == points)
    return;

  g_clear_pointer (&self->points, rutter_point_set_unref);
  if (points != NULL)
    {
      self->points = rutter_point_set_ref (points);
      update (self, is_first);
      return;
    }

  g_clear_pointer (&self->captions, rutter_point_captions_unref);
  g_clear_handle_id (&self->stand_id, g_source_remove);
  rutter_raster_layer_set_painter (self->layer, NULL);
}

void
rutter_map_live_set_captions (RutterMapLive       *self,
                              RutterPointCaptions *captions)
{
  if (self->captions == captions)
    return;

  g_clear_pointer (&self->captions, rutter_point_captions_unref);
  self->captions = captions != NULL ? rutter_point_captions_ref (captions) : NULL;
  update (self, TRUE);
}

static int
compare_mmsis (gconstpointer a,
               gconstpointer b)
{
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;

  return (first > second) - (first < second);
}

void
rutter_map_live_set_ringed (RutterMapLive *self,
                            const guint32 *mmsis,
                            guint          n_mmsis)
{
  g_array_unref (self->ringed);
  self->ringed = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_mmsis);
  g_array_append_vals (self->ringed, mmsis, n_mmsis);
  g_array_sort (self->ringed, compare_mmsis);
  update (self, FALSE);
}

void
rutter_map_live_set_selected (RutterMapLive *self,
                              const char    *uid)
{
  guint32 selected = rutter_map_live_parse_uid (uid);

  if (self->selected == selected)
    return;

  self->selected = selected;
  update (self, TRUE);
}

void
rutter_map_live_set_hovered (RutterMapLive *self,
                             const char    *uid)
{
  self->hovered = rutter_map_live_parse_uid (uid);
}

guint32
rutter_map_live_get_selected (RutterMapLive *self)
{
  return self->selected;
}

guint32
rutter_map_live_get_hovered (RutterMapLive *self)
{
  return self->hovered;
}

void
rutter_map_live_set_opacity (RutterMapLive *self,
                             double         opacity)
{
  gtk_widget_set_opacity (GTK_WIDGET (self->layer), opacity);
}

/* Returns: (nullable) (transfer none): what is shown */
RutterPointSet *
rutter_map_live_get_points (RutterMapLive *self)
{
  return self->points;
}

static const char *
get_kind_name (guint kind)
{
  switch (kind)
    {
    case RUTTER_POINT_CLASS_A:
      return _("Class A");
    case RUTTER_POINT_CLASS_B:
      return _("Class B");
    case RUTTER_POINT_STATION:
      return _("Station");
    case RUTTER_POINT_AIRCRAFT:
      return _("Aircraft");
    case RUTTER_POINT_AID:
      return _("Aid to navigation");
    case RUTTER_POINT_EMERGENCY:
      return _("Distress transmitter");
    default:
      return _("Class not known yet");
    }
}

static char *
describe_age (const RutterPointSet *points,
              guint                 i)
{
  gint64 minutes = MAX (0, (g_get_real_time () / G_USEC_PER_SEC - points->heard_s[i]) / 60);

  if (minutes == 0)
    return g_strdup (_("last heard just now"));
  if (minutes < 120)
    return g_strdup_printf (ngettext ("last heard %u minute ago", "last heard %u minutes ago",
                                      (guint)minutes), (guint)minutes);

  return g_strdup_printf (ngettext ("last heard %u hour ago", "last heard %u hours ago",
                                    (guint)(minutes / 60)), (guint)(minutes / 60));
}

static char *
describe (const RutterPointSet *points,
          guint                 i)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (get_kind_name (points->kind[i])));
  if (points->speed[i] != RUTTER_POINT_NO_SPEED)
    g_ptr_array_add (parts, g_strdup_printf (_("%.1f kn"), points->speed[i] / 10.0));
  if (points->course[i] != RUTTER_POINT_NO_ANGLE)
    g_ptr_array_add (parts, g_strdup_printf (_("course %.0f°"), points->course[i] / 10.0));
  g_ptr_array_add (parts, describe_age (points, i));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static RutterMark *
make_mark (RutterMapLive *self,
           guint          i)
{
  const RutterPointSet *points = self->points;
  const RutterPointCaption *caption =
    self->captions != NULL ? rutter_point_captions_find (self->captions, points->id[i]) : NULL;
  RutterMark *mark = g_new0 (RutterMark, 1);
  RutterPoint *at = g_new (RutterPoint, 1);

  *at = (RutterPoint) { points->x[i] / 4294967296.0, points->y[i] / 4294967296.0 };
  mark->uid = g_strdup_printf (RUTTER_MAP_LIVE_PREFIX "%09u", points->id[i]);
  mark->title = caption != NULL && caption->name[0] != '\0'
                ? g_strdup (caption->name) : g_strdup_printf (_("MMSI %09u"), points->id[i]);
  mark->detail = describe (points, i);
  mark->kind = RUTTER_KIND_VESSEL;
  mark->layer = RUTTER_LAYER_VESSELS;
  mark->shape = RUTTER_SHAPE_POINT;
  mark->symbol = RUTTER_SYMBOL_VESSEL;
  mark->status = RUTTER_STATUS_REPORTED;
  mark->course_deg = points->course[i] != RUTTER_POINT_NO_ANGLE ? points->course[i] / 10.0 : NAN;
  mark->opacity = 1;
  mark->n_points = 1;
  mark->points = at;
  mark->box = (RutterBox) { at->x, at->y, at->x, at->y };
  return mark;
}

void
rutter_map_live_pick (RutterMapLive    *self,
                      const RutterView *view,
                      RutterPoint       pixel,
                      double            radius,
                      GPtrArray        *marks)
{
  g_autoptr(GArray) spots = NULL;

  g_ptr_array_set_size (self->picked, 0);
  if (self->points == NULL)
    return;

  spots = rutter_point_spots_pick (self->points, view, pixel, radius);
  for (guint i = 0; i < MIN (spots->len, MOST_PICKED); i++)
    {
      RutterMark *mark = make_mark (self, g_array_index (spots, RutterPointSpot, i).index);

      g_ptr_array_add (self->picked, mark);
      g_ptr_array_add (marks, mark);
    }
}

/* Whether it shows some picture of the targets at the present view. */
gboolean
rutter_map_live_is_settled (RutterMapLive *self)
{
  return rutter_raster_layer_is_settled (self->layer) &&
         rutter_map_areas_is_settled (self->areas);
}

guint32
rutter_map_live_parse_uid (const char *uid)
{
  guint64 mmsi;

  if (uid == NULL || !g_str_has_prefix (uid, RUTTER_MAP_LIVE_PREFIX) ||
      !g_ascii_string_to_unsigned (uid + strlen (RUTTER_MAP_LIVE_PREFIX), 10, 1, 999999999, &mmsi,
                                   NULL))
    return 0;

  return (guint32)mmsi;
}
