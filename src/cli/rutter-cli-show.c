/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-cli-filter.h"
#include "rutter-cli-json.h"
#include "rutter-dossier.h"
#include "rutter-dossier-text.h"

#include <glib/gi18n-lib.h>

static void
add_rows (JsonBuilder                *builder,
          const RutterDossierSection *section)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < section->rows->len; i++)
    {
      const RutterDossierRow *row = g_ptr_array_index (section->rows, i);

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "label", row->label);
      rutter_json_add_string (builder, "text", row->text);
      rutter_json_add_string (builder, "note", row->note);
      rutter_json_add_string (builder, "uid", row->uid);
      rutter_json_add_string (builder, "status",
                              row->has_status ? rutter_status_get_id (row->status) : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const RutterDossier *dossier,
            const RutterFilter  *filter)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "object");
  rutter_json_add_object (builder, dossier->object, filter);
  rutter_json_add_string (builder, "kind_title", dossier->kind_title);
  rutter_json_add_string (builder, "dates", dossier->subtitle);
  rutter_json_add_string (builder, "drawn_because", dossier->drawn_because);

  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dossier->claims->len; i++)
    rutter_json_add_claim (builder, g_ptr_array_index (dossier->claims, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dossier->sections->len; i++)
    {
      const RutterDossierSection *section = g_ptr_array_index (dossier->sections, i);

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "id", section->id);
      rutter_json_add_string (builder, "title", section->title);
      add_rows (builder, section);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  rutter_json_print (builder);
}

static RutterCliStatus
show_claim (RutterCli         *cli,
            const RutterClaim *claim)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  if (cli->json)
    {
      rutter_json_add_claim (builder, claim);
      rutter_json_print (builder);
      return RUTTER_CLI_DONE;
    }

  text = rutter_dossier_claim_to_text (claim);
  g_print ("%s", text);
  return RUTTER_CLI_DONE;
}

static RutterCliStatus
show_object (RutterCli          *cli,
             RutterRecords      *records,
             const char         *uid,
             const RutterFilter *filter)
{
  g_autoptr(RutterDossier) dossier = rutter_dossier_new (records, uid, filter);
  g_autofree char *text = NULL;

  if (dossier == NULL)
    {
      rutter_cli_complain (_("%s: nothing in the catalogue has this uid; list tells the uids"),
                           uid);
      return RUTTER_CLI_FAILED;
    }

  if (cli->json)
    {
      print_json (dossier, filter);
      return RUTTER_CLI_DONE;
    }

  text = rutter_dossier_to_text (dossier);
  g_print ("%s", text);
  return RUTTER_CLI_DONE;
}

/* rutter-cli show [--time START/END] [--as-of DATE] UID: an object's uid, or a claim's */
RutterCliStatus
rutter_cli_show (RutterCli  *cli,
                 int         argc,
                 char      **argv)
{
  g_auto(RutterCliFilter) options = { NULL };
  const GOptionEntry entries[] = { RUTTER_CLI_FILTER_ENTRIES (options), { NULL } };
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char **words = NULL;
  int n_words;
  const RutterClaim *claim;
  RutterCliStatus status = RUTTER_CLI_USAGE;
  RutterFilter filter;

  if (!rutter_cli_parse_options ("show", entries, argc, argv, &words, &n_words, &error))
    {
      rutter_cli_complain ("show: %s", error->message);
      return RUTTER_CLI_USAGE;
    }
  if (n_words != 1)
    {
      rutter_cli_complain (_("show: name one object, such as vessel:lady-r; list tells the uids"));
      return RUTTER_CLI_USAGE;
    }

  if ((records = rutter_cli_load (cli)) == NULL)
    return RUTTER_CLI_FAILED;

  rutter_filter_init (&filter);
  if (!rutter_cli_filter_apply (&options, records, &filter, &error))
    rutter_cli_complain ("show: %s", error->message);
  else if ((claim = rutter_records_find_claim (records, words[0])) != NULL)
    status = show_claim (cli, claim);
  else
    status = show_object (cli, records, words[0], &filter);
  rutter_filter_clear (&filter);

  return status;
}
