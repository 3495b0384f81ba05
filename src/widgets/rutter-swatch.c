/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-swatch.h"

#include "rutter-scene.h"

#include <adwaita.h>
#include <math.h>

#define SAMPLE_WIDTH 40
#define SAMPLE_HEIGHT 20
#define DOT_SIZE 10

struct _RutterSwatch
{
  GtkWidget         parent_instance;

  RutterLegendItem *item;  /* NULL: the actor's dot */
  char             *actor;
};

G_DEFINE_FINAL_TYPE (RutterSwatch, rutter_swatch, GTK_TYPE_WIDGET)

static void
paint_dot (cairo_t           *cr,
           const RutterTheme *theme,
           const char        *actor,
           double             size)
{
  rutter_theme_set_source (cr, rutter_theme_get_actor (theme, actor));
  cairo_arc (cr, size / 2, size / 2, size / 2, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_sample (cairo_t                 *cr,
              const RutterTheme       *theme,
              const RutterLegendEntry *entry,
              double                   width,
              double                   height)
{
  RutterMark mark = {
    .actor = entry->actor,
    .layer = entry->layer,
    .shape = (RutterShape)entry->shape,
    .symbol = (RutterSymbol)entry->symbol,
    .status = entry->status,
    .denied = entry->denied,
    .inferred = entry->inferred,
    .n_claims = 1,
    .n_slots = 1,
    .course_deg = NAN,
    .opacity = 1,
  };

  rutter_scene_paint_sample (cr, &mark, theme, width, height);
}

static void
rutter_swatch_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  RutterSwatch *self = RUTTER_SWATCH (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  RutterThemeId id = rutter_theme_choose (adw_style_manager_get_dark (style),
                                          adw_style_manager_get_high_contrast (style));
  const RutterTheme *theme = rutter_theme_get (id);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->item != NULL)
    paint_sample (cr, theme, rutter_legend_item_get_entry (self->item), width, height);
  else
    paint_dot (cr, theme, self->actor, MIN (width, height));
  cairo_destroy (cr);
}

static void
rutter_swatch_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  RutterSwatch *self = RUTTER_SWATCH (widget);

  if (self->item == NULL)
    *minimum = *natural = DOT_SIZE;
  else
    *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SAMPLE_WIDTH :
                                                                      SAMPLE_HEIGHT;
}

static void
rutter_swatch_finalize (GObject *object)
{
  RutterSwatch *self = RUTTER_SWATCH (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->actor, g_free);

  G_OBJECT_CLASS (rutter_swatch_parent_class)->finalize (object);
}

static void
rutter_swatch_class_init (RutterSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rutter_swatch_finalize;

  widget_class->snapshot = rutter_swatch_snapshot;
  widget_class->measure = rutter_swatch_measure;

  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rutter_swatch_init (RutterSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
rutter_swatch_new_for_legend (RutterLegendItem *item)
{
  RutterSwatch *self = g_object_new (RUTTER_TYPE_SWATCH, NULL);

  self->item = g_object_ref (item);

  return GTK_WIDGET (self);
}

GtkWidget *
rutter_swatch_new_for_actor (const char *code)
{
  RutterSwatch *self = g_object_new (RUTTER_TYPE_SWATCH, NULL);

  self->actor = g_strdup (code);

  return GTK_WIDGET (self);
}
