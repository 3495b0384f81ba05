/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-text-cache.h"
#include "rutter-view.h"

G_BEGIN_DECLS

/* Decides which names and labels a painting shows, and where: no text over another text or over a
 * symbol, lines avoided where there is a choice. The better rank wins, then the key, so that the
 * outcome hangs on the map and not on the order of adding. A placer that is kept from one painting
 * to the next remembers who stood where and puts them there again, as long as they fit: nothing
 * flickers while panning. Not thread-safe: one placer belongs to one painter at a time.
 *
 *   rutter_placer_begin (placer, view);
 *   rutter_placer_add_obstacle (...), rutter_placer_add_line (...), rutter_placer_add (...)
 *   rutter_placer_place (placer);
 *   rutter_placer_paint (placer, cr);
 */
typedef struct _RutterPlacer RutterPlacer;

/* Bands of rank; within a band smaller is better. */
enum
{
  RUTTER_PLACER_RANK_SELECTED = 0,   /* always shown: farther off, if need be over others */
  RUTTER_PLACER_RANK_COUNTRY = 100,  /* continents, oceans and great countries first */
  RUTTER_PLACER_RANK_MARK = 200,     /* what claims are about comes before cities */
  RUTTER_PLACER_RANK_SEA = 300,      /* seas, straits, canals */
  RUTTER_PLACER_RANK_CITY = 400,
  RUTTER_PLACER_RANK_PORT = 500
};

/* Where the text may stand, seen from its point; tried in this order. */
typedef enum
{
  RUTTER_ANCHOR_CENTRE = 1 << 0,
  RUTTER_ANCHOR_RIGHT = 1 << 1,
  RUTTER_ANCHOR_LEFT = 1 << 2,
  RUTTER_ANCHOR_ABOVE_RIGHT = 1 << 3,
  RUTTER_ANCHOR_BELOW_RIGHT = 1 << 4,
  RUTTER_ANCHOR_ABOVE_LEFT = 1 << 5,
  RUTTER_ANCHOR_BELOW_LEFT = 1 << 6,
  RUTTER_ANCHOR_ABOVE = 1 << 7,
  RUTTER_ANCHOR_BELOW = 1 << 8
} RutterAnchor;

/* Points: beside the symbol, all round. */
#define RUTTER_ANCHOR_BESIDE (RUTTER_ANCHOR_RIGHT | RUTTER_ANCHOR_LEFT | \
                              RUTTER_ANCHOR_ABOVE_RIGHT | RUTTER_ANCHOR_BELOW_RIGHT | \
                              RUTTER_ANCHOR_ABOVE_LEFT | RUTTER_ANCHOR_BELOW_LEFT | \
                              RUTTER_ANCHOR_ABOVE | RUTTER_ANCHOR_BELOW)
/* Areas: on the spot, else a line higher or lower. */
#define RUTTER_ANCHOR_WITHIN (RUTTER_ANCHOR_CENTRE | RUTTER_ANCHOR_ABOVE | RUTTER_ANCHOR_BELOW)

typedef struct
{
  const char      *key;         /* stable identity: "city:1526273", a uid ... */
  const char      *text;
  RutterPoint      world;       /* world square; every visible copy gets its text */
  RutterPoint      shift_px;    /* from there, for marks that are painted aside */
  double           clear_px;    /* radius of what is painted at the point: the text keeps off it */
  double           dot_px;      /* radius of a dot that comes and goes with the text; 0: none */
  guint            anchors;     /* RutterAnchor bits */
  int              rank;
  RutterTextStyle  style;
} RutterPlacerCandidate;

RutterPlacer *rutter_placer_new            (void);
void          rutter_placer_free           (RutterPlacer                *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPlacer, rutter_placer_free)

void          rutter_placer_begin          (RutterPlacer                *self,
                                            const RutterView            *view);
/* For a sheet of paper: a text that would cross the edge is left out. On screen it is painted,
 * since the edge lies beyond the window.
 */
void          rutter_placer_set_inside     (RutterPlacer                *self,
                                            gboolean                     inside);
/* Nothing is written there; `box` in pixels of the view. */
void          rutter_placer_add_obstacle   (RutterPlacer                *self,
                                            RutterBox                    box);
/* A line in pixels of the view: texts keep off it where they have a choice. */
void          rutter_placer_add_line       (RutterPlacer                *self,
                                            const RutterPoint           *points,
                                            guint                        n_points);
/* Copies the candidate and its strings. */
void          rutter_placer_add            (RutterPlacer                *self,
                                            const RutterPlacerCandidate *candidate);

/* Decides. Returns: how many texts are shown, at most RUTTER_PLACER_MAX. */
#define RUTTER_PLACER_MAX 120
guint         rutter_placer_place          (RutterPlacer                *self);

/* What was decided: index below the number that rutter_placer_place() returned, best first. */
const char   *rutter_placer_get_key        (RutterPlacer                *self,
                                            guint                        index,
                                            RutterBox                   *box);
guint         rutter_placer_get_n_placed   (RutterPlacer                *self);
void          rutter_placer_get_view       (RutterPlacer                *self,
                                            RutterView                  *view);
void          rutter_placer_paint          (RutterPlacer                *self,
                                            cairo_t                     *cr);

/* Returns: (transfer none): the texts that it lays out, for who writes on the same painting */
RutterTextCache *rutter_placer_get_texts   (RutterPlacer                *self);

G_END_DECLS
