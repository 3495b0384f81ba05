/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-sea-chart.h"

#include "rutter-sea-chart-format.h"

#include <string.h>

static const gsize ITEM_SIZES[RUTTER_SEA_CHART_N_PARTS] = {
  sizeof (guint32), sizeof (RutterWaterPart), sizeof (RutterWaterPart), sizeof (guint64),
  sizeof (guint32), sizeof (guint32), sizeof (RutterSeaPoint), sizeof (guint32),
  sizeof (guint32), sizeof (guint32), sizeof (guint16), sizeof (RutterLandmarkRow),
};

/**
 * rutter_sea_chart_checksum:
 *
 * Four sums side by side over words in turn, so that the processor need not wait for each
 * multiplication: each step is a bijection, so a change within one word always shows. It finds
 * damage, it is no defence against forgery.
 *
 * Returns: the checksum of what follows the header's own field
 */
guint64
rutter_sea_chart_checksum (const guint8 *bytes,
                           gsize         length)
{
  const gsize start = G_STRUCT_OFFSET (RutterSeaChartHeader, size);
  guint64 sums[4] = { 1, 2, 3, 4 };
  guint64 sum = length;
  gsize i = start;

  for (; i + 32 <= length; i += 32)
    for (guint k = 0; k < 4; k++)
      {
        guint64 word;

        memcpy (&word, bytes + i + k * 8, 8);
        sums[k] = (sums[k] ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
        sums[k] ^= sums[k] >> 32;
      }
  for (; i < length; i++)
    sums[0] = (sums[0] ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  for (guint k = 0; k < 4; k++)
    {
      sum = (sum ^ sums[k]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      sum ^= sum >> 29;
    }

  return sum;
}

/* The gates of all passages, cut in their pieces. */
GArray *
rutter_sea_chart_list_gates (RutterPassages *passages)
{
  GArray *gates = g_array_new (FALSE, FALSE, sizeof (RutterSeaBarrier));

  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    {
      const RutterPassage *passage = rutter_passages_get (passages, i);
      gboolean is_gate = passage->kind == RUTTER_PASSAGE_GATE;
      const RutterLonLat *line = is_gate ? passage->line : passage->gate;
      guint n_points = is_gate ? passage->n_points : passage->n_gate;

      for (guint k = 1; k < n_points; k++)
        {
          RutterSeaBarrier piece = { line[k - 1], line[k], i };

          g_array_append_val (gates, piece);
        }
    }

  return gates;
}

/* The set of passages that are closed unless a request opens them. */
RutterPassageSet
rutter_sea_chart_get_shut (RutterPassages *passages)
{
  RutterPassageSet shut = { { 0 } };

  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    if (rutter_passages_get (passages, i)->is_shut)
      shut = rutter_passage_set_with (shut, i);

  return shut;
}

static gboolean
check_header (const RutterSeaChartHeader *header,
              gsize                       length,
              RutterBasemap              *basemap,
              RutterPassages             *passages)
{
  if (length < sizeof *header ||
      memcmp (header->magic, RUTTER_SEA_CHART_MAGIC, sizeof header->magic) != 0 ||
      header->version != RUTTER_SEA_CHART_VERSION ||
      header->byte_order != RUTTER_SEA_CHART_BYTE_ORDER || header->size != length ||
      header->basemap != rutter_basemap_get_checksum (basemap) ||
      header->passages != rutter_passages_digest (passages) ||
      header->checksum != rutter_sea_chart_checksum ((const guint8 *)header, length))
    return FALSE;

  for (guint i = 0; i < RUTTER_SEA_CHART_N_PARTS; i++)
    {
      const RutterSeaChartRecord *part = &header->parts[i];

      if (part->at % 8 != 0 || part->at > length || part->n > (length - part->at) / ITEM_SIZES[i])
        return FALSE;
    }

  return header->parts[RUTTER_SEA_CHART_SQUARES].n ==
           RUTTER_WATER_N_ROWS * RUTTER_WATER_N_COLUMNS &&
         header->parts[RUTTER_SEA_CHART_FIRST_LEAVES].n ==
           RUTTER_WATER_N_ROWS * RUTTER_WATER_N_COLUMNS + 1;
}

static gpointer
get_part (const RutterSeaChartHeader *header,
          RutterSeaChartPart          part)
{
  return (guint8 *)header + header->parts[part].at;
}

/**
 * rutter_sea_chart_init:
 * @bytes: as rutter_sea_chart_build() makes them
 *
 * Returns: FALSE when the bytes are damaged or were made from another basemap, other passages or by
 *   another version
 */
gboolean
rutter_sea_chart_init (RutterSeaChart *self,
                       GBytes         *bytes,
                       RutterBasemap  *basemap,
                       RutterPassages *passages)
{
  gsize length;
  const RutterSeaChartHeader *header = g_bytes_get_data (bytes, &length);
  g_autoptr(GArray) gates = NULL;

  *self = (RutterSeaChart) { NULL };
  if (!check_header (header, length, basemap, passages))
    return FALSE;

  self->bytes = g_bytes_ref (bytes);
  self->mask = (RutterWaterMask) {
    .squares = get_part (header, RUTTER_SEA_CHART_SQUARES),
    .coasts = get_part (header, RUTTER_SEA_CHART_COASTS),
    .blocks = get_part (header, RUTTER_SEA_CHART_BLOCKS),
    .tiles = get_part (header, RUTTER_SEA_CHART_TILES),
    .n_coasts = (guint32)header->parts[RUTTER_SEA_CHART_COASTS].n,
    .n_blocks = (guint32)header->parts[RUTTER_SEA_CHART_BLOCKS].n,
    .n_tiles = (guint32)header->parts[RUTTER_SEA_CHART_TILES].n,
  };
  self->graph = (RutterSeaGraph) {
    .n_leaves = (guint32)header->parts[RUTTER_SEA_CHART_LEAVES].n,
    .n_nodes = (guint32)(header->parts[RUTTER_SEA_CHART_LEAVES].n +
                         header->parts[RUTTER_SEA_CHART_POINTS].n),
    .n_edges = (guint32)header->parts[RUTTER_SEA_CHART_TARGETS].n,
    .leaves = get_part (header, RUTTER_SEA_CHART_LEAVES),
    .first_leaves = get_part (header, RUTTER_SEA_CHART_FIRST_LEAVES),
    .points = get_part (header, RUTTER_SEA_CHART_POINTS),
    .tile_points = get_part (header, RUTTER_SEA_CHART_TILE_POINTS),
    .first_edges = get_part (header, RUTTER_SEA_CHART_FIRST_EDGES),
    .targets = get_part (header, RUTTER_SEA_CHART_TARGETS),
    .lengths = get_part (header, RUTTER_SEA_CHART_LENGTHS),
  };
  self->landmarks = get_part (header, RUTTER_SEA_CHART_LANDMARKS);

  gates = rutter_sea_chart_list_gates (passages);
  self->barriers.n_items = gates->len;
  self->barriers.items = self->gates =
    (RutterSeaBarrier *)(gpointer)g_array_free (g_steal_pointer (&gates), FALSE);

  return TRUE;
}

void
rutter_sea_chart_clear (RutterSeaChart *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->gates, g_free);
}
