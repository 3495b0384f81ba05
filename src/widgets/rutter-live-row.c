/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-live-row.h"

#include "rutter-live-filter.h"
#include "rutter-live-swatch.h"

#include <glib/gi18n-lib.h>

/* So many samples are shown until all are asked for. */
#define FEW_SAMPLES 2

struct _RutterLiveRow
{
  AdwBin            parent_instance;

  RutterLiveItem   *item;

  GtkLabel         *counts;
  GtkMenuButton    *options;
  RutterLiveFilter *filter;
  GtkSwitch        *toggle;
  GtkLabel         *notice;
  GtkListBox       *legend;
  GtkToggleButton  *more;
  GtkLabel         *vectors;     /* what the lines at the bows mean */
};

G_DEFINE_FINAL_TYPE (RutterLiveRow, rutter_live_row, ADW_TYPE_BIN)

static const struct
{
  RutterLiveSample  sample;
  const char       *title;
} samples[] = {
  { RUTTER_LIVE_SAMPLE_CLASS_A, N_("Class A, bow by heading or course") },
  { RUTTER_LIVE_SAMPLE_CLASS_B, N_("Class B, small craft") },
  { RUTTER_LIVE_SAMPLE_STATION, N_("Shore station") },
  { RUTTER_LIVE_SAMPLE_AID, N_("Aid to navigation") },
  { RUTTER_LIVE_SAMPLE_AIRCRAFT, N_("Search and rescue aircraft") },
  { RUTTER_LIVE_SAMPLE_EMERGENCY, N_("Distress transmitter") },
  { RUTTER_LIVE_SAMPLE_STALE, N_("Nothing heard for 9 minutes") },
  { RUTTER_LIVE_SAMPLE_LOST, N_("Nothing heard for 30 minutes: where it was last heard") },
  { RUTTER_LIVE_SAMPLE_RINGED, N_("In the catalogue, by IMO number or MMSI") },
  { RUTTER_LIVE_SAMPLE_TAIL, N_("Way of the last hour; dots where nothing was heard") },
  { RUTTER_LIVE_SAMPLE_DOTS, N_("Where there are very many: dots, larger with their number") },
};

static void
update (RutterLiveRow *self)
{
  const char *notice = rutter_live_item_get_notice (self->item);
  gboolean visible = rutter_live_item_get_visible (self->item);
  gboolean all = gtk_toggle_button_get_active (self->more);
  double minutes = rutter_live_item_get_minutes (self->item);
  g_autofree char *counts = rutter_live_item_dup_counts (self->item);
  g_autofree char *more = all ? g_strdup (_("Show Less"))
                              : g_strdup_printf (ngettext ("Explain %u", "Explain All %u",
                                                           G_N_ELEMENTS (samples)),
                                                 (guint)G_N_ELEMENTS (samples));
  /* Translators: %g has a number that may be a half. */
  g_autofree char *vectors = g_strdup_printf (_("The line at a bow is the way of %g min."),
                                              minutes);

  gtk_label_set_label (self->counts, counts);
  gtk_label_set_label (self->notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), visible && notice != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), visible && notice == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->more), visible && notice == NULL);
  gtk_button_set_label (GTK_BUTTON (self->more), more);
  gtk_label_set_label (self->vectors, vectors);
  gtk_widget_set_visible (GTK_WIDGET (self->vectors),
                          visible && notice == NULL && all && minutes > 0);
  for (int i = FEW_SAMPLES; i < (int)G_N_ELEMENTS (samples); i++)
    gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->legend, i)), all);
}

static void
append_sample (RutterLiveRow    *self,
               RutterLiveSample  sample,
               const char       *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "legend-title");
  gtk_box_append (GTK_BOX (box), rutter_live_swatch_new (sample));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->legend, row);
}

static void
rutter_live_row_dispose (GObject *object)
{
  RutterLiveRow *self = RUTTER_LIVE_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (rutter_live_row_parent_class)->dispose (object);
}

static void
rutter_live_row_class_init (RutterLiveRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_live_row_dispose;

  g_type_ensure (RUTTER_TYPE_LIVE_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-live-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterLiveRow, counts);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveRow, options);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveRow, filter);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveRow, notice);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveRow, legend);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveRow, more);
  gtk_widget_class_bind_template_child (widget_class, RutterLiveRow, vectors);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_set_css_name (widget_class, "layerrow");
}

static void
rutter_live_row_init (RutterLiveRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    append_sample (self, samples[i].sample, _(samples[i].title));
}

void
rutter_live_row_set_item (RutterLiveRow  *self,
                          RutterLiveItem *item)
{
  g_return_if_fail (RUTTER_IS_LIVE_ROW (self));
  g_return_if_fail (self->item == NULL);

  self->item = g_object_ref (item);
  rutter_live_filter_set_item (self->filter, item);
  g_object_bind_property (item, "visible", self->toggle, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (item, "notify::texts", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
rutter_live_row_set_compact (RutterLiveRow *self,
                             gboolean       compact)
{
  g_return_if_fail (RUTTER_IS_LIVE_ROW (self));

  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
}
