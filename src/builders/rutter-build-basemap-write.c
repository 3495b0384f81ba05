/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-build-basemap-write.h"

#include "rutter-basemap-format.h"
#include "rutter-build-basemap-simplify.h"

#include <math.h>
#include <string.h>

/* A level's zoom, the unit of its coordinates (a quarter of a pixel, at the end 10 m at the
 * equator), and whether it is simplified to half a pixel. The source has a point every 200 m or
 * more, which is what zoom 9 shows: all is drawn from there on.
 */
static const struct
{
  double   zoom;
  guint    bits;
  gboolean is_simplified;
} levels[] = {
  { 1, 11, TRUE }, { 2, 12, TRUE }, { 3, 13, TRUE }, { 4, 14, TRUE }, { 5, 15, TRUE },
  { 6, 16, TRUE }, { 7, 17, TRUE }, { 8, 18, TRUE }, { 9, 22, FALSE },
};

/* Rings and lines that are smaller than this in both directions, pixels, are left out. */
#define MIN_RING_PX 1.0
#define MIN_LINE_PX 0.5

/* Shapes up to this many vertices get no run record. */
#define MAX_INLINE RUTTER_BASEMAP_MAX_RUN

typedef struct
{
  gint32 x, y;
} Vertex;

typedef struct
{
  RutterBasemapShapeRecord record;
  guint                    size_class;
  guint32                  place;       /* Morton code of the box's middle */
} Shape;

typedef struct
{
  GArray     *shapes;
  GArray     *runs;
  GByteArray *data;
} Part;

static void
put_varint (GByteArray *data,
            guint32     value)
{
  guint8 byte;

  while (value >= 0x80)
    {
      byte = value | 0x80;
      g_byte_array_append (data, &byte, 1);
      value >>= 7;
    }

  byte = value;
  g_byte_array_append (data, &byte, 1);
}

static void
put_vertex (GByteArray *data,
            Vertex      from,
            Vertex      to)
{
  gint32 dx = to.x - from.x;
  gint32 dy = to.y - from.y;

  put_varint (data, (guint32)dx << 1 ^ (guint32)(dx >> 31));
  put_varint (data, (guint32)dy << 1 ^ (guint32)(dy >> 31));
}

static RutterBasemapBoxRecord
bound (const Vertex *vertices,
       guint         n)
{
  RutterBasemapBoxRecord box = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < n; i++)
    {
      box.x0 = MIN (box.x0, vertices[i].x);
      box.y0 = MIN (box.y0, vertices[i].y);
      box.x1 = MAX (box.x1, vertices[i].x);
      box.y1 = MAX (box.y1, vertices[i].y);
    }

  return box;
}

/* Interleaves the upper 8 bits of each coordinate, so that neighbours in place are neighbours in
 * the file.
 */
static guint32
get_morton (const RutterBasemapBoxRecord *box,
            guint                         bits)
{
  guint x = CLAMP (((gint64)box->x0 + box->x1) / 2, 0, (1 << bits) - 1) >> (bits - 8);
  guint y = CLAMP (((gint64)box->y0 + box->y1) / 2, 0, (1 << bits) - 1) >> (bits - 8);
  guint32 code = 0;

  for (guint i = 0; i < 8; i++)
    code |= (x >> i & 1) << (2 * i) | (y >> i & 1) << (2 * i + 1);

  return code;
}

static void
add_runs (Part         *part,
          const Vertex *vertices,
          guint         n,
          guint         hidden_from)
{
  guint start = 0;

  while (start + 1 < n)
    {
      gboolean is_hidden = start >= hidden_from;
      guint limit = is_hidden ? n - 1 : MIN (n - 1, hidden_from);
      guint end = MIN (limit, start + RUTTER_BASEMAP_MAX_RUN - 1);
      RutterBasemapRunRecord run = {
        .box = bound (vertices + start, end - start + 1),
        .first_x = vertices[start].x, .first_y = vertices[start].y,
        .last_x = vertices[end].x, .last_y = vertices[end].y,
        .data = part->data->len, .n_points = end - start + 1, .is_hidden = is_hidden,
      };

      for (guint i = start + 1; i <= end; i++)
        put_vertex (part->data, vertices[i - 1], vertices[i]);
      g_array_append_val (part->runs, run);
      start = end;
    }
}

static void
add_shape (Part         *part,
           const Vertex *vertices,
           guint         n,
           guint         kind,
           guint         hidden_from,
           guint         bits)
{
  Shape shape = { .record = { .box = bound (vertices, n), .kind = kind } };
  RutterBasemapBoxRecord *box = &shape.record.box;
  gint64 extent = MAX ((gint64)box->x1 - box->x0, (gint64)box->y1 - box->y0);

  if (n <= MAX_INLINE && hidden_from >= n)
    {
      shape.record.where = part->data->len;
      put_varint (part->data, n);
      put_vertex (part->data, (Vertex) { box->x0, box->y0 }, vertices[0]);
      for (guint i = 1; i < n; i++)
        put_vertex (part->data, vertices[i - 1], vertices[i]);
    }
  else
    {
      guint n_before = part->runs->len;

      add_runs (part, vertices, n, hidden_from);
      shape.record.where = n_before;
      shape.record.n_runs = part->runs->len - n_before;
      /* 16 bits hold 3 million vertices; GSHHG's longest coast has 143,000. */
      g_assert (part->runs->len - n_before <= G_MAXUINT16);
    }

  /* Great shapes by themselves, so that they do not widen the boxes of the small ones' blocks. */
  shape.size_class = extent > (1 << bits) / 64 ? 0 : extent > (1 << bits) / 512 ? 1 : 2;
  shape.place = get_morton (box, bits);
  g_array_append_val (part->shapes, shape);
}

/* Brings a line to a level's unit without vertices that fall together. */
static void
add_line (Part             *part,
          RutterGroundLine *line,
          guint             level)
{
  double size_px = 256 * exp2 (levels[level].zoom);
  double units = exp2 (levels[level].bits);
  double min_px = line->closed ? MIN_RING_PX : MIN_LINE_PX;
  gboolean is_simplified = levels[level].is_simplified;
  RutterBox box = rutter_ground_line_bound (line);
  g_autoptr(GArray) kept = NULL;
  g_autoptr(GArray) vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
  guint hidden_from = G_MAXUINT;

  if (is_simplified &&
      (box.x1 - box.x0) * size_px < min_px && (box.y1 - box.y0) * size_px < min_px)
    return;

  kept = rutter_ground_simplify (line, is_simplified ? 0.5 / size_px : 0);
  for (guint i = 0; i < kept->len; i++)
    {
      guint index = g_array_index (kept, guint, i);
      RutterPoint point = g_array_index (line->points, RutterPoint, index);
      Vertex vertex = { (gint32)lround (point.x * units), (gint32)lround (point.y * units) };
      const Vertex *last = vertices->len == 0 ? NULL
                                              : &g_array_index (vertices, Vertex,
                                                                vertices->len - 1);

      if (last == NULL || last->x != vertex.x || last->y != vertex.y)
        g_array_append_val (vertices, vertex);
      if (index == line->hidden_from)
        hidden_from = vertices->len - 1;
    }

  /* A ring of three vertices and the first again is a triangle; less has no area. */
  if (vertices->len < (line->closed ? 4 : 2))
    return;

  add_shape (part, (const Vertex *)vertices->data, vertices->len, line->kind, hidden_from,
             levels[level].bits);
}

static int
compare_shapes (gconstpointer a,
                gconstpointer b)
{
  const Shape *first = a;
  const Shape *second = b;

  if (first->size_class != second->size_class)
    return first->size_class < second->size_class ? -1 : 1;
  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;

  /* The order of the source breaks ties, so that one input gives one file. */
  return first->record.where < second->record.where ? -1 : 1;
}

static guint64
append_aligned (GByteArray    *file,
                gconstpointer  data,
                gsize          size)
{
  static const guint8 zeros[8];
  guint64 at;

  g_byte_array_append (file, zeros, (8 - file->len % 8) % 8);
  at = file->len;
  if (size > 0)
    g_byte_array_append (file, data, size);

  return at;
}

static GArray *
make_blocks (const GArray *shapes)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (RutterBasemapBoxRecord));

  for (guint i = 0; i < shapes->len; i++)
    {
      const RutterBasemapBoxRecord *box = &g_array_index (shapes, Shape, i).record.box;
      RutterBasemapBoxRecord *block;

      if (i % RUTTER_BASEMAP_BLOCK == 0)
        g_array_append_val (blocks, *box);

      block = &g_array_index (blocks, RutterBasemapBoxRecord, blocks->len - 1);
      block->x0 = MIN (block->x0, box->x0);
      block->y0 = MIN (block->y0, box->y0);
      block->x1 = MAX (block->x1, box->x1);
      block->y1 = MAX (block->y1, box->y1);
    }

  return blocks;
}

static RutterBasemapSetRecord
append_part (GByteArray *file,
             Part       *part)
{
  g_autoptr(GArray) blocks = NULL;
  g_autoptr(GArray) records = g_array_new (FALSE, FALSE, sizeof (RutterBasemapShapeRecord));
  RutterBasemapSetRecord set;

  g_array_sort (part->shapes, compare_shapes);
  blocks = make_blocks (part->shapes);
  for (guint i = 0; i < part->shapes->len; i++)
    g_array_append_val (records, g_array_index (part->shapes, Shape, i).record);

  set.n_blocks = blocks->len;
  set.n_shapes = records->len;
  set.n_runs = part->runs->len;
  set.n_data = part->data->len;
  set.blocks_at = append_aligned (file, blocks->data,
                                  blocks->len * sizeof (RutterBasemapBoxRecord));
  set.shapes_at = append_aligned (file, records->data,
                                  records->len * sizeof (RutterBasemapShapeRecord));
  set.runs_at = append_aligned (file, part->runs->data,
                                part->runs->len * sizeof (RutterBasemapRunRecord));
  set.data_at = append_aligned (file, part->data->data, part->data->len);

  return set;
}

static RutterBasemapSetRecord
write_set (GByteArray *file,
           GPtrArray  *lines,
           guint       level)
{
  g_autoptr(GArray) shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  g_autoptr(GArray) runs = g_array_new (FALSE, FALSE, sizeof (RutterBasemapRunRecord));
  g_autoptr(GByteArray) data = g_byte_array_new ();
  Part part = { shapes, runs, data };

  for (guint i = 0; i < lines->len; i++)
    add_line (&part, g_ptr_array_index (lines, i), level);

  return append_part (file, &part);
}

/**
 * rutter_ground_write:
 *
 * Returns: (transfer full): the basemap file, as rutter-basemap-format.h describes it
 */
GBytes *
rutter_ground_write (GPtrArray *sets[RUTTER_BASEMAP_N_SET])
{
  GByteArray *file = g_byte_array_new ();
  RutterBasemapHeader header = {
    .magic = RUTTER_BASEMAP_MAGIC,
    .version = RUTTER_BASEMAP_VERSION,
    .byte_order = RUTTER_BASEMAP_BYTE_ORDER,
    .n_levels = G_N_ELEMENTS (levels),
  };
  RutterBasemapLevelRecord records[G_N_ELEMENTS (levels)] = { 0 };

  g_byte_array_append (file, (const guint8 *)&header, sizeof header);
  g_byte_array_append (file, (const guint8 *)records, sizeof records);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      records[i].zoom = levels[i].zoom;
      records[i].bits = levels[i].bits;
      for (guint j = 0; j < RUTTER_BASEMAP_N_SET; j++)
        records[i].sets[j] = write_set (file, sets[j], i);
    }

  append_aligned (file, NULL, 0);
  header.file_size = file->len;
  memcpy (file->data, &header, sizeof header);
  memcpy (file->data + sizeof header, records, sizeof records);
  header.checksum = rutter_basemap_checksum (file->data, file->len);
  memcpy (file->data, &header, sizeof header);

  return g_byte_array_free_to_bytes (file);
}
