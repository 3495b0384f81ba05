/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-edtf.h"

#include "rutter-edtf-date.h"
#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is read of EDTF (ISO 8601-2): a year, a month, a day, the seasons 21 to 24, X for digits
 * that are not known (from the right, without gaps), one of ? ~ % at the end of a date, and
 * intervals of two dates whose ends may be open ("..") or unknown (nothing). A season counts as
 * the three months of the northern year; winter begins in December of its year.
 */

typedef enum
{
  END_DATE,
  END_OPEN,
  END_UNKNOWN
} EndKind;

typedef struct
{
  EndKind        kind;
  RutterEdtfDate date;
} End;

typedef struct
{
  gboolean is_interval;
  End      start;
  End      end; /* of an interval only */
} Expression;

static gboolean
read_end (const char *text,
          gsize       length,
          End        *end)
{
  end->kind = END_DATE;

  if (length == 0)
    end->kind = END_UNKNOWN;
  else if (length == 2 && memcmp (text, "..", 2) == 0)
    end->kind = END_OPEN;
  else
    return rutter_edtf_date_read (text, length, &end->date);

  return TRUE;
}

/* Returns: what is wrong with it, or NULL */
static const char *
read_expression (const char *edtf,
                 Expression *expression)
{
  const char *slash = strchr (edtf, '/');

  *expression = (Expression) { .is_interval = slash != NULL };

  if (slash == NULL)
    {
      if (!rutter_edtf_date_read (edtf, strlen (edtf), &expression->start.date))
        return _("it is no date of the form 2022, 2022-05 or 2022-05-08");
      return NULL;
    }

  if (!read_end (edtf, slash - edtf, &expression->start) ||
      !read_end (slash + 1, strlen (slash + 1), &expression->end))
    return _("an end of the interval is no date of the form 2022, 2022-05 or 2022-05-08");

  if (expression->start.kind != END_DATE && expression->end.kind != END_DATE)
    return _("an interval needs a date at one end");

  if (expression->start.kind == END_DATE && expression->end.kind == END_DATE &&
      expression->start.date.earliest > expression->end.date.latest)
    return _("the interval ends before it starts");

  return NULL;
}

/**
 * rutter_edtf_day:
 *
 * Returns: days from 1970-01-01 to a day of the proleptic Gregorian calendar
 */
int
rutter_edtf_day (int year,
                 int month,
                 int day)
{
  /* The year is made to begin in March, so that the leap day comes last; then 400 years are
   * one era of 146097 days, and 719468 days lie between 0000-03-01 and 1970-01-01. */
  int shifted_year = month <= 2 ? year - 1 : year;
  int era = (shifted_year >= 0 ? shifted_year : shifted_year - 399) / 400;
  int year_of_era = shifted_year - era * 400;
  int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

/* The inverse of rutter_edtf_day(). */
void
rutter_edtf_split_day (int  day_number,
                       int *year,
                       int *month,
                       int *day)
{
  gint64 shifted = (gint64)day_number + 719468;
  gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = (int)(shifted - era * 146097);
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) /
                    365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = year_of_era + (int)era * 400 + (*month <= 2 ? 1 : 0);
}

/**
 * rutter_edtf_parse:
 * @edtf: (nullable): the date as written; NULL and "" mean that nothing is known
 * @span: (out): its days; `edtf` in it points to @edtf. Covers everything on failure.
 *
 * What the subset cannot tell is refused with %RUTTER_ERROR_INVALID: a single-digit month, a day
 * that is not in its month, an interval that ends before it starts, X before a known digit.
 */
gboolean
rutter_edtf_parse (const char  *edtf,
                   RutterSpan  *span,
                   GError     **error)
{
  Expression expression;
  const End *ends[2] = { &expression.start, &expression.end };
  const char *problem;

  g_return_val_if_fail (span != NULL, FALSE);

  *span = (RutterSpan) { NULL, RUTTER_DAY_BEFORE_ALL, RUTTER_DAY_AFTER_ALL, FALSE, FALSE };
  if (edtf == NULL || *edtf == '\0')
    return TRUE;

  problem = read_expression (edtf, &expression);
  if (problem != NULL)
    {
      g_set_error (error, RUTTER_ERROR, RUTTER_ERROR_INVALID,
                   _("The date \"%s\" cannot be read: %s."), edtf, problem);
      return FALSE;
    }

  span->edtf = edtf;
  if (expression.start.kind == END_DATE)
    span->earliest = expression.start.date.earliest;
  if (!expression.is_interval)
    span->latest = expression.start.date.latest;
  else if (expression.end.kind == END_DATE)
    span->latest = expression.end.date.latest;

  for (guint i = 0; i < (expression.is_interval ? 2 : 1); i++)
    {
      char qualifier = ends[i]->kind == END_DATE ? ends[i]->date.qualifier : 0;

      span->approximate |= qualifier == '~' || qualifier == '%';
      span->uncertain |= qualifier == '?' || qualifier == '%';
    }

  return TRUE;
}

gboolean
rutter_span_is_known (const RutterSpan *span)
{
  g_return_val_if_fail (span != NULL, FALSE);

  return span->edtf != NULL && *span->edtf != '\0';
}

/**
 * rutter_span_meets:
 *
 * Whether a span may share a day with a window of days, both ends included. A date that is not
 * known may be any day, so it always does.
 */
gboolean
rutter_span_meets (const RutterSpan *span,
                   int               first_day,
                   int               last_day)
{
  g_return_val_if_fail (span != NULL, FALSE);

  return span->earliest <= last_day && span->latest >= first_day;
}

/**
 * rutter_span_to_text:
 *
 * The date in words for the screen, with its precision: "12 May 2023", "about 2022",
 * "August 2023 to February 2024", "since 14 October 2006", "date unknown".
 *
 * Returns: (transfer full): never NULL
 */
char *
rutter_span_to_text (const RutterSpan *span)
{
  Expression expression;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (span != NULL, g_strdup (""));

  if (!rutter_span_is_known (span))
    return g_strdup (_("date unknown"));

  if (read_expression (span->edtf, &expression) != NULL)
    return g_strdup (span->edtf);

  if (expression.start.kind == END_DATE)
    start = rutter_edtf_date_describe (&expression.start.date, expression.is_interval);
  if (!expression.is_interval)
    return g_steal_pointer (&start);

  if (expression.end.kind == END_DATE)
    end = rutter_edtf_date_describe (&expression.end.date, FALSE);

  if (start == NULL)
    return g_strdup_printf (expression.start.kind == END_OPEN ? C_("date", "until %s") :
                            C_("date", "until %s, start unknown"), end);
  if (end == NULL)
    return g_strdup_printf (expression.end.kind == END_OPEN ? C_("date", "since %s") :
                            C_("date", "from %s, end unknown"), start);

  /* Translators: from when to when; the first is worded as the start of a period. */
  return g_strdup_printf (C_("date", "%s to %s"), start, end);
}
