/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-layer-row.h"

#include "rutter-number.h"
#include "rutter-swatch.h"
#include "rutter-text-label.h"

#include <glib/gi18n-lib.h>

/* So many classes are shown until all are asked for. */
#define FEW_CLASSES 3

struct _RutterLayerRow
{
  AdwBin           parent_instance;

  RutterLayerItem *item;

  GtkLabel        *title;
  GtkLabel        *counts;
  GtkLabel        *data_to;
  GtkSwitch       *toggle;
  GtkMenuButton   *options;
  GtkLabel        *definition;
  GtkScale        *opacity;
  GtkButton       *isolate;
  GtkListBox      *legend;
  GtkToggleButton *more;

  GtkSliceListModel *first_classes; /* of the legend: a few, or all */
  gboolean           compact;
};

G_DEFINE_FINAL_TYPE (RutterLayerRow, rutter_layer_row, ADW_TYPE_BIN)

static gboolean
shows_few_words (RutterLayerRow *self)
{
  return self->compact && !gtk_toggle_button_get_active (self->more);
}

/* One line, and all of it in the tooltip; or as many as it takes. */
static void
set_few_words (GtkLabel *label,
               gboolean  few)
{
  gtk_label_set_lines (label, few ? 1 : -1);
  gtk_label_set_ellipsize (label, few ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

static void
update_tip (GtkWidget        *row,
            GParamSpec       *pspec,
            RutterLegendItem *item)
{
  const RutterLegendEntry *entry = rutter_legend_item_get_entry (item);
  g_autofree char *n = rutter_count_to_text (entry->n);
  g_autofree char *count = g_strdup_printf (ngettext ("%s in view", "%s in view", entry->n), n);
  g_autofree char *tip = entry->definition != NULL
                         ? g_strjoin ("\n", entry->title, entry->definition, count, NULL)
                         : g_strjoin ("\n", entry->title, count, NULL);

  gtk_widget_set_tooltip_text (row, tip);
}

static GtkWidget *
create_legend_row (gpointer item,
                   gpointer user_data)
{
  RutterLayerRow *self = user_data;
  const RutterLegendEntry *entry = rutter_legend_item_get_entry (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *swatch = rutter_swatch_new_for_legend (item);
  GtkWidget *title = rutter_text_label_new (entry->title, "legend-title");

  gtk_widget_set_valign (swatch, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  set_few_words (GTK_LABEL (title), shows_few_words (self));
  gtk_box_append (GTK_BOX (texts), title);
  if (entry->news != NULL && *entry->news != '\0')
    {
      GtkWidget *news = rutter_text_label_new (entry->news, "legend-text");

      /* The short legend has names and samples, so that all layers stay in sight. */
      g_object_bind_property (self->more, "active", news, "visible", G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (texts), news);
    }
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  update_tip (row, NULL, item);
  g_signal_connect_object (item, "notify::n", G_CALLBACK (update_tip), row, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, entry->title, -1);

  return row;
}

static void
update_texts (RutterLayerRow *self)
{
  g_autofree char *counts = rutter_layer_item_dup_counts (self->item);
  const char *data_to = rutter_layer_item_get_data_to (self->item);
  const char *definition = rutter_layer_item_get_definition (self->item);
  g_autofree char *date = NULL;

  if (data_to != NULL)
    date = g_strdup_printf (_("Data to %s"), data_to);
  gtk_label_set_label (self->counts, counts);
  gtk_label_set_label (self->data_to, date != NULL ? date : "");
  gtk_label_set_label (self->definition, definition != NULL ? definition : "");
}

static void
fill_legend (RutterLayerRow *self)
{
  gtk_list_box_bind_model (self->legend, G_LIST_MODEL (self->first_classes),
                           create_legend_row, self, NULL);
}

static void
update_legend_visible (RutterLayerRow *self)
{
  guint n = g_list_model_get_n_items (rutter_layer_item_get_legend (self->item));
  gboolean visible = rutter_layer_item_get_visible (self->item);
  gboolean all = gtk_toggle_button_get_active (self->more);
  g_autofree char *text = all ? g_strdup (_("Show Less")) :
                          n > FEW_CLASSES ?
                          g_strdup_printf (ngettext ("Explain %u", "Explain All %u", n), n) :
                          g_strdup (_("Explain"));

  gtk_widget_set_visible (GTK_WIDGET (self->legend), visible && n > 0);
  /* Where there is little room the timeline alone tells it. */
  gtk_widget_set_visible (GTK_WIDGET (self->data_to),
                          visible && n > 0 && (all || !self->compact));
  gtk_widget_set_visible (GTK_WIDGET (self->more), visible && n > 0);
  gtk_button_set_label (GTK_BUTTON (self->more), text);
  gtk_slice_list_model_set_size (self->first_classes, all ? G_MAXUINT : FEW_CLASSES);
  if (self->compact)
    fill_legend (self);
}

/* Alt and a click on the switch shows this layer alone. */
static void
on_toggle_pressed_cb (RutterLayerRow *self,
                      int             n_press,
                      double          x,
                      double          y,
                      GtkGesture     *gesture)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  RutterLayerId layer = rutter_layer_item_get_layer (self->item);

  if ((gtk_event_controller_get_current_event_state (controller) & GDK_ALT_MASK) == 0)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.isolate-layer", "s",
                              rutter_layer_get_id (layer));
}

static void
set_item (RutterLayerRow  *self,
          RutterLayerItem *item)
{
  GListModel *legend = rutter_layer_item_get_legend (item);
  const char *title = rutter_layer_item_get_title (item);
  const char *id = rutter_layer_get_id (rutter_layer_item_get_layer (item));
  g_autofree char *options = g_strdup_printf (_("Options of %s"), title);
  g_autofree char *opacity = g_strdup_printf (_("Opacity of %s"), title);

  self->item = g_object_ref (item);
  g_object_bind_property (item, "title", self->title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "visible", self->toggle, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (item, "opacity", gtk_range_get_adjustment (GTK_RANGE (self->opacity)),
                          "value", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->first_classes = gtk_slice_list_model_new (g_object_ref (legend), 0, FEW_CLASSES);
  fill_legend (self);
  g_signal_connect_object (item, "notify::counts", G_CALLBACK (update_texts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::visible", G_CALLBACK (update_legend_visible), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (legend, "items-changed",
                           G_CALLBACK (update_legend_visible), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->isolate), "s", id);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opacity),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, opacity, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->options), options);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->options),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, options, -1);
  update_texts (self);
  update_legend_visible (self);
}

static void
rutter_layer_row_dispose (GObject *object)
{
  RutterLayerRow *self = RUTTER_LAYER_ROW (object);

  g_clear_object (&self->first_classes);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (rutter_layer_row_parent_class)->dispose (object);
}

static void
rutter_layer_row_class_init (RutterLayerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_layer_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-layer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, title);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, counts);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, data_to);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, options);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, definition);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, opacity);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, isolate);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, legend);
  gtk_widget_class_bind_template_child (widget_class, RutterLayerRow, more);
  gtk_widget_class_bind_template_callback (widget_class, update_legend_visible);
  gtk_widget_class_set_css_name (widget_class, "layerrow");
}

static void
rutter_layer_row_init (RutterLayerRow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (on_toggle_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toggle), GTK_EVENT_CONTROLLER (gesture));
}

GtkWidget *
rutter_layer_row_new (RutterLayerItem *item)
{
  RutterLayerRow *self;

  g_return_val_if_fail (RUTTER_IS_LAYER_ITEM (item), NULL);

  self = g_object_new (RUTTER_TYPE_LAYER_ROW, NULL);
  set_item (self, item);

  return GTK_WIDGET (self);
}

void
rutter_layer_row_set_compact (RutterLayerRow *self,
                              gboolean        compact)
{
  g_return_if_fail (RUTTER_IS_LAYER_ROW (self));

  if (self->compact == compact)
    return;

  self->compact = compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  fill_legend (self);
  update_legend_visible (self);
}
