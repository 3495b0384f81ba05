/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-table-maker.h"

#include "rutter-actor-name.h"
#include "rutter-legend.h"
#include "rutter-passage.h"
#include "rutter-phrases.h"
#include "rutter-verdict.h"

static char *
list_actors (RutterRecords      *records,
             const RutterObject *object,
             gboolean            for_people)
{
  g_autoptr(GPtrArray) codes = rutter_atlas_list_actors (object);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      const RutterObject *actor = rutter_records_find_actor (records, code);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              actor == NULL ? code
                              : for_people  ? rutter_actor_name_to_text (actor->title)
                                            : actor->title);
    }

  return g_string_free (text, FALSE);
}

/* As the details head it: of a vessel first what she is said to have done, for her strongest claim
 * is about who she is.
 */
static RutterStatus
get_status (const RutterObject  *object,
            const RutterVerdict *verdict)
{
  const RutterVessel *vessel = object->kind == RUTTER_KIND_VESSEL ? object->row : NULL;

  return vessel != NULL && vessel->has_role_status ? vessel->role_status : verdict->status;
}

/* What kind of its kind an object is, in the catalogue's own word. */
static const char *
get_detail (const RutterObject *object)
{
  switch ((int)object->kind)
    {
    case RUTTER_KIND_PARTY:
      return ((const RutterParty *)object->row)->kind;
    case RUTTER_KIND_VESSEL:
      return ((const RutterVessel *)object->row)->type;
    case RUTTER_KIND_TRANSFER:
      return ((const RutterTransfer *)object->row)->category;
    case RUTTER_KIND_PASSAGE:
      return rutter_passage_kind_get_nick (((const RutterPassage *)object->row)->kind);
    case RUTTER_KIND_PLACE:
      return ((const RutterPlace *)object->row)->kind;
    case RUTTER_KIND_ROUTE:
      return ((const RutterRoute *)object->row)->mode;
    case RUTTER_KIND_EVENT:
      return ((const RutterEvent *)object->row)->kind;
    default:
      return NULL;
    }
}

static void
add_row (RutterTable         *table,
         RutterRecords       *records,
         const RutterObject  *object,
         RutterLayerId        layer,
         const RutterVerdict *verdict)
{
  RutterSpan span = rutter_object_get_span (object);
  g_autofree char *kind = rutter_phrase_kind (object);
  g_autofree char *date = rutter_phrase_span (&span);
  g_autofree char *actors = list_actors (records, object, TRUE);
  g_autofree char *actors_as_written = list_actors (records, object, FALSE);
  RutterTableRow row = {
    .uid = object->uid,
    .title = object->title,
    .kind = kind,
    .kind_id = rutter_kind_get_id (object->kind),
    .detail_id = get_detail (object),
    .layer_title = rutter_phrase_layer (records, layer),
    .date = date,
    .edtf = span.edtf,
    .actors = actors,
    .actors_as_written = actors_as_written,
    .layer = layer,
    .status = get_status (object, verdict),
    .standing_id = rutter_standing_get_id (object->kind, verdict->computed,
                                           get_status (object, verdict)),
    .standing = rutter_standing_get_title (object->kind, verdict->computed,
                                           get_status (object, verdict)),
    .denied = verdict->denied,
    .n_claims = verdict->n_claims,
    .first_day = span.earliest,
    .last_day = span.latest,
  };

  rutter_table_add (table, &row);
}

static gboolean
is_one (guint layers)
{
  return layers != 0 && (layers & (layers - 1)) == 0;
}

/* The marks say what is shown; what each is comes of the object.
 * Returns: how many objects are shown in more than one layer
 */
static guint
add_shown (RutterTable         *table,
           RutterRecords       *records,
           const RutterFilter  *filter,
           const RutterPicture *picture,
           const RutterView    *view)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); /* uid -> layers */
  guint n_shared = 0;

  for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);
      const RutterObject *object;
      RutterVerdict verdict;
      guint layers;

      if (!rutter_legend_counts (mark, view))
        continue;

      layers = GPOINTER_TO_UINT (g_hash_table_lookup (seen, mark->uid));
      g_hash_table_insert (seen, (gpointer)mark->uid,
                           GUINT_TO_POINTER (layers | 1u << mark->layer));
      if (is_one (layers) && (layers & 1u << mark->layer) == 0)
        n_shared++;
      object = rutter_records_find (records, mark->uid);
      if (layers != 0 || object == NULL)
        continue;

      /* Of the whole object, as its details say it; a vessel's mark speaks of its place alone. */
      rutter_verdict_init (&verdict, object, filter);
      add_row (table, records, object, mark->layer, &verdict);
    }

  return n_shared;
}

/* Returns how many objects are kept; adds them when there is a table for them. @n_shared: how many
 * of these are in more than one of the layers that are on
 */
static guint
add_kept (RutterTable        *table,
          RutterRecords      *records,
          const RutterFilter *filter,
          guint              *n_shared)
{
  guint n_kept = 0;

  *n_shared = 0;

  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (records, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          const RutterObject *object = g_ptr_array_index (objects, i);
          RutterVerdict verdict;
          guint layer;

          if ((object->layers & filter->layers) == 0)
            continue;
          rutter_verdict_init (&verdict, object, filter);
          if (verdict.decision != RUTTER_DECISION_KEPT)
            continue;

          n_kept++;
          *n_shared += !is_one (object->layers & filter->layers);
          layer = g_bit_nth_lsf (object->layers & filter->layers, -1);
          if (table != NULL)
            add_row (table, records, object, layer, &verdict);
        }
    }

  return n_kept;
}

/* @view: (nullable) */
RutterTable *
rutter_table_make (RutterRecords       *records,
                   const RutterFilter  *filter,
                   const RutterPicture *picture,
                   const RutterView    *view)
{
  RutterTable *table = rutter_table_new ();
  guint n_shared;

  rutter_table_set_n_total (table, add_kept (view != NULL ? NULL : table, records, filter,
                                             &n_shared));
  if (view != NULL)
    n_shared = add_shown (table, records, filter, picture, view);
  rutter_table_set_n_shared (table, n_shared);

  return table;
}
