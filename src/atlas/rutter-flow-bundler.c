/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-flow-bundler.h"

#include <math.h>
#include <string.h>

/* Parts of the world square, a metre at the equator: what the same anchor can't differ by. */
#define N_PARTS 4e7

typedef struct
{
  gint64 parts[4];
  int    size;     /* how many so far */
} Bundle;

struct _RutterFlowBundler
{
  GHashTable *bundles; /* Bundle, each its own key */
};

static void
init_bundle (Bundle            *bundle,
             const RutterPoint  ends[2])
{
  *bundle = (Bundle) { { llround (ends[0].x * N_PARTS), llround (ends[0].y * N_PARTS),
                         llround (ends[1].x * N_PARTS), llround (ends[1].y * N_PARTS) }, 0 };
}

static guint
hash_bundle (gconstpointer key)
{
  const Bundle *bundle = key;
  guint64 hash = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bundle->parts); i++)
    hash = hash * 0x9e3779b97f4a7c15u + (guint64)bundle->parts[i];

  return (guint)(hash >> 32);
}

static gboolean
is_same_bundle (gconstpointer a,
                gconstpointer b)
{
  return memcmp (((const Bundle *)a)->parts, ((const Bundle *)b)->parts,
                 sizeof ((const Bundle *)a)->parts) == 0;
}

RutterFlowBundler *
rutter_flow_bundler_new (void)
{
  RutterFlowBundler *self = g_new0 (RutterFlowBundler, 1);

  self->bundles = g_hash_table_new_full (hash_bundle, is_same_bundle, g_free, NULL);
  return self;
}

void
rutter_flow_bundler_free (RutterFlowBundler *self)
{
  g_hash_table_unref (self->bundles);
  g_free (self);
}

int
rutter_flow_bundler_add (RutterFlowBundler *self,
                         const RutterPoint  ends[2])
{
  Bundle key, *bundle;

  init_bundle (&key, ends);
  bundle = g_hash_table_lookup (self->bundles, &key);
  if (bundle == NULL)
    {
      bundle = g_memdup2 (&key, sizeof key);
      g_hash_table_add (self->bundles, bundle);
    }

  return bundle->size++;
}

int
rutter_flow_bundler_get_size (const RutterFlowBundler *self,
                              const RutterPoint        ends[2])
{
  const Bundle *bundle;
  Bundle key;

  init_bundle (&key, ends);
  bundle = g_hash_table_lookup (self->bundles, &key);
  return bundle != NULL ? bundle->size : 0;
}
