/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-actor-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A toggle for one actor, with the dot of its colour. */
GtkWidget *rutter_actor_chip_new (RutterActorItem *item);

G_END_DECLS
