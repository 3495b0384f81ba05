/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-target-details.h"

#include "rutter-ais-words.h"
#include "rutter-coordinates.h"
#include "rutter-eta.h"
#include "rutter-identifier.h"
#include "rutter-mid.h"
#include "rutter-number.h"

#include <glib/gi18n-lib.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define SPEED_OR_MORE 102.2
#define DRAUGHT_OR_MORE 25.5
#define WIDEST_HULL 63
#define LONGEST_HULL 511

typedef struct
{
  RutterDetails        *details;
  RutterDetailsSection *section;
} Page;

static RutterDetailsRow *
add (Page       *page,
     const char *label,
     char       *text) /* eaten; NULL adds nothing */
{
  g_autofree char *owned = text;
  RutterDetailsRow *row;

  if (text == NULL)
    return NULL;

  row = rutter_details_add_row (page->section->rows);
  row->label = rutter_details_keep (page->details, label);
  row->text = rutter_details_keep (page->details, text);
  return row;
}

static void
note (Page             *page,
      RutterDetailsRow *row,
      const char       *words)
{
  if (row != NULL)
    row->note = rutter_details_keep (page->details, words);
}

static char *
dup_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* @format: with one %s. Returns: NULL without a value */
static char *
dup_number (const char *format,
            double      value,
            int         n_decimals)
{
  g_autofree char *number = isnan (value) ? NULL : rutter_number_to_text (value, n_decimals);

  return number != NULL ? g_strdup_printf (format, number) : NULL;
}

/* Angles over ground are written with three digits before the point. */
static char *
dup_angle (double degrees,
           int    n_decimals)
{
  return isnan (degrees) ? NULL : g_strdup_printf ("%0*.*f°", n_decimals > 0 ? 5 : 3, n_decimals,
                                                   degrees);
}

char *
rutter_target_details_dup_age (gint64 heard_us,
                               gint64 now_us)
{
  guint seconds = (guint)CLAMP ((now_us - heard_us) / G_USEC_PER_SEC, 0, (gint64)G_MAXINT);

  if (seconds < 2 * MINUTE)
    return g_strdup_printf (ngettext ("%u second ago", "%u seconds ago", seconds), seconds);
  if (seconds < 2 * HOUR)
    return g_strdup_printf (ngettext ("%u minute ago", "%u minutes ago", seconds / MINUTE),
                            seconds / MINUTE);
  if (seconds < 2 * DAY)
    return g_strdup_printf (ngettext ("%u hour ago", "%u hours ago", seconds / HOUR),
                            seconds / HOUR);

  return g_strdup_printf (ngettext ("%u day ago", "%u days ago", seconds / DAY), seconds / DAY);
}

static char *
dup_clock (gint64 time_us)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%H:%M:%S UTC") : NULL;
}

static void
add_position (Page                           *page,
              const RutterTarget             *target,
              const RutterTargetSurroundings *around)
{
  RutterDetailsRow *row;
  g_autofree char *age = NULL;

  if (target->position_us == 0)
    {
      add (page, _("Position"), g_strdup (_("None heard yet")));
      return;
    }

  row = add (page, _("Position"), rutter_coordinates_to_minutes (target->position));
  age = rutter_target_details_dup_age (target->position_us, around->now_us);
  if (target->is_coarse)
    {
      g_autofree char *words = g_strdup_printf (_("%s; from afar, to a tenth of a minute"), age);

      note (page, row, words);
    }
  else
    note (page, row, age);
}

static void
add_eta (Page               *page,
         const RutterTarget *target)
{
  RutterEta eta;

  if (target->voyage_us != 0 &&
      rutter_eta_guess (&eta, target->eta_month, target->eta_day, target->eta_hour,
                        target->eta_minute, target->voyage_us))
    note (page, add (page, _("Estimated arrival"), rutter_eta_to_text (&eta)),
          _("Sent without a year: the year is guessed, nearest to when it was heard"));
}

static void
add_live (Page                           *page,
          const RutterTarget             *target,
          const RutterTargetSurroundings *around)
{
  gboolean is_fast = target->speed_kn >= SPEED_OR_MORE - 0.05;
  RutterDetailsRow *row;
  g_autofree char *clock = dup_clock (target->heard_us);
  g_autofree char *count = rutter_count_to_text ((gint64)target->n_messages);
  g_autofree char *messages = NULL;

  page->section = rutter_details_add_section (page->details, "live", _("Live AIS"));
  row = add (page, _("Last heard"), rutter_target_details_dup_age (target->heard_us,
                                                                   around->now_us));
  note (page, row, clock);
  add_position (page, target, around);
  row = add (page, _("Speed"), dup_number (_("%s kn"), target->speed_kn, 1));
  note (page, row, is_fast ? _("That or more") : NULL);
  add (page, _("Course over ground"), dup_angle (target->course_deg, 1));
  add (page, _("Heading"), dup_angle (target->heading_deg, 0));
  add (page, _("Status as sent"), dup_text (rutter_ais_words_get_status (target->status)));
  add (page, _("Destination as sent"), dup_text (target->destination));
  add_eta (page, target);
  row = add (page, _("Draught"), dup_number (_("%s m"), target->draught_m, 1));
  note (page, row, target->draught_m >= DRAUGHT_OR_MORE - 0.05 ? _("That or more") : NULL);
  row = add (page, _("Heard by"), g_strdup (around->feed));
  messages = g_strdup_printf (ngettext ("%s message", "%s messages", target->n_messages), count);
  note (page, row, messages);
}

/* Returns: "122 × 20 m", NULL when neither was given */
static char *
dup_hull (const RutterTarget *target)
{
  int length = target->hull.to_bow + target->hull.to_stern;
  int width = target->hull.to_port + target->hull.to_starboard;

  if (!target->has_hull || length <= 0)
    return NULL;
  if (width <= 0)
    return g_strdup_printf (_("%d m long"), length);

  return g_strdup_printf (_("%d × %d m"), length, width);
}

static gboolean
is_large (const RutterAisHull *hull)
{
  return hull->to_bow >= LONGEST_HULL || hull->to_stern >= LONGEST_HULL ||
         hull->to_port >= WIDEST_HULL || hull->to_starboard >= WIDEST_HULL;
}

static gboolean
is_imo_valid (guint32 imo)
{
  g_autofree char *text = g_strdup_printf ("%07u", imo);

  return rutter_identifier_check ("imo", text) == RUTTER_CHECK_VALID;
}

static void
add_match (Page                           *page,
           const RutterTargetSurroundings *around)
{
  static const char *const reasons[] = {
    [RUTTER_MATCH_NONE] = NULL,
    [RUTTER_MATCH_IMO] = N_("The IMO number is the same"),
    [RUTTER_MATCH_MMSI] = N_("The MMSI is the same"),
    [RUTTER_MATCH_IMO_ONCE] = N_("The IMO number is the same, but was heard only once"),
    [RUTTER_MATCH_OTHER_IMO] = N_("The MMSI is the same, but another IMO number is sent"),
    [RUTTER_MATCH_NAME] = N_("Nothing but the name is the same"),
  };
  RutterDetailsRow *row;

  if (around->match != NULL)
    {
      row = add (page, _("In the catalogue"), g_strdup (around->match->title));
      note (page, row, _(reasons[around->match->kind]));
      row->uid = rutter_details_keep (page->details, around->match->uid);
    }

  for (guint i = 0; around->possible != NULL && i < around->possible->len; i++)
    {
      const RutterMatch *possible = &g_array_index (around->possible, RutterMatch, i);

      row = add (page, _("Possibly"), g_strdup (possible->title));
      note (page, row, _(reasons[possible->kind]));
      row->uid = rutter_details_keep (page->details, possible->uid);
    }
}

static void
add_identity (Page                           *page,
              const RutterTarget             *target,
              const RutterTargetSurroundings *around)
{
  RutterDetailsRow *row;

  page->section = rutter_details_add_section (page->details, "identity",
                                              _("Identity as Broadcast"));
  add_match (page, around);
  row = add (page, _("Name"), dup_text (target->name));
  note (page, row, target->is_name_sure ? NULL : _("Heard once"));
  add (page, _("MMSI"), g_strdup_printf ("%09u", target->mmsi));
  add (page, _("MMSI registered in"), rutter_mid_dup_name (rutter_mmsi_get_mid (target->mmsi)));
  if (target->imo != 0)
    {
      row = add (page, _("IMO number"), g_strdup_printf ("%u", target->imo));
      note (page, row, !is_imo_valid (target->imo) ? _("Fails its check digit")
                       : target->is_imo_sure ? NULL : _("Heard once"));
    }
  add (page, _("Call sign"), dup_text (target->callsign));
  add (page, _("Type"), rutter_ais_words_dup_target (target->class, target->mmsi,
                                                     target->ship_type));
  add (page, _("Transmitter"), g_strdup (rutter_ais_words_get_class (target->class)));
  row = add (page, _("Length and beam"), dup_hull (target));
  note (page, row, is_large (&target->hull) ? _("That or more") : NULL);
  if (target->mothership != 0)
    {
      g_autofree char *uid = rutter_live_uid_new (target->mothership);

      row = add (page, _("Craft of"), g_strdup_printf (_("MMSI %09u"), target->mothership));
      row->uid = rutter_details_keep (page->details, uid);
    }
}

static char *
join_flags (const char *const *flags)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; flags[i] != NULL; i++)
    {
      const char *name = rutter_territory_get_name (flags[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name != NULL ? name : flags[i]);
    }

  return g_string_free (text, FALSE);
}

/* An MMSI of a state that is none of the flags which the catalogue has. */
static void
add_flag_conflict (Page                           *page,
                   const RutterTarget             *target,
                   const RutterTargetSurroundings *around)
{
  guint mid = rutter_mmsi_get_mid (target->mmsi);
  g_autofree char *territory = rutter_mid_dup_name (mid);
  g_autofree char *flags = NULL;

  if (around->flags == NULL || around->flags[0] == NULL || territory == NULL)
    return;
  for (guint i = 0; around->flags[i] != NULL; i++)
    if (rutter_mid_is_of (mid, around->flags[i]))
      return;

  flags = join_flags (around->flags);
  add (page, _("Flag"), g_strdup_printf (_("The MMSI is registered in %s; the flags that the "
                                           "catalogue has: %s."), territory, flags));
}

static void
add_place_conflicts (Page                           *page,
                     const RutterTarget             *target,
                     const RutterTargetSurroundings *around)
{
  g_autofree char *place = rutter_coordinates_to_minutes (target->doubted);
  RutterDetailsRow *row = NULL;
  g_autofree char *age = NULL;

  if (target->two_places_us != 0)
    {
      row = add (page, _("Two places at once"),
                 g_strdup (_("Heard in turn in two places, further apart than a ship can sail "
                             "between: two transmitters may send this MMSI, or positions are "
                             "false.")));
      age = rutter_target_details_dup_age (target->two_places_us, around->now_us);
    }
  else if (target->doubted_us != 0 && place != NULL)
    {
      row = add (page, _("Position in doubt"),
                 g_strdup_printf (_("%s, which it cannot have reached; set aside."), place));
      age = rutter_target_details_dup_age (target->doubted_us, around->now_us);
    }
  note (page, row, age);
}

static void
add_conflicts (Page                           *page,
               const RutterTarget             *target,
               const RutterTargetSurroundings *around)
{
  RutterDetailsRow *row;

  page->section = rutter_details_add_section (page->details, "conflicts",
                                              _("What Does Not Agree"));
  if (target->same_imo_mmsi != 0)
    {
      g_autofree char *uid = rutter_live_uid_new (target->same_imo_mmsi);

      row = add (page, _("Two MMSIs, one IMO number"),
                 g_strdup_printf (_("MMSI %09u sends the IMO number %u as well."),
                                  target->same_imo_mmsi, target->imo));
      row->uid = rutter_details_keep (page->details, uid);
    }
  if (target->imo != 0 && !is_imo_valid (target->imo))
    add (page, _("IMO number"), g_strdup_printf (_("%u fails its check digit; it is not used to "
                                                   "match."), target->imo));
  add_flag_conflict (page, target, around);
  if (around->known_mmsi != 0 && around->known_mmsi != target->mmsi)
    add (page, _("MMSI"), g_strdup_printf (_("The catalogue has the MMSI %09u for this vessel."),
                                           around->known_mmsi));
  add_place_conflicts (page, target, around);
}

char *
rutter_target_details_dup_title (const RutterTarget *target)
{
  return target->name[0] != '\0' ? g_strdup (target->name)
                                 : g_strdup_printf (_("MMSI %09u"), target->mmsi);
}

/**
 * rutter_target_details_new:
 *
 * Returns: (transfer full): nothing in it is a claim: it is what a transmitter sent
 */
RutterDetails *
rutter_target_details_new (const RutterTarget             *target,
                           const RutterTargetSurroundings *around)
{
  Page page = { rutter_details_new (), NULL };
  g_autofree char *uid = rutter_live_uid_new (target->mmsi);
  g_autofree char *title = rutter_target_details_dup_title (target);
  g_autofree char *type = rutter_ais_words_dup_target (target->class, target->mmsi,
                                                       target->ship_type);
  /* Translators: %s has the type of a target, as "Cargo ship". */
  g_autofree char *kind = g_strdup_printf (_("%s · heard by AIS, not in the catalogue"), type);

  page.details->uid = rutter_details_keep (page.details, uid);
  page.details->title = rutter_details_keep (page.details, title);
  page.details->kind = rutter_details_keep (page.details, kind);
  add_live (&page, target, around);
  add_identity (&page, target, around);
  add_conflicts (&page, target, around);

  return page.details;
}
