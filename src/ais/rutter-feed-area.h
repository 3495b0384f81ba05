/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Degrees; over 180 degrees of longitude when west is greater than east. */
typedef struct
{
  double  west, south, east, north;
} RutterFeedBox;

/* How much of what the user looks at an area tells. */
typedef enum
{
  RUTTER_FEED_AREA_EXACT,
  RUTTER_FEED_AREA_TILES,   /* whole squares of 30 degrees */
  RUTTER_FEED_AREA_WORLD    /* nothing */
} RutterFeedWidth;

#define RUTTER_FEED_AREA_MOST_BOXES 16

/* The boxes for which a feed has subscribed, or will: any thread may ask and tell. Without a box it
 * is the world.
 */
typedef struct _RutterFeedArea RutterFeedArea;

RutterFeedArea *rutter_feed_area_new         (void);
void            rutter_feed_area_free        (RutterFeedArea       *self);
gboolean        rutter_feed_area_set         (RutterFeedArea       *self,
                                              const RutterFeedBox  *boxes,
                                              guint                 n_boxes);
RutterFeedBox  *rutter_feed_area_dup         (RutterFeedArea       *self,
                                              guint                *n_boxes);
gboolean        rutter_feed_area_read        (RutterFeedArea       *self,
                                              const char           *text);
char           *rutter_feed_area_format      (const RutterFeedBox  *boxes,
                                              guint                 n_boxes);
RutterFeedBox   rutter_feed_area_widen       (const RutterFeedBox  *box,
                                              RutterFeedWidth       width);
guint           rutter_feed_area_split       (const RutterFeedBox  *box,
                                              RutterFeedBox         parts[2]);
const char     *rutter_feed_area_name_width  (RutterFeedWidth       width);
char           *rutter_feed_area_dup_warning (const char           *service);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterFeedArea, rutter_feed_area_free)

G_END_DECLS
