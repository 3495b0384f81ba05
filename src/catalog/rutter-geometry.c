/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-geometry.h"

#include "rutter-error.h"
#include "rutter-statement.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HEADER_SIZE 8
#define FLAG_LITTLE_ENDIAN 0x01
#define FLAG_EMPTY 0x10
#define FLAG_EXTENDED 0x20
#define ENVELOPE_XY 1
#define SRS_WGS84 4326
#define WKB_POINT 1
#define WKB_LINESTRING 2
#define WKB_HEADER_SIZE 5
#define POINT_SIZE 16

/* Lines keep their longitudes unwrapped; once round the world and a half beyond either side is
 * more than any way of a ship.
 */
#define MAX_UNWRAPPED_LON 540.0

/* Bounded reading: past the end everything is zero and `is_short` says so. */
typedef struct
{
  const guint8 *data;
  gsize         size;
  gsize         offset;
  gboolean      is_little_endian;
  gboolean      is_short;
} Cursor;

typedef struct
{
  double min_x, max_x, min_y, max_y;
} Envelope;

static const guint8 *
take (Cursor *cursor,
      gsize   size)
{
  static const guint8 nothing[8] = { 0 };
  const guint8 *data = cursor->data + cursor->offset;

  if (size > cursor->size - cursor->offset)
    {
      cursor->is_short = TRUE;
      cursor->offset = cursor->size;
      return nothing;
    }

  cursor->offset += size;
  return data;
}

static guint32
take_uint32 (Cursor *cursor)
{
  guint32 value;

  memcpy (&value, take (cursor, sizeof value), sizeof value);
  return cursor->is_little_endian ? GUINT32_FROM_LE (value) : GUINT32_FROM_BE (value);
}

static double
take_double (Cursor *cursor)
{
  guint64 bits;
  double value;

  memcpy (&bits, take (cursor, sizeof bits), sizeof bits);
  bits = cursor->is_little_endian ? GUINT64_FROM_LE (bits) : GUINT64_FROM_BE (bits);
  memcpy (&value, &bits, sizeof value);
  return value;
}

static gboolean
fail (GError     **error,
      const char  *sentence)
{
  g_set_error_literal (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, sentence);
  return FALSE;
}

/* Reads up to the first byte of the well-known binary. Envelope kinds: none, xy, xyz, xym, xyzm. */
static gboolean
read_header (Cursor    *cursor,
             gboolean  *is_empty,
             GError   **error)
{
  static const guint envelope_sizes[] = { 0, 32, 48, 48, 64 };
  const guint8 *header;
  guint8 flags;
  guint envelope;

  if (cursor->data == NULL || cursor->size < HEADER_SIZE)
    return fail (error, _("The geometry is shorter than its header."));

  header = take (cursor, 4);
  flags = header[3];
  envelope = flags >> 1 & 7;
  cursor->is_little_endian = (flags & FLAG_LITTLE_ENDIAN) != 0;
  *is_empty = (flags & FLAG_EMPTY) != 0;

  if (header[0] != 'G' || header[1] != 'P' || header[2] != 0)
    return fail (error, _("The geometry is not GeoPackage binary of version 1."));
  if ((flags & FLAG_EXTENDED) != 0 || envelope >= G_N_ELEMENTS (envelope_sizes))
    return fail (error, _("The geometry is of an extended kind."));
  if (take_uint32 (cursor) != SRS_WGS84)
    return fail (error, _("The geometry is not in WGS 84."));

  take (cursor, envelope_sizes[envelope]);
  return !cursor->is_short || fail (error, _("The geometry is cut short."));
}

static gboolean
read_wkb_header (Cursor   *cursor,
                 guint32   expected_type,
                 GError  **error)
{
  guint8 order = *take (cursor, 1);

  cursor->is_little_endian = order == 1;
  if (order > 1 || take_uint32 (cursor) != expected_type || cursor->is_short)
    return fail (error, expected_type == WKB_POINT ? _("The geometry is not a point.")
                                                    : _("The geometry is not a line."));

  return TRUE;
}

static void
put_double (guint8 *data,
            double  value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  memcpy (data, &bits, sizeof bits);
}

static void
put_uint32 (guint8  *data,
            guint32  value)
{
  value = GUINT32_TO_LE (value);
  memcpy (data, &value, sizeof value);
}

static void
put_header (guint8  *data,
            guint8   envelope,
            guint32  type,
            gsize    wkb_offset)
{
  data[0] = 'G';
  data[1] = 'P';
  data[2] = 0;
  data[3] = (guint8)(FLAG_LITTLE_ENDIAN | envelope << 1);
  put_uint32 (data + 4, SRS_WGS84);
  data[wkb_offset] = 1;
  put_uint32 (data + wkb_offset + 1, type);
}

/**
 * rutter_geometry_encode_point:
 * @position: a valid position
 *
 * Points carry no envelope: it would be three quarters of the blob and say nothing new.
 */
GBytes *
rutter_geometry_encode_point (RutterLonLat position)
{
  const gsize size = HEADER_SIZE + WKB_HEADER_SIZE + POINT_SIZE;
  guint8 *data;

  g_return_val_if_fail (rutter_lon_lat_is_valid (position), NULL);

  data = g_malloc (size);
  put_header (data, 0, WKB_POINT, HEADER_SIZE);
  put_double (data + HEADER_SIZE + WKB_HEADER_SIZE, position.lon);
  put_double (data + HEADER_SIZE + WKB_HEADER_SIZE + 8, position.lat);

  return g_bytes_new_take (data, size);
}

static void
add_to_envelope (Envelope     *envelope,
                 RutterLonLat  point)
{
  envelope->min_x = fmin (envelope->min_x, point.lon);
  envelope->max_x = fmax (envelope->max_x, point.lon);
  envelope->min_y = fmin (envelope->min_y, point.lat);
  envelope->max_y = fmax (envelope->max_y, point.lat);
}

/**
 * rutter_geometry_encode_line:
 * @points: valid positions, longitudes unwrapped
 * @n_points: 2 or more
 */
GBytes *
rutter_geometry_encode_line (const RutterLonLat *points,
                             guint               n_points)
{
  const gsize wkb_offset = HEADER_SIZE + 32;
  const gsize points_offset = wkb_offset + WKB_HEADER_SIZE + 4;
  const gsize size = points_offset + (gsize)n_points * POINT_SIZE;
  Envelope envelope = { INFINITY, -INFINITY, INFINITY, -INFINITY };
  guint8 *data;

  g_return_val_if_fail (points != NULL && n_points >= 2, NULL);

  data = g_malloc (size);
  put_header (data, ENVELOPE_XY, WKB_LINESTRING, wkb_offset);
  put_uint32 (data + wkb_offset + WKB_HEADER_SIZE, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      put_double (data + points_offset + (gsize)i * POINT_SIZE, points[i].lon);
      put_double (data + points_offset + (gsize)i * POINT_SIZE + 8, points[i].lat);
      add_to_envelope (&envelope, points[i]);
    }

  put_double (data + HEADER_SIZE, envelope.min_x);
  put_double (data + HEADER_SIZE + 8, envelope.max_x);
  put_double (data + HEADER_SIZE + 16, envelope.min_y);
  put_double (data + HEADER_SIZE + 24, envelope.max_y);

  return g_bytes_new_take (data, size);
}

/**
 * rutter_geometry_decode_point:
 * @data: (nullable): bytes from anywhere
 *
 * Returns: %FALSE with %RUTTER_ERROR_INVALID when it is no point of WGS 84, or empty, or out of
 *   range
 */
gboolean
rutter_geometry_decode_point (gconstpointer   data,
                              gsize           size,
                              RutterLonLat   *position,
                              GError        **error)
{
  Cursor cursor = { data, size };
  gboolean is_empty;
  RutterLonLat found;

  if (!read_header (&cursor, &is_empty, error))
    return FALSE;
  if (is_empty)
    return fail (error, _("The geometry is empty."));
  if (!read_wkb_header (&cursor, WKB_POINT, error))
    return FALSE;

  found.lon = take_double (&cursor);
  found.lat = take_double (&cursor);
  if (cursor.is_short || cursor.offset != cursor.size)
    return fail (error, _("The geometry has the wrong length."));
  if (!rutter_lon_lat_is_valid (found))
    return fail (error, _("The geometry has coordinates that are out of range."));

  *position = found;
  return TRUE;
}

/**
 * rutter_geometry_decode_line:
 * @data: (nullable): bytes from anywhere
 * @n_points: (out): 2 or more
 *
 * Returns: (transfer full): the points with their longitudes unwrapped, or %NULL with
 *   %RUTTER_ERROR_INVALID; free with g_free()
 */
RutterLonLat *
rutter_geometry_decode_line (gconstpointer   data,
                             gsize           size,
                             guint          *n_points,
                             GError        **error)
{
  Cursor cursor = { data, size };
  g_autofree RutterLonLat *points = NULL;
  gboolean is_empty;
  guint32 n;

  if (!read_header (&cursor, &is_empty, error))
    return NULL;
  if (!is_empty && !read_wkb_header (&cursor, WKB_LINESTRING, error))
    return NULL;

  n = is_empty ? 0 : take_uint32 (&cursor);
  if (n < 2 && !cursor.is_short)
    {
      fail (error, _("The geometry is a line of fewer than two points."));
      return NULL;
    }
  if (cursor.is_short || cursor.size - cursor.offset != (gsize)n * POINT_SIZE)
    {
      fail (error, _("The geometry has the wrong length."));
      return NULL;
    }

  points = g_new (RutterLonLat, n);
  for (guint32 i = 0; i < n; i++)
    {
      points[i].lon = take_double (&cursor);
      points[i].lat = take_double (&cursor);
      if (i > 0 && fabs (points[i].lon) <= MAX_UNWRAPPED_LON)
        points[i].lon = rutter_geo_unwrap_lon (points[i].lon, points[i - 1].lon);
      /* Written so that NaN fails too. */
      if (!(fabs (points[i].lon) <= MAX_UNWRAPPED_LON && fabs (points[i].lat) <= 90))
        {
          fail (error, _("The geometry has coordinates that are out of range."));
          return NULL;
        }
    }

  *n_points = n;
  return g_steal_pointer (&points);
}

/* Bounds without building the line: the envelope when there is one, else every point. */
static gboolean
read_envelope (sqlite3_value *value,
               Envelope      *envelope,
               gboolean      *is_empty)
{
  Cursor cursor = { sqlite3_value_blob (value), (gsize)sqlite3_value_bytes (value) };
  const Envelope nothing = { INFINITY, -INFINITY, INFINITY, -INFINITY };
  guint32 type;
  guint32 n;

  *envelope = nothing;
  if (!read_header (&cursor, is_empty, NULL))
    return FALSE;
  if (*is_empty)
    return TRUE;

  if (cursor.offset > HEADER_SIZE)
    {
      cursor.offset = HEADER_SIZE;
      envelope->min_x = take_double (&cursor);
      envelope->max_x = take_double (&cursor);
      envelope->min_y = take_double (&cursor);
      envelope->max_y = take_double (&cursor);
      return TRUE;
    }

  cursor.is_little_endian = *take (&cursor, 1) == 1;
  type = take_uint32 (&cursor);
  n = type == WKB_LINESTRING ? take_uint32 (&cursor) : 1;
  if ((type != WKB_POINT && type != WKB_LINESTRING) || n == 0)
    return FALSE;

  for (guint32 i = 0; i < n && !cursor.is_short; i++)
    {
      RutterLonLat point;

      point.lon = take_double (&cursor);
      point.lat = take_double (&cursor);
      add_to_envelope (envelope, point);
    }

  return !cursor.is_short;
}

typedef enum
{
  MIN_X,
  MAX_X,
  MIN_Y,
  MAX_Y,
  IS_EMPTY
} Wanted;

/* The ST_* functions: NULL for what is no geometry, as the specification has it. */
static void
on_geometry_function_cb (sqlite3_context  *context,
                         int               n_values,
                         sqlite3_value   **values)
{
  Wanted wanted = GPOINTER_TO_INT (sqlite3_user_data (context));
  gboolean is_empty;
  Envelope envelope;

  if (!read_envelope (values[0], &envelope, &is_empty) || (is_empty && wanted != IS_EMPTY))
    {
      sqlite3_result_null (context);
      return;
    }

  switch (wanted)
    {
    case MIN_X:
      sqlite3_result_double (context, envelope.min_x);
      break;
    case MAX_X:
      sqlite3_result_double (context, envelope.max_x);
      break;
    case MIN_Y:
      sqlite3_result_double (context, envelope.min_y);
      break;
    case MAX_Y:
      sqlite3_result_double (context, envelope.max_y);
      break;
    case IS_EMPTY:
    default:
      sqlite3_result_int (context, is_empty);
      break;
    }
}

/**
 * rutter_geometry_register_functions:
 *
 * Gives the connection the functions that the R-tree's triggers call: ST_MinX, ST_MaxX, ST_MinY,
 * ST_MaxY and ST_IsEmpty. They depend on their argument alone and touch nothing else, and say so.
 */
gboolean
rutter_geometry_register_functions (sqlite3  *db,
                                    GError  **error)
{
  static const struct
  {
    const char *name;
    Wanted      wanted;
  } functions[] = {
    { "ST_MinX", MIN_X },
    { "ST_MaxX", MAX_X },
    { "ST_MinY", MIN_Y },
    { "ST_MaxY", MAX_Y },
    { "ST_IsEmpty", IS_EMPTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      int rc = sqlite3_create_function_v2 (db, functions[i].name, 1,
                                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                           GINT_TO_POINTER ((int)functions[i].wanted),
                                           on_geometry_function_cb, NULL, NULL, NULL);

      if (rc != SQLITE_OK)
        {
          rutter_db_set_error (db, rc, error);
          return FALSE;
        }
    }

  return TRUE;
}
