/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-records.h"

G_BEGIN_DECLS

typedef enum
{
  RUTTER_OPENING_OWN,     /* the user's own, made from the starter at the first start */
  RUTTER_OPENING_FILE,    /* a file that somebody named: read-only */
  RUTTER_OPENING_RESTORE  /* the user's own, made anew; the one of before is kept beside it */
} RutterOpeningKind;

/* What opening a catalogue came to. */
typedef struct
{
  RutterRecords *records;
  char          *path;
  char          *notice;  /* a sentence for the banner; NULL when all is as it should be */
} RutterOpening;

RutterOpening *rutter_opening_new   (RutterOpeningKind    kind,
                                     const char          *path,
                                     GError             **error);
void           rutter_opening_free  (RutterOpening       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterOpening, rutter_opening_free)

G_END_DECLS
