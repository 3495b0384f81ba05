/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-target.h"
#include "rutter-watch.h"

G_BEGIN_DECLS

typedef enum
{
  RUTTER_ALERT_HEARD,        /* the first time, or again after a silence that was told */
  RUTTER_ALERT_SILENT,
  RUTTER_ALERT_INSIDE,       /* heard for the first time, and inside */
  RUTTER_ALERT_ENTERED,
  RUTTER_ALERT_LEFT,
  RUTTER_ALERT_NAME,
  RUTTER_ALERT_MMSI,         /* and with it, perhaps, the flag it was given out under */
  RUTTER_ALERT_DESTINATION,
  RUTTER_ALERT_DRAUGHT
} RutterAlertKind;

/* What is told. Good only for the call. */
typedef struct
{
  RutterAlertKind     kind;
  RutterWatch        *watch;
  const RutterTarget *target;
  gint64              time_us;    /* since 1970, of the message; of a silence: of the last one */
  const char         *before;     /* of a change, as broadcast; else NULL */
  const char         *after;
  gint64              silence_us; /* of RUTTER_ALERT_HEARD after a silence, and of SILENT; else 0 */
} RutterAlert;

typedef void (*RutterAlertFunc) (const RutterAlert *alert,
                                 gpointer           user_data);

/* Compares what is heard with what was heard before, for whatever is watched. It belongs to one
 * thread, that of the targets. Nothing of it is kept when the program ends.
 */
typedef struct _RutterWatcher RutterWatcher;

RutterWatcher *rutter_watcher_new            (RutterAlertFunc      func,
                                              gpointer             user_data);
void           rutter_watcher_free           (RutterWatcher       *self);
void           rutter_watcher_set_watches    (RutterWatcher       *self,
                                              GPtrArray           *watches);
void           rutter_watcher_set_catalogue  (RutterWatcher       *self,
                                              const guint32       *imos,
                                              guint                n_imos,
                                              const guint32       *mmsis,
                                              guint                n_mmsis);
gboolean       rutter_watcher_is_idle        (RutterWatcher       *self);
void           rutter_watcher_see            (RutterWatcher       *self,
                                              const RutterTarget  *target);
void           rutter_watcher_tick           (RutterWatcher       *self,
                                              guint8               feed,
                                              gint64               heard_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterWatcher, rutter_watcher_free)

G_END_DECLS
