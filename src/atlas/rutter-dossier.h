/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"

G_BEGIN_DECLS

/* Everything that is said about one object, in reading order, ready for any surface: the details
 * pane, `rutter-cli show`, a handout. Text is plain; links are uids or addresses.
 */
typedef struct
{
  const char   *label;      /* "IMO", "Owner", "Listed by OFAC"; NULL in a plain list */
  const char   *text;
  const char   *note;       /* a second, smaller line; NULL for none */
  const char   *uid;        /* what it names, as a link; NULL for none */
  /* the link or listing whose claims say so, as a second link; NULL for none */
  const char   *tie_uid;
  gboolean      has_status;
  RutterStatus  status;
} RutterDossierRow;

typedef struct
{
  const char   *id;         /* identity, dates, names, owners, listings, events, members ... */
  const char   *title;
  GPtrArray    *rows;       /* RutterDossierRow */
} RutterDossierSection;

typedef struct
{
  const char          *uid;
  const RutterObject  *object;
  const char          *title;
  const char          *kind_title;  /* "Vessel, ro-ro cargo" */
  /* the dates in words, as written, with their precision; NULL for none */
  const char          *subtitle;
  /* the strongest among its claims; of a vessel that of her role, since her strongest claim is as
   * a rule that she exists, which beside a denial would read as an accusation confirmed */
  RutterStatus         status;
  gboolean             denied;
  gboolean             computed;    /* nothing but a computation speaks for it: no status */
  const char          *drawn_because; /* one sentence: why it is on the map, or why not */
  GPtrArray           *claims;      /* const RutterClaim *: about it, then those that bear on it */
  guint                n_own_claims;
  GPtrArray           *sections;    /* RutterDossierSection */
} RutterDossier;

RutterDossier *rutter_dossier_new   (RutterRecords      *records,
                                     const char         *uid,
                                     const RutterFilter *filter);
void           rutter_dossier_free  (RutterDossier      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterDossier, rutter_dossier_free)

/* Sentences that window, command line and figures share. */
char          *rutter_dossier_describe_claim_status  (const RutterClaim    *claim);
char          *rutter_dossier_describe_denials       (const RutterClaim    *claim);
char          *rutter_dossier_describe_source        (const RutterSource   *source);
/* "Read in a copy: LocalNews8"; NULL when it was read where it was published. */
char          *rutter_dossier_describe_copy          (const RutterSource   *source);
/* Its publisher alone, else its title. */
char          *rutter_dossier_name_source            (const RutterSource   *source);
/* "Autumn 2024 (printed “autumn 2024 (undated)”)"; NULL when no date is known. */
char          *rutter_dossier_describe_claim_dates   (const RutterClaim    *claim);
char          *rutter_dossier_describe_contradiction (const RutterContradiction *contradiction);

G_END_DECLS
