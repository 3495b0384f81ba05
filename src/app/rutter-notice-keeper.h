/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-notice-card.h"
#include "rutter-progress-card.h"
#include "rutter-session.h"

G_BEGIN_DECLS

/* Why a map shows no object at all. */
typedef enum
{
  RUTTER_NOTICE_NONE,       /* it does */
  RUTTER_NOTICE_EMPTY,      /* the catalogue has none */
  RUTTER_NOTICE_HIDDEN,     /* what was chosen hides them */
  RUTTER_NOTICE_NO_PLACE    /* none has a place, shown whatever is chosen */
} RutterNotice;

RutterNotice  rutter_notice_choose  (RutterRecords       *records,
                                     RutterPicture       *picture,
                                     const RutterFilter  *filter);

/* Joins the cards that lie over the map to a session: what is being done when it lasts, and why
 * there is nothing to see.
 */
#define RUTTER_TYPE_NOTICE_KEEPER (rutter_notice_keeper_get_type ())

G_DECLARE_FINAL_TYPE (RutterNoticeKeeper, rutter_notice_keeper, RUTTER, NOTICE_KEEPER, GObject)

RutterNoticeKeeper *rutter_notice_keeper_new   (RutterSession       *session,
                                                RutterNoticeCard    *notice,
                                                RutterProgressCard  *progress);
/* Returns: (nullable): what the notice says, for whoever tells of the map */
const char         *rutter_notice_keeper_get_text (RutterNoticeKeeper *self);

G_END_DECLS
