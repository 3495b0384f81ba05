/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"
#include "rutter-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The display list: what is drawn, in drawing order, and why. Built once by atlas/, immutable
 * afterwards and reference-counted, so that workers paint it while the next one is built.
 * Everything that shows or counts what is on the map (raster worker, pick index, legend, counts,
 * lists, figures) reads this and nothing else.
 */
typedef enum
{
  RUTTER_SHAPE_LINE,   /* `points` as they are */
  RUTTER_SHAPE_FLOW,   /* an arc from the first to the last of two points, bundled by `slot` */
  RUTTER_SHAPE_POINT
} RutterShape;

typedef enum
{
  RUTTER_SYMBOL_NONE,
  RUTTER_SYMBOL_PLACE,     /* circle */
  RUTTER_SYMBOL_HUB,       /* hexagon with its number */
  RUTTER_SYMBOL_INCIDENT,  /* diamond */
  RUTTER_SYMBOL_ACCORD,    /* square: accords, listings, regimes */
  RUTTER_SYMBOL_SHIPMENT,  /* circle with a bar */
  RUTTER_SYMBOL_VESSEL,    /* hull, or a circle when the course is unknown */
  RUTTER_SYMBOL_SILENCE,   /* triangle with a bar: a transponder off */
  RUTTER_SYMBOL_FAIRWAY,   /* of lines: a passage along its water */
  RUTTER_SYMBOL_GATE,      /* a bar across open water */
  RUTTER_SYMBOL_SHUT_GATE, /* the same, shut unless it is opened */
  RUTTER_N_SYMBOL
} RutterSymbol;

typedef struct _RutterMark RutterMark;

/* Words what is said of a mark when somebody wants to read it. */
typedef struct
{
  char    *(*describe) (const RutterMark *mark,
                        gpointer          data);
  gpointer   data;
} RutterDescriber;

struct _RutterMark
{
  /* of the object; the same uid may head several marks (a vessel and its way) */
  const char     *uid;
  const char     *title;
  const char     *detail;      /* see rutter_mark_dup_detail() */
  /* code that gives the colour (the supplier for a flow); NULL: others */
  const char     *actor;
  RutterKind      kind;
  RutterLayerId   layer;
  RutterShape     shape;
  RutterSymbol    symbol;
  RutterStatus    status;
  gboolean        denied;      /* somebody denies it: a second mark, never a lower status */
  gboolean        inferred;    /* computed or schematic: drawn hollow, worded so */
  gboolean        computed;    /* no source speaks for it, a computation alone: no status */
  const char     *inference;   /* "schematic great circle" ...; NULL when not inferred */
  guint           n_claims;    /* width of a flow, number of a hub */
  /* flows: place in the bundle between the same two, 0 the outermost; lines: lane beside others
   * on the same water, 0 the middle */
  int             slot;
  int             n_slots;
  double          course_deg;  /* vessels; NAN when unknown */
  double          opacity;     /* of its layer, 0..1 */
  int             rank;        /* who keeps its label, 0 first */
  guint           n_points;
  const RutterPoint *points;   /* world square, unwrapped */
  RutterBox       box;         /* of what is painted, arcs included, without line widths */
  double          step;        /* of a line: no two neighbours of its points are further apart */
  const RutterDescriber *describer; /* or NULL */
};

/* One line for the card and for a screen reader. Returns: (nullable) (transfer full) */
char                 *rutter_mark_dup_detail       (const RutterMark           *self);

typedef struct _RutterPicture RutterPicture;
typedef struct _RutterPictureBuilder RutterPictureBuilder;
typedef struct _RutterSpread RutterSpread;

#define RUTTER_TYPE_PICTURE (rutter_picture_get_type ())

GType                 rutter_picture_get_type      (void);
RutterPicture        *rutter_picture_ref           (RutterPicture              *self);
void                  rutter_picture_unref         (RutterPicture              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterPicture, rutter_picture_unref)

guint                 rutter_picture_get_n_marks   (const RutterPicture        *self);
const RutterMark     *rutter_picture_get_mark      (const RutterPicture        *self,
                                                    guint                       index);

/* What the picture was made from: how many objects its filter keeps in a layer, drawn or not and
 * whether that layer is on or off, and the time window (days since 1970-01-01, both included).
 */
guint                 rutter_picture_get_n_kept    (const RutterPicture        *self,
                                                    RutterLayerId               layer);
void                  rutter_picture_get_window    (const RutterPicture        *self,
                                                    int                        *first_day,
                                                    int                        *last_day);

/* Of a lot of marks too large to be gone through: the rank below which no more than so many of them
 * are. @indexes: (element-type guint): of marks
 */
int                   rutter_picture_find_end_rank (const RutterPicture        *self,
                                                    const GArray               *indexes,
                                                    guint                       n_most);

/* Where its points are painted at a zoom level. That is worked out once, in time that grows with
 * the picture, and kept for the levels asked for last; from any thread.
 */
RutterSpread         *rutter_picture_dup_spread    (const RutterPicture        *self,
                                                    double                      zoom);
/* The same when it is worked out already. Returns: (nullable) (transfer full) */
RutterSpread         *rutter_picture_find_spread   (const RutterPicture        *self,
                                                    double                      zoom);
/* Replaces `spread`, which may hold NULL, by that of a zoom when it costs little. */
void                  rutter_picture_update_spread (const RutterPicture        *self,
                                                    double                      zoom,
                                                    RutterSpread              **spread);

/* The builder copies what it is given. */
RutterPictureBuilder *rutter_picture_builder_new   (void);
void                  rutter_picture_builder_add   (RutterPictureBuilder       *self,
                                                    const RutterMark           *mark);
void                  rutter_picture_builder_set_n_kept
                                                   (RutterPictureBuilder       *self,
                                                    RutterLayerId               layer,
                                                    guint                       n_kept);
void                  rutter_picture_builder_set_window
                                                   (RutterPictureBuilder       *self,
                                                    int                         first_day,
                                                    int                         last_day);
/* Instead of any other: eats the marks (element-type RutterMark), which are complete and borrow
 * from `keeper`. */
void                  rutter_picture_builder_take  (RutterPictureBuilder       *self,
                                                    GArray                     *marks,
                                                    gpointer                    keeper,
                                                    GDestroyNotify              destroy);
RutterPicture        *rutter_picture_builder_end   (RutterPictureBuilder       *self);

G_END_DECLS
