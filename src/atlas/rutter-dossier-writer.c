/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-dossier-writer.h"

#include "rutter-actor-name.h"
#include "rutter-phrases.h"
#include "rutter-verdict.h"

#include <glib/gi18n-lib.h>

static const char *
keep (RutterDossierWriter *self,
      const char          *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static void
free_section (gpointer data)
{
  RutterDossierSection *section = data;

  g_ptr_array_unref (section->rows);
  g_free (section);
}

GPtrArray *
rutter_dossier_sections_new (void)
{
  return g_ptr_array_new_with_free_func (free_section);
}

static RutterDossierSection *
get_section (RutterDossierWriter *self)
{
  RutterDossier *dossier = self->dossier;
  RutterDossierSection *section;

  for (guint i = 0; i < dossier->sections->len; i++)
    {
      section = g_ptr_array_index (dossier->sections, i);
      if (g_str_equal (section->id, self->section_id))
        return section;
    }

  section = g_new0 (RutterDossierSection, 1);
  section->id = keep (self, self->section_id);
  section->title = keep (self, self->section_title);
  section->rows = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (dossier->sections, section);
  return section;
}

void
rutter_dossier_writer_begin (RutterDossierWriter *self,
                             const char          *id,
                             const char          *title)
{
  self->section_id = keep (self, id);
  self->section_title = keep (self, title);
}

RutterDossierRow *
rutter_dossier_writer_add (RutterDossierWriter *self,
                           const char          *label,
                           const char          *text,
                           const char          *note)
{
  RutterDossierRow *row;

  if (text == NULL || *text == '\0')
    return NULL;

  row = g_new0 (RutterDossierRow, 1);
  row->label = keep (self, label);
  row->text = keep (self, text);
  row->note = keep (self, note);
  g_ptr_array_add (get_section (self)->rows, row);
  return row;
}

void
rutter_dossier_writer_take (RutterDossierWriter *self,
                            const char          *label,
                            char                *text)
{
  rutter_dossier_writer_add (self, label, text, NULL);
  g_free (text);
}

static void
set_status (RutterDossierWriter *self,
            RutterDossierRow    *row,
            const RutterObject  *object)
{
  g_autofree char *denied = NULL;
  RutterVerdict verdict;

  if (object->claims->len == 0)
    return;

  rutter_verdict_init (&verdict, object, self->filter);
  row->has_status = !verdict.computed;
  row->status = verdict.status;
  if (verdict.computed && row->note == NULL)
    row->note = keep (self, rutter_standing_get_title (object->kind, TRUE, verdict.status));
  if (!verdict.denied)
    return;

  denied = row->note != NULL ? g_strdup_printf (_("%s; denied"), row->note)
                             : g_strdup (C_("claim", "denied"));
  row->note = keep (self, denied);
}

static const char *
get_title (const RutterObject *object)
{
  return object->kind == RUTTER_KIND_PARTY ? rutter_actor_name_to_text (object->title)
                                           : object->title;
}

static gboolean
says_something (const RutterObject *object)
{
  return object->kind != RUTTER_KIND_PARTY && object->kind != RUTTER_KIND_VESSEL
         && object->kind != RUTTER_KIND_PLACE;
}

void
rutter_dossier_writer_add_object (RutterDossierWriter *self,
                                  const char          *label,
                                  const RutterObject  *object,
                                  const char          *note)
{
  RutterDossierRow *row;

  if (object == NULL)
    return;

  row = rutter_dossier_writer_add (self, label, get_title (object), note);
  if (row == NULL)
    return;

  row->uid = keep (self, object->uid);
  if (says_something (object))
    set_status (self, row, object);
}

void
rutter_dossier_writer_add_tie (RutterDossierWriter *self,
                               const char          *label,
                               const RutterObject  *object,
                               const RutterObject  *tie,
                               const char          *note)
{
  RutterDossierRow *row;

  if (object == NULL)
    return;

  row = rutter_dossier_writer_add (self, label, get_title (object), note);
  if (row == NULL)
    return;

  row->uid = keep (self, object->uid);
  row->tie_uid = keep (self, tie->uid);
  set_status (self, row, tie);
}

void
rutter_dossier_writer_add_actor (RutterDossierWriter *self,
                                 const char          *label,
                                 const char          *code,
                                 const char          *note)
{
  const RutterObject *actor;
  RutterDossierRow *row;

  if (code == NULL)
    return;

  actor = rutter_records_find_actor (self->records, code);
  row = rutter_dossier_writer_add (self, label, actor != NULL ? get_title (actor) : code, note);
  if (actor != NULL && row != NULL)
    row->uid = keep (self, actor->uid);
}

static int
get_order_day (const RutterObject *object)
{
  RutterSpan span = rutter_object_get_span (object);

  /* What has no date comes last. */
  if (!rutter_span_is_known (&span))
    return RUTTER_DAY_AFTER_ALL;

  return span.earliest != RUTTER_DAY_BEFORE_ALL ? span.earliest : span.latest;
}

static int
compare_by_date (gconstpointer a,
                 gconstpointer b)
{
  const RutterObject *first = *(const RutterObject *const *)a;
  const RutterObject *second = *(const RutterObject *const *)b;
  int first_day = get_order_day (first);
  int second_day = get_order_day (second);

  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;

  return g_strcmp0 (first->uid, second->uid);
}

void
rutter_dossier_writer_add_parts (RutterDossierWriter *self,
                                 const RutterObject  *object,
                                 RutterKind           kind,
                                 const char          *role)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < object->participations->len; i++)
    {
      const RutterParticipant *part = g_ptr_array_index (object->participations, i);

      if (part->object == NULL || part->object->kind != kind
          || (role != NULL && g_strcmp0 (part->role, role) != 0)
          || g_ptr_array_find (parts, part->object, NULL))
        continue;

      g_ptr_array_add (parts, (gpointer)part->object);
    }

  g_ptr_array_sort (parts, compare_by_date);
  for (guint i = 0; i < parts->len; i++)
    {
      const RutterObject *part = g_ptr_array_index (parts, i);
      RutterSpan span = rutter_object_get_span (part);
      g_autofree char *date = rutter_phrase_span (&span);
      g_autofree char *kind_title = rutter_phrase_kind (part);

      if (kind == RUTTER_KIND_RELATION || kind == RUTTER_KIND_TOPIC)
        rutter_dossier_writer_add_object (self, NULL, part, NULL);
      else
        rutter_dossier_writer_add_object (self, date != NULL ? date : _("No date"), part,
                                          kind_title);
    }
}

void
rutter_dossier_writer_add_members (RutterDossierWriter *self,
                                   const char          *label,
                                   const RutterObject  *object,
                                   const char          *role)
{
  for (guint i = 0; i < object->participants->len; i++)
    {
      const RutterParticipant *participant = g_ptr_array_index (object->participants, i);
      g_autofree char *kind = NULL;

      if (participant->who == NULL || g_strcmp0 (participant->role, role) != 0)
        continue;

      kind = rutter_phrase_kind (participant->who);
      rutter_dossier_writer_add_object (self, label, participant->who, kind);
    }
}
