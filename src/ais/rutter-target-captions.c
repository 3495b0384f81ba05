/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-captions.h"

typedef struct
{
  const RutterTargetCaptions *wanted;
  const RutterTargetFilter   *filter;
  const guint32              *mmsis;
  guint                       n_mmsis;
  RutterPointCaptionsBuilder *builder;
  guint                       n;
} Making;

static gboolean
is_named (const Making *making,
          guint32       mmsi)
{
  for (guint i = 0; i < making->n_mmsis; i++)
    if (making->mmsis[i] == mmsi)
      return TRUE;

  return FALSE;
}

static gboolean
is_in_boxes (const RutterTargetCaptions *wanted,
             RutterLonLat                position)
{
  RutterPoint at = rutter_mercator_project (position);

  for (guint i = 0; i < wanted->n_boxes; i++)
    {
      const RutterBox *box = &wanted->boxes[i];

      if (at.x >= box->x0 && at.x <= box->x1 && at.y >= box->y0 && at.y <= box->y1)
        return TRUE;
    }

  return FALSE;
}

static void
add_fixes (RutterPointCaptionsBuilder *builder,
           const RutterTrack          *track)
{
  guint n;
  const RutterTrackFix *fixes = rutter_track_get (track, &n);

  for (guint i = 0; i < n; i++)
    {
      RutterPointFix fix = { fixes[i].x, fixes[i].y, fixes[i].after_gap };

      rutter_point_captions_builder_add_fix (builder, &fix);
    }
}

static void
add_target (const RutterTarget *target,
            const RutterTrack  *track,
            gpointer            user_data)
{
  Making *making = user_data;
  gboolean named = is_named (making, target->mmsi);

  if (target->position_us == 0)
    return;
  if (!named && (!is_in_boxes (making->wanted, target->position) ||
                 !rutter_target_filter_takes (making->filter, target)))
    return;

  making->n += !named;
  if (!named && making->n > making->wanted->most)
    return;

  rutter_point_captions_builder_add (making->builder, target->mmsi, target->name);
  if (named || making->wanted->with_tails)
    add_fixes (making->builder, track);
}

static RutterPointCaptions *
make (RutterTargetTable *table,
      Making            *making)
{
  making->n = 0;
  making->builder = rutter_point_captions_builder_new ();
  rutter_target_table_foreach (table, add_target, making);
  return rutter_point_captions_builder_end (making->builder);
}

/* @mmsis: captions for these in any case */
RutterPointCaptions *
rutter_target_captions_make (RutterTargetTable          *table,
                             const RutterTargetCaptions *wanted,
                             const RutterTargetFilter   *filter,
                             const guint32              *mmsis,
                             guint                       n_mmsis)
{
  Making making = { wanted, filter, mmsis, n_mmsis, NULL, 0 };
  RutterPointCaptions *captions = make (table, &making);
  RutterTargetCaptions none = { .n_boxes = 0 };

  if (making.n <= wanted->most)
    return captions;

  rutter_point_captions_unref (captions);
  making.wanted = &none;
  return make (table, &making);
}
