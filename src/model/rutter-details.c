/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-details.h"

#include "rutter-publisher.h"

typedef struct
{
  RutterDetails  details;
  GStringChunk  *texts;
} Details;

G_DEFINE_BOXED_TYPE (RutterDetails, rutter_details, rutter_details_ref, rutter_details_unref)

static void
free_claim (gpointer data)
{
  RutterDetailsClaim *claim = data;

  g_ptr_array_unref (claim->sources);
  g_ptr_array_unref (claim->denials);
  g_ptr_array_unref (claim->contradictions);
  g_free (claim);
}

static void
free_section (gpointer data)
{
  RutterDetailsSection *section = data;

  g_ptr_array_unref (section->rows);
  g_free (section);
}

static void
clear_details (gpointer data)
{
  Details *self = data;

  g_ptr_array_unref (self->details.claims);
  g_ptr_array_unref (self->details.sections);
  g_string_chunk_free (self->texts);
}

RutterDetails *
rutter_details_new (void)
{
  Details *self = g_atomic_rc_box_new0 (Details);

  self->texts = g_string_chunk_new (2048);
  self->details.claims = g_ptr_array_new_with_free_func (free_claim);
  self->details.sections = g_ptr_array_new_with_free_func (free_section);

  return &self->details;
}

RutterDetails *
rutter_details_ref (RutterDetails *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rutter_details_unref (RutterDetails *self)
{
  g_atomic_rc_box_release_full (self, clear_details);
}

/* A copy of @text that lives as long as @self; NULL for NULL and for the empty text. */
const char *
rutter_details_keep (RutterDetails *self,
                     const char    *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return g_string_chunk_insert (((Details *)self)->texts, text);
}

RutterDetailsClaim *
rutter_details_add_claim (RutterDetails *self)
{
  RutterDetailsClaim *claim = g_new0 (RutterDetailsClaim, 1);

  claim->sources = g_ptr_array_new_with_free_func (g_free);
  claim->denials = g_ptr_array_new_with_free_func (g_free);
  claim->contradictions = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->claims, claim);

  return claim;
}

RutterDetailsSection *
rutter_details_add_section (RutterDetails *self,
                            const char    *id,
                            const char    *title)
{
  RutterDetailsSection *section = g_new0 (RutterDetailsSection, 1);

  section->id = rutter_details_keep (self, id);
  section->title = rutter_details_keep (self, title);
  section->rows = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->sections, section);

  return section;
}

RutterDetailsRow *
rutter_details_add_row (GPtrArray *rows)
{
  RutterDetailsRow *row = g_new0 (RutterDetailsRow, 1);

  g_ptr_array_add (rows, row);

  return row;
}

RutterDetailsSource *
rutter_details_add_source (RutterDetailsClaim *claim)
{
  RutterDetailsSource *source = g_new0 (RutterDetailsSource, 1);

  g_ptr_array_add (claim->sources, source);

  return source;
}

void
rutter_details_set_publisher (RutterDetails       *self,
                              RutterDetailsSource *source,
                              const char          *text)
{
  g_auto(RutterPublisher) publisher = { NULL };

  rutter_publisher_init (&publisher, text);
  source->publisher = rutter_details_keep (self, publisher.name);
  source->copy = rutter_details_keep (self, publisher.copy);
}
