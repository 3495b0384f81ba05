/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-area.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A sea rather than a port. */
#define TILE_DEG 30.0

struct _RutterFeedArea
{
  GMutex         lock;
  RutterFeedBox  boxes[RUTTER_FEED_AREA_MOST_BOXES];
  guint          n_boxes;
};

static const RutterFeedBox world = { -180, -90, 180, 90 };

static gboolean
is_box (const RutterFeedBox *box)
{
  return box->west >= -180 && box->west <= 180 && box->east >= -180 && box->east <= 180 &&
         box->west != box->east && box->south >= -90 && box->north <= 90 &&
         box->south < box->north;
}

RutterFeedArea *
rutter_feed_area_new (void)
{
  RutterFeedArea *self = g_new0 (RutterFeedArea, 1);

  g_mutex_init (&self->lock);
  return self;
}

void
rutter_feed_area_free (RutterFeedArea *self)
{
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* Returns: whether it is another area now; what is no box is left out */
gboolean
rutter_feed_area_set (RutterFeedArea      *self,
                      const RutterFeedBox *boxes,
                      guint                n_boxes)
{
  RutterFeedBox sound[RUTTER_FEED_AREA_MOST_BOXES];
  gboolean is_other;
  guint n = 0;

  for (guint i = 0; i < n_boxes && n < G_N_ELEMENTS (sound); i++)
    if (is_box (&boxes[i]))
      sound[n++] = boxes[i];

  g_mutex_lock (&self->lock);
  is_other = n != self->n_boxes || (n > 0 && memcmp (sound, self->boxes, n * sizeof *sound) != 0);
  self->n_boxes = n;
  memcpy (self->boxes, sound, n * sizeof *sound);
  g_mutex_unlock (&self->lock);

  return is_other;
}

/* Returns: (transfer full): one at least */
RutterFeedBox *
rutter_feed_area_dup (RutterFeedArea *self,
                      guint          *n_boxes)
{
  RutterFeedBox *boxes;

  g_mutex_lock (&self->lock);
  *n_boxes = MAX (self->n_boxes, 1);
  boxes = g_memdup2 (self->n_boxes > 0 ? self->boxes : &world, *n_boxes * sizeof *boxes);
  g_mutex_unlock (&self->lock);

  return boxes;
}

static gboolean
read_box (const char    *text,
          RutterFeedBox *box)
{
  double *const numbers[] = { &box->west, &box->south, &box->east, &box->north };
  const char *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end;

      *numbers[i] = g_ascii_strtod (at, &end);
      if (end == at || *end != (i + 1 < G_N_ELEMENTS (numbers) ? ',' : '\0'))
        return FALSE;
      at = end + 1;
    }

  return is_box (box);
}

/* @text: as rutter_feed_area_format() writes it. Returns: %FALSE for anything else */
gboolean
rutter_feed_area_read (RutterFeedArea *self,
                       const char     *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ";", RUTTER_FEED_AREA_MOST_BOXES + 1);
  RutterFeedBox boxes[RUTTER_FEED_AREA_MOST_BOXES];
  guint n = g_strv_length (parts);

  if (n == 0 || n > G_N_ELEMENTS (boxes))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!read_box (parts[i], &boxes[i]))
      return FALSE;

  rutter_feed_area_set (self, boxes, n);
  return TRUE;
}

/* Returns: (transfer full): “west,south,east,north;…”, for the query of an address */
char *
rutter_feed_area_format (const RutterFeedBox *boxes,
                         guint                n_boxes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_boxes; i++)
    {
      const double numbers[] = { boxes[i].west, boxes[i].south, boxes[i].east, boxes[i].north };

      for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
        {
          char digits[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (digits, sizeof digits, "%.4f", numbers[k]);
          g_string_append_printf (text, "%s%s", k > 0 ? "," : i > 0 ? ";" : "", digits);
        }
    }

  return g_string_free (text, FALSE);
}

/**
 * rutter_feed_area_widen:
 *
 * What may be asked for instead of a box, so that whoever is asked learns less of what the user
 * looks at: the grid is fixed, so that small moves ask for the same.
 */
RutterFeedBox
rutter_feed_area_widen (const RutterFeedBox *box,
                        RutterFeedWidth      width)
{
  RutterFeedBox wide = *box;
  double span;

  if (width == RUTTER_FEED_AREA_EXACT)
    return wide;
  if (width == RUTTER_FEED_AREA_WORLD)
    return world;

  span = box->east > box->west ? box->east - box->west : box->east - box->west + 360;
  wide.west = floor (box->west / TILE_DEG) * TILE_DEG;
  span = ceil ((span + box->west - wide.west) / TILE_DEG) * TILE_DEG;
  wide.south = MAX (floor (box->south / TILE_DEG) * TILE_DEG, -90);
  wide.north = MIN (ceil (box->north / TILE_DEG) * TILE_DEG, 90);
  if (span >= 360)
    {
      wide.west = -180;
      wide.east = 180;
      return wide;
    }

  wide.west = wide.west >= 180 ? -180 : wide.west;
  wide.east = wide.west + span;
  if (wide.east > 180)
    wide.east -= 360;
  return wide;
}

/* Returns: 1 or 2: the same without a box that reaches over 180 degrees */
guint
rutter_feed_area_split (const RutterFeedBox *box,
                        RutterFeedBox        parts[2])
{
  parts[0] = parts[1] = *box;
  if (box->west <= box->east)
    return 1;

  parts[0].east = 180;
  parts[1].west = -180;
  if (box->west >= 180)
    {
      parts[0] = parts[1];
      return 1;
    }
  return box->east > -180 ? 2 : 1;
}

const char *
rutter_feed_area_name_width (RutterFeedWidth width)
{
  switch (width)
    {
    case RUTTER_FEED_AREA_EXACT:
      return _("Exactly what the map shows");

    case RUTTER_FEED_AREA_TILES:
      return _("The squares of 30 degrees around it");

    case RUTTER_FEED_AREA_WORLD:
    default:
      return _("The whole world");
    }
}

/* Returns: (transfer full): what the user is told before an area is asked for */
char *
rutter_feed_area_dup_warning (const char *service)
{
  return g_strdup_printf (_("“%s” sends only the vessels of the area that it is asked for, so it "
                            "learns which area interests you. A wider one tells less, and brings "
                            "more messages."), service);
}
