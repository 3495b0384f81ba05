/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the user is asked for, of a kind of feed. */
typedef enum
{
  RUTTER_FEED_FIELD_HOST = 1 << 0,
  RUTTER_FEED_FIELD_PORT = 1 << 1,
  RUTTER_FEED_FIELD_FILE = 1 << 2,
  RUTTER_FEED_FIELD_AREA = 1 << 3
} RutterFeedFields;

typedef struct
{
  const char       *scheme;   /* of its addresses */
  const char       *title;    /* not translated yet */
  const char       *about;    /* what it is and whom it contacts; not translated yet */
  RutterFeedFields  fields;
  guint16           port;     /* the usual one; 0: there is none */
  const char       *example;  /* an address of the kind */
  const char       *keys[2];  /* what its keys are called, in the order in which a feed names them;
                                 not translated yet */
} RutterFeedKind;

/* What stands in the fields. What a kind has no field for is NULL. */
typedef struct
{
  char *host;
  char *port;
  char *uri;    /* of the file */
  char *area;   /* as in the query of an address; empty: the world */
} RutterFeedAnswers;

GPtrArray            *rutter_feed_kind_list          (void);
const RutterFeedKind *rutter_feed_kind_find          (const char              *address);
char                 *rutter_feed_kind_make_address  (const RutterFeedKind    *self,
                                                      const RutterFeedAnswers *answers);
void                  rutter_feed_kind_take_apart    (const RutterFeedKind    *self,
                                                      const char              *address,
                                                      RutterFeedAnswers       *answers);
void                  rutter_feed_answers_clear      (RutterFeedAnswers       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RutterFeedAnswers, rutter_feed_answers_clear)

G_END_DECLS
