/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-edtf.h"
#include "rutter-geo.h"
#include "rutter-identifier.h"
#include "rutter-vocabulary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A catalogue read whole into plain structs: immutable once made, so any thread may read it. All
 * strings, rows and arrays belong to the records; pointers between rows stay good as long as the
 * records live. Absent text is NULL, never "". Arrays are never NULL, but may be empty.
 */
typedef struct _RutterRecords RutterRecords;
typedef struct _RutterObject RutterObject;
typedef struct _RutterClaim RutterClaim;

typedef struct
{
  const RutterObject *object;    /* kind source */
  const char         *publisher;
  const char         *author;
  const char         *date;      /* as printed */
  const char         *url;
  gboolean            url_complete;
  const char         *kind;
  const char         *read;
  gboolean            title_is_exact;
} RutterSource;

typedef struct
{
  const RutterClaim  *claim;
  const RutterSource *source;
  RutterStance        stance;
  const char         *locator;
  const char         *quotation;
} RutterCitation;

typedef struct
{
  const RutterObject *denier;    /* a party, or NULL when the words name none we know */
  const char         *who;       /* as printed */
} RutterDenial;

typedef struct
{
  const char         *uid;       /* D01 ... */
  const RutterClaim  *other;     /* the claim on the other side */
  const char         *topic;
  const char         *note;
} RutterContradiction;

struct _RutterClaim
{
  const char         *uid;
  const RutterObject *object;
  const char         *kind;      /* row, seed, discrepancy, computed */
  const char         *statement;
  const char         *who;
  const char         *place;
  const char         *time;      /* as printed */
  RutterStatus        status;
  const char         *hedge;     /* the source's hedging word; NULL when it used none */
  const char         *verification;
  RutterSpan          span;
  const char         *note;
  GPtrArray          *also;           /* RutterObject: what else it bears on */
  GPtrArray          *citations;      /* RutterCitation */
  GPtrArray          *denials;        /* RutterDenial */
  GPtrArray          *contradictions; /* RutterContradiction, seen from this claim */
};

typedef struct
{
  const RutterObject *object;    /* the event, route, transfer, hub, regime, relation ... */
  const RutterObject *who;       /* a party, vessel or place */
  /* actor, vessel, supplier, recipient, served, target, member, company, stop */
  const char         *role;
  int                 position;
} RutterParticipant;

typedef struct
{
  const char         *scheme;
  const char         *value;
  const char         *as_printed;
  RutterCheck         check;
} RutterIdentifier;

struct _RutterObject
{
  gint64        id;
  const char   *uid;
  RutterKind    kind;
  const char   *title;
  guint         layers;          /* bit mask of RutterLayerId */
  gconstpointer row;             /* the typed row below that `kind` names */
  GPtrArray    *claims;          /* RutterClaim about it, strongest status first */
  GPtrArray    *other_claims;    /* RutterClaim about something else that bear on it */
  GPtrArray    *computed;        /* RutterClaim of the kind computed, beside those that speak of
                                    it: how its line was made. They are no evidence, so they are
                                    in no other array. Of a way that was computed and kept they
                                    are all there is: then they are its claims, and none is here. */
  GPtrArray    *participants;    /* RutterParticipant: who takes part in it */
  GPtrArray    *participations;  /* RutterParticipant: what it takes part in */
  GPtrArray    *identifiers;     /* RutterIdentifier */
  GPtrArray    *links;           /* RutterLink from or to it */
  GPtrArray    *listings;        /* RutterListing with it as subject, by date */
};

typedef struct
{
  const RutterObject *object;
  gboolean            has_position;
  RutterLonLat        position;
  const char         *kind;
  const char         *country;
  const char         *unlocode;
  const char         *alt_names;
  const char         *precision;
  const char         *position_source;
  const char         *role;
  const char         *note;
} RutterPlace;

typedef struct
{
  const RutterObject *object;
  const RutterLonLat *points;    /* NULL without a line; unwrapped longitudes */
  guint               n_points;
  const char         *mode;
  const char         *method;    /* given, schematic, computed */
  const char         *cargo;
  RutterSpan          span;
  const char         *period;    /* as printed */
  const char         *note;
} RutterRoute;                   /* its stops are participants with the role stop, in order */

typedef struct
{
  const RutterObject *object;
  gboolean            has_position;
  RutterLonLat        position;
  const char         *kind;
  const RutterPlace  *place;
  RutterSpan          span;
  const char         *position_source;
  const char         *description;
  const char         *note;
} RutterEvent;

typedef struct
{
  const RutterObject *object;
  gboolean            has_position;
  RutterLonLat        position;
  const RutterPlace  *place;
  const char         *goods;
  RutterSpan          span;
  const char         *period;    /* as printed */
  const char         *listings_as_printed;
  const char         *note;
} RutterHub;

typedef struct
{
  const RutterObject *object;
  const char         *kind;      /* actor, agency, company, group, person */
  const char         *code;      /* actors only: RU ... */
  const char         *jurisdiction;
  const RutterPlace  *anchor;    /* actors only: where its arcs begin and end */
  const char         *aliases;
  const char         *business;
  const char         *description;
  const char         *identifiers_as_printed;
  const char         *note;
} RutterParty;

typedef struct
{
  const char *name;
  const char *kind;              /* current, former, alias, later */
  RutterSpan  span;
  const char *as_printed;
} RutterVesselName;

typedef struct
{
  const char *flag;
  RutterSpan  span;
  const char *as_printed;
} RutterVesselFlag;

typedef struct
{
  const RutterObject *object;
  const char         *type;
  int                 gross_tonnage; /* 0 when unknown */
  int                 built;         /* year, 0 when unknown */
  const char         *role;
  gboolean            has_role_status;
  RutterStatus        role_status;
  const char         *names_as_printed;
  const char         *owners_as_printed;
  const char         *note;
  GPtrArray          *names;         /* RutterVesselName */
  GPtrArray          *flags;         /* RutterVesselFlag */
} RutterVessel;

typedef struct
{
  const RutterObject *object;
  const char         *description;
} RutterTopic;                   /* for relations and topics; members are participants */

typedef struct
{
  const RutterObject *object;
  const char         *kind;
  const RutterObject *from;
  const RutterObject *to;
  RutterSpan          span;
  gboolean            weak;      /* never merged, drawn as weak */
  const char         *as_printed;
  const char         *note;
} RutterLink;

typedef struct
{
  const RutterObject *object;
  const char         *authority;
  const char         *target;    /* as printed */
  const char         *type;
  RutterSpan          span;
  const char         *start;     /* as printed */
  const char         *end;       /* as printed */
  const char         *bound;
  const char         *measures;
  const char         *note;
} RutterRegime;

typedef struct
{
  const RutterObject *object;
  const RutterObject *subject;   /* a party or vessel */
  const RutterRegime *regime;    /* or NULL */
  const char         *authority;
  const char         *programme;
  const char         *number;
  RutterSpan          span;      /* listed on / ended on */
  const char         *as_printed;
  const char         *note;
} RutterListing;

typedef struct
{
  const RutterObject *object;
  const RutterParty  *supplier;
  const RutterParty  *recipient;
  const char         *designation;
  const char         *category;
  RutterSpan          span;
  const char         *years;     /* as printed */
  const char         *quantity;
  gboolean            quantity_uncertain;
  const char         *note;
} RutterTransfer;

typedef struct
{
  const char *uid;
  const char *title;
  const char *definition;
  const char *data_to;           /* EDTF */
} RutterLayerRow;

#define RUTTER_TYPE_RECORDS (rutter_records_get_type ())

GType                 rutter_records_get_type    (void);
RutterRecords        *rutter_records_ref         (RutterRecords  *self);
void                  rutter_records_unref       (RutterRecords  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterRecords, rutter_records_unref)

GPtrArray            *rutter_records_get_objects (RutterRecords  *self,
                                                  RutterKind      kind);
GPtrArray            *rutter_records_get_claims  (RutterRecords  *self);
const RutterObject   *rutter_records_find        (RutterRecords  *self,
                                                  const char     *uid);
const RutterClaim    *rutter_records_find_claim  (RutterRecords  *self,
                                                  const char     *uid);
const RutterObject   *rutter_records_find_actor  (RutterRecords  *self,
                                                  const char     *code);
const RutterLayerRow *rutter_records_get_layer   (RutterRecords  *self,
                                                  RutterLayerId   layer);
GPtrArray            *rutter_records_get_warnings (RutterRecords *self);
char                 *rutter_records_dup_notice  (RutterRecords  *self);
/* What the map shows beside the catalogue: objects of no file, of which nobody claims anything.
 * They are found and listed like all others, but no claim, count or check of the catalogue knows
 * them. Taken once, by whoever loaded the records, before anybody else has them.
 * @keeper: owns what the rows of the guests point to
 */
void                  rutter_records_take_guests (RutterRecords  *self,
                                                  gpointer        keeper,
                                                  GDestroyNotify  release);
void                  rutter_records_add_guest   (RutterRecords  *self,
                                                  RutterKind      kind,
                                                  const char     *uid,
                                                  const char     *title,
                                                  guint           layers,
                                                  gconstpointer   row);
/* Returns: (nullable): the keeper */
gpointer              rutter_records_get_guests  (RutterRecords  *self);
/* What its user works out once for all of it, made when it is asked for first and destroyed with
 * the records, which it must not refer to; from any thread. There is room for one. */
gpointer              rutter_records_get_extra   (RutterRecords  *self,
                                                  gpointer      (*make) (RutterRecords *records),
                                                  GDestroyNotify  destroy);

G_END_DECLS
