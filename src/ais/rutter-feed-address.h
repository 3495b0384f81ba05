/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-feed-area.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RutterFeedDriver RutterFeedDriver;

/* Where a feed comes from, taken apart. What the address does not have is NULL or 0. */
typedef struct
{
  const RutterFeedDriver *driver;
  char                   *text;    /* as it was given */
  char                   *title;   /* for the user: made by the driver's check */
  char                   *host;    /* as the gate knows it */
  guint16                 port;
  char                   *path;    /* of a URI, decoded */
  char                   *query;   /* of a URI, still encoded */
  RutterFeedArea         *area;    /* what it asks for, if its kind asks for an area */
  gint64                 *asked_us; /* of the feed's thread: when one that minds was asked last */
  char                   *server;  /* for tests: ws://host:port instead of the true one */
} RutterFeedAddress;

RutterFeedAddress *rutter_feed_address_new   (const char         *text,
                                              GError            **error);
void               rutter_feed_address_free  (RutterFeedAddress  *self);
/* For drivers: what is wrong with it, and whom it is about. */
gboolean           rutter_feed_address_refuse       (const RutterFeedAddress  *self,
                                                     GError                  **error);
const char        *rutter_feed_address_get_subject  (const RutterFeedAddress  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterFeedAddress, rutter_feed_address_free)

G_END_DECLS
