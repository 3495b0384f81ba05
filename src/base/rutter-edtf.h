/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Open ends of a span, beyond every day that can be written. */
#define RUTTER_DAY_BEFORE_ALL G_MININT32
#define RUTTER_DAY_AFTER_ALL G_MAXINT32

/* A date as written (EDTF, ISO 8601-2) with the days it may cover: days since 1970-01-01, both
 * included. `edtf` is NULL when nothing is known; then the span covers everything.
 */
typedef struct
{
  const char *edtf;        /* not owned */
  int         earliest;
  int         latest;
  gboolean    approximate; /* ~ or % */
  gboolean    uncertain;   /* ? or % */
} RutterSpan;

gboolean    rutter_edtf_parse          (const char        *edtf,
                                        RutterSpan        *span,
                                        GError           **error);
int         rutter_edtf_day            (int                year,
                                        int                month,
                                        int                day);
void        rutter_edtf_split_day      (int                day_number,
                                        int               *year,
                                        int               *month,
                                        int               *day);
gboolean    rutter_span_is_known       (const RutterSpan  *span);
gboolean    rutter_span_meets          (const RutterSpan  *span,
                                        int                first_day,
                                        int                last_day);
char       *rutter_span_to_text        (const RutterSpan  *span);

G_END_DECLS
