/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-point-captions.h"

#include <stdlib.h>

struct _RutterPointCaptions
{
  GArray        *captions;  /* by id */
  GArray        *fixes;
  GStringChunk  *names;
};

struct _RutterPointCaptionsBuilder
{
  RutterPointCaptions *captions;
  GArray              *first_fixes;  /* of each caption */
};

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  guint32 first = ((const RutterPointCaption *)a)->id;
  guint32 second = ((const RutterPointCaption *)b)->id;

  return (first > second) - (first < second);
}

static void
clear (gpointer data)
{
  RutterPointCaptions *self = data;

  g_array_unref (self->captions);
  g_array_unref (self->fixes);
  g_string_chunk_free (self->names);
}

RutterPointCaptionsBuilder *
rutter_point_captions_builder_new (void)
{
  RutterPointCaptionsBuilder *self = g_new0 (RutterPointCaptionsBuilder, 1);

  self->captions = g_atomic_rc_box_new0 (RutterPointCaptions);
  self->captions->captions = g_array_new (FALSE, FALSE, sizeof (RutterPointCaption));
  self->captions->fixes = g_array_new (FALSE, FALSE, sizeof (RutterPointFix));
  self->captions->names = g_string_chunk_new (1024);
  self->first_fixes = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/* @id: not one that was added before */
void
rutter_point_captions_builder_add (RutterPointCaptionsBuilder *self,
                                   guint32                     id,
                                   const char                 *name)
{
  RutterPointCaption caption = {
    .id = id,
    .name = g_string_chunk_insert (self->captions->names, name),
  };

  g_array_append_val (self->captions->captions, caption);
  g_array_append_val (self->first_fixes, self->captions->fixes->len);
}

void
rutter_point_captions_builder_add_fix (RutterPointCaptionsBuilder *self,
                                       const RutterPointFix       *fix)
{
  GArray *captions = self->captions->captions;

  g_return_if_fail (captions->len > 0);

  g_array_append_val (self->captions->fixes, *fix);
  g_array_index (captions, RutterPointCaption, captions->len - 1).n_fixes++;
}

RutterPointCaptions *
rutter_point_captions_builder_end (RutterPointCaptionsBuilder *self)
{
  RutterPointCaptions *captions = self->captions;

  for (guint i = 0; i < captions->captions->len; i++)
    {
      guint first = g_array_index (self->first_fixes, guint, i);
      RutterPointCaption *caption = &g_array_index (captions->captions, RutterPointCaption, i);

      if (caption->n_fixes > 0)
        caption->fixes = &g_array_index (captions->fixes, RutterPointFix, first);
    }
  g_array_sort (captions->captions, compare_ids);
  g_array_unref (self->first_fixes);
  g_free (self);

  return captions;
}

RutterPointCaptions *
rutter_point_captions_ref (RutterPointCaptions *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rutter_point_captions_unref (RutterPointCaptions *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Returns: (nullable) (transfer none) */
const RutterPointCaption *
rutter_point_captions_find (const RutterPointCaptions *self,
                            guint32                    id)
{
  RutterPointCaption key = { .id = id };

  return bsearch (&key, self->captions->data, self->captions->len, sizeof key, compare_ids);
}

/* Returns: (transfer none): all, by id */
const RutterPointCaption *
rutter_point_captions_get (const RutterPointCaptions *self,
                           guint                     *n)
{
  *n = self->captions->len;
  return (const RutterPointCaption *)(gpointer)self->captions->data;
}
