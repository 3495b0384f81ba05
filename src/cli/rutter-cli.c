/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-language.h"
#include "rutter-passage-guests.h"
#include "rutter-paths.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Parted, so that a change of one is not a change of all for whoever translates. */
static const char *const help[] = {
  N_("rutter-cli [--catalog FILE] [--json] VERB ...\n"
     "\n"),
  N_("  list WHAT       layers, actors, parties, vessels, places, routes, transfers, events, "
     "hubs,\n"
     "                  listings, links, regimes, relations, topics, sources, claims, passages\n"),
  N_("  show UID        all that is said about one object, with its claims and sources\n"),
  N_("  search WORDS    what is found by any name, in any script, IMO, MMSI, UN/LOCODE or word; "
     "the\n"
     "                  best first, what only sounds alike last and called so\n"
     "                  these three take --layers, --actors, --time and --as-of as well, search\n"
     "                  also --limit N (hits of each kind; 10)\n"),
  N_("  check [FILE]    what is wrong with a catalogue\n"),
  N_("  figure [--center LON,LAT --zoom Z | --bbox W,S,E,N] [--size WxH] [--layers a,b]\n"
     "         [--actors RU,IR] [--time START/END] [--as-of DATE] [--title T]\n"
     "         [--theme light|dark|print|contrast|contrast-dark] [--no-legend] -o "
     "FILE.png|.svg|.pdf\n"
     "                  the map as the window shows it, with title, legend, scale and sources\n"),
  N_("  route FROM TO [--via P,...] [--avoid suez,...] [--open northern-sea-route,...]\n"
     "        [--speed KN] [--alternatives] [--geojson]\n"
     "                  the shortest way over the water, computed: nautical miles, days (at 12\n"
     "                  knots), canals and straits; FROM, TO and P are a port or place by name,\n"
     "                  UN/LOCODE, a uid or LON,LAT\n"
     "  route --batch FILE [--avoid ...] [--open ...] [--speed KN]\n"
     "                  a way for each line of a table (id, from_lon, from_lat, to_lon, to_lat):\n"
     "                  id, nm, passages, snap_from_km, snap_to_km, line as WKT\n"),
  N_("  ais decode [--count] [FILE|-]\n"
     "                  AIS sentences (NMEA 0183, tag blocks and logs too) as JSON lines with "
     "gpsd's\n"
     "                  names, scaled; --count: how many of each type, and what was left out\n"),
  N_("  ais listen ADDRESS [--seconds N] [--count] [--speed N] [--allow-host HOST]\n"
     "                  the same of what a feed sends: tcp://HOST:PORT, udp://:PORT,\n"
     "                  gpsd://HOST or file:///PATH (a log, N times as fast; 0: at once); a host\n"
     "                  other than this machine is only contacted if --allow-host names it\n"),
  N_("  ais simulate [--listen tcp://127.0.0.1:10110] [--send udp://127.0.0.1:PORT] [-o FILE]\n"
     "        [--vessels N] [--seconds N] [--rate N] [--speed X] [--like UID] [--seed N]\n"
     "        [--from TIME] [--wait-for N]\n"
     "                  made-up traffic, every name SIMULATED, for programs on this machine or as "
     "a\n"
     "                  log; --like: one that sends the IMO number of a vessel of the catalogue\n"
     "\n"),
  N_("  --time A/B      what was or may have been between two dates; an end may be open "
     "(2022/..)\n"),
  N_("  --as-of DATE    the window's end instead: listings and flags as they stood on that day\n"),
  N_("  --catalog FILE  the catalogue to read (default: yours, else the starter); never changed\n"),
  N_("  --json          one JSON document; an array for list\n"
     "  --help, --version\n"
     "\n"),
  N_("Layers: transfers caspian vessels hubs accords incidents ports routes passages.\n"
     "Dates are EDTF (2023-08, 2023-08/2024-02). Results go to standard output,\n"
     "complaints to standard error.\n"
     "Exit status: 0 done, 1 failed (bad data, not found), 2 wrong usage.\n"
     "\n"),
  N_("JSON fields of every object: uid, kind, title, status, standing, claims, denied,\n"
     "and those of its kind, a listing's as_of beside them: how it stood when the window ended;\n"
     "of a claim: uid, kind, subject, also, statement, status, hedge, verification, who, place,\n"
     "time_as_printed, date, earliest, latest, sources (source, stance, locator, quotation),\n"
     "denied_by (who, party), contradicted_by (difference, claim, topic), note; of what is found:\n"
     "words, found, groups (kind, title, sounds_like, found, hits (uid, kind, title, object, "
     "rule,\n"
     "match (what, text, spans))). Rules: identifier, name, prefix, words, typo, sounds-like.\n"),
};

static const struct
{
  const char    *name;
  RutterCliVerb  run;
} verbs[] = {
  { "list", rutter_cli_list },
  { "show", rutter_cli_show },
  { "search", rutter_cli_search },
  { "check", rutter_cli_check },
  { "figure", rutter_cli_figure },
  { "ais", rutter_cli_ais },
  { "route", rutter_cli_route },
};

/* Prints "rutter-cli: ..." to standard error. */
void
rutter_cli_complain (const char *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("rutter-cli: %s\n", text);
}

/**
 * rutter_cli_find_catalog:
 *
 * Returns: (transfer full): the catalogue given, else the user's own if there is one, else the
 *   starter
 */
char *
rutter_cli_find_catalog (RutterCli *cli)
{
  g_autofree char *own = rutter_paths_get_own ();

  if (cli->catalog != NULL)
    return g_strdup (cli->catalog);

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&own);

  return rutter_paths_get_data ("starter.gpkg");
}

/**
 * rutter_cli_load:
 *
 * Reads the catalogue without changing it, whoever's it is.
 *
 * Returns: (transfer full) (nullable): %NULL when it could not be read; then it has complained
 */
RutterRecords *
rutter_cli_load (RutterCli *cli)
{
  g_autofree char *path = rutter_cli_find_catalog (cli);
  g_autofree char *passages_path = rutter_paths_get_data ("passages.tsv");
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) passages_error = NULL;
  RutterRecords *records = rutter_catalog_load (path, RUTTER_CATALOG_FOREIGN, &error);
  g_autofree char *notice = records != NULL ? rutter_records_dup_notice (records) : NULL;

  if (records != NULL &&
      !rutter_atlas_load_passages (records, passages_path, &passages_error))
    rutter_cli_complain ("%s", passages_error->message);
  if (records == NULL)
    rutter_cli_complain ("%s", error->message);
  else if (notice != NULL)
    rutter_cli_complain ("%s: %s", path, notice);

  return records;
}

static void
print_help (void (*print) (const char *format, ...))
{
  for (guint i = 0; i < G_N_ELEMENTS (help); i++)
    print ("%s", _(help[i]));
}

/* JSON is UTF-8 whatever the terminal's character set is. */
static void
print_as_it_is (const char *text)
{
  fputs (text, stdout);
}

static RutterCliVerb
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return verbs[i].run;

  return NULL;
}

static RutterCliStatus
run (RutterCli  *cli,
     int         argc,
     char      **argv)
{
  RutterCliVerb verb;

  if (argc < 2)
    {
      print_help (g_printerr);
      return RUTTER_CLI_USAGE;
    }

  if ((verb = find_verb (argv[1])) == NULL)
    {
      rutter_cli_complain (_("%s: there is no such verb; see rutter-cli --help"), argv[1]);
      return RUTTER_CLI_USAGE;
    }

  return verb (cli, argc - 2, argv + 2);
}

/* Options that every verb has may stand before or behind it, so they are taken out first. */
static gboolean
take_globals (RutterCli  *cli,
              int        *argc,
              char      **argv)
{
  int kept = 1;

  for (int i = 1; i < *argc; i++)
    {
      if (strcmp (argv[i], "--json") == 0)
        cli->json = TRUE;
      else if (g_str_has_prefix (argv[i], "--catalog="))
        cli->catalog = argv[i] + strlen ("--catalog=");
      else if (strcmp (argv[i], "--catalog") == 0 && i + 1 < *argc)
        cli->catalog = argv[++i];
      else if (strcmp (argv[i], "--catalog") == 0)
        return FALSE;
      else
        argv[kept++] = argv[i];
    }

  *argc = kept;
  return TRUE;
}

/* After a verb too: all of them fit on one page. What follows "--" is no option. */
static gboolean
wants_help (int    argc,
            char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;

  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  RutterCli cli = { NULL, FALSE };

  rutter_language_start ();
  if (wants_help (argc, argv))
    {
      print_help (g_print);
      return RUTTER_CLI_DONE;
    }
  if (argc == 2 && strcmp (argv[1], "--version") == 0)
    {
      g_print ("rutter-cli " RUTTER_VERSION "\n"); /* untranslated */
      return RUTTER_CLI_DONE;
    }
  if (!take_globals (&cli, &argc, argv))
    {
      rutter_cli_complain (_("--catalog: name the file"));
      return RUTTER_CLI_USAGE;
    }
  if (cli.json)
    {
      rutter_language_stop ();
      g_set_print_handler (print_as_it_is);
    }

  return (int)run (&cli, argc, argv);
}
