/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search-rows.h"

#include "rutter-hidden.h"
#include "rutter-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Stands before a place in the uid of a row that is no object. */
#define GROUND "ground:"

/* Thread-safe. @gazetteer: (nullable) */
RutterFindings *
rutter_findings_new (RutterSearchIndex *index,
                     RutterGazetteer   *gazetteer,
                     const char        *words,
                     guint              limit)
{
  RutterFindings *self = g_new0 (RutterFindings, 1);

  self->search = rutter_search_new (index, words, limit);
  if (gazetteer != NULL)
    {
      self->gazetteer = rutter_gazetteer_ref (gazetteer);
      self->ground = rutter_gazetteer_search (gazetteer, words, limit, &self->n_ground);
    }

  return self;
}

void
rutter_findings_free (RutterFindings *self)
{
  g_clear_pointer (&self->search, rutter_search_free);
  g_clear_pointer (&self->ground, g_array_unref);
  g_clear_pointer (&self->gazetteer, rutter_gazetteer_unref);
  g_free (self);
}

static const char *
get_remark (RutterSearchRank rank)
{
  switch (rank)
    {
    case RUTTER_SEARCH_RANK_TYPO:
      return _("one letter differs");
    case RUTTER_SEARCH_RANK_SOUND:
      return _("only sounds alike");
    case RUTTER_SEARCH_RANK_IDENTIFIER:
    case RUTTER_SEARCH_RANK_NAME:
    case RUTTER_SEARCH_RANK_PREFIX:
    case RUTTER_SEARCH_RANK_WORDS:
    case RUTTER_SEARCH_N_RANK:
    default:
      return NULL;
    }
}

static char *
describe_group (const RutterSearchGroup *group)
{
  const char *title = rutter_search_group_get_title (group);
  g_autofree char *shown = rutter_count_to_text (group->hits->len);
  g_autofree char *found = rutter_count_to_text (group->n_found);
  g_autofree char *text = NULL;

  /* Translators: a group of search results, such as "Vessels that only sound alike". */
  text = group->is_sound ? g_strdup_printf (_("%s that only sound alike"), title)
                         : g_strdup (title);
  if (group->n_found <= group->hits->len)
    return g_steal_pointer (&text);

  /* Translators: a group of search results, how many of it are shown, of how many. */
  return g_strdup_printf (_("%s · %s of %s"), text, shown, found);
}

static RutterSearchItem *
make_item (const char            *group,
           const RutterSearchHit *hit,
           const RutterFilter    *filter)
{
  const char *hidden = rutter_hidden_describe (rutter_hidden_find (hit->object, NULL, filter,
                                                                   NULL));
  g_autofree char *remark = NULL;
  RutterSearchEntry entry = {
    .uid = hit->object->uid,
    .group = group,
    .title = hit->object->title,
    .label = hit->text != hit->object->title ? hit->label : NULL,
    .text = hit->text,
    .spans = (const guint *)(gpointer)hit->spans->data,
    .n_spans = hit->spans->len,
    .remark = get_remark (hit->rank),
  };

  if (hidden != NULL)
    {
      remark = entry.remark != NULL ? g_strdup_printf ("%s · %s", entry.remark, hidden)
                                    : g_strdup (hidden);
      entry.remark = remark;
    }

  G_STATIC_ASSERT (sizeof (RutterSearchSpan) == 2 * sizeof (guint));

  if (hit->claim != NULL)
    {
      entry.label = C_("what matched", "statement");
      entry.has_status = TRUE;
      entry.status = hit->claim->status;
      entry.denied = hit->claim->denials->len > 0;
    }

  return rutter_search_item_new (&entry);
}

static void
add_objects (GPtrArray               *items,
             const RutterSearchGroup *group,
             const RutterFilter      *filter)
{
  g_autofree char *title = describe_group (group);

  for (guint i = 0; i < group->hits->len; i++)
    g_ptr_array_add (items, make_item (title, g_ptr_array_index (group->hits, i), filter));
}

static RutterSearchItem *
make_ground_item (const char               *group,
                  const RutterGazetteerHit *hit)
{
  char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE], zoom[G_ASCII_DTOSTR_BUF_SIZE];
  const RutterGazetteerEntry *place = hit->entry;
  g_autofree char *uid =
    g_strdup_printf (GROUND "%s,%s,%s", g_ascii_dtostr (lon, sizeof lon, place->position.lon),
                     g_ascii_dtostr (lat, sizeof lat, place->position.lat),
                     g_ascii_dtostr (zoom, sizeof zoom, place->zoom));
  g_autofree char *text = NULL;
  RutterSearchEntry entry = {
    .uid = uid,
    .group = group,
    .title = place->title,
    .label = rutter_gazetteer_entry_get_title (place),
    .remark = hit->rank == RUTTER_GAZETTEER_TYPO ? get_remark (RUTTER_SEARCH_RANK_TYPO) : NULL,
  };

  text = *place->where == '\0' ? g_strdup (hit->text)
                               : g_strdup_printf ("%s, %s", hit->text, place->where);
  entry.text = text;

  return rutter_search_item_new (&entry);
}

static void
add_ground (GPtrArray            *items,
            const RutterFindings *findings)
{
  g_autofree char *shown = rutter_count_to_text (findings->ground->len);
  g_autofree char *found = rutter_count_to_text (findings->n_ground);
  g_autofree char *title = NULL;

  /* Translators: a group of search results: names that the map itself writes. */
  title = findings->n_ground <= findings->ground->len
            ? g_strdup (_("On the map"))
            : g_strdup_printf (_("%s · %s of %s"), _("On the map"), shown, found);
  for (guint i = 0; i < findings->ground->len; i++)
    g_ptr_array_add (items, make_ground_item (title, &g_array_index (findings->ground,
                                                                     RutterGazetteerHit, i)));
}

GPtrArray *
rutter_search_rows_new (const RutterFindings *findings,
                        const RutterFilter   *filter)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *groups = findings->search->groups;
  gboolean has_ground = findings->ground != NULL && findings->ground->len > 0;
  gboolean is_sure = has_ground && g_array_index (findings->ground, RutterGazetteerHit, 0).rank !=
                                     RUTTER_GAZETTEER_TYPO;

  for (guint i = 0; i < groups->len; i++)
    {
      const RutterSearchGroup *group = g_ptr_array_index (groups, i);

      if (has_ground && is_sure && group->is_sound)
        {
          add_ground (items, findings);
          has_ground = FALSE;
        }
      add_objects (items, group, filter);
    }
  if (has_ground)
    add_ground (items, findings);

  return items;
}

gboolean
rutter_search_rows_read_ground (const char   *uid,
                                RutterLonLat *position,
                                double       *zoom)
{
  double *const numbers[] = { &position->lon, &position->lat, zoom };
  g_auto(GStrv) parts = NULL;

  if (!g_str_has_prefix (uid, GROUND))
    return FALSE;

  parts = g_strsplit (uid + strlen (GROUND), ",", -1);
  if (g_strv_length (parts) != G_N_ELEMENTS (numbers))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    *numbers[i] = g_ascii_strtod (parts[i], NULL);

  return rutter_lon_lat_is_valid (*position) && isfinite (*zoom);
}
