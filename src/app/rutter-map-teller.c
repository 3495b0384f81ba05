/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-map-teller.h"

#include "rutter-layer-item.h"
#include "rutter-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How often it is looked whether the map has come to rest. */
#define LOOK_MS 50

struct _RutterMapTeller
{
  GObject        parent_instance;

  RutterSession *session;
  RutterMapView *map;      /* weak */
  RutterAnnouncer *announcer; /* weak */
  RutterNoticeKeeper *notices;
  char          *selected; /* title; NULL: nothing */
  guint          look_id;  /* 0: at rest */
};

G_DEFINE_FINAL_TYPE (RutterMapTeller, rutter_map_teller, G_TYPE_OBJECT)

static void
append_place (GString          *text,
              const RutterView *view)
{
  RutterLonLat centre = rutter_mercator_unproject (view->centre);
  g_autofree char *zoom = rutter_number_to_text (view->zoom, 1);
  g_autofree char *lat = NULL;
  g_autofree char *lon = NULL;

  centre.lon = rutter_geo_unwrap_lon (centre.lon, 0);
  lat = rutter_number_to_text (fabs (centre.lat), 2);
  lon = rutter_number_to_text (fabs (centre.lon), 2);
  /* Translators: "Centre 35.20° north, 41.00° east, zoom 3.5." */
  g_string_append_printf (text, _("Centre %s° %s, %s° %s, zoom %s."), lat,
                          centre.lat < 0 ? C_("latitude", "south") : C_("latitude", "north"), lon,
                          centre.lon < 0 ? C_("longitude", "west") : C_("longitude", "east"),
                          zoom);
}

static void
append_layers (GString    *text,
               GListModel *layers)
{
  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr(RutterLayerItem) item = g_list_model_get_item (layers, i);
      g_autofree char *counts = rutter_layer_item_dup_counts (item);

      g_string_append_printf (text, " %s: %s.", rutter_layer_item_get_title (item), counts);
    }
}

/* What is told whoever listens elsewhere: short, for it comes with each move of the map. */
static void
announce (RutterMapTeller *self,
          GListModel      *layers)
{
  guint n = 0;
  g_autofree char *count = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr(RutterLayerItem) item = g_list_model_get_item (layers, i);

      if (rutter_layer_item_get_visible (item))
        n += rutter_layer_item_get_n_in_view (item);
    }

  count = rutter_count_to_text (n);
  if (self->selected != NULL)
    g_string_append_printf (text, _("Selected: %s."), self->selected);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (self->notices != NULL && rutter_notice_keeper_get_text (self->notices) != NULL)
    g_string_append (text, rutter_notice_keeper_get_text (self->notices));
  else
    g_string_append_printf (text, ngettext ("%s object in view.", "%s objects in view.", n),
                            count);
  rutter_announcer_say_calm (self->announcer, text->str);
}

static void
tell (RutterMapTeller *self)
{
  RutterChoices *choices = rutter_session_get_choices (self->session);
  RutterView view = rutter_map_view_get_view (self->map);
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->notices != NULL && rutter_notice_keeper_get_text (self->notices) != NULL)
    g_string_append_printf (text, "%s ", rutter_notice_keeper_get_text (self->notices));
  append_place (text, &view);
  append_layers (text, rutter_choices_get_layers (choices));
  if (self->selected != NULL)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Selected: %s."), self->selected);
    }
  g_string_append_c (text, ' ');
  g_string_append (text, _("Arrow keys move the map, plus and minus zoom, N and P go from mark to "
                           "mark, Return opens the mark or what is at the centre."));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->map),
                               GTK_ACCESSIBLE_STATE_BUSY, FALSE, -1);
  if (self->announcer != NULL && rutter_session_get_path (self->session) != NULL)
    announce (self, rutter_choices_get_layers (choices));
}

static gboolean
on_look_cb (gpointer user_data)
{
  RutterMapTeller *self = user_data;

  if (self->map != NULL && (!rutter_session_is_settled (self->session) ||
                            !rutter_map_view_is_settled (self->map)))
    return G_SOURCE_CONTINUE;

  self->look_id = 0;
  if (self->map != NULL)
    tell (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (RutterMapTeller *self)
{
  if (self->map == NULL || self->look_id != 0)
    return;

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
  self->look_id = g_timeout_add (LOOK_MS, on_look_cb, self);
}

/* Who walks from mark to mark hears each at once. */
static void
on_mark_reached_cb (RutterMapTeller  *self,
                    const RutterMark *mark,
                    guint             number,
                    guint             n_marks)
{
  g_autofree char *text = NULL;

  if (self->announcer == NULL)
    return;

  if (mark == NULL)
    {
      rutter_announcer_say (self->announcer, _("Nothing is in view."));
      return;
    }

  /* Translators: title, kind, status, and which of how many that are in view. */
  text = g_strdup_printf (mark->denied && mark->status != RUTTER_STATUS_DENIED
                            ? _("%s. %s, %s, denied. %u of %u in view.")
                            : _("%s. %s, %s. %u of %u in view."),
                          mark->title, rutter_kind_get_title (mark->kind),
                          rutter_standing_get_title (mark->kind, mark->computed, mark->status),
                          number, n_marks);
  rutter_announcer_say (self->announcer, text);
}

static void
rutter_map_teller_dispose (GObject *object)
{
  RutterMapTeller *self = RUTTER_MAP_TELLER (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_weak_pointer (&self->map);
  g_clear_weak_pointer (&self->announcer);
  g_clear_object (&self->notices);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rutter_map_teller_parent_class)->dispose (object);
}

static void
rutter_map_teller_finalize (GObject *object)
{
  RutterMapTeller *self = RUTTER_MAP_TELLER (object);

  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (rutter_map_teller_parent_class)->finalize (object);
}

static void
rutter_map_teller_class_init (RutterMapTellerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rutter_map_teller_dispose;
  object_class->finalize = rutter_map_teller_finalize;
}

static void
rutter_map_teller_init (RutterMapTeller *self)
{
}

RutterMapTeller *
rutter_map_teller_new (RutterSession *session,
                       RutterMapView *map,
                       RutterAnnouncer *announcer)
{
  RutterMapTeller *self = g_object_new (RUTTER_TYPE_MAP_TELLER, NULL);

  g_set_object (&self->session, session);
  g_set_weak_pointer (&self->map, map);
  g_set_weak_pointer (&self->announcer, announcer);
  g_signal_connect_object (map, "view-changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "mark-reached", G_CALLBACK (on_mark_reached_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "picture-changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rutter_session_get_choices (session), "changed",
                           G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  on_changed_cb (self);

  return self;
}

void
rutter_map_teller_set_notices (RutterMapTeller    *self,
                               RutterNoticeKeeper *notices)
{
  g_return_if_fail (RUTTER_IS_MAP_TELLER (self));

  g_set_object (&self->notices, notices);
}

/* @title: (nullable): NULL when nothing is selected */
void
rutter_map_teller_set_selected (RutterMapTeller *self,
                                const char      *title)
{
  g_return_if_fail (RUTTER_IS_MAP_TELLER (self));

  if (g_strcmp0 (self->selected, title) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (title);
  on_changed_cb (self);
}
