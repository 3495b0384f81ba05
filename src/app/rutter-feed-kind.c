/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-kind.h"

#include "rutter-feed-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const RutterFeedKind kinds[] = {
  { "tcp", N_("TCP connection"),
    N_("A receiver, a program or a station that sends AIS sentences (NMEA 0183) to whoever "
       "connects. The host that you name is contacted and learns your address; on this computer "
       "(127.0.0.1) nobody is."),
    RUTTER_FEED_FIELD_HOST | RUTTER_FEED_FIELD_PORT, 10110, "tcp://127.0.0.1:10110" },
  { "udp", N_("UDP datagrams"),
    N_("AIS sentences that a receiver or a program sends to a port of this computer. Nobody is "
       "contacted."),
    RUTTER_FEED_FIELD_PORT, 10110, "udp://:10110" },
  { "gpsd", N_("gpsd"),
    N_("A gpsd that has an AIS receiver. The host that you name is contacted and learns your "
       "address; on this computer (127.0.0.1) nobody is."),
    RUTTER_FEED_FIELD_HOST | RUTTER_FEED_FIELD_PORT, 2947, "gpsd://127.0.0.1" },
  { "file", N_("Log file"),
    N_("A recording of AIS sentences, with the times at which they were heard or without, played "
       "as if it were live. Nobody is contacted."),
    RUTTER_FEED_FIELD_FILE, 0, "file:///log.nmea" },
  { "aisstream", N_("AISStream"),
    N_("aisstream.io, a service that hears ships near most coasts of the world and asks for a key, "
       "which is free. stream.aisstream.io is contacted and learns your address, your key and the "
       "area that you ask for."),
    RUTTER_FEED_FIELD_AREA, 0, "aisstream://", { N_("API _Key") } },
  { "digitraffic", N_("Digitraffic"),
    N_("The open AIS of Finland's Fintraffic: larger ships about Finland and in the Baltic, no "
       "fishing vessels. meri.digitraffic.fi is contacted and learns your address."),
    0, 0, "digitraffic://" },
  { "barentswatch", N_("BarentsWatch"),
    N_("The open AIS of the Norwegian Coastal Administration, by BarentsWatch: Norway's waters, "
       "Svalbard and Jan Mayen. id.barentswatch.no and live.ais.barentswatch.no are contacted and "
       "learn your address and who you are there."),
    0, 0, "barentswatch://", { N_("Client _Id"), N_("Client _Secret") } },
};

/**
 * rutter_feed_kind_list:
 *
 * Returns: (transfer full) (element-type RutterFeedKind): those that this program can hear
 */
GPtrArray *
rutter_feed_kind_list (void)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(RutterFeedAddress) address = rutter_feed_address_new (kinds[i].example, NULL);

      if (address != NULL)
        g_ptr_array_add (list, (gpointer)&kinds[i]);
    }

  return list;
}

/* Returns: (nullable): the kind that an address is of */
const RutterFeedKind *
rutter_feed_kind_find (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].scheme, scheme) == 0)
      return &kinds[i];

  return NULL;
}

/**
 * rutter_feed_kind_make_address:
 *
 * Returns: (transfer full): what the fields say, as an address; whether it is one, those who make
 *   a feed of it will say
 */
char *
rutter_feed_kind_make_address (const RutterFeedKind    *self,
                               const RutterFeedAnswers *answers)
{
  g_autofree char *host = g_strstrip (g_strdup (answers->host != NULL ? answers->host : ""));
  g_autofree char *port = g_strstrip (g_strdup (answers->port != NULL ? answers->port : ""));
  gboolean is_bare_ipv6 = host[0] != '[' && strchr (host, ':') != NULL;

  if (self->fields & RUTTER_FEED_FIELD_FILE)
    return g_strdup (answers->uri != NULL ? answers->uri : "");
  if (!(self->fields & RUTTER_FEED_FIELD_PORT))
    return g_strconcat (self->scheme, "://",
                        answers->area != NULL && *answers->area != '\0' ? "?area=" : NULL,
                        answers->area, NULL);

  if (!(self->fields & RUTTER_FEED_FIELD_HOST))
    g_clear_pointer (&host, g_free);
  return g_strdup_printf (is_bare_ipv6 ? "%s://[%s]%s%s" : "%s://%s%s%s", self->scheme,
                          host != NULL ? host : "", *port != '\0' ? ":" : "", port);
}

/**
 * rutter_feed_kind_take_apart:
 * @address: of that kind
 * @answers: (out caller-allocates): what the fields must say for it
 */
void
rutter_feed_kind_take_apart (const RutterFeedKind *self,
                             const char           *address,
                             RutterFeedAnswers    *answers)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  int port = uri != NULL ? g_uri_get_port (uri) : -1;

  *answers = (RutterFeedAnswers) { NULL };
  if (self->fields & RUTTER_FEED_FIELD_FILE)
    answers->uri = g_strdup (address);
  if (self->fields & RUTTER_FEED_FIELD_AREA)
    answers->area = g_strdup (uri != NULL && g_uri_get_query (uri) != NULL &&
                              g_str_has_prefix (g_uri_get_query (uri), "area=")
                              ? g_uri_get_query (uri) + strlen ("area=") : "");
  if (self->fields & RUTTER_FEED_FIELD_HOST)
    answers->host = g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri)
                                                                          : "");
  if (self->fields & RUTTER_FEED_FIELD_PORT)
    answers->port = port > 0 ? g_strdup_printf ("%d", port)
                             : g_strdup_printf ("%u", self->port);
}

void
rutter_feed_answers_clear (RutterFeedAnswers *self)
{
  g_free (self->host);
  g_free (self->port);
  g_free (self->uri);
  g_free (self->area);
}
