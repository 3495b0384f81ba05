/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-catalog-check.h"
#include "rutter-cli-json.h"

#include <glib/gi18n-lib.h>

static const char *
get_severity_id (RutterSeverity severity)
{
  return severity == RUTTER_SEVERITY_ERROR ? "error" : "warning";
}

static void
print_findings (RutterCli *cli,
                GPtrArray *findings)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const RutterFinding *finding = g_ptr_array_index (findings, i);

      if (!cli->json)
        {
          g_print ("%s\t%s\t%s\n", get_severity_id (finding->severity),
                   finding->uid != NULL ? finding->uid : "-", finding->sentence);
          continue;
        }

      json_builder_begin_object (builder);
      rutter_json_add_string (builder, "severity", get_severity_id (finding->severity));
      rutter_json_add_string (builder, "uid", finding->uid);
      rutter_json_add_string (builder, "sentence", finding->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  if (cli->json)
    rutter_json_print (builder);
}

/* rutter-cli check [FILE]: findings on standard output; 1 when one of them is an error */
RutterCliStatus
rutter_cli_check (RutterCli  *cli,
                  int         argc,
                  char      **argv)
{
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  guint n_errors = 0;

  if (argc > 1)
    {
      rutter_cli_complain (_("check: name one catalogue, or none for the default one"));
      return RUTTER_CLI_USAGE;
    }

  path = argc == 1 ? g_strdup (argv[0]) : rutter_cli_find_catalog (cli);
  if ((findings = rutter_catalog_check (path, &error)) == NULL)
    {
      rutter_cli_complain ("%s", error->message);
      return RUTTER_CLI_FAILED;
    }

  for (guint i = 0; i < findings->len; i++)
    {
      const RutterFinding *finding = g_ptr_array_index (findings, i);

      n_errors += finding->severity == RUTTER_SEVERITY_ERROR;
    }

  print_findings (cli, findings);
  if (n_errors > 0)
    rutter_cli_complain (_("%s: %u of %u findings are errors; mend the catalogue or restore the "
                           "starter"), path, n_errors, findings->len);

  return n_errors > 0 ? RUTTER_CLI_FAILED : RUTTER_CLI_DONE;
}
