/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-month.h"

#include <glib/gi18n-lib.h>

#define N_MONTHS 12

static const char *const names[N_MONTHS] = {
  /* Translators: a month by itself or before a year: "May 2023". */
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"),
  NC_("month", "April"), NC_("month", "May"), NC_("month", "June"), NC_("month", "July"),
  NC_("month", "August"), NC_("month", "September"), NC_("month", "October"),
  NC_("month", "November"), NC_("month", "December"),
};

static const char *const names_in_date[N_MONTHS] = {
  /* Translators: a month behind a day, or where a period starts: "8 May", "May to August". */
  NC_("month in a date", "January"), NC_("month in a date", "February"),
  NC_("month in a date", "March"), NC_("month in a date", "April"),
  NC_("month in a date", "May"), NC_("month in a date", "June"), NC_("month in a date", "July"),
  NC_("month in a date", "August"), NC_("month in a date", "September"),
  NC_("month in a date", "October"), NC_("month in a date", "November"),
  NC_("month in a date", "December"),
};

static const char *const short_names[N_MONTHS] = {
  /* Translators: a month on a scale, as short as can be. */
  NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"),
  NC_("short month", "Apr"), NC_("short month", "May"), NC_("short month", "Jun"),
  NC_("short month", "Jul"), NC_("short month", "Aug"), NC_("short month", "Sep"),
  NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

const char *
rutter_month_get_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= N_MONTHS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", names[month - 1]);
}

const char *
rutter_month_get_name_in_date (int month)
{
  g_return_val_if_fail (month >= 1 && month <= N_MONTHS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "month in a date", names_in_date[month - 1]);
}

const char *
rutter_month_get_short_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= N_MONTHS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", short_names[month - 1]);
}
