/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many objects, claims and layers a merge of a newer starter dealt with. */
typedef struct
{
  guint n_added;
  guint n_updated;
  guint n_removed; /* withdrawn by the newer starter, and nothing of the user's hangs on them */
  guint n_kept;    /* the newer starter says otherwise, but the user changed or made them */
} RutterMergeReport;

/* These calls block. */
gboolean  rutter_catalog_merge_is_due   (const char         *own_path,
                                         const char         *starter_path,
                                         gboolean           *is_due,
                                         GError            **error);
gboolean  rutter_catalog_merge_decline  (const char         *own_path,
                                         const char         *starter_path,
                                         GError            **error);
gboolean  rutter_catalog_merge_starter  (const char         *own_path,
                                         const char         *starter_path,
                                         RutterMergeReport  *report,
                                         GError            **error);

G_END_DECLS
