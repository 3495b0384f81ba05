/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-pane-cycle.h"

#define MAX_PANES 6

struct _RutterPaneCycle
{
  GObject    parent_instance;

  GtkWindow *window;            /* owns us */
  GtkWidget *panes[MAX_PANES];  /* of the window */
  GtkWidget *last[MAX_PANES];   /* weak; what had the focus there, or NULL */
  int        n_panes;
  int        home;
};

G_DEFINE_FINAL_TYPE (RutterPaneCycle, rutter_pane_cycle, G_TYPE_OBJECT)

/* Returns: -1 when it is in none */
static int
find_pane (RutterPaneCycle *self,
           GtkWidget       *widget)
{
  for (int i = 0; widget != NULL && i < self->n_panes; i++)
    if (widget == self->panes[i] || gtk_widget_is_ancestor (widget, self->panes[i]))
      return i;

  return -1;
}

static void
on_focus_changed_cb (RutterPaneCycle *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  int pane = find_pane (self, focus);

  if (pane >= 0)
    g_set_weak_pointer (&self->last[pane], focus);
}

static gboolean
enter (RutterPaneCycle *self,
       int              pane)
{
  GtkWidget *widget = self->panes[pane];
  GtkWidget *last = self->last[pane];

  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  gtk_window_set_focus_visible (self->window, TRUE);
  if (last != NULL && gtk_widget_get_mapped (last) && gtk_widget_is_ancestor (last, widget) &&
      gtk_widget_grab_focus (last))
    return TRUE;

  return gtk_widget_grab_focus (widget) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
go (RutterPaneCycle *self,
    int              step)
{
  int pane = find_pane (self, gtk_window_get_focus (self->window));

  if (pane < 0 && enter (self, self->home))
    return;

  if (pane < 0)
    pane = self->home;
  for (int i = 1; i < self->n_panes; i++)
    if (enter (self, (pane + self->n_panes + step * i) % self->n_panes))
      return;
}

static void
on_next_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  go (user_data, 1);
}

static void
on_previous_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  go (user_data, -1);
}

static void
rutter_pane_cycle_dispose (GObject *object)
{
  RutterPaneCycle *self = RUTTER_PANE_CYCLE (object);

  for (int i = 0; i < self->n_panes; i++)
    g_clear_weak_pointer (&self->last[i]);

  G_OBJECT_CLASS (rutter_pane_cycle_parent_class)->dispose (object);
}

static void
rutter_pane_cycle_class_init (RutterPaneCycleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_pane_cycle_dispose;
}

static void
rutter_pane_cycle_init (RutterPaneCycle *self)
{
}

RutterPaneCycle *
rutter_pane_cycle_new (GtkApplicationWindow *window,
                       GtkWidget *const     *panes,
                       GtkWidget            *home)
{
  static const GActionEntry entries[] = {
    { .name = "next-pane", .activate = on_next_cb },
    { .name = "previous-pane", .activate = on_previous_cb },
  };
  RutterPaneCycle *self = g_object_new (RUTTER_TYPE_PANE_CYCLE, NULL);

  self->window = GTK_WINDOW (window);
  for (int i = 0; panes[i] != NULL && i < MAX_PANES; i++)
    self->panes[self->n_panes++] = panes[i];
  self->home = MAX (0, find_pane (self, home));
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (on_focus_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

gboolean
rutter_pane_cycle_go_home (RutterPaneCycle *self,
                           GtkWidget       *except)
{
  int pane;

  g_return_val_if_fail (RUTTER_IS_PANE_CYCLE (self), FALSE);

  pane = find_pane (self, gtk_window_get_focus (self->window));
  if (pane < 0 || pane == self->home || self->panes[pane] == except)
    return FALSE;

  return enter (self, self->home);
}
