/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* test-time-property STARTER.gpkg RUTTER-CLI: for many random windows and actors, what the filter
 * says, what the picture draws, what the legend counts and what the command line lists agree.
 */

#include "rutter-atlas.h"
#include "rutter-catalog.h"
#include "rutter-day-range.h"
#include "rutter-legend.h"
#include "rutter-table-maker.h"

#include <string.h>

#define SEED 20260617u
#define N_WINDOWS 150
/* Every so many windows the program is asked as well; each asking reads the catalogue anew. */
#define ASK_EVERY 25

static const char *starter;
static const char *program;

typedef struct
{
  RutterRecords *records;
  GHashTable    *drawable;   /* uids that a picture of everything draws */
  GRand         *random;
} Fixture;

static GHashTable *
list_drawn (const RutterPicture *picture)
{
  GHashTable *uids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
    g_hash_table_add (uids, (gpointer)rutter_picture_get_mark (picture, i)->uid);

  return uids;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterPicture) picture = NULL;
  g_autoptr(GHashTable) drawn = NULL;
  RutterFilter filter;
  GHashTableIter iter;
  gpointer uid;

  fixture->records = rutter_catalog_load (starter, RUTTER_CATALOG_FOREIGN, &error);
  g_assert_no_error (error);
  fixture->random = g_rand_new_with_seed (SEED);

  rutter_filter_init (&filter);
  filter.layers = (1u << RUTTER_N_LAYER) - 1;
  picture = rutter_atlas_build_picture (fixture->records, &filter);
  drawn = list_drawn (picture);
  fixture->drawable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, drawn);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_hash_table_add (fixture->drawable, g_strdup (uid));
  rutter_filter_clear (&filter);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_hash_table_unref (fixture->drawable);
  g_rand_free (fixture->random);
  rutter_records_unref (fixture->records);
}

/* A window of days to decades between 1978 and 2028, one in five with an open end; none to four
 * actors; some layers.
 */
static void
choose (Fixture      *fixture,
        RutterFilter *filter)
{
  static const char *const codes[] = { "RU", "IR", "KP", "CN", "HK", "SU", "US", "ZA" };
  int first = rutter_edtf_day (1978, 1, 1), last = rutter_edtf_day (2028, 1, 1);
  g_autoptr(GStrvBuilder) actors = g_strv_builder_new ();
  int n = g_rand_int_range (fixture->random, 0, 5);
  int a, b;

  rutter_filter_init (filter);
  filter->layers = (guint)g_rand_int_range (fixture->random, 0, 1 << RUTTER_N_LAYER);
  a = g_rand_int_range (fixture->random, first, last);
  b = g_rand_boolean (fixture->random) ? g_rand_int_range (fixture->random, first, last)
                                       : a + g_rand_int_range (fixture->random, 0, 90);
  filter->first_day = MIN (a, b);
  filter->last_day = MAX (a, b);
  if (g_rand_int_range (fixture->random, 0, 5) == 0)
    filter->first_day = RUTTER_DAY_BEFORE_ALL;
  if (g_rand_int_range (fixture->random, 0, 5) == 0)
    filter->last_day = RUTTER_DAY_AFTER_ALL;

  for (int i = 0; i < n; i++)
    {
      const char *code = codes[g_rand_int_range (fixture->random, 0, G_N_ELEMENTS (codes))];

      if (rutter_records_find_actor (fixture->records, code) != NULL)
        g_strv_builder_add (actors, code);
    }
  filter->actors = g_strv_builder_end (actors);
}

static void
check_object (Fixture            *fixture,
              const RutterObject *object,
              const RutterFilter *filter,
              GHashTable         *drawn)
{
  gboolean keeps = rutter_atlas_keeps (object, filter);
  gboolean is_drawn = g_hash_table_contains (drawn, object->uid);

  if (!keeps || object->layers == 0)
    g_assert_false (is_drawn);
  /* A vessel is kept by what is claimed of it and drawn where an event of the window puts it. */
  else if (object->kind != RUTTER_KIND_VESSEL)
    g_assert_cmpint (is_drawn, ==, g_hash_table_contains (fixture->drawable, object->uid));
}

static void
check_picture (Fixture             *fixture,
               const RutterFilter  *filter,
               const RutterPicture *picture)
{
  const RutterView world = { { 0.5, 0.5 }, 1, 0, 2048, 2048, 1 };
  g_autoptr(RutterLegend) legend = rutter_legend_new (fixture->records, picture, &world);
  g_autoptr(GHashTable) drawn = list_drawn (picture);
  RutterFilter all = *filter;
  guint n_kept[RUTTER_N_LAYER] = { 0 };

  all.layers = (1u << RUTTER_N_LAYER) - 1;
  for (guint kind = 0; kind < RUTTER_N_KIND; kind++)
    {
      GPtrArray *objects = rutter_records_get_objects (fixture->records, kind);

      for (guint i = 0; i < objects->len; i++)
        {
          const RutterObject *object = g_ptr_array_index (objects, i);

          check_object (fixture, object, filter, drawn);
          for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
            n_kept[layer] += (object->layers & 1u << layer) != 0
                             && rutter_atlas_keeps (object, &all);
        }
    }

  for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
    {
      const RutterLegendLayer *row = rutter_legend_get_layer (legend, layer);
      g_autoptr(GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < rutter_picture_get_n_marks (picture); i++)
        {
          const RutterMark *mark = rutter_picture_get_mark (picture, i);

          if (mark->layer == layer)
            g_hash_table_add (uids, (gpointer)mark->uid);
        }
      g_assert_cmpuint (row->n_in_view, ==, g_hash_table_size (uids));
      g_assert_cmpuint (row->n_total, ==, n_kept[layer]);
      g_assert_cmpuint (row->n_in_view, <=, row->n_total);
      g_assert_true (g_hash_table_size (uids) == 0 || (filter->layers & 1u << layer) != 0);
    }
}

/* The list has each object once, the legend in each of its layers; what is in more than one is the
 * whole difference, and the list says how many objects that are.
 */
static void
check_table (Fixture             *fixture,
             const RutterFilter  *filter,
             const RutterPicture *picture)
{
  const RutterView world = { { 0.5, 0.5 }, 1, 0, 2048, 2048, 1 };
  g_autoptr(RutterLegend) legend = rutter_legend_new (fixture->records, picture, &world);

  for (guint pass = 0; pass < 2; pass++)
    {
      gboolean in_view = pass == 0;
      g_autoptr(RutterTable) table = rutter_table_make (fixture->records, filter, picture,
                                                        in_view ? &world : NULL);
      g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
      guint n_counted = 0, n_again = 0, n_shared = 0;

      for (guint layer = 0; layer < RUTTER_N_LAYER; layer++)
        if ((filter->layers & 1u << layer) != 0)
          n_counted += in_view ? rutter_legend_get_layer (legend, layer)->n_in_view
                               : rutter_legend_get_layer (legend, layer)->n_total;

      for (guint i = 0; i < rutter_table_get_n_rows (table); i++)
        {
          const char *uid = rutter_table_get_row (table, i)->uid;
          guint layers = 0;

          g_assert_true (g_hash_table_add (counts, (gpointer)uid));
          if (!in_view)
            layers = rutter_records_find (fixture->records, uid)->layers & filter->layers;
          for (guint j = 0; in_view && j < rutter_picture_get_n_marks (picture); j++)
            if (g_str_equal (rutter_picture_get_mark (picture, j)->uid, uid))
              layers |= 1u << rutter_picture_get_mark (picture, j)->layer;
          n_again += (guint)__builtin_popcount (layers) - 1;
          n_shared += __builtin_popcount (layers) > 1;
        }

      g_assert_cmpuint (n_counted, ==, rutter_table_get_n_rows (table) + n_again);
      g_assert_cmpuint (rutter_table_get_n_shared (table), ==, n_shared);
      g_assert_true (in_view ||
                     rutter_table_get_n_rows (table) == rutter_table_get_n_total (table));
    }
}

/* Returns: the uids that the program lists, one a line */
static char *
ask (const RutterFilter *filter,
     const char         *what)
{
  g_autofree char *time = rutter_day_range_to_edtf ((RutterDayRange) { filter->first_day,
                                                                       filter->last_day });
  g_autofree char *actors = g_strjoinv (",", filter->actors);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GString) layers = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  char *output = NULL;
  int status = 0;

  for (guint i = 0; i < RUTTER_N_LAYER; i++)
    if ((filter->layers & 1u << i) != 0)
      g_string_append_printf (layers, "%s%s", layers->len > 0 ? "," : "", rutter_layer_get_id (i));

  g_ptr_array_add (argv, (gpointer)program);
  g_ptr_array_add (argv, (gpointer)"--catalog");
  g_ptr_array_add (argv, (gpointer)starter);
  g_ptr_array_add (argv, (gpointer)"list");
  g_ptr_array_add (argv, (gpointer)what);
  g_ptr_array_add (argv, (gpointer)"--layers");
  g_ptr_array_add (argv, layers->str);
  g_ptr_array_add (argv, (gpointer)"--time");
  g_ptr_array_add (argv, time);
  if (*actors != '\0')
    {
      g_ptr_array_add (argv, (gpointer)"--actors");
      g_ptr_array_add (argv, actors);
    }
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **)argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

static void
check_program (Fixture            *fixture,
               const RutterFilter *filter)
{
  static const struct
  {
    const char *name;
    RutterKind  kind;
  } kinds[] = {
    { "events", RUTTER_KIND_EVENT }, { "vessels", RUTTER_KIND_VESSEL },
    { "transfers", RUTTER_KIND_TRANSFER }, { "routes", RUTTER_KIND_ROUTE },
    { "hubs", RUTTER_KIND_HUB }, { "listings", RUTTER_KIND_LISTING },
  };

  /* No layer cannot be asked for. */
  if (filter->layers == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *objects = rutter_records_get_objects (fixture->records, kinds[i].kind);
      g_autoptr(GString) expected = g_string_new (NULL);
      g_autoptr(GString) listed = g_string_new (NULL);
      g_autofree char *output = ask (filter, kinds[i].name);
      g_auto(GStrv) lines = g_strsplit (output, "\n", -1);

      for (guint j = 0; j < objects->len; j++)
        {
          const RutterObject *object = g_ptr_array_index (objects, j);

          if (rutter_atlas_keeps (object, filter))
            g_string_append_printf (expected, "%s\n", object->uid);
        }
      for (guint j = 0; lines[j] != NULL; j++)
        if (*lines[j] != '\0')
          g_string_append_printf (listed, "%.*s\n", (int)strcspn (lines[j], "\t"), lines[j]);
      g_assert_cmpstr (listed->str, ==, expected->str);
    }
}

static void
test_all_agree (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < N_WINDOWS; i++)
    {
      g_autoptr(RutterPicture) picture = NULL;
      g_autofree char *time = NULL;
      g_autofree char *actors = NULL;
      RutterFilter filter;

      choose (fixture, &filter);
      time = rutter_day_range_to_edtf ((RutterDayRange) { filter.first_day, filter.last_day });
      actors = g_strjoinv (",", filter.actors);
      g_test_message ("window %u: %s, actors %s, layers %x", i, time, actors, filter.layers);
      picture = rutter_atlas_build_picture (fixture->records, &filter);
      check_picture (fixture, &filter, picture);
      check_table (fixture, &filter, picture);
      if (i % ASK_EVERY == 0)
        check_program (fixture, &filter);
      rutter_filter_clear (&filter);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  starter = argv[1];
  program = argv[2];
  g_test_add ("/time/all-agree", Fixture, NULL, set_up, test_all_agree, tear_down);

  return g_test_run ();
}
