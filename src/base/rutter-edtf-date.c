/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-edtf-date.h"

#include "rutter-edtf.h"
#include "rutter-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_DATE (sizeof "2022-12-08" - 1)

static int
count_days (int year,
            int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return month == 2 && leap ? 29 : days[month - 1];
}

/* Reads `n_digits` digits; once one is X, so must be all behind it. */
static gboolean
read_field (const char *text,
            int         n_digits,
            gboolean    must_be_unknown,
            RutterEdtfField      *field)
{
  *field = (RutterEdtfField) { 0 };

  for (int i = 0; i < n_digits; i++)
    {
      field->first *= 10;
      field->last *= 10;

      if (text[i] == 'X')
        {
          field->last += 9;
          field->n_unknown++;
        }
      else if (g_ascii_isdigit (text[i]) && field->n_unknown == 0 && !must_be_unknown)
        {
          field->first += text[i] - '0';
          field->last += text[i] - '0';
        }
      else
        {
          return FALSE;
        }
    }

  return TRUE;
}

/* Cuts a field with unknown digits to the values there are; a known one must be among them. */
static gboolean
limit_field (RutterEdtfField *field,
             int              last)
{
  if (field->n_unknown > 0)
    {
      field->first = MAX (field->first, 1);
      field->last = MIN (field->last, last);
    }

  return field->first >= 1 && field->last <= last && field->first <= field->last;
}

static void
find_season (RutterEdtfDate *date)
{
  int year = date->year.first;
  int first_month = (date->month.first - 21) * 3 + 3;
  int last_year = first_month == 12 ? year + 1 : year;
  int last_month = first_month == 12 ? 2 : first_month + 2;

  date->precision = RUTTER_EDTF_PRECISION_SEASON;
  date->earliest = rutter_edtf_day (year, first_month, 1);
  date->latest = rutter_edtf_day (last_year, last_month, count_days (last_year, last_month));
}

static gboolean
read_month_and_day (const char     *text,
                    gsize           length,
                    RutterEdtfDate *date,
                    gboolean       *is_season)
{
  if (text[4] != '-' || !read_field (text + 5, 2, date->year.n_unknown > 0, &date->month))
    return FALSE;

  *is_season = date->month.n_unknown == 0 && date->month.first >= 21 && date->month.first <= 24;
  if (*is_season)
    return length == 7;

  if (!limit_field (&date->month, 12))
    return FALSE;

  date->precision = RUTTER_EDTF_PRECISION_MONTH;
  if (length == 7)
    return TRUE;

  if (text[7] != '-' || !read_field (text + 8, 2, date->month.n_unknown > 0, &date->day))
    return FALSE;

  date->precision = RUTTER_EDTF_PRECISION_DAY;
  return limit_field (&date->day, date->month.n_unknown > 0 ? 31 :
                                  count_days (date->year.first, date->month.first));
}

/* Many languages put what follows "since" and "from" in another case than a date by itself, so the
 * two are worded apart.
 */
static char *
describe_year (const RutterEdtfField *year,
               gboolean               is_start)
{
  switch (year->n_unknown)
    {
    case 0:
      /* Translators: a year by itself. */
      return g_strdup_printf (C_("year", "%d"), year->first);

    case 1:
      return g_strdup_printf (is_start ? C_("start of a period", "the %ds") : _("the %ds"),
                              year->first);

    default:
      return g_strdup_printf (_("a year from %d to %d"), year->first, year->last);
    }
}

static char *
describe_month (const RutterEdtfDate *date,
                gboolean              is_start)
{
  g_autofree char *year = NULL;

  if (date->month.n_unknown == 0)
    /* Translators: a month and its year. */
    return g_strdup_printf (C_("month and year", "%s %d"),
                            is_start ? rutter_month_get_name_in_date (date->month.first)
                                     : rutter_month_get_name (date->month.first),
                            date->year.first);

  if (date->month.n_unknown == 2)
    {
      year = describe_year (&date->year, FALSE);
      /* Translators: the month is not known; %s is a year. */
      return g_strdup_printf (_("a month of %s"), year);
    }

  return g_strdup_printf (_("a month from %s to %s %d"),
                          rutter_month_get_name_in_date (date->month.first),
                          rutter_month_get_name (date->month.last), date->year.first);
}

static char *
describe_day (const RutterEdtfDate *date)
{
  g_autofree char *whole = NULL;

  if (date->month.n_unknown == 1)
    return g_strdup_printf (_("a day from %s to %s %d"),
                            rutter_month_get_name_in_date (date->month.first),
                            rutter_month_get_name (date->month.last), date->year.first);

  if (date->month.n_unknown == 0 && date->day.n_unknown == 0)
    /* Translators: a day, its month and its year. */
    return g_strdup_printf (C_("day, month and year", "%d %s %d"), date->day.first,
                            rutter_month_get_name_in_date (date->month.first), date->year.first);

  if (date->month.n_unknown == 0 && date->day.n_unknown == 1)
    return g_strdup_printf (_("a day from %d to %d %s %d"), date->day.first, date->day.last,
                            rutter_month_get_name_in_date (date->month.first), date->year.first);

  whole = date->month.n_unknown == 2 ? describe_year (&date->year, FALSE)
                                     : describe_month (date, FALSE);
  /* Translators: the day is not known; %s is a month or a year. */
  return g_strdup_printf (_("a day of %s"), whole);
}

static char *
describe_season (const RutterEdtfDate *date,
                 gboolean              is_start)
{
  int year = date->year.first;

  switch (date->month.first)
    {
    case 21:
      return g_strdup_printf (is_start ? C_("start of a period", "spring %d") : _("spring %d"),
                              year);
    case 22:
      return g_strdup_printf (is_start ? C_("start of a period", "summer %d") : _("summer %d"),
                              year);
    case 23:
      return g_strdup_printf (is_start ? C_("start of a period", "autumn %d") : _("autumn %d"),
                              year);
    default:
      return g_strdup_printf (is_start ? C_("start of a period", "winter %d–%02d")
                                       : _("winter %d–%02d"), year, (year + 1) % 100);
    }
}

/* Reads one date; FALSE when it is none of the subset. */
gboolean
rutter_edtf_date_read (const char     *text,
                       gsize           length,
                       RutterEdtfDate *date)
{
  gboolean is_season = FALSE;
  int last_day;

  *date = (RutterEdtfDate) { .month = { 1, 12, 0 }, .day = { 1, 31, 0 } };

  if (length > 0 && strchr ("?~%", text[length - 1]) != NULL)
    date->qualifier = text[--length];

  if (length != 4 && length != 7 && length != LONGEST_DATE)
    return FALSE;

  if (!read_field (text, 4, FALSE, &date->year) || date->year.n_unknown == 4)
    return FALSE;

  if (length > 4 && !read_month_and_day (text, length, date, &is_season))
    return FALSE;

  if (is_season)
    {
      find_season (date);
      return TRUE;
    }

  last_day = MIN (date->day.last, count_days (date->year.last, date->month.last));
  date->earliest = rutter_edtf_day (date->year.first, date->month.first, date->day.first);
  date->latest = rutter_edtf_day (date->year.last, date->month.last, last_day);
  return TRUE;
}

/**
 * rutter_edtf_date_describe:
 * @is_start: whether it stands behind "since" or "from"
 *
 * Returns: (transfer full): the date in words: "12 May 2023", "the 1980s", "perhaps about 2022"
 */
char *
rutter_edtf_date_describe (const RutterEdtfDate *date,
                           gboolean              is_start)
{
  g_autofree char *plain = NULL;

  switch (date->precision)
    {
    case RUTTER_EDTF_PRECISION_MONTH:
      plain = describe_month (date, is_start);
      break;

    case RUTTER_EDTF_PRECISION_DAY:
      plain = describe_day (date);
      break;

    case RUTTER_EDTF_PRECISION_SEASON:
      plain = describe_season (date, is_start);
      break;

    case RUTTER_EDTF_PRECISION_YEAR:
    default:
      plain = describe_year (&date->year, is_start);
      break;
    }

  switch (date->qualifier)
    {
    case '?':
      return g_strdup_printf (C_("date", "perhaps %s"), plain);
    case '~':
      return g_strdup_printf (C_("date", "about %s"), plain);
    case '%':
      return g_strdup_printf (C_("date", "perhaps about %s"), plain);
    default:
      return g_steal_pointer (&plain);
    }
}
