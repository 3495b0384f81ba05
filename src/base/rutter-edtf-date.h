/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One date of the EDTF subset, without intervals: what rutter-edtf.c puts together. */
typedef enum
{
  RUTTER_EDTF_PRECISION_YEAR,
  RUTTER_EDTF_PRECISION_MONTH,
  RUTTER_EDTF_PRECISION_DAY,
  RUTTER_EDTF_PRECISION_SEASON
} RutterEdtfPrecision;

/* One part of a date: the values it may have. */
typedef struct
{
  int first;
  int last;
  int n_unknown; /* digits that are X */
} RutterEdtfField;

typedef struct
{
  RutterEdtfPrecision precision;
  RutterEdtfField     year;
  RutterEdtfField     month;
  RutterEdtfField     day;
  char                qualifier; /* ? ~ % or 0 */
  int                 earliest;  /* days since 1970-01-01, both included */
  int                 latest;
} RutterEdtfDate;

gboolean  rutter_edtf_date_read      (const char            *text,
                                      gsize                  length,
                                      RutterEdtfDate        *date);
char     *rutter_edtf_date_describe  (const RutterEdtfDate  *date,
                                      gboolean               is_start);

G_END_DECLS
