/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-phrases.h"

#include <string.h>

char *
rutter_phrase_day (int day)
{
  static const char *const months[] = { "January", "February", "March", "April", "May", "June",
                                        "July", "August", "September", "October", "November",
                                        "December" };
  int year, month, day_of_month;

  rutter_edtf_split_day (day, &year, &month, &day_of_month);
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return g_strdup_printf ("%d %s %d", day_of_month, months[month - 1], year);
}

char *
rutter_phrase_span (const RutterSpan *span)
{
  return rutter_span_is_known (span) ? rutter_span_to_text (span) : NULL;
}

/* "A", "A and B", "A, B and C". */
char *
rutter_phrase_join (GPtrArray *words)
{
  GString *text;

  if (words->len == 0)
    return NULL;

  text = g_string_new (g_ptr_array_index (words, 0));
  for (guint i = 1; i < words->len; i++)
    {
      g_string_append (text, i + 1 == words->len ? " and " : ", ");
      g_string_append (text, g_ptr_array_index (words, i));
    }

  return g_string_free (text, FALSE);
}

char *
rutter_phrase_capitalize (const char *text)
{
  g_autofree char *first = NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
rutter_phrase_word (const char *id)
{
  char *text = rutter_phrase_capitalize (id);

  return text != NULL ? g_strdelimit (text, "-", ' ') : NULL;
}

static char *
describe_party (const RutterObject *object)
{
  const RutterParty *party = object->row;

  if (party->code != NULL)
    return g_strdup ("Actor");
  if (object->listings->len > 0)
    return g_strdup_printf ("Listed %s", party->kind);

  return rutter_phrase_word (party->kind);
}

static char *
describe_event (const char *kind)
{
  if (g_strcmp0 (kind, "other") == 0)
    return g_strdup ("Event");
  if (g_strcmp0 (kind, "legal") == 0)
    return g_strdup ("Legal step");
  if (g_strcmp0 (kind, "signal-gap") == 0)
    return g_strdup ("Gap in AIS");

  return rutter_phrase_word (kind);
}

char *
rutter_phrase_kind (const RutterObject *object)
{
  const RutterVessel *vessel;
  const RutterTransfer *transfer;
  const RutterPlace *place;
  const RutterRoute *route;
  const RutterEvent *event;

  switch ((int)object->kind)
    {
    case RUTTER_KIND_PARTY:
      return describe_party (object);
    case RUTTER_KIND_VESSEL:
      vessel = object->row;
      return vessel->type != NULL ? g_strdup_printf ("Vessel, %s", vessel->type)
                                  : g_strdup ("Vessel");
    case RUTTER_KIND_TRANSFER:
      transfer = object->row;
      return transfer->category != NULL ? g_strdup_printf ("Arms transfer, %s", transfer->category)
                                        : g_strdup ("Arms transfer");
    case RUTTER_KIND_PLACE:
      place = object->row;
      return rutter_phrase_word (place->kind);
    case RUTTER_KIND_ROUTE:
      route = object->row;
      return g_strdup_printf ("Route, %s", route->mode);
    case RUTTER_KIND_EVENT:
      event = object->row;
      return describe_event (event->kind);
    default:
      return g_strdup (rutter_kind_get_title (object->kind));
    }
}

const char *
rutter_phrase_status_definition (RutterStatus status)
{
  static const char *const definitions[RUTTER_N_STATUS] = {
    [RUTTER_STATUS_DENIED] = "Denied, and nothing stronger is said.",
    [RUTTER_STATUS_ALLEGED] = "Alleged: by one unnamed or secondary source.",
    [RUTTER_STATUS_REPORTED] = "Reported: by the press, an NGO or a court digest.",
    [RUTTER_STATUS_OFFICIAL_ACCUSATION]
      = "Official accusation: a government, the UN or the EU says so.",
    [RUTTER_STATUS_CONFIRMED]
      = "Confirmed: a record, an official listing, an admitted or undisputed event.",
  };

  g_return_val_if_fail ((guint)status < RUTTER_N_STATUS, "");
  return definitions[status];
}

const char *
rutter_phrase_link (const RutterLink   *link,
                    const RutterObject *seen_from)
{
  static const struct
  {
    const char *kind;
    const char *forward;
    const char *backward;
  } words[] = {
    { "owns", "Owns", "Owned by" },
    { "manages", "Manages", "Managed by" },
    { "operates", "Operates", "Operated by" },
    { "controls", "Controls", "Controlled by" },
    { "owns-or-manages", "Owns or manages", "Owned or managed by" },
    { "renamed-to", "Later named", "Formerly named" },
    { "supplies", "Supplies", "Supplied by" },
    { "member-of", "Member of", "Has as a member" },
    { "located-at", "Located at", "Located here" },
    { "linked-to", "Linked to", "Linked to" },
    { "possibly-same", "Possibly the same as", "Possibly the same as" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].kind, link->kind) == 0)
      return link->from == seen_from ? words[i].forward : words[i].backward;

  return "Linked to";
}

/* The first and the last day on which something may have begun. Without an interval that is the
 * whole span; of an interval it is the part before the slash.
 */
static void
get_start (const RutterSpan *span,
           int              *earliest,
           int              *latest)
{
  const char *slash = span->edtf != NULL ? strchr (span->edtf, '/') : NULL;
  g_autofree char *start = NULL;
  RutterSpan parsed;

  *earliest = span->earliest;
  *latest = span->latest;
  if (slash == NULL)
    return;

  *latest = span->earliest;
  start = g_strndup (span->edtf, slash - span->edtf);
  if (rutter_edtf_parse (start, &parsed, NULL) && rutter_span_is_known (&parsed))
    *latest = parsed.latest;
}

static int
get_end (const RutterSpan *span)
{
  gboolean is_interval = span->edtf != NULL && strchr (span->edtf, '/') != NULL;

  return is_interval ? span->latest : RUTTER_DAY_AFTER_ALL;
}

gboolean
rutter_span_holds (const RutterSpan *span,
                   int               day)
{
  return !rutter_span_is_known (span) || (span->earliest <= day && day <= get_end (span));
}

char *
rutter_phrase_as_of (const RutterListing *listing,
                     int                  as_of)
{
  const RutterSpan *span = &listing->span;
  g_autofree char *day = NULL;
  int earliest, latest;

  if (as_of == RUTTER_DAY_AFTER_ALL || as_of == RUTTER_DAY_BEFORE_ALL)
    return NULL;

  day = rutter_phrase_day (as_of);
  if (!rutter_span_is_known (span))
    return g_strdup_printf ("whether it was listed on %s is not known: the date is missing", day);

  get_start (span, &earliest, &latest);
  if (as_of < earliest && earliest == latest)
    return g_strdup_printf ("not yet listed on %s; listed %d day%s later", day, earliest - as_of,
                            earliest - as_of == 1 ? "" : "s");
  if (as_of < earliest)
    return g_strdup_printf ("not yet listed on %s; listed at least %d day%s later", day,
                            earliest - as_of, earliest - as_of == 1 ? "" : "s");
  if (as_of < latest)
    return g_strdup_printf ("may have been listed by %s: the exact day is not known", day);
  if (as_of > get_end (span))
    return g_strdup_printf ("no longer listed on %s", day);

  return g_strdup_printf ("listed on %s", day);
}
