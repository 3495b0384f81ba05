/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A window of days, both included, written as people write it. Open ends are
 * RUTTER_DAY_BEFORE_ALL and RUTTER_DAY_AFTER_ALL.
 */
typedef struct
{
  int first;
  int last;
} RutterDayRange;

#define RUTTER_DAY_RANGE_ALL ((RutterDayRange) { G_MININT32, G_MAXINT32 })

gboolean  rutter_day_range_equal        (RutterDayRange    a,
                                         RutterDayRange    b);
gboolean  rutter_day_range_is_all       (RutterDayRange    self);

/* EDTF at its shortest, such as "2022", "2022-02-24/..", "2022-05/2023"; "" for all days. Reading
 * gives back the same days, and reads every other date that EDTF can write.
 */
char     *rutter_day_range_to_edtf      (RutterDayRange    self);
gboolean  rutter_day_range_from_edtf    (const char       *edtf,
                                         RutterDayRange   *self,
                                         GError          **error);
/* One end of a window as typed, in EDTF or as 24.02.2022 and 02.2022: nothing or ".." is open. An
 * end that is a year or a month is its first day as a start, its last day as an end.
 */
gboolean  rutter_day_range_read_ends    (const char       *start,
                                         const char       *end,
                                         RutterDayRange   *self,
                                         GError          **error);
char     *rutter_day_range_start_to_edtf (RutterDayRange   self);
char     *rutter_day_range_end_to_edtf   (RutterDayRange   self);

/* "All dates", "2022", "Since 24 February 2022", "May 2022 to 2023". */
char     *rutter_day_range_to_text      (RutterDayRange    self);
/* "24 February 2022" */
char     *rutter_day_to_text            (int               day);

G_END_DECLS
