/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-live-swatch.h"

#include "rutter-point-painter.h"
#include "rutter-point-sprites.h"

#include <adwaita.h>
#include <math.h>

#define WIDTH 40
#define HEIGHT 20
#define NEAR_ZOOM 12.0

static void
paint_line (cairo_t           *cr,
            const RutterTheme *theme)
{
  static const double dots[] = { 0.1, 4 };

  rutter_theme_set_source (cr, rutter_point_sprites_get_color (theme));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, -18, 4);
  cairo_line_to (cr, -4, -1);
  cairo_stroke (cr);
  cairo_set_dash (cr, dots, 2, 0);
  cairo_move_to (cr, -4, -1);
  cairo_line_to (cr, 18, -4);
  cairo_stroke (cr);
}

static void
paint_dots (cairo_t           *cr,
            const RutterTheme *theme)
{
  static const double sides[] = { 1.6, 2.3, 3, 4 };

  rutter_theme_set_source (cr, rutter_point_sprites_get_color (theme));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    cairo_rectangle (cr, -14 + 9.0 * i - sides[i] / 2, -sides[i] / 2, sides[i], sides[i]);
  cairo_fill (cr);
}

static void
paint_symbol (cairo_t           *cr,
              const RutterTheme *theme,
              RutterLiveSample   sample)
{
  static const struct
  {
    RutterPointKind   kind;
    RutterPointState  state;
    double            angle;
  } symbols[] = {
    [RUTTER_LIVE_SAMPLE_CLASS_A] = { RUTTER_POINT_CLASS_A, RUTTER_POINT_FRESH, 1 },
    [RUTTER_LIVE_SAMPLE_CLASS_B] = { RUTTER_POINT_CLASS_B, RUTTER_POINT_FRESH, 1 },
    [RUTTER_LIVE_SAMPLE_STATION] = { RUTTER_POINT_STATION, RUTTER_POINT_FRESH, NAN },
    [RUTTER_LIVE_SAMPLE_AID] = { RUTTER_POINT_AID, RUTTER_POINT_FRESH, NAN },
    [RUTTER_LIVE_SAMPLE_AIRCRAFT] = { RUTTER_POINT_AIRCRAFT, RUTTER_POINT_FRESH, 1 },
    [RUTTER_LIVE_SAMPLE_EMERGENCY] = { RUTTER_POINT_EMERGENCY, RUTTER_POINT_FRESH, NAN },
    [RUTTER_LIVE_SAMPLE_STALE] = { RUTTER_POINT_CLASS_A, RUTTER_POINT_STALE, 1 },
    [RUTTER_LIVE_SAMPLE_LOST] = { RUTTER_POINT_CLASS_A, RUTTER_POINT_LOST, 1 },
    [RUTTER_LIVE_SAMPLE_RINGED] = { RUTTER_POINT_CLASS_A, RUTTER_POINT_FRESH, 1 },
  };
  double size = rutter_point_sprites_get_size (symbols[sample].kind, NEAR_ZOOM);

  if (sample == RUTTER_LIVE_SAMPLE_RINGED)
    {
      cairo_arc (cr, 0, 0, 9, 0, 2 * G_PI);
      cairo_set_line_width (cr, 1.8);
      rutter_theme_set_source (cr, theme->text);
      cairo_stroke (cr);
      size *= 0.85;
    }
  rutter_point_sprites_paint (cr, theme, symbols[sample].kind, symbols[sample].state,
                              symbols[sample].angle, size);
}

static void
paint (GtkDrawingArea *area,
       cairo_t        *cr,
       int             width,
       int             height,
       gpointer        user_data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  RutterThemeId id = rutter_theme_choose (adw_style_manager_get_dark (style),
                                          adw_style_manager_get_high_contrast (style));
  const RutterTheme *theme = rutter_theme_get (id);
  RutterLiveSample sample = GPOINTER_TO_UINT (user_data);

  cairo_translate (cr, width / 2.0, height / 2.0);
  if (sample == RUTTER_LIVE_SAMPLE_TAIL)
    paint_line (cr, theme);
  else if (sample == RUTTER_LIVE_SAMPLE_DOTS)
    paint_dots (cr, theme);
  else
    paint_symbol (cr, theme, sample);
}

GtkWidget *
rutter_live_swatch_new (RutterLiveSample sample)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "content-width", WIDTH,
                                  "content-height", HEIGHT,
                                  "valign", GTK_ALIGN_CENTER,
                                  NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), paint, GUINT_TO_POINTER (sample),
                                  NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
  return area;
}
