/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _RutterWatch
{
  gatomicrefcount   ref_count;

  RutterWatchKind   kind;
  RutterWatchScope  scope;
  char             *title;
  guint32           imo, mmsi;     /* of a vessel; 0 when not known */
  guint             silence_min;   /* of a vessel; 0: silence is not told */

  guint             n_points;
  RutterLonLat     *points;        /* as the user gave them */
  RutterPoint      *corners;       /* the same on the map, unwrapped */
  RutterBox         box;           /* of the corners, and of the reach around a line */
};

/* Returns: (transfer none): in the user's language */
const char *
rutter_watch_scope_get_name (RutterWatchScope scope)
{
  switch (scope)
    {
    case RUTTER_WATCH_ANYONE:
      return _("Any ship");

    case RUTTER_WATCH_CATALOGUE:
      return _("Also the catalogue’s vessels");

    case RUTTER_WATCH_WATCHED:
    default:
      return _("Watched vessels");
    }
}

static RutterWatch *
make (RutterWatchKind  kind,
      const char      *title)
{
  RutterWatch *self = g_new0 (RutterWatch, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->title = g_strdup (title);

  return self;
}

/**
 * rutter_watch_new_vessel:
 * @imo: with a right check digit, or 0
 * @mmsi: or 0; one of both is given
 * @silence_min: after how many minutes without a message silence is told; 0: never
 */
RutterWatch *
rutter_watch_new_vessel (const char *title,
                         guint32     imo,
                         guint32     mmsi,
                         guint       silence_min)
{
  RutterWatch *self;

  g_return_val_if_fail (imo != 0 || mmsi != 0, NULL);

  self = make (RUTTER_WATCH_VESSEL, title);
  self->imo = imo;
  self->mmsi = mmsi;
  self->silence_min = silence_min;

  return self;
}

/* The part of the world square that a reach in metres takes up at a latitude. */
static double
get_margin (double lat,
            double reach_m)
{
  double circle_m = 2 * G_PI * RUTTER_EARTH_RADIUS_M * cos (lat * G_PI / 180);

  return reach_m / MAX (circle_m, 1);
}

/**
 * rutter_watch_new_shape:
 * @points: the outline of an area, closed by itself, its edges straight on the map; or the line of
 *   a passage. Longitudes may be unwrapped or not: no edge is longer than half the world.
 * @n_points: at least 3 for an area, 2 for a passage
 */
RutterWatch *
rutter_watch_new_shape (RutterWatchKind     kind,
                        const char         *title,
                        const RutterLonLat *points,
                        guint               n_points,
                        RutterWatchScope    scope)
{
  RutterWatch *self;
  double margin = 0;

  g_return_val_if_fail (kind != RUTTER_WATCH_VESSEL, NULL);
  g_return_val_if_fail (n_points >= (kind == RUTTER_WATCH_AREA ? 3 : 2), NULL);

  self = make (kind, title);
  self->scope = scope;
  self->n_points = n_points;
  self->points = g_memdup2 (points, n_points * sizeof *points);
  self->corners = g_new (RutterPoint, n_points);
  rutter_box_init (&self->box);
  for (guint i = 0; i < n_points; i++)
    {
      if (i > 0)
        self->points[i].lon = rutter_geo_unwrap_lon (points[i].lon, self->points[i - 1].lon);
      self->corners[i] = rutter_mercator_project (self->points[i]);
      rutter_box_add (&self->box, self->corners[i]);
      if (kind == RUTTER_WATCH_PASSAGE)
        margin = MAX (margin, get_margin (points[i].lat, 1.1 * RUTTER_WATCH_PASSAGE_REACH_M));
    }
  self->box.x0 -= margin;
  self->box.y0 -= margin;
  self->box.x1 += margin;
  self->box.y1 += margin;

  return self;
}

RutterWatch *
rutter_watch_ref (RutterWatch *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rutter_watch_unref (RutterWatch *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->points);
  g_free (self->corners);
  g_free (self);
}

RutterWatchKind
rutter_watch_get_kind (const RutterWatch *self)
{
  return self->kind;
}

const char *
rutter_watch_get_title (const RutterWatch *self)
{
  return self->title;
}

guint32
rutter_watch_get_imo (const RutterWatch *self)
{
  return self->imo;
}

guint32
rutter_watch_get_mmsi (const RutterWatch *self)
{
  return self->mmsi;
}

guint
rutter_watch_get_silence_min (const RutterWatch *self)
{
  return self->silence_min;
}

RutterWatchScope
rutter_watch_get_scope (const RutterWatch *self)
{
  return self->scope;
}

/* Returns: (transfer none): none for a vessel */
const RutterLonLat *
rutter_watch_get_points (const RutterWatch *self,
                         guint             *n_points)
{
  *n_points = self->n_points;
  return self->points;
}

/* Whether both are of one kind and drawn through the same points; of no vessel. */
gboolean
rutter_watch_has_shape_of (const RutterWatch *self,
                           const RutterWatch *other)
{
  return self->kind == other->kind && self->n_points == other->n_points && self->n_points != 0 &&
         memcmp (self->points, other->points, self->n_points * sizeof *self->points) == 0;
}

/* Whether both tell the same of the same, so that what was seen for one holds for the other. */
gboolean
rutter_watch_is_same (const RutterWatch *self,
                      const RutterWatch *other)
{
  return self->kind == other->kind && self->scope == other->scope && self->imo == other->imo &&
         self->mmsi == other->mmsi && self->silence_min == other->silence_min &&
         g_str_equal (self->title, other->title) &&
         (self->kind == RUTTER_WATCH_VESSEL || rutter_watch_has_shape_of (self, other));
}

/**
 * rutter_watch_means:
 * @imo: as broadcast, 0 when not known
 *
 * Whether a vessel is the one that is watched. A ship keeps her IMO number and may change her MMSI:
 * so where both numbers are known and the IMO numbers differ, she is another ship.
 */
gboolean
rutter_watch_means (const RutterWatch *self,
                    guint32            imo,
                    guint32            mmsi)
{
  if (self->kind != RUTTER_WATCH_VESSEL)
    return FALSE;
  if (self->imo != 0 && imo != 0)
    return self->imo == imo;

  return self->mmsi != 0 && self->mmsi == mmsi;
}

/* Even-odd rule (Shimrat 1962, Algorithm 112). */
static gboolean
is_inside (const RutterWatch *self,
           RutterPoint        point)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = self->n_points - 1; i < self->n_points; j = i++)
    {
      RutterPoint a = self->corners[i], b = self->corners[j];

      if ((a.y > point.y) != (b.y > point.y) &&
          point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }

  return inside;
}

/* Over a few kilometres the map's plane, at the scale of this latitude, is exact enough. */
static gboolean
is_near (const RutterWatch *self,
         RutterPoint        point,
         double             lat)
{
  double reach = get_margin (lat, RUTTER_WATCH_PASSAGE_REACH_M);

  for (guint i = 1; i < self->n_points; i++)
    {
      RutterPoint a = self->corners[i - 1], b = self->corners[i];
      double dx = b.x - a.x, dy = b.y - a.y;
      double length2 = dx * dx + dy * dy;
      double along = length2 > 0
                     ? CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / length2, 0, 1) : 0;

      if (hypot (a.x + along * dx - point.x, a.y + along * dy - point.y) <= reach)
        return TRUE;
    }

  return FALSE;
}

/* Whether a position is in the area, or within %RUTTER_WATCH_PASSAGE_REACH_M of the passage. */
gboolean
rutter_watch_holds (const RutterWatch *self,
                    RutterLonLat       position)
{
  RutterPoint point;

  if (self->kind == RUTTER_WATCH_VESSEL)
    return FALSE;

  point = rutter_mercator_project (position);
  /* The world repeats sideways, and the shape may lie in any of its copies. */
  point.x += ceil (self->box.x0 - point.x);
  for (; point.x <= self->box.x1; point.x += 1)
    {
      if (point.y < self->box.y0 || point.y > self->box.y1)
        return FALSE;
      if (self->kind == RUTTER_WATCH_AREA ? is_inside (self, point)
                                          : is_near (self, point, position.lat))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer full): how it is judged, in a sentence or two that an alert carries along */
char *
rutter_watch_dup_definition (const RutterWatch *self)
{
  switch (self->kind)
    {
    case RUTTER_WATCH_AREA:
      return g_strdup (_("Inside means that two positions in a row, as broadcast, lie within the "
                         "outline drawn on the map."));

    case RUTTER_WATCH_PASSAGE:
      return g_strdup_printf (_("At the passage means that two positions in a row, as broadcast, "
                                "lie within %g km of its line."),
                              RUTTER_WATCH_PASSAGE_REACH_M / 1000);

    case RUTTER_WATCH_VESSEL:
    default:
      if (self->silence_min == 0)
        return g_strdup (_("A vessel is told by her IMO number or MMSI, as broadcast; a change "
                           "counts once it was received twice."));
      return g_strdup_printf (ngettext ("AIS silence means that, after she was heard, nothing was "
                                        "received from her during %u minute in which others "
                                        "were. She may be out of reach of the receivers.",
                                        "AIS silence means that, after she was heard, nothing was "
                                        "received from her during %u minutes in which others "
                                        "were. She may be out of reach of the receivers.",
                                        self->silence_min),
                              self->silence_min);
    }
}
