/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-watch-desk.h"

#include "rutter-passage.h"
#include "rutter-watch-question.h"
#include "rutter-watch-window.h"

#include <glib/gi18n-lib.h>

#define LIVE "live:"

struct _RutterWatchDesk
{
  GObject          parent_instance;

  RutterWindow    *window;   /* borrowed: it owns this */
  RutterMapView   *map;      /* of the window */
  RutterWatchlist *list;
  RutterTraffic   *traffic;
  GtkWindow       *dialog;   /* the watchlist, while it is open; goes with the window */
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
}

/* One that is on the list already is edited; else a watch as it usually is. */
static void
ask_for_vessel (RutterWatchDesk *self,
                const char      *name,
                guint32          imo,
                guint32          mmsi)
{
  RutterWatch *known = rutter_watchlist_find_vessel (self->list, imo, mmsi);
  g_autoptr(RutterWatch) draft = NULL;

  draft = known != NULL ? rutter_watch_ref (known)
                        : rutter_watch_new_vessel (name, imo, mmsi,
                                                   RUTTER_WATCH_USUAL_SILENCE_MIN);
  ask (self, draft);
}

/* The number that a catalogue's object has by a scheme; 0: none that is valid. */
static guint32
find_number (const RutterObject *object,
             const char         *scheme)
{
  for (guint i = 0; i < object->identifiers->len; i++)
    {
      const RutterIdentifier *identifier = g_ptr_array_index (object->identifiers, i);
      guint64 value;

      if (g_str_equal (identifier->scheme, scheme) &&
          identifier->check != RUTTER_CHECK_INVALID &&
          g_ascii_string_to_unsigned (identifier->value, 10, 1, 999999999, &value, NULL))
        return (guint32)value;
    }

  return 0;
}

static void
watch_object (RutterWatchDesk    *self,
              const RutterObject *object)
{
  guint32 imo = find_number (object, "imo"), mmsi = find_number (object, "mmsi");

  if (imo != 0 || mmsi != 0)
    ask_for_vessel (self, object->title, imo, mmsi);
  else
    rutter_window_say (self->window, _("The catalogue holds neither an IMO number nor an MMSI of "
                                       "hers, and by her name alone a vessel cannot be watched."));
}

static void
watch_passage (RutterWatchDesk    *self,
               const RutterObject *object)
{
  const RutterPassage *passage = object->row;
  g_autoptr(RutterWatch) draft =
    rutter_watch_new_shape (RUTTER_WATCH_PASSAGE, object->title, passage->line, passage->n_points,
                            RUTTER_WATCH_CATALOGUE);

  ask (self, draft);
}

static void
on_target_found_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(RutterWatchDesk) self = user_data;
  g_autoptr(GArray) targets = rutter_traffic_find_finish (RUTTER_TRAFFIC (source), result, NULL);
  const RutterTarget *target = targets != NULL && targets->len > 0
                               ? &g_array_index (targets, RutterTarget, 0) : NULL;
  g_autofree char *number = NULL;

  if (target == NULL || self->window == NULL)
    return;

  number = g_strdup_printf ("MMSI %09u", target->mmsi);  /* untranslated */
  ask_for_vessel (self, target->name[0] != '\0' ? target->name : number,
                  target->is_imo_sure ? target->imo : 0, target->mmsi);
}

static void
watch_uid (RutterWatchDesk *self,
           const char      *uid)
{
  RutterRecords *records = rutter_session_get_records (rutter_window_get_session (self->window));
  const RutterObject *object = records != NULL ? rutter_records_find (records, uid) : NULL;
  guint64 mmsi;

  if (g_str_has_prefix (uid, LIVE) &&
      g_ascii_string_to_unsigned (uid + strlen (LIVE), 10, 1, 999999999, &mmsi, NULL))
    rutter_traffic_find_async (self->traffic, &(guint32) { (guint32)mmsi }, 1, NULL,
                               on_target_found_cb, g_object_ref (self));
  else if (object != NULL && object->kind == RUTTER_KIND_VESSEL)
    watch_object (self, object);
  else if (object != NULL && object->kind == RUTTER_KIND_PASSAGE)
    watch_passage (self, object);
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
      g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *)&self->dialog);
    }
  gtk_window_present (self->dialog);
}

/* The desktop tells it as well; here only who is not looking at the list is told. */
static void
on_alerted_cb (RutterWatchDesk *self,
               GPtrArray       *notes)
{
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (self->dialog != NULL)
    return;

  title = notes->len == 1
          ? g_markup_escape_text (rutter_alert_note_get_sentence (notes->pdata[0]), -1)
          : g_strdup_printf (ngettext ("Watchlist: %u alert", "Watchlist: %u alerts", notes->len),
                             notes->len);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("_Watchlist"));
  adw_toast_set_action_name (toast, "win.show-watchlist");
  rutter_window_add_toast (self->window, toast);
}

static void
add_numbers (GArray             *numbers,
             const RutterObject *object,
             const char         *scheme)
{
  guint32 number = find_number (object, scheme);

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
    g_object_remove_weak_pointer (G_OBJECT (self->dialog), (gpointer *)&self->dialog);
  self->dialog = NULL;
  self->window = NULL;
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
                       RutterApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "show-watchlist", .activate = on_show_watchlist_cb },
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
