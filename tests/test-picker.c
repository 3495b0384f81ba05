/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-flow.h"
#include "rutter-picker.h"
#include "rutter-scene.h"

#include <math.h>

#define RADIUS 8

static void
add_mark (RutterPictureBuilder *builder,
          const char           *uid,
          const char           *actor,
          RutterShape           shape,
          const RutterPoint    *points,
          guint                 n_points)
{
  RutterMark mark = { .uid = uid, .title = uid, .actor = actor, .shape = shape,
                      .symbol = shape == RUTTER_SHAPE_POINT ? RUTTER_SYMBOL_INCIDENT :
                                                              RUTTER_SYMBOL_NONE,
                      .status = RUTTER_STATUS_CONFIRMED, .n_claims = 1, .n_slots = 1,
                      .course_deg = NAN, .opacity = 1, .points = points, .n_points = n_points };

  rutter_picture_builder_add (builder, &mark);
}

static RutterPicture *
make_picture (void)
{
  static const RutterPoint line[] = { { 0.98, 0.3 }, { 1.02, 0.3 }, { 1.02, 0.35 } };
  static const RutterPoint flow[] = { { 0.3, 0.4 }, { 0.4, 0.4 } };
  static const RutterPoint spot = { 0.7, 0.4 };
  static const RutterPoint nowhere = { NAN, NAN };
  RutterPictureBuilder *builder = rutter_picture_builder_new ();

  add_mark (builder, "route:over-the-date-line", "IR", RUTTER_SHAPE_LINE, line, 3);
  add_mark (builder, "transfer:a", "KP", RUTTER_SHAPE_FLOW, flow, 2);
  add_mark (builder, "event:ru", "RU", RUTTER_SHAPE_POINT, &spot, 1);
  add_mark (builder, "event:ir", "IR", RUTTER_SHAPE_POINT, &spot, 1);
  add_mark (builder, "event:ua", "UA", RUTTER_SHAPE_POINT, &spot, 1);
  add_mark (builder, "event:nowhere", "UA", RUTTER_SHAPE_POINT, &nowhere, 1);
  add_mark (builder, "route:empty", "UA", RUTTER_SHAPE_LINE, NULL, 0);
  return rutter_picture_builder_end (builder);
}

static RutterView
make_view (RutterPoint at,
           double      zoom,
           double      rotation)
{
  return (RutterView) { at, zoom, rotation, 400, 300, 1 };
}

static const char *
pick_first (RutterPicker     *picker,
            const RutterView *view,
            RutterPoint       pixel)
{
  g_autoptr(GPtrArray) marks = rutter_picker_pick (picker, view, pixel, RADIUS);

  return marks->len > 0 ? ((const RutterMark *)marks->pdata[0])->uid : NULL;
}

static void
test_lines_in_every_copy (void)
{
  g_autoptr(RutterPicture) picture = make_picture ();
  g_autoptr(RutterPicker) picker = rutter_picker_new (picture);
  RutterPoint arc[RUTTER_FLOW_N_POINTS];

  rutter_flow_flatten (rutter_picture_get_mark (picture, 1)->points, 0, 1, arc);
  for (int copy = -2; copy <= 2; copy++)
    for (double rotation = 0; rotation < 3; rotation += 0.9)
      {
        RutterView view = make_view ((RutterPoint) { copy, 0.3 }, 6, rotation);
        RutterPoint on = rutter_view_to_pixel (&view, (RutterPoint) { copy + 0.001, 0.3 });
        RutterPoint middle;

        g_assert_cmpstr (pick_first (picker, &view, on), ==, "route:over-the-date-line");
        on = rutter_view_to_pixel (&view, (RutterPoint) { copy + 0.001, 0.302 });
        g_assert_cmpstr (pick_first (picker, &view, on), ==, NULL);

        middle = arc[RUTTER_FLOW_N_POINTS / 2];
        middle.x += copy;
        view.centre = middle;
        on = rutter_view_to_pixel (&view, middle);
        g_assert_cmpstr (pick_first (picker, &view, on), ==, "transfer:a");
      }
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *)(data + (gsize)y * cairo_image_surface_get_stride (surface) + 4 * x) &
         0xffffff;
}

static guint32
get_color (RutterColor color)
{
  return (guint32)round (color.r * 255) << 16 | (guint32)round (color.g * 255) << 8 |
         (guint32)round (color.b * 255);
}

/* Wherever an actor's colour was painted, its mark is what a click finds first. */
static void
test_agrees_with_painter (void)
{
  static const struct
  {
    const char *actor, *uid;
  } cases[] = { { "RU", "event:ru" }, { "IR", "event:ir" }, { "UA", "event:ua" } };
  const RutterTheme *theme = rutter_theme_get (RUTTER_THEME_LIGHT);
  g_autoptr(RutterPicture) picture = make_picture ();
  g_autoptr(RutterPicker) picker = rutter_picker_new (picture);
  RutterScenePaint scene = { .picture = picture, .theme = theme };

  for (double zoom = 1; zoom < 9; zoom += 2.6)
    {
      RutterView view = make_view ((RutterPoint) { 1.7, 0.4 }, zoom, 0.4);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
      cairo_t *cr = cairo_create (surface);
      guint n_found[G_N_ELEMENTS (cases)] = { 0 };

      rutter_scene_paint (cr, &view, &scene);
      cairo_surface_flush (surface);
      for (int y = 120; y < 180; y++)
        for (int x = 170; x < 230; x++)
          for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
            if (get_pixel (surface, x, y) ==
                get_color (rutter_theme_get_actor (theme, cases[i].actor)))
              {
                n_found[i]++;
                g_assert_cmpstr (pick_first (picker, &view,
                                             (RutterPoint) { x + 0.5, y + 0.5 }), ==,
                                 cases[i].uid);
              }

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpuint (n_found[i], >, 10);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_one_per_uid (void)
{
  static const RutterPoint line[] = { { 0.5, 0.5 }, { 0.5001, 0.5 }, { 0.5, 0.5 } };
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  g_autoptr(RutterPicture) picture = NULL;
  g_autoptr(RutterPicker) picker = NULL;
  g_autoptr(GPtrArray) marks = NULL;
  RutterView view = make_view ((RutterPoint) { 0.5, 0.5 }, 3, 0);

  add_mark (builder, "vessel:a", "RU", RUTTER_SHAPE_LINE, line, 3);
  add_mark (builder, "route:b", "RU", RUTTER_SHAPE_LINE, line, 3);
  add_mark (builder, "vessel:a", "RU", RUTTER_SHAPE_POINT, line, 1);
  picture = rutter_picture_builder_end (builder);
  picker = rutter_picker_new (picture);

  /* The symbol lies on top of both lines. */
  marks = rutter_picker_pick (picker, &view, (RutterPoint) { 200, 150 }, RADIUS);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_true (marks->pdata[0] == rutter_picture_get_mark (picture, 2));
  g_assert_true (marks->pdata[1] == rutter_picture_get_mark (picture, 1));
}

static void
test_list (void)
{
  static const struct
  {
    const char  *label;
    RutterPoint  centre;
    double       zoom;
    guint        n;
  } cases[] = {
    { "the world, each once", { 0.5, 0.4 }, 0, 5 },
    { "the spot, a world to the west", { -0.3, 0.4 }, 9, 3 },
    { "within the box of the line, which passes outside", { 0.99, 0.34 }, 9, 0 },
    { "on the line", { 0, 0.3 }, 9, 1 },
    { "nothing", { 0.5, 0.9 }, 9, 0 },
  };
  g_autoptr(RutterPicture) picture = make_picture ();
  g_autoptr(RutterPicker) picker = rutter_picker_new (picture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterView view = make_view (cases[i].centre, cases[i].zoom, 0);
      g_autoptr(GPtrArray) marks = rutter_picker_list (picker, &view);

      g_test_message ("%s", cases[i].label);
      g_assert_cmpuint (marks->len, ==, cases[i].n);
    }
}

static void
test_empty (void)
{
  g_autoptr(RutterPicture) picture =
    rutter_picture_builder_end (rutter_picture_builder_new ());
  g_autoptr(RutterPicker) picker = rutter_picker_new (picture);
  RutterView view = make_view ((RutterPoint) { NAN, 0.5 }, 3, 0);

  g_assert_null (pick_first (picker, &view, (RutterPoint) { 5, 5 }));
  view = make_view ((RutterPoint) { 0.5, 0.5 }, 3, 0);
  g_assert_null (pick_first (picker, &view, (RutterPoint) { 5, 5 }));
}

/* Each spot lies in the view and on its mark; what is shown has one, from the left to the right. */
static void
test_spots (void)
{
  g_autoptr(RutterPicture) picture = make_picture ();
  g_autoptr(RutterPicker) picker = rutter_picker_new (picture);
  guint n_checked = 0;

  for (double zoom = 0.5; zoom < 10; zoom += 0.7)
    {
      RutterView view = make_view ((RutterPoint) { 1.7, 0.4 }, zoom, zoom > 5 ? 0.4 : 0);
      g_autoptr(GArray) spots = rutter_picker_list_spots (picker, &view);
      g_autoptr(GPtrArray) shown = rutter_picker_list (picker, &view);
      g_autoptr(GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < shown->len; i++)
        g_hash_table_add (uids, (gpointer)((RutterMark *)g_ptr_array_index (shown, i))->uid);
      g_assert_cmpuint (spots->len, ==, g_hash_table_size (uids));

      for (guint i = 0; i < spots->len; i++)
        {
          const RutterSpot *spot = &g_array_index (spots, RutterSpot, i);
          g_autoptr(GPtrArray) marks = rutter_picker_pick (picker, &view, spot->pixel, 2);
          gboolean is_there = FALSE;

          for (guint j = 0; j < marks->len; j++)
            is_there |= g_str_equal (spot->mark->uid,
                                     ((RutterMark *)g_ptr_array_index (marks, j))->uid);
          g_assert_true (is_there);
          if (view.rotation == 0)
            {
              g_assert_cmpfloat (spot->pixel.x, >=, -0.5);
              g_assert_cmpfloat (spot->pixel.x, <=, view.width + 0.5);
              g_assert_cmpfloat (spot->pixel.y, >=, -0.5);
              g_assert_cmpfloat (spot->pixel.y, <=, view.height + 0.5);
            }
          if (i > 0)
            g_assert_cmpfloat (spot[-1].pixel.x, <=, spot->pixel.x);
          g_assert_true (g_hash_table_remove (uids, spot->mark->uid));
          n_checked++;
        }
    }

  g_assert_cmpuint (n_checked, >, 30);
}

/* Whoever walks from mark to mark is led through the most important of very many. */
static void
test_spots_are_bounded (void)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterView view = make_view ((RutterPoint) { 0.5, 0.5 }, 1, 0);
  g_autoptr(RutterPicture) picture = NULL;
  g_autoptr(RutterPicker) picker = NULL;
  g_autoptr(GArray) spots = NULL;
  guint n = 5000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = g_strdup_printf ("event:%u", i);
      RutterPoint point = { 0.4 + 0.2 * i / n, 0.5 };
      RutterMark mark = { .uid = uid, .shape = RUTTER_SHAPE_POINT, .opacity = 1, .points = &point,
                          .symbol = RUTTER_SYMBOL_INCIDENT, .n_points = 1, .course_deg = NAN,
                          .rank = (int)(n - 1 - i) };

      rutter_picture_builder_add (builder, &mark);
    }
  picture = rutter_picture_builder_end (builder);
  picker = rutter_picker_new (picture);
  spots = rutter_picker_list_spots (picker, &view);

  g_assert_cmpuint (spots->len, ==, 1000);
  for (guint i = 0; i < spots->len; i++)
    g_assert_cmpint (g_array_index (spots, RutterSpot, i).mark->rank, <, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picker/lines-in-every-copy", test_lines_in_every_copy);
  g_test_add_func ("/picker/agrees-with-painter", test_agrees_with_painter);
  g_test_add_func ("/picker/one-per-uid", test_one_per_uid);
  g_test_add_func ("/picker/list", test_list);
  g_test_add_func ("/picker/empty", test_empty);
  g_test_add_func ("/picker/spots", test_spots);

  g_test_add_func ("/picker/spots-are-bounded", test_spots_are_bounded);
  return g_test_run ();
}
