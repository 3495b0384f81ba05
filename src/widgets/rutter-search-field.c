/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-search-field.h"

#include "rutter-number.h"
#include "rutter-search-row.h"

#include <glib/gi18n-lib.h>

/* Of the list below a field that stands in a pane, pixels. */
#define LOCAL_WIDTH 320

struct _RutterSearchField
{
  AdwBin             parent_instance;

  char              *shown;         /* the words whose results are listed; NULL: none */
  gboolean           open_first;    /* Return came before the results */

  GtkSearchEntry    *entry;
  GtkPopover        *popover;
  GtkStack          *stack;
  GtkScrolledWindow *scrolled;
  GtkListBox        *list;
  GtkLabel          *nothing;
  GtkWidget         *nothing_box;
  GtkWidget         *advice;
  GtkEventController *keys;         /* Ctrl+F */
};

enum
{
  ASKED,
  CHOSEN,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RutterSearchField, rutter_search_field, ADW_TYPE_BIN)

static void
set_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  const RutterSearchEntry *entry =
    rutter_search_item_get_entry (rutter_search_row_get_item (RUTTER_SEARCH_ROW (row)));
  const RutterSearchEntry *last = before != NULL ?
    rutter_search_item_get_entry (rutter_search_row_get_item (RUTTER_SEARCH_ROW (before))) : NULL;
  GtkWidget *header = NULL;

  if (last == NULL || g_strcmp0 (last->group, entry->group) != 0)
    {
      header = gtk_label_new (entry->group);
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_label_set_ellipsize (GTK_LABEL (header), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (header, "search-group");
    }
  gtk_list_box_row_set_header (row, header);
}

/* The row is told as the entry's own description, since the focus never leaves the entry. */
static void
tell_row (RutterSearchField *self,
          guint              n_found)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autoptr(GString) text = g_string_new (NULL);

  if (n_found > 0)
    {
      g_autofree char *count = rutter_count_to_text (n_found);

      g_string_append_printf (text, ngettext ("%s found. ", "%s found. ", n_found), count);
    }
  if (row != NULL)
    {
      const RutterSearchEntry *entry =
        rutter_search_item_get_entry (rutter_search_row_get_item (RUTTER_SEARCH_ROW (row)));

      g_string_append_printf (text, "%s, %s%s%s", entry->title, entry->group,
                              entry->remark != NULL ? ", " : "",
                              entry->remark != NULL ? entry->remark : "");
    }
  else if (self->shown != NULL)
    g_string_append (text, _("Nothing found."));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  if (text->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", text->str);
}

/* Scrolls by as little as shows the row and, at the top, the heading above it. */
static void
scroll_to (RutterSearchField *self,
           GtkListBoxRow     *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  GtkWidget *header = gtk_list_box_row_get_header (row);
  graphene_rect_t bounds, header_bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return;

  if (header != NULL &&
      gtk_widget_compute_bounds (header, GTK_WIDGET (self->list), &header_bounds))
    graphene_rect_union (&bounds, &header_bounds, &bounds);
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                             bounds.origin.y + bounds.size.height);
}

static void
select_row (RutterSearchField *self,
            int                index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
}

static void
choose (RutterSearchField *self,
        GtkListBoxRow     *row)
{
  g_autoptr(RutterSearchItem) item =
    g_object_ref (rutter_search_row_get_item (RUTTER_SEARCH_ROW (row)));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, rutter_search_item_get_entry (item)->uid);
}

static void
forget (RutterSearchField *self)
{
  self->open_first = FALSE;
  g_clear_pointer (&self->shown, g_free);
  gtk_popover_popdown (self->popover);
  gtk_list_box_unselect_all (self->list);
  tell_row (self, 0);
}

static const char *
get_words (RutterSearchField *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
on_search_changed_cb (RutterSearchField *self)
{
  const char *words = get_words (self);

  if (*words == '\0')
    forget (self);
  else if (g_strcmp0 (words, self->shown) != 0)
    g_signal_emit (self, signals[ASKED], 0, words);
  else
    gtk_popover_popup (self->popover);
}

static void
on_activate_cb (RutterSearchField *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (g_strcmp0 (get_words (self), self->shown) != 0)
    {
      self->open_first = TRUE;
      on_search_changed_cb (self);
    }
  else if (row != NULL)
    choose (self, row);
}

static gboolean
on_key_pressed_cb (RutterSearchField *self,
                   guint              keyval,
                   guint              keycode,
                   GdkModifierType    modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (self->shown != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->popover)) &&
      (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    {
      gtk_popover_popup (self->popover);
      return GDK_EVENT_STOP;
    }

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      select_row (self, index + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      select_row (self, MAX (index - 1, 0));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_row_selected_cb (RutterSearchField *self)
{
  tell_row (self, 0);
}

static void
on_row_activated_cb (RutterSearchField *self,
                     GtkListBoxRow     *row)
{
  choose (self, row);
}

static void
on_focus_left_cb (RutterSearchField *self)
{
  gtk_popover_popdown (self->popover);
}

static void
on_stop_search_cb (RutterSearchField *self)
{
  rutter_search_field_stop (self);
}

static void
on_start_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  rutter_search_field_start (RUTTER_SEARCH_FIELD (widget));
}

static void
rutter_search_field_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  RutterSearchField *self = RUTTER_SEARCH_FIELD (widget);

  GTK_WIDGET_CLASS (rutter_search_field_parent_class)->size_allocate (widget, width, height,
                                                                      baseline);
  gtk_popover_present (self->popover);
}

static void
rutter_search_field_dispose (GObject *object)
{
  RutterSearchField *self = RUTTER_SEARCH_FIELD (object);

  /* Rows that go would be told to an entry that has gone. */
  if (self->popover != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      gtk_widget_unparent (GTK_WIDGET (self->popover));
    }
  self->popover = NULL;

  G_OBJECT_CLASS (rutter_search_field_parent_class)->dispose (object);
}

static void
rutter_search_field_finalize (GObject *object)
{
  RutterSearchField *self = RUTTER_SEARCH_FIELD (object);

  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (rutter_search_field_parent_class)->finalize (object);
}

static void
rutter_search_field_class_init (RutterSearchFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rutter_search_field_dispose;
  object_class->finalize = rutter_search_field_finalize;
  widget_class->size_allocate = rutter_search_field_size_allocate;

  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "search.start", NULL, on_start_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/rutter/Rutter/rutter-search-field.ui");
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, entry);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, popover);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, stack);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, list);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, nothing);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, nothing_box);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, advice);
  gtk_widget_class_bind_template_child (widget_class, RutterSearchField, keys);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
rutter_search_field_init (RutterSearchField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
}

/* Ctrl+F */
void
rutter_search_field_start (RutterSearchField *self)
{
  g_return_if_fail (RUTTER_IS_SEARCH_FIELD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * rutter_search_field_stop:
 *
 * Escape: clears the entry and lets the map have the focus.
 *
 * Returns: %FALSE when the focus was elsewhere, so that Escape means something else
 */
gboolean
rutter_search_field_stop (RutterSearchField *self)
{
  g_return_val_if_fail (RUTTER_IS_SEARCH_FIELD (self), FALSE);

  if ((gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return FALSE;

  forget (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[LEFT], 0);
  return TRUE;
}

/* What is listed is of another catalogue: it is asked again when it is wanted. */
void
rutter_search_field_forget (RutterSearchField *self)
{
  g_return_if_fail (RUTTER_IS_SEARCH_FIELD (self));

  forget (self);
}

/**
 * rutter_search_field_show_results:
 * @words: what was asked; an answer to anything but the entry's present text is dropped
 * @items: (element-type RutterSearchItem): those of a group together
 * @n_found: may be more than there are items
 */
void
rutter_search_field_show_results (RutterSearchField *self,
                                  const char        *words,
                                  GPtrArray         *items,
                                  guint              n_found)
{
  g_autofree char *nothing = NULL;
  gboolean open_first;
  GtkWidget *child;

  g_return_if_fail (RUTTER_IS_SEARCH_FIELD (self));

  if (g_strcmp0 (words, get_words (self)) != 0)
    return;

  g_free (self->shown);
  self->shown = g_strdup (words);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, rutter_search_row_new (g_ptr_array_index (items, i)));

  nothing = g_strdup_printf (_("Nothing Found for “%s”"), words);
  gtk_label_set_label (self->nothing, nothing);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "nothing");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  tell_row (self, n_found);

  open_first = self->open_first && items->len > 0;
  self->open_first = FALSE;
  if (open_first)
    choose (self, gtk_list_box_get_selected_row (self->list));
  else if (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_popover_popup (self->popover);
}

void
rutter_search_field_make_local (RutterSearchField *self)
{
  g_return_if_fail (RUTTER_IS_SEARCH_FIELD (self));

  if (self->keys != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (self), self->keys);
  self->keys = NULL;
  gtk_widget_set_visible (self->advice, FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->list), LOCAL_WIDTH, -1);
  gtk_widget_set_size_request (self->nothing_box, LOCAL_WIDTH, -1);
}

void
rutter_search_field_set_purpose (RutterSearchField *self,
                                 const char        *purpose)
{
  g_return_if_fail (RUTTER_IS_SEARCH_FIELD (self));

  g_object_set (self->entry, "placeholder-text", purpose, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  purpose, -1);
}

void
rutter_search_field_clear (RutterSearchField *self)
{
  g_return_if_fail (RUTTER_IS_SEARCH_FIELD (self));

  forget (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}
