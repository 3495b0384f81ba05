/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-flow-bundler.h"

struct _RutterFlowBundler
{
  GHashTable *sizes; /* "from>to" to how many so far */
};

/* 1e-5 degrees, a metre: what the same anchor can't differ by. */
static char *
make_key (RutterLonLat from,
          RutterLonLat to)
{
  return g_strdup_printf ("%.5f,%.5f>%.5f,%.5f", from.lon, from.lat, to.lon, to.lat);
}

RutterFlowBundler *
rutter_flow_bundler_new (void)
{
  RutterFlowBundler *self = g_new0 (RutterFlowBundler, 1);

  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
rutter_flow_bundler_free (RutterFlowBundler *self)
{
  g_hash_table_unref (self->sizes);
  g_free (self);
}

int
rutter_flow_bundler_add (RutterFlowBundler *self,
                         RutterLonLat       from,
                         RutterLonLat       to)
{
  char *key = make_key (from, to);
  int size = GPOINTER_TO_INT (g_hash_table_lookup (self->sizes, key));

  g_hash_table_replace (self->sizes, key, GINT_TO_POINTER (size + 1));
  return size;
}

int
rutter_flow_bundler_get_size (const RutterFlowBundler *self,
                              RutterLonLat             from,
                              RutterLonLat             to)
{
  g_autofree char *key = make_key (from, to);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->sizes, key));
}
