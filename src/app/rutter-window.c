/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-window.h"

#include "rutter-details-pane.h"
#include "rutter-history.h"
#include "rutter-map-teller.h"
#include "rutter-pick-list.h"
#include "rutter-sidebar.h"
#include "rutter-time-keeper.h"
#include "rutter-window-actions.h"
#include "rutter-window-state.h"

/* How close "Show on the Map" goes to a point. */
#define POINT_ZOOM 6.0

struct _RutterWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings; /* NULL: nothing is kept */
  RutterSession        *session;
  RutterMapTeller      *teller;
  RutterTimeKeeper     *keeper;
  RutterHistory         history;
  char                 *selected;
  GCancellable         *loading;  /* of details; NULL when none are under way */
  gboolean              load_again; /* the picture changed meanwhile */
  gboolean              keep_folded; /* nobody asked: a closed pane stays closed */

  AdwToastOverlay      *toasts;
  AdwWindowTitle       *title;
  AdwFlap              *flap;
  RutterSidebar        *sidebar;
  GtkStack             *stack;
  AdwStatusPage        *error_page;
  GtkRevealer          *banner;
  GtkLabel             *banner_label;
  RutterMapView        *map;
  GtkRevealer          *details_revealer;
  RutterDetailsPane    *details;
  RutterTimeline       *timeline;
  GtkWidget            *pick_list;
};

G_DEFINE_FINAL_TYPE (RutterWindow, rutter_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_actions (RutterWindow *self)
{
  RutterBox box;
  gboolean on_map = self->selected != NULL &&
                    rutter_session_find_box (self->session, self->selected, &box);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-back",
                                 rutter_history_can_go (&self->history, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-forward",
                                 rutter_history_can_go (&self->history, 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-on-map", on_map);
  /* What is not on the map has no halo, and then nothing steps back for it. */
  rutter_map_view_set_selected (self->map, on_map ? self->selected : NULL);
}

static void reload (RutterWindow *self);

static void
on_details_loaded_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(RutterWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(RutterDetails) details =
    rutter_session_load_details_finish (RUTTER_SESSION (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (details == NULL)
    {
      rutter_window_say (self, error->message);
      return;
    }

  rutter_details_pane_set_details (self->details, details);
  rutter_map_teller_set_selected (self->teller, details->title);
  if (!self->keep_folded)
    gtk_revealer_set_reveal_child (self->details_revealer, TRUE);
  if (self->load_again)
    reload (self);
}

static void
load_object (RutterWindow *self,
             const char   *uid)
{
  if (rutter_session_get_path (self->session) == NULL)
    return;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->load_again = self->keep_folded = FALSE;
  if (uid != self->selected)
    {
      g_free (self->selected);
      self->selected = g_strdup (uid);
    }
  rutter_session_load_details_async (self->session, self->selected, self->loading,
                                     on_details_loaded_cb, g_object_ref (self));
  update_actions (self);
}

static void
reload (RutterWindow *self)
{
  load_object (self, self->selected);
  self->keep_folded = TRUE;
}

/* Another choice of layers, actors or time: why the object is drawn may change. */
static void
on_picture_changed_cb (RutterWindow *self)
{
  self->load_again = self->loading != NULL;
  if (self->selected != NULL && self->loading == NULL)
    reload (self);
  else
    update_actions (self);
}

static void
unselect (RutterWindow *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->selected, g_free);
  rutter_details_pane_set_details (self->details, NULL);
  rutter_map_teller_set_selected (self->teller, NULL);
  update_actions (self);
}

static void
on_go_back_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  RutterWindow *self = RUTTER_WINDOW (widget);
  const char *uid = rutter_history_go (&self->history, -1);

  if (uid != NULL)
    load_object (self, uid);
}

static void
on_go_forward_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  RutterWindow *self = RUTTER_WINDOW (widget);
  const char *uid = rutter_history_go (&self->history, 1);

  if (uid != NULL)
    load_object (self, uid);
}

static void
on_show_on_map_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  RutterWindow *self = RUTTER_WINDOW (widget);
  RutterView view = rutter_map_view_get_view (self->map);
  RutterPoint centre;
  RutterBox box;

  if (self->selected == NULL || !rutter_session_find_box (self->session, self->selected, &box))
    return;

  centre = (RutterPoint) { (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 };
  if (box.x1 - box.x0 < 1e-4 && box.y1 - box.y0 < 1e-4)
    rutter_map_view_go_to (self->map, rutter_mercator_unproject (centre),
                           MAX (view.zoom, POINT_ZOOM), TRUE);
  else
    {
      /* Some air around it, and on the right as much as the details cover. */
      double pad_x = (box.x1 - box.x0) * 0.15;
      double pad_y = (box.y1 - box.y0) * 0.15;
      double covered = (box.x1 - box.x0 + 2 * pad_x) * 0.6;

      rutter_map_view_fit (self->map,
                           rutter_mercator_unproject ((RutterPoint) { box.x0 - pad_x,
                                                                      box.y1 + pad_y }),
                           rutter_mercator_unproject ((RutterPoint) { box.x1 + pad_x + covered,
                                                                      box.y0 - pad_y }));
    }
}

static void
on_close_details_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  RutterWindow *self = RUTTER_WINDOW (widget);

  gtk_revealer_set_reveal_child (self->details_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

/* Escape: first the selection, then the pane. */
static void
on_unselect_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  RutterWindow *self = RUTTER_WINDOW (widget);

  unselect (self);
  on_close_details_action (widget, NULL, NULL);
}

static void
on_toggle_sidebar_action (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  RutterWindow *self = RUTTER_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
on_dismiss_banner_action (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  gtk_revealer_set_reveal_child (RUTTER_WINDOW (widget)->banner, FALSE);
}

static void
on_open_own_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  rutter_session_open (RUTTER_WINDOW (widget)->session, RUTTER_OPENING_OWN, NULL);
}

static void
show_banner (RutterWindow *self,
             const char   *message)
{
  gtk_label_set_label (self->banner_label, message);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
}

static void
on_session_opened_cb (RutterWindow *self,
                      const char   *notice)
{
  g_autofree char *name = g_path_get_basename (rutter_session_get_path (self->session));

  rutter_history_reset (&self->history);
  unselect (self);
  gtk_revealer_set_reveal_child (self->details_revealer, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "map");
  adw_window_title_set_subtitle (self->title, g_str_equal (name, "catalogue.gpkg") ? "" : name);
  if (notice != NULL)
    {
      g_printerr ("rutter: %s\n", notice);
      show_banner (self, notice);
    }
}

/* With nothing open yet the whole window says so; else what is open stays. */
static void
on_session_failed_cb (RutterWindow *self,
                      const char   *message)
{
  g_printerr ("rutter: %s\n", message);
  if (rutter_session_get_path (self->session) == NULL)
    {
      adw_status_page_set_description (self->error_page, message);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else
    show_banner (self, message);
}

static void
on_session_warned_cb (RutterWindow *self,
                      const char   *message)
{
  g_printerr ("rutter: %s\n", message);
  show_banner (self, message);
}

static void
on_marks_picked_cb (RutterWindow *self,
                    double        x,
                    double        y,
                    GPtrArray    *marks)
{
  const RutterMark *mark;

  if (marks->len == 0)
    {
      unselect (self);
      return;
    }

  mark = g_ptr_array_index (marks, 0);
  if (marks->len == 1)
    rutter_window_show_object (self, mark->uid);
  else
    rutter_pick_list_offer (RUTTER_PICK_LIST (self->pick_list), marks, x, y);
}

static void
on_dark_changed_cb (RutterWindow *self)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  rutter_map_view_set_theme (self->map, is_dark ? RUTTER_THEME_DARK : RUTTER_THEME_LIGHT);
}

static gboolean
rutter_window_close_request (GtkWindow *window)
{
  RutterWindow *self = RUTTER_WINDOW (window);

  if (self->settings != NULL)
    rutter_window_state_save (self->settings, window, self->flap);

  return GTK_WINDOW_CLASS (rutter_window_parent_class)->close_request (window);
}

static void
rutter_window_dispose (GObject *object)
{
  RutterWindow *self = RUTTER_WINDOW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->pick_list, gtk_widget_unparent);
  g_clear_object (&self->teller);
  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rutter_window_parent_class)->dispose (object);
}

static void
rutter_window_finalize (GObject *object)
{
  RutterWindow *self = RUTTER_WINDOW (object);

  rutter_history_clear (&self->history);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (rutter_window_parent_class)->finalize (object);
}

static void
rutter_window_class_init (RutterWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rutter_window_dispose;
  object_class->finalize = rutter_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rutter_window_close_request;

  g_type_ensure (RUTTER_TYPE_DETAILS_PANE);
  g_type_ensure (RUTTER_TYPE_MAP_VIEW);
  g_type_ensure (RUTTER_TYPE_SIDEBAR);
  g_type_ensure (RUTTER_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, map);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, details_revealer);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, details);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, timeline);

  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, on_go_back_action);
  gtk_widget_class_install_action (widget_class, "win.go-forward", NULL, on_go_forward_action);
  gtk_widget_class_install_action (widget_class, "win.show-on-map", NULL,
                                   on_show_on_map_action);
  gtk_widget_class_install_action (widget_class, "win.close-details", NULL,
                                   on_close_details_action);
  gtk_widget_class_install_action (widget_class, "win.unselect", NULL, on_unselect_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL,
                                   on_toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.dismiss-banner", NULL,
                                   on_dismiss_banner_action);
  gtk_widget_class_install_action (widget_class, "win.open-own", NULL, on_open_own_action);
}

static void
rutter_window_init (RutterWindow *self)
{
  rutter_history_init (&self->history);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pick_list = rutter_pick_list_new ();
  gtk_widget_set_parent (self->pick_list, GTK_WIDGET (self->map));
}

RutterWindow *
rutter_window_new (GtkApplication *application,
                   GSettings      *settings)
{
  RutterWindow *self = g_object_new (RUTTER_TYPE_WINDOW, "application", application, NULL);
  RutterChoices *choices;

  g_set_object (&self->settings, settings);
  self->session = rutter_session_new (settings);
  choices = rutter_session_get_choices (self->session);
  rutter_sidebar_set_layers (self->sidebar, rutter_choices_get_layers (choices));
  rutter_sidebar_set_actors (self->sidebar, rutter_choices_get_actors (choices));
  rutter_session_attach_map (self->session, self->map);
  self->teller = rutter_map_teller_new (self->session, self->map);
  self->keeper = rutter_time_keeper_new (self->session, self->timeline, settings);
  rutter_window_actions_add (self);

  g_signal_connect_object (self->session, "opened", G_CALLBACK (on_session_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (on_session_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "warned", G_CALLBACK (on_session_warned_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "picture-changed",
                           G_CALLBACK (on_picture_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "marks-picked", G_CALLBACK (on_marks_picked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (on_dark_changed_cb), self, G_CONNECT_SWAPPED);
  on_dark_changed_cb (self);
  rutter_window_state_restore (settings, GTK_WINDOW (self), self->flap, self->map);
  update_actions (self);

  return self;
}

RutterSession *
rutter_window_get_session (RutterWindow *self)
{
  g_return_val_if_fail (RUTTER_IS_WINDOW (self), NULL);

  return self->session;
}

void
rutter_window_show_object (RutterWindow *self,
                           const char   *uid)
{
  g_return_if_fail (RUTTER_IS_WINDOW (self));

  gtk_popover_popdown (GTK_POPOVER (self->pick_list));
  rutter_history_visit (&self->history, uid);
  load_object (self, uid);
}

/* A sentence that passes. */
void
rutter_window_say (RutterWindow *self,
                   const char   *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  g_return_if_fail (RUTTER_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* Whether the window shows what it is going to show: nothing is under way. */
gboolean
rutter_window_is_settled (RutterWindow *self)
{
  g_return_val_if_fail (RUTTER_IS_WINDOW (self), FALSE);

  return self->loading == NULL && rutter_session_is_settled (self->session) &&
         rutter_time_keeper_is_settled (self->keeper) &&
         rutter_map_view_is_settled (self->map) &&
         gtk_revealer_get_child_revealed (self->details_revealer) ==
         gtk_revealer_get_reveal_child (self->details_revealer);
}
