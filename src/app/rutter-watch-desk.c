/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch-desk.h"

#include "rutter-framing.h"
#include "rutter-watch-areas.h"
#include "rutter-watch-question.h"
#include "rutter-watch-sign.h"
#include "rutter-watch-subject.h"
#include "rutter-watch-window.h"

#include <glib/gi18n-lib.h>

struct _RutterWatchDesk
{
  GObject          parent_instance;

  RutterWindow    *window;   /* borrowed: it owns this */
  RutterMapView   *map;      /* of the window */
  RutterWatchlist *list;
  RutterTraffic   *traffic;
  GtkWindow       *dialog;   /* the watchlist, while it is open; goes with the window */
  AdwToast        *toast;    /* while it is shown */
  guint            n_told;   /* alerts, by that toast */
  RutterWatchAreas *areas;
  RutterWatchSign *sign;
};

G_DEFINE_FINAL_TYPE (RutterWatchDesk, rutter_watch_desk, G_TYPE_OBJECT)

static void
ask (RutterWatchDesk *self,
     RutterWatch     *draft)
{
  GtkWindow *parent = self->dialog != NULL && gtk_window_is_active (self->dialog)
                      ? self->dialog : GTK_WINDOW (self->window);

  if (rutter_watchlist_is_ready (self->list))
    gtk_window_present (GTK_WINDOW (rutter_watch_question_new (parent, self->list, draft)));
  else
    rutter_window_say (self->window, _("The watchlist could not be read, so nothing can be added "
                                       "to it. Mend or move its file and start again."));
}

/* What is on the list already is edited. */
static void
ask_about (RutterWatchDesk *self,
           RutterWatch     *draft)
{
  RutterWatch *known = rutter_watch_subject_find (self->list, draft);

  ask (self, known != NULL ? known : draft);
}

static void
on_target_found_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(RutterWatchDesk) self = user_data;
  g_autoptr(GArray) targets = rutter_traffic_find_finish (RUTTER_TRAFFIC (source), result, NULL);
  g_autoptr(RutterWatch) draft = NULL;

  if (targets == NULL || targets->len == 0 || self->window == NULL)
    return;

  draft = rutter_watch_subject_from_target (&g_array_index (targets, RutterTarget, 0));
  ask_about (self, draft);
}

static void
watch_uid (RutterWatchDesk *self,
           const char      *uid)
{
  RutterRecords *records = rutter_session_get_records (rutter_window_get_session (self->window));
  guint32 mmsi = rutter_live_uid_parse (uid);
  const RutterObject *object = records != NULL && mmsi == 0 ? rutter_records_find (records, uid)
                                                            : NULL;
  g_autoptr(RutterWatch) draft = object != NULL ? rutter_watch_subject_from_object (object) : NULL;

  if (mmsi != 0)
    rutter_traffic_find_async (self->traffic, &mmsi, 1, NULL, on_target_found_cb,
                               g_object_ref (self));
  else if (draft != NULL)
    ask_about (self, draft);
  else if (object != NULL && object->kind == RUTTER_KIND_VESSEL)
    rutter_window_say (self->window, _("The catalogue holds neither an IMO number nor an MMSI of "
                                       "hers, and by her name alone a vessel cannot be watched."));
  else
    rutter_window_say (self->window, _("Vessels and passages can be watched: select one first."));
}

static void
on_watch_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  watch_uid (user_data, g_variant_get_string (parameter, NULL));
}

static void
on_watch_selected_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  RutterWatchDesk *self = user_data;
  const char *uid = rutter_window_get_selected (self->window);

  watch_uid (self, uid != NULL ? uid : "");
}

static void
on_watch_area_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  RutterWatchDesk *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.draw-outline", NULL);
}

static void
on_outline_drawn_cb (RutterWatchDesk *self,
                     GArray          *corners)
{
  g_autoptr(RutterWatch) draft =
    rutter_watch_new_shape (RUTTER_WATCH_AREA, _("Area"), (const RutterLonLat *)corners->data,
                            corners->len, RUTTER_WATCH_CATALOGUE);

  ask (self, draft);
}

/* An alert was chosen: the map goes where she was heard, and she is selected. */
static void
on_show_alert_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  RutterWatchDesk *self = user_data;
  const char *uid;
  RutterLonLat position;
  RutterPoint point;

  g_variant_get (parameter, "(&sdd)", &uid, &position.lon, &position.lat);
  rutter_window_leave_place (self->window);
  rutter_window_show_object (self->window, uid);
  if (isnan (position.lon) || isnan (position.lat))
    return;

  point = rutter_mercator_project (position);
  rutter_framing_show (self->map, &(RutterBox) { point.x, point.y, point.x, point.y },
                       rutter_window_get_sheet_height (self->window));
}

static void
on_dialog_gone_cb (gpointer  data,
                   GObject  *dialog)
{
  RutterWatchDesk *self = data;

  self->dialog = NULL;
  rutter_watch_areas_set_open (self->areas, FALSE);
}

static void
on_show_watchlist_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  RutterWatchDesk *self = user_data;

  if (self->dialog == NULL)
    {
      self->dialog = GTK_WINDOW (rutter_watch_window_new (GTK_WINDOW (self->window), self->list));
      gtk_window_set_destroy_with_parent (self->dialog, TRUE);
      g_object_weak_ref (G_OBJECT (self->dialog), on_dialog_gone_cb, self);
      rutter_watch_areas_set_open (self->areas, TRUE);
    }
  gtk_window_present (self->dialog);
}

static void
on_toast_dismissed_cb (RutterWatchDesk *self)
{
  g_clear_object (&self->toast);
  self->n_told = 0;
}

/* The desktop tells it as well; here only who is not looking at the list is told. Alerts that come
 * while there is a message already are counted in it: a queue of them would stand there for hours.
 */
static void
on_alerted_cb (RutterWatchDesk *self,
               GPtrArray       *notes)
{
  g_autofree char *title = NULL;

  if (self->dialog != NULL)
    return;

  self->n_told += notes->len;
  title = self->n_told == 1
          ? g_markup_escape_text (rutter_alert_note_get_sentence (notes->pdata[0]), -1)
          : g_strdup_printf (ngettext ("Watchlist: %u alert", "Watchlist: %u alerts",
                                       self->n_told), self->n_told);
  if (self->toast != NULL)
    {
      adw_toast_set_title (self->toast, title);
      return;
    }

  self->toast = adw_toast_new (title);
  adw_toast_set_button_label (self->toast, _("_Watchlist"));
  adw_toast_set_action_name (self->toast, "win.show-watchlist");
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  rutter_window_add_toast (self->window, g_object_ref (self->toast));
}

static void
add_numbers (GArray             *numbers,
             const RutterObject *object,
             const char         *scheme)
{
  guint32 number = rutter_watch_subject_get_number (object, scheme);

  if (number != 0)
    g_array_append_val (numbers, number);
}

static void
on_records_cb (RutterWatchDesk *self)
{
  RutterRecords *records = rutter_session_get_records (rutter_window_get_session (self->window));
  GPtrArray *objects = records != NULL ? rutter_records_get_objects (records, RUTTER_KIND_VESSEL)
                                       : NULL;
  g_autoptr(GArray) imos = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) mmsis = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; objects != NULL && i < objects->len; i++)
    {
      add_numbers (imos, objects->pdata[i], "imo");
      add_numbers (mmsis, objects->pdata[i], "mmsi");
    }
  rutter_watchman_set_catalogue (rutter_watchlist_get_watchman (self->list),
                                 (const guint32 *)imos->data, imos->len,
                                 (const guint32 *)mmsis->data, mmsis->len);
}

static void
rutter_watch_desk_dispose (GObject *object)
{
  RutterWatchDesk *self = RUTTER_WATCH_DESK (object);

  if (self->dialog != NULL)
    g_object_weak_unref (G_OBJECT (self->dialog), on_dialog_gone_cb, self);
  self->dialog = NULL;
  self->window = NULL;
  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_data (self->toast, self);
  g_clear_object (&self->toast);
  g_clear_object (&self->areas);
  g_clear_object (&self->sign);
  g_clear_object (&self->list);
  g_clear_object (&self->traffic);

  G_OBJECT_CLASS (rutter_watch_desk_parent_class)->dispose (object);
}

static void
rutter_watch_desk_class_init (RutterWatchDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rutter_watch_desk_dispose;
}

static void
rutter_watch_desk_init (RutterWatchDesk *self)
{
}

RutterWatchDesk *
rutter_watch_desk_new (RutterWindow      *window,
                       RutterMapView     *map,
                       RutterApplication *application,
                       RutterSelection   *selection,
                       RutterDetailsPane *details)
{
  static const GActionEntry entries[] = {
    { .name = "show-watchlist", .activate = on_show_watchlist_cb },
    { .name = "show-alert", .activate = on_show_alert_cb, .parameter_type = "(sdd)" },
    { .name = "watch", .activate = on_watch_cb, .parameter_type = "s" },
    { .name = "watch-selected", .activate = on_watch_selected_cb },
    { .name = "watch-area", .activate = on_watch_area_cb },
  };
  RutterWatchDesk *self = g_object_new (RUTTER_TYPE_WATCH_DESK, NULL);
  RutterSession *session = rutter_window_get_session (window);

  self->window = window;
  self->map = map;
  self->list = g_object_ref (rutter_application_get_watchlist (application));
  self->traffic = g_object_ref (rutter_application_get_traffic (application));
  self->areas = rutter_watch_areas_new (G_ACTION_GROUP (window), map, self->list);
  self->sign = rutter_watch_sign_new (self->list, self->traffic, session, selection, details);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (map, "outline-drawn", G_CALLBACK (on_outline_drawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rutter_watchlist_get_watchman (self->list), "alerted",
                           G_CALLBACK (on_alerted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (rutter_window_say), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (on_records_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "records-changed", G_CALLBACK (on_records_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
