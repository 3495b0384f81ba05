/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-dossier.h"

G_BEGIN_DECLS

/* Writes the sections of a dossier while it is made. Every string is copied; a section appears
 * with its first row, so that there are no empty ones; a row without text is left out.
 */
typedef struct
{
  RutterDossier      *dossier;
  RutterRecords      *records;
  const RutterFilter *filter;
  GStringChunk       *strings;      /* of the dossier */
  const char         *section_id;
  const char         *section_title;
} RutterDossierWriter;

GPtrArray *
      rutter_dossier_sections_new       (void);

void  rutter_dossier_writer_begin       (RutterDossierWriter *self,
                                         const char          *id,
                                         const char          *title);
/* Returns: the new row, or NULL without text */
RutterDossierRow *
      rutter_dossier_writer_add         (RutterDossierWriter *self,
                                         const char          *label,
                                         const char          *text,
                                         const char          *note);
/* The text is new and taken. */
void  rutter_dossier_writer_take        (RutterDossierWriter *self,
                                         const char          *label,
                                         char                *text);
/* A row that names an object and links to it. A badge says how sure the row is: an event or a
 * transfer brings its own; a party, a vessel or a place brings none, theirs is about who they are.
 */
void  rutter_dossier_writer_add_object  (RutterDossierWriter *self,
                                         const char          *label,
                                         const RutterObject  *object,
                                         const char          *note);
/* A row that names an object because of a link or a listing: the badge is that one's. */
void  rutter_dossier_writer_add_tie     (RutterDossierWriter *self,
                                         const char          *label,
                                         const RutterObject  *object,
                                         const RutterObject  *tie,
                                         const char          *note);
/* The actor with this code as a link, else the bare code. */
void  rutter_dossier_writer_add_actor   (RutterDossierWriter *self,
                                         const char          *label,
                                         const char          *code,
                                         const char          *note);
/* What `object` takes part in, of one kind, in the order of dates; `role` NULL for any. */
void  rutter_dossier_writer_add_parts   (RutterDossierWriter *self,
                                         const RutterObject  *object,
                                         RutterKind           kind,
                                         const char          *role);
/* Who takes part in `object` in one role. */
void  rutter_dossier_writer_add_members (RutterDossierWriter *self,
                                         const char          *label,
                                         const RutterObject  *object,
                                         const char          *role);

/* The sections of every kind that need more than a line; each writes what its kind has to say. */
void  rutter_dossier_write_vessel       (RutterDossierWriter *self,
                                         const RutterObject  *object);
void  rutter_dossier_write_party        (RutterDossierWriter *self,
                                         const RutterObject  *object);
void  rutter_dossier_write_place        (RutterDossierWriter *self,
                                         const RutterObject  *object);
void  rutter_dossier_write_feature      (RutterDossierWriter *self,
                                         const RutterObject  *object);
void  rutter_dossier_write_row          (RutterDossierWriter *self,
                                         const RutterObject  *object);
void  rutter_dossier_write_passage      (RutterDossierWriter *self,
                                         const RutterObject  *object);
void  rutter_dossier_write_identifiers  (RutterDossierWriter *self,
                                         const RutterObject  *object);
void  rutter_dossier_write_links        (RutterDossierWriter *self,
                                         const RutterObject  *object,
                                         const char          *id,
                                         const char          *title,
                                         RutterKind           other_kind);
void  rutter_dossier_write_listings     (RutterDossierWriter *self,
                                         const RutterObject  *object);

G_END_DECLS
