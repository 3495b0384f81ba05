/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-phrases.h"

#include "rutter-day-range.h"
#include "rutter-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
rutter_phrase_day (int day)
{
  return rutter_day_to_text (day);
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
  g_autofree char *before = NULL;

  if (words->len == 0)
    return NULL;

  text = g_string_new (g_ptr_array_index (words, 0));
  for (guint i = 1; i + 1 < words->len; i++)
    /* Translators: between the members of a list, but for the last. */
    g_string_append_printf (text, "%s%s", C_("list", ", "),
                            (const char *)g_ptr_array_index (words, i));
  before = g_string_free (text, FALSE);
  if (words->len == 1)
    return g_steal_pointer (&before);

  /* Translators: a list and its last member. */
  return g_strdup_printf (C_("list", "%s and %s"), before,
                          (const char *)g_ptr_array_index (words, words->len - 1));
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
  g_autofree char *word = rutter_word_to_text (id);

  return rutter_phrase_capitalize (word);
}

static char *
describe_party (const RutterObject *object)
{
  const RutterParty *party = object->row;

  if (party->code != NULL)
    return g_strdup (_("Actor"));
  if (object->listings->len == 0)
    return rutter_phrase_word (party->kind);
  if (g_strcmp0 (party->kind, "company") == 0)
    return g_strdup (_("Listed company"));
  if (g_strcmp0 (party->kind, "person") == 0)
    return g_strdup (_("Listed person"));
  if (g_strcmp0 (party->kind, "agency") == 0)
    return g_strdup (_("Listed agency"));

  return g_strdup (_("Listed party"));
}

static char *
describe_event (const char *kind)
{
  if (g_strcmp0 (kind, "other") == 0)
    return g_strdup (_("Event"));
  if (g_strcmp0 (kind, "legal") == 0)
    return g_strdup (_("Legal step"));
  if (g_strcmp0 (kind, "signal-gap") == 0)
    return g_strdup (_("Gap in AIS"));

  return rutter_phrase_word (kind);
}

/* @format takes the word for @id; without an id the kind stands alone. */
static char *
describe_with (RutterKind  kind,
               const char *format,
               const char *id)
{
  g_autofree char *word = rutter_word_to_text (id);

  return word != NULL ? g_strdup_printf (format, word) : g_strdup (rutter_kind_get_title (kind));
}

char *
rutter_phrase_kind (const RutterObject *object)
{
  switch ((int)object->kind)
    {
    case RUTTER_KIND_PARTY:
      return describe_party (object);
    case RUTTER_KIND_VESSEL:
      return describe_with (object->kind, _("Vessel, %s"),
                            ((const RutterVessel *)object->row)->type);
    case RUTTER_KIND_TRANSFER:
      return describe_with (object->kind, _("Arms transfer, %s"),
                            ((const RutterTransfer *)object->row)->category);
    case RUTTER_KIND_PLACE:
      return rutter_phrase_word (((const RutterPlace *)object->row)->kind);
    case RUTTER_KIND_ROUTE:
      return describe_with (object->kind, _("Route, %s"),
                            ((const RutterRoute *)object->row)->mode);
    case RUTTER_KIND_EVENT:
      return describe_event (((const RutterEvent *)object->row)->kind);
    case RUTTER_KIND_PASSAGE:
      return g_strdup (rutter_phrase_passage_kind (((const RutterPassage *)object->row)->kind));
    default:
      return g_strdup (rutter_kind_get_title (object->kind));
    }
}

const char *
rutter_phrase_status_definition (RutterStatus status)
{
  static const char *const definitions[RUTTER_N_STATUS] = {
    [RUTTER_STATUS_DENIED] = N_("Denied, and nothing stronger is said."),
    [RUTTER_STATUS_ALLEGED] = N_("Alleged: by one unnamed or secondary source."),
    [RUTTER_STATUS_REPORTED] = N_("Reported: by the press, an NGO or a court digest."),
    [RUTTER_STATUS_OFFICIAL_ACCUSATION]
      = N_("Official accusation: a government, the UN or the EU says so."),
    [RUTTER_STATUS_CONFIRMED]
      = N_("Confirmed: a record, an official listing, an admitted or undisputed event."),
  };

  g_return_val_if_fail ((guint)status < RUTTER_N_STATUS, "");
  return _(definitions[status]);
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
    { "owns", N_("Owns"), N_("Owned by") },
    { "manages", N_("Manages"), N_("Managed by") },
    { "operates", N_("Operates"), N_("Operated by") },
    { "controls", N_("Controls"), N_("Controlled by") },
    { "owns-or-manages", N_("Owns or manages"), N_("Owned or managed by") },
    { "renamed-to", N_("Later named"), N_("Formerly named") },
    { "supplies", N_("Supplies"), N_("Supplied by") },
    { "member-of", N_("Member of"), N_("Has as a member") },
    { "located-at", N_("Located at"), N_("Located here") },
    { "linked-to", N_("Linked to"), N_("Linked to") },
    { "possibly-same", N_("Possibly the same as"), N_("Possibly the same as") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].kind, link->kind) == 0)
      return link->from == seen_from ? _(words[i].forward) : _(words[i].backward);

  return _("Linked to");
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
    return g_strdup_printf (_("whether it was listed on %s is not known: the date is missing"),
                            day);

  get_start (span, &earliest, &latest);
  if (as_of < earliest)
    {
      int wait = earliest - as_of;
      const char *format
        = earliest == latest
            ? ngettext ("not yet listed on %s; listed %d day later",
                        "not yet listed on %s; listed %d days later", (gulong)wait)
            : ngettext ("not yet listed on %s; listed at least %d day later",
                        "not yet listed on %s; listed at least %d days later", (gulong)wait);

      return g_strdup_printf (format, day, wait);
    }
  if (as_of < latest)
    return g_strdup_printf (_("may have been listed by %s: the exact day is not known"), day);
  if (as_of > get_end (span))
    return g_strdup_printf (_("no longer listed on %s"), day);

  return g_strdup_printf (_("listed on %s"), day);
}
