/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-private.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All kinds of feeds. */
static const RutterFeedDriver *const drivers[] = {
  &rutter_feed_tcp,
  &rutter_feed_udp,
  &rutter_feed_gpsd,
  &rutter_feed_file,
  &rutter_feed_aisstream,
  &rutter_feed_barentswatch,
  &rutter_feed_digitraffic,
};

static gboolean
set_invalid (const char  *text,
             GError     **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, (gssize)MIN (strlen (text), 120));

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               _("“%s” is not the address of a feed, such as tcp://receiver:10110, udp://:10110, "
                 "gpsd://receiver or file:///home/me/log.nmea."), shown);
  return FALSE;
}

static const RutterFeedDriver *
find_driver (const char *scheme)
{
  for (guint i = 0; i < G_N_ELEMENTS (drivers); i++)
    if (g_str_equal (drivers[i]->scheme, scheme))
      return drivers[i];

  return NULL;
}

static gboolean
take_uri (RutterFeedAddress  *self,
          GUri               *uri,
          GError            **error)
{
  const char *host = g_uri_get_host (uri);
  int port = g_uri_get_port (uri);

  self->driver = find_driver (g_uri_get_scheme (uri));
  if (self->driver == NULL || g_uri_get_userinfo (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL || port == 0 || port > G_MAXUINT16)
    return set_invalid (self->text, error);

  if (host != NULL && *host != '\0')
    {
      self->host = rutter_net_host_from_text (host, error);
      if (self->host == NULL)
        return FALSE;
    }

  self->port = port > 0 ? (guint16)port : self->driver->default_port;
  if (*g_uri_get_path (uri) != '\0' && !g_str_equal (g_uri_get_path (uri), "/"))
    self->path = g_strdup (g_uri_get_path (uri));
  self->query = g_strdup (g_uri_get_query (uri));
  if (!self->driver->check (self, error))
    return FALSE;

  g_assert (self->title != NULL);
  return TRUE;
}

/**
 * rutter_feed_address_new:
 *
 * Returns: (transfer full): %NULL with %RUTTER_ERROR_INVALID for what is no address of a feed
 */
RutterFeedAddress *
rutter_feed_address_new (const char  *text,
                         GError     **error)
{
  g_autoptr(RutterFeedAddress) self = g_new0 (RutterFeedAddress, 1);
  g_autoptr(GUri) uri = NULL;

  self->text = g_strstrip (g_strdup (text));
  uri = g_utf8_validate (text, -1, NULL)
          ? g_uri_parse (self->text, G_URI_FLAGS_ENCODED_QUERY, NULL) : NULL;
  if (uri == NULL)
    {
      set_invalid (self->text, error);
      return NULL;
    }

  return take_uri (self, uri, error) ? g_steal_pointer (&self) : NULL;
}

void
rutter_feed_address_free (RutterFeedAddress *self)
{
  g_free (self->text);
  g_free (self->title);
  g_free (self->host);
  g_free (self->path);
  g_free (self->query);
  g_free (self->server);
  g_free (self->asked_us);
  g_clear_pointer (&self->area, rutter_feed_area_free);
  g_free (self);
}

/* For the checks of drivers. Returns: %FALSE, with %RUTTER_ERROR_INVALID */
gboolean
rutter_feed_address_refuse (const RutterFeedAddress  *self,
                            GError                  **error)
{
  return set_invalid (self->text, error);
}

/* Whom the user would say it is about: a host that is contacted, or else the title. */
const char *
rutter_feed_address_get_subject (const RutterFeedAddress *self)
{
  return self->host != NULL && !self->driver->stays_silent ? self->host : self->title;
}
