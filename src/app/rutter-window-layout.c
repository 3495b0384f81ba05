/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-window-layout.h"

#include "rutter-camera.h"
#include "rutter-route-pane.h"

/* Below these sizes a window is narrow or low; pixels at usual text, which larger text needs more
 * of. */
#define NARROW 1100
#define LOW 680
/* Below this height the bars of the timeline are put away. */
#define VERY_LOW 500
/* Widths of the panes at usual text, how far they grow with it, and the most of the window that the
 * details may take. */
#define SIDEBAR_WIDTH 300
#define DETAILS_WIDTH 380
#define MAX_GROWTH 1.4
#define MAX_DETAILS_SHARE 0.56
/* In an upright window in which the details would not have their width they lie below, over so much
 * of it.
 */
#define SHEET_SHARE 0.45

struct _RutterWindowLayout
{
  GObject         parent_instance;

  GtkWindow      *window;   /* owns us; the rest is the window's */
  AdwFlap        *flap;
  GtkRevealer    *details;
  RutterTimeline *timeline;
  gboolean        is_narrow;
  gboolean        put_away; /* the sidebar, by us */
  gboolean        is_asked_for; /* the sidebar, where there is no room for it */
  gboolean        is_busy;  /* what changes now, changes by us */
  guint           idle_id;
};

G_DEFINE_FINAL_TYPE (RutterWindowLayout, rutter_window_layout, G_TYPE_OBJECT)

static void
reveal_sidebar (RutterWindowLayout *self,
                gboolean            reveal)
{
  self->is_busy = TRUE;
  self->put_away = !reveal;
  adw_flap_set_reveal_flap (self->flap, reveal);
  self->is_busy = FALSE;
}

/* Beside the map, that is; a folded one would lie over it. */
static gboolean
has_room (RutterWindowLayout *self)
{
  return !adw_flap_get_folded (self->flap) &&
         !(self->is_narrow && gtk_revealer_get_reveal_child (self->details));
}

/* The details opened or closed, or the room is another. */
static void
arrange (RutterWindowLayout *self)
{
  gboolean is_shown = adw_flap_get_reveal_flap (self->flap);

  if (has_room (self))
    {
      self->is_asked_for = FALSE;
      if (self->put_away)
        reveal_sidebar (self, TRUE);
    }
  else if (is_shown && !self->is_asked_for)
    {
      reveal_sidebar (self, FALSE);
    }
}

/* Who asks for the sidebar where there is room for one pane has done with the details. */
static void
on_sidebar_changed_cb (RutterWindowLayout *self)
{
  gboolean is_shown = adw_flap_get_reveal_flap (self->flap);

  if (self->is_busy)
    return;

  self->put_away = !is_shown && !has_room (self);
  self->is_asked_for = is_shown && !has_room (self);
  if (self->is_asked_for)
    gtk_revealer_set_reveal_child (self->details, FALSE);
}

/* Beside the map, or over its lower part. */
static void
place_details (RutterWindowLayout *self,
               int                 width,
               int                 height,
               double              growth)
{
  GtkStack *side = GTK_STACK (gtk_revealer_get_child (self->details));
  GtkWidget *const panes[] = { gtk_stack_get_child_by_name (side, "details"),
                               gtk_stack_get_child_by_name (side, "route") };
  double wanted = DETAILS_WIDTH * growth;
  gboolean is_sheet = height > width && width * MAX_DETAILS_SHARE < wanted;
  GtkWidget *revealer = GTK_WIDGET (self->details);
  int pane_width = is_sheet ? width : (int)MIN (wanted, width * MAX_DETAILS_SHARE);

  gtk_widget_set_halign (revealer, is_sheet ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_widget_set_valign (revealer, is_sheet ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_revealer_set_transition_type (self->details,
                                    is_sheet ? GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP
                                             : GTK_REVEALER_TRANSITION_TYPE_SLIDE_LEFT);
  gtk_widget_set_size_request (GTK_WIDGET (side), -1, is_sheet ? (int)(height * SHEET_SHARE) : -1);
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (is_sheet)
      gtk_widget_add_css_class (panes[i], "sheet");
    else
      gtk_widget_remove_css_class (panes[i], "sheet");
  rutter_details_pane_set_width (RUTTER_DETAILS_PANE (panes[0]), pane_width);
  rutter_route_pane_set_width (RUTTER_ROUTE_PANE (panes[1]), pane_width);
}

static gboolean
on_idle_cb (gpointer user_data)
{
  RutterWindowLayout *self = user_data;
  GtkWidget *window = GTK_WIDGET (self->window);
  RutterSidebar *sidebar = RUTTER_SIDEBAR (adw_flap_get_flap (self->flap));
  double scale = rutter_camera_get_text_scale (window);
  double growth = CLAMP (scale, 1, MAX_GROWTH);
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);

  self->idle_id = 0;
  if (width <= 0 || height <= 0)
    return G_SOURCE_REMOVE;

  self->is_narrow = width < NARROW * scale;
  rutter_sidebar_set_width (sidebar, (int)(SIDEBAR_WIDTH * growth));
  rutter_sidebar_set_compact (sidebar, height < LOW * scale);
  rutter_timeline_set_low (self->timeline, height < VERY_LOW * growth);
  place_details (self, width, height, growth);
  arrange (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: the window is being given its size. */
static void
on_size_changed_cb (RutterWindowLayout *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (GTK_PRIORITY_RESIZE + 1, on_idle_cb, self, NULL);
}

static void
on_realized_cb (RutterWindowLayout *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self->window)), "layout",
                           G_CALLBACK (on_size_changed_cb), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
rutter_window_layout_dispose (GObject *object)
{
  g_clear_handle_id (&RUTTER_WINDOW_LAYOUT (object)->idle_id, g_source_remove);

  G_OBJECT_CLASS (rutter_window_layout_parent_class)->dispose (object);
}

static void
rutter_window_layout_class_init (RutterWindowLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_window_layout_dispose;
}

static void
rutter_window_layout_init (RutterWindowLayout *self)
{
}

RutterWindowLayout *
rutter_window_layout_new (GtkWindow      *window,
                          AdwFlap        *flap,
                          GtkRevealer    *details_revealer,
                          RutterTimeline *timeline)
{
  RutterWindowLayout *self = g_object_new (RUTTER_TYPE_WINDOW_LAYOUT, NULL);

  self->timeline = timeline;
  self->window = window;
  self->flap = flap;
  self->details = details_revealer;
  /* It would come and go by itself when it folds. */
  adw_flap_set_locked (flap, TRUE);
  g_signal_connect_object (window, "realize", G_CALLBACK (on_realized_cb), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (window)), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (details_revealer, "notify::reveal-child", G_CALLBACK (arrange), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (flap, "notify::folded", G_CALLBACK (on_size_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (on_sidebar_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

int
rutter_window_layout_get_sheet_height (RutterWindowLayout *self)
{
  int height;

  g_return_val_if_fail (RUTTER_IS_WINDOW_LAYOUT (self), 0);

  gtk_widget_get_size_request (gtk_revealer_get_child (self->details), NULL, &height);

  return MAX (height, 0);
}

gboolean
rutter_window_layout_wants_sidebar (RutterWindowLayout *self)
{
  g_return_val_if_fail (RUTTER_IS_WINDOW_LAYOUT (self), TRUE);

  return self->put_away || adw_flap_get_reveal_flap (self->flap);
}
