/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From objects that a filter keeps to the marks of a picture: places, events and hubs here, flows,
 * routes and vessels in the files beside it.
 */

#include "rutter-picture-maker.h"

#include "rutter-actor-name.h"
#include "rutter-phrases.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the marks of a picture borrow from, and word their details with. */
typedef struct
{
  RutterRecords  *records;
  RutterFilter    filter;
  RutterMarkList *marks;
  RutterDescriber describer;
} Keeper;

static void
free_keeper (gpointer data)
{
  Keeper *self = data;

  rutter_mark_list_free (self->marks);
  rutter_filter_clear (&self->filter);
  rutter_records_unref (self->records);
  g_free (self);
}

void
rutter_picture_maker_init (RutterPictureMaker *self,
                           RutterRecords      *records,
                           const RutterFilter *filter,
                           RutterMarkList     *marks,
                           gboolean            is_worded)
{
  *self = (RutterPictureMaker) { records, filter, marks, is_worded, rutter_sheet_get (records) };
  self->all_layers = *filter;
  self->all_layers.layers = (1u << RUTTER_N_LAYER) - 1;
  self->verdicts = g_new0 (RutterVerdict, rutter_sheet_get_n_rows (self->sheet) + 1);
  self->is_judged = g_new0 (guint8, rutter_sheet_get_n_rows (self->sheet) + 1);
  self->stops = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
rutter_picture_maker_clear (RutterPictureMaker *self)
{
  g_clear_pointer (&self->verdicts, g_free);
  g_clear_pointer (&self->is_judged, g_free);
  g_clear_pointer (&self->stops, g_array_unref);
}

const RutterVerdict *
rutter_picture_maker_judge (RutterPictureMaker *self,
                            guint               index)
{
  if (!self->is_judged[index])
    rutter_verdict_init (&self->verdicts[index],
                         rutter_sheet_get_row (self->sheet, index)->object, &self->all_layers);
  self->is_judged[index] = TRUE;
  return &self->verdicts[index];
}

static RutterLayerId
get_first_layer (const RutterObject *object,
                 const RutterFilter *filter)
{
  guint layers = object->layers & filter->layers;

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if ((layers & 1u << i) != 0)
      return i;

  return RUTTER_LAYER_TRANSFERS;
}

void
rutter_picture_maker_init_mark (RutterPictureMaker *self,
                                guint               index,
                                RutterMark         *mark)
{
  const RutterSheetRow *row = rutter_sheet_get_row (self->sheet, index);
  const RutterVerdict *verdict = rutter_picture_maker_judge (self, index);
  RutterLayerId layer = get_first_layer (row->object, self->filter);
  double opacity = self->filter->opacity[layer];

  *mark = (RutterMark) {
    .uid = row->object->uid,
    .title = row->object->title,
    .actor = row->actor,
    .kind = row->object->kind,
    .layer = layer,
    .status = verdict->status,
    .denied = verdict->denied,
    .computed = verdict->computed,
    .n_claims = verdict->n_claims,
    .n_slots = 1,
    .course_deg = NAN,
    .opacity = isfinite (opacity) ? CLAMP (opacity, 0.0, 1.0) : 1.0,
  };
  rutter_box_init (&mark->box);
}

void
rutter_picture_maker_put_at (RutterPictureMaker *self,
                             guint               index,
                             RutterMark         *mark)
{
  const RutterSheetRow *row = rutter_sheet_get_row (self->sheet, index);

  mark->points = &row->point;
  mark->n_points = 1;
  mark->step = 0;
  mark->box = (RutterBox) { row->point.x, row->point.y, row->point.x, row->point.y };
}

const char *
rutter_picture_maker_get_actor (RutterPictureMaker *self,
                                const char         *code)
{
  return code != NULL && rutter_records_find_actor (self->records, code) != NULL ? code : NULL;
}

char *
rutter_picture_maker_describe (const RutterMark *mark,
                               const char       *what,
                               const char       *when)
{
  g_autofree char *status = g_utf8_strdown (rutter_status_get_title (mark->status), -1);
  GString *text = g_string_new (what);

  if (when != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", when);
  if (mark->inference != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", mark->inference);
  if (!mark->computed && mark->kind != RUTTER_KIND_PASSAGE)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", status);
  if (mark->denied && mark->status != RUTTER_STATUS_DENIED)
    g_string_append_printf (text, ", %s", C_("claim", "denied"));

  return g_string_free (text, FALSE);
}

static char *
describe_event (const RutterObject *object,
                const RutterMark   *mark)
{
  const RutterEvent *event = object->row;
  g_autofree char *kind = rutter_phrase_kind (object);
  g_autofree char *when = rutter_phrase_span (&event->span);
  g_autofree char *what = event->place != NULL
                            ? g_strdup_printf ("%s, %s", kind, event->place->object->title)
                            : g_strdup (kind);

  return rutter_picture_maker_describe (mark, what, when);
}

static char *
describe_hub (const RutterObject *object,
              const RutterMark   *mark)
{
  const RutterHub *hub = object->row;
  g_autofree char *when = rutter_phrase_span (&hub->span);
  g_autofree char *count = NULL;
  g_autofree char *what = NULL;

  count = g_strdup_printf (ngettext ("Hub, %u claim", "Hub, %u claims", mark->n_claims),
                           mark->n_claims);
  what = hub->goods != NULL ? g_strdup_printf ("%s, %s", count, hub->goods)
                            : g_steal_pointer (&count);
  return rutter_picture_maker_describe (mark, what, when);
}

static char *
describe_place (RutterPictureMaker *self,
                const RutterObject *object,
                const RutterMark   *mark)
{
  const RutterPlace *place = object->row;
  const RutterObject *country = place->country != NULL
                                  ? rutter_records_find_actor (self->records, place->country)
                                  : NULL;
  g_autofree char *kind = rutter_phrase_kind (object);
  g_autofree char *what = NULL;

  what = place->country != NULL
           ? g_strdup_printf ("%s, %s", kind,
                              country != NULL ? rutter_actor_name_to_text (country->title)
                                              : place->country)
           : g_strdup (kind);
  return rutter_picture_maker_describe (mark, what, NULL);
}

static void
add_point (RutterPictureMaker *self,
           guint               index)
{
  const RutterSheetRow *row = rutter_sheet_get_row (self->sheet, index);
  g_autofree char *detail = NULL;
  RutterMark mark;

  if (!row->has_point)
    return;

  rutter_picture_maker_init_mark (self, index, &mark);
  mark.shape = RUTTER_SHAPE_POINT;
  mark.symbol = mark.kind == RUTTER_KIND_PLACE ? RUTTER_SYMBOL_PLACE
                : mark.kind == RUTTER_KIND_HUB ? RUTTER_SYMBOL_HUB
                : (RutterSymbol)row->symbols[mark.layer];
  rutter_picture_maker_put_at (self, index, &mark);
  if (self->is_worded)
    detail = mark.kind == RUTTER_KIND_PLACE ? describe_place (self, row->object, &mark)
             : mark.kind == RUTTER_KIND_HUB ? describe_hub (row->object, &mark)
             : describe_event (row->object, &mark);
  mark.detail = detail;
  rutter_mark_list_add (self->marks, &mark);
}

/* Flows are collected, they are drawn in bundles. */
static void
add_row (RutterPictureMaker *self,
         guint               index,
         GArray             *transfers)
{
  switch ((int)rutter_sheet_get_row (self->sheet, index)->object->kind)
    {
    case RUTTER_KIND_TRANSFER:
      g_array_append_val (transfers, index);
      break;
    case RUTTER_KIND_ROUTE:
      rutter_picture_maker_add_route (self, index);
      break;
    case RUTTER_KIND_PASSAGE:
      rutter_picture_maker_add_passage (self, index);
      break;
    case RUTTER_KIND_VESSEL:
      rutter_picture_maker_add_vessel (self, index);
      break;
    case RUTTER_KIND_EVENT:
    case RUTTER_KIND_HUB:
    case RUTTER_KIND_PLACE:
      add_point (self, index);
      break;
    default:
      /* Regimes are members of a layer, but lie nowhere. */
      break;
    }
}

void
rutter_picture_maker_add_single (RutterPictureMaker *self,
                                 const char         *uid)
{
  g_autoptr(GArray) transfers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint index;

  if (!rutter_sheet_find (self->sheet, uid, &index))
    return;

  add_row (self, index, transfers);
  rutter_picture_maker_add_flows (self, transfers);
}

/* What is said of a mark is worded when somebody wants to read it. */
static char *
word_detail (const RutterMark *mark,
             gpointer          data)
{
  Keeper *keeper = data;
  g_autoptr(RutterMarkList) marks = rutter_mark_list_new ();
  RutterPictureMaker maker;
  const RutterMark *same;
  char *detail;

  rutter_picture_maker_init (&maker, keeper->records, &keeper->filter, marks, TRUE);
  rutter_picture_maker_add_single (&maker, mark->uid);
  same = rutter_mark_list_find (marks, mark->shape);
  detail = same != NULL ? g_strdup (same->detail) : NULL;
  rutter_picture_maker_clear (&maker);

  return detail;
}

/* Adds what the filter keeps, counted by layer. */
static void
add_kept (RutterPictureMaker *self,
          guint               n_kept[RUTTER_N_LAYER])
{
  g_autoptr(GArray) transfers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rutter_sheet_get_n_rows (self->sheet); i++)
    {
      const RutterSheetRow *row = rutter_sheet_get_row (self->sheet, i);
      guint layers = row->object->layers;

      /* What is cheap first: no claim about it can live in the time window. */
      if (layers == 0 || row->first_day > self->filter->last_day
          || row->last_day < self->filter->first_day
          || rutter_picture_maker_judge (self, i)->decision != RUTTER_DECISION_KEPT)
        continue;

      for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
        n_kept[layer] += (layers >> layer) & 1u;
      if ((layers & self->filter->layers) != 0)
        add_row (self, i, transfers);
    }

  rutter_picture_maker_add_flows (self, transfers);
}

RutterPicture *
rutter_atlas_build_picture (RutterRecords      *records,
                            const RutterFilter *filter)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  guint n_kept[RUTTER_N_LAYER] = { 0 };
  Keeper *keeper = g_new0 (Keeper, 1);
  RutterPictureMaker maker;

  keeper->records = rutter_records_ref (records);
  keeper->marks = rutter_mark_list_new ();
  rutter_filter_copy (filter, &keeper->filter);
  rutter_picture_maker_init (&maker, records, &keeper->filter, keeper->marks, FALSE);
  rutter_mark_list_reserve (keeper->marks, rutter_sheet_get_n_rows (maker.sheet));
  add_kept (&maker, n_kept);
  rutter_picture_maker_clear (&maker);

  rutter_picture_builder_set_window (builder, filter->first_day, filter->last_day);
  for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
    rutter_picture_builder_set_n_kept (builder, layer, n_kept[layer]);
  keeper->describer = (RutterDescriber) { word_detail, keeper };
  rutter_picture_builder_take (builder, rutter_mark_list_end (keeper->marks, &keeper->describer),
                               keeper, free_keeper);

  return rutter_picture_builder_end (builder);
}
