/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch-window.h"

#include "rutter-coordinates.h"
#include "rutter-fleet.h"
#include "rutter-watch-question.h"

#include <glib/gi18n-lib.h>

struct _RutterWatchWindow
{
  AdwWindow         parent_instance;

  RutterWatchlist  *list;
  GSimpleAction    *adding[3];  /* what needs a list that is ready */
  GSimpleAction    *clearing;

  GtkMenuButton    *add;
  AdwViewStack     *stack;
  AdwViewStackPage *alerts_page;
  GtkStack         *alerts_stack;
  AdwStatusPage    *no_alerts;
  GtkWidget        *alerts_view;
  GtkListView      *alerts;
  GtkStack         *watches_stack;
  GtkWidget        *no_watches;
  GtkWidget        *watches_view;
  GtkListBox       *watches;
};

G_DEFINE_FINAL_TYPE (RutterWatchWindow, rutter_watch_window, ADW_TYPE_WINDOW)

/* When, where and by what definition. */
static char *
describe_note (RutterAlertNote *note)
{
  g_autoptr(GDateTime) heard = g_date_time_new_from_unix_utc (rutter_alert_note_get_time_us (note) /
                                                              G_USEC_PER_SEC);
  g_autofree char *time = heard != NULL ? g_date_time_format (heard, "%Y-%m-%d %H:%M:%S UTC")
                                        : NULL;
  g_autofree char *place = rutter_coordinates_to_minutes (rutter_alert_note_get_position (note));

  return g_strdup_printf ("%s%s%s\n%s", time != NULL ? time : "", place != NULL ? " · " : "",
                          place != NULL ? place : "", rutter_alert_note_get_definition (note));
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
on_alert_setup_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *details = make_label ("caption");

  gtk_widget_add_css_class (details, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_box_append (GTK_BOX (box), details);
  gtk_list_item_set_child (item, box);
}

static void
on_alert_bind_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  RutterAlertNote *note = gtk_list_item_get_item (item);
  GtkWidget *sentence = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *details = describe_note (note);

  gtk_label_set_label (GTK_LABEL (sentence), rutter_alert_note_get_sentence (note));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (sentence)), details);
}

static void
on_alert_activated_cb (RutterWatchWindow *self,
                       guint              position)
{
  RutterWatchman *watchman = rutter_watchlist_get_watchman (self->list);
  g_autoptr(RutterAlertNote) note = g_list_model_get_item (G_LIST_MODEL (watchman), position);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *uid = NULL;
  RutterLonLat at;

  if (note == NULL || parent == NULL)
    return;

  uid = rutter_live_uid_new (rutter_alert_note_get_mmsi (note));
  at = rutter_alert_note_get_position (note);
  gtk_widget_activate_action (parent, "win.show-alert", "(sdd)", uid, at.lon, at.lat);
}

static void
update_alerts (RutterWatchWindow *self)
{
  GListModel *notes = G_LIST_MODEL (rutter_watchlist_get_watchman (self->list));
  guint n = g_list_model_get_n_items (notes);
  gboolean is_watching = rutter_watchlist_get_watches (self->list)->len > 0;

  adw_status_page_set_description (self->no_alerts,
                                   is_watching ? _("What is heard of the vessels and places "
                                                   "watched is told here.")
                                               : _("Nothing is watched yet."));
  gtk_stack_set_visible_child (self->alerts_stack,
                               n > 0 ? self->alerts_view : GTK_WIDGET (self->no_alerts));
  adw_view_stack_page_set_badge_number (self->alerts_page, n);
  g_simple_action_set_enabled (self->clearing, n > 0);
}

/* Returns: (transfer none) (nullable): the one whose button was used */
static RutterWatch *
get_watch (RutterWatchWindow *self,
           GVariant          *parameter)
{
  GPtrArray *watches = rutter_watchlist_get_watches (self->list);
  guint i = g_variant_get_uint32 (parameter);

  return i < watches->len ? watches->pdata[i] : NULL;
}

static void
on_edit_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  RutterWatchWindow *self = user_data;
  RutterWatch *watch = get_watch (self, parameter);

  if (watch != NULL)
    gtk_window_present (GTK_WINDOW (rutter_watch_question_new (GTK_WINDOW (self), self->list,
                                                               watch)));
}

static void
on_remove_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  RutterWatchWindow *self = user_data;
  RutterWatch *watch = get_watch (self, parameter);

  if (watch != NULL)
    rutter_watchlist_remove (self->list, watch);
}

/* @action: with a watch's place in the list as its parameter */
static void
add_button (AdwActionRow *row,
            RutterWatch  *watch,
            guint         i,
            const char   *icon,
            const char   *tip,
            const char   *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strdup_printf ("%s: %s", tip, rutter_watch_get_title (watch));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (row, button);
}

static char *
describe_watch (RutterWatch *watch)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *definition = rutter_watch_dup_definition (watch);

  if (rutter_watch_get_imo (watch) != 0)
    g_string_append_printf (text, "%s %07u · ", _("IMO"), rutter_watch_get_imo (watch));
  if (rutter_watch_get_mmsi (watch) != 0)
    g_string_append_printf (text, "%s %09u · ", _("MMSI"), rutter_watch_get_mmsi (watch));
  if (rutter_watch_get_kind (watch) != RUTTER_WATCH_VESSEL)
    g_string_append_printf (text, "%s · ", rutter_watch_scope_get_name
                            (rutter_watch_get_scope (watch)));
  g_string_append (text, definition);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_row (RutterWatch *watch,
          guint        i)
{
  static const char *const icons[] = {
    [RUTTER_WATCH_VESSEL] = "find-location-symbolic",
    [RUTTER_WATCH_AREA] = "view-fullscreen-symbolic",
    [RUTTER_WATCH_PASSAGE] = "mark-location-symbolic",
  };
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *description = describe_watch (watch);
  g_autofree char *title = g_markup_escape_text (rutter_watch_get_title (watch), -1);
  g_autofree char *subtitle = g_markup_escape_text (description, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (icons[rutter_watch_get_kind (watch)]));
  add_button (ADW_ACTION_ROW (row), watch, i, "document-edit-symbolic", _("Edit"),
              "watchlist.edit");
  add_button (ADW_ACTION_ROW (row), watch, i, "user-trash-symbolic", _("Watch No Longer"),
              "watchlist.remove");

  return row;
}

/* Returns: which row has the keyboard, or the question that came from it; -1: none has */
static int
find_focused_row (RutterWatchWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* A row that goes while it has the focus would leave the window without one: the row that takes its
 * place gets it.
 */
static void
update_watches (RutterWatchWindow *self)
{
  GPtrArray *watches = rutter_watchlist_get_watches (self->list);
  int focused = find_focused_row (self);
  GtkListBoxRow *row;

  if (focused >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
  while ((row = gtk_list_box_get_row_at_index (self->watches, 0)) != NULL)
    gtk_list_box_remove (self->watches, GTK_WIDGET (row));
  for (guint i = 0; i < watches->len; i++)
    gtk_list_box_append (self->watches, make_row (watches->pdata[i], i));
  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->watches,
                                                      MIN (focused, (int)watches->len - 1)) : NULL;
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);

  gtk_stack_set_visible_child (self->watches_stack,
                               watches->len > 0 ? self->watches_view : self->no_watches);
  for (guint i = 0; i < G_N_ELEMENTS (self->adding); i++)
    g_simple_action_set_enabled (self->adding[i], rutter_watchlist_is_ready (self->list));
  update_alerts (self);
}

static void
ask_parent (RutterWatchWindow *self,
            const char        *action)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), action, NULL);
  gtk_window_present (parent);
}

static void
on_add_selected_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ask_parent (user_data, "win.watch-selected");
}

static void
on_add_area_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ask_parent (user_data, "win.watch-area");
}

static void
on_add_vessel_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  RutterWatchWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (rutter_watch_question_new (GTK_WINDOW (self), self->list, NULL)));
}

static void
on_clear_alerts_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  RutterWatchWindow *self = user_data;

  rutter_watchman_clear (rutter_watchlist_get_watchman (self->list));
}

static void
rutter_watch_window_dispose (GObject *object)
{
  RutterWatchWindow *self = RUTTER_WATCH_WINDOW (object);

  g_clear_object (&self->list);
  for (guint i = 0; i < G_N_ELEMENTS (self->adding); i++)
    g_clear_object (&self->adding[i]);
  g_clear_object (&self->clearing);

  G_OBJECT_CLASS (rutter_watch_window_parent_class)->dispose (object);
}

static void
rutter_watch_window_class_init (RutterWatchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_watch_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-watch-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, add);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, alerts_page);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, alerts_stack);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, no_alerts);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, alerts_view);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, alerts);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, watches_stack);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, no_watches);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, watches_view);
  gtk_widget_class_bind_template_child (widget_class, RutterWatchWindow, watches);
  gtk_widget_class_bind_template_callback (widget_class, on_alert_activated_cb);
}

static void
add_actions (RutterWatchWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-selected", .activate = on_add_selected_cb },
    { .name = "add-vessel", .activate = on_add_vessel_cb },
    { .name = "add-area", .activate = on_add_area_cb },
    { .name = "clear-alerts", .activate = on_clear_alerts_cb },
    { .name = "edit", .activate = on_edit_cb, .parameter_type = "u" },
    { .name = "remove", .activate = on_remove_cb, .parameter_type = "u" },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (self->adding); i++)
    self->adding[i] =
      G_SIMPLE_ACTION (g_object_ref (g_action_map_lookup_action (G_ACTION_MAP (group),
                                                                 entries[i].name)));
  self->clearing = G_SIMPLE_ACTION (g_object_ref (g_action_map_lookup_action (G_ACTION_MAP (group),
                                                                              "clear-alerts")));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "watchlist", G_ACTION_GROUP (group));
}

static void
rutter_watch_window_init (RutterWatchWindow *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_alert_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_alert_bind_cb), NULL);
  gtk_list_view_set_factory (self->alerts, factory);
}

GtkWidget *
rutter_watch_window_new (GtkWindow       *parent,
                         RutterWatchlist *list)
{
  RutterWatchWindow *self = g_object_new (RUTTER_TYPE_WATCH_WINDOW, "transient-for", parent, NULL);
  RutterWatchman *watchman = rutter_watchlist_get_watchman (list);
  GtkNoSelection *model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (watchman)));

  self->list = g_object_ref (list);
  gtk_list_view_set_model (self->alerts, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
  g_signal_connect_object (watchman, "items-changed", G_CALLBACK (update_alerts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (update_watches), self, G_CONNECT_SWAPPED);
  update_watches (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (watchman)) == 0)
    adw_view_stack_set_visible_child_name (self->stack, "watches");

  return GTK_WIDGET (self);
}
