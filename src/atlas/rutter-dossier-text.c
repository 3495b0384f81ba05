/* SPDX-FileCopyrightText: 2026 The Rutter authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rutter-dossier-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 80

/* Appends words from column `indent` on; `lead` stands before the first line instead of blanks.
 * A word longer than a line, an address mostly, stays whole.
 */
static void
append_wrapped (GString    *text,
                guint       indent,
                const char *lead,
                const char *words)
{
  g_auto(GStrv) parts = g_strsplit_set (words, " \n\t\r", -1);
  long column = g_utf8_strlen (lead, -1);
  gboolean at_start = TRUE;

  g_string_append (text, lead);
  for (; column < (long)indent; column++)
    g_string_append_c (text, ' ');

  for (guint i = 0; parts[i] != NULL; i++)
    {
      long length = g_utf8_strlen (parts[i], -1);

      if (length == 0)
        continue;
      if (!at_start && column + 1 + length > WIDTH)
        {
          g_string_append_printf (text, "\n%*s", indent, "");
          column = indent;
          at_start = TRUE;
        }
      if (!at_start)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      g_string_append (text, parts[i]);
      column += length;
      at_start = FALSE;
    }
  g_string_append_c (text, '\n');
}

static void
append_heading (GString    *text,
                const char *title)
{
  g_autofree char *upper = g_utf8_strup (title, -1);

  g_string_append_printf (text, "\n%s\n", upper);
}

static void
append_citation (GString              *text,
                 const RutterCitation *citation)
{
  g_autofree char *source = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *quotation = NULL;
  g_autofree char *locator = NULL;

  if (citation->source == NULL)
    return;

  source = rutter_dossier_describe_source (citation->source);
  append_wrapped (text, 6,
                  citation->stance == RUTTER_STANCE_DENIES        ? _("    - denies: ")
                  : citation->stance == RUTTER_STANCE_CONTRADICTS ? _("    - contradicts: ")
                                                                  : "    - ",
                  source);
  copy = rutter_dossier_describe_copy (citation->source);
  if (copy != NULL)
    append_wrapped (text, 6, "      ", copy);
  if (citation->source->url != NULL)
    append_wrapped (text, 6, "      ", citation->source->url);
  if (citation->locator != NULL)
    {
      locator = g_strdup_printf (C_("locator", "at “%s”"), citation->locator);
      append_wrapped (text, 6, "      ", locator);
    }
  if (citation->quotation != NULL)
    {
      quotation = g_strdup_printf ("“%s”", citation->quotation);
      append_wrapped (text, 6, "      ", quotation);
    }
}

static void
append_claim (GString           *text,
              const RutterClaim *claim)
{
  g_autofree char *lead = g_strdup_printf ("  %s  ", claim->uid);
  g_autofree char *status = rutter_dossier_describe_claim_status (claim);
  g_autofree char *dates = rutter_dossier_describe_claim_dates (claim);
  g_autofree char *denials = rutter_dossier_describe_denials (claim);

  append_wrapped (text, 4, lead, claim->statement);
  append_wrapped (text, 4, "    ", status);
  if (dates != NULL)
    append_wrapped (text, 4, "    ", dates);
  if (denials != NULL)
    append_wrapped (text, 4, "    ", denials);
  for (guint i = 0; i < claim->contradictions->len; i++)
    {
      g_autofree char *difference
        = rutter_dossier_describe_contradiction (g_ptr_array_index (claim->contradictions, i));

      append_wrapped (text, 4, "    ", difference);
    }
  if (claim->note != NULL)
    append_wrapped (text, 4, _("    Note: "), claim->note);
  for (guint i = 0; i < claim->citations->len; i++)
    append_citation (text, g_ptr_array_index (claim->citations, i));
}

static void
append_row (GString                *text,
            const RutterDossierRow *row)
{
  g_autofree char *lead = g_strdup_printf ("  %s%s", row->label != NULL ? row->label : "",
                                           row->label != NULL ? ": " : "");
  GString *words = g_string_new (row->text);

  if (row->has_status)
    g_string_append_printf (words, " [%s]", rutter_status_get_title (row->status));
  if (row->note != NULL)
    g_string_append_printf (words, " (%s)", row->note);
  if (row->uid != NULL && row->uid != row->text)
    g_string_append_printf (words, " <%s>", row->uid);
  if (row->tie_uid != NULL)
    g_string_append_printf (words, " <%s>", row->tie_uid);

  append_wrapped (text, 4, lead, words->str);
  g_string_free (words, TRUE);
}

/* A vessel's identity may be certain where what is claimed of it is disputed. */
static void
append_status (GString             *text,
               const RutterDossier *self)
{
  const RutterVessel *vessel = self->object->row;
  const char *status = rutter_standing_get_title (self->object->kind, self->computed,
                                                  self->status);
  gboolean is_role = self->object->kind == RUTTER_KIND_VESSEL && vessel->has_role_status;

  if (self->denied)
    g_string_append_printf (text, is_role ? _("Status of what is claimed of it: %s, denied\n")
                                          : _("Status: %s, denied\n"), status);
  else
    g_string_append_printf (text, is_role ? _("Status of what is claimed of it: %s\n")
                                          : _("Status: %s\n"), status);
}

char *
rutter_dossier_to_text (const RutterDossier *self)
{
  GString *text = g_string_new (NULL);

  append_wrapped (text, 0, "", self->title);
  g_string_append_printf (text, "%s  <%s>\n", self->kind_title, self->uid);
  if (self->subtitle != NULL)
    append_wrapped (text, 0, "", self->subtitle);
  if (self->n_own_claims > 0)
    append_status (text, self);
  append_wrapped (text, 0, "", self->drawn_because);

  for (guint i = 0; i < self->claims->len; i++)
    {
      if (i == 0 && self->n_own_claims > 0)
        append_heading (text, _("Claims"));
      if (i == self->n_own_claims)
        append_heading (text, self->object->kind == RUTTER_KIND_SOURCE
                                ? _("Claims that cite it")
                                : _("Claims that bear on it"));
      append_claim (text, g_ptr_array_index (self->claims, i));
    }

  for (guint i = 0; i < self->sections->len; i++)
    {
      const RutterDossierSection *section = g_ptr_array_index (self->sections, i);

      append_heading (text, section->title);
      for (guint j = 0; j < section->rows->len; j++)
        append_row (text, g_ptr_array_index (section->rows, j));
    }

  return g_string_free (text, FALSE);
}

char *
rutter_dossier_claim_to_text (const RutterClaim *claim)
{
  GString *text = g_string_new (NULL);

  append_claim (text, claim);
  if (claim->object != NULL)
    g_string_append_printf (text, _("    About: %s <%s>\n"), claim->object->title,
                            claim->object->uid);
  for (guint i = 0; i < claim->also->len; i++)
    {
      const RutterObject *object = g_ptr_array_index (claim->also, i);

      g_string_append_printf (text, _("    Bears on: %s <%s>\n"), object->title, object->uid);
    }

  return g_string_free (text, FALSE);
}
