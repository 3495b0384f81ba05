/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-alert-note.h"

#include "rutter-mid.h"
#include "rutter-number.h"

#include <glib/gi18n-lib.h>

struct _RutterAlertNote
{
  GObject          parent_instance;

  RutterAlertKind  kind;
  RutterWatch     *watch;
  guint32          mmsi;
  gint64           time_us;
  RutterLonLat     position;
  char            *sentence;
  char            *definition;
};

G_DEFINE_FINAL_TYPE (RutterAlertNote, rutter_alert_note, G_TYPE_OBJECT)

static void
rutter_alert_note_finalize (GObject *object)
{
  RutterAlertNote *self = RUTTER_ALERT_NOTE (object);

  rutter_watch_unref (self->watch);
  g_free (self->sentence);
  g_free (self->definition);

  G_OBJECT_CLASS (rutter_alert_note_parent_class)->finalize (object);
}

static void
rutter_alert_note_class_init (RutterAlertNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rutter_alert_note_finalize;
}

static void
rutter_alert_note_init (RutterAlertNote *self)
{
}

/* A watched vessel by the name that the user gave the watch; another by what it broadcasts. */
static char *
name_vessel (const RutterAlert *alert)
{
  const RutterTarget *target = alert->target;

  if (rutter_watch_get_kind (alert->watch) == RUTTER_WATCH_VESSEL)
    return g_strdup (rutter_watch_get_title (alert->watch));
  if (target->name[0] != '\0')
    return g_strdup (target->name);

  return g_strdup_printf ("MMSI %09u", target->mmsi);  /* untranslated */
}

static char *
tell_duration (gint64 duration_us)
{
  guint minutes = (guint)(duration_us / G_USEC_PER_SEC / 60);
  guint hours = minutes / 60, days = hours / 24;

  if (minutes < 2 * 60)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  if (hours < 2 * 24)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", hours), hours);

  return g_strdup_printf (ngettext ("%u day", "%u days", days), days);
}

/* "273210060 (Russia)" */
static char *
tell_mmsi (const char *digits)
{
  guint32 mmsi = (guint32)g_ascii_strtoull (digits, NULL, 10);
  g_autofree char *territory = rutter_mid_dup_name (rutter_mmsi_get_mid (mmsi));

  return territory != NULL ? g_strdup_printf ("%s (%s)", digits, territory) : g_strdup (digits);
}

/* Whether both numbers were given out by territories that are known, and by two. */
static gboolean
is_of_another_territory (const RutterAlert *alert)
{
  guint32 before = (guint32)g_ascii_strtoull (alert->before, NULL, 10);
  guint32 after = (guint32)g_ascii_strtoull (alert->after, NULL, 10);
  g_autofree char *first = rutter_mid_dup_name (rutter_mmsi_get_mid (before));
  g_autofree char *second = rutter_mid_dup_name (rutter_mmsi_get_mid (after));

  return first != NULL && second != NULL && !g_str_equal (first, second);
}

static char *
tell_draught (const char *metres)
{
  return rutter_number_to_text (g_ascii_strtod (metres, NULL), 1);
}

static char *
tell_silence (const RutterAlert *alert,
              const char        *vessel)
{
  g_autofree char *duration = tell_duration (alert->silence_us);

  if (alert->kind == RUTTER_ALERT_SILENT)
    return g_strdup_printf (_("AIS silence: nothing was received from “%s” for %s."), vessel,
                            duration);

  return g_strdup_printf (_("“%s” is heard again, after %s of AIS silence."), vessel, duration);
}

static char *
tell_change (const RutterAlert *alert,
             const char        *vessel)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  switch ((int)alert->kind)
    {
    case RUTTER_ALERT_NAME:
      return g_strdup_printf (_("“%s” broadcasts another name: “%s” instead of “%s”."), vessel,
                              alert->after, alert->before);

    case RUTTER_ALERT_DESTINATION:
      return g_strdup_printf (_("“%s” broadcasts another destination: “%s” instead of “%s”."),
                              vessel, alert->after, alert->before);

    case RUTTER_ALERT_DRAUGHT:
      before = tell_draught (alert->before);
      after = tell_draught (alert->after);
      return g_strdup_printf (_("“%s” broadcasts another draught: %s m instead of %s m."), vessel,
                              after, before);

    case RUTTER_ALERT_MMSI:
    default:
      before = tell_mmsi (alert->before);
      after = tell_mmsi (alert->after);
      return g_strdup_printf (is_of_another_territory (alert)
                              ? _("“%s” is heard under an MMSI of another flag: %s instead of %s.")
                              : _("“%s” is heard under another MMSI: %s instead of %s."), vessel,
                              after, before);
    }
}

static char *
make_sentence (const RutterAlert *alert)
{
  g_autofree char *vessel = name_vessel (alert);
  const char *place = rutter_watch_get_title (alert->watch);
  gboolean is_area = rutter_watch_get_kind (alert->watch) == RUTTER_WATCH_AREA;

  if (alert->silence_us != 0)
    return tell_silence (alert, vessel);
  if (alert->before != NULL)
    return tell_change (alert, vessel);

  switch ((int)alert->kind)
    {
    case RUTTER_ALERT_INSIDE:
      return g_strdup_printf (is_area ? _("“%s” is heard inside the area “%s”.")
                                      : _("“%s” is heard at the passage “%s”."), vessel, place);

    case RUTTER_ALERT_ENTERED:
      return g_strdup_printf (is_area ? _("“%s” entered the area “%s”.")
                                      : _("“%s” came to the passage “%s”."), vessel, place);

    case RUTTER_ALERT_LEFT:
      return g_strdup_printf (is_area ? _("“%s” left the area “%s”.")
                                      : _("“%s” left the passage “%s”."), vessel, place);

    default:
      return g_strdup_printf (_("“%s” is heard."), vessel);
    }
}

/* How this alert was judged; of places and silences, by what the watch says itself. */
static char *
make_definition (const RutterAlert *alert)
{
  if (rutter_watch_get_kind (alert->watch) != RUTTER_WATCH_VESSEL || alert->silence_us != 0)
    return rutter_watch_dup_definition (alert->watch);

  switch ((int)alert->kind)
    {
    case RUTTER_ALERT_NAME:
    case RUTTER_ALERT_DESTINATION:
    case RUTTER_ALERT_DRAUGHT:
      return g_strdup (_("A change counts once it was received twice, as broadcast under the same "
                         "MMSI or under a new one."));

    case RUTTER_ALERT_MMSI:
      return g_strdup (_("She is told by her IMO number, as broadcast and received twice. The "
                         "first three digits of an MMSI say which country gave it out; anybody "
                         "can send any number."));

    case RUTTER_ALERT_HEARD:
    default:
      return g_strdup (_("Heard means that a message with her IMO number or MMSI, as broadcast, "
                         "was received."));
    }
}

/* May be called on any thread. */
RutterAlertNote *
rutter_alert_note_new (const RutterAlert *alert)
{
  RutterAlertNote *self = g_object_new (RUTTER_TYPE_ALERT_NOTE, NULL);

  self->kind = alert->kind;
  self->watch = rutter_watch_ref (alert->watch);
  self->mmsi = alert->target->mmsi;
  self->time_us = alert->time_us;
  self->position = alert->target->position;
  self->sentence = make_sentence (alert);
  self->definition = make_definition (alert);

  return self;
}

RutterAlertKind
rutter_alert_note_get_kind (RutterAlertNote *self)
{
  g_return_val_if_fail (RUTTER_IS_ALERT_NOTE (self), RUTTER_ALERT_HEARD);

  return self->kind;
}

/* Returns: (transfer none) */
RutterWatch *
rutter_alert_note_get_watch (RutterAlertNote *self)
{
  g_return_val_if_fail (RUTTER_IS_ALERT_NOTE (self), NULL);

  return self->watch;
}

guint32
rutter_alert_note_get_mmsi (RutterAlertNote *self)
{
  g_return_val_if_fail (RUTTER_IS_ALERT_NOTE (self), 0);

  return self->mmsi;
}

/* Returns: when the message was heard, since 1970; of a silence, the last one before it */
gint64
rutter_alert_note_get_time_us (RutterAlertNote *self)
{
  g_return_val_if_fail (RUTTER_IS_ALERT_NOTE (self), 0);

  return self->time_us;
}

/* Returns: the last one that was heard; NAN without one */
RutterLonLat
rutter_alert_note_get_position (RutterAlertNote *self)
{
  return self->position;
}

const char *
rutter_alert_note_get_sentence (RutterAlertNote *self)
{
  g_return_val_if_fail (RUTTER_IS_ALERT_NOTE (self), NULL);

  return self->sentence;
}

const char *
rutter_alert_note_get_definition (RutterAlertNote *self)
{
  g_return_val_if_fail (RUTTER_IS_ALERT_NOTE (self), NULL);

  return self->definition;
}
