/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Everything that the route pane shows of a route that is being planned, as text ready to be set.
 * Texts belong to it; absent text is NULL. Immutable once shown, reference-counted.
 */
typedef struct
{
  char     *role;      /* "From", "By way of", "To" */
  char     *name;
  char     *note;      /* how far from the water; NULL: in it */
  gboolean  is_far;    /* so far that it has to be seen */
} RutterReportStop;

typedef enum
{
  RUTTER_PASSAGE_USED,    /* the route takes it: it can be closed */
  RUTTER_PASSAGE_CLOSED,  /* closed on request: it can be opened again */
  RUTTER_PASSAGE_OPENED,  /* shut by itself, opened on request: it can be closed again */
  RUTTER_PASSAGE_SHUT     /* shut by itself: it can be opened */
} RutterPassageState;

typedef struct
{
  char               *id;
  char               *name;
  char               *about;   /* kind, season, source */
  RutterPassageState  state;
} RutterReportPassage;

typedef struct
{
  char     *title;     /* "Without the Suez Canal" */
  char     *figures;   /* length and time */
  gboolean  is_chosen;
} RutterReportWay;

typedef struct
{
  GPtrArray *stops;       /* RutterReportStop */
  GPtrArray *passages;    /* RutterReportPassage */
  GPtrArray *ways;        /* RutterReportWay; below two there is nothing to compare */
  char      *length;      /* "8,288 nm · 15,349 km"; NULL: no route */
  char      *time;        /* at the assumed speed */
  char      *detour;      /* beside the way with all passages as usual */
  char      *problem;     /* a sentence in the place of a route */
  char      *why_not_kept; /* a sentence; NULL: it can be kept in the catalogue */
  gboolean   is_complete; /* both ends are set */
  double     speed_kn;
} RutterRouteSummary;

#define RUTTER_TYPE_ROUTE_SUMMARY (rutter_route_summary_get_type ())

GType                rutter_route_summary_get_type     (void);
RutterRouteSummary   *rutter_route_summary_new          (void);
RutterRouteSummary   *rutter_route_summary_ref          (RutterRouteSummary  *self);
void                 rutter_route_summary_unref        (RutterRouteSummary  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterRouteSummary, rutter_route_summary_unref)

RutterReportStop    *rutter_route_summary_add_stop     (RutterRouteSummary  *self);
RutterReportPassage *rutter_route_summary_add_passage  (RutterRouteSummary  *self);
RutterReportWay     *rutter_route_summary_add_way      (RutterRouteSummary  *self);
/* Whether both have the same rows, though their words may differ. */
gboolean             rutter_route_summary_has_shape    (RutterRouteSummary  *self,
                                                       RutterRouteSummary  *other);

G_END_DECLS
