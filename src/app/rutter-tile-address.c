/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-tile-address.h"

#include "rutter-error.h"
#include "rutter-net-policy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BYTES 2000
#define MOST_ATTRIBUTION_BYTES 300

static gboolean
set_invalid (GError     **error,
             const char  *message)
{
  g_set_error_literal (error, RUTTER_ERROR, RUTTER_ERROR_INVALID, message);

  return FALSE;
}

/* Only what stands for a tile's place, each of it, and behind the host. */
static gboolean
check_places (const char  *pattern,
              GError     **error)
{
  const char *host = strstr (pattern, "://");
  const char *path = host != NULL ? strchr (host + 3, '/') : NULL;
  const char *first = strchr (pattern, '{');
  guint n_z = 0, n_x = 0, n_north = 0, n_south = 0;

  if (path == NULL || (first != NULL && first < path))
    return set_invalid (error, _("An address of tiles begins with one host, which is written out, "
                                 "as in https://tiles.example.org/{z}/{x}/{y}.png."));

  for (const char *c = first; c != NULL; c = strchr (c + 1, '{'))
    if (g_str_has_prefix (c, "{z}"))
      n_z++;
    else if (g_str_has_prefix (c, "{x}"))
      n_x++;
    else if (g_str_has_prefix (c, "{y}"))
      n_north++;
    else if (g_str_has_prefix (c, "{-y}"))
      n_south++;
    else
      return set_invalid (error, _("Only {z}, {x}, {y} and {-y} can stand in an address of "
                                   "tiles."));

  if (n_z == 0 || n_x == 0 || (n_north == 0) == (n_south == 0))
    return set_invalid (error, _("An address of tiles needs {z} for the zoom, {x} for the column, "
                                 "and {y} for the row, or {-y} if rows count from the south."));

  return TRUE;
}

/**
 * rutter_tile_address_new:
 * @pattern: as the user wrote it
 *
 * Returns: (transfer full): %NULL with %RUTTER_ERROR_INVALID
 */
RutterTileAddress *
rutter_tile_address_new (const char  *pattern,
                         const char  *attribution,
                         guint        max_zoom,
                         GError     **error)
{
  g_autoptr(RutterTileAddress) self = g_new0 (RutterTileAddress, 1);
  g_autoptr(GUri) uri = NULL;
  g_autofree char *example = NULL;

  g_return_val_if_fail (pattern != NULL && attribution != NULL, NULL);

  self->pattern = g_strstrip (g_strdup (pattern));
  self->attribution = g_strstrip (g_strdelimit (g_strdup (attribution), "\r\n\t", ' '));
  self->max_zoom = MIN (max_zoom, RUTTER_MOST_TILE_ZOOM);
  if (strlen (self->pattern) > MOST_BYTES || !g_utf8_validate (self->pattern, -1, NULL) ||
      !check_places (self->pattern, error))
    {
      if (error != NULL && *error == NULL)
        set_invalid (error, _("This address of tiles is too long."));
      return NULL;
    }

  example = rutter_tile_address_make_uri (self, 0, 0, 0);
  uri = g_uri_parse (example, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL || strpbrk (example, "{}") != NULL ||
      (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 &&
       g_strcmp0 (g_uri_get_scheme (uri), "http") != 0))
    {
      set_invalid (error, _("An address of tiles begins with https:// or http:// and holds no "
                            "password."));
      return NULL;
    }

  self->host = rutter_net_host_from_text (g_uri_get_host (uri), error);
  if (self->host == NULL)
    return NULL;

  if (*self->attribution == '\0' || strlen (self->attribution) > MOST_ATTRIBUTION_BYTES ||
      !g_utf8_validate (self->attribution, -1, NULL))
    {
      set_invalid (error, _("Write who made the map, as they ask for it: it is shown on the map."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

RutterTileAddress *
rutter_tile_address_copy (const RutterTileAddress *self)
{
  RutterTileAddress *copy = g_new0 (RutterTileAddress, 1);

  copy->pattern = g_strdup (self->pattern);
  copy->host = g_strdup (self->host);
  copy->attribution = g_strdup (self->attribution);
  copy->max_zoom = self->max_zoom;

  return copy;
}

void
rutter_tile_address_free (RutterTileAddress *self)
{
  g_free (self->pattern);
  g_free (self->host);
  g_free (self->attribution);
  g_free (self);
}

/* @y: from the north, whatever the host counts from */
char *
rutter_tile_address_make_uri (const RutterTileAddress *self,
                              guint                    zoom,
                              guint                    x,
                              guint                    y)
{
  GString *uri = g_string_new (self->pattern);
  const struct
  {
    const char *place;
    guint       value;
  } places[] = { { "{z}", zoom }, { "{x}", x }, { "{y}", y }, { "{-y}", (1u << zoom) - 1 - y } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", places[i].value);

      g_string_replace (uri, places[i].place, value, 0);
    }

  return g_string_free (uri, FALSE);
}

gboolean
rutter_tile_address_is_encrypted (const RutterTileAddress *self)
{
  return g_ascii_strncasecmp (self->pattern, "https:", 6) == 0;
}

/* Whether it may lie in a file: what stands behind a question mark may be somebody's key. */
gboolean
rutter_tile_address_is_keepable (const RutterTileAddress *self)
{
  return strchr (self->pattern, '?') == NULL;
}
