/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-companions.h"

#include <math.h>

/* World square; far below a metre, far above what arithmetic loses. */
#define SAME_PLACE 1e-9

/* In any copy of the world. */
static gboolean
is_same_place (RutterPoint a,
               RutterPoint b)
{
  double dx = a.x - b.x;

  return fabs (dx - round (dx)) < SAME_PLACE && fabs (a.y - b.y) < SAME_PLACE;
}

static gboolean
joins_the_same (const RutterMark *mark,
                const RutterMark *other)
{
  return (is_same_place (mark->points[0], other->points[0]) &&
          is_same_place (mark->points[1], other->points[1])) ||
         (is_same_place (mark->points[0], other->points[1]) &&
          is_same_place (mark->points[1], other->points[0]));
}

static gboolean
is_flow (const RutterMark *mark)
{
  return mark->shape == RUTTER_SHAPE_FLOW && mark->n_points > 1;
}

GHashTable *
rutter_companions_find (const RutterPicture *picture,
                        const char          *uid)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);
  guint n_marks = rutter_picture_get_n_marks (picture);
  const RutterMark *flow = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);

      if (!g_str_equal (mark->uid, uid))
        continue;

      g_hash_table_add (found, (gpointer)mark);
      if (flow == NULL && is_flow (mark))
        flow = mark;
    }

  for (guint i = 0; flow != NULL && i < n_marks; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);

      if (is_flow (mark) && joins_the_same (mark, flow))
        g_hash_table_add (found, (gpointer)mark);
    }

  return found;
}
