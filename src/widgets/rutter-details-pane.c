/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-details-pane.h"

#include "rutter-claim-card.h"
#include "rutter-details-section.h"
#include "rutter-live-card.h"
#include "rutter-passage-button.h"
#include "rutter-status-badge.h"
#include "rutter-text-label.h"

#include <glib/gi18n-lib.h>

struct _RutterDetailsPane
{
  AdwBin             parent_instance;

  RutterDetails     *details;
  gboolean           is_planned;  /* a route is */
  char             **closed;      /* ids of the passages that it may not take, or NULL */
  GtkWidget         *passage;     /* the button of one; NULL: the details are of something else */

  AdwClamp          *clamp;
  GtkStack          *stack;
  GtkScrolledWindow *scrolled;
  GtkBox            *content;
  GtkLabel          *title;    /* of content; NULL while nothing is shown */
  GtkLabel          *kind;
  RutterLiveCard    *live;     /* of content, while something is shown */
  GtkWidget         *watch;    /* likewise: a button */
};

G_DEFINE_FINAL_TYPE (RutterDetailsPane, rutter_details_pane, ADW_TYPE_BIN)

static void
append_head (RutterDetailsPane   *self,
             const RutterDetails *details)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *badges = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = rutter_text_label_new (details->title, "details-title");

  gtk_label_set_selectable (GTK_LABEL (title), TRUE);
  gtk_box_append (GTK_BOX (head), title);
  self->title = GTK_LABEL (title);
  if (details->kind != NULL)
    {
      self->kind = GTK_LABEL (rutter_text_label_new (details->kind, "details-kind"));
      gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->kind));
    }
  if (details->dates != NULL)
    gtk_box_append (GTK_BOX (head), rutter_text_label_new (details->dates, "details-dates"));
  if (details->passage != NULL)
    gtk_box_append (GTK_BOX (badges), rutter_status_badge_new_for_map ());
  else if (details->is_computed)
    gtk_box_append (GTK_BOX (badges), rutter_status_badge_new_for_computation ());
  else if (details->has_status)
    gtk_box_append (GTK_BOX (badges), rutter_status_badge_new (details->status));
  if (details->denied)
    gtk_box_append (GTK_BOX (badges), rutter_status_badge_new_for_denial ());
  gtk_box_append (GTK_BOX (head), badges);
  gtk_box_append (self->content, head);
}

/* What the context menu of the map offers for a position. */
static void
append_route_buttons (GtkBox              *content,
                      const RutterDetails *details)
{
  static const struct { const char *label; const char *action; } buttons[] = {
    { N_("Route from Here"), "win.route-from-object" },
    { N_("Route to Here"), "win.route-to-object" },
    { N_("Route via Here"), "win.route-via-object" },
  };
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), G_N_ELEMENTS (buttons));
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Plan a Route"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(buttons[i].label));
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", details->uid);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_insert (GTK_FLOW_BOX (box), child, -1);
    }
  gtk_box_append (content, box);
}

static void
append_claims (GtkBox              *content,
               const RutterDetails *details,
               const char          *heading,
               const char          *sentence,
               guint                first,
               guint                end)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), rutter_text_label_new (heading, "section-title"));
  if (sentence != NULL)
    gtk_box_append (GTK_BOX (box), rutter_text_label_new (sentence, "drawn-because"));
  for (guint i = first; i < end; i++)
    gtk_box_append (GTK_BOX (box), rutter_claim_card_new (g_ptr_array_index (details->claims, i)));
  gtk_box_append (content, box);
}

static void
fill (RutterDetailsPane *self)
{
  const RutterDetails *details = self->details;
  guint n_own = MIN (details->n_own_claims, details->claims->len);

  append_head (self, details);
  if (details->uid != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->watch), "s", details->uid);
  gtk_box_append (self->content, self->watch);
  gtk_box_append (self->content, GTK_WIDGET (self->live));
  if (details->has_position)
    append_route_buttons (self->content, details);
  if (details->passage != NULL)
    {
      self->passage = rutter_passage_button_new (details->passage);
      rutter_passage_button_set_route (RUTTER_PASSAGE_BUTTON (self->passage), self->is_planned,
                                       (const char *const *)self->closed);
      gtk_box_append (self->content, self->passage);
    }
  if (n_own > 0 || details->drawn_because != NULL)
    append_claims (self->content, details, _("Why It Is Drawn"), details->drawn_because, 0, n_own);
  for (guint i = 0; i < details->sections->len; i++)
    gtk_box_append (self->content,
                    rutter_details_section_new (g_ptr_array_index (details->sections, i)));
  if (n_own < details->claims->len)
    append_claims (self->content, details, _("Claims That Bear on It"), NULL,
                   n_own, details->claims->len);
}

/* A row that goes while it has the focus would leave the window without one, and GTK 4.8 then
 * trips over the next text that can be selected.
 */
static void
keep_focus (RutterDetailsPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content)))
    gtk_widget_grab_focus (GTK_WIDGET (self->scrolled));
}

static void
rutter_details_pane_dispose (GObject *object)
{
  RutterDetailsPane *self = RUTTER_DETAILS_PANE (object);

  g_clear_object (&self->live);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (rutter_details_pane_parent_class)->dispose (object);
}

static void
rutter_details_pane_finalize (GObject *object)
{
  RutterDetailsPane *self = RUTTER_DETAILS_PANE (object);

  g_clear_pointer (&self->details, rutter_details_unref);
  g_clear_pointer (&self->closed, g_strfreev);

  G_OBJECT_CLASS (rutter_details_pane_parent_class)->finalize (object);
}

static void
rutter_details_pane_class_init (RutterDetailsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rutter_details_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = rutter_details_pane_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterDetailsPane, clamp);
  gtk_widget_class_bind_template_child (widget_class, RutterDetailsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RutterDetailsPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RutterDetailsPane, content);
  gtk_widget_class_set_css_name (widget_class, "detailspane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
rutter_details_pane_init (RutterDetailsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->live = RUTTER_LIVE_CARD (g_object_ref_sink (rutter_live_card_new ()));
  self->watch = g_object_ref_sink (gtk_button_new_with_label (""));
  gtk_widget_set_halign (self->watch, GTK_ALIGN_START);
  gtk_widget_set_visible (self->watch, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->watch), "win.watch");
}

GtkWidget *
rutter_details_pane_new (void)
{
  return g_object_new (RUTTER_TYPE_DETAILS_PANE, NULL);
}

void
rutter_details_pane_set_width (RutterDetailsPane *self,
                               int                width)
{
  g_return_if_fail (RUTTER_IS_DETAILS_PANE (self));

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
}

RutterDetails *
rutter_details_pane_get_details (RutterDetailsPane *self)
{
  g_return_val_if_fail (RUTTER_IS_DETAILS_PANE (self), NULL);

  return self->details;
}

/* NULL shows that nothing is selected. */
void
rutter_details_pane_set_details (RutterDetailsPane *self,
                                 RutterDetails     *details)
{
  gboolean same;
  GtkWidget *child;

  g_return_if_fail (RUTTER_IS_DETAILS_PANE (self));

  same = details != NULL && self->details != NULL &&
         g_strcmp0 (details->uid, self->details->uid) == 0;
  if (details != NULL)
    rutter_details_ref (details);
  g_clear_pointer (&self->details, rutter_details_unref);
  self->details = details;

  keep_focus (self);
  self->passage = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  self->title = self->kind = NULL;
  /* What was heard of another is nothing to this one. */
  if (!same)
    {
      rutter_live_card_set_details (self->live, NULL);
      gtk_widget_set_visible (self->watch, FALSE);
    }
  if (details != NULL)
    fill (self);

  /* Told anew of the same object, the reader stays where they read. */
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_stack_set_visible_child_name (self->stack, details != NULL ? "details" : "empty");
}

void
rutter_details_pane_set_route (RutterDetailsPane *self,
                               gboolean           is_planned,
                               const char *const *closed)
{
  g_return_if_fail (RUTTER_IS_DETAILS_PANE (self));

  self->is_planned = is_planned;
  g_strfreev (self->closed);
  self->closed = g_strdupv ((char **)closed);
  if (self->passage != NULL)
    rutter_passage_button_set_route (RUTTER_PASSAGE_BUTTON (self->passage), is_planned, closed);
}

void
rutter_details_pane_set_watched (RutterDetailsPane *self,
                                 gboolean           can_be,
                                 gboolean           is_watched)
{
  g_return_if_fail (RUTTER_IS_DETAILS_PANE (self));

  gtk_button_set_label (GTK_BUTTON (self->watch), is_watched ? _("Watched…") : _("Watch…"));
  gtk_widget_set_tooltip_text (self->watch,
                               is_watched ? _("Change how it is watched, or watch it no longer")
                                          : _("Be told when something is heard of it"));
  gtk_widget_set_visible (self->watch, can_be);
}

/* What is heard of the object that is shown, made anew as often as that changes: whatever else is
 * read of it stays where it is. NULL: nothing is heard of it.
 */
void
rutter_details_pane_set_live (RutterDetailsPane *self,
                              RutterDetails     *live)
{
  g_return_if_fail (RUTTER_IS_DETAILS_PANE (self));

  rutter_live_card_set_details (self->live, live);
}

/* Other words for what is shown, which is the same. @kind: (nullable) */
void
rutter_details_pane_set_head (RutterDetailsPane *self,
                              const char        *title,
                              const char        *kind)
{
  g_return_if_fail (RUTTER_IS_DETAILS_PANE (self));

  if (self->title != NULL && !g_str_equal (gtk_label_get_label (self->title), title))
    gtk_label_set_label (self->title, title);
  if (self->kind != NULL && kind != NULL && !g_str_equal (gtk_label_get_label (self->kind), kind))
    gtk_label_set_label (self->kind, kind);
}
