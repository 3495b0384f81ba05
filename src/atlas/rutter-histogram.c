/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-histogram.h"

#include "rutter-time-spread.h"
#include "rutter-verdict.h"

/* When a claim was about: its own date, else the object's, each as it is written. */
static RutterSpan
get_written_span (const RutterClaim  *claim,
                  const RutterObject *object)
{
  RutterSpan own = rutter_object_get_span (object);
  RutterSpan span = claim->span;

  /* What began on a day and goes on is written as that day. */
  if (rutter_span_is_known (&own) && own.latest == RUTTER_DAY_AFTER_ALL)
    rutter_edtf_parse (own.edtf, &own, NULL);
  if (rutter_span_is_known (&own)
      && (!rutter_span_is_known (&span) || g_strcmp0 (claim->kind, "row") == 0))
    span = own;

  return span;
}

/* Collects the written dates of what is kept. Returns: how many objects have none at all. */
static guint
collect (RutterRecords      *records,
         const RutterFilter *filter,
         GArray             *spans,
         guint              *n_claims)
{
  RutterFilter always = *filter;
  guint n_undated = 0;

  always.first_day = RUTTER_DAY_BEFORE_ALL;
  always.last_day = RUTTER_DAY_AFTER_ALL;
  *n_claims = 0;
  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (records, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          const RutterObject *object = g_ptr_array_index (objects, i);
          guint n_before = spans->len;

          /* What is of the map has no date that could be missing. */
          if (object->layers == 0 || object->kind == RUTTER_KIND_PASSAGE ||
              !rutter_atlas_keeps (object, &always))
            continue;

          for (guint j = 0; j < object->claims->len; j++)
            {
              RutterSpan span = get_written_span (g_ptr_array_index (object->claims, j), object);

              if (rutter_span_is_known (&span))
                g_array_append_val (spans, span);
            }
          *n_claims += object->claims->len;
          n_undated += spans->len == n_before;
        }
    }

  return n_undated;
}

/* The latest of the days to which the shown layers were gathered. */
static int
get_data_to (RutterRecords      *records,
             const RutterFilter *filter)
{
  int day = RUTTER_DAY_BEFORE_ALL;

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      const RutterLayerRow *row = rutter_records_get_layer (records, i);
      RutterSpan span;

      if ((filter->layers & 1u << i) != 0 && row != NULL && row->data_to != NULL
          && rutter_edtf_parse (row->data_to, &span, NULL) && span.latest != RUTTER_DAY_AFTER_ALL)
        day = MAX (day, span.latest);
    }

  return day != RUTTER_DAY_BEFORE_ALL ? day : RUTTER_DAY_AFTER_ALL;
}

RutterTimeSeries *
rutter_histogram_new (RutterRecords      *records,
                      const RutterFilter *filter)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (RutterSpan));
  guint n_claims, n_undated;
  RutterTimeSeries *series;

  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  n_undated = collect (records, filter, spans, &n_claims);
  series = rutter_time_series_new_from_spans ((const RutterSpan *)(gpointer)spans->data,
                                              spans->len, get_data_to (records, filter));
  rutter_time_series_set_counts (series, n_claims, n_undated);
  return series;
}
