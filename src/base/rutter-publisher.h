/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who published a source, and where it was read when not there. Catalogues write both in one text:
 * "AP", or "AP (copy: LocalNews8)".
 */
typedef struct
{
  char *name;  /* NULL: not known */
  char *copy;  /* NULL: none was needed, or it is not said whose */
} RutterPublisher;

void  rutter_publisher_init          (RutterPublisher  *self,
                                      const char       *text);
void  rutter_publisher_clear         (RutterPublisher  *self);
/* "Read in a copy: LocalNews8", for the user; NULL without a copy */
char *rutter_publisher_describe_copy (const char       *copy);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RutterPublisher, rutter_publisher_clear)

G_END_DECLS
