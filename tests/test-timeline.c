/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-edtf.h"
#include "rutter-time-axis.h"
#include "rutter-time-spread.h"
#include "rutter-timeline-chart.h"
#include "rutter-timeline-handle.h"
#include "rutter-timeline.h"

#include <math.h>

typedef struct
{
  RutterTimeWindow *window;
  GtkWidget        *toplevel;
  GtkWidget        *timeline;
} Fixture;

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (text == NULL || (GTK_IS_LABEL (root) &&
                        strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL) ||
       (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), text) == 0)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static RutterTimeSeries *
create_series (void)
{
  static const char *const dates[] = { "1986-05-08", "2022-03-04", "2023", "2023-05-08",
                                       "2024-11-30" };
  RutterSpan spans[G_N_ELEMENTS (dates)];
  RutterTimeSeries *series;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_true (rutter_edtf_parse (dates[i], &spans[i], NULL));
  series = rutter_time_series_new_from_spans (spans, G_N_ELEMENTS (dates),
                                              rutter_edtf_day (2026, 11, 30));
  rutter_time_series_set_counts (series, 5, 3);

  return series;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(RutterTimeSeries) series = create_series ();

  fixture->window = rutter_time_window_new ();
  fixture->timeline = rutter_timeline_new ();
  fixture->toplevel = adw_window_new ();
  rutter_timeline_set_window (RUTTER_TIMELINE (fixture->timeline), fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->toplevel), 1024, 200);
  adw_window_set_content (ADW_WINDOW (fixture->toplevel), fixture->timeline);
  gtk_widget_set_valign (fixture->timeline, GTK_ALIGN_END);
  gtk_window_present (GTK_WINDOW (fixture->toplevel));
  rutter_time_window_set_series (fixture->window, series);
  gtk_test_widget_wait_for_draw (fixture->toplevel);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->toplevel));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->window);
}

static void
assert_range (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *edtf =
    rutter_day_range_to_edtf (rutter_time_window_get_range (fixture->window));

  g_assert_cmpstr (edtf, ==, expected);
}

static void
test_says (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *handle = find (fixture->timeline, RUTTER_TYPE_TIMELINE_HANDLE, NULL);
  GtkWidget *end = gtk_widget_get_next_sibling (handle);

  g_assert_nonnull (find (fixture->timeline, GTK_TYPE_LABEL, "All dates"));
  g_assert_nonnull (find (fixture->timeline, GTK_TYPE_LABEL,
                          "5 claims · 3 objects without a date · data to November 2026 · UTC"));
  g_assert_cmpint (gtk_widget_get_height (fixture->timeline), <=, 96);

  gtk_test_accessible_assert_role (fixture->timeline, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_test_accessible_assert_role (handle, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Open");
  rutter_time_window_set_range (fixture->window, (RutterDayRange) {
                                  rutter_edtf_day (2022, 2, 24), rutter_edtf_day (2023, 12, 31) });
  g_assert_nonnull (find (fixture->timeline, GTK_TYPE_LABEL, "24 February 2022 to 2023"));
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "24 February 2022");
  gtk_test_accessible_assert_property (end, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "31 December 2023");
  gtk_test_accessible_assert_property (end, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "End of the time window");
  g_assert_true (gtk_widget_get_focusable (handle) && gtk_widget_get_focusable (end));
}

/* A low window puts the bars away, has them on request, and changes nothing that is kept. */
static void
test_low (Fixture       *fixture,
          gconstpointer  data)
{
  RutterTimeline *timeline = RUTTER_TIMELINE (fixture->timeline);
  GtkRevealer *revealer =
    GTK_REVEALER (find (fixture->timeline, GTK_TYPE_REVEALER, NULL));
  gboolean expanded = FALSE;

  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  for (guint i = 0; i < 2; i++)
    {
      rutter_timeline_set_low (timeline, TRUE);
      g_assert_false (gtk_revealer_get_reveal_child (revealer));
      gtk_widget_activate_action (fixture->timeline, "timeline.fold", NULL);
      g_assert_true (gtk_revealer_get_reveal_child (revealer));
      g_object_get (timeline, "expanded", &expanded, NULL);
      g_assert_cmpint (expanded, ==, i == 0);

      /* As it was before, whatever was asked for meanwhile. */
      rutter_timeline_set_low (timeline, FALSE);
      g_assert_cmpint (gtk_revealer_get_reveal_child (revealer), ==, i == 0);
      if (i == 0)
        gtk_widget_activate_action (fixture->timeline, "timeline.fold", NULL);
    }
}

/* Handles stand where the axis has their days, also after zooming and panning. */
static void
test_handles_follow (Fixture       *fixture,
                     gconstpointer  data)
{
  RutterTimelineChart *chart =
    RUTTER_TIMELINE_CHART (find (fixture->timeline, RUTTER_TYPE_TIMELINE_CHART, NULL));
  GtkWidget *handle = find (fixture->timeline, RUTTER_TYPE_TIMELINE_HANDLE, NULL);
  const int day = rutter_edtf_day (2023, 1, 1);

  rutter_time_window_set_range (fixture->window, (RutterDayRange) { day, day + 364 });
  g_assert_cmpint (rutter_timeline_chart_get_unit (chart), ==, RUTTER_TIME_UNIT_YEAR);
  for (int i = 0; i < 3; i++)
    {
      const RutterTimeAxis *axis = rutter_timeline_chart_get_axis (chart);
      double expected = rutter_timeline_chart_get_origin (chart)
                        + rutter_time_axis_get_x (axis, day);
      graphene_rect_t bounds;

      gtk_test_widget_wait_for_draw (fixture->toplevel);
      g_assert_true (gtk_widget_compute_bounds (handle, GTK_WIDGET (chart), &bounds));
      g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width / 2, expected, 1.0);
      if (i == 0)
        rutter_timeline_chart_zoom (chart, rutter_time_axis_get_x (axis, day), 12);
      else
        rutter_timeline_chart_pan (chart, 40);
    }
  g_assert_cmpint (rutter_timeline_chart_get_unit (chart), ==, RUTTER_TIME_UNIT_MONTH);
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *timeline = fixture->timeline;

  rutter_time_window_set_range (fixture->window, (RutterDayRange) {
                                  rutter_edtf_day (2022, 1, 1), rutter_edtf_day (2022, 12, 31) });
  gtk_widget_activate_action (timeline, "timeline.step", "i", 1);
  assert_range (fixture, "2023");
  gtk_widget_activate_action (timeline, "timeline.step", "i", -1);
  assert_range (fixture, "2022");

  /* Playing takes its first step at once; a step by hand pauses. */
  gtk_widget_activate_action (timeline, "timeline.play", NULL);
  g_assert_true (rutter_timeline_get_playing (RUTTER_TIMELINE (timeline)));
  assert_range (fixture, "2023");
  gtk_widget_activate_action (timeline, "timeline.step", "i", 1);
  g_assert_false (rutter_timeline_get_playing (RUTTER_TIMELINE (timeline)));
  assert_range (fixture, "2024");

  /* At the end it begins anew. */
  rutter_time_window_set_range (fixture->window, (RutterDayRange) {
                                  rutter_edtf_day (2026, 1, 1), rutter_edtf_day (2026, 12, 31) });
  gtk_widget_activate_action (timeline, "timeline.play", NULL);
  assert_range (fixture, "1986");
  gtk_widget_activate_action (timeline, "timeline.play", NULL);
  g_assert_false (rutter_timeline_get_playing (RUTTER_TIMELINE (timeline)));
}

static void
test_editor (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *start = find (fixture->timeline, GTK_TYPE_ENTRY, NULL);
  GtkWidget *end = find (gtk_widget_get_parent (start), GTK_TYPE_ENTRY, NULL);
  GtkWidget *preset = find (fixture->timeline, GTK_TYPE_BUTTON, "2023");

  for (GtkWidget *child = start; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ENTRY (child))
      end = child;

  gtk_editable_set_text (GTK_EDITABLE (start), "2022-02-24");
  gtk_editable_set_text (GTK_EDITABLE (end), "yesterday");
  g_signal_emit_by_name (start, "activate");
  assert_range (fixture, "");
  g_assert_nonnull (find (fixture->timeline, GTK_TYPE_LABEL, "“yesterday” is no date for the end"));
  g_assert_true (gtk_widget_has_css_class (end, "error"));

  gtk_editable_set_text (GTK_EDITABLE (end), "2023");
  g_signal_emit_by_name (end, "activate");
  assert_range (fixture, "2022-02-24/2023");
  g_assert_false (gtk_widget_has_css_class (end, "error"));

  g_assert_nonnull (preset);
  g_signal_emit_by_name (preset, "clicked");
  assert_range (fixture, "2023");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (start)), ==, "2023");
}

static void
test_axis (void)
{
  const RutterDayRange extent = { rutter_edtf_day (1986, 5, 8), rutter_edtf_day (2026, 11, 30) };
  RutterTimeAxis axis = { .width = 1000 };
  double day;

  rutter_time_axis_fit (&axis, extent);
  g_assert_cmpfloat (axis.start, ==, rutter_edtf_day (1986, 1, 1));
  g_assert_cmpfloat (axis.end, ==, rutter_edtf_day (2027, 1, 1));
  g_assert_cmpint (rutter_time_axis_get_unit (&axis), ==, RUTTER_TIME_UNIT_YEAR);

  /* The day under the pointer stays, also where zooming comes to its limit. */
  day = rutter_time_axis_get_day (&axis, 700);
  for (int i = 0; i < 40; i++)
    rutter_time_axis_zoom (&axis, 700, 1.25, extent);
  g_assert_cmpfloat_with_epsilon (rutter_time_axis_get_day (&axis, 700), day, 1e-6);
  g_assert_cmpfloat_with_epsilon (axis.end - axis.start, 61, 1e-6);
  g_assert_cmpint (rutter_time_axis_get_unit (&axis), ==, RUTTER_TIME_UNIT_MONTH);
  g_assert_cmpint (rutter_time_axis_get_grain (&axis), ==, RUTTER_TIME_UNIT_DAY);

  rutter_time_axis_pan (&axis, 1e9, extent);
  g_assert_cmpfloat_with_epsilon (axis.end, rutter_edtf_day (2027, 1, 1), 1e-6);
  rutter_time_axis_pan (&axis, -1e9, extent);
  g_assert_cmpfloat_with_epsilon (axis.start, rutter_edtf_day (1986, 1, 1), 1e-6);
  rutter_time_axis_zoom (&axis, 0, 1e-9, extent);
  g_assert_cmpfloat_with_epsilon (axis.end, rutter_edtf_day (2027, 1, 1), 1e-6);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline/axis", test_axis);
  g_test_add ("/timeline/says", Fixture, NULL, set_up, test_says, tear_down);
  g_test_add ("/timeline/low", Fixture, NULL, set_up, test_low, tear_down);
  g_test_add ("/timeline/handles", Fixture, NULL, set_up, test_handles_follow, tear_down);
  g_test_add ("/timeline/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/timeline/editor", Fixture, NULL, set_up, test_editor, tear_down);

  return g_test_run ();
}
