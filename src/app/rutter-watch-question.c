/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch-question.h"

#include "rutter-identifier.h"

#include <glib/gi18n-lib.h>

/* The silences that can be chosen, in minutes; 0: none is told. */
static const guint silences[] = { 0, 10, 30, 60, 180, 360, 720, 1440 };

struct _RutterWatchQuestion
{
  AdwMessageDialog  parent_instance;

  RutterWatchlist  *list;
  RutterWatch      *draft;    /* NULL: a vessel that nothing is known of */
  GtkLabel         *problem;
  GtkEditable      *title;
  GtkEditable      *imo;      /* of a vessel */
  GtkEditable      *mmsi;
  AdwComboRow      *silence;
  AdwComboRow      *scope;    /* of a shape */
};

G_DEFINE_FINAL_TYPE (RutterWatchQuestion, rutter_watch_question, ADW_TYPE_MESSAGE_DIALOG)

static RutterWatchKind
get_kind (RutterWatchQuestion *self)
{
  return self->draft != NULL ? rutter_watch_get_kind (self->draft) : RUTTER_WATCH_VESSEL;
}

/* Returns: (transfer full): without what people put around it */
static char *
get_text (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

/* An empty text is 0. Returns: whether the other is a number that the scheme takes */
static gboolean
read_number (GtkEditable *editable,
             const char  *scheme,
             guint32     *number)
{
  g_autofree char *text = get_text (editable);
  g_autofree char *normal = rutter_identifier_normalize (scheme, text);
  guint64 value = 0;

  *number = 0;
  if (text[0] == '\0')
    return TRUE;
  if (normal == NULL || rutter_identifier_check (scheme, normal) == RUTTER_CHECK_INVALID ||
      !g_ascii_string_to_unsigned (normal, 10, 1, 999999999, &value, NULL))
    return FALSE;

  *number = (guint32)value;
  return TRUE;
}

/* Returns: (nullable): what stands in the way of watching a vessel */
static const char *
find_problem (RutterWatchQuestion *self)
{
  g_autofree char *title = get_text (self->title);
  RutterWatch *same;
  guint32 imo, mmsi;

  if (get_kind (self) == RUTTER_WATCH_VESSEL)
    {
      if (!read_number (self->imo, "imo", &imo))
        return _("This is no IMO number: it has seven digits, of which the last one checks the "
                 "others.");
      if (!read_number (self->mmsi, "mmsi", &mmsi))
        return _("This is no MMSI: it has nine digits.");
      if (imo == 0 && mmsi == 0)
        return _("A vessel is watched by her IMO number or her MMSI: a name alone can be "
                 "anybody’s.");
      same = rutter_watchlist_find_vessel (self->list, imo, mmsi);
      if (same != NULL && same != self->draft)
        return _("This vessel is on the watchlist already.");
    }
  if (title[0] == '\0')
    return _("Give it a name.");

  return NULL;
}

static void
on_edited_cb (RutterWatchQuestion *self)
{
  const char *problem = find_problem (self);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "watch", problem == NULL);
}

static RutterWatch *
make_watch (RutterWatchQuestion *self)
{
  g_autofree char *title = get_text (self->title);
  const RutterLonLat *points;
  guint32 imo, mmsi;
  guint n_points;

  if (get_kind (self) == RUTTER_WATCH_VESSEL)
    {
      read_number (self->imo, "imo", &imo);
      read_number (self->mmsi, "mmsi", &mmsi);
      return rutter_watch_new_vessel (title, imo, mmsi,
                                      silences[adw_combo_row_get_selected (self->silence)]);
    }

  points = rutter_watch_get_points (self->draft, &n_points);
  return rutter_watch_new_shape (get_kind (self), title, points, n_points,
                                 (RutterWatchScope)adw_combo_row_get_selected (self->scope));
}

static void
rutter_watch_question_response (AdwMessageDialog *dialog,
                                const char       *response)
{
  RutterWatchQuestion *self = RUTTER_WATCH_QUESTION (dialog);
  g_autoptr(RutterWatch) watch = NULL;

  if (g_str_equal (response, "remove"))
    rutter_watchlist_remove (self->list, self->draft);
  if (!g_str_equal (response, "watch") || find_problem (self) != NULL)
    return;

  watch = make_watch (self);
  rutter_watchlist_put (self->list, self->draft, watch);
}

static void
rutter_watch_question_dispose (GObject *object)
{
  RutterWatchQuestion *self = RUTTER_WATCH_QUESTION (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->draft, rutter_watch_unref);

  G_OBJECT_CLASS (rutter_watch_question_parent_class)->dispose (object);
}

static void
rutter_watch_question_class_init (RutterWatchQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_watch_question_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = rutter_watch_question_response;
}

static void
rutter_watch_question_init (RutterWatchQuestion *self)
{
}

static GtkEditable *
add_entry (RutterWatchQuestion *self,
           GtkWidget           *group,
           const char          *title,
           const char          *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);

  return GTK_EDITABLE (row);
}

static AdwComboRow *
add_combo (GtkWidget         *group,
           const char        *title,
           const char *const *choices,
           guint              selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return ADW_COMBO_ROW (row);
}

static char *
name_silence (guint minutes)
{
  guint hours = minutes / 60;

  if (minutes == 0)
    return g_strdup (C_("AIS silence", "not told"));
  if (hours == 0)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);

  return g_strdup_printf (ngettext ("%u hour", "%u hours", hours), hours);
}

static void
add_vessel_rows (RutterWatchQuestion *self,
                 GtkWidget           *group)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) choices = NULL;
  guint32 imo = self->draft != NULL ? rutter_watch_get_imo (self->draft) : 0;
  guint32 mmsi = self->draft != NULL ? rutter_watch_get_mmsi (self->draft) : 0;
  guint wanted = self->draft != NULL ? rutter_watch_get_silence_min (self->draft)
                                     : RUTTER_WATCH_USUAL_SILENCE_MIN;
  g_autofree char *imo_text = imo != 0 ? g_strdup_printf ("%07u", imo) : g_strdup ("");
  g_autofree char *mmsi_text = mmsi != 0 ? g_strdup_printf ("%09u", mmsi) : g_strdup ("");
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (silences); i++)
    {
      g_autofree char *name = name_silence (silences[i]);

      g_strv_builder_add (builder, name);
      if (silences[i] <= wanted)
        selected = i;
    }
  choices = g_strv_builder_end (builder);

  self->imo = add_entry (self, group, _("IMO Number"), imo_text);
  self->mmsi = add_entry (self, group, _("MMSI"), mmsi_text);
  self->silence = add_combo (group, _("AIS Silence After"), (const char *const *)choices,
                             selected);
}

static void
add_rows (RutterWatchQuestion *self)
{
  const char *const scopes[] = {
    rutter_watch_scope_get_name (RUTTER_WATCH_WATCHED),
    rutter_watch_scope_get_name (RUTTER_WATCH_CATALOGUE),
    rutter_watch_scope_get_name (RUTTER_WATCH_ANYONE),
    NULL
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *problem = gtk_label_new (NULL);

  self->title = add_entry (self, group, _("Name"),
                           self->draft != NULL ? rutter_watch_get_title (self->draft) : "");
  if (get_kind (self) == RUTTER_WATCH_VESSEL)
    add_vessel_rows (self, group);
  else
    self->scope = add_combo (group, _("Tell of"), scopes, rutter_watch_get_scope (self->draft));

  self->problem = GTK_LABEL (problem);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (problem, "caption");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), problem);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
}

/* @draft: (nullable): as soon as @list is ready */
GtkWidget *
rutter_watch_question_new (GtkWindow       *parent,
                           RutterWatchlist *list,
                           RutterWatch     *draft)
{
  const char *const headings[] = {
    [RUTTER_WATCH_VESSEL] = _("Watch a Vessel"),
    [RUTTER_WATCH_AREA] = _("Watch an Area"),
    [RUTTER_WATCH_PASSAGE] = _("Watch a Passage"),
  };
  RutterWatchQuestion *self = g_object_new (RUTTER_TYPE_WATCH_QUESTION, "transient-for", parent,
                                            "modal", TRUE, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  self->list = g_object_ref (list);
  self->draft = draft != NULL ? rutter_watch_ref (draft) : NULL;
  adw_message_dialog_set_heading (dialog, headings[get_kind (self)]);
  adw_message_dialog_set_body (dialog, _("Alerts come from the live feeds in use, while the "
                                         "program runs."));
  add_rows (self);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (draft != NULL && g_ptr_array_find (rutter_watchlist_get_watches (list), draft, NULL))
    {
      adw_message_dialog_add_response (dialog, "remove", _("Watch _No Longer"));
      adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
      adw_message_dialog_add_response (dialog, "watch", _("_Save"));
    }
  else
    adw_message_dialog_add_response (dialog, "watch", _("_Watch"));
  adw_message_dialog_set_response_appearance (dialog, "watch", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "watch");
  adw_message_dialog_set_close_response (dialog, "cancel");
  on_edited_cb (self);

  return GTK_WIDGET (self);
}
