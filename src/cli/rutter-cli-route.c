/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-cli-batch.h"
#include "rutter-cli-filter.h"
#include "rutter-cli-json.h"
#include "rutter-cli-planner.h"
#include "rutter-error.h"
#include "rutter-route-geojson.h"
#include "rutter-route-report.h"
#include "rutter-sea-order.h"
#include "rutter-stop-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A usual speed of cargo ships at sea, knots. */
#define DEFAULT_SPEED_KN 12.0

typedef struct
{
  char   **via;
  char   **avoid;
  char   **open;
  double   speed_kn;
  char    *batch;
  gboolean geojson;
  gboolean alternatives;
  GArray  *stops;       /* RutterStop */
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->via);
  g_strfreev (options->avoid);
  g_strfreev (options->open);
  g_free (options->batch);
  g_array_unref (options->stops);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A western longitude looks like an option to the parser; a blank before it does not. */
static char **
protect_numbers (int    argc,
                 char **argv)
{
  char **words = g_new0 (char *, argc + 1);

  for (int i = 0; i < argc; i++)
    words[i] = argv[i][0] == '-' && (g_ascii_isdigit (argv[i][1]) || argv[i][1] == '.')
                 ? g_strconcat (" ", argv[i], NULL) : g_strdup (argv[i]);

  return words;
}

static gboolean
is_number (const char *text)
{
  char *end = NULL;

  g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* The items of lists parted by commas, each without blanks around; two numbers behind each other
 * are one position when @joins.
 */
static char **
split_lists (char     **lists,
             gboolean   joins)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; lists != NULL && lists[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lists[i], ",", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_strstrip (parts[j]);
          if (joins && parts[j + 1] != NULL && is_number (parts[j]) &&
              is_number (g_strstrip (parts[j + 1])))
            {
              g_ptr_array_add (items, g_strconcat (parts[j], ",", parts[j + 1], NULL));
              j++;
            }
          else if (*parts[j] != '\0')
            g_ptr_array_add (items, g_strdup (parts[j]));
        }
    }
  g_ptr_array_add (items, NULL);

  return (char **)g_ptr_array_free (items, FALSE);
}

/* What seamen call them for short. */
static void
lengthen_ids (char **ids)
{
  static const struct { const char *brief, *id; } names[] = {
    { "nsr", "northern-sea-route" }, { "nwp", "northwest-passage" },
  };

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (g_ascii_strcasecmp (ids[i], names[j].brief) == 0)
        {
          g_free (ids[i]);
          ids[i] = g_strdup (names[j].id);
        }
}

static void
replace_lists (char    ***lists,
               gboolean   joins)
{
  char **items = split_lists (*lists, joins);

  g_strfreev (*lists);
  *lists = items;
}

static gboolean
parse_options (RutterCli  *cli,
               Options    *options,
               int         argc,
               char      **argv,
               char      **from,
               char      **to,
               GError    **error)
{
  const GOptionEntry entries[] = {
    { "via", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->via, NULL, NULL },
    { "avoid", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->avoid, NULL, NULL },
    { "open", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->open, NULL, NULL },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &options->speed_kn, NULL, NULL },
    { "batch", 0, 0, G_OPTION_ARG_FILENAME, &options->batch, NULL, NULL },
    { "geojson", 0, 0, G_OPTION_ARG_NONE, &options->geojson, NULL, NULL },
    { "alternatives", 0, 0, G_OPTION_ARG_NONE, &options->alternatives, NULL, NULL },
    { NULL },
  };
  g_auto(GStrv) protected = protect_numbers (argc, argv);
  g_autofree char **words = NULL;
  int n_words;

  if (!rutter_cli_parse_options ("route", entries, argc, protected, &words, &n_words, error))
    return FALSE;

  if (options->batch != NULL && (n_words > 0 || options->via != NULL || options->geojson ||
                                 options->alternatives))
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                 _("--batch takes its stops from the file; beside it there are --avoid, --open and "
                   "--speed"));
  else if (options->batch == NULL && n_words != 2)
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                 _("name the start and the end, each as one word or in quotes: a port or place, a "
                   "UN/LOCODE, a uid or LON,LAT"));
  else if (options->geojson && cli->json)
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                 _("ask for either --json or --geojson"));
  else
    {
      *from = g_strdup (n_words > 0 ? words[0] : NULL);
      *to = g_strdup (n_words > 0 ? words[1] : NULL);
      replace_lists (&options->via, TRUE);
      replace_lists (&options->avoid, FALSE);
      replace_lists (&options->open, FALSE);
      lengthen_ids (options->avoid);
      lengthen_ids (options->open);
      return TRUE;
    }

  return FALSE;
}

static RutterRecords *
load_records (gpointer cli)
{
  return rutter_cli_load (cli);
}

static gboolean
find_stop (RutterStopFinder *finder,
           const char       *asked,
           GArray           *stops)
{
  g_autoptr(GError) error = NULL;
  RutterStop stop;
  gboolean found = rutter_stop_finder_find (finder, asked, &stop, &error);

  g_array_append_val (stops, stop);
  if (error != NULL)
    rutter_cli_complain ("route: %s", error->message);
  else if (found && stop.n_others > 0)
    rutter_cli_complain (ngettext ("route: %s: taken for %s; %u other place is called so, which a "
                                   "UN/LOCODE or LON,LAT would name",
                                   "route: %s: taken for %s; %u other places are called so, which "
                                   "a UN/LOCODE or LON,LAT would name", stop.n_others),
                         stop.asked, stop.code, stop.n_others);

  return found;
}

static gboolean
find_stops (RutterCli  *cli,
            Options    *options,
            const char *from,
            const char *to)
{
  g_autoptr(RutterStopFinder) finder = rutter_stop_finder_new (load_records, cli);
  gboolean found = find_stop (finder, from, options->stops);

  for (guint i = 0; options->via[i] != NULL; i++)
    found = find_stop (finder, options->via[i], options->stops) && found;

  return find_stop (finder, to, options->stops) && found;
}

/* "Rajin to Dunay", by the names that were found */
static char *
make_name (const Options *options)
{
  const RutterStop *first = &g_array_index (options->stops, RutterStop, 0);
  const RutterStop *last = &g_array_index (options->stops, RutterStop, options->stops->len - 1);

  /* Translators: two ends of a route: names of places, or positions. */
  return g_strdup_printf (_("%s to %s"), first->name != NULL ? first->name : first->asked,
                          last->name != NULL ? last->name : last->asked);
}

static void
print_geojson (GPtrArray  *routes,
               const char *name,
               double      speed_kn,
               gboolean    is_collection)
{
  if (is_collection)
    g_print ("{\"type\":\"FeatureCollection\",\"features\":[\n"); /* untranslated */
  for (guint i = 0; i < routes->len; i++)
    {
      g_autofree char *text = rutter_route_geojson_write (g_ptr_array_index (routes, i), name,
                                                          speed_kn);

      g_print ("%s%s", i > 0 ? "," : "", text);
    }
  if (is_collection)
    g_print ("]}\n");
}

static void
print_routes (RutterCli     *cli,
              const Options *options,
              GPtrArray     *routes)
{
  g_autofree char *name = make_name (options);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (options->geojson)
    {
      print_geojson (routes, name, options->speed_kn, options->alternatives);
      return;
    }

  if (options->alternatives)
    json_builder_begin_array (builder);
  for (guint i = 0; i < routes->len; i++)
    {
      RutterRouteReport report = { g_ptr_array_index (routes, i),
                                   &g_array_index (options->stops, RutterStop, 0), name,
                                   options->speed_kn };

      if (cli->json)
        {
          rutter_route_report_add_json (&report, builder);
          continue;
        }
      if (i > 0)
        g_print ("\n");
      rutter_route_report_print (&report);
    }
  if (options->alternatives)
    json_builder_end_array (builder);
  if (cli->json)
    rutter_json_print (builder);
}

static RutterCliStatus
find_routes (RutterCli        *cli,
             RutterSeaPlanner *planner,
             const Options    *options,
             RutterSeaRequest *request)
{
  g_autoptr(GPtrArray) routes =
    g_ptr_array_new_with_free_func ((GDestroyNotify)rutter_sea_route_unref);
  g_autofree RutterLonLat *stops = g_new (RutterLonLat, options->stops->len);
  g_autoptr(GError) error = NULL;
  RutterSeaRoute *route;

  for (guint i = 0; i < options->stops->len; i++)
    stops[i] = g_array_index (options->stops, RutterStop, i).position;
  request->stops = stops;
  request->n_stops = options->stops->len;

  if (options->alternatives)
    {
      g_clear_pointer (&routes, g_ptr_array_unref);
      routes = rutter_sea_planner_alternatives (planner, request, NULL, &error);
    }
  else if ((route = rutter_sea_planner_find (planner, request, NULL, &error)) != NULL)
    g_ptr_array_add (routes, route);

  if (error != NULL)
    {
      g_autofree char *name = make_name (options);

      rutter_cli_complain ("route: %s: %s", name, error->message);
      return RUTTER_CLI_FAILED;
    }

  print_routes (cli, options, routes);
  return RUTTER_CLI_DONE;
}

/* An unknown passage is wrong usage, and for a batch it is so before its first line. */
static gboolean
check_passages (RutterPassages *passages,
                char          **ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      guint index;

      if (!rutter_sea_order_find_passage (passages, ids[i], &index, &error))
        {
          rutter_cli_complain ("route: %s", error->message);
          return FALSE;
        }
    }

  return TRUE;
}

/* rutter-cli route FROM TO [OPTION...], rutter-cli route --batch FILE */
RutterCliStatus
rutter_cli_route (RutterCli  *cli,
                  int         argc,
                  char      **argv)
{
  g_auto(Options) options = { .speed_kn = DEFAULT_SPEED_KN,
                              .stops = g_array_new (FALSE, TRUE, sizeof (RutterStop)) };
  g_autoptr(RutterSeaPlanner) planner = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autoptr(GError) error = NULL;
  RutterSeaRequest request;

  g_array_set_clear_func (options.stops, (GDestroyNotify)rutter_stop_clear);
  if (!parse_options (cli, &options, argc, argv, &from, &to, &error))
    {
      rutter_cli_complain ("route: %s", error->message);
      return RUTTER_CLI_USAGE;
    }
  if (!(options.speed_kn > 0) || options.speed_kn > G_MAXINT)
    {
      rutter_cli_complain (_("route: --speed takes knots, a number above 0"));
      return RUTTER_CLI_USAGE;
    }

  if (options.batch == NULL && !find_stops (cli, &options, from, to))
    return RUTTER_CLI_FAILED;
  if ((planner = rutter_cli_open_planner (&error)) == NULL)
    {
      rutter_cli_complain ("route: %s", error->message);
      return RUTTER_CLI_FAILED;
    }
  if (!check_passages (rutter_sea_planner_get_passages (planner), options.avoid) ||
      !check_passages (rutter_sea_planner_get_passages (planner), options.open))
    return RUTTER_CLI_USAGE;

  request = (RutterSeaRequest) { NULL, 0, (const char *const *)options.avoid,
                                 (const char *const *)options.open, options.speed_kn };
  if (options.batch != NULL)
    return rutter_cli_batch (cli, planner, &request, options.batch);

  return find_routes (cli, planner, &options, &request);
}
