/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-window.h"

#include "rutter-details-pane.h"
#include "rutter-journey.h"
#include "rutter-map-teller.h"
#include "rutter-messenger.h"
#include "rutter-notice-keeper.h"
#include "rutter-pane-cycle.h"
#include "rutter-pick-list.h"
#include "rutter-route-parts.h"
#include "rutter-searcher.h"
#include "rutter-selection.h"
#include "rutter-sidebar.h"
#include "rutter-table-keeper.h"
#include "rutter-time-keeper.h"
#include "rutter-view-keeper.h"
#include "rutter-window-actions.h"
#include "rutter-window-layout.h"
#include "rutter-window-parts.h"
#include "rutter-window-state.h"

struct _RutterWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings; /* NULL: nothing is kept */
  RutterSession        *session;
  RutterMapTeller      *teller;
  RutterTimeKeeper     *keeper;
  RutterJourney        *journey;
  RutterViewKeeper     *view_keeper;
  RutterWindowParts    *parts;
  RutterSearcher       *searcher;
  RutterTableKeeper    *table_keeper;
  RutterSelection      *selection;
  RutterPaneCycle      *panes;
  RutterNoticeKeeper   *notices;
  RutterMessenger      *messenger;
  RutterWindowLayout   *layout;
  RutterRouteParts     *route_parts;

  AdwToastOverlay      *toasts;
  AdwWindowTitle       *title;
  RutterSearchField    *search;
  AdwFlap              *flap;
  RutterSidebar        *sidebar;
  GtkStack             *stack;
  AdwStatusPage        *error_page;
  RutterBanner         *banner;
  RutterMapView        *map;
  GtkRevealer          *details_revealer;
  GtkStack             *side;
  RutterDetailsPane    *details;
  RutterRoutePane      *route;
  RutterTimeline       *timeline;
  RutterAnnouncer      *announcer;
  RutterNetButton      *net_button;
  GMenu                *recent;
  GtkWidget            *read_only;
  GtkWidget            *hint;
  GtkRevealer          *table_revealer;
  RutterTablePane      *table;
  RutterNoticeCard     *notice;
  RutterProgressCard   *progress;
  GtkWidget            *pick_list;
};

G_DEFINE_FINAL_TYPE (RutterWindow, rutter_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_selection_changed_cb (RutterWindow *self)
{
  const char *uid = rutter_selection_get_uid (self->selection);
  gboolean is_on_map = rutter_selection_is_on_map (self->selection);
  gboolean has_halo = is_on_map || rutter_map_live_parse_uid (uid) != 0;

  /* What is not on the map has no halo, and then nothing steps back for it. */
  rutter_map_view_set_selected (self->map, has_halo ? uid : NULL);
  rutter_table_keeper_set_selected (self->table_keeper, uid);
}

static void
on_details_loaded_cb (RutterWindow *self,
                      const char   *title)
{
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->details));
  rutter_map_teller_set_selected (self->teller, title);
}

/* The map has the keyboard from the start. Not before it is shown: nobody would be told. */
static void
on_mapped_cb (RutterWindow *self)
{
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->map));
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

/* Escape: what is searched, what hangs on the pointer; out of a pane back to the map; there it lets
 * go of the selection, with the details.
 */
static void
on_unselect_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  RutterWindow *self = RUTTER_WINDOW (widget);

  if (rutter_search_field_stop (self->search) ||
      rutter_search_field_stop (rutter_route_pane_get_search (self->route)) ||
      rutter_map_view_let_go (self->map) ||
      rutter_pane_cycle_go_home (self->panes, GTK_WIDGET (self->side)))
    return;

  rutter_selection_clear (self->selection);
  on_close_details_action (widget, NULL, NULL);
}

/* What a pane would have read aloud, once it has come to rest. */
static void
on_announce_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  rutter_announcer_say_calm (RUTTER_WINDOW (widget)->announcer,
                             g_variant_get_string (parameter, NULL));
}

static void
on_dismiss_hint_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  RutterWindow *self = RUTTER_WINDOW (widget);

  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
on_session_opened_cb (RutterWindow *self,
                      const char   *notice)
{
  g_autofree char *name = g_path_get_basename (rutter_session_get_path (self->session));

  rutter_selection_clear (self->selection);
  rutter_journey_reset (self->journey);
  gtk_widget_set_visible (self->read_only, rutter_session_is_read_only (self->session));
  gtk_revealer_set_reveal_child (self->details_revealer, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "map");
  adw_window_title_set_subtitle (self->title, g_str_equal (name, "catalogue.gpkg") ? "" : name);
  if (notice == NULL)
    return;

  if (rutter_session_has_news (self->session))
    rutter_messenger_bring_news (self->messenger, notice);
  else
    rutter_messenger_warn (self->messenger, notice);
}

/* With nothing open yet the whole window says so; else what is open stays. */
static void
on_session_failed_cb (RutterWindow *self,
                      const char   *message)
{
  if (rutter_session_get_path (self->session) == NULL)
    {
      g_printerr ("rutter: %s\n", message);
      adw_status_page_set_description (self->error_page, message);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else
    rutter_messenger_warn (self->messenger, message);
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
      rutter_selection_clear (self->selection);
      return;
    }

  mark = g_ptr_array_index (marks, 0);
  if (marks->len == 1)
    rutter_window_show_object (self, mark->uid);
  else
    rutter_pick_list_offer (RUTTER_PICK_LIST (self->pick_list), marks, x, y);
}

static gboolean
rutter_window_close_request (GtkWindow *window)
{
  RutterWindow *self = RUTTER_WINDOW (window);

  if (self->settings != NULL)
    rutter_window_state_save (self->settings, window,
                              rutter_window_layout_wants_sidebar (self->layout));

  return GTK_WINDOW_CLASS (rutter_window_parent_class)->close_request (window);
}

static void
rutter_window_dispose (GObject *object)
{
  RutterWindow *self = RUTTER_WINDOW (object);

  g_clear_pointer (&self->pick_list, gtk_widget_unparent);
  if (self->view_keeper != NULL)
    g_object_run_dispose (G_OBJECT (self->view_keeper));
  g_clear_object (&self->view_keeper);
  g_clear_object (&self->route_parts);
  g_clear_pointer (&self->parts, rutter_window_parts_free);
  g_clear_object (&self->notices);
  g_clear_object (&self->selection);
  g_clear_object (&self->panes);
  g_clear_object (&self->layout);
  g_clear_object (&self->journey);
  g_clear_object (&self->teller);
  g_clear_object (&self->keeper);
  g_clear_object (&self->searcher);
  g_clear_object (&self->table_keeper);
  g_clear_object (&self->messenger);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rutter_window_parent_class)->dispose (object);
}

static void
rutter_window_class_init (RutterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rutter_window_close_request;

  g_type_ensure (RUTTER_TYPE_ANNOUNCER);
  g_type_ensure (RUTTER_TYPE_BANNER);
  g_type_ensure (RUTTER_TYPE_DETAILS_PANE);
  g_type_ensure (RUTTER_TYPE_MAP_VIEW);
  g_type_ensure (RUTTER_TYPE_NET_BUTTON);
  g_type_ensure (RUTTER_TYPE_NOTICE_CARD);
  g_type_ensure (RUTTER_TYPE_PROGRESS_CARD);
  g_type_ensure (RUTTER_TYPE_ROUTE_PANE);
  g_type_ensure (RUTTER_TYPE_SEARCH_FIELD);
  g_type_ensure (RUTTER_TYPE_SIDEBAR);
  g_type_ensure (RUTTER_TYPE_TIMELINE);
  g_type_ensure (RUTTER_TYPE_TABLE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, search);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, map);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, details_revealer);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, side);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, details);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, route);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, announcer);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, recent);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, read_only);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, table_revealer);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, table);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, net_button);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, RutterWindow, progress);

  gtk_widget_class_install_action (widget_class, "win.close-details", NULL,
                                   on_close_details_action);
  gtk_widget_class_install_action (widget_class, "win.unselect", NULL, on_unselect_action);
  gtk_widget_class_install_action (widget_class, "win.announce", "s", on_announce_action);
  gtk_widget_class_install_action (widget_class, "win.dismiss-hint", NULL,
                                   on_dismiss_hint_action);
}

static void
rutter_window_init (RutterWindow *self)
{
  g_autoptr(GPropertyAction) toggle = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->messenger = rutter_messenger_new (self->toasts, self->banner, self->announcer);
  toggle = g_property_action_new ("toggle-sidebar", self->flap, "reveal-flap");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (toggle));
  self->pick_list = rutter_pick_list_new ();
  gtk_widget_set_parent (self->pick_list, GTK_WIDGET (self->map));
}

RutterWindow *
rutter_window_new (GtkApplication *application,
                   GSettings      *settings)
{
  RutterWindow *self = g_object_new (RUTTER_TYPE_WINDOW, "application", application, NULL);
  GtkWidget *const panes[] = { GTK_WIDGET (self->sidebar), GTK_WIDGET (self->map),
                               GTK_WIDGET (self->side),
                               gtk_widget_get_parent (GTK_WIDGET (self->table)),
                               GTK_WIDGET (self->timeline), NULL };
  RutterChoices *choices;

  g_set_object (&self->settings, settings);
  self->session = rutter_session_new (settings);
  choices = rutter_session_get_choices (self->session);
  rutter_sidebar_set_layers (self->sidebar, rutter_choices_get_layers (choices));
  rutter_sidebar_set_actors (self->sidebar, rutter_choices_get_actors (choices));
  rutter_session_attach_map (self->session, self->map);
  self->teller = rutter_map_teller_new (self->session, self->map, self->announcer);
  self->keeper = rutter_time_keeper_new (self->session, self->timeline, settings);
  self->journey = rutter_journey_new (self, self->map);
  self->view_keeper = rutter_view_keeper_new (self, self->map,
                                              rutter_sidebar_get_views (self->sidebar));
  self->searcher = rutter_searcher_new (self->session, self->search, self->map);
  self->table_keeper = rutter_table_keeper_new (self->session, self->map, self->table_revealer,
                                                self->details_revealer);
  self->selection = rutter_selection_new (self->session, self->details, self->details_revealer);
  rutter_journey_set_selection (self->journey, self->selection);
  g_signal_connect_object (self, "map", G_CALLBACK (on_mapped_cb), self, G_CONNECT_AFTER);
  self->panes = rutter_pane_cycle_new (GTK_APPLICATION_WINDOW (self), panes, panes[1]);
  self->route_parts = rutter_route_parts_new (self, self->map, self->route, self->details,
                                              self->progress, self->searcher);
  self->notices = rutter_notice_keeper_new (self->session, self->notice, self->progress);
  rutter_map_teller_set_notices (self->teller, self->notices);
  rutter_window_actions_add (self);
  rutter_window_actions_add_switch (self, "toggle-sidebar", self->flap, "reveal-flap");
  rutter_window_actions_add_switch (self, "show-list", self->table_revealer, "reveal-child");
  self->parts = rutter_window_parts_new (self, settings, &(RutterWindowPlaces) {
    self->map, self->net_button, self->recent, self->selection, self->details,
    self->details_revealer, self->table_revealer, self->sidebar,
  });
  if (settings != NULL)
    g_settings_bind (settings, "show-hint", self->hint, "visible", G_SETTINGS_BIND_DEFAULT);

  g_signal_connect_object (self->session, "opened", G_CALLBACK (on_session_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (on_session_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "warned", G_CALLBACK (rutter_messenger_warn),
                           self->messenger, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "marks-picked", G_CALLBACK (on_marks_picked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (on_selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "loaded", G_CALLBACK (on_details_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "told", G_CALLBACK (rutter_window_say), self,
                           G_CONNECT_SWAPPED);
  self->layout = rutter_window_layout_new (GTK_WINDOW (self), self->flap, self->details_revealer,
                                           self->timeline);
  rutter_window_state_restore (settings, GTK_WINDOW (self), self->flap, self->map);
  on_selection_changed_cb (self);

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
  rutter_journey_visit (self->journey, uid);
  rutter_selection_set (self->selection, uid);
}

/* What going back and forward comes to: no new visit. @uid: (nullable): nothing is selected */
void
rutter_window_look_at (RutterWindow *self,
                       const char   *uid)
{
  g_return_if_fail (RUTTER_IS_WINDOW (self));

  if (uid != NULL)
    rutter_selection_set (self->selection, uid);
  else
    rutter_selection_clear (self->selection);
}

int
rutter_window_get_sheet_height (RutterWindow *self)
{
  g_return_val_if_fail (RUTTER_IS_WINDOW (self), 0);

  return rutter_window_layout_get_sheet_height (self->layout);
}

/* The map is about to jump: the way back leads here. */
void
rutter_window_leave_place (RutterWindow *self)
{
  g_return_if_fail (RUTTER_IS_WINDOW (self));

  rutter_journey_leave (self->journey);
}

/* Returns: (nullable) (transfer none): the uid */
const char *
rutter_window_get_selected (RutterWindow *self)
{
  g_return_val_if_fail (RUTTER_IS_WINDOW (self), NULL);

  return self->selection != NULL ? rutter_selection_get_uid (self->selection) : NULL;
}

void
rutter_window_focus_map (RutterWindow *self)
{
  g_return_if_fail (RUTTER_IS_WINDOW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

void
rutter_window_add_toast (RutterWindow *self,
                         AdwToast     *toast)
{
  g_return_if_fail (RUTTER_IS_WINDOW (self));

  rutter_messenger_add_toast (self->messenger, toast);
}

/* A sentence that passes. */
void
rutter_window_say (RutterWindow *self,
                   const char   *message)
{
  g_return_if_fail (RUTTER_IS_WINDOW (self));

  rutter_messenger_say (self->messenger, message);
}

/* Whether the window shows what it is going to show: nothing is under way. */
gboolean
rutter_window_is_settled (RutterWindow *self)
{
  g_return_val_if_fail (RUTTER_IS_WINDOW (self), FALSE);

  return rutter_selection_is_settled (self->selection) &&
         rutter_session_is_settled (self->session) &&
         rutter_time_keeper_is_settled (self->keeper) &&
         rutter_view_keeper_is_settled (self->view_keeper) &&
         rutter_searcher_is_settled (self->searcher) &&
         rutter_table_keeper_is_settled (self->table_keeper) &&
         rutter_window_parts_is_settled (self->parts) &&
         rutter_map_view_is_settled (self->map) &&
         rutter_route_parts_is_settled (self->route_parts) &&
         gtk_revealer_get_child_revealed (self->details_revealer) ==
         gtk_revealer_get_reveal_child (self->details_revealer);
}
