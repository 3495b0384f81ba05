/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-feed-sniffer.h"

#include "rutter-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So much can be told by a beginning, so much text shows whether there is AIS in it. */
#define ENOUGH_FOR_BINARY 64
#define ENOUGH_FOR_TEXT 8192

/* How other things begin. */
static const struct
{
  const char *magic;
  gsize       length;
  const char *name;
} others[] = {
  { "HTTP/", 5, N_("an answer of a web server (HTTP)") },
  { "<!DOC", 5, N_("a web page (HTML)") },
  { "<html", 5, N_("a web page (HTML)") },
  { "SSH-", 4, N_("a login server (SSH)") },
  { "\x16\x03", 2, N_("an encrypted connection (TLS)") },
  { "\x15\x03", 2, N_("an encrypted connection (TLS)") },
  { "\x1f\x8b", 2, N_("compressed data (gzip)") },
  { "\x28\xb5\x2f\xfd", 4, N_("compressed data (zstd)") },
  { "PK\x03\x04", 4, N_("compressed data (zip)") },
};

static gboolean
is_binary (RutterFeedSniffer *self)
{
  guint n_odd = 0;

  for (gsize i = 0; i < self->n_head; i++)
    {
      guint8 c = (guint8)self->head[i];

      n_odd += (c < ' ' && strchr ("\t\r\n", c) == NULL) || c == '\0' || c >= 0x7f;
    }

  return n_odd > self->n_head / 4;
}

static GError *
make_foreign (const char *subject,
              const char *name)
{
  return g_error_new (RUTTER_ERROR, RUTTER_ERROR_FOREIGN,
                      _("What comes from “%s” is not AIS, but %s: check the address and the port."),
                      subject, name);
}

static GError *
name_text (RutterFeedSniffer *self,
           const char        *subject)
{
  char line[48];
  gsize n = 0;

  if (memchr (self->head, '{', self->n_head) == NULL &&
      memchr (self->head, '$', self->n_head) != NULL)
    return g_error_new (RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                        _("NMEA sentences come from “%s”, but none of AIS."), subject);

  while (n < MIN (self->n_head, sizeof line - 1) && self->head[n] != '\n' && self->head[n] != '\r')
    {
      line[n] = self->head[n] >= ' ' && self->head[n] < 0x7f ? self->head[n] : '?';
      n++;
    }
  line[n] = '\0';
  return g_error_new (RUTTER_ERROR, RUTTER_ERROR_NOT_FOUND,
                      _("There is no AIS message in what comes from “%s”; it begins with “%s”."),
                      subject, line);
}

/**
 * rutter_feed_sniffer_take:
 * @bytes: what has come, without an AIS message in it so far
 * @subject: from whom
 *
 * Returns: (transfer full) (nullable): %RUTTER_ERROR_FOREIGN when nothing else can come of it,
 *   %RUTTER_ERROR_NOT_FOUND when there may; once in all
 */
GError *
rutter_feed_sniffer_take (RutterFeedSniffer *self,
                          const char        *bytes,
                          gsize              length,
                          const char        *subject)
{
  gsize n = MIN (length, sizeof self->head - self->n_head);

  memcpy (self->head + self->n_head, bytes, n);
  self->n_head += n;
  self->n_bytes += length;
  if (self->is_done)
    return NULL;

  self->is_done = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (self->n_head >= others[i].length &&
        memcmp (self->head, others[i].magic, others[i].length) == 0)
      return make_foreign (subject, _(others[i].name));

  if (self->n_head >= ENOUGH_FOR_BINARY && is_binary (self))
    return make_foreign (subject, _("binary data"));
  if (self->n_bytes >= ENOUGH_FOR_TEXT)
    return name_text (self, subject);

  self->is_done = FALSE;
  return NULL;
}
