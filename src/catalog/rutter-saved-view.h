/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-day-range.h"
#include "rutter-geo.h"
#include "rutter-vocabulary.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Where the user was and what was shown, kept in the catalogue under a name. */
typedef struct
{
  char         *uid;                    /* NULL: not kept yet */
  char         *name;
  RutterLonLat  centre;
  double        zoom;                   /* the world is 256 * 2^zoom pixels wide */
  guint         layers;                 /* bit mask of RutterLayerId */
  double        opacity[RUTTER_N_LAYER]; /* 0..1; only of those in the mask is it kept */
  char        **actors;                 /* codes; NULL or empty: everybody */
  char         *edtf;                   /* the time window as written; NULL: as the days say */
  int           first_day;              /* days since 1970-01-01, both included */
  int           last_day;
  int           position;               /* in the list; below 0: at its end */
} RutterSavedView;

RutterSavedView *rutter_saved_view_new     (void);
RutterSavedView *rutter_saved_view_copy    (const RutterSavedView  *self);
void             rutter_saved_view_free    (RutterSavedView        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterSavedView, rutter_saved_view_free)

/* The time window: both forms are kept, and what is written wins where it can be read. */
void             rutter_saved_view_set_days (RutterSavedView       *self,
                                            RutterDayRange         days);
RutterDayRange   rutter_saved_view_get_days (const RutterSavedView *self);

/* On the connection of a catalogue, each change in one transaction. */
GPtrArray       *rutter_saved_view_list    (sqlite3                *db,
                                            GError                **error);
char            *rutter_saved_view_save    (sqlite3                *db,
                                            const RutterSavedView  *self,
                                            GError                **error);
gboolean         rutter_saved_view_rename  (sqlite3                *db,
                                            const char             *uid,
                                            const char             *name,
                                            GError                **error);
gboolean         rutter_saved_view_delete  (sqlite3                *db,
                                            const char             *uid,
                                            GError                **error);

G_END_DECLS
