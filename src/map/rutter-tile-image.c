/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-tile-image.h"

#include <string.h>

/* Tiles have 256 or 512 pixels a side, now and then 1024. */
#define MOST_SIDE 2048

static guint
read_uint16 (const guint8 *bytes)
{
  return (guint)bytes[0] << 8 | bytes[1];
}

/* The size that stands in the picture's head, before anything is unpacked: a few bytes may claim
 * to be a picture that fills the memory.
 */
static gboolean
is_small_png (const guint8 *bytes,
              gsize         n_bytes)
{
  static const guint8 heading[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

  return n_bytes > 24 && memcmp (bytes, heading, sizeof heading) == 0 &&
         read_uint16 (bytes + 16) == 0 && read_uint16 (bytes + 18) <= MOST_SIDE &&
         read_uint16 (bytes + 20) == 0 && read_uint16 (bytes + 22) <= MOST_SIDE;
}

/* ITU-T T.81, B.1.1.4 and B.2.2: segments with their lengths, until one is a frame's head. */
static gboolean
is_small_jpeg (const guint8 *bytes,
               gsize         n_bytes)
{
  gsize i = 2;

  if (n_bytes < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
    return FALSE;

  while (i + 9 < n_bytes && bytes[i] == 0xff)
    {
      guint marker = bytes[i + 1];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        return read_uint16 (bytes + i + 5) <= MOST_SIDE && read_uint16 (bytes + i + 7) <= MOST_SIDE;

      i += 2 + MAX (read_uint16 (bytes + i + 2), 2);
    }

  return FALSE;
}

static GdkTexture *
cut_out (GdkTexture          *texture,
         const RutterTileCut *cut)
{
  gsize width = (gsize)gdk_texture_get_width (texture);
  gsize height = (gsize)gdk_texture_get_height (texture);
  gsize stride = width * 4;
  gsize part_width = MAX (width >> cut->n_levels, 1);
  gsize part_height = MAX (height >> cut->n_levels, 1);
  guint mask = (1u << cut->n_levels) - 1;
  gsize left = MIN ((cut->x & mask) * width >> cut->n_levels, width - part_width);
  gsize top = MIN ((cut->y & mask) * height >> cut->n_levels, height - part_height);
  g_autofree guint8 *pixels = g_malloc (stride * height);
  guint8 *part = g_malloc (part_width * part_height * 4);
  g_autoptr(GBytes) bytes = NULL;

  gdk_texture_download (texture, pixels, stride);
  for (gsize row = 0; row < part_height; row++)
    memcpy (part + row * part_width * 4, pixels + (top + row) * stride + left * 4, part_width * 4);

  bytes = g_bytes_new_take (part, part_width * part_height * 4);
  return gdk_memory_texture_new ((int)part_width, (int)part_height, GDK_MEMORY_DEFAULT, bytes,
                                 part_width * 4);
}

/**
 * rutter_tile_image_decode:
 * @bytes: from anywhere
 *
 * May run in any thread.
 *
 * Returns: (transfer full) (nullable): the picture or its part; %NULL for what is neither PNG nor
 *   JPEG, is damaged, or too large
 */
GdkTexture *
rutter_tile_image_decode (GBytes              *bytes,
                          const RutterTileCut *cut)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  g_autoptr(GdkTexture) texture = NULL;

  g_return_val_if_fail (cut->n_levels < 16, NULL);

  if (!is_small_png (data, n_bytes) && !is_small_jpeg (data, n_bytes))
    return NULL;

  texture = gdk_texture_new_from_bytes (bytes, NULL);
  if (texture == NULL || cut->n_levels == 0)
    return g_steal_pointer (&texture);

  return cut_out (texture, cut);
}
