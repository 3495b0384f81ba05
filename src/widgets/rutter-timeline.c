/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-timeline.h"

#include "rutter-edtf.h"
#include "rutter-number.h"
#include "rutter-time-editor.h"
#include "rutter-timeline-chart.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_SPEED 2
#define MAX_SPEED 8

struct _RutterTimeline
{
  AdwBin               parent_instance;

  RutterTimeWindow    *window;
  int                  speed;
  gboolean             loop;
  gboolean             expanded;
  gboolean             is_low;
  gboolean             is_asked_for; /* the bars, in a low window */
  guint                play_id;   /* 0: not playing */

  GtkButton           *back;
  GtkButton           *play;
  GtkButton           *forward;
  GtkButton           *fold;
  GtkRevealer         *revealer;
  GtkLabel            *range_label;
  GtkLabel            *notes;
  RutterTimeEditor    *editor;
  RutterTimelineChart *chart;
};

enum
{
  PROP_0,
  PROP_SPEED,
  PROP_LOOP,
  PROP_EXPANDED,
  PROP_PLAYING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RutterTimeline, rutter_timeline, ADW_TYPE_BIN)

static gboolean on_tick_cb (gpointer user_data);

/* A window is played by the bars that are seen, but never by tens of years. */
static RutterTimeUnit
get_step (RutterTimeline *self)
{
  return MIN (rutter_timeline_chart_get_unit (self->chart), RUTTER_TIME_UNIT_YEAR);
}

static void
start_ticking (RutterTimeline *self)
{
  gboolean has_motion = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &has_motion,
                NULL);
  g_clear_handle_id (&self->play_id, g_source_remove);
  self->play_id = g_timeout_add ((guint)(1000 / (has_motion ? self->speed : 1)), on_tick_cb, self);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  RutterTimeline *self = user_data;

  if (rutter_time_window_step (self->window, get_step (self), 1))
    return G_SOURCE_CONTINUE;

  if (self->loop)
    {
      rutter_time_window_rewind (self->window, get_step (self));
      return G_SOURCE_CONTINUE;
    }

  rutter_timeline_set_playing (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
update_buttons (RutterTimeline *self)
{
  gboolean is_month = get_step (self) == RUTTER_TIME_UNIT_MONTH;
  const char *play = self->play_id != 0 ? _("Pause") : _("Play");
  const char *back = is_month ? _("Back by a Month") : _("Back by a Year");
  const char *forward = is_month ? _("Forward by a Month") : _("Forward by a Year");

  gtk_button_set_icon_name (self->play, self->play_id != 0 ? "media-playback-pause-symbolic"
                                                           : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play),
                               self->play_id != 0 ? _("Pause (Space)") : _("Play (Space)"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->back), back);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->forward), forward);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, play,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, back,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->forward), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  forward, -1);
}

static void
update_fold (RutterTimeline *self)
{
  gboolean is_shown = self->is_low ? self->is_asked_for : self->expanded;
  const char *tip = is_shown ? _("Hide the Bars") : _("Show the Bars");

  gtk_revealer_set_reveal_child (self->revealer, is_shown);
  gtk_button_set_icon_name (self->fold, is_shown ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->fold), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
}

static void
on_range_changed_cb (RutterTimeline *self)
{
  g_autofree char *text = rutter_day_range_to_text (rutter_time_window_get_range (self->window));

  gtk_label_set_label (self->range_label, text);
}

static char *
describe_data_to (const RutterTimeSeries *series)
{
  int day = rutter_time_series_get_data_to (series);
  RutterDayRange range = { RUTTER_DAY_BEFORE_ALL, day };
  g_autofree char *edtf = rutter_day_range_end_to_edtf (range);
  RutterSpan span;

  if (day == RUTTER_DAY_AFTER_ALL || !rutter_edtf_parse (edtf, &span, NULL))
    return NULL;

  return rutter_span_to_text (&span);
}

static void
on_series_changed_cb (RutterTimeline *self)
{
  RutterTimeSeries *series = rutter_time_window_get_series (self->window);
  g_autoptr(GString) notes = g_string_new (NULL);
  g_autofree char *data_to = NULL;
  g_autofree char *claims = NULL;
  guint n_claims, n_undated;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.play",
                                 rutter_timeline_chart_has_dates (self->chart));
  if (series == NULL)
    return;

  n_claims = rutter_time_series_get_n_claims (series);
  n_undated = rutter_time_series_get_n_undated (series);
  data_to = describe_data_to (series);
  claims = rutter_count_to_text (n_claims);
  g_string_append_printf (notes, ngettext ("%s claim", "%s claims", n_claims), claims);
  if (n_undated > 0)
    {
      g_autofree char *undated = rutter_count_to_text (n_undated);

      g_string_append (notes, " · ");
      g_string_append_printf (notes, ngettext ("%s object without a date",
                                               "%s objects without a date", n_undated), undated);
    }
  if (data_to != NULL)
    {
      g_string_append (notes, " · ");
      g_string_append_printf (notes, _("data to %s"), data_to);
    }
  g_string_append_printf (notes, " · %s", _("UTC"));
  gtk_label_set_label (self->notes, notes->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes), notes->str);
}

static void
on_play_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RutterTimeline *self = RUTTER_TIMELINE (widget);

  rutter_timeline_set_playing (self, self->play_id == 0);
}

static void
on_fold_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RutterTimeline *self = RUTTER_TIMELINE (widget);

  if (!self->is_low)
    {
      g_object_set (self, "expanded", !self->expanded, NULL);
      return;
    }

  self->is_asked_for = !self->is_asked_for;
  update_fold (self);
}

static void
on_step_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RutterTimeline *self = RUTTER_TIMELINE (widget);

  if (self->window == NULL)
    return;

  rutter_timeline_set_playing (self, FALSE);
  rutter_time_window_step (self->window, get_step (self), g_variant_get_int32 (parameter));
}

static void
rutter_timeline_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  RutterTimeline *self = RUTTER_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_SPEED:
      g_value_set_int (value, self->speed);
      break;

    case PROP_LOOP:
      g_value_set_boolean (value, self->loop);
      break;

    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;

    case PROP_PLAYING:
      g_value_set_boolean (value, self->play_id != 0);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rutter_timeline_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RutterTimeline *self = RUTTER_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_SPEED:
      self->speed = g_value_get_int (value);
      if (self->play_id != 0)
        start_ticking (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_LOOP:
      self->loop = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_EXPANDED:
      self->expanded = g_value_get_boolean (value);
      update_fold (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_PLAYING:
      rutter_timeline_set_playing (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rutter_timeline_dispose (GObject *object)
{
  RutterTimeline *self = RUTTER_TIMELINE (object);

  g_clear_handle_id (&self->play_id, g_source_remove);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (rutter_timeline_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SPEED] = g_param_spec_int ("speed", NULL, NULL, 1, MAX_SPEED, DEFAULT_SPEED,
                                             flags);
  properties[PROP_LOOP] = g_param_spec_boolean ("loop", NULL, NULL, FALSE, flags);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, TRUE, flags);
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rutter_timeline_class_init (RutterTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rutter_timeline_get_property;
  object_class->set_property = rutter_timeline_set_property;
  object_class->dispose = rutter_timeline_dispose;
  install_properties (object_class);

  g_type_ensure (RUTTER_TYPE_TIME_EDITOR);
  g_type_ensure (RUTTER_TYPE_TIMELINE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, back);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, play);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, forward);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, fold);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, revealer);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, range_label);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, notes);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, editor);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeline, chart);

  gtk_widget_class_install_action (widget_class, "timeline.play", NULL, on_play_action);
  gtk_widget_class_install_action (widget_class, "timeline.step", "i", on_step_action);
  gtk_widget_class_install_property_action (widget_class, "timeline.speed", "speed");
  gtk_widget_class_install_property_action (widget_class, "timeline.loop", "loop");
  gtk_widget_class_install_action (widget_class, "timeline.fold", NULL, on_fold_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "timeline.play", NULL);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
rutter_timeline_init (RutterTimeline *self)
{
  self->speed = DEFAULT_SPEED;
  self->expanded = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->chart, "unit-changed", G_CALLBACK (update_buttons), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.play", FALSE);
  update_buttons (self);
  update_fold (self);
}

GtkWidget *
rutter_timeline_new (void)
{
  return g_object_new (RUTTER_TYPE_TIMELINE, NULL);
}

void
rutter_timeline_set_window (RutterTimeline   *self,
                            RutterTimeWindow *window)
{
  g_return_if_fail (RUTTER_IS_TIMELINE (self));
  g_return_if_fail (self->window == NULL);

  self->window = g_object_ref (window);
  rutter_timeline_chart_set_window (self->chart, window);
  rutter_time_editor_set_window (self->editor, window);
  g_signal_connect_object (window, "range-changed", G_CALLBACK (on_range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "series-changed", G_CALLBACK (on_series_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_range_changed_cb (self);
  on_series_changed_cb (self);
}

void
rutter_timeline_set_low (RutterTimeline *self,
                         gboolean        low)
{
  g_return_if_fail (RUTTER_IS_TIMELINE (self));

  if (self->is_low == low)
    return;

  self->is_low = low;
  self->is_asked_for = FALSE;
  update_fold (self);
}

gboolean
rutter_timeline_get_playing (RutterTimeline *self)
{
  g_return_val_if_fail (RUTTER_IS_TIMELINE (self), FALSE);

  return self->play_id != 0;
}

void
rutter_timeline_set_playing (RutterTimeline *self,
                             gboolean        playing)
{
  g_return_if_fail (RUTTER_IS_TIMELINE (self));

  if (playing == (self->play_id != 0))
    return;
  if (playing && (self->window == NULL || !rutter_timeline_chart_has_dates (self->chart)))
    return;

  g_clear_handle_id (&self->play_id, g_source_remove);
  if (playing)
    {
      start_ticking (self);
      /* The first step at once: a button that does nothing for a second seems broken. */
      if (!rutter_time_window_step (self->window, get_step (self), 1))
        rutter_time_window_rewind (self->window, get_step (self));
    }
  update_buttons (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}
