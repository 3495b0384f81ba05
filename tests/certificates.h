/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Certificates made for one run of a test, by an authority that this program alone trusts. */
gboolean         certificates_make (void);
GTlsCertificate *certificates_load (const char *name);
void             certificates_drop (void);

G_END_DECLS
