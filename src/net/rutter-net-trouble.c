/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-net-trouble.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* RFC 6585, which libsoup does not name */
#define STATUS_TOO_MANY 429

/* The gravest flaw of a certificate; %NULL when there is none to tell. */
static const char *
describe_flaw (GTlsCertificateFlags flaws)
{
  if (flaws & G_TLS_CERTIFICATE_EXPIRED)
    return _("its certificate has expired");

  if (flaws & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _("its certificate is not valid yet: is the clock of this computer right?");

  if (flaws & G_TLS_CERTIFICATE_REVOKED)
    return _("its certificate was withdrawn");

  if (flaws & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _("its certificate is of another host");

  if (flaws & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _("its certificate is signed by nobody whom this computer trusts");

  return NULL;
}

GError *
rutter_net_trouble_new_late (const char *host)
{
  return g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                      _("“%s” did not answer in time: try again later."), host);
}

GError *
rutter_net_trouble_new_too_large (const char *host,
                                  gsize       max_bytes)
{
  g_autofree char *size = g_format_size (max_bytes);

  return g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                      _("“%s” sent more than %s, so it was not read."), host, size);
}

GError *
rutter_net_trouble_new_denied (const char *host,
                               guint       status)
{
  return g_error_new (RUTTER_ERROR, RUTTER_ERROR_DENIED,
                      _("“%s” refuses to answer (error %u): a key may be missing or wrong."), host,
                      status);
}

/* @status: of HTTP, no success. Ends with %RUTTER_ERROR_BUSY where the host asks for patience, with
 * %RUTTER_ERROR_DENIED where it does not accept who asks.
 */
GError *
rutter_net_trouble_new_status (const char *host,
                               guint       status)
{
  if (status == STATUS_TOO_MANY || status == SOUP_STATUS_SERVICE_UNAVAILABLE)
    return g_error_new (RUTTER_ERROR, RUTTER_ERROR_BUSY,
                        _("“%s” asks to be left in peace for a while (error %u)."), host, status);

  if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN)
    return rutter_net_trouble_new_denied (host, status);

  return g_error_new (RUTTER_ERROR,
                      status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE
                        ? RUTTER_ERROR_NOT_FOUND
                        : RUTTER_ERROR_NETWORK,
                      _("“%s” answered with the error %u (%s)."), host, status,
                      soup_status_get_phrase (status));
}

/**
 * rutter_net_trouble_explain:
 * @flaws: of the host's certificate, as far as known
 *
 * Returns: (transfer full): of the domain %RUTTER_ERROR, but for what was cancelled
 */
GError *
rutter_net_trouble_explain (const char           *host,
                            const GError         *error,
                            GTlsCertificateFlags  flaws)
{
  const char *flaw = describe_flaw (flaws);

  if (error->domain == RUTTER_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return rutter_net_trouble_new_late (host);

  if (error->domain == G_TLS_ERROR)
    return g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK,
                        _("“%s” could not prove who it is (%s), so nothing was asked of it."),
                        host, flaw != NULL ? flaw : error->message);

  return g_error_new (RUTTER_ERROR, RUTTER_ERROR_NETWORK, _("“%s” cannot be reached: %s."), host,
                      error->message);
}
