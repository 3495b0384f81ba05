/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-cli-filter.h"
#include "rutter-cli-json.h"
#include "rutter-coordinates.h"
#include "rutter-gazetteer.h"
#include "rutter-search.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_LIMIT 10
#define MAX_LIMIT 10000

/* The group of names that the map itself writes. */
#define GROUND_ID "ground"
#define GROUND_TITLE _("On the map")

/* What was found among them. */
typedef struct
{
  RutterGazetteer *gazetteer;
  GArray          *hits;    /* RutterGazetteerHit */
  guint            n_found;
} Ground;

static const char *
get_uid (const RutterSearchHit *hit)
{
  return hit->claim != NULL ? hit->claim->uid : hit->object->uid;
}

static void
add_hit (JsonBuilder             *builder,
         const RutterSearchGroup *group,
         const RutterSearchHit   *hit)
{
  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "uid", get_uid (hit));
  rutter_json_add_string (builder, "kind", rutter_search_group_get_id (group));
  rutter_json_add_string (builder, "title", hit->object->title);
  rutter_json_add_string (builder, "object", hit->object->uid);
  rutter_json_add_string (builder, "rule", rutter_search_rank_get_id (hit->rank));

  json_builder_set_member_name (builder, "match");
  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "what", hit->label);
  rutter_json_add_string (builder, "text", hit->text);
  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hit->spans->len; i++)
    {
      const RutterSearchSpan *span = &g_array_index (hit->spans, RutterSearchSpan, i);

      /* Characters, not bytes: what a script counts in. */
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, g_utf8_strlen (hit->text, span->start));
      json_builder_add_int_value (builder, g_utf8_strlen (hit->text, span->end));
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* A name of the map is no object of the catalogue, so it has no uid. */
static void
add_ground_hit (JsonBuilder              *builder,
                const RutterGazetteerHit *hit)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "uid");
  json_builder_add_null_value (builder);
  rutter_json_add_string (builder, "kind", GROUND_ID);
  rutter_json_add_string (builder, "title", hit->entry->name);
  rutter_json_add_string (builder, "place_kind", hit->entry->kind);
  if (*hit->entry->where != '\0')
    rutter_json_add_string (builder, "country", hit->entry->where);
  json_builder_set_member_name (builder, "lon");
  json_builder_add_double_value (builder, hit->entry->position.lon);
  json_builder_set_member_name (builder, "lat");
  json_builder_add_double_value (builder, hit->entry->position.lat);
  rutter_json_add_string (builder, "rule", rutter_gazetteer_rank_get_id (hit->rank));
  json_builder_set_member_name (builder, "match");
  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "what", "name");
  rutter_json_add_string (builder, "text", hit->text);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_ground (JsonBuilder  *builder,
            const Ground *ground)
{
  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "kind", GROUND_ID);
  rutter_json_add_string (builder, "title", GROUND_TITLE);
  rutter_json_add_bool (builder, "sounds_like", FALSE);
  rutter_json_add_int (builder, "found", ground->n_found);
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ground->hits->len; i++)
    add_ground_hit (builder, &g_array_index (ground->hits, RutterGazetteerHit, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_group (JsonBuilder             *builder,
           const RutterSearchGroup *group)
{
  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "kind", rutter_search_group_get_id (group));
  rutter_json_add_string (builder, "title", rutter_search_group_get_title (group));
  rutter_json_add_bool (builder, "sounds_like", group->is_sound);
  rutter_json_add_int (builder, "found", group->n_found);
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < group->hits->len; i++)
    add_hit (builder, group, g_ptr_array_index (group->hits, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* The number of groups after which the names of the map come: before what only sounds alike, but
 * after it when a letter of theirs is wrong.
 */
static guint
find_turn (const RutterSearch *search,
           const Ground       *ground)
{
  guint turn = search->groups->len;

  if (ground->hits->len > 0 &&
      g_array_index (ground->hits, RutterGazetteerHit, 0).rank == RUTTER_GAZETTEER_TYPO)
    return turn;

  while (turn > 0 &&
         ((const RutterSearchGroup *)g_ptr_array_index (search->groups, turn - 1))->is_sound)
    turn--;

  return turn;
}

static void
print_json (const char         *words,
            const RutterSearch *search,
            const Ground       *ground)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint turn = find_turn (search, ground);

  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "words", words);
  rutter_json_add_int (builder, "found", search->n_found + ground->n_found);
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i <= search->groups->len; i++)
    {
      if (i == turn && ground->hits->len > 0)
        add_ground (builder, ground);
      if (i < search->groups->len)
        add_group (builder, g_ptr_array_index (search->groups, i));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  rutter_json_print (builder);
}

/* The match with what was asked in brackets: [Lady R]. */
static char *
mark_match (const RutterSearchHit *hit)
{
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < hit->spans->len; i++)
    {
      const RutterSearchSpan *span = &g_array_index (hit->spans, RutterSearchSpan, i);

      g_string_append_len (marked, hit->text + at, span->start - at);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, hit->text + span->start, span->end - span->start);
      g_string_append_c (marked, ']');
      at = span->end;
    }
  g_string_append (marked, hit->text + at);

  return g_string_free (marked, FALSE);
}

static void
print_more (guint n_found,
            guint n_shown)
{
  guint n_more = n_found - MIN (n_shown, n_found);

  if (n_more > 0)
    g_print (ngettext ("  and %u more; --limit shows more of each kind\n",
                       "  and %u more; --limit shows more of each kind\n", n_more), n_more);
}

static void
print_group (const RutterSearchGroup *group)
{
  g_print (group->is_sound ? _("%s that only sound like it\n") : "%s\n",
           rutter_search_group_get_title (group));
  for (guint i = 0; i < group->hits->len; i++)
    {
      const RutterSearchHit *hit = g_ptr_array_index (group->hits, i);
      g_autofree char *match = mark_match (hit);

      g_print ("  %s\t%s\t%s\t%s: %s\n", get_uid (hit), hit->object->title,
               rutter_search_rank_get_id (hit->rank), hit->label, match);
    }
  print_more (group->n_found, group->hits->len);
}

static void
print_ground (const Ground *ground)
{
  g_print ("%s\n", GROUND_TITLE);
  for (guint i = 0; i < ground->hits->len; i++)
    {
      const RutterGazetteerHit *hit = &g_array_index (ground->hits, RutterGazetteerHit, i);
      g_autofree char *at = rutter_coordinates_to_decimal (hit->entry->position);

      g_print ("  %s\t%s\t%s\t%s%s%s: %s\n", at, hit->entry->name,
               rutter_gazetteer_rank_get_id (hit->rank), hit->entry->kind,
               *hit->entry->where != '\0' ? ", " : "", hit->entry->where, hit->text);
    }
  print_more (ground->n_found, ground->hits->len);
}

static void
print_text (const RutterSearch *search,
            const Ground       *ground)
{
  guint turn = find_turn (search, ground);
  const char *between = "";

  for (guint i = 0; i <= search->groups->len; i++)
    {
      if (i == turn && ground->hits->len > 0)
        {
          g_print ("%s", between);
          print_ground (ground);
          between = "\n";
        }
      if (i == search->groups->len)
        break;

      g_print ("%s", between);
      print_group (g_ptr_array_index (search->groups, i));
      between = "\n";
    }
}

static void
ground_clear (Ground *ground)
{
  g_clear_pointer (&ground->hits, g_array_unref);
  g_clear_pointer (&ground->gazetteer, rutter_gazetteer_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, ground_clear)

/* Without the names of the map the catalogue can still be searched. */
static void
search_ground (Ground     *ground,
               const char *words,
               guint       limit)
{
  g_autoptr(GError) error = NULL;

  ground->gazetteer = rutter_gazetteer_new (&error);
  if (ground->gazetteer != NULL)
    {
      ground->hits = rutter_gazetteer_search (ground->gazetteer, words, limit, &ground->n_found);
      return;
    }

  ground->hits = g_array_new (FALSE, FALSE, sizeof (RutterGazetteerHit));
  rutter_cli_complain (_("search: the names of the map are not searched: %s"), error->message);
}

/* @user_data: the RutterFilter */
static gboolean
keeps (const RutterObject *object,
       const RutterClaim  *claim,
       gpointer            user_data)
{
  return claim != NULL ? rutter_atlas_keeps_claim (claim, user_data)
                       : rutter_atlas_keeps (object, user_data);
}

/* Returns: (nullable): NULL when an option makes no sense; then it has complained */
static RutterSearch *
search_filtered (RutterRecords         *records,
                 const char            *words,
                 guint                  limit,
                 const RutterCliFilter *options)
{
  g_autoptr(RutterSearchIndex) index = NULL;
  g_autoptr(GError) error = NULL;
  RutterSearch *search = NULL;
  RutterFilter filter;

  rutter_filter_init (&filter);
  filter.layers = (1u << RUTTER_N_LAYER) - 1;
  if (rutter_cli_filter_apply (options, records, &filter, &error))
    {
      index = rutter_search_index_new (records);
      search = rutter_search_new_filtered (index, words, limit,
                                           rutter_cli_filter_is_set (options) ? keeps : NULL,
                                           &filter);
    }
  else
    rutter_cli_complain ("search: %s", error->message);
  rutter_filter_clear (&filter);

  return search;
}

/* rutter-cli search WORDS [--limit N] */
RutterCliStatus
rutter_cli_search (RutterCli  *cli,
                   int         argc,
                   char      **argv)
{
  int n_words, limit = DEFAULT_LIMIT;
  g_auto(RutterCliFilter) options = { NULL };
  const GOptionEntry entries[] = { RUTTER_CLI_FILTER_ENTRIES (options),
                                   { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
                                   { NULL } };
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(RutterSearch) search = NULL;
  g_auto(Ground) ground = { NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char **parts = NULL;
  g_autofree char *words = NULL;

  if (!rutter_cli_parse_options ("search", entries, argc, argv, &parts, &n_words, &error))
    {
      rutter_cli_complain ("search: %s", error->message);
      return RUTTER_CLI_USAGE;
    }
  if (limit < 1 || limit > MAX_LIMIT)
    {
      rutter_cli_complain (_("search: --limit takes a number from 1 to %d"), MAX_LIMIT);
      return RUTTER_CLI_USAGE;
    }

  parts[n_words] = NULL;
  words = g_strjoinv (" ", parts);
  if (*words == '\0' || !g_utf8_validate (words, -1, NULL))
    {
      rutter_cli_complain (_("search: say what to look for, as UTF-8 text: any name, IMO number, "
                             "MMSI or place"));
      return RUTTER_CLI_USAGE;
    }

  if ((records = rutter_cli_load (cli)) == NULL)
    return RUTTER_CLI_FAILED;
  if ((search = search_filtered (records, words, (guint)limit, &options)) == NULL)
    return RUTTER_CLI_USAGE;

  search_ground (&ground, words, (guint)limit);
  if (cli->json)
    print_json (words, search, &ground);
  else
    print_text (search, &ground);
  if (search->n_found + ground.n_found > 0)
    return RUTTER_CLI_DONE;

  rutter_cli_complain (_("search: nothing was found for \"%s\"; try fewer words, a name in another "
                         "spelling, or a number"), words);
  return RUTTER_CLI_FAILED;
}
