/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-scene.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define WIDTH 400
#define HEIGHT 300

static RutterMark
make_mark (const char        *uid,
           RutterShape        shape,
           RutterStatus       status,
           const RutterPoint *points,
           guint              n_points)
{
  return (RutterMark) { .uid = uid, .title = uid, .actor = "RU", .shape = shape,
                        .symbol = shape == RUTTER_SHAPE_POINT ? RUTTER_SYMBOL_HUB :
                                                                RUTTER_SYMBOL_NONE,
                        .status = status, .n_claims = 3, .n_slots = 1, .course_deg = NAN,
                        .opacity = 1, .points = points, .n_points = n_points };
}

/* One of everything, some of it where it hurts. */
static RutterPicture *
make_picture (void)
{
  static const RutterPoint line[] = { { 0.4, 0.4 }, { NAN, 0 }, { 0.5, 0.5 }, { 0.6, 0.4 } };
  static const RutterPoint flow[] = { { 0.9, 0.3 }, { 0.1, 0.35 } };
  static const RutterPoint spot = { 0.55, 0.45 };
  RutterPictureBuilder *builder = rutter_picture_builder_new ();

  for (guint status = 0; status < RUTTER_N_STATUS; status++)
    for (guint inferred = 0; inferred < 2; inferred++)
      {
        g_autofree char *uid = g_strdup_printf ("transfer:%u-%u", status, inferred);
        RutterMark mark = make_mark (uid, RUTTER_SHAPE_FLOW, status, flow, 2);

        mark.inferred = inferred;
        mark.denied = inferred;
        mark.slot = status;
        mark.n_slots = RUTTER_N_STATUS;
        rutter_picture_builder_add (builder, &mark);
        mark.shape = RUTTER_SHAPE_LINE;
        mark.points = line;
        mark.n_points = G_N_ELEMENTS (line);
        rutter_picture_builder_add (builder, &mark);
        for (guint symbol = 0; symbol < RUTTER_N_SYMBOL; symbol++)
          {
            mark.shape = RUTTER_SHAPE_POINT;
            mark.symbol = symbol;
            mark.course_deg = status % 2 == 0 ? NAN : 70;
            mark.points = &spot;
            mark.n_points = 1;
            rutter_picture_builder_add (builder, &mark);
          }
      }

  return rutter_picture_builder_end (builder);
}

static cairo_surface_t *
paint (const RutterPicture *picture,
       const RutterView    *view,
       const char          *selected)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  RutterScenePaint scene = { .picture = picture, .theme = rutter_theme_get (RUTTER_THEME_LIGHT),
                             .selected = selected, .fast = TRUE };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  rutter_scene_paint (cr, view, &scene);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How dark the painting is between two columns: the sum over pixels of what is missing to white. */
static double
get_ink (cairo_surface_t *surface,
         int              x0,
         int              x1)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double ink = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = x0; x < x1; x++)
      for (int c = 0; c < 3; c++)
        ink += 255 - data[(gsize)y * stride + 4 * x + c];

  return ink / 255;
}

/* The height of the sample, or only the two rows along the middle of a line. */
static double
get_sample_ink (RutterShape  shape,
                RutterStatus status,
                gboolean     inferred,
                gboolean     only_core)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60,
                                                         only_core ? 2 : 20);
  cairo_t *cr = cairo_create (surface);
  RutterMark mark = make_mark ("", shape, status, NULL, 0);
  double ink;

  mark.symbol = shape == RUTTER_SHAPE_POINT ? RUTTER_SYMBOL_INCIDENT : RUTTER_SYMBOL_NONE;
  mark.inferred = inferred;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 0, only_core ? -9 : 0);
  rutter_scene_paint_sample (cr, &mark, rutter_theme_get (RUTTER_THEME_PRINT), 60, 20);
  cairo_surface_flush (surface);
  ink = get_ink (surface, 0, 60);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

/* Without colour: each status carries visibly less ink than the one that is surer. */
static void
test_status_without_colour (void)
{
  static const RutterStatus order[] = { RUTTER_STATUS_CONFIRMED, RUTTER_STATUS_OFFICIAL_ACCUSATION,
                                        RUTTER_STATUS_REPORTED, RUTTER_STATUS_ALLEGED };

  for (guint shape = 0; shape <= RUTTER_SHAPE_POINT; shape++)
    for (guint i = 1; i < G_N_ELEMENTS (order); i++)
      {
        g_test_message ("shape %u, status %u", shape, order[i]);
        g_assert_cmpfloat (get_sample_ink (shape, order[i], FALSE, FALSE), <,
                           0.96 * get_sample_ink (shape, order[i - 1], FALSE, FALSE));
      }

  /* What is inferred is hollow: its core is the ground's; a dot becomes a small ring. */
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpfloat (get_sample_ink (RUTTER_SHAPE_LINE, order[i], TRUE, TRUE), <,
                       (i < 3 ? 0.6 : 0.9) *
                       get_sample_ink (RUTTER_SHAPE_LINE, order[i], FALSE, TRUE));
}

static void
test_world_copies (void)
{
  static const RutterPoint spot = { 0.5, 0.5 };
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterMark mark = make_mark ("a", RUTTER_SHAPE_POINT, RUTTER_STATUS_CONFIRMED, &spot, 1);
  RutterView view = { { 0.5, 0.5 }, -1, 0, WIDTH, HEIGHT, 1 };
  g_autoptr(RutterPicture) picture = NULL;
  cairo_surface_t *surface;

  rutter_picture_builder_add (builder, &mark);
  picture = rutter_picture_builder_end (builder);
  surface = paint (picture, &view, NULL);
  for (int x = 200 - 128; x < WIDTH; x += 128)
    {
      g_assert_cmpfloat (get_ink (surface, x - 10, x + 10), >, 20);
      g_assert_cmpfloat (get_ink (surface, x + 20, x + 40), ==, 0);
    }
  cairo_surface_destroy (surface);
}

static void
test_selection (void)
{
  static const RutterPoint points[] = { { 0.3, 0.5 }, { 0.7, 0.5 } };
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterView view = { { 0.5, 0.5 }, 0, 0, WIDTH, HEIGHT, 1 };
  g_autoptr(RutterPicture) picture = NULL;
  cairo_surface_t *plain, *selected, *stranger;

  for (guint i = 0; i < 2; i++)
    {
      RutterMark mark = make_mark (i == 0 ? "a" : "b", RUTTER_SHAPE_POINT,
                                   RUTTER_STATUS_CONFIRMED, &points[i], 1);

      rutter_picture_builder_add (builder, &mark);
    }
  picture = rutter_picture_builder_end (builder);
  plain = paint (picture, &view, NULL);
  selected = paint (picture, &view, "a");
  stranger = paint (picture, &view, "not in the picture");

  g_assert_cmpfloat (get_ink (selected, 125, 175), >, 1.2 * get_ink (plain, 125, 175));
  g_assert_cmpfloat (get_ink (selected, 230, 280), <, 0.6 * get_ink (plain, 230, 280));
  g_assert_cmpfloat (get_ink (stranger, 0, WIDTH), ==, get_ink (plain, 0, WIDTH));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (selected);
  cairo_surface_destroy (stranger);
}

/* A flow that would run around the world crosses the date line instead. */
static void
test_short_way (void)
{
  static const RutterPoint ends[] = { { 0.9, 0.5 }, { 0.1, 0.5 } };
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterMark mark = make_mark ("a", RUTTER_SHAPE_FLOW, RUTTER_STATUS_CONFIRMED, ends, 2);
  RutterView view = { { 0.5, 0.5 }, 0, 0, WIDTH, HEIGHT, 1 };
  g_autoptr(RutterPicture) picture = NULL;
  cairo_surface_t *surface;

  rutter_picture_builder_add (builder, &mark);
  picture = rutter_picture_builder_end (builder);
  surface = paint (picture, &view, NULL);
  g_assert_cmpfloat (get_ink (surface, 120, 280), ==, 0);
  g_assert_cmpfloat (get_ink (surface, 60, 90), >, 20);
  g_assert_cmpfloat (get_ink (surface, 310, 340), >, 20);
  cairo_surface_destroy (surface);
}

static cairo_status_t
write_bytes (void         *closure,
             const guchar *data,
             unsigned int  length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
has_bytes (GByteArray *bytes,
           const char *needle)
{
  return memmem (bytes->data, bytes->len, needle, strlen (needle)) != NULL;
}

/* No picture is embedded on the way to paper, and text stays text in PDF. */
static void
test_vectors (void)
{
  RutterView view = { { 0.55, 0.45 }, 3, 0.1, WIDTH, HEIGHT, 1 };
  g_autoptr(RutterPicture) picture = make_picture ();
  RutterScenePaint scene = { .picture = picture, .theme = rutter_theme_get (RUTTER_THEME_PRINT),
                             .selected = "transfer:2-1" };

  for (guint svg = 0; svg < 2; svg++)
    {
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      cairo_surface_t *surface =
        svg ? cairo_svg_surface_create_for_stream (write_bytes, bytes, WIDTH, HEIGHT) :
              cairo_pdf_surface_create_for_stream (write_bytes, bytes, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);

      rutter_scene_paint (cr, &view, &scene);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);

      g_assert_cmpuint (bytes->len, >, 2000);
      g_assert_false (has_bytes (bytes, svg ? "<image" : "/Subtype /Image"));
      if (!svg)
        g_assert_true (has_bytes (bytes, "/FontFile"));
    }
}

static void
test_bad_input (void)
{
  static const RutterView views[] = {
    { { 0.5, 0.5 }, 0, 0, WIDTH, HEIGHT, 1 }, { { 0.55, 0.45 }, 18, 2, WIDTH, HEIGHT, 2 },
    { { -7.5, 0.5 }, 2, 0, WIDTH, HEIGHT, 1 }, { { 0.5, 0.5 }, 3, 0, 1, 1, 1 },
  };
  g_autofree RutterPoint *points = g_new (RutterPoint, 100000);
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  g_autoptr(RutterPicture) everything = make_picture ();
  g_autoptr(RutterPicture) picture = NULL;
  RutterMark mark;

  for (guint i = 0; i < 100000; i++)
    points[i] = i % 1000 == 7 ? (RutterPoint) { NAN, 1e300 } :
                                (RutterPoint) { i / 50000.0, 0.5 + 0.3 * sin (i / 500.0) };
  mark = make_mark ("long", RUTTER_SHAPE_LINE, RUTTER_STATUS_ALLEGED, points, 100000);
  rutter_picture_builder_add (builder, &mark);
  mark = make_mark ("empty", RUTTER_SHAPE_LINE, RUTTER_STATUS_ALLEGED, NULL, 0);
  rutter_picture_builder_add (builder, &mark);
  points[0] = points[7];
  mark = make_mark ("nowhere", RUTTER_SHAPE_POINT, RUTTER_STATUS_ALLEGED, points, 1);
  rutter_picture_builder_add (builder, &mark);
  points[1] = points[0] = (RutterPoint) { 0.5, 0.5 };
  mark = make_mark ("to itself", RUTTER_SHAPE_FLOW, RUTTER_STATUS_CONFIRMED, points, 2);
  rutter_picture_builder_add (builder, &mark);
  picture = rutter_picture_builder_end (builder);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      cairo_surface_destroy (paint (picture, &views[i], "long"));
      cairo_surface_destroy (paint (everything, &views[i], NULL));
      cairo_surface_destroy (paint (NULL, &views[i], "anything"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/status-without-colour", test_status_without_colour);
  g_test_add_func ("/scene/world-copies", test_world_copies);
  g_test_add_func ("/scene/selection", test_selection);
  g_test_add_func ("/scene/short-way", test_short_way);
  g_test_add_func ("/scene/vectors", test_vectors);
  g_test_add_func ("/scene/bad-input", test_bad_input);
  return g_test_run ();
}
