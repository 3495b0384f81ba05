/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-ruler.h"

#include "rutter-ruler.h"

#include <glib/gi18n-lib.h>

#define CROSS 8.0
/* Pixels within which a point is the same one again. */
#define SAME 10.0
#define FEWEST_CORNERS 3

struct _RutterMapRuler
{
  RutterMapView *view;   /* owns this */
  GtkWidget     *area;   /* of the overlay */
  GtkWidget     *panel;  /* likewise */
  GtkLabel      *sum;
  GtkLabel      *last;
  GtkLabel      *hint;
  GArray        *points; /* RutterLonLat */
  gboolean       is_active;
  gboolean       is_outline;
  gboolean       has_pointer;
  RutterPoint    pointer; /* pixels */
};

static RutterLonLat
get_place (RutterMapRuler *self,
           RutterPoint     pixel)
{
  RutterView view = rutter_map_view_get_view (self->view);
  RutterLonLat place = rutter_mercator_unproject (rutter_view_to_world (&view, pixel));

  place.lon = rutter_geo_unwrap_lon (place.lon, 0);

  return place;
}

/* In the copy of the world that is nearest to the view's middle. */
static RutterPoint
get_pixel (RutterMapRuler   *self,
           const RutterView *view,
           guint             i)
{
  RutterPoint point =
    rutter_mercator_project (g_array_index (self->points, RutterLonLat, i));

  point.x += round (view->centre.x - point.x);

  return rutter_view_to_pixel (view, point);
}

static RutterPoint
get_aim (RutterMapRuler *self)
{
  GtkWidget *widget = GTK_WIDGET (self->view);

  if (self->has_pointer)
    return self->pointer;

  return (RutterPoint) { gtk_widget_get_width (widget) / 2.0,
                         gtk_widget_get_height (widget) / 2.0 };
}

static void
draw_cross (cairo_t           *cr,
            const RutterTheme *theme,
            RutterPoint        at)
{
  cairo_move_to (cr, at.x - CROSS, at.y);
  cairo_line_to (cr, at.x + CROSS, at.y);
  cairo_move_to (cr, at.x, at.y - CROSS);
  cairo_line_to (cr, at.x, at.y + CROSS);
  cairo_set_line_width (cr, 1.5);
  rutter_theme_set_source (cr, theme->accent);
  cairo_stroke (cr);
}

/* Edges are straight on the map, as an outline is judged. */
static void
draw_outline (RutterMapRuler    *self,
              cairo_t           *cr,
              const RutterTheme *theme)
{
  RutterView view = rutter_map_view_get_view (self->view);
  RutterPoint aim = get_aim (self);

  for (guint i = 0; i < self->points->len; i++)
    {
      RutterPoint pixel = get_pixel (self, &view, i);

      cairo_line_to (cr, pixel.x, pixel.y);
    }
  cairo_line_to (cr, aim.x, aim.y);
  cairo_close_path (cr);
  rutter_theme_set_source (cr, theme->accent);
  cairo_set_line_width (cr, 2);
  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  cairo_paint_with_alpha (cr, 0.15);
  cairo_reset_clip (cr);
}

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  RutterMapRuler *self = user_data;
  const RutterTheme *theme = rutter_theme_get (rutter_map_view_get_theme (self->view));
  RutterView view = rutter_map_view_get_view (self->view);
  RutterLonLat proposed = get_place (self, get_aim (self));

  if (self->is_outline)
    draw_outline (self, cr, theme);
  else
    {
      g_array_append_val (self->points, proposed);
      rutter_ruler_paint (cr, &view, theme, (const RutterLonLat *)self->points->data,
                          self->points->len, self->points->len - 1);
      g_array_set_size (self->points, self->points->len - 1);
    }
  if (!self->has_pointer)
    draw_cross (cr, theme, get_aim (self));
}

static void
show_outline_texts (RutterMapRuler *self)
{
  const char *text = self->points->len < FEWEST_CORNERS
                     ? _("Set three corners at least.")
                     : _("The first or the last corner once more closes the outline.");

  gtk_label_set_label (self->sum, _("Drawing an Area"));
  gtk_label_set_label (self->last, text);
  gtk_label_set_label (self->hint, _("Click or Return sets a corner, Backspace takes it back, "
                                     "Escape gives up."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->panel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
show_measure_texts (RutterMapRuler *self)
{
  const RutterLonLat *points = (const RutterLonLat *)self->points->data;
  g_autofree char *sum = rutter_ruler_describe_sum (points, self->points->len);
  g_autofree char *leg = rutter_ruler_describe_last (points, self->points->len);
  g_autofree char *last = leg != NULL ? g_strdup_printf (_("Last leg: %s"), leg) : NULL;

  gtk_label_set_label (self->sum, sum != NULL ? sum : _("Measuring"));
  gtk_label_set_label (self->last, last != NULL ? last :
                       self->points->len == 1 ? _("Set the next point.")
                                              : _("Set the first point."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->panel), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  last != NULL ? last : _("Measuring"), -1);
  gtk_label_set_label (self->hint,
                       _("Click or Return sets a point, Backspace takes it back, Escape ends."));
}

static void
show_texts (RutterMapRuler *self)
{
  if (self->is_outline)
    show_outline_texts (self);
  else
    show_measure_texts (self);
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

/* @overlay lies over all of @view. */
RutterMapRuler *
rutter_map_ruler_new (RutterMapView *view,
                      GtkOverlay    *overlay)
{
  RutterMapRuler *self = g_new0 (RutterMapRuler, 1);

  self->view = view;
  self->points = g_array_new (FALSE, FALSE, sizeof (RutterLonLat));
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_widget_set_can_target (self->area, FALSE);
  gtk_widget_set_visible (self->area, FALSE);
  gtk_overlay_add_overlay (overlay, self->area);

  self->panel = g_object_new (GTK_TYPE_BOX,
                              "orientation", GTK_ORIENTATION_VERTICAL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                              "halign", GTK_ALIGN_START,
                              "valign", GTK_ALIGN_START,
                              "can-target", FALSE,
                              "visible", FALSE,
                              NULL);
  gtk_widget_add_css_class (self->panel, "map-card");
  gtk_widget_add_css_class (self->panel, "ruler");
  self->sum = append_label (self->panel, NULL, "heading");
  self->last = append_label (self->panel, NULL, "numeric");
  self->hint = append_label (self->panel, NULL, "map-card-hint");
  gtk_overlay_add_overlay (overlay, self->panel);

  return self;
}

/* The widgets are the overlay's; they may have gone before. */
void
rutter_map_ruler_free (RutterMapRuler *self)
{
  g_array_unref (self->points);
  g_free (self);
}

gboolean
rutter_map_ruler_is_active (RutterMapRuler *self)
{
  return self->is_active;
}

static void
start (RutterMapRuler *self,
       gboolean        is_outline)
{
  g_array_set_size (self->points, 0);
  self->is_active = TRUE;
  self->is_outline = is_outline;
  gtk_widget_set_visible (self->area, TRUE);
  gtk_widget_set_visible (self->panel, TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "crosshair");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  show_texts (self);
  gtk_widget_queue_draw (self->area);
}

void
rutter_map_ruler_start (RutterMapRuler *self)
{
  start (self, FALSE);
}

void
rutter_map_ruler_start_outline (RutterMapRuler *self)
{
  start (self, TRUE);
}

void
rutter_map_ruler_end (RutterMapRuler *self)
{
  self->is_active = FALSE;
  gtk_widget_set_visible (self->area, FALSE);
  gtk_widget_set_visible (self->panel, FALSE);
  gtk_widget_set_cursor (GTK_WIDGET (self->view), NULL);
}

/* Whether a corner is set where the outline began, or twice in one place. */
static gboolean
closes_outline (RutterMapRuler *self,
                double          x,
                double          y)
{
  RutterView view = rutter_map_view_get_view (self->view);
  const guint ends[] = { 0, self->points->len - 1 };

  if (!self->is_outline || self->points->len == 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      RutterPoint end = get_pixel (self, &view, ends[i]);

      if (hypot (end.x - x, end.y - y) <= SAME)
        return TRUE;
    }

  return FALSE;
}

void
rutter_map_ruler_add (RutterMapRuler *self,
                      double          x,
                      double          y)
{
  RutterLonLat place = get_place (self, (RutterPoint) { x, y });

  if (closes_outline (self, x, y))
    {
      if (self->points->len < FEWEST_CORNERS)
        return;
      rutter_map_ruler_end (self);
      g_signal_emit_by_name (self->view, "outline-drawn", self->points);
      return;
    }

  g_array_append_val (self->points, place);
  show_texts (self);
  gtk_widget_queue_draw (self->area);
}

/* A second click in one place closes an outline; to measuring it means nothing. */
void
rutter_map_ruler_click (RutterMapRuler *self,
                        int             n_press,
                        double          x,
                        double          y)
{
  if (n_press == 1 || (n_press == 2 && self->is_outline))
    rutter_map_ruler_add (self, x, y);
}

void
rutter_map_ruler_remove_last (RutterMapRuler *self)
{
  if (self->points->len == 0)
    return;

  g_array_set_size (self->points, self->points->len - 1);
  show_texts (self);
  gtk_widget_queue_draw (self->area);
}

void
rutter_map_ruler_point_at (RutterMapRuler *self,
                           double          x,
                           double          y)
{
  self->has_pointer = TRUE;
  self->pointer = (RutterPoint) { x, y };
  if (self->is_active)
    gtk_widget_queue_draw (self->area);
}

void
rutter_map_ruler_leave (RutterMapRuler *self)
{
  self->has_pointer = FALSE;
  if (self->is_active)
    gtk_widget_queue_draw (self->area);
}

void
rutter_map_ruler_update (RutterMapRuler *self)
{
  if (self->is_active)
    gtk_widget_queue_draw (self->area);
}
