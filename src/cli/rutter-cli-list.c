/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-cli-filter.h"
#include "rutter-cli-json.h"
#include "rutter-verdict.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What `list` can list: a kind of object, with a name of its own on the command line. */
typedef struct
{
  const char *name;
  RutterKind  kind;
  const char *party_kind;   /* parties only: keep these; NULL keeps all */
} Listable;

static const Listable listables[] = {
  { "actors", RUTTER_KIND_PARTY, "actor" },
  { "parties", RUTTER_KIND_PARTY, NULL },
  { "vessels", RUTTER_KIND_VESSEL, NULL },
  { "places", RUTTER_KIND_PLACE, NULL },
  { "routes", RUTTER_KIND_ROUTE, NULL },
  { "transfers", RUTTER_KIND_TRANSFER, NULL },
  { "events", RUTTER_KIND_EVENT, NULL },
  { "hubs", RUTTER_KIND_HUB, NULL },
  { "listings", RUTTER_KIND_LISTING, NULL },
  { "links", RUTTER_KIND_LINK, NULL },
  { "regimes", RUTTER_KIND_REGIME, NULL },
  { "relations", RUTTER_KIND_RELATION, NULL },
  { "topics", RUTTER_KIND_TOPIC, NULL },
  { "sources", RUTTER_KIND_SOURCE, NULL },
};

/* @filter: (nullable): nothing was asked for, all is kept */
static gboolean
keeps (const Listable     *listable,
       const RutterObject *object,
       const RutterFilter *filter)
{
  const RutterParty *party = object->row;

  if (listable->party_kind != NULL && g_strcmp0 (party->kind, listable->party_kind) != 0)
    return FALSE;

  return filter == NULL || rutter_atlas_keeps (object, filter);
}

static void
print_object (const RutterObject *object,
              const RutterFilter *filter)
{
  const RutterClaim *claim = object->claims->len > 0 ? g_ptr_array_index (object->claims, 0) : NULL;
  gboolean is_computed = claim != NULL && g_strcmp0 (claim->kind, "computed") == 0;
  const char *status =
    claim != NULL ? rutter_standing_get_id (object->kind, is_computed, claim->status) : "-";
  RutterVerdict verdict;

  if (claim != NULL && filter != NULL)
    {
      rutter_verdict_init (&verdict, object, filter);
      status = rutter_standing_get_id (object->kind, verdict.computed, verdict.status);
    }
  g_print ("%s\t%s\t%s\n", object->uid, status, object->title);
}

static void
list_objects (RutterCli          *cli,
              RutterRecords      *records,
              const Listable     *listable,
              const RutterFilter *filter)
{
  GPtrArray *objects = rutter_records_get_objects (records, listable->kind);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < objects->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (objects, i);

      if (!keeps (listable, object, filter))
        continue;
      if (cli->json)
        rutter_json_add_object (builder, object, filter);
      else
        print_object (object, filter);
    }
  json_builder_end_array (builder);

  if (cli->json)
    rutter_json_print (builder);
}

static void
list_claims (RutterCli          *cli,
             RutterRecords      *records,
             const RutterFilter *filter)
{
  GPtrArray *claims = rutter_records_get_claims (records);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < claims->len; i++)
    {
      const RutterClaim *claim = g_ptr_array_index (claims, i);

      if (filter != NULL && !rutter_atlas_keeps_claim (claim, filter))
        continue;
      if (cli->json)
        rutter_json_add_claim (builder, claim);
      else
        g_print ("%s\t%s\t%s\t%s\n", claim->uid, rutter_status_get_id (claim->status),
                 claim->object->uid, claim->statement);
    }
  json_builder_end_array (builder);

  if (cli->json)
    rutter_json_print (builder);
}

static guint
count_members (RutterRecords      *records,
               RutterLayerId       layer,
               const RutterFilter *filter)
{
  guint n = 0;

  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (records, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          const RutterObject *object = g_ptr_array_index (objects, i);

          n += (object->layers & 1u << layer) != 0
               && (filter == NULL || rutter_atlas_keeps (object, filter));
        }
    }

  return n;
}

static void
list_layers (RutterCli          *cli,
             RutterRecords      *records,
             const RutterFilter *filter)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      const RutterLayerRow *layer = rutter_records_get_layer (records, i);
      guint n = count_members (records, i, filter);

      if (!cli->json)
        {
          g_print ("%s\t%u\t%s\n", rutter_layer_get_id (i), n, rutter_layer_get_title (i));
          continue;
        }

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "id", rutter_layer_get_id (i));
      rutter_json_add_string (builder, "title", rutter_layer_get_title (i));
      rutter_json_add_string (builder, "definition", layer != NULL ? layer->definition : NULL);
      rutter_json_add_string (builder, "data_to", layer != NULL ? layer->data_to : NULL);
      rutter_json_add_int (builder, "objects", n);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  if (cli->json)
    rutter_json_print (builder);
}

static const Listable *
find_listable (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (listables); i++)
    if (strcmp (listables[i].name, name) == 0)
      return &listables[i];

  return NULL;
}

static void
complain_about_name (void)
{
  g_autoptr(GString) names = g_string_new ("layers, claims, passages"); /* to type: untranslated */

  for (guint i = 0; i < G_N_ELEMENTS (listables); i++)
    g_string_append_printf (names, ", %s", listables[i].name);
  rutter_cli_complain (_("list: name one of these: %s"), names->str);
}

/* @filter: (nullable) */
static void
list (RutterCli          *cli,
      RutterRecords      *records,
      const char         *what,
      const RutterFilter *filter)
{
  if (strcmp (what, "layers") == 0)
    list_layers (cli, records, filter);
  else if (strcmp (what, "claims") == 0)
    list_claims (cli, records, filter);
  else
    list_objects (cli, records, find_listable (what), filter);
}

/* rutter-cli list [--layers a,b] [--actors RU,IR] [--time START/END] [--as-of DATE] WHAT */
RutterCliStatus
rutter_cli_list (RutterCli  *cli,
                 int         argc,
                 char      **argv)
{
  g_auto(RutterCliFilter) options = { NULL };
  const GOptionEntry entries[] = { RUTTER_CLI_FILTER_ENTRIES (options), { NULL } };
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char **words = NULL;
  int n_words;
  RutterFilter filter;

  if (!rutter_cli_parse_options ("list", entries, argc, argv, &words, &n_words, &error))
    {
      rutter_cli_complain ("list: %s", error->message);
      return RUTTER_CLI_USAGE;
    }
  if (n_words != 1 || (find_listable (words[0]) == NULL && strcmp (words[0], "layers") != 0
                       && strcmp (words[0], "claims") != 0
                       && strcmp (words[0], "passages") != 0))
    {
      complain_about_name ();
      return RUTTER_CLI_USAGE;
    }

  if (strcmp (words[0], "passages") == 0)
    return rutter_cli_list_passages (cli);
  if ((records = rutter_cli_load (cli)) == NULL)
    return RUTTER_CLI_FAILED;

  rutter_filter_init (&filter);
  filter.layers = (1u << RUTTER_N_LAYER) - 1;
  if (rutter_cli_filter_apply (&options, records, &filter, &error))
    list (cli, records, words[0], rutter_cli_filter_is_set (&options) ? &filter : NULL);
  else
    rutter_cli_complain ("list: %s", error->message);
  rutter_filter_clear (&filter);

  return error == NULL ? RUTTER_CLI_DONE : RUTTER_CLI_USAGE;
}
