/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-cli.h"

#include "rutter-cli-filter.h"
#include "rutter-error.h"
#include "rutter-figure.h"
#include "rutter-paths.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEFAULT_WIDTH 1600
#define DEFAULT_HEIGHT 1000

typedef struct
{
  char    *center;
  char    *bbox;
  double   zoom;
  char    *size;
  char    *title;
  char    *theme;
  char    *output;
  gboolean no_legend;
  RutterCliFilter filter;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->center);
  g_free (options->bbox);
  g_free (options->size);
  g_free (options->title);
  g_free (options->theme);
  g_free (options->output);
  rutter_cli_filter_clear (&options->filter);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Reads exactly @n numbers parted by commas, in the C locale. */
static gboolean
read_numbers (const char *text,
              double     *numbers,
              guint       n)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);

  if (g_strv_length (parts) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0' || !isfinite (numbers[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_camera (const Options  *options,
             RutterFigure   *figure,
             GError        **error)
{
  double n[4];

  figure->fits_box = options->center == NULL;
  figure->south_west = RUTTER_VIEW_DEFAULT_SOUTH_WEST;
  figure->north_east = RUTTER_VIEW_DEFAULT_NORTH_EAST;
  figure->zoom = isnan (options->zoom) ? 4 : options->zoom;
  if (figure->zoom < RUTTER_MIN_ZOOM || figure->zoom > RUTTER_MAX_ZOOM)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, _("--zoom: a number from %g to %g"),
                   RUTTER_MIN_ZOOM, RUTTER_MAX_ZOOM);
      return FALSE;
    }

  if (options->center != NULL)
    {
      if (!read_numbers (options->center, n, 2) ||
          !rutter_lon_lat_is_valid ((RutterLonLat) { n[0], n[1] }))
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                       _("--center %s: give LON,LAT in degrees, such as 51,41"), options->center);
          return FALSE;
        }
      figure->centre = (RutterLonLat) { n[0], n[1] };
    }

  if (options->bbox != NULL)
    {
      if (options->center != NULL || !read_numbers (options->bbox, n, 4) ||
          !rutter_lon_lat_is_valid ((RutterLonLat) { n[0], n[1] }) ||
          !rutter_lon_lat_is_valid ((RutterLonLat) { n[2], n[3] }) || n[1] >= n[3])
        {
          g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, _("--bbox %s: give W,S,E,N in "
                         "degrees, south below north, and no --center beside it"), options->bbox);
          return FALSE;
        }
      figure->south_west = (RutterLonLat) { n[0], n[1] };
      figure->north_east = (RutterLonLat) { n[2] < n[0] ? n[2] + 360 : n[2], n[3] };
    }

  return TRUE;
}

static gboolean
read_size (const Options  *options,
           RutterFigure   *figure,
           GError        **error)
{
  const gboolean is_paper = g_str_has_suffix (options->output, ".pdf");
  char *end = NULL;
  gint64 width, height;

  /* A4 lying, at 96 pixels an inch. */
  figure->width = is_paper ? 1123 : DEFAULT_WIDTH;
  figure->height = is_paper ? 794 : DEFAULT_HEIGHT;
  if (options->size == NULL)
    return TRUE;

  width = g_ascii_strtoll (options->size, &end, 10);
  height = end != NULL && *end == 'x' ? g_ascii_strtoll (end + 1, &end, 10) : 0;
  if (*end != '\0' || width < RUTTER_FIGURE_MIN_SIZE || width > RUTTER_FIGURE_MAX_SIZE ||
      height < RUTTER_FIGURE_MIN_SIZE || height > RUTTER_FIGURE_MAX_SIZE)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("--size %s: give WIDTHxHEIGHT in pixels, each %d to %d"), options->size,
                   RUTTER_FIGURE_MIN_SIZE, RUTTER_FIGURE_MAX_SIZE);
      return FALSE;
    }
  figure->width = (int)width;
  figure->height = (int)height;
  return TRUE;
}

static gboolean
read_theme (const Options  *options,
            RutterFigure   *figure,
            GError        **error)
{
  figure->theme = RUTTER_THEME_LIGHT;
  if (options->theme == NULL || rutter_theme_from_id (options->theme, &figure->theme))
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               _("--theme %s: there are light, dark, print, contrast and contrast-dark"),
               options->theme);
  return FALSE;
}

static gboolean
parse_options (Options   *options,
               int        argc,
               char     **argv,
               GError   **error)
{
  const GOptionEntry entries[] = {
    { "center", 0, 0, G_OPTION_ARG_STRING, &options->center, NULL, NULL },
    { "bbox", 0, 0, G_OPTION_ARG_STRING, &options->bbox, NULL, NULL },
    { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &options->zoom, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options->size, NULL, NULL },
    RUTTER_CLI_FILTER_ENTRIES (options->filter),
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->title, NULL, NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme, NULL, NULL },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &options->no_legend, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL },
    { NULL },
  };
  g_autofree char **words = NULL;
  int n_words;

  if (!rutter_cli_parse_options ("figure", entries, argc, argv, &words, &n_words, error))
    return FALSE;

  if (n_words > 0)
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, _("%s: not an option"), words[0]);
  else if (options->output == NULL || !rutter_figure_can_write (options->output))
    g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                 _("name the file with -o FILE.png, FILE.svg or FILE.pdf"));
  else
    return TRUE;

  return FALSE;
}

/* A missing or damaged basemap gives a plain sea and one sentence; the figure is still written. */
static void
open_ground (RutterFigure *figure)
{
  g_autofree char *basemap = rutter_paths_get_data ("basemap.rbm");
  g_autofree char *gazetteer = rutter_paths_get_data ("gazetteer.tsv");
  g_autofree char *cities = rutter_paths_get_data ("cities.tsv");
  g_autofree char *ports = rutter_paths_get_data ("ports.tsv");
  g_autoptr(GError) error = NULL;

  if ((figure->basemap = rutter_basemap_open (basemap, &error)) == NULL)
    rutter_cli_complain ("%s", error->message);
  g_clear_error (&error);
  if ((figure->names = rutter_names_new_from_files (gazetteer, cities, ports, &error)) == NULL)
    rutter_cli_complain ("%s", error->message);
}

static RutterCliStatus
write_figure (const Options *options,
              RutterRecords *records)
{
  g_autoptr(GError) error = NULL;
  RutterCliStatus status = RUTTER_CLI_USAGE;
  RutterFilter filter;
  RutterFigure figure = { .records = records, .filter = &filter, .title = options->title,
                          .legend = !options->no_legend };

  rutter_filter_init (&filter);
  if (read_camera (options, &figure, &error) && read_size (options, &figure, &error) &&
      read_theme (options, &figure, &error) &&
      rutter_cli_filter_apply (&options->filter, records, &filter, &error))
    {
      open_ground (&figure);
      status = rutter_figure_write (&figure, options->output, &error) ? RUTTER_CLI_DONE :
                                                                         RUTTER_CLI_FAILED;
      g_clear_pointer (&figure.basemap, rutter_basemap_unref);
      g_clear_pointer (&figure.names, rutter_names_unref);
    }

  if (error != NULL)
    rutter_cli_complain ("figure: %s", error->message);
  rutter_filter_clear (&filter);
  return status;
}

/* rutter-cli figure [OPTION...] -o FILE */
RutterCliStatus
rutter_cli_figure (RutterCli  *cli,
                   int         argc,
                   char      **argv)
{
  g_auto(Options) options = { .zoom = NAN };
  g_autoptr(RutterRecords) records = NULL;
  g_autoptr(GError) error = NULL;

  if (!parse_options (&options, argc, argv, &error))
    {
      rutter_cli_complain ("figure: %s", error->message);
      return RUTTER_CLI_USAGE;
    }

  if ((records = rutter_cli_load (cli)) == NULL)
    return RUTTER_CLI_FAILED;

  return write_figure (&options, records);
}
