/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sample of how live targets are drawn, for a legend. */
typedef enum
{
  RUTTER_LIVE_SAMPLE_CLASS_A,
  RUTTER_LIVE_SAMPLE_CLASS_B,
  RUTTER_LIVE_SAMPLE_STATION,
  RUTTER_LIVE_SAMPLE_AID,
  RUTTER_LIVE_SAMPLE_AIRCRAFT,
  RUTTER_LIVE_SAMPLE_EMERGENCY,
  RUTTER_LIVE_SAMPLE_STALE,
  RUTTER_LIVE_SAMPLE_LOST,
  RUTTER_LIVE_SAMPLE_RINGED,
  RUTTER_LIVE_SAMPLE_TAIL,
  RUTTER_LIVE_SAMPLE_DOTS
} RutterLiveSample;

GtkWidget *rutter_live_swatch_new  (RutterLiveSample sample);

G_END_DECLS
