/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-publisher.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* untranslated: behind a publisher, before the name of whoever has the copy, and a bracket */
#define COPY_MARK " (copy: "

/**
 * rutter_publisher_init:
 * @text: (nullable): as a catalogue has it; what does not end as a copy does is all publisher
 */
void
rutter_publisher_init (RutterPublisher *self,
                       const char      *text)
{
  const char *mark = text != NULL ? strstr (text, COPY_MARK) : NULL;
  gsize length;

  *self = (RutterPublisher) { NULL };
  if (mark == NULL || mark == text || !g_str_has_suffix (mark, ")"))
    {
      self->name = g_strdup (text);
      return;
    }

  self->name = g_strndup (text, (gsize)(mark - text));
  mark += strlen (COPY_MARK);
  length = strlen (mark) - 1;
  self->copy = length > 0 ? g_strndup (mark, length) : NULL;
}

void
rutter_publisher_clear (RutterPublisher *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->copy, g_free);
}

char *
rutter_publisher_describe_copy (const char *copy)
{
  /* Translators: %s has the copy of the source that was read. */
  return copy != NULL ? g_strdup_printf (_("Read in a copy: %s"), copy) : NULL;
}
