/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sentences about claims and sources that window, command line and figures share. */

#include "rutter-dossier.h"

#include "rutter-phrases.h"
#include "rutter-publisher.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
rutter_dossier_describe_claim_status (const RutterClaim *claim)
{
  const char *status = rutter_status_get_title (claim->status);

  if (g_strcmp0 (claim->kind, "computed") == 0)
    return g_strdup (C_("status", "Computed"));
  if (claim->hedge == NULL)
    return g_strdup (status);

  return g_strdup_printf (_("%s — the source says “%s”"), status, claim->hedge);
}

/* Who denies, as printed, else by the sources that carry the denial. */
char *
rutter_dossier_describe_denials (const RutterClaim *claim)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < claim->denials->len; i++)
    {
      const RutterDenial *denial = g_ptr_array_index (claim->denials, i);
      const char *who = denial->who != NULL         ? denial->who
                        : denial->denier != NULL ? denial->denier->title
                                                    : NULL;

      if (who != NULL && !g_ptr_array_find_with_equal_func (words, who, g_str_equal, NULL))
        g_ptr_array_add (words, g_strdup (who));
    }
  list = rutter_phrase_join (words);
  if (list != NULL)
    return g_strdup_printf (_("Denied by %s"), list);

  for (guint i = 0; i < claim->citations->len; i++)
    {
      const RutterCitation *citation = g_ptr_array_index (claim->citations, i);

      if (citation->stance == RUTTER_STANCE_DENIES && citation->source != NULL)
        g_ptr_array_add (words, rutter_dossier_name_source (citation->source));
    }
  list = rutter_phrase_join (words);
  if (list != NULL)
    return g_strdup_printf (_("Denied, according to %s"), list);

  return claim->status == RUTTER_STATUS_DENIED ? g_strdup (_("Denied")) : NULL;
}

/* "Riddle: Russia, Iran, North Korea: Not a New Axis (n.d.)": a remark that the source table adds
 * to a date in brackets is left to the source's own dossier.
 */
char *
rutter_dossier_describe_source (const RutterSource *source)
{
  g_auto(RutterPublisher) publisher = { NULL };
  GString *text = g_string_new (NULL);
  const char *remark;

  rutter_publisher_init (&publisher, source->publisher);
  if (publisher.name != NULL)
    g_string_append_printf (text, "%s: ", publisher.name);
  g_string_append (text, source->object->title);
  if (!source->title_is_exact)
    g_string_append_printf (text, " %s", _("[described title]"));

  if (source->date != NULL)
    {
      remark = strstr (source->date, " (");
      g_string_append_printf (text, " (%.*s)",
                              (int)(remark != NULL ? remark - source->date
                                                   : (gssize)strlen (source->date)),
                              source->date);
    }
  if (source->url != NULL && !source->url_complete)
    g_string_append_printf (text, " %s", _("[address incomplete]"));

  return g_string_free (text, FALSE);
}

char *
rutter_dossier_describe_copy (const RutterSource *source)
{
  g_auto(RutterPublisher) publisher = { NULL };

  rutter_publisher_init (&publisher, source->publisher);

  return rutter_publisher_describe_copy (publisher.copy);
}

char *
rutter_dossier_name_source (const RutterSource *source)
{
  g_auto(RutterPublisher) publisher = { NULL };

  rutter_publisher_init (&publisher, source->publisher);

  return publisher.name != NULL ? g_steal_pointer (&publisher.name)
                                : g_strdup (source->object->title);
}

char *
rutter_dossier_describe_claim_dates (const RutterClaim *claim)
{
  g_autofree char *dates = rutter_phrase_span (&claim->span);

  if (dates == NULL || claim->time == NULL || g_strcmp0 (dates, claim->time) == 0)
    return dates != NULL ? g_steal_pointer (&dates) : g_strdup (claim->time);

  return g_strdup_printf (_("%s (printed “%s”)"), dates, claim->time);
}

/* The note of a contradiction repeats one side in short; the claims themselves are there. */
char *
rutter_dossier_describe_contradiction (const RutterContradiction *contradiction)
{
  const char *statement = contradiction->other != NULL ? contradiction->other->statement : NULL;

  if (contradiction->topic != NULL && statement != NULL)
    return g_strdup_printf (_("Differs on %s (%s): %s"), contradiction->topic, contradiction->uid,
                            statement);
  if (contradiction->topic != NULL)
    return g_strdup_printf (_("Differs on %s"), contradiction->topic);
  if (statement != NULL)
    return g_strdup_printf (_("Differs (%s): %s"), contradiction->uid, statement);

  return g_strdup (_("Differs"));
}
