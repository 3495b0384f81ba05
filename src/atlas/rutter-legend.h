/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-picture.h"
#include "rutter-records.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* The legend of a picture: only the classes that a view shows, each with its definition. */
typedef struct
{
  RutterLayerId  layer;
  RutterShape    shape;
  RutterSymbol   symbol;
  RutterStatus   status;
  const char    *actor;      /* code that gives the sample its colour; NULL: others */
  gboolean       computed;   /* nothing but a computation speaks for it: no status */
  gboolean       inferred;
  gboolean       denied;
  char          *title;      /* "Russia supplies, official accusation" */
  char          *definition;
  guint          n;          /* objects of the class in view */
} RutterLegendClass;

typedef struct
{
  RutterLayerId  layer;
  const char    *title;
  const char    *definition;
  const char    *data_to;
  guint          n_in_view;  /* objects, not marks */
  guint          n_total;    /* objects that the filter keeps, drawn or not */
  GPtrArray     *classes;    /* RutterLegendClass */
} RutterLegendLayer;

typedef struct _RutterLegend RutterLegend;

RutterLegend            *rutter_legend_new        (RutterRecords        *records,
                                                   const RutterPicture  *picture,
                                                   const RutterView     *view);
void                     rutter_legend_free       (RutterLegend         *self);
const RutterLegendLayer *rutter_legend_get_layer  (const RutterLegend   *self,
                                                   RutterLayerId         layer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterLegend, rutter_legend_free)

/* Whether a mark counts as in view: lists and counts agree by asking here. */
gboolean                 rutter_legend_counts     (const RutterMark     *mark,
                                                   const RutterView     *view);

/* The sources of exactly what a view shows, in order of first use. */
GPtrArray               *rutter_legend_list_sources (RutterRecords       *records,
                                                     const RutterPicture *picture,
                                                     const RutterView    *view);

G_END_DECLS
