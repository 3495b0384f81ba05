/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-atlas.h"
#include "rutter-legend.h"
#include "rutter-time-window.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the user chose to see, as the models that the sidebar shows, kept in the settings, and as
 * the filter that atlas/ reads.
 *
 * Signals:
 *   changed ()   the filter is another one
 */
#define RUTTER_TYPE_CHOICES (rutter_choices_get_type ())

G_DECLARE_FINAL_TYPE (RutterChoices, rutter_choices, RUTTER, CHOICES, GObject)

RutterChoices *rutter_choices_new            (GSettings           *settings);
GListModel    *rutter_choices_get_layers     (RutterChoices       *self);
GListModel    *rutter_choices_get_actors     (RutterChoices       *self);
RutterTimeWindow *
               rutter_choices_get_time        (RutterChoices       *self);
void           rutter_choices_set_records    (RutterChoices       *self,
                                              RutterRecords       *records);
void           rutter_choices_fill_filter    (RutterChoices       *self,
                                              RutterFilter        *filter);
void           rutter_choices_take_filter    (RutterChoices       *self,
                                              const RutterFilter  *filter);
/* All layers, everybody, all dates; how faint a layer is stays. */
void           rutter_choices_show_everything (RutterChoices      *self);
void           rutter_choices_show_legend    (RutterChoices       *self,
                                              const RutterLegend  *legend);
void           rutter_choices_clear_actors   (RutterChoices       *self);
void           rutter_choices_isolate_layer  (RutterChoices       *self,
                                              RutterLayerId        layer);

G_END_DECLS
