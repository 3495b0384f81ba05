/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What went wrong with a host, in the user's words. */
GError *rutter_net_trouble_explain       (const char            *host,
                                          const GError          *error,
                                          GTlsCertificateFlags   flaws);
GError *rutter_net_trouble_new_late      (const char            *host);
GError *rutter_net_trouble_new_too_large (const char            *host,
                                          gsize                  max_bytes);
GError *rutter_net_trouble_new_denied    (const char            *host,
                                          guint                  status);
GError *rutter_net_trouble_new_status    (const char            *host,
                                          guint                  status);

G_END_DECLS
