/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-cli-json.h"

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

static gboolean
keeps (const Listable     *listable,
       const RutterObject *object)
{
  const RutterParty *party = object->row;

  return listable->party_kind == NULL || g_strcmp0 (party->kind, listable->party_kind) == 0;
}

static void
print_object (const RutterObject *object)
{
  const RutterClaim *claim = object->claims->len > 0 ? g_ptr_array_index (object->claims, 0) : NULL;

  g_print ("%s\t%s\t%s\n", object->uid, claim != NULL ? rutter_status_get_id (claim->status) : "-",
           object->title);
}

static void
list_objects (RutterCli      *cli,
              RutterRecords  *records,
              const Listable *listable)
{
  GPtrArray *objects = rutter_records_get_objects (records, listable->kind);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < objects->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (objects, i);

      if (!keeps (listable, object))
        continue;
      if (cli->json)
        rutter_json_add_object (builder, object);
      else
        print_object (object);
    }
  json_builder_end_array (builder);

  if (cli->json)
    rutter_json_print (builder);
}

static void
list_claims (RutterCli     *cli,
             RutterRecords *records)
{
  GPtrArray *claims = rutter_records_get_claims (records);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < claims->len; i++)
    {
      const RutterClaim *claim = g_ptr_array_index (claims, i);

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
count_members (RutterRecords *records,
               RutterLayerId  layer)
{
  guint n = 0;

  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (records, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          const RutterObject *object = g_ptr_array_index (objects, i);

          n += (object->layers & 1u << layer) != 0;
        }
    }

  return n;
}

static void
list_layers (RutterCli     *cli,
             RutterRecords *records)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    {
      const RutterLayerRow *layer = rutter_records_get_layer (records, i);
      guint n = count_members (records, i);

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

/* rutter-cli list WHAT */
RutterCliStatus
rutter_cli_list (RutterCli  *cli,
                 int         argc,
                 char      **argv)
{
  g_autoptr(RutterRecords) records = NULL;
  const Listable *listable = argc == 1 ? find_listable (argv[0]) : NULL;
  gboolean is_layers = argc == 1 && strcmp (argv[0], "layers") == 0;
  gboolean is_claims = argc == 1 && strcmp (argv[0], "claims") == 0;

  if (listable == NULL && !is_layers && !is_claims)
    {
      g_autoptr(GString) names = g_string_new ("layers, claims");

      for (guint i = 0; i < G_N_ELEMENTS (listables); i++)
        g_string_append_printf (names, ", %s", listables[i].name);
      rutter_cli_complain ("list: name one of these: %s", names->str);
      return RUTTER_CLI_USAGE;
    }

  if ((records = rutter_cli_load (cli)) == NULL)
    return RUTTER_CLI_FAILED;

  if (is_layers)
    list_layers (cli, records);
  else if (is_claims)
    list_claims (cli, records);
  else
    list_objects (cli, records, listable);

  return RUTTER_CLI_DONE;
}
