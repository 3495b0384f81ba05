/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-legend.h"

#include "rutter-actor-name.h"
#include "rutter-phrases.h"
#include "rutter-verdict.h"
#include "rutter-vessel-path.h"

#include <glib/gi18n-lib.h>

struct _RutterLegend
{
  RutterLegendLayer layers[RUTTER_N_LAYER];
};

/* A class while marks are sorted into it. */
typedef struct
{
  RutterLegendClass  row;
  RutterKind         kind;
  GHashTable        *uids;
  GHashTable        *denied;
} Class;

static void
free_row (gpointer data)
{
  RutterLegendClass *row = data;

  g_free (row->title);
  g_free (row->definition);
  g_free (row);
}

static void
free_class (gpointer data)
{
  Class *class = data;

  g_hash_table_unref (class->uids);
  g_hash_table_unref (class->denied);
  g_free (class);
}

gboolean
rutter_legend_counts (const RutterMark *mark,
                      const RutterView *view)
{
  int first, last;

  rutter_view_get_copies (view, &mark->box, &first, &last);
  return first <= last;
}

/* Whose colour makes a class: who supplies, whom a hub served, whose flag a vessel flies. Routes
 * are coloured by where they begin and events by the actor that is named first; a class for each
 * would fill the legend and say little more.
 */
static gboolean
is_told_by_actor (const RutterMark *mark)
{
  return mark->shape == RUTTER_SHAPE_FLOW || mark->kind == RUTTER_KIND_HUB
         || (mark->kind == RUTTER_KIND_VESSEL && mark->shape == RUTTER_SHAPE_POINT);
}

static gboolean
is_same_class (const Class      *class,
               const RutterMark *mark)
{
  const RutterLegendClass *row = &class->row;

  return class->kind == mark->kind && row->shape == mark->shape && row->symbol == mark->symbol
         && row->status == mark->status && row->inferred == mark->inferred
         && row->computed == mark->computed
         && (!is_told_by_actor (mark) || row->actor == mark->actor
             || g_strcmp0 (row->actor, mark->actor) == 0);
}

static void
add_mark (GPtrArray        *classes,
          const RutterMark *mark)
{
  Class *class = NULL;

  for (guint i = 0; i < classes->len && class == NULL; i++)
    if (is_same_class (g_ptr_array_index (classes, i), mark))
      class = g_ptr_array_index (classes, i);

  if (class == NULL)
    {
      class = g_new0 (Class, 1);
      class->kind = mark->kind;
      class->row.layer = mark->layer;
      class->row.shape = mark->shape;
      class->row.symbol = mark->symbol;
      class->row.status = mark->status;
      class->row.inferred = mark->inferred;
      class->row.computed = mark->computed;
      class->row.actor = mark->actor;
      class->uids = g_hash_table_new (NULL, NULL);
      class->denied = g_hash_table_new (NULL, NULL);
      g_ptr_array_add (classes, class);
    }

  /* Of several colours none is the sample's. */
  if (g_strcmp0 (class->row.actor, mark->actor) != 0)
    class->row.actor = NULL;
  g_hash_table_add (class->uids, (gpointer)mark->uid);
  if (mark->denied)
    g_hash_table_add (class->denied, (gpointer)mark->uid);
}

static const char *
get_actor_title (RutterRecords *records,
                 const char    *code)
{
  const RutterObject *actor = code != NULL ? rutter_records_find_actor (records, code) : NULL;

  return actor != NULL ? rutter_actor_name_to_text (actor->title)
                       : code != NULL ? code : _("Others");
}

static char *
name_class (RutterRecords           *records,
            const RutterLegendClass *row,
            RutterKind               kind)
{
  static const char *const symbols[RUTTER_N_SYMBOL] = {
    [RUTTER_SYMBOL_NONE] = N_("Mark"),
    [RUTTER_SYMBOL_PLACE] = N_("Place"),
    [RUTTER_SYMBOL_HUB] = N_("Hub"),
    [RUTTER_SYMBOL_INCIDENT] = N_("Incident"),
    [RUTTER_SYMBOL_ACCORD] = N_("Accord or listing"),
    [RUTTER_SYMBOL_SHIPMENT] = N_("Shipment"),
    [RUTTER_SYMBOL_VESSEL] = N_("Vessel"),
    [RUTTER_SYMBOL_SILENCE] = N_("AIS off"),
    [RUTTER_SYMBOL_FAIRWAY] = N_("Canal, strait, river or seaway"),
    [RUTTER_SYMBOL_GATE] = N_("Gate across open water"),
    [RUTTER_SYMBOL_SHUT_GATE] = N_("Gate, shut unless opened"),
  };
  const char *actor = get_actor_title (records, row->actor);

  if (row->shape == RUTTER_SHAPE_FLOW)
    return g_strdup_printf (_("%s supplies"), actor);
  if (row->shape == RUTTER_SHAPE_LINE && kind != RUTTER_KIND_PASSAGE)
    return g_strdup (kind == RUTTER_KIND_VESSEL ? _("Joins a vessel's dated places") : _("Route"));
  if (row->actor == NULL && kind == RUTTER_KIND_HUB)
    return g_strdup (_("Hub, other actors"));
  if (row->actor == NULL && kind == RUTTER_KIND_VESSEL)
    return g_strdup_printf (_("%s, other flags"), _(symbols[row->symbol]));
  if (kind == RUTTER_KIND_HUB)
    return g_strdup_printf (_("Hub, %s"), actor);
  if (kind == RUTTER_KIND_VESSEL)
    return g_strdup_printf (_("%s, flag of %s"), _(symbols[row->symbol]), actor);

  return g_strdup (_(symbols[row->symbol]));
}

static const char *
define_class (const RutterLegendClass *row,
              RutterKind               kind)
{
  if (row->shape == RUTTER_SHAPE_FLOW)
    return _("An arc from supplier to recipient: the way is not known. Its width grows with the "
             "number of claims, never with a quantity.");
  if (row->shape == RUTTER_SHAPE_LINE && kind == RUTTER_KIND_VESSEL)
    return _("Joins the dated places of a vessel in their order; not a track.");
  if (row->shape == RUTTER_SHAPE_LINE && kind != RUTTER_KIND_PASSAGE)
    return row->computed ? _("Computed over the water of the map; not a track.")
           : row->inferred ? _("Joins the places that the sources name; not a track. Coloured by "
                             "where it begins.")
                         : _("The way that a source gives. Coloured by where it begins.");

  switch (row->symbol)
    {
    case RUTTER_SYMBOL_HUB:
      return _("The number is that of the claims. Coloured by whom the companies there are said "
               "to have served.");
    case RUTTER_SYMBOL_VESSEL:
      return _("At its last dated place in the chosen time, not where it is today.");
    case RUTTER_SYMBOL_SILENCE:
      return _("AIS was off or not received.");
    case RUTTER_SYMBOL_PLACE:
      return _("A place that the catalogue names.");
    case RUTTER_SYMBOL_INCIDENT:
    case RUTTER_SYMBOL_ACCORD:
    case RUTTER_SYMBOL_SHIPMENT:
      return _("Coloured by the actor that is named first.");
    case RUTTER_SYMBOL_FAIRWAY:
      return _("The way that ships take through it, drawn along its water; of the map, claimed by "
               "nobody.");
    case RUTTER_SYMBOL_GATE:
      return _("Routes that cross it are told to use it, and it can be closed for them. No limit "
               "and no border; of the map, claimed by nobody.");
    case RUTTER_SYMBOL_SHUT_GATE:
      return _("No route crosses it unless it is opened for that route. No limit and no border; "
               "of the map, claimed by nobody.");
    case RUTTER_SYMBOL_NONE:
    case RUTTER_N_SYMBOL:
    default:
      return "";
    }
}

static RutterLegendClass *
finish_class (RutterRecords *records,
              const Class   *class)
{
  RutterLegendClass *row = g_memdup2 (&class->row, sizeof class->row);
  guint n_denied = g_hash_table_size (class->denied);
  g_autofree char *status = g_utf8_strdown (rutter_standing_get_title (class->kind, row->computed,
                                                                       row->status), -1);
  gboolean has_standing = row->symbol != RUTTER_SYMBOL_PLACE && class->kind != RUTTER_KIND_PASSAGE;
  g_autofree char *denied = NULL;
  g_autofree char *name = NULL;

  row->n = g_hash_table_size (class->uids);
  row->denied = n_denied == row->n;
  if (n_denied > 0 && row->status != RUTTER_STATUS_DENIED)
    denied = row->n == 1 ? g_strdup (_("denied by someone")) :
             row->denied ? g_strdup (_("each denied by someone")) :
             g_strdup_printf (ngettext ("%u denied by someone", "%u denied by someone", n_denied),
                              n_denied);

  name = name_class (records, row, class->kind);
  row->title = !has_standing ? g_strdup (name)
             : denied != NULL ? g_strdup_printf ("%s, %s; %s", name, status, denied)
                              : g_strdup_printf ("%s, %s", name, status);
  row->definition = class->kind == RUTTER_KIND_PASSAGE || row->computed
                      ? g_strdup (define_class (row, class->kind))
                      : g_strdup_printf ("%s %s", define_class (row, class->kind),
                                         rutter_phrase_status_definition (row->status));
  return row;
}

/* Ways before marks, the surest first. */
static int
compare_classes (gconstpointer a,
                 gconstpointer b)
{
  const RutterLegendClass *first = *(const RutterLegendClass *const *)a;
  const RutterLegendClass *second = *(const RutterLegendClass *const *)b;
  int first_order = first->shape == RUTTER_SHAPE_FLOW ? -1 : (int)first->shape;
  int second_order = second->shape == RUTTER_SHAPE_FLOW ? -1 : (int)second->shape;

  if (first_order != second_order)
    return first_order - second_order;
  if (first->symbol != second->symbol)
    return (int)first->symbol - (int)second->symbol;
  if (first->status != second->status)
    return (int)second->status - (int)first->status;

  return g_strcmp0 (first->title, second->title);
}

/* A layer while the marks of a picture are gone through. */
typedef struct
{
  GPtrArray  *classes;  /* Class */
  GHashTable *uids;     /* each text has one address */
} Count;

static void
count_marks (Count               counts[RUTTER_N_LAYER],
             const RutterPicture *picture,
             const RutterView    *view)
{
  RutterBox bounds = rutter_view_get_bounds (view);

  for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);
      int first, last;

      rutter_view_get_copies_within (&bounds, &mark->box, &first, &last);
      if (first > last)
        continue;

      g_hash_table_add (counts[mark->layer].uids, (gpointer)mark->uid);
      add_mark (counts[mark->layer].classes, mark);
    }
}

static void
fill_layer (RutterLegendLayer   *layer,
            RutterRecords       *records,
            const RutterPicture *picture,
            const Count         *count,
            RutterLayerId        id)
{
  const RutterLayerRow *row = rutter_records_get_layer (records, id);

  layer->layer = id;
  layer->title = rutter_phrase_layer (records, id);
  layer->definition = rutter_phrase_layer_definition (records, id);
  layer->data_to = row != NULL ? row->data_to : NULL;
  layer->n_in_view = g_hash_table_size (count->uids);
  layer->n_total = rutter_picture_get_n_kept (picture, id);
  layer->classes = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < count->classes->len; i++)
    g_ptr_array_add (layer->classes,
                     finish_class (records, g_ptr_array_index (count->classes, i)));
  g_ptr_array_sort (layer->classes, compare_classes);
}

/**
 * rutter_legend_new:
 *
 * Titles, definitions and actors' codes of the legend are borrowed: it must not outlive `records`
 * and `picture`.
 */
RutterLegend *
rutter_legend_new (RutterRecords       *records,
                   const RutterPicture *picture,
                   const RutterView    *view)
{
  RutterLegend *self = g_new0 (RutterLegend, 1);
  Count counts[RUTTER_N_LAYER];

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    counts[i] = (Count) { g_ptr_array_new_with_free_func (free_class),
                          g_hash_table_new (NULL, NULL) };

  count_marks (counts, picture, view);
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      fill_layer (&self->layers[i], records, picture, &counts[i], i);
      g_ptr_array_unref (counts[i].classes);
      g_hash_table_unref (counts[i].uids);
    }

  return self;
}

void
rutter_legend_free (RutterLegend *self)
{
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    g_ptr_array_unref (self->layers[i].classes);
  g_free (self);
}

const RutterLegendLayer *
rutter_legend_get_layer (const RutterLegend *self,
                         RutterLayerId       layer)
{
  g_return_val_if_fail (self != NULL && layer < RUTTER_N_LAYER, NULL);
  return &self->layers[layer];
}

static void
add_claims (GPtrArray          *sources,
            GHashTable         *seen,
            GPtrArray          *claims,
            const RutterFilter *filter)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const RutterClaim *claim = g_ptr_array_index (claims, i);

      if (!rutter_claim_lives (claim, filter))
        continue;

      for (guint j = 0; j < claim->citations->len; j++)
        {
          const RutterCitation *citation = g_ptr_array_index (claim->citations, j);

          if (citation->source != NULL && g_hash_table_add (seen, (gpointer)citation->source))
            g_ptr_array_add (sources, (gpointer)citation->source);
        }
    }
}

/* A vessel's mark rests on the events that put it there as well as on its own claims. */
static void
add_mark_sources (GPtrArray          *sources,
                  GHashTable         *seen,
                  const RutterObject *object,
                  const RutterFilter *filter)
{
  g_autoptr(GPtrArray) events = NULL;

  add_claims (sources, seen, object->claims, filter);
  add_claims (sources, seen, object->other_claims, filter);
  if (object->kind != RUTTER_KIND_VESSEL)
    return;

  events = rutter_vessel_path_list (object, filter);
  for (guint i = 0; i < events->len; i++)
    {
      const RutterEvent *event = g_ptr_array_index (events, i);

      add_claims (sources, seen, event->object->claims, filter);
    }
}

/**
 * rutter_legend_list_sources:
 *
 * First use is counted layer by layer, in each from the most important mark to the least.
 *
 * Returns: (transfer container) (element-type RutterSource): never NULL; the sources belong to
 *   the records
 */
GPtrArray *
rutter_legend_list_sources (RutterRecords       *records,
                            const RutterPicture *picture,
                            const RutterView    *view)
{
  GPtrArray *sources = g_ptr_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  RutterFilter filter;

  rutter_filter_init (&filter);
  rutter_picture_get_window (picture, &filter.first_day, &filter.last_day);
  for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
    for (guint i = rutter_picture_get_n_marks (picture); i > 0; i--)
      {
        const RutterMark *mark = rutter_picture_get_mark (picture, i - 1);
        const RutterObject *object;

        if (mark->layer != layer || !rutter_legend_counts (mark, view))
          continue;

        object = rutter_records_find (records, mark->uid);
        if (object != NULL)
          add_mark_sources (sources, seen, object, &filter);
      }

  rutter_filter_clear (&filter);
  return sources;
}
