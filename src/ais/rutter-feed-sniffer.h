/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looks at what a connection brings until the first AIS message has come, and says what it is when
 * it is something else.
 */
#define RUTTER_FEED_SNIFFER_SIZE 256

typedef struct
{
  char      head[RUTTER_FEED_SNIFFER_SIZE];
  gsize     n_head;
  guint64   n_bytes;
  gboolean  is_done;   /* has said something */
} RutterFeedSniffer;

GError *rutter_feed_sniffer_take  (RutterFeedSniffer *self,
                                   const char        *bytes,
                                   gsize              length,
                                   const char        *subject);

G_END_DECLS
