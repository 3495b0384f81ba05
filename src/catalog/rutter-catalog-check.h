/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RUTTER_SEVERITY_WARNING, /* to be looked at; the catalogue is sound */
  RUTTER_SEVERITY_ERROR    /* breaks a rule of the catalogue */
} RutterSeverity;

typedef struct
{
  RutterSeverity  severity;
  char           *uid;      /* of an object or claim; NULL when it is about the file */
  char           *sentence;
} RutterFinding;

void       rutter_finding_free       (RutterFinding  *self);
GPtrArray *rutter_catalog_check      (const char     *path,
                                      GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RutterFinding, rutter_finding_free)

G_END_DECLS
