/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Looks up names of the domain “test” as this machine, all others as nothing, and remembers what it
 * was asked.
 */
#define TYPE_RECORDING_RESOLVER (recording_resolver_get_type ())

G_DECLARE_FINAL_TYPE (RecordingResolver, recording_resolver, RECORDING, RESOLVER, GResolver)

RecordingResolver *recording_resolver_install (void);
char              *recording_resolver_take    (RecordingResolver *self);

G_END_DECLS
