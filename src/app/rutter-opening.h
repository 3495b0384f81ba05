/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-progress.h"
#include "rutter-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RUTTER_OPENING_OWN,     /* the user's own, made from the starter at the first start */
  RUTTER_OPENING_FILE,    /* a file that somebody named: read-only */
  RUTTER_OPENING_OWN_FILE, /* one that the user made elsewhere: read and write */
  RUTTER_OPENING_NEW,     /* makes an empty one of the user's there */
  RUTTER_OPENING_COPY,    /* makes a copy of the present one there, the user's own */
  RUTTER_OPENING_MERGE,   /* the user's, with what a newer starter brings */
  RUTTER_OPENING_DECLINE, /* the user's, which does without this newer starter */
  RUTTER_OPENING_RESTORE  /* the user's own, made anew; the one of before is kept beside it */
} RutterOpeningKind;

/* What opening a catalogue came to. */
typedef struct
{
  RutterRecords *records;
  char          *path;
  gboolean       is_read_only;
  gboolean       has_newer_starter; /* to be asked about */
  char          *notice;  /* a sentence for the banner; NULL when all is as it should be */
  gboolean       is_news; /* the sentence says what was done, as asked */
} RutterOpening;

/* In a worker. @source: asks, and is the source of the result; @progress: (nullable) */
void           rutter_opening_run_async   (gpointer              source,
                                           RutterOpeningKind     kind,
                                           const char           *path,
                                           const char           *present,
                                           RutterProgress       *progress,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
RutterOpening *rutter_opening_run_finish  (gpointer              source,
                                           GAsyncResult         *result,
                                           GError              **error);
void           rutter_opening_free        (RutterOpening        *self);
/* What is being done, for the user. @path: (nullable) */
char          *rutter_opening_describe    (RutterOpeningKind     kind,
                                           const char           *path);
/* Whether it can be stopped halfway, and nothing has been done then. */
gboolean       rutter_opening_can_cancel  (RutterOpeningKind     kind);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterOpening, rutter_opening_free)

G_END_DECLS
