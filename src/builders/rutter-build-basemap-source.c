/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-build-basemap-source.h"

#include "rutter-error.h"

#include <netcdf.h>
#include <string.h>

/* What the binned files hold (their own attributes, and the packing that GMT reads them with):
 * the world in square bins, rows from the north, columns from Greenwich eastward. Each bin has
 * segments, each segment vertices whose coordinates are 16-bit parts of the bin, counted from its
 * south-western corner. A line that crosses bins leaves one at the very point where it enters the
 * next.
 */
#define BIN_PARTS 65535
#define MAX_VALUES 20000000u

/* Of rings, in `Embedded_npts_levels_exit_entry_for_a_segment`: two sides of the bin in bits 0 to
 * 5, level in 6 to 8, the number of vertices above.
 */
#define RING_LEVEL_SHIFT 6
#define RING_LEVEL_MASK 7
#define RING_COUNT_SHIFT 9

/* Level 6 is where the ice of Antarctica meets the ground; level 1 has the ice front. */
#define MAX_RING_LEVEL 4

typedef struct
{
  const char *path;
  int         file;
} Reader;

typedef struct
{
  int  *values;
  guint n;
} Values;

static void
close_reader (Reader *reader)
{
  nc_close (reader->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, close_reader)

static void
clear_values (Values *values)
{
  g_clear_pointer (&values->values, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Values, clear_values)

static gboolean
fail (GError     **error,
      const char  *path,
      const char  *what,
      const char  *why)
{
  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               "The coastline file “%s” cannot be read: %s: %s; install GSHHG 2.3.7 (Debian: "
               "gmt-gshhg-high) or name its folder", path, what, why);
  return FALSE;
}

static gboolean
read_values (const Reader  *reader,
             const char    *name,
             Values        *values,
             GError       **error)
{
  int variable, n_dimensions, dimension;
  size_t length;
  int status = nc_inq_varid (reader->file, name, &variable);

  if (status != NC_NOERR)
    return fail (error, reader->path, name, nc_strerror (status));

  if (nc_inq_varndims (reader->file, variable, &n_dimensions) != NC_NOERR || n_dimensions != 1 ||
      nc_inq_vardimid (reader->file, variable, &dimension) != NC_NOERR ||
      nc_inq_dimlen (reader->file, dimension, &length) != NC_NOERR ||
      length == 0 || length > MAX_VALUES)
    return fail (error, reader->path, name, "it has not the expected shape");

  values->n = length;
  values->values = g_new (int, length);
  status = nc_get_var_int (reader->file, variable, values->values);
  if (status != NC_NOERR)
    return fail (error, reader->path, name, nc_strerror (status));

  return TRUE;
}

static gboolean
read_bin_parts (const Reader  *reader,
                const char    *name,
                Values        *values,
                GError       **error)
{
  if (!read_values (reader, name, values, error))
    return FALSE;

  /* Unsigned 16-bit numbers in a signed type. */
  for (guint i = 0; i < values->n; i++)
    values->values[i] &= 0xffff;

  return TRUE;
}

/* All that a file says about its segments, before it is checked. */
typedef struct
{
  Values bin_minutes, bin_first, bin_count, first_point, dx, dy;
  Values info;             /* rings: packed; see above */
  Values count, kind;      /* lines */
  Values polygon;          /* rings */
} Tables;

static void
clear_tables (Tables *tables)
{
  Values *all = (Values *)tables;

  for (guint i = 0; i < sizeof *tables / sizeof *all; i++)
    clear_values (&all[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tables, clear_tables)

static gboolean
read_tables (const Reader  *reader,
             gboolean       closed,
             Tables        *t,
             GError       **error)
{
  if (!read_values (reader, "Bin_size_in_minutes", &t->bin_minutes, error) ||
      !read_values (reader, "Id_of_first_segment_in_a_bin", &t->bin_first, error) ||
      !read_values (reader, "N_segments_in_a_bin", &t->bin_count, error) ||
      !read_values (reader, "Id_of_first_point_in_a_segment", &t->first_point, error) ||
      !read_bin_parts (reader, "Relative_longitude_from_SW_corner_of_bin", &t->dx, error) ||
      !read_bin_parts (reader, "Relative_latitude_from_SW_corner_of_bin", &t->dy, error))
    return FALSE;

  if (closed)
    return read_values (reader, "Embedded_npts_levels_exit_entry_for_a_segment", &t->info, error) &&
           read_values (reader, "Id_of_GSHHS_ID", &t->polygon, error);

  return read_bin_parts (reader, "N_points_for_a_segment", &t->count, error) &&
         read_values (reader, "Hierarchial_level_of_a_segment", &t->kind, error);
}

static gboolean
check_tables (const Reader  *reader,
              const Tables  *t,
              GError       **error)
{
  int minutes = t->bin_minutes.values[0];
  guint n_segments = t->first_point.n;

  if (minutes <= 0 || 180 * 60 % minutes != 0 || 360 * 60 / minutes > 3600)
    return fail (error, reader->path, "Bin_size_in_minutes", "bins do not fill the world");

  if (t->bin_first.n != (guint)(360 * 60 / minutes) * (180 * 60 / minutes) ||
      t->bin_count.n != t->bin_first.n)
    return fail (error, reader->path, "Id_of_first_segment_in_a_bin", "bins do not fill the world");

  if (t->dx.n != t->dy.n ||
      (t->info.values != NULL && (t->info.n != n_segments || t->polygon.n != n_segments)) ||
      (t->count.values != NULL && (t->count.n != n_segments || t->kind.n != n_segments)))
    return fail (error, reader->path, "Id_of_first_point_in_a_segment", "tables differ in length");

  return TRUE;
}

/* Fills in one segment and its points. FALSE when it lies outside the tables. */
static gboolean
fill_segment (RutterGroundSource *self,
              const Tables       *t,
              guint               bin,
              guint               index)
{
  RutterGroundSegment *segment = &self->segments[index];
  int n_columns = 360 * 60 / t->bin_minutes.values[0];
  int n_rows = n_columns / 2;
  int west = bin % n_columns * BIN_PARTS;
  int south = (n_rows - 1 - (int)bin / n_columns) * BIN_PARTS;
  gboolean is_ring = t->info.values != NULL;
  guint first = t->first_point.values[index];
  guint n_points = is_ring ? (guint)t->info.values[index] >> RING_COUNT_SHIFT
                           : (guint)t->count.values[index];

  if (t->first_point.values[index] < 0 || first > t->dx.n || n_points > t->dx.n - first)
    return FALSE;

  for (guint i = first; i < first + n_points; i++)
    self->points[i] = (RutterGridPoint) { west + t->dx.values[i], south + t->dy.values[i] };

  segment->points = &self->points[first];
  segment->n_points = n_points;
  segment->polygon = is_ring ? t->polygon.values[index] : 0;
  segment->kind = is_ring ? t->info.values[index] >> RING_LEVEL_SHIFT & RING_LEVEL_MASK
                          : t->kind.values[index];
  return TRUE;
}

static gboolean
fill_segments (RutterGroundSource  *self,
               const Reader        *reader,
               const Tables        *t,
               GError             **error)
{
  for (guint bin = 0; bin < t->bin_first.n; bin++)
    {
      int first = t->bin_first.values[bin];
      int count = t->bin_count.values[bin];

      if (count == 0)
        continue;
      if (first < 0 || count < 0 || (guint)first > self->n_segments ||
          (guint)count > self->n_segments - first)
        return fail (error, reader->path, "N_segments_in_a_bin",
                     "a bin has segments that are not there");

      for (int i = first; i < first + count; i++)
        if (!fill_segment (self, t, bin, i))
          return fail (error, reader->path, "Id_of_first_point_in_a_segment",
                       "a segment has points that are not there");
    }

  return TRUE;
}

static guint
hash_segment (gconstpointer data)
{
  const RutterGroundSegment *segment = data;
  guint hash = segment->n_points;

  for (guint i = 0; i < segment->n_points; i++)
    hash = hash * 31 + (guint)segment->points[i].x * 65599 + (guint)segment->points[i].y;

  return hash;
}

static gboolean
equal_segments (gconstpointer a,
                gconstpointer b)
{
  const RutterGroundSegment *first = a;
  const RutterGroundSegment *second = b;

  return first->kind == second->kind && first->polygon == second->polygon &&
         first->n_points == second->n_points &&
         memcmp (first->points, second->points, first->n_points * sizeof *first->points) == 0;
}

/* Takes out the grounding line, and what has no length or comes again: the file of boundaries holds
 * many lines two or three times.
 */
static void
keep_wanted (RutterGroundSource *self,
             gboolean            is_rings)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (hash_segment, equal_segments);
  RutterGroundSegment *kept = g_new (RutterGroundSegment, self->n_segments);
  guint n_kept = 0;

  for (guint i = 0; i < self->n_segments; i++)
    {
      RutterGroundSegment *segment = &self->segments[i];

      if (segment->n_points < 2 || (is_rings && segment->kind > MAX_RING_LEVEL) ||
          !g_hash_table_add (seen, segment))
        continue;

      kept[n_kept++] = *segment;
    }

  g_free (self->segments);
  self->segments = kept;
  self->n_segments = n_kept;
}

/**
 * rutter_ground_source_read:
 * @closed: whether it is the file of rings
 *
 * Reads one binned netCDF file of GSHHG, without level 6 (the Antarctic grounding line).
 *
 * Returns: (transfer full): NULL with %RUTTER_ERROR_NOT_FOUND when the file is not there, with
 *   %RUTTER_ERROR_INVALID when it does not hold what it should
 */
RutterGroundSource *
rutter_ground_source_read (const char  *path,
                           gboolean     closed,
                           GError     **error)
{
  g_autoptr(RutterGroundSource) self = g_new0 (RutterGroundSource, 1);
  g_auto(Reader) reader = { path, -1 };
  g_auto(Tables) tables = { 0 };
  int status = nc_open (path, NC_NOWRITE, &reader.file);

  if (status != NC_NOERR)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                   "The coastline file “%s” could not be opened: %s; install GSHHG 2.3.7 (Debian: "
                   "gmt-gshhg-high) or name its folder", path, nc_strerror (status));
      return NULL;
    }

  if (!read_tables (&reader, closed, &tables, error) || !check_tables (&reader, &tables, error))
    return NULL;

  self->grid_width = 360 * 60 / tables.bin_minutes.values[0] * BIN_PARTS;
  self->n_segments = tables.first_point.n;
  self->segments = g_new0 (RutterGroundSegment, self->n_segments);
  self->points = g_new0 (RutterGridPoint, tables.dx.n);
  if (!fill_segments (self, &reader, &tables, error))
    return NULL;

  keep_wanted (self, closed);

  return g_steal_pointer (&self);
}

void
rutter_ground_source_free (RutterGroundSource *self)
{
  g_free (self->segments);
  g_free (self->points);
  g_free (self);
}
