/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rutter-gazetteer.h"

G_BEGIN_DECLS

/* What reading the tables and asking them share. */
typedef struct
{
  guint32     entry;
  const char *text;
  const char *folded; /* words parted by single spaces */
} RutterGazetteerName;

struct _RutterGazetteer
{
  gatomicrefcount  ref_count;
  GStringChunk    *strings;
  GArray          *entries; /* RutterGazetteerEntry, the weightiest of each table first */
  GArray          *names;   /* RutterGazetteerName, in the order of the entries */
};

G_END_DECLS
