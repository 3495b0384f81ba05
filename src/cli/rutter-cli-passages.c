/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-cli-json.h"
#include "rutter-cli-planner.h"

static void
add_passage (JsonBuilder         *builder,
             const RutterPassage *passage)
{
  g_autofree char *uid = g_strconcat ("passage:", passage->id, NULL); /* untranslated */

  json_builder_begin_object (builder);
  rutter_json_add_string (builder, "uid", uid);
  rutter_json_add_string (builder, "id", passage->id);
  rutter_json_add_string (builder, "name", passage->name);
  rutter_json_add_string (builder, "kind", rutter_passage_kind_get_nick (passage->kind));
  rutter_json_add_bool (builder, "shut", passage->is_shut);
  rutter_json_add_string (builder, "season", passage->season);
  rutter_json_add_string (builder, "source", passage->source);
  json_builder_end_object (builder);
}

/* The words that --avoid and --open take: id, kind, whether it is shut unless opened, name, season
 */
static void
print_passage (const RutterPassage *passage)
{
  g_print ("%s\t%s\t%s\t%s\t%s\n", passage->id, rutter_passage_kind_get_nick (passage->kind),
           passage->is_shut ? "shut" : "open", passage->name, /* ids: untranslated */
           passage->season != NULL ? passage->season : "-");
}

/* rutter-cli list passages */
RutterCliStatus
rutter_cli_list_passages (RutterCli *cli)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterPassages) passages = rutter_cli_load_passages (&error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (passages == NULL)
    {
      rutter_cli_complain ("list: %s", error->message);
      return RUTTER_CLI_FAILED;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < rutter_passages_get_n (passages); i++)
    {
      if (cli->json)
        add_passage (builder, rutter_passages_get (passages, i));
      else
        print_passage (rutter_passages_get (passages, i));
    }
  json_builder_end_array (builder);
  if (cli->json)
    rutter_json_print (builder);

  return RUTTER_CLI_DONE;
}
