/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A section of details that changes while it is read: what stays the same keeps its widget, and so
 * the focus and the place where the reader is.
 */
typedef struct _RutterLiveSection RutterLiveSection;

RutterLiveSection *rutter_live_section_new        (void);
void               rutter_live_section_free       (RutterLiveSection          *self);
GtkWidget         *rutter_live_section_get_widget (RutterLiveSection          *self);
void               rutter_live_section_update     (RutterLiveSection          *self,
                                                   const RutterDetailsSection *section);

G_END_DECLS
