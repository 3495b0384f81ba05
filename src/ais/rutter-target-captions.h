/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-point-captions.h"
#include "rutter-target-table.h"

G_BEGIN_DECLS

/* What captions are wanted: of which places of the world square, and with which tails. */
typedef struct
{
  RutterBox  boxes[2];
  guint      n_boxes;
  gboolean   with_tails;
  guint      most;        /* when there are more, none in the boxes has a caption */
} RutterTargetCaptions;

RutterPointCaptions *rutter_target_captions_make  (RutterTargetTable          *table,
                                                   const RutterTargetCaptions *wanted,
                                                   const RutterTargetFilter   *filter,
                                                   const guint32              *mmsis,
                                                   guint                       n_mmsis);

G_END_DECLS
