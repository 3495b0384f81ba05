/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-hover.h"

#include <glib/gi18n-lib.h>

/* How long the pointer has to rest. */
#define REST_MS 300
#define FADE_MS 120
/* Between pointer and card, and card and edge, pixels. */
#define GAP 18
#define EDGE 6

struct _RutterMapHover
{
  RutterMapView *view;     /* owns this */
  GtkWidget     *revealer; /* of the overlay */
  GtkWidget     *card;
  GtkLabel      *title;
  GtkLabel      *status;
  GtkLabel      *detail;
  GtkLabel      *more;
  guint          rest_id;
  double         x, y;
  char          *uid;      /* what is lit; NULL: nothing */
};

static GtkLabel *
append_label (GtkWidget  *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

/* Beside the pointer where there is room, never under it. */
static int
place_card (double pointer,
            int    size,
            int    room)
{
  if (pointer + GAP + size + EDGE <= room)
    return (int)pointer + GAP;

  return (int)pointer - GAP - size;
}

/* A mark's line ends with its status, and a denial, which stand above it already. */
static char *
cut_status (const RutterMark *mark)
{
  g_autofree char *status = g_utf8_strdown (rutter_status_get_title (mark->status), -1);
  g_autofree char *detail = rutter_mark_dup_detail (mark);
  const char *end = detail != NULL ? g_strrstr (detail, "; ") : NULL;

  if (end == NULL || !g_str_has_prefix (end + strlen ("; "), status))
    return g_steal_pointer (&detail);

  return g_strndup (detail, end - detail);
}

static void
show_texts (RutterMapHover   *self,
            const RutterMark *mark,
            guint             n_marks)
{
  gboolean says_denied = mark->denied && mark->status != RUTTER_STATUS_DENIED;
  const char *kind = rutter_kind_get_title (mark->kind);
  const char *status_title = mark->computed ? C_("status", "Computed")
                                            : rutter_status_get_title (mark->status);
  /* Translators: the kind of an object and the status of what is claimed about it. */
  g_autofree char *status = says_denied ? g_strdup_printf (_("%s · %s, denied"), kind, status_title)
                                        : g_strdup_printf ("%s · %s", kind, status_title);
  g_autofree char *detail = cut_status (mark);
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more here", "and %u more here",
                                                     n_marks - 1), n_marks - 1);

  gtk_label_set_label (self->title, mark->title);
  gtk_label_set_label (self->status, rutter_map_live_parse_uid (mark->uid) != 0
                                     ? _("Live AIS, as received") : status);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_marks > 1);
}

static void
show_card (RutterMapHover *self,
           GPtrArray      *marks)
{
  const RutterMark *mark = g_ptr_array_index (marks, 0);
  GtkWidget *widget = GTK_WIDGET (self->view);
  GtkBorder covered = rutter_map_view_get_covered (self->view);
  GtkRequisition size;
  int x, y;

  show_texts (self, mark, marks->len);
  gtk_widget_get_preferred_size (self->card, NULL, &size);
  x = place_card (self->x, size.width, gtk_widget_get_width (widget) - covered.right);
  y = place_card (self->y, size.height, gtk_widget_get_height (widget) - covered.bottom);
  gtk_widget_set_margin_start (self->revealer, MAX (x, EDGE));
  gtk_widget_set_margin_top (self->revealer, MAX (y, EDGE));
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);

  g_free (self->uid);
  self->uid = g_strdup (mark->uid);
  rutter_map_view_set_lit (self->view, mark->uid);
}

static gboolean
on_rested_cb (gpointer user_data)
{
  RutterMapHover *self = user_data;
  g_autoptr(GPtrArray) marks = rutter_map_view_list_at (self->view, self->x, self->y);

  self->rest_id = 0;
  if (marks->len > 0)
    show_card (self, marks);

  return G_SOURCE_REMOVE;
}

RutterMapHover *
rutter_map_hover_new (RutterMapView *view,
                      GtkOverlay    *overlay)
{
  RutterMapHover *self = g_new0 (RutterMapHover, 1);

  self->view = view;
  self->card = g_object_new (GTK_TYPE_BOX,
                             "orientation", GTK_ORIENTATION_VERTICAL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_TOOLTIP,
                             NULL);
  gtk_widget_add_css_class (self->card, "map-card");
  self->title = append_label (self->card, "heading");
  self->status = append_label (self->card, "map-card-status");
  self->detail = append_label (self->card, NULL);
  self->more = append_label (self->card, "map-card-hint");

  /* GTK leaves the fade out when animations are switched off. */
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_transition_duration (GTK_REVEALER (self->revealer), FADE_MS);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->card);
  gtk_widget_set_halign (self->revealer, GTK_ALIGN_START);
  gtk_widget_set_valign (self->revealer, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->revealer, FALSE);
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_overlay_add_overlay (overlay, self->revealer);

  return self;
}

/* The widgets are the overlay's; they may have gone before. */
void
rutter_map_hover_free (RutterMapHover *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_pointer (&self->uid, g_free);
  g_free (self);
}

void
rutter_map_hover_move (RutterMapHover *self,
                       double          x,
                       double          y,
                       GPtrArray      *marks)
{
  const RutterMark *mark = marks->len > 0 ? g_ptr_array_index (marks, 0) : NULL;

  if (self->uid != NULL && mark != NULL && g_str_equal (self->uid, mark->uid))
    return;

  rutter_map_hover_leave (self);
  self->x = x;
  self->y = y;
  if (mark != NULL)
    self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

void
rutter_map_hover_leave (RutterMapHover *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->uid == NULL)
    return;

  g_clear_pointer (&self->uid, g_free);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (self->revealer, FALSE);
  rutter_map_view_set_lit (self->view, NULL);
}

gboolean
rutter_map_hover_is_shown (RutterMapHover *self)
{
  return self->uid != NULL;
}

void
rutter_map_hover_show (RutterMapHover   *self,
                       double            x,
                       double            y,
                       const RutterMark *mark)
{
  g_autoptr(GPtrArray) marks = g_ptr_array_new ();

  rutter_map_hover_leave (self);
  self->x = x;
  self->y = y;
  g_ptr_array_add (marks, (gpointer)mark);
  show_card (self, marks);
}

const char *
rutter_map_hover_get_uid (RutterMapHover *self)
{
  return self->uid;
}
