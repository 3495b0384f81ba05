/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-day-range.h"

#include "rutter-edtf.h"
#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
rutter_day_range_equal (RutterDayRange a,
                        RutterDayRange b)
{
  return a.first == b.first && a.last == b.last;
}

gboolean
rutter_day_range_is_all (RutterDayRange self)
{
  return rutter_day_range_equal (self, RUTTER_DAY_RANGE_ALL);
}

/* @day is where a period begins, or the day before the next one when it ends there. */
static char *
write_end (int      day,
           gboolean is_end)
{
  int year, month, day_of_month;
  int edge_year, edge_month, edge_day;

  rutter_edtf_split_day (day, &year, &month, &day_of_month);
  rutter_edtf_split_day (is_end ? day + 1 : day, &edge_year, &edge_month, &edge_day);
  if (edge_day != 1)
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
  if (edge_month != 1)
    return g_strdup_printf ("%04d-%02d", year, month);

  return g_strdup_printf ("%04d", year);
}

/* Returns: (transfer full): "" when open */
char *
rutter_day_range_start_to_edtf (RutterDayRange self)
{
  return self.first == RUTTER_DAY_BEFORE_ALL ? g_strdup ("") : write_end (self.first, FALSE);
}

/* Returns: (transfer full): "" when open */
char *
rutter_day_range_end_to_edtf (RutterDayRange self)
{
  return self.last == RUTTER_DAY_AFTER_ALL ? g_strdup ("") : write_end (self.last, TRUE);
}

char *
rutter_day_range_to_edtf (RutterDayRange self)
{
  g_autofree char *start = rutter_day_range_start_to_edtf (self);
  g_autofree char *end = rutter_day_range_end_to_edtf (self);
  RutterSpan span;

  if (rutter_day_range_is_all (self))
    return g_strdup ("");

  /* "2022/2022" is 2022, and so is one day, one month. */
  for (int i = 0; i < 2; i++)
    {
      const char *alone = i == 0 ? start : end;

      if (*alone != '\0' && rutter_edtf_parse (alone, &span, NULL) &&
          span.earliest == self.first && span.latest == self.last)
        return g_strdup (alone);
    }

  return g_strdup_printf ("%s/%s", *start != '\0' ? start : "..", *end != '\0' ? end : "..");
}

gboolean
rutter_day_range_from_edtf (const char      *edtf,
                            RutterDayRange  *self,
                            GError         **error)
{
  RutterSpan span;

  *self = RUTTER_DAY_RANGE_ALL;
  if (!rutter_edtf_parse (edtf, &span, error))
    return FALSE;

  *self = (RutterDayRange) { span.earliest, span.latest };
  return TRUE;
}

/* "24.02.2022" and "2.2022", as they are written where points part a date, day before month, as
 * EDTF. Strokes are not read: where they part a date, some begin with the month.
 */
static char *
dup_edtf (const char *typed)
{
  g_auto(GStrv) parts = g_strsplit (typed, ".", 4);
  guint n_parts = g_strv_length (parts);
  GString *edtf;

  if (n_parts < 2 || n_parts > 3 || strlen (parts[n_parts - 1]) != 4)
    return g_strdup (typed);

  edtf = g_string_new (parts[n_parts - 1]);
  for (guint i = n_parts - 1; i-- > 0;)
    g_string_append_printf (edtf, "-%s%s", strlen (parts[i]) == 1 ? "0" : "", parts[i]);

  return g_string_free (edtf, FALSE);
}

static gboolean
read_end (const char  *text,
          gboolean     is_start,
          RutterSpan  *span,
          GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *edtf = NULL;

  if (strcmp (trimmed, "..") == 0)
    *trimmed = '\0';
  edtf = dup_edtf (trimmed);
  if (rutter_edtf_parse (edtf, span, NULL) && strchr (edtf, '/') == NULL)
    return TRUE;

  g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
               is_start ? _("“%s” is no date for the start: write a year, a month or a day, such "
                            "as 2022, 2022-02 or 2022-02-24, or leave it empty.")
                        : _("“%s” is no date for the end: write a year, a month or a day, such as "
                            "2022, 2022-02 or 2022-02-24, or leave it empty."), trimmed);
  return FALSE;
}

/* Fails with %RUTTER_ERROR_INVALID and a sentence for the person who typed; @self stays then. */
gboolean
rutter_day_range_read_ends (const char      *start,
                            const char      *end,
                            RutterDayRange  *self,
                            GError         **error)
{
  RutterSpan first, last;

  if (!read_end (start, TRUE, &first, error) || !read_end (end, FALSE, &last, error))
    return FALSE;

  if (first.earliest > last.latest)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("The window ends before it starts: make the end later, or the start "
                     "earlier."));
      return FALSE;
    }

  *self = (RutterDayRange) { first.earliest, last.latest };
  return TRUE;
}

char *
rutter_day_range_to_text (RutterDayRange self)
{
  g_autofree char *edtf = rutter_day_range_to_edtf (self);
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  RutterSpan span;

  if (*edtf == '\0')
    return g_strdup (_("All dates"));

  if (!rutter_edtf_parse (edtf, &span, NULL))
    return g_steal_pointer (&edtf);

  text = rutter_span_to_text (&span);
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
rutter_day_to_text (int day)
{
  g_autofree char *edtf = NULL;
  RutterSpan span;
  int year, month, day_of_month;

  rutter_edtf_split_day (day, &year, &month, &day_of_month);
  edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
  if (!rutter_edtf_parse (edtf, &span, NULL))
    return g_steal_pointer (&edtf);

  return rutter_span_to_text (&span);
}
