/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-time-editor.h"

#include "rutter-time-presets.h"

struct _RutterTimeEditor
{
  AdwBin            parent_instance;

  RutterTimeWindow *window;
  GPtrArray        *presets;  /* of RutterTimePreset, in the order of the buttons */

  GtkEditable      *start;
  GtkEditable      *end;
  GtkLabel         *error;
  GtkFlowBox       *flow;
};

G_DEFINE_FINAL_TYPE (RutterTimeEditor, rutter_time_editor, ADW_TYPE_BIN)

static void
show_error (RutterTimeEditor *self,
            const char       *message)
{
  GtkWidget *entries[] = { GTK_WIDGET (self->start), GTK_WIDGET (self->end) };

  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (message != NULL)
        gtk_widget_add_css_class (entries[i], "error");
      else
        gtk_widget_remove_css_class (entries[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                   : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
}

static void
show_range (RutterTimeEditor *self)
{
  RutterDayRange range = rutter_time_window_get_range (self->window);
  g_autofree char *start = rutter_day_range_start_to_edtf (range);
  g_autofree char *end = rutter_day_range_end_to_edtf (range);

  gtk_editable_set_text (self->start, start);
  gtk_editable_set_text (self->end, end);
  show_error (self, NULL);
}

static void
close_popover (RutterTimeEditor *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_apply_cb (RutterTimeEditor *self)
{
  g_autoptr(GError) error = NULL;
  RutterDayRange range;

  if (!rutter_day_range_read_ends (gtk_editable_get_text (self->start),
                                   gtk_editable_get_text (self->end), &range, &error))
    {
      show_error (self, error->message);
      return;
    }

  rutter_time_window_set_range (self->window, range);
  show_range (self);
  close_popover (self);
}

static void
on_preset_clicked_cb (RutterTimeEditor *self,
                      GtkButton        *button)
{
  const char *title = gtk_button_get_label (button);

  for (guint i = 0; i < self->presets->len; i++)
    {
      const RutterTimePreset *preset = g_ptr_array_index (self->presets, i);

      if (g_strcmp0 (preset->title, title) != 0)
        continue;
      rutter_time_window_set_range (self->window, preset->range);
      close_popover (self);
      return;
    }
}

static void
on_series_changed_cb (RutterTimeEditor *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->presets, g_ptr_array_unref);
  self->presets = rutter_time_presets_list (rutter_time_window_get_series (self->window));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL)
    gtk_flow_box_remove (self->flow, child);
  for (guint i = 0; i < self->presets->len; i++)
    {
      const RutterTimePreset *preset = g_ptr_array_index (self->presets, i);
      GtkWidget *button = gtk_button_new_with_label (preset->title);
      GtkWidget *frame = gtk_flow_box_child_new ();

      gtk_widget_add_css_class (button, "chip");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_preset_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      /* The button takes the focus, its frame in the flow would be a second stop. */
      gtk_widget_set_focusable (frame, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (frame), button);
      gtk_flow_box_append (self->flow, frame);
    }
}

static void
rutter_time_editor_dispose (GObject *object)
{
  RutterTimeEditor *self = RUTTER_TIME_EDITOR (object);

  g_clear_pointer (&self->presets, g_ptr_array_unref);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (rutter_time_editor_parent_class)->dispose (object);
}

static void
rutter_time_editor_class_init (RutterTimeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_time_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-time-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterTimeEditor, start);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeEditor, end);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeEditor, error);
  gtk_widget_class_bind_template_child (widget_class, RutterTimeEditor, flow);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
}

static void
rutter_time_editor_init (RutterTimeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rutter_time_editor_new (void)
{
  return g_object_new (RUTTER_TYPE_TIME_EDITOR, NULL);
}

void
rutter_time_editor_set_window (RutterTimeEditor *self,
                               RutterTimeWindow *window)
{
  g_return_if_fail (RUTTER_IS_TIME_EDITOR (self));
  g_return_if_fail (self->window == NULL);

  self->window = g_object_ref (window);
  g_signal_connect_object (window, "range-changed", G_CALLBACK (show_range), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "series-changed", G_CALLBACK (on_series_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_range (self);
  on_series_changed_cb (self);
}
