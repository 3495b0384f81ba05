/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Everything that the details pane shows of one object, as text ready to be set: made in a worker,
 * immutable afterwards, reference-counted. Texts belong to it; absent text is NULL. A uid is what
 * a click on the text leads to.
 */
typedef struct
{
  const char   *publisher;
  const char   *copy;       /* where it was read, when not with the publisher; else NULL */
  const char   *title;
  const char   *date;
  const char   *address;    /* https://..., NULL when none or not complete */
  const char   *stance;     /* "Denies", "Contradicts"; NULL when it supports */
  const char   *locator;
  const char   *quotation;
} RutterDetailsSource;

typedef struct
{
  const char   *label;
  const char   *text;
  const char   *note;
  const char   *uid;
  gboolean      has_status;
  RutterStatus  status;
} RutterDetailsRow;

typedef struct
{
  const char   *id;
  const char   *title;
  GPtrArray    *rows;            /* RutterDetailsRow */
} RutterDetailsSection;

typedef struct
{
  const char   *uid;
  const char   *statement;
  const char   *context;         /* who, where, when, as printed; one line */
  const char   *hedge;           /* the source's hedging word */
  const char   *note;
  const char   *about;           /* title of the object when it is another one */
  const char   *about_uid;
  RutterStatus  status;
  gboolean      is_computed;     /* by this program: its status says nothing */
  GPtrArray    *sources;         /* RutterDetailsSource */
  GPtrArray    *denials;         /* RutterDetailsRow: text, uid */
  GPtrArray    *contradictions;  /* RutterDetailsRow: label topic, text the other statement,
                                    note what differs, uid, status */
} RutterDetailsClaim;

typedef struct
{
  const char   *uid;
  const char   *title;
  const char   *kind;
  const char   *dates;
  const char   *drawn_because;
  RutterStatus  status;
  gboolean      has_status;
  gboolean      denied;
  gboolean      is_computed;     /* nothing but a computation speaks for it */
  gboolean      has_position;    /* of a place: routes can be planned from and to it */
  const char   *passage;         /* of a passage: its id, which can be closed for a route */
  guint         n_own_claims;    /* the first of `claims`; the rest bear on it */
  GPtrArray    *claims;          /* RutterDetailsClaim */
  GPtrArray    *sections;        /* RutterDetailsSection */
} RutterDetails;

#define RUTTER_TYPE_DETAILS (rutter_details_get_type ())

GType                 rutter_details_get_type     (void);
RutterDetails        *rutter_details_new          (void);
RutterDetails        *rutter_details_ref          (RutterDetails         *self);
void                  rutter_details_unref        (RutterDetails         *self);
/* @text: (nullable): as catalogues write it: "AP", or "AP (copy: LocalNews8)" for what was read
 * elsewhere than with its publisher
 */
void                  rutter_details_set_publisher (RutterDetails        *self,
                                                    RutterDetailsSource  *source,
                                                    const char           *text);
const char           *rutter_details_keep         (RutterDetails         *self,
                                                   const char            *text);
RutterDetailsClaim   *rutter_details_add_claim    (RutterDetails         *self);
RutterDetailsSection *rutter_details_add_section  (RutterDetails         *self,
                                                   const char            *id,
                                                   const char            *title);
RutterDetailsRow     *rutter_details_add_row      (GPtrArray             *rows);
RutterDetailsSource  *rutter_details_add_source   (RutterDetailsClaim    *claim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterDetails, rutter_details_unref)

G_END_DECLS
