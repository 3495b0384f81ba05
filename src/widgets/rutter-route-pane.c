/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-route-pane.h"

#include <glib/gi18n-lib.h>

struct _RutterRoutePane
{
  AdwBin             parent_instance;

  RutterRouteSummary *report;   /* NULL before the first */
  gboolean           is_busy;  /* what changes now, changes by us */
  guint              replaced; /* the stop that a found place is to replace, or none */
  GPtrArray         *ticks;    /* GtkWidget, of the rows of the ways */

  AdwClamp          *clamp;
  GtkWidget         *scrolled;
  GtkWidget         *hint;
  GtkLabel          *problem;
  GtkWidget         *figures;
  GtkLabel          *length;
  GtkLabel          *time;
  GtkSpinButton     *speed;
  GtkLabel          *detour;
  GtkListBox        *stops;
  RutterSearchField *search;
  GtkWidget         *reverse;
  GtkWidget         *fit;
  GtkWidget         *clear;
  GtkWidget         *ways_box;
  GtkListBox        *ways;
  GtkWidget         *passages_box;
  GtkListBox        *passages;
  GtkWidget         *exits;
  GtkLabel          *why_not;
};

G_DEFINE_FINAL_TYPE (RutterRoutePane, rutter_route_pane, ADW_TYPE_BIN)

static void
on_speed_changed_cb (RutterRoutePane *self)
{
  if (!self->is_busy)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.route-speed", "d",
                                gtk_spin_button_get_value (self->speed));
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);

  return row;
}

static void
set_number_action (GtkWidget  *widget,
                   const char *action,
                   guint       number)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "u", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
}

static GtkWidget *
create_icon_button (const char *icon,
                    const char *label,
                    const char *action,
                    guint       number,
                    gboolean    is_sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (is_sensitive)
    set_number_action (button, action, number);
  else
    gtk_widget_set_sensitive (button, FALSE);

  return button;
}

static GtkWidget *
create_stop_row (RutterRouteSummary *report,
                 guint               index)
{
  GtkWidget *row = create_row ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (report->stops->len > 2)
    {
      gtk_box_append (GTK_BOX (buttons),
                      create_icon_button ("go-up-symbolic", _("Earlier on the Way"),
                                          "win.route-raise-stop", index, index > 0));
      gtk_box_append (GTK_BOX (buttons),
                      create_icon_button ("go-down-symbolic", _("Later on the Way"),
                                          "win.route-lower-stop", index,
                                          index + 1 < report->stops->len));
    }
  gtk_box_append (GTK_BOX (buttons),
                  create_icon_button ("edit-find-replace-symbolic", _("Replace This Stop"),
                                      "win.route-replace-stop", index, TRUE));
  gtk_box_append (GTK_BOX (buttons),
                  create_icon_button ("list-remove-symbolic", _("Remove This Stop"),
                                      "win.route-remove-stop", index, TRUE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons);
  set_number_action (row, "win.route-show-stop", index);

  return row;
}

static GtkWidget *
create_passage_row (const RutterReportPassage *passage)
{
  static const struct { const char *label; const char *action; } buttons[] = {
    [RUTTER_PASSAGE_USED] = { NC_("passage", "Close"), "win.route-close-passage" },
    [RUTTER_PASSAGE_CLOSED] = { NC_("passage", "Open Again"), "win.route-open-passage" },
    [RUTTER_PASSAGE_OPENED] = { NC_("passage", "Close Again"), "win.route-close-passage" },
    [RUTTER_PASSAGE_SHUT] = { NC_("passage", "Open"), "win.route-open-passage" },
  };
  GtkWidget *row = create_row ();
  const char *label = g_dpgettext2 (NULL, "passage", buttons[passage->state].label);
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, passage->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", passage->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[passage->state].action);
  /* In newer GTK the words on the button go before its name, and all would be called alike. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", passage->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.route-show-passage");

  return row;
}

static GtkWidget *
create_way_row (RutterRoutePane *self,
                guint            index)
{
  GtkWidget *row = create_row ();
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tick);
  g_ptr_array_add (self->ticks, tick);
  set_number_action (row, "win.route-choose-way", index);

  return row;
}

static void
empty (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* The row of a list that has the focus, itself or in it, or -1. */
static int
find_focus (RutterRoutePane *self,
            GtkListBox      *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (list)))
    return -1;

  row = GTK_IS_LIST_BOX_ROW (focus) ? focus
                                    : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
give_focus (RutterRoutePane *self,
            GtkListBox      *list,
            int              index,
            guint            n_rows)
{
  GtkListBoxRow *row;

  if (index < 0)
    return;

  row = n_rows > 0 ? gtk_list_box_get_row_at_index (list, MIN (index, (int)n_rows - 1)) : NULL;
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->scrolled);
}

/* Rows come and go; whoever works by keyboard stays at the place where they were. */
static void
build_rows (RutterRoutePane    *self,
            RutterRouteSummary *report)
{
  int stop = find_focus (self, self->stops);
  int way = find_focus (self, self->ways);
  int passage = find_focus (self, self->passages);

  if (stop >= 0 || way >= 0 || passage >= 0)
    gtk_widget_grab_focus (self->scrolled);
  empty (self->stops);
  empty (self->ways);
  empty (self->passages);
  g_ptr_array_set_size (self->ticks, 0);
  for (guint i = 0; i < report->stops->len; i++)
    gtk_list_box_append (self->stops, create_stop_row (report, i));
  for (guint i = 0; i < report->ways->len; i++)
    gtk_list_box_append (self->ways, create_way_row (self, i));
  for (guint i = 0; i < report->passages->len; i++)
    gtk_list_box_append (self->passages,
                         create_passage_row (g_ptr_array_index (report->passages, i)));
  give_focus (self, self->stops, stop, report->stops->len);
  give_focus (self, self->ways, way, report->ways->len);
  give_focus (self, self->passages, passage, report->passages->len);
}

static void
set_row (GtkListBox *list,
         guint       index,
         const char *title,
         const char *subtitle)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int)index);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  /* A season can be longer than the row. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), subtitle);
}

static char *
describe_passage (const RutterReportPassage *passage)
{
  switch (passage->state)
    {
    case RUTTER_PASSAGE_CLOSED:
      return g_strdup_printf ("%s · %s", _("Closed for this route"), passage->about);
    case RUTTER_PASSAGE_OPENED:
      return g_strdup_printf ("%s · %s", _("Opened for this route"), passage->about);
    case RUTTER_PASSAGE_SHUT:
      return g_strdup_printf ("%s · %s", _("Not used unless opened"), passage->about);
    case RUTTER_PASSAGE_USED:
    default:
      return g_strdup (passage->about);
    }
}

static void
fill_rows (RutterRoutePane    *self,
           RutterRouteSummary *report)
{
  for (guint i = 0; i < report->stops->len; i++)
    {
      const RutterReportStop *stop = g_ptr_array_index (report->stops, i);
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->stops, (int)i));
      g_autofree char *about = stop->note != NULL
                                 ? g_strdup_printf ("%s · %s", stop->role, stop->note)
                                 : g_strdup (stop->role);

      set_row (self->stops, i, stop->name, about);
      if (stop->is_far)
        gtk_widget_add_css_class (row, "far-stop");
      else
        gtk_widget_remove_css_class (row, "far-stop");
    }
  for (guint i = 0; i < report->passages->len; i++)
    {
      const RutterReportPassage *passage = g_ptr_array_index (report->passages, i);
      g_autofree char *about = describe_passage (passage);

      set_row (self->passages, i, passage->name, about);
    }
  for (guint i = 0; i < report->ways->len; i++)
    {
      const RutterReportWay *way = g_ptr_array_index (report->ways, i);
      g_autofree char *figures = way->is_chosen
                                   ? g_strdup_printf (_("%s · shown"), way->figures)
                                   : g_strdup (way->figures);

      set_row (self->ways, i, way->title, figures);
      gtk_widget_set_opacity (g_ptr_array_index (self->ticks, i), way->is_chosen ? 1 : 0);
    }
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
rutter_route_pane_finalize (GObject *object)
{
  RutterRoutePane *self = RUTTER_ROUTE_PANE (object);

  g_clear_pointer (&self->report, rutter_route_summary_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);

  G_OBJECT_CLASS (rutter_route_pane_parent_class)->finalize (object);
}

static void
rutter_route_pane_class_init (RutterRoutePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rutter_route_pane_finalize;

  g_type_ensure (RUTTER_TYPE_SEARCH_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-route-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, clamp);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, hint);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, problem);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, figures);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, length);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, time);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, speed);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, detour);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, stops);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, search);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, reverse);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, fit);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, clear);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, ways_box);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, ways);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, passages_box);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, passages);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, exits);
  gtk_widget_class_bind_template_child (widget_class, RutterRoutePane, why_not);
  gtk_widget_class_bind_template_callback (widget_class, on_speed_changed_cb);
  gtk_widget_class_set_css_name (widget_class, "detailspane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
rutter_route_pane_init (RutterRoutePane *self)
{
  g_autoptr(RutterRouteSummary) report = rutter_route_summary_new ();

  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rutter_search_field_make_local (self->search);
  rutter_route_pane_replace (self, RUTTER_ROUTE_PANE_NONE);
  report->speed_kn = gtk_spin_button_get_value (self->speed);
  rutter_route_pane_set_report (self, report);
}

GtkWidget *
rutter_route_pane_new (void)
{
  return g_object_new (RUTTER_TYPE_ROUTE_PANE, NULL);
}

void
rutter_route_pane_set_width (RutterRoutePane *self,
                             int              width)
{
  g_return_if_fail (RUTTER_IS_ROUTE_PANE (self));

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
}

/* Many times a second while a stop is dragged: rows that stay only get other words. */
void
rutter_route_pane_set_report (RutterRoutePane    *self,
                              RutterRouteSummary *report)
{
  gboolean has_route = report->length != NULL;

  g_return_if_fail (RUTTER_IS_ROUTE_PANE (self));

  self->is_busy = TRUE;
  if (self->report == NULL || !rutter_route_summary_has_shape (self->report, report))
    build_rows (self, report);
  if (self->replaced != RUTTER_ROUTE_PANE_NONE && self->replaced >= report->stops->len)
    rutter_route_pane_replace (self, RUTTER_ROUTE_PANE_NONE);
  rutter_route_summary_ref (report);
  g_clear_pointer (&self->report, rutter_route_summary_unref);
  self->report = report;

  fill_rows (self, report);
  gtk_spin_button_set_value (self->speed, report->speed_kn);
  gtk_widget_set_visible (self->hint, !report->is_complete);
  show_text (self->problem, report->problem);
  gtk_widget_set_visible (self->figures, has_route);
  show_text (self->length, report->length);
  show_text (self->time, report->time);
  show_text (self->detour, report->detour);
  gtk_widget_set_visible (GTK_WIDGET (self->stops), report->stops->len > 0);
  gtk_widget_set_visible (self->reverse, report->stops->len > 1);
  gtk_widget_set_visible (self->fit, has_route);
  gtk_widget_set_visible (self->clear, report->stops->len > 0);
  gtk_widget_set_visible (self->ways_box, report->ways->len > 0);
  gtk_widget_set_visible (self->passages_box, report->passages->len > 0);
  gtk_widget_set_visible (self->exits, has_route);
  show_text (self->why_not, report->why_not_kept);
  self->is_busy = FALSE;
}

RutterSearchField *
rutter_route_pane_get_search (RutterRoutePane *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_PANE (self), NULL);

  return self->search;
}

void
rutter_route_pane_replace (RutterRoutePane *self,
                           guint            stop)
{
  const RutterReportStop *row;
  g_autofree char *purpose = NULL;

  g_return_if_fail (RUTTER_IS_ROUTE_PANE (self));

  self->replaced = self->report != NULL && stop < self->report->stops->len
                     ? stop : RUTTER_ROUTE_PANE_NONE;
  if (self->replaced == RUTTER_ROUTE_PANE_NONE)
    {
      rutter_search_field_set_purpose (self->search, _("Add a stop: place, port, UN/LOCODE"));
      return;
    }

  row = g_ptr_array_index (self->report->stops, stop);
  purpose = g_strdup_printf (_("Instead of %s: place, port, UN/LOCODE"), row->name);
  rutter_search_field_set_purpose (self->search, purpose);
  rutter_search_field_start (self->search);
}

guint
rutter_route_pane_get_replaced (RutterRoutePane *self)
{
  g_return_val_if_fail (RUTTER_IS_ROUTE_PANE (self), RUTTER_ROUTE_PANE_NONE);

  return self->replaced;
}
