/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-basemap.h"

#include "rutter-basemap-format.h"
#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>

/* A level simplified to half a pixel of its zoom still looks right this much closer. */
#define ZOOM_SLACK 0.35

struct _RutterBasemap
{
  GMappedFile                    *file;
  const guint8                   *bytes;
  gsize                           length;
  guint                           n_levels;
  const RutterBasemapLevelRecord *levels;
};

static gboolean
set_error (GError     **error,
           RutterError  code,
           const char  *path,
           const char  *why)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, RUTTER_ERROR, code,
               _("The basemap “%s” cannot be used: %s. Install Rutter again to restore it."),
               name, why);
  return FALSE;
}

/* Says whether @n records of @size bytes at @at lie within the file, aligned. */
static gboolean
has_part (const RutterBasemap *self,
          guint64              at,
          guint64              n,
          gsize                size)
{
  return at % 8 == 0 && at <= self->length && n <= (self->length - at) / size;
}

static gboolean
check_level (const RutterBasemap            *self,
             const RutterBasemapLevelRecord *level)
{
  if (!isfinite (level->zoom) || level->bits == 0 || level->bits > RUTTER_BASEMAP_MAX_BITS)
    return FALSE;

  for (guint i = 0; i < RUTTER_BASEMAP_N_SET; i++)
    {
      const RutterBasemapSetRecord *set = &level->sets[i];
      guint64 n_blocks = ((guint64)set->n_shapes + RUTTER_BASEMAP_BLOCK - 1) / RUTTER_BASEMAP_BLOCK;

      if (set->n_blocks != n_blocks ||
          !has_part (self, set->blocks_at, set->n_blocks, sizeof (RutterBasemapBoxRecord)) ||
          !has_part (self, set->shapes_at, set->n_shapes, sizeof (RutterBasemapShapeRecord)) ||
          !has_part (self, set->runs_at, set->n_runs, sizeof (RutterBasemapRunRecord)) ||
          !has_part (self, set->data_at, set->n_data, 1))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_file (RutterBasemap  *self,
            const char     *path,
            GError        **error)
{
  const RutterBasemapHeader *header = (const RutterBasemapHeader *)self->bytes;
  const gsize directory_at = sizeof *header;

  if (self->length < sizeof header->magic ||
      memcmp (header->magic, RUTTER_BASEMAP_MAGIC, sizeof header->magic) != 0)
    return set_error (error, RUTTER_ERROR_FOREIGN, path, _("it is a file of another kind"));

  if (self->length < sizeof *header)
    return set_error (error, RUTTER_ERROR_CORRUPT, path, _("it is cut short"));

  if (header->byte_order != RUTTER_BASEMAP_BYTE_ORDER)
    return set_error (error, RUTTER_ERROR_FOREIGN, path,
                      _("it was built for another kind of computer"));

  if (header->version != RUTTER_BASEMAP_VERSION)
    return set_error (error, RUTTER_ERROR_FOREIGN, path,
                      _("it was built for another version of Rutter"));

  if (header->file_size != self->length)
    return set_error (error, RUTTER_ERROR_CORRUPT, path,
                      _("its length is not what it should be"));

  if (header->checksum != rutter_basemap_checksum (self->bytes, self->length))
    return set_error (error, RUTTER_ERROR_CORRUPT, path, _("its checksum does not match"));

  self->n_levels = header->n_levels;
  self->levels = (const RutterBasemapLevelRecord *)(self->bytes + directory_at);
  if (self->n_levels == 0 || self->n_levels > RUTTER_BASEMAP_MAX_LEVELS ||
      !has_part (self, directory_at, self->n_levels, sizeof (RutterBasemapLevelRecord)))
    return set_error (error, RUTTER_ERROR_CORRUPT, path, _("its directory is damaged"));

  for (guint i = 0; i < self->n_levels; i++)
    if (!check_level (self, &self->levels[i]))
      return set_error (error, RUTTER_ERROR_CORRUPT, path, _("its directory is damaged"));

  return TRUE;
}

static RutterBox
to_box (const RutterBasemapBoxRecord *record,
        double                        unit)
{
  return (RutterBox) { record->x0 * unit, record->y0 * unit,
                       record->x1 * unit, record->y1 * unit };
}

static double
get_unit (const RutterBasemapLevelRecord *level)
{
  return ldexp (1.0, -(int)level->bits);
}

/* Reads one varint of at most 32 bits. NULL when the data ends within it or it is longer. */
static inline const guint8 *
read_varint (const guint8 *data,
             const guint8 *end,
             guint32      *value)
{
  guint32 result = 0;

  for (guint shift = 0; shift < 32 && data < end; shift += 7)
    {
      guint8 byte = *data++;

      result |= (guint32)(byte & 0x7f) << shift;
      if (byte < 0x80)
        {
          *value = result;
          return data;
        }
    }

  return NULL;
}

static inline const guint8 *
read_vertex (const guint8 *data,
             const guint8 *end,
             gint32       *x,
             gint32       *y)
{
  guint32 dx, dy;

  if ((data = read_varint (data, end, &dx)) == NULL ||
      (data = read_varint (data, end, &dy)) == NULL)
    return NULL;

  /* Zigzag to signed; unsigned sums, because a damaged file may overflow them. */
  *x = (gint32)((guint32)*x + ((dx >> 1) ^ -(dx & 1)));
  *y = (gint32)((guint32)*y + ((dy >> 1) ^ -(dy & 1)));

  return data;
}

static gboolean
get_inline_run (const guint8                   *data,
                const guint8                   *end,
                const RutterBasemapShapeRecord *record,
                double                          unit,
                RutterBasemapRun               *run)
{
  gint32 x = record->box.x0;
  gint32 y = record->box.y0;
  guint32 n_points;

  if ((data = read_varint (data, end, &n_points)) == NULL ||
      n_points == 0 || n_points > RUTTER_BASEMAP_MAX_RUN ||
      (data = read_vertex (data, end, &x, &y)) == NULL)
    return FALSE;

  /* The last vertex is known only when decoded; nobody passes over a shape's only run. */
  run->first = run->last = (RutterPoint) { x * unit, y * unit };
  run->start[0] = x;
  run->start[1] = y;
  run->n_points = n_points;
  run->is_hidden = FALSE;
  run->data = data;

  return TRUE;
}

/**
 * rutter_basemap_checksum:
 * @length: of the file, bytes
 *
 * Multiplies and folds word by word (the step of FNV-1a over 64 bits): each step is a bijection, so
 * a change within one word always shows. It finds damage, it is no defence against forgery.
 *
 * Returns: the checksum of what follows the checksum's own field
 */
guint64
rutter_basemap_checksum (const guint8 *file,
                         gsize         length)
{
  const gsize start = G_STRUCT_OFFSET (RutterBasemapHeader, file_size);
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = start; i < length; i += 8)
    {
      guint64 word = 0;

      memcpy (&word, file + i, MIN (8, length - i));
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
      hash ^= hash >> 32;
    }

  return hash;
}

/**
 * rutter_basemap_open:
 *
 * Maps the file and checks all of it: kind, version, length, checksum, directory. What the
 * checksum cannot vouch for is checked again where runs are decoded.
 *
 * Returns: (transfer full): NULL with %RUTTER_ERROR_NOT_FOUND, %RUTTER_ERROR_FOREIGN or
 *   %RUTTER_ERROR_CORRUPT
 */
RutterBasemap *
rutter_basemap_open (const char  *path,
                     GError     **error)
{
  g_autoptr(RutterBasemap) self = NULL;
  g_autoptr(GError) local_error = NULL;
  GMappedFile *file;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_mapped_file_new (path, FALSE, &local_error);
  if (file == NULL)
    {
      g_autofree char *why = g_strdup_printf (_("it could not be read (%s)"),
                                              local_error->message);

      set_error (error, RUTTER_ERROR_NOT_FOUND, path, why);
      return NULL;
    }

  self = g_atomic_rc_box_new0 (RutterBasemap);
  self->file = file;
  self->bytes = (const guint8 *)g_mapped_file_get_contents (file);
  self->length = g_mapped_file_get_length (file);

  if (!check_file (self, path, error))
    return NULL;

  /* The checksum read every page; give back those that no painting needs. */
  madvise ((gpointer)self->bytes, self->length, MADV_DONTNEED);

  return g_steal_pointer (&self);
}

RutterBasemap *
rutter_basemap_ref (RutterBasemap *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_basemap (gpointer data)
{
  RutterBasemap *self = data;

  g_clear_pointer (&self->file, g_mapped_file_unref);
}

void
rutter_basemap_unref (RutterBasemap *self)
{
  g_atomic_rc_box_release_full (self, clear_basemap);
}

/* What tells this basemap from any other, for what is made from it and kept. */
guint64
rutter_basemap_get_checksum (RutterBasemap *self)
{
  return ((const RutterBasemapHeader *)self->bytes)->checksum;
}

/**
 * rutter_basemap_choose_level:
 * @zoom: of the view, plus the binary logarithm of its scale factor
 *
 * Returns: the coarsest level that looks right at this zoom
 */
guint
rutter_basemap_choose_level (RutterBasemap *self,
                             double         zoom)
{
  guint level = 0;

  while (level + 1 < self->n_levels && self->levels[level].zoom + ZOOM_SLACK < zoom)
    level++;

  return level;
}

/**
 * rutter_basemap_iter_init:
 * @box: only shapes whose box meets this one come out; it must stay within one copy of the world,
 *   moved by minus k for the k-th
 */
void
rutter_basemap_iter_init (RutterBasemapIter *iter,
                          RutterBasemap     *self,
                          guint              level,
                          RutterBasemapSet   set,
                          const RutterBox   *box)
{
  g_return_if_fail (level < self->n_levels);
  g_return_if_fail (set < RUTTER_BASEMAP_N_SET);

  *iter = (RutterBasemapIter) { self, level, set, 0, *box };
}

gboolean
rutter_basemap_iter_next (RutterBasemapIter  *iter,
                          RutterBasemapShape *shape)
{
  RutterBasemap *self = iter->basemap;
  const RutterBasemapLevelRecord *level = &self->levels[iter->level];
  const RutterBasemapSetRecord *set = &level->sets[iter->set];
  const RutterBasemapBoxRecord *blocks = (gconstpointer)(self->bytes + set->blocks_at);
  const RutterBasemapShapeRecord *shapes = (gconstpointer)(self->bytes + set->shapes_at);
  double unit = get_unit (level);

  while (iter->index < set->n_shapes)
    {
      const RutterBasemapShapeRecord *record = &shapes[iter->index];

      if (iter->index % RUTTER_BASEMAP_BLOCK == 0)
        {
          RutterBox box = to_box (&blocks[iter->index / RUTTER_BASEMAP_BLOCK], unit);

          if (!rutter_box_meets (&box, &iter->box))
            {
              iter->index += MIN (RUTTER_BASEMAP_BLOCK, set->n_shapes - iter->index);
              continue;
            }
        }

      iter->index++;
      shape->box = to_box (&record->box, unit);
      if (!rutter_box_meets (&shape->box, &iter->box))
        continue;

      shape->kind = record->kind;
      shape->is_inline = record->n_runs == 0;
      shape->n_runs = MAX (1, record->n_runs);
      shape->index = iter->index - 1;
      shape->set = iter->set;
      shape->level = iter->level;
      return TRUE;
    }

  return FALSE;
}

/**
 * rutter_basemap_get_run:
 * @index: below the shape's `n_runs`
 * @run: (out caller-allocates): points into the mapped file, valid as long as @self
 *
 * Returns: whether the run lies within the file
 */
gboolean
rutter_basemap_get_run (RutterBasemap            *self,
                        const RutterBasemapShape *shape,
                        guint                     index,
                        RutterBasemapRun         *run)
{
  const RutterBasemapLevelRecord *level = &self->levels[shape->level];
  const RutterBasemapSetRecord *set = &level->sets[shape->set];
  const RutterBasemapShapeRecord *shapes = (gconstpointer)(self->bytes + set->shapes_at);
  const RutterBasemapRunRecord *runs = (gconstpointer)(self->bytes + set->runs_at);
  const RutterBasemapShapeRecord *record = &shapes[shape->index];
  const guint8 *data = self->bytes + set->data_at;

  run->unit = get_unit (level);
  run->end = data + set->n_data;

  if (shape->is_inline)
    {
      run->box = shape->box;
      memcpy (run->limits, &record->box, sizeof run->limits);
      return record->where < set->n_data &&
             get_inline_run (data + record->where, run->end, record, run->unit, run);
    }

  if (record->where >= set->n_runs || index >= set->n_runs - record->where)
    return FALSE;

  runs += record->where + index;
  if (runs->n_points == 0 || runs->n_points > RUTTER_BASEMAP_MAX_RUN || runs->data > set->n_data)
    return FALSE;

  run->box = to_box (&runs->box, run->unit);
  memcpy (run->limits, &runs->box, sizeof run->limits);
  run->first = (RutterPoint) { runs->first_x * run->unit, runs->first_y * run->unit };
  run->last = (RutterPoint) { runs->last_x * run->unit, runs->last_y * run->unit };
  run->start[0] = runs->first_x;
  run->start[1] = runs->first_y;
  run->n_points = runs->n_points;
  run->is_hidden = runs->is_hidden != 0;
  run->data = data + runs->data;

  return TRUE;
}

/**
 * rutter_basemap_run_decode:
 * @points: (out): room for %RUTTER_BASEMAP_MAX_RUN
 *
 * Returns: the number of vertices; 0 when the data ends too early or leaves the run's box, so that
 *   a damaged run is passed over and nothing is drawn where it does not belong
 */
guint
rutter_basemap_run_decode (const RutterBasemapRun *run,
                           RutterPoint             points[RUTTER_BASEMAP_MAX_RUN])
{
  const guint8 *data = run->data;
  gint32 x = run->start[0];
  gint32 y = run->start[1];

  for (guint i = 0; i < run->n_points; i++)
    {
      if (i > 0 && (data = read_vertex (data, run->end, &x, &y)) == NULL)
        return 0;
      if (x < run->limits[0] || y < run->limits[1] || x > run->limits[2] || y > run->limits[3])
        return 0;

      points[i] = (RutterPoint) { x * run->unit, y * run->unit };
    }

  return run->n_points;
}
