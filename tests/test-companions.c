/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-companions.h"

#include <math.h>

static void
add (RutterPictureBuilder *builder,
     const char           *uid,
     RutterShape           shape,
     RutterPoint           from,
     RutterPoint           to)
{
  RutterPoint points[] = { from, to };
  RutterMark mark = {
    .uid = uid, .title = uid, .kind = RUTTER_KIND_TRANSFER, .shape = shape, .course_deg = NAN,
    .opacity = 1, .n_slots = 1, .points = points, .n_points = shape == RUTTER_SHAPE_POINT ? 1 : 2,
  };

  rutter_box_init (&mark.box);
  for (guint i = 0; i < mark.n_points; i++)
    rutter_box_add (&mark.box, points[i]);
  rutter_picture_builder_add (builder, &mark);
}

static RutterPicture *
make_picture (void)
{
  RutterPictureBuilder *builder = rutter_picture_builder_new ();
  RutterPoint a = { 0.2, 0.3 }, b = { 0.9, 0.4 }, c = { 0.5, 0.5 };

  add (builder, "guns", RUTTER_SHAPE_FLOW, a, b);
  add (builder, "jets", RUTTER_SHAPE_FLOW, a, b);
  add (builder, "back", RUTTER_SHAPE_FLOW, b, a);
  /* The short way round the world: the same two, in the next copy. */
  add (builder, "round", RUTTER_SHAPE_FLOW, a, (RutterPoint) { b.x - 1, b.y });
  add (builder, "other", RUTTER_SHAPE_FLOW, a, c);
  add (builder, "way", RUTTER_SHAPE_LINE, a, b);
  add (builder, "ship", RUTTER_SHAPE_LINE, b, c);
  add (builder, "ship", RUTTER_SHAPE_POINT, c, c);

  return rutter_picture_builder_end (builder);
}

static void
test_find (void)
{
  static const struct
  {
    const char *uid;
    guint       n;
    const char *with;    /* among them */
    const char *without;
  } cases[] = {
    { "guns", 4, "round", "way" },
    { "back", 4, "jets", "other" },
    { "other", 1, "other", "guns" },
    { "way", 1, "way", "guns" },
    { "ship", 2, "ship", "other" },
    { "nobody", 0, NULL, "guns" },
  };
  g_autoptr(RutterPicture) picture = make_picture ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GHashTable) found = rutter_companions_find (picture, cases[i].uid);
      gboolean has = FALSE;
      GHashTableIter iter;
      gpointer mark;

      g_test_message ("%s", cases[i].uid);
      g_assert_cmpuint (g_hash_table_size (found), ==, cases[i].n);
      g_hash_table_iter_init (&iter, found);
      while (g_hash_table_iter_next (&iter, &mark, NULL))
        {
          has = has || g_strcmp0 (((RutterMark *)mark)->uid, cases[i].with) == 0;
          g_assert_cmpstr (((RutterMark *)mark)->uid, !=, cases[i].without);
        }
      g_assert_true (has == (cases[i].with != NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/companions/find", test_find);

  return g_test_run ();
}
