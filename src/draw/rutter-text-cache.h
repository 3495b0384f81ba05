/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-geo.h"
#include "rutter-theme.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  double       size_px;     /* of the font, logical pixels */
  double       spacing_px;  /* between letters */
  gboolean     italic;
  gboolean     bold;
  gboolean     capitals;    /* written in capitals, whatever the text's case */
  double       wrap_px;     /* lines are broken and centred at this width; 0: one line */
  double       max_px;      /* one line is cut with an ellipsis beyond this width; 0: never */
  RutterColor  color;
  RutterColor  halo;        /* the ground that it stands on: sea or land */
  double       halo_px;     /* its width; 0: as usual */
} RutterTextStyle;

/* Pixels of air round a text, its halo. */
#define RUTTER_TEXT_PADDING 2.0

typedef struct
{
  PangoLayout *layout;
  RutterPoint  size;      /* of the box that the text claims, padding included, pixels */
  RutterPoint  origin;    /* of the layout, seen from the box's corner */
  guint        painting;  /* when it was last asked for */
} RutterText;

/* Text laid out in the interface font, the same for every painter: the metrics do not hang on
 * scale or hinting. Laying out costs more than painting, so it is kept from one painting to the
 * next. Not thread-safe, but not bound to a thread either.
 */
typedef struct _RutterTextCache RutterTextCache;

RutterTextCache  *rutter_text_cache_new            (void);
void              rutter_text_cache_free           (RutterTextCache        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterTextCache, rutter_text_cache_free)

/* Starts a painting: what the last few did not ask for is dropped. */
void              rutter_text_cache_begin          (RutterTextCache        *self);
/* Returns: (transfer none): good until the next rutter_text_cache_begin() */
const RutterText *rutter_text_cache_get            (RutterTextCache        *self,
                                                    const char             *text,
                                                    const RutterTextStyle  *style);

G_END_DECLS
