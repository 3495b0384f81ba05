/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-details.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One section of the details: a heading and its rows, those that name an object as links. */
GtkWidget *rutter_details_section_new (const RutterDetailsSection *section);

G_END_DECLS
