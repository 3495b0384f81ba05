/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the form of an MMSI says of its bearer (ITU-R M.585); MID is a country's three digits. */
typedef enum
{
  RUTTER_MMSI_UNKNOWN,       /* of no form that there is, made up or mangled */
  RUTTER_MMSI_SHIP,          /* MIDxxxxxx */
  RUTTER_MMSI_GROUP,         /* 0MIDxxxxx: no ship of its own */
  RUTTER_MMSI_COAST,         /* 00MIDxxxx */
  RUTTER_MMSI_AIRCRAFT,      /* 111MIDxxx: search and rescue */
  RUTTER_MMSI_HANDHELD,      /* 8MIDxxxxx */
  RUTTER_MMSI_CRAFT,         /* 98MIDxxxx: of a mother ship */
  RUTTER_MMSI_AID,           /* 99MIDxxxx: aid to navigation */
  RUTTER_MMSI_SART,          /* 970xxxxxx */
  RUTTER_MMSI_MAN_OVERBOARD, /* 972xxxxxx */
  RUTTER_MMSI_EPIRB          /* 974xxxxxx */
} RutterMmsiKind;

RutterMmsiKind  rutter_mmsi_get_kind  (guint32 mmsi);
guint           rutter_mmsi_get_mid   (guint32 mmsi);

G_END_DECLS
