/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-picture.h"

#include <math.h>
#include <string.h>

static RutterMark
make_mark (const char        *uid,
           RutterShape        shape,
           const RutterPoint *points,
           guint              n_points)
{
  return (RutterMark) { .uid = uid, .title = uid, .shape = shape, .opacity = 1, .n_slots = 1,
                        .course_deg = NAN, .points = points, .n_points = n_points };
}

static RutterPicture *
make_picture (const RutterMark *mark)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();

  rutter_picture_builder_add (builder, mark);
  return rutter_picture_builder_end (builder);
}

static void
test_copies (void)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  g_autoptr(RutterPicture) picture = NULL;

  /* Enough of them that every array of the builder has moved. */
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *uid = g_strdup_printf ("event:%d", i);
      RutterPoint points[] = { { i / 2000.0, 0.25 }, { i / 2000.0, 0.5 } };
      RutterMark mark = make_mark (uid, RUTTER_SHAPE_LINE, points, 2);

      mark.actor = "RU";
      rutter_picture_builder_add (builder, &mark);
      memset (points, 0, sizeof points);
      memset (uid, 'x', strlen (uid));
    }

  picture = rutter_picture_builder_end (builder);
  g_assert_cmpuint (rutter_picture_get_n_marks (picture), ==, 2000);
  for (guint i = 0; i < 2000; i++)
    {
      const RutterMark *mark = rutter_picture_get_mark (picture, i);
      g_autofree char *uid = g_strdup_printf ("event:%u", i);

      g_assert_cmpstr (mark->uid, ==, uid);
      g_assert_cmpstr (mark->title, ==, uid);
      g_assert_cmpstr (mark->actor, ==, "RU");
      g_assert_null (mark->detail);
      g_assert_cmpuint (mark->n_points, ==, 2);
      g_assert_cmpfloat (mark->points[0].x, ==, i / 2000.0);
      g_assert_cmpfloat (mark->points[1].y, ==, 0.5);
    }
}

static void
test_boxes (void)
{
  static const struct
  {
    const char  *label;
    RutterShape  shape;
    RutterPoint  points[3];
    guint        n_points;
    RutterBox    expected;
  } cases[] = {
    { "line", RUTTER_SHAPE_LINE, { { 0.2, 0.3 }, { 0.1, 0.6 }, { 0.15, 0.2 } }, 3,
      { 0.1, 0.2, 0.2, 0.6 } },
    { "NaN breaks, but does not spread", RUTTER_SHAPE_LINE,
      { { 0.2, 0.3 }, { NAN, 0.6 }, { 0.4, 0.5 } }, 3, { 0.2, 0.3, 0.4, 0.5 } },
    { "infinite and far out", RUTTER_SHAPE_LINE,
      { { INFINITY, 0.3 }, { 1e300, 0.6 }, { 0.4, 0.5 } }, 3, { 0.4, 0.5, 0.4, 0.5 } },
    { "point", RUTTER_SHAPE_POINT, { { 0.7, 0.4 } }, 1, { 0.7, 0.4, 0.7, 0.4 } },
    /* Eastwards, so it bulges south, by a tenth of its length. */
    { "flow", RUTTER_SHAPE_FLOW, { { 0.2, 0.4 }, { 0.4, 0.4 } }, 2, { 0.2, 0.4, 0.4, 0.42 } },
    /* Written the long way, drawn over the date line. */
    { "flow the short way", RUTTER_SHAPE_FLOW, { { 0.9, 0.4 }, { 0.1, 0.4 } }, 2,
      { 0.9, 0.4, 1.1, 0.42 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RutterMark mark = make_mark ("a", cases[i].shape, cases[i].points, cases[i].n_points);
      g_autoptr(RutterPicture) picture = make_picture (&mark);
      const RutterMark *copy = rutter_picture_get_mark (picture, 0);

      g_test_message ("%s", cases[i].label);
      g_assert_cmpfloat_with_epsilon (copy->box.x0, cases[i].expected.x0, 1e-9);
      g_assert_cmpfloat_with_epsilon (copy->box.y0, cases[i].expected.y0, 1e-9);
      g_assert_cmpfloat_with_epsilon (copy->box.x1, cases[i].expected.x1, 1e-9);
      g_assert_cmpfloat_with_epsilon (copy->box.y1, cases[i].expected.y1, 1e-9);
    }
}

static void
test_nowhere (void)
{
  static const RutterPoint nothing = { NAN, NAN };
  static const RutterPoint half[] = { { 0.5, 0.5 }, { NAN, 0.5 } };
  RutterBox world = { -100, -100, 100, 100 };
  RutterMark marks[] = {
    make_mark ("empty line", RUTTER_SHAPE_LINE, NULL, 0),
    make_mark ("point", RUTTER_SHAPE_POINT, &nothing, 1),
    make_mark ("flow to nowhere", RUTTER_SHAPE_FLOW, half, 2),
    make_mark ("flow of one", RUTTER_SHAPE_FLOW, half, 1),
  };

  marks[0].opacity = NAN;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(RutterPicture) picture = make_picture (&marks[i]);
      const RutterMark *copy = rutter_picture_get_mark (picture, 0);

      g_test_message ("%s", marks[i].uid);
      g_assert_false (rutter_box_meets (&copy->box, &world));
      g_assert_cmpfloat (copy->opacity, ==, 1);
    }
}

static gpointer
hold_for_a_while (gpointer data)
{
  for (int i = 0; i < 10000; i++)
    rutter_picture_unref (rutter_picture_ref (data));
  rutter_picture_unref (data);
  return NULL;
}

static void
test_threads (void)
{
  RutterMark mark = make_mark ("a", RUTTER_SHAPE_LINE, NULL, 0);
  g_autoptr(RutterPicture) picture = make_picture (&mark);
  GThread *threads[2];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("holder", hold_for_a_while, rutter_picture_ref (picture));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpstr (rutter_picture_get_mark (picture, 0)->uid, ==, "a");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/copies", test_copies);
  g_test_add_func ("/picture/boxes", test_boxes);
  g_test_add_func ("/picture/nowhere", test_nowhere);
  g_test_add_func ("/picture/threads", test_threads);
  return g_test_run ();
}
